package extract

import (
	"slices"
	"strings"

	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// office is a title found in the sentence, before it is tied to a person.
type office struct {
	lexicon.Office
	first, end int
}

// offices finds the titles of the sentence. It runs before names are read, so
// that the words of a title are no part of a name.
func (s *sentence) findOffices() {
	for i := 0; i < len(s.toks); {
		words, hyphen := s.lower[i:min(len(s.lower), i+12)], 0
		if s.word(i+1) == "-" && s.glued(i) && len(words) > 2 {
			words, hyphen = slices.Concat(words[:1], words[2:]), 1 // "Vice-Premier"
		}
		former, parted := strings.CutPrefix(words[0], "ex-")
		if parted {
			words = slices.Concat([]string{"ex", former}, words[1:]) // "ex-president", "ex-vice-president"
		}
		o, ok := s.lex.OfficeAt(words)
		if ok && parted {
			o.Words--
		}
		if ok && (o.Words > 1 || parted && hyphen > 0) {
			o.Words += hyphen
		}
		if !ok || s.used[i] || o.Words == 1 && s.relative(i) || isVerbal(s.upos(i+o.Words-1)) || s.insideName(i, i+o.Words) {
			i++
			continue
		}
		end := s.portfolios(i + o.Words)
		s.offices = append(s.offices, office{o, i, end})
		i = end
	}
}

// relative reports whether token i names somebody's relative, and no office: "his
// sister", "Lee's father".
func (s *sentence) relative(i int) bool {
	g, ok := s.lex.GenderedNouns().Get(s.lower[i])
	return ok && g.Relation != "" && i > 0 && (s.toks[i-1].XPOS == "PRP$" || s.toks[i-1].XPOS == "POS")
}

// portfolios steps over what else a minister is minister of: "Minister of
// Economy, Trade and Industry".
func (s *sentence) portfolios(end int) int {
	if w := s.word(end - 2); w != "of" && w != "for" {
		return end
	}
	for k := end; s.word(k) == "," || s.word(k) == "and" || s.word(k) == "&"; {
		k++
		if s.word(k) == "and" {
			k++
		}
		if !s.lex.Titles().Has("minister of "+s.word(k)) || !capital(&s.toks[k]) {
			break
		}
		k++
		if s.word(k-2) != "," || s.word(k) == "," || s.word(k) == "and" || s.word(k) == "&" {
			end = k
		}
	}
	return end
}

// insideName reports whether a title of one word is a part of a name: "Martin
// Luther King", "King's Cross".
func (s *sentence) insideName(i, end int) bool {
	if end-i > 1 || !capital(&s.toks[i]) || s.titleCased() {
		return false
	}
	prev := i > 0 && s.upos(i-1) == "PROPN" && capital(&s.toks[i-1]) && !s.lex.Places().Has(s.lower[i-1]) && (isRel(s.toks[i].Rel, "flat") || s.toks[i-1].Head == i && isRel(s.toks[i-1].Rel, "compound"))
	return prev || s.word(end) == "'s" && s.upos(end+1) == "PROPN"
}

// officeAt returns the end of the title that begins at token i, or i.
func (s *sentence) officeAt(i int) int {
	for _, o := range s.offices {
		if o.first == i {
			return o.end
		}
	}
	return i
}

// roles ties each office to the person whom the words around it name: before
// the name ("Deputy Secretary of State Wendy Sherman"), or set off by a comma
// on either side.
func (s *sentence) roles() {
	for _, o := range s.offices {
		start, end := o.first, o.end
		r := &witness.Role{Office: o.Office.Office, Modifier: o.Rank, Former: o.Time == "former"}
		// The country or body: "Russian deputy foreign minister", "deputy
		// foreign minister of Russia", "Russia's foreign minister".
		if n := s.nameEnding(start); n != nil {
			r.Of = n.Form
			start = n.First
		} else if w := s.word(start - 1); (w == "'s" || w == "s") && s.nameEnding(start-1) != nil {
			r.Of = s.nameEnding(start - 1).Form
			start = s.nameEnding(start - 1).First
		}
		if r.Modifier == "" {
			r.Modifier = s.rankBefore(start)
		}
		tail := end
		if w := s.word(end); w == "of" || w == "for" {
			if n := s.nameStarting(end + 1); n != nil && r.Of == "" {
				r.Of, tail = n.Form, n.Last+1
			}
		}
		if r.Of == "" {
			r.Of = s.headed(start, end)
		}
		holder := s.holder(start, tail)
		if holder != nil && holder.First >= tail && s.served(start) {
			holder = nil // who is named may be either
		} else if holder == nil {
			var past bool
			holder, past = s.predicated(start, end)
			r.Former = r.Former || past
		}
		if holder != nil {
			s.holders = append(s.holders, pendingHolder{r, holder})
		}
		r.Former = r.Former || s.formerly(start)
		r.At = witness.At{Span: s.span(start, max(end, tail)-1), Head: end - 1}
		s.add(r)
	}
}

// formerly reports whether words before an office at token i put it into the past: "who was
// formerly a judge".
func (s *sentence) formerly(i int) bool {
	k := i - 1
	for k >= 0 && (s.upos(k) == "DET" || s.upos(k) == "ADJ") {
		k--
	}
	w := s.word(k)
	return w == "formerly" || w == "previously"
}

// served reports whether the office at token i is only named as that which somebody or
// something serves: "the head of the Office of the President of X", "an adviser to the
// mayor of X". A name behind it may be the servant's.
func (s *sentence) served(i int) bool {
	k := i
	for k > 0 && s.upos(k-1) == "DET" {
		k--
	}
	if w := s.word(k - 1); k == i || w != "of" && w != "to" && w != "for" {
		return false // "the office of President Berg"
	}
	return attends[s.word(k-2)]
}

// attends are the bodies and persons that serve an office.
var attends = map[string]bool{"office": true, "administration": true, "cabinet": true, "chancellery": true, "secretariat": true, "apparatus": true, "staff": true,
	"adviser": true, "advisor": true, "aide": true, "assistant": true, "spokesman": true, "spokeswoman": true, "spokesperson": true, "representative": true, "envoy": true}

// headed returns what an office from start to end is said to be at the head of,
// where that is a common noun or a name with an article: "the president of the
// entity", "president of the Lower House", "the bank's governor", "the club
// president".
func (s *sentence) headed(start, end int) string {
	if s.word(end) == "of" {
		k := end + 1
		for s.upos(k) == "DET" || s.upos(k) == "ADJ" || s.upos(k) == "PRON" {
			k++
		}
		if n := s.nameStarting(k); n != nil {
			return n.Form
		}
		for s.upos(k) == "NOUN" && s.upos(k+1) == "NOUN" {
			k++
		}
		if s.upos(k) == "NOUN" {
			return s.toks[k].Lemma
		}
		return ""
	}
	k := start - 1
	if w := s.word(k); w == "'s" || w == "'" {
		k--
	}
	if s.upos(k) == "NOUN" && (k == start-2 || s.toks[k].Head >= start && s.toks[k].Head < end) {
		return s.toks[k].Lemma
	}
	return ""
}

// rankBefore reads a rank that broken word order has left before the article:
// "deputy The Russian Foreign Minister".
func (s *sentence) rankBefore(i int) string {
	if s.word(i-1) != "the" {
		return ""
	}
	switch w := s.word(i - 2); w {
	case "deputy", "vice", "assistant", "under":
		return w
	}
	return ""
}

type pendingHolder struct {
	role *witness.Role
	name *witness.Name
}

func isVerbal(upos string) bool { return upos == "VERB" || upos == "AUX" || upos == "ADV" }

// holder finds the name that an office from start to end belongs to.
func (s *sentence) holder(start, end int) *witness.Name {
	k := end
	if n := s.nameStarting(k); n != nil && !n.Demonym && !isGeographic(s, n) {
		return n
	}
	if s.word(k) == "," {
		if n := s.nameStarting(k + 1); n != nil && !n.Demonym && s.appositive(n, end) && !isGeographic(s, n) {
			return n
		}
	}
	k = start
	for k > 0 && (s.word(k-1) == "the" || s.word(k-1) == "a" || s.word(k-1) == "its" || s.word(k-1) == "us" || s.word(k-1) == "u.s.") {
		k--
	}
	if s.word(k-1) == "," || s.word(k-1) == "(" {
		if n := s.nameEnding(k - 1); n != nil && !n.Demonym && !isGeographic(s, n) {
			return n
		}
	}
	return s.renamed(start, end)
}

// renamed finds the name that an office from start to end renames by the tree,
// whatever stands between: "Ann Berg, 44, a former finance minister", "the
// president of the republic, Ivo Kral".
func (s *sentence) renamed(start, end int) *witness.Name {
	head := start
	for h := s.toks[head].Head; h >= start && h < end; h = s.toks[head].Head {
		head = h
	}
	if h := s.toks[head].Head; h >= 0 && isRel(s.toks[head].Rel, "appos") {
		return s.bearer(h)
	}
	for _, k := range s.kids[head] {
		if isRel(s.toks[k].Rel, "appos") {
			return s.bearer(k)
		}
	}
	return nil
}

// predicated finds the name of whom an office from start to end is said: "Berg is the
// deputy mayor", "Berg served as the mayor"; and whether it is said of a time gone by.
func (s *sentence) predicated(start, end int) (holder *witness.Name, past bool) {
	head := start
	for h := s.toks[head].Head; h >= start && h < end; h = s.toks[head].Head {
		head = h
	}
	verb := -1
	for _, k := range s.kids[head] {
		if isRel(s.toks[k].Rel, "cop") {
			verb = head
			past = past || s.word(k) == "was"
		}
		if isRel(s.toks[k].Rel, "case") && s.word(k) == "as" && s.toks[head].Head >= 0 && serving[s.toks[s.toks[head].Head].Lemma] {
			verb = s.toks[head].Head
			past = s.toks[verb].XPOS == "VBD"
		}
		if isRel(s.toks[k].Rel, "neg") || s.word(k) == "not" || s.word(k) == "never" {
			return nil, false
		}
	}
	if verb < 0 {
		return nil, false
	}
	for _, k := range s.kids[verb] {
		if isRel(s.toks[k].Rel, "nsubj") {
			return s.bearer(k), past
		}
	}
	return nil, false
}

// serving are the verbs of being in an office.
var serving = map[string]bool{"serve": true, "work": true, "act": true}

// bearer returns the name at token i, or the one that token i is the form of
// address of ("Ms Berg"), where it can hold an office.
func (s *sentence) bearer(i int) *witness.Name {
	n := s.nameAt(i)
	for _, k := range s.kids[i] {
		if n == nil && isRel(s.toks[k].Rel, "flat") {
			n = s.nameAt(k)
		}
	}
	if n == nil || n.Demonym || isGeographic(s, n) {
		return nil
	}
	return n
}

// appositive reports whether a name after a comma renames what stands before:
// it is followed by a comma, a stop or a verb, not by a list.
func (s *sentence) appositive(n *witness.Name, end int) bool {
	if isRel(s.toks[n.Head].Rel, "appos") {
		return true
	}
	switch w := s.word(n.Last + 1); w {
	case ",", ".", "":
		return true
	}
	return isVerbal(s.upos(n.Last + 1))
}

// isGeographic reports whether a name is known as a place or organisation and
// so holds no office.
func isGeographic(s *sentence, n *witness.Name) bool {
	words := s.lower[n.First : n.Last+1]
	_, np := s.lex.Places().Longest(words)
	_, no := s.lex.Organisations().Longest(words)
	return np == len(words) || no == len(words)
}

// nameStarting returns the mention whose first token is i.
func (s *sentence) nameStarting(i int) *witness.Name {
	for _, f := range s.facts {
		if n, ok := f.(*witness.Name); ok && n.First == i {
			return n
		}
	}
	return nil
}

// nameEnding returns the mention whose last token is i-1.
func (s *sentence) nameEnding(i int) *witness.Name {
	for _, f := range s.facts {
		if n, ok := f.(*witness.Name); ok && n.Last == i-1 {
			return n
		}
	}
	return nil
}

// nameAt returns the mention that holds token i.
func (s *sentence) nameAt(i int) *witness.Name {
	for _, f := range s.facts {
		if n, ok := f.(*witness.Name); ok && n.First <= i && i <= n.Last {
			return n
		}
	}
	return nil
}

// sortFacts puts the facts of a statement into the order of their words.
func sortFacts(facts []witness.Fact) {
	slices.SortStableFunc(facts, func(a, b witness.Fact) int {
		if d := a.Where().Start - b.Where().Start; d != 0 {
			return d
		}
		return b.Where().End - a.Where().End
	})
}
