package polarity

import (
	"strings"

	"github.com/factdiff/factdiff/align"
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// side is a pair of statements seen from the one with the negation.
type side struct {
	st, other *witness.Statement
	to        []int          // words of st → words of other
	lone      func(int) bool // words of st without a like partner
	free      func(int) bool // words of other without one
}

// sides gives a pair as seen from each of its statements.
func sides(x *compare.Pair) (a, b side) {
	return side{x.A, x.B, x.ToB, x.FreeA, x.FreeB}, side{x.B, x.A, x.ToA, x.FreeB, x.FreeA}
}

// absorbed reports whether the other statement expresses the negation in
// another way: by a word of opposite or negative sense that is left over where
// the denied word has its counterpart. A negative word elsewhere in the
// sentence says nothing about it.
func absorbed(p *compare.Pass, s side, n *witness.Negation) bool {
	if cue := &s.st.Tokens[n.Cue]; n.Implicit {
		for j := range s.other.Tokens {
			if s.other.Tokens[j].Lemma == cue.Lemma {
				return true // "firing will cease", "cease firing"
			}
		}
		if j := s.to[n.Cue]; j >= 0 && negative(p.Lexicon, s.other, j) {
			return true // "declined funding", "refused to fund"
		}
	}
	if idiom(s.st, n) || coordinated(s, n) || onlyThen(s, n) || elsewise(s, n) {
		return true
	}
	if j := s.to[n.Scope]; negative(p.Lexicon, s.st, n.Scope) && (j < 0 || !negative(p.Lexicon, s.other, j)) {
		return true // "did not refuse", "accepted"; but not "did not refuse", "refused"
	}
	if troubled(s, n) {
		return true
	}
	at := s.place(n.Scope)
	for j := range s.other.Tokens {
		t := &s.other.Tokens[j]
		if !s.free(j) {
			continue
		}
		if negative(p.Lexicon, s.other, j) && !denies(s.other, j) && bears(s.other, j, at) {
			return true
		}
		if at >= 0 && deprives[t.Lemma] && s.other.Tokens[at].Head == j {
			return true // "had no contact", "lost contact"
		}
		if s.lone(n.Scope) && graded(t) && graded(&s.st.Tokens[n.Scope]) && bears(s.other, j, at) {
			return true // "not small", "significant"
		}
		if functional[t.Lower] != "" {
			continue
		}
		o := phrasal(p.Lexicon, s.other, j)
		for k := range s.st.Tokens {
			if k == n.Scope || s.st.Tokens[k].Head == n.Scope || s.st.Tokens[n.Scope].Head == k {
				if direct, _ := opposed(p.Lexicon, o, phrasal(p.Lexicon, s.st, k)); direct {
					return true
				}
			}
		}
	}
	return false
}

// deprives are verbs whose object is there no longer.
var deprives = map[string]bool{"lose": true, "lack": true, "sever": true, "break": true, "end": true}

// place returns the word of the other statement that stands where word i of
// this one does, by itself or by what depends on it, or -1.
func (s side) place(i int) int {
	if s.to[i] >= 0 {
		return s.to[i]
	}
	for k := range s.st.Tokens {
		if t := &s.st.Tokens[k]; t.Head == i && s.to[k] >= 0 && align.Content(t) && !clausal(t.Rel) {
			return s.to[k]
		}
	}
	return -1
}

// graded reports whether a word is said of things more or less.
func graded(t *witness.Token) bool { return t.UPOS == "ADJ" || t.UPOS == "ADV" }

// troubled reports whether what a denied verb acts on is itself a want that the
// other statement does not name: "had no problem with".
func troubled(s side, n *witness.Negation) bool {
	if k := n.Cue + 1; s.st.Tokens[n.Cue].Lower == "nothing" && k < len(s.st.Tokens) && amiss[s.st.Tokens[k].Lower] && s.lone(k) {
		return true
	}
	for k := range s.st.Tokens {
		if t := &s.st.Tokens[k]; t.Head == n.Scope && t.Rel == "obj" && s.to[k] < 0 && wants[t.Lemma] {
			return true
		}
	}
	return s.to[n.Scope] < 0 && wants[s.st.Tokens[n.Scope].Lemma]
}

// wants are nouns for what hinders or is lacking: to deny them is to affirm.
var wants = map[string]bool{"problem": true, "trouble": true, "difficulty": true, "objection": true, "lack": true, "shortage": true,
	"obstacle": true, "limit": true, "exception": true, "shame": true, "mistake": true, "coincidence": true, "secret": true}

// amiss are words for what is not as it should be: who found nothing of it
// found all in order.
var amiss = map[string]bool{"wrong": true, "amiss": true, "untoward": true, "unusual": true, "suspicious": true, "improper": true, "illegal": true, "irregular": true, "abnormal": true}

// denies reports whether word j is a plain negation, which has been paired off
// as such.
func denies(st *witness.Statement, j int) bool {
	for _, n := range compare.Facts[*witness.Negation](st) {
		if n.Cue == j && !n.Implicit {
			return true
		}
	}
	return false
}

// bears reports whether negative word j can bear on word at: it stands in the
// clause of that word, governs the clause, or heads a clause below it. Where
// the place is not known, any word can.
func bears(st *witness.Statement, j, at int) bool {
	if at < 0 {
		return true
	}
	cj, ca := clause(st, j), clause(st, at)
	if h := st.Tokens[ca].Head; h >= 0 && (st.Tokens[ca].Rel == "acl" || st.Tokens[ca].Rel == "ccomp") && st.Tokens[h].UPOS == "NOUN" && st.Tokens[h].Head == j {
		return true // "rejected the accusation that"
	}
	return cj == ca || st.Tokens[ca].Head == j || j == cj && st.Tokens[j].Head >= 0 && clause(st, st.Tokens[j].Head) == ca ||
		st.Tokens[j].Rel == "mark" && st.Tokens[cj].Head >= 0 && clause(st, st.Tokens[cj].Head) == ca
}

// clause returns the head of the clause that word i stands in.
func clause(st *witness.Statement, i int) int {
	for n := 0; n < len(st.Tokens) && st.Tokens[i].Head >= 0; n++ {
		if clausal(st.Tokens[i].Rel) && (st.Tokens[i].Rel != "conj" || predicate(st, i)) {
			break
		}
		i = st.Tokens[i].Head
	}
	return i
}

// coordinated reports whether another negation of the statement turns a word
// that the word in question is joined to, so that the other statement can deny
// both at once: "no plans, no intention" against "no plans or intentions".
func coordinated(s side, n *witness.Negation) bool {
	if len(compare.Facts[*witness.Negation](s.other)) == 0 {
		return false
	}
	a := &s.st.Tokens[n.Scope]
	for _, o := range compare.Facts[*witness.Negation](s.st) {
		if o == n {
			continue
		}
		if b := &s.st.Tokens[o.Scope]; a.Head == o.Scope && a.Rel == "conj" || b.Head == n.Scope && b.Rel == "conj" {
			return true
		}
	}
	return false
}

// onlyThen reports whether a negation only sets a date that the other
// statement sets without "until": "did not leave until", "left only on"; "not
// before Monday", "on Monday at the earliest".
func onlyThen(s side, n *witness.Negation) bool {
	return until(s.st, n.Cue+1) && !until(s.other, 0)
}

// until reports whether a statement sets a bound in time at word i or after.
func until(st *witness.Statement, i int) bool {
	for ; i < len(st.Tokens); i++ {
		switch t := &st.Tokens[i]; t.Lower {
		case "until", "till":
			return true
		case "before":
			if t.Rel == "case" && dated(st, t.Head) {
				return true
			}
		}
	}
	return false
}

// dated reports whether word i belongs to a time.
func dated(st *witness.Statement, i int) bool {
	for _, f := range compare.Facts[*witness.Time](st) {
		if i >= 0 && f.Span.Contains(st.Tokens[i].Span) {
			return true
		}
	}
	return false
}

// idiom reports whether a negation belongs to a phrase that denies nothing:
// "can't wait", "no doubt", "no wonder", "not only".
func idiom(st *witness.Statement, n *witness.Negation) bool {
	if st.Tokens[n.Cue].Lower == "not" && nextIs(st, n.Cue, "long") {
		return true // "not long ago", "not long after"
	}
	if st.Tokens[n.Cue].Lower == "no" && nextIs(st, n.Cue, "-") {
		return true // "a no-confidence vote", "the no-fly zone"
	}
	if st.Tokens[n.Cue].Lower == "not" && (nextIs(st, n.Cue, "before") || nextIs(st, n.Cue, "until") || nextIs(st, n.Cue, "till")) {
		return true // "not before ten do the shutters go up"
	}
	switch st.Tokens[n.Scope].Lemma {
	case "wait", "doubt", "wonder", "matter", "help", "question", "mention", "forget":
		return true
	}
	return false
}

// negative reports whether word i holds a negation: a negative prefix, a verb
// that denies its complement, a word of the table.
func negative(lex *lexicon.Lexicon, st *witness.Statement, i int) bool {
	t := &st.Tokens[i]
	if lex.Negatives().Has(t.Lemma) || begins(lex.Negatives(), st, i) {
		return true
	}
	for _, imp := range lex.Implicatives().GetAll(align.Verb(lex, st.Tokens, i)) {
		// "keep from" and "clear of" deny; "keep" and "clear" do not
		if imp.Affirmed < 0 && (imp.Frame != "from" && imp.Frame != "of" || followed(st, i, imp.Frame)) {
			return true
		}
	}
	switch t.Lower {
	case "only", "until", "unless", "except", "hardly", "instead", "gone", "lack", "less", "few", "fewer", "little":
		return true
	case "free":
		return nextIs(st, i, "of") || nextIs(st, i, "from")
	case "too":
		return followed(st, i, "to")
	case "but":
		return t.Rel != "cc" || !predicate(st, max(t.Head, 0)) // "nothing but"; not "tried, but lost"
	}
	return prefixNegative(t) || len(t.Lemma) > 5 && strings.HasSuffix(strings.TrimSuffix(t.Lemma, "ly"), "less")
}

// begins reports whether a phrase of the table begins with word i: "out of the
// question".
func begins(table *lexicon.Phrases[lexicon.Negative], st *witness.Statement, i int) bool {
	words := []string{st.Tokens[i].Lemma} // "stayed away"
	for k := i + 1; k < min(i+5, len(st.Tokens)); k++ {
		words = append(words, st.Tokens[k].Lower)
	}
	_, n := table.Longest(words)
	return n > 0
}

// prefixNegative reports whether a word is another one with a negative prefix.
// "In" denies adjectives: to increase is not the opposite of a crease.
func prefixNegative(t *witness.Token) bool {
	for _, pre := range [...]string{"un", "in", "im", "ir", "il", "dis", "non", "mis"} {
		stem, ok := strings.CutPrefix(t.Lemma, pre)
		if !ok || len(stem) <= 3 {
			continue
		}
		if lexicon.Known(stem, lexicon.Adjective) && lexicon.Known(t.Lemma, lexicon.Adjective) || pre[0] != 'i' && lexicon.Known(stem, lexicon.Verb) {
			return true
		}
	}
	return false
}

// followed reports whether a word within reach after i is w.
func followed(st *witness.Statement, i int, w string) bool {
	for k := i + 1; k < min(i+6, len(st.Tokens)); k++ {
		if st.Tokens[k].Lower == w {
			return true
		}
	}
	return false
}

func nextIs(st *witness.Statement, i int, w string) bool {
	return compare.Word(st, i+1) == w
}
