package render

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
	"github.com/sergi/go-diff/diffmatchpatch"
)

// Piece is a run of words in which all or none differ.
type Piece struct {
	Text    string
	Differs bool
}

// Diff marks the tokens in which a and b differ. The pieces of each side
// joined are that side again, and every cut between two of them lies between
// two tokens: a word is the same or it is another, never "te[x→s]t".
//
// The diff itself is go-diff's, which knows characters only. Each token is
// therefore mapped to one rune of its own first. Spaces are no tokens: three
// spaces in common would otherwise weigh more than one word. The clock is off:
// with go-diff's default of a second a slow machine would mark other words than
// a fast one.
func Diff(a, b string) (as, bs []Piece) {
	if a == b {
		return pieces(nil, a, false), pieces(nil, b, false)
	}
	at, bt := tokens(a), tokens(b)
	ar, br, ok := toRunes(at, bt)
	if !ok {
		return pieces(nil, a, true), pieces(nil, b, true)
	}
	dmp := diffmatchpatch.New()
	dmp.DiffTimeout = 0
	i, j := 0, 0
	for _, d := range dmp.DiffMainRunes(ar, br, false) {
		for range utf8.RuneCountInString(d.Text) {
			if d.Type != diffmatchpatch.DiffInsert {
				at[i].differs = d.Type != diffmatchpatch.DiffEqual
				i++
			}
			if d.Type != diffmatchpatch.DiffDelete {
				bt[j].differs = d.Type != diffmatchpatch.DiffEqual
				j++
			}
		}
	}
	return joined(at), joined(bt)
}

// token is a word or mark with the space before it. The last of a text may
// have no word.
type token struct {
	space, word string
	differs     bool
}

// tokens splits s at the word boundaries of Unicode, annex 29.
func tokens(s string) []token {
	var out []token
	space := ""
	for it := words.FromString(s); it.Next(); {
		if w := it.Value(); strings.TrimSpace(w) == "" {
			space += w
		} else {
			out = append(out, token{space: space, word: w})
			space = ""
		}
	}
	if space != "" {
		out = append(out, token{space: space})
	}
	return out
}

// joined makes pieces of tokens. A space belongs to a differing run only
// inside it: "two new missiles" is easier to read as one change than as three.
func joined(toks []token) []Piece {
	var out []Piece
	for i, t := range toks {
		out = pieces(out, t.space, i > 0 && t.differs && toks[i-1].differs && t.word != "")
		out = pieces(out, t.word, t.differs)
	}
	return out
}

// toRunes gives each distinct token a rune. It reports false where there are
// more of them than runes.
func toRunes(a, b []token) (ar, br []rune, ok bool) {
	next, ids := rune(1), map[string]rune{}
	number := func(toks []token) []rune {
		out := make([]rune, len(toks))
		for i, tok := range toks {
			t := plain(tok.word)
			id := ids[t]
			if id == 0 {
				if next == 0xD800 { // surrogates are no characters
					next = 0xE000
				}
				id = next
				ids[t] = id
				next++
			}
			out[i] = id
		}
		return out
	}
	ar, br = number(a), number(b)
	return ar, br, next <= unicode.MaxRune
}

// plain makes tokens equal that a reader takes for the same: another case,
// another shape of quote mark or space.
func plain(t string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case '“', '”', '„', '«', '»':
			return '"'
		case '‘', '’', '‚':
			return '\''
		case '–', '—', '‑':
			return '-'
		}
		if unicode.IsSpace(r) {
			return ' '
		}
		return unicode.ToLower(r)
	}, t)
}

// pieces appends s to ps, joined to the last piece where that is alike.
func pieces(ps []Piece, s string, differs bool) []Piece {
	if s == "" {
		return ps
	}
	if n := len(ps); n > 0 && ps[n-1].Differs == differs {
		ps[n-1].Text += s
		return ps
	}
	return append(ps, Piece{s, differs})
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// phrase is the number of words from which on it helps to mark some of them.
// A name, a number with its noun or an office is one thing: of "Russian Foreign
// Minister" beside "deputy foreign minister of Russia" a diff marks "Russian",
// which is what does not matter.
const phrase = 5

// Words returns the words of r with those marked in which they differ from
// what the other side says. All are marked where they are fewer than make a
// phrase, where the two share less than half of their letters, or where there
// is no other side: a lone "the" in common is no news.
func (r *Reading) Words() []Piece {
	if r.Witness.Event.Redacted || r.against == "" || plain(r.against) == plain(r.Text) ||
		countWords(r.Text) < phrase || countWords(r.against) < phrase {
		return pieces(nil, r.Text, true)
	}
	ps, _ := Diff(r.Text, r.against)
	letters, shared := 0, 0
	for _, p := range ps {
		n := 0
		for _, c := range p.Text {
			if isWord(c) {
				n++
			}
		}
		letters += n
		if !p.Differs {
			shared += n
		}
	}
	if 2*shared < letters || shared == letters {
		return pieces(nil, r.Text, true)
	}
	return ps
}

// Around returns what stands before and after the words of r in their
// statement. Both are empty where texts are masked.
func (r *Reading) Around() (before, after string) {
	if r.Witness.Event.Redacted || r.Statement < 0 {
		return "", ""
	}
	t := r.Witness.Text
	return t[clamp(t, r.Sentence.Start):r.Start], t[r.End:max(r.End, clamp(t, r.Sentence.End))]
}

// Context returns the statements before and after the one that holds r.
func (r *Reading) Context() (before, after string) {
	if r.Statement < 0 {
		return "", ""
	}
	return r.Witness.StatementText(r.Statement - 1), r.Witness.StatementText(r.Statement + 1)
}

// StatementText returns the words of statement i of w, or nothing where there
// is no such statement.
func (w *Witness) StatementText(i int) string {
	if i < 0 || i >= len(w.Statements) {
		return ""
	}
	s := w.Statements[i]
	start := clamp(w.Text, s.Start)
	text := w.Text[start:max(start, clamp(w.Text, s.End))]
	if w.Event.Redacted {
		return Placeholder(text)
	}
	return text
}
