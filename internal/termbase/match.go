package termbase

import (
	"errors"
	"fmt"
	"regexp"
	"regexp/syntax"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factdiff/factdiff/internal/nlp"
	"github.com/factdiff/factdiff/witness"
)

// matcher finds phrases, through an index over their first words, and
// patterns.
type matcher struct {
	first    map[string][]phrase
	patterns []pattern
}

type pattern struct {
	re    *regexp.Regexp
	entry int
}

// isPattern reports whether a wording stands between slashes.
func isPattern(s string) bool { return len(s) > 2 && s[0] == '/' && s[len(s)-1] == '/' }

func (m *matcher) add(s string, entry int) error {
	s = strings.TrimSpace(s)
	if isPattern(s) {
		re, err := compile(s[1 : len(s)-1])
		if err != nil {
			return err
		}
		m.patterns = append(m.patterns, pattern{re, entry})
		return nil
	}
	p, err := newPhrase(s, entry)
	if err != nil {
		return err
	}
	if m.first == nil {
		m.first = map[string][]phrase{}
	}
	m.first[p.words[0]] = append(m.first[p.words[0]], p)
	return nil
}

// sort puts longer phrases first, entries in their order.
func (m *matcher) sort() {
	for _, list := range m.first {
		slices.SortStableFunc(list, func(a, b phrase) int { return len(b.words) - len(a.words) })
	}
}

// compile compiles a pattern, within the bounds: counted repetitions make a
// small pattern a large program, and time is linear in its size too.
func compile(s string) (*regexp.Regexp, error) {
	if len(s) > MaxPattern {
		return nil, fmt.Errorf("a pattern longer than %d bytes", MaxPattern)
	}
	tree, err := syntax.Parse(s, syntax.Perl)
	if err != nil {
		return nil, err
	}
	prog, err := syntax.Compile(tree.Simplify())
	if err != nil {
		return nil, err
	}
	if len(prog.Inst) > maxProgram {
		return nil, fmt.Errorf("the pattern %q repeats too much", s)
	}
	re, err := regexp.Compile(s)
	if err != nil {
		return nil, err
	}
	if re.MatchString("") {
		return nil, errors.New("a pattern that matches nothing at all")
	}
	return re, nil
}

// find lists where the phrases and patterns of m stand in st.
func (m *matcher) find(st *witness.Statement) []Use {
	var out []Use
	words(st, func(toks []witness.Token) {
		tokens := witness.Statement{Tokens: toks}
		for i := range toks {
			for _, key := range [2]string{toks[i].Lower, toks[i].Lemma} {
				for k := range m.first[key] {
					if p := &m.first[key][k]; p.at(&tokens, i) {
						out = append(out, Use{p.entry, witness.Span{Start: toks[i].Span.Start, End: toks[i+len(p.words)-1].Span.End}})
					}
				}
				if toks[i].Lower == toks[i].Lemma {
					break
				}
			}
		}
	}, len(m.first) > 0)
	s := st.Text()
	for _, p := range m.patterns {
		for _, at := range p.re.FindAllStringIndex(s, -1) {
			if whole(s, at[0], at[1]) {
				out = append(out, Use{p.entry, witness.Span{Start: st.Span.Start + at[0], End: st.Span.Start + at[1]}})
			}
		}
	}
	return out
}

// words gives the words of a statement to f: its tokens, or, of a source in
// another language, which nobody has analysed, what stands between its spaces
// and marks.
func words(st *witness.Statement, f func([]witness.Token), wanted bool) {
	switch {
	case !wanted:
	case len(st.Tokens) > 0:
		f(st.Tokens)
	default:
		var toks []witness.Token
		for _, t := range nlp.Tokenize(nil, st.Text()) {
			lower := strings.ToLower(t.Form)
			toks = append(toks, witness.Token{
				Span: witness.Span{Start: st.Span.Start + t.Start, End: st.Span.Start + t.End}, Form: t.Form, Lower: lower, Lemma: lower,
			})
		}
		f(toks)
	}
}

// whole reports whether s[i:j] is not empty and does not begin or end within
// a word. Scripts that put no space between words have no such bounds.
func whole(s string, i, j int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	first, _ := utf8.DecodeRuneInString(s[i:j])
	last, _ := utf8.DecodeLastRuneInString(s[i:j])
	after, _ := utf8.DecodeRuneInString(s[j:])
	return i < j && !(letter(before) && letter(first)) && !(letter(last) && letter(after))
}

func letter(r rune) bool {
	return (unicode.IsLetter(r) || unicode.IsDigit(r)) && !unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai)
}
