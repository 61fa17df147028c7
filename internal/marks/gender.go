package marks

import (
	"strings"

	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// A Gendered is a pronoun, or another word that shows a gender, with the
// person it must mean.
type Gendered struct {
	Statement *witness.Statement
	Token     int
	Gender    witness.Gender
	Entity    *witness.Entity
	Name      *witness.Name      // the mention it hangs on
	At        *witness.Statement // where that mention stands
	// Address says that the pronoun stands in "for her part" next to the
	// name, which settles the gender.
	Address bool
	// Strong says that the pronoun is the subject of a main clause, and that
	// the person was that of the sentence before. Elsewhere it may be
	// somebody whom an earlier paragraph names.
	Strong bool
}

// PronounGender gives the gender that a pronoun shows.
func PronounGender(lower string) witness.Gender {
	switch lower {
	case "he", "him", "his", "himself":
		return witness.Masculine
	case "she", "her", "hers", "herself":
		return witness.Feminine
	}
	return witness.UnknownGender
}

// NounGender gives the gender that a noun for a person shows: spokeswoman,
// king. The second result says that the noun is one for a person.
func NounGender(lex *lexicon.Lexicon, t *witness.Token) (witness.Gender, bool) {
	if g, ok := lex.GenderedNouns().Get(t.Lemma); ok {
		return of(g.Gender), true
	}
	if x, ok := lex.Titles().Get(t.Lemma); ok {
		return of(x.Gender), true
	}
	if strings.HasSuffix(t.Lemma, "woman") {
		return witness.Feminine, true
	}
	if strings.HasSuffix(t.Lemma, "man") && len(t.Lemma) > 4 && t.Lemma != "human" && t.Lemma != "german" {
		return witness.Masculine, true
	}
	return witness.UnknownGender, lexicon.Category(t.Lemma, lexicon.Noun) == "person"
}

func of(g lexicon.Gender) witness.Gender {
	switch g {
	case lexicon.Female:
		return witness.Feminine
	case lexicon.Male:
		return witness.Masculine
	}
	return witness.UnknownGender
}

// addressed gives the gender of "Mr", "Ms" and the like before a name.
func addressed(st *witness.Statement, n *witness.Name) witness.Gender {
	switch strings.TrimSuffix(Lower(st, n.First-1), ".") {
	case "mr", "sir", "lord", "prince", "king", "monsieur", "sheikh":
		return witness.Masculine
	case "mrs", "ms", "miss", "lady", "princess", "queen", "madame", "dame":
		return witness.Feminine
	}
	return witness.UnknownGender
}

// cast is the persons on stage in a paragraph as it is read.
type cast struct {
	lex    *lexicon.Lexicon
	others bool // somebody whom no name names
	names  []*witness.Name
	at     []*witness.Statement
	// lead is the entity that a sentence of the paragraph is about.
	lead map[*witness.Entity]bool
}

func (c *cast) see(st *witness.Statement, n *witness.Name) {
	c.names, c.at = append(c.names, n), append(c.at, st)
}

// one returns the index of a mention of the only person on stage, or -1.
func (c *cast) one() int {
	if c.others || len(c.names) == 0 {
		return -1
	}
	last := len(c.names) - 1
	for _, n := range c.names {
		if n.Entity != c.names[last].Entity {
			return -1
		}
	}
	return last
}

// Pronouns reads one report and finds the pronouns that can mean only one
// person: those of a paragraph in which, up to there, one person and no other
// is named or described, and that person is what a sentence is about.
// isPerson tells which entities are persons.
func Pronouns(lex *lexicon.Lexicon, w *witness.Witness, isPerson func(*witness.Entity) bool) []Gendered {
	var out []Gendered
	c := &cast{lex: lex}
	line := -1
	for _, st := range w.Statements {
		if st.Line != line {
			// A paragraph that opens with a quotation goes on with the
			// speaker of the one before.
			if q := strings.TrimLeft(st.Text(), "\"“"); q == st.Text() || c.lead == nil {
				*c = cast{lex: lex, lead: map[*witness.Entity]bool{}}
			}
			line = st.Line
		}
		if !Readable(st) || st.Kind == witness.Headline {
			continue
		}
		out = append(out, c.read(st, isPerson)...)
	}
	return out
}

func (c *cast) read(st *witness.Statement, isPerson func(*witness.Entity) bool) []Gendered {
	var out []Gendered
	names := starts(st)
	for i := 0; i < len(st.Tokens); i++ {
		t := &st.Tokens[i]
		if n := names[i]; n != nil && !n.Demonym {
			if isPerson(n.Entity) {
				c.see(st, n)
				if subject(st, n.Head) && !InQuote(st, n.First) {
					c.lead[n.Entity] = true
				}
				if g, k := partBefore(st, n); g != witness.UnknownGender {
					out = append(out, Gendered{Statement: st, Token: k, Gender: g, Entity: n.Entity, Name: n, At: st, Address: true})
				}
			} else if n.Entity == nil || n.Entity.Kind == witness.OtherEntity && n.Last-n.First < 3 {
				c.others = true // perhaps a person
			}
			i = n.Last
			continue
		}
		if InQuote(st, i) {
			continue
		}
		if g := PronounGender(t.Lower); g != witness.UnknownGender {
			k := c.one()
			if k >= 0 && c.lead[c.names[k].Entity] && bound(st, i) {
				out = append(out, Gendered{Statement: st, Token: i, Gender: g, Entity: c.names[k].Entity, Name: c.names[k], At: c.at[k],
					Strong: strong(st, i, c.at[k], c.names[k])})
			}
			continue
		}
		if t.UPOS == "NOUN" && t.XPOS == "NN" && c.person(st, i, names) {
			c.others = true
		}
	}
	return out
}

// strong reports whether the pronoun at token i opens a main clause that goes
// on with the subject n: "He warned" after a sentence about him, or the words
// that close a quotation.
func strong(st *witness.Statement, i int, at *witness.Statement, n *witness.Name) bool {
	t := &st.Tokens[i]
	if t.Lower != "he" && t.Lower != "she" || t.Head < 0 || !subject(at, n.Head) || InQuote(at, n.First) {
		return false
	}
	v := &st.Tokens[t.Head]
	if st != at {
		return v.Head < 0 || v.Rel == "parataxis"
	}
	if i == 0 || !strings.ContainsAny(st.Tokens[i-1].Form, "\"“”") {
		return false
	}
	for k := at.Tokens[n.Head].Head; k >= 0; k = at.Tokens[k].Head {
		if k == t.Head {
			return false // "Ann lived there, he said": she is what is said
		}
	}
	return true
}

// bound reports whether the pronoun at token i stands where it means whom the
// sentence is about: as a subject, or as the possessive of something. "Him"
// and "her" as objects are somebody else as a rule.
func bound(st *witness.Statement, i int) bool {
	t := &st.Tokens[i]
	switch t.Lower {
	case "he", "she":
		return true
	case "his":
		return t.Rel == "nmod:poss" && t.Head > i
	case "her":
		return t.Rel == "nmod:poss" && t.Head > i && t.XPOS == "PRP$"
	}
	return false
}

// person reports whether the noun at token i is somebody on stage whom no name
// names: "the negotiator", and not "Wendy Sherman, the negotiator".
func (c *cast) person(st *witness.Statement, i int, names map[int]*witness.Name) bool {
	t := &st.Tokens[i]
	if _, ok := NounGender(c.lex, t); !ok {
		return false
	}
	if t.Rel == "compound" || t.Rel == "amod" || UPOS(st, i+1) == "NOUN" || UPOS(st, i+1) == "PROPN" {
		return false // part of a title or of another noun
	}
	if names[i+1] != nil || Lower(st, i+1) == "," && names[i+2] != nil {
		return false // "representative, Wendy Sherman"
	}
	for k := i - 1; k >= 0 && k > i-6; k-- { // "Wendy Sherman, the representative"
		switch {
		case st.Tokens[k].Lower == "," && k > 0:
			for _, n := range names {
				if n.Last == k-1 {
					return false
				}
			}
			return true
		case st.Tokens[k].UPOS != "DET" && st.Tokens[k].UPOS != "ADJ" && st.Tokens[k].UPOS != "NOUN" && st.Tokens[k].UPOS != "PROPN" && st.Tokens[k].Lower != "'s":
			return t.Rel != "xcomp" && t.Head >= 0
		}
	}
	return true
}

// starts lists the names of a statement by the index of their first token.
func starts(st *witness.Statement) map[int]*witness.Name {
	m := map[int]*witness.Name{}
	for _, f := range st.Facts {
		if n, ok := f.(*witness.Name); ok && m[n.First] == nil {
			m[n.First] = n
		}
	}
	return m
}

// subject reports whether token i is, or is part of, the subject of a verb.
func subject(st *witness.Statement, i int) bool {
	for steps := 0; i >= 0 && steps < 4; steps++ {
		switch rel := st.Tokens[i].Rel; {
		case strings.HasPrefix(rel, "nsubj"):
			return true
		case rel == "appos", rel == "flat", rel == "compound":
			i = st.Tokens[i].Head
		default:
			return false
		}
	}
	return false
}

// partBefore reads "For her part, the US representative, Wendy Sherman,": the
// address that opens a sentence and the name that follows in it as its
// subject.
func partBefore(st *witness.Statement, n *witness.Name) (witness.Gender, int) {
	if len(st.Tokens) < 4 || n.First > 12 || Lower(st, 0) != "for" || Lower(st, 2) != "part" {
		return witness.UnknownGender, 0
	}
	for k := 3; k < n.First; k++ {
		if u := st.Tokens[k].UPOS; u == "VERB" || u == "AUX" {
			return witness.UnknownGender, 0
		}
	}
	return PronounGender(Lower(st, 1)), 1
}

// Ages finds "a man in her thirties": a noun that shows a gender and the
// possessive of the other before an age.
func Ages(lex *lexicon.Lexicon, st *witness.Statement) (noun, pronoun int, ok bool) {
	for i := 1; i+2 < len(st.Tokens); i++ {
		g := PronounGender(st.Tokens[i+1].Lower)
		if st.Tokens[i].Lower != "in" || g == witness.UnknownGender || !decade(st.Tokens[i+2].Lower) && !decade(Lower(st, i+3)) {
			continue
		}
		n := &st.Tokens[i-1]
		if n.UPOS != "NOUN" {
			continue
		}
		if h, person := NounGender(lex, n); person && h != witness.UnknownGender && h != g && n.XPOS == "NN" {
			return i - 1, i + 1, true
		}
	}
	return 0, 0, false
}

func decade(w string) bool {
	switch w {
	case "teens", "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties":
		return true
	}
	return len(w) >= 3 && w[0] >= '1' && w[0] <= '9' && strings.HasSuffix(w, "0s")
}

// Reflexives finds "he … herself": a pronoun as subject and the reflexive of
// the other gender as an object of the same verb.
func Reflexives(st *witness.Statement) (subject, object int, ok bool) {
	for i := range st.Tokens {
		t := &st.Tokens[i]
		g := PronounGender(t.Lower)
		if g == witness.UnknownGender || !strings.HasSuffix(t.Lower, "self") || t.Head < 0 {
			continue
		}
		for k := max(0, i-12); k < i; k++ {
			s := &st.Tokens[k]
			if h := PronounGender(s.Lower); h != witness.UnknownGender && h != g && (s.Lower == "he" || s.Lower == "she") && s.Head == t.Head && s.Rel == "nsubj" {
				return k, i, true
			}
		}
	}
	return 0, 0, false
}

// Settled gives the gender of every person of the event that is known: by the
// given name, by a title before the name, by an address, or because two
// reports or more use one pronoun and fewer the other. The second map says
// what it is known from.
func Settled(lex *lexicon.Lexicon, ev *witness.Event, found []Gendered) (map[*witness.Entity]witness.Gender, map[*witness.Entity]string) {
	g, why := map[*witness.Entity]witness.Gender{}, map[*witness.Entity]string{}
	set := func(e *witness.Entity, x witness.Gender, reason string) {
		if e == nil || x == witness.UnknownGender {
			return
		}
		if old, ok := g[e]; ok && old != x && why[e] != "" {
			g[e], why[e] = witness.UnknownGender, "" // the signs disagree
			return
		}
		g[e], why[e] = x, reason
	}
	type votes struct{ he, she map[int]bool }
	by := map[*witness.Entity]*votes{}
	for _, f := range found {
		v := by[f.Entity]
		if v == nil {
			v = &votes{map[int]bool{}, map[int]bool{}}
			by[f.Entity] = v
		}
		if f.Gender == witness.Masculine {
			v.he[f.Statement.Witness.Index] = true
		} else {
			v.she[f.Statement.Witness.Index] = true
		}
	}
	for _, e := range ev.Entities {
		v := by[e]
		if e.Gender != witness.UnknownGender && isName(lex, e) {
			if v == nil || !against(e.Gender, len(v.he), len(v.she)) {
				set(e, e.Gender, "the name")
			}
			continue
		}
		if v != nil {
			switch {
			case len(v.she) >= 2 && len(v.she) > 2*len(v.he):
				set(e, witness.Feminine, "the other reports")
			case len(v.he) >= 2 && len(v.he) > 2*len(v.she):
				set(e, witness.Masculine, "the other reports")
			}
		}
	}
	for _, w := range ev.Witnesses {
		for _, st := range w.Statements {
			for _, f := range st.Facts {
				if n, ok := f.(*witness.Name); ok {
					set(n.Entity, addressed(st, n), "the address")
				}
			}
		}
	}
	return g, why
}

// against reports whether so many reports use the other pronoun that the name
// must mislead.
func against(g witness.Gender, he, she int) bool {
	if g == witness.Feminine {
		he, she = she, he
	}
	return she >= 2 && she > he
}

// isName reports whether the gender of an entity comes from a given name of
// one gender, as its fullest form has it.
func isName(lex *lexicon.Lexicon, e *witness.Entity) bool {
	first, _, more := strings.Cut(strings.ToLower(e.Name), " ")
	if !more {
		return false
	}
	_, ok := lex.GivenGender(first)
	return ok
}
