package marks

import (
	"slices"
	"strings"

	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// constructions finds the words of a statement that are built into it, or set
// beside another, as the table says that English does not do it.
func constructions(lex *lexicon.Lexicon, st *witness.Statement) []Loan {
	table := lex.Constructions()
	var out []Loan
	f := framed{lex: lex, st: st}
	for i := range st.Tokens {
		t := &st.Tokens[i]
		word := t.Lemma
		c, end := f.first(table.GetAll(word), i)
		if c == nil && t.Lower != t.Lemma {
			word = t.Lower
			c, end = f.first(table.GetAll(word), i)
		}
		if c == nil {
			continue
		}
		out = append(out, Loan{st, Span(st, i, end), lexicon.Calque{
			Phrase: word + " " + Lower(st, end), Languages: c.Languages, Meant: strings.ReplaceAll(c.Meant, "~", word),
			Note: c.Note, Confidence: c.Confidence, Category: c.Category,
		}, true})
	}
	return out
}

// framed matches frames in one statement.
type framed struct {
	lex *lexicon.Lexicon
	st  *witness.Statement
}

func (f *framed) first(list []lexicon.Construction, i int) (*lexicon.Construction, int) {
	for k := range list {
		if end, ok := f.match(&list[k], i); ok {
			return &list[k], end
		}
	}
	return nil, 0
}

// match reports whether the construction c begins at token i, and where it
// ends.
func (f *framed) match(c *lexicon.Construction, i int) (end int, ok bool) {
	if !f.class(c, i) || Glued(f.st, i) && i+1 < len(f.st.Tokens) && f.st.Tokens[i+1].Lower == "-" {
		return 0, false
	}
	if c.Class == "m" && f.st.Tokens[i].UPOS == "PROPN" && UPOS(f.st, i+1) == "PROPN" {
		return 0, false // part of a name
	}
	if c.Class == "m" && f.place(i) {
		return 0, false // "West African", which is of West Africa
	}
	k := i + 1
	if slices.Contains(c.Unless, Lower(f.st, k)) {
		return 0, false
	}
	for n, e := range c.Frame {
		if c.Class == "m" {
			k = f.unquote(k)
		} else if e.Kind != "END" {
			k = f.skip(k)
		}
		next, ok := f.step(e, k, n > 0 && n == len(c.Frame)-1 && c.Frame[n-1].Kind == "word")
		if !ok || e.Kind == "word" && slices.Contains(c.Unless, Lower(f.st, next)) {
			return 0, false
		}
		k = next
	}
	return k - 1, true
}

// class reports whether token i is a word of the class that c is about, and
// nothing before it can be what it seems to lack.
func (f *framed) class(c *lexicon.Construction, i int) bool {
	t := &f.st.Tokens[i]
	switch c.Class {
	case "v":
		return t.UPOS == "VERB" && f.active(i) && !f.gap(c, i)
	case "vp":
		return t.UPOS == "VERB"
	case "n":
		return t.UPOS == "NOUN" && t.Rel != "compound"
	case "a":
		return t.UPOS == "ADJ" || t.XPOS == "VBN"
	case "m":
		return t.UPOS == "ADJ" || t.UPOS == "NOUN" || t.UPOS == "PROPN" || t.XPOS == "VBN" || t.XPOS == "VBD" || t.XPOS == "VBG"
	}
	return true
}

// place reports whether the word at i and the next are a place or what is of it.
func (f *framed) place(i int) bool {
	next := Lower(f.st, i+1)
	return f.lex.Places().Has(next) && f.lex.Places().Has(Lower(f.st, i)+" "+next)
}

// active reports whether the verb at i is no passive participle. A past form
// needs its subject, for "residents told that …" leaves out "were".
func (f *framed) active(i int) bool {
	t := &f.st.Tokens[i]
	switch t.XPOS {
	case "VB", "VBP", "VBZ", "VBG":
		return true
	}
	for k := i - 1; k >= 0 && k > i-4; k-- {
		switch b := &f.st.Tokens[k]; {
		case b.UPOS == "AUX" || b.UPOS == "VERB":
			return b.Lemma == "have"
		case b.UPOS != "ADV" && b.UPOS != "PART":
			k = 0
		}
	}
	return f.subject(i) >= 0 && f.st.Kind != witness.Headline && !TitleCase(f.st)
}

// subject returns the token that is the subject of the verb at i, or -1.
func (f *framed) subject(i int) int {
	for k := range f.st.Tokens {
		if t := &f.st.Tokens[k]; t.Head == i && (t.Rel == "nsubj" || t.Rel == "csubj") {
			return k
		}
	}
	return -1
}

// gap reports whether the object of the verb at i may stand before it: "the
// plan that they discussed at length", "issues to discuss with".
func (f *framed) gap(c *lexicon.Construction, i int) bool {
	if c.Frame[0].Kind != "word" && c.Frame[0].Kind != "TO" {
		return false
	}
	t := &f.st.Tokens[i]
	if strings.HasPrefix(t.Rel, "acl") {
		return true
	}
	for k := range f.st.Tokens[:i] {
		b := &f.st.Tokens[k]
		if b.Head == i && (b.Rel == "obj" || b.Rel == "nsubj:pass" || b.Rel == "aux:pass") || k > i-6 && (b.XPOS == "WP" || b.XPOS == "WDT") {
			return true
		}
	}
	return false
}

// skip passes over quotation marks and an adverb.
func (f *framed) skip(k int) int {
	k = f.unquote(k)
	if w := Lower(f.st, k); UPOS(f.st, k) == "ADV" && (strings.HasSuffix(w, "ly") || passing[w]) {
		k = f.unquote(k + 1)
	}
	return k
}

// passing adverbs may stand between a word and what it governs.
var passing = Set("also already again still even once never always")

func (f *framed) unquote(k int) int {
	for k < len(f.st.Tokens) && quotation(f.st.Tokens[k].Lower) {
		k++
	}
	return k
}

func quotation(s string) bool { return s == "\"" || s == "''" || s == "``" || s == "“" || s == "”" }

// step matches one element at token k and returns the token behind it.
func (f *framed) step(e lexicon.Element, k int, last bool) (int, bool) {
	if e.Kind == "END" {
		return k, k >= len(f.st.Tokens) || f.st.Tokens[k].UPOS == "PUNCT"
	}
	if k >= len(f.st.Tokens) {
		return 0, false
	}
	t := &f.st.Tokens[k]
	switch e.Kind {
	case "word":
		return k + 1, slices.Contains(e.Words, t.Lower)
	case "NP":
		return f.nounPhrase(e.Words, k, last)
	case "PERSON":
		return f.person(k)
	case "VERB":
		return k + 1, t.XPOS == "VB"
	case "VING":
		return k + 1, t.XPOS == "VBG" && t.UPOS == "VERB"
	case "TO":
		j := k + 1
		if UPOS(f.st, j) == "ADV" {
			j++
		}
		return j + 1, t.Lower == "to" && j < len(f.st.Tokens) && f.st.Tokens[j].XPOS == "VB"
	case "CLAUSE":
		return k + 1, f.clause(k)
	case "SAYS":
		return f.says(k)
	case "NUM":
		return k + 1, t.UPOS == "NUM"
	}
	return 0, false
}

// most is how many tokens of a phrase are looked at.
const phraseTokens = 8

// nounPhrase matches a noun phrase at k: any that is no time and no fixed
// phrase, or one whose head is among the words.
func (f *framed) nounPhrase(words []string, k int, afterWord bool) (int, bool) {
	start, head := k, -1
loop:
	for ; k < len(f.st.Tokens) && k < start+phraseTokens; k++ {
		t := &f.st.Tokens[k]
		switch {
		case quotation(t.Lower), t.Lower == "'s", t.Lower == "'", t.Lower == "-":
		case t.UPOS == "DET", t.UPOS == "ADJ", t.UPOS == "NUM", t.XPOS == "PRP$":
			if head >= 0 && t.UPOS == "DET" {
				break loop
			}
		case t.UPOS == "NOUN", t.UPOS == "PROPN":
			head = k
		case slices.Contains(words, t.Lemma) && t.UPOS == "VERB":
			head = k // "sure guarantees": the tagger's verb
		case t.UPOS == "PRON" && head < 0 && len(words) == 0 && t.XPOS == "PRP":
			return k + 1, true
		case t.Lower == "and" && UPOS(f.st, k-1) == "ADJ" && UPOS(f.st, k+1) == "ADJ":
		case (t.XPOS == "VBN" || t.XPOS == "VBG") && (UPOS(f.st, k+1) == "NOUN" || UPOS(f.st, k+1) == "PROPN"):
		default:
			break loop
		}
	}
	if head < 0 {
		return 0, false
	}
	t := &f.st.Tokens[head]
	if len(words) > 0 {
		return head + 1, slices.ContainsFunc(words, func(w string) bool { return f.isNoun(w, t) })
	}
	if f.lex.Calendar().Has(t.Lower) || lexicon.Category(t.Lemma, lexicon.Noun) == "time" || f.lex.Units().Has(t.Lower) {
		return 0, false
	}
	if afterWord && (f.st.Tokens[start].UPOS == "NUM" || head == start && settled[t.Lower]) {
		return 0, false // "about ten", "in detail"
	}
	return head + 1, true
}

// isNoun reports whether a token is the noun w, or of the category "@w".
func (f *framed) isNoun(w string, t *witness.Token) bool {
	if c, ok := strings.CutPrefix(w, "@"); ok {
		return lexicon.Category(t.Lemma, lexicon.Noun) == c
	}
	return t.Lemma == w || t.Lower == w
}

// settled nouns make an adverb with the preposition before them.
var settled = Set("fact part detail full principle turn public private person vain general particular advance brief earnest practice theory secret silence court " +
	"parliament congress once least most first last length large home work school church war sea heart all random present times night noon dawn " +
	"time purpose average board camera air television tv radio record twitter facebook video paper stage record behalf condition line " +
	"example instance good sure certain now long ever life fear lack want " +
	"date course late order hand foot phone mail email letter law force surprise mistake name chance nature default far")

// person matches a pronoun in the object case, or a name of somebody or of a
// country.
func (f *framed) person(k int) (int, bool) {
	t := &f.st.Tokens[k]
	if objects[t.Lower] || t.Lower == "her" && t.XPOS == "PRP" {
		return k + 1, true
	}
	if t.Lower == "the" {
		k++
	}
	for _, x := range f.st.Facts {
		if n, ok := x.(*witness.Name); ok && n.First == k && !n.Demonym && (n.Entity != nil && n.Entity.Kind == witness.Person || f.nation(n)) && Lower(f.st, n.Last+1) != "'s" && UPOS(f.st, n.Last+1) != "PROPN" && UPOS(f.st, n.Last+1) != "NOUN" {
			return n.Last + 1, true
		}
	}
	return 0, false
}

func (f *framed) nation(n *witness.Name) bool {
	if n.Entity == nil || n.Entity.Kind != witness.Place {
		return false
	}
	p, ok := f.lex.Country(strings.ToLower(f.st.Witness.Text[n.Span.Start:n.Span.End]))
	return ok && p.Kind == "country"
}

// clause reports whether a clause with its subject begins at k.
func (f *framed) clause(k int) bool {
	if u := UPOS(f.st, k); u == "VERB" || u == "AUX" || u == "PUNCT" || u == "ADP" {
		return false
	}
	for j := k + 1; j < len(f.st.Tokens) && j < k+12; j++ {
		t := &f.st.Tokens[j]
		switch t.XPOS {
		case "MD", "VBD", "VBZ", "VBP":
			return true
		case "WDT", "WP", "TO", ":", ".":
			return false
		}
	}
	return false
}

// says matches a finite verb of saying whose subject the word before it is.
func (f *framed) says(k int) (int, bool) {
	subject := k - 1
	for k < len(f.st.Tokens) && (f.st.Tokens[k].UPOS == "AUX" || f.st.Tokens[k].UPOS == "ADV") {
		k++
	}
	if k >= len(f.st.Tokens) || !strings.HasPrefix(f.st.Tokens[subject].Rel, "nsubj") || f.st.Tokens[subject].Head != k {
		return 0, false
	}
	t := &f.st.Tokens[k]
	_, reports := f.lex.Reporting().Get(t.Lemma)
	return k + 1, t.UPOS == "VERB" && t.XPOS != "VBG" && t.Lemma != "show" && t.Lemma != "suggest" && t.Lemma != "indicate" && reports
}
