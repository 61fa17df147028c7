package extract

import (
	"strings"

	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// sentence is a statement being read: its tokens, their matching forms side by
// side, and what the extractors have claimed so far.
type sentence struct {
	st       *witness.Statement
	lex      *lexicon.Lexicon
	toks     []witness.Token
	lower    []string
	lemma    []string
	used     []bool // taken by a time or a label: no quantity starts here
	kids     [][]int
	facts    []witness.Fact
	offices  []office
	holders  []pendingHolder  // roles whose person is known once entities are
	speakers []pendingSpeaker // attributions likewise
}

func newSentence(lex *lexicon.Lexicon, st *witness.Statement) *sentence {
	n := len(st.Tokens)
	s := &sentence{st: st, lex: lex, toks: st.Tokens, lower: make([]string, n), lemma: make([]string, n),
		used: make([]bool, n), kids: make([][]int, n)}
	for i := range st.Tokens {
		t := &st.Tokens[i]
		s.lower[i], s.lemma[i] = t.Lower, t.Lemma
		if t.Head >= 0 {
			s.kids[t.Head] = append(s.kids[t.Head], i)
		}
	}
	return s
}

func (s *sentence) add(f witness.Fact) { s.facts = append(s.facts, f) }

// span covers tokens i to j, inclusive.
func (s *sentence) span(i, j int) witness.Span {
	return witness.Span{Start: s.toks[i].Span.Start, End: s.toks[j].Span.End}
}

// word returns the matching form of token i, or nothing outside the sentence.
func (s *sentence) word(i int) string {
	if i < 0 || i >= len(s.lower) {
		return ""
	}
	return s.lower[i]
}

// upos returns the part of speech of token i, or nothing outside the sentence.
func (s *sentence) upos(i int) string {
	if i < 0 || i >= len(s.toks) {
		return ""
	}
	return s.toks[i].UPOS
}

// glued reports whether no space stands between tokens i and i+1.
func (s *sentence) glued(i int) bool {
	return i >= 0 && i+1 < len(s.toks) && s.toks[i].Span.End == s.toks[i+1].Span.Start
}

// child returns the first dependant of i with the relation, subtypes
// included, or -1.
func (s *sentence) child(i int, rel string) int {
	for _, c := range s.kids[i] {
		if isRel(s.toks[c].Rel, rel) {
			return c
		}
	}
	return -1
}

// isRel reports whether rel is want or a subtype of it.
func isRel(rel, want string) bool {
	return rel == want || len(rel) > len(want) && rel[len(want)] == ':' && strings.HasPrefix(rel, want)
}

func isNominal(upos string) bool { return upos == "NOUN" || upos == "PROPN" || upos == "PRON" }

// capital reports whether a token begins with an upper-case letter.
func capital(t *witness.Token) bool {
	for _, r := range t.Form {
		return r >= 'A' && r <= 'Z' || r > 127 && strings.ToUpper(string(r)) == string(r) && strings.ToLower(string(r)) != string(r)
	}
	return false
}
