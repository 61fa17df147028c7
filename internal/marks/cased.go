package marks

import (
	"strings"
	"unicode/utf8"

	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// particles begin names in lower case, and so may begin a sentence.
var particles = Set("de da del della di do dos du la le van von der den ten ter bin ibn al el ben abu st zu af e d l o mc mac i ii iii iv")

// Start finds a sentence that begins with a small letter.
func Start(st *witness.Statement) (Slip, bool) {
	if len(st.Tokens) < 3 {
		return Slip{}, false
	}
	t := &st.Tokens[0]
	if !Small(t.Form) || !Word(t.Form) || len(t.Form) < 2 && t.Form != "a" || particles[t.Form] || brand(t.Form) || Glued(st, 0) && st.Tokens[1].Form != "," ||
		strings.ContainsAny(st.Tokens[1].Form, "./:@)=") {
		return Slip{}, false
	}
	r, n := utf8.DecodeRuneInString(t.Form)
	s := Slip{Span: t.Span, Message: "a sentence that begins with a small letter", Suggest: strings.ToUpper(string(r)) + t.Form[n:], Sure: 0.9}
	s.Hint = !Closed(st)
	if i := st.Index; i > 0 {
		if prev := st.Witness.Statements[i-1]; !Closed(prev) || strings.HasSuffix(prev.Text(), ":") || strings.HasSuffix(prev.Text(), ";") {
			s.Hint = true // a line that goes on, an item of a list
		}
	}
	return s, true
}

// calendar are the names of days and months that are nothing else.
var calendar = Set("monday tuesday wednesday thursday friday saturday sunday january february april june july september october november december")

// Decapitated finds names in lower case. seen is the words that the reports of
// the event have with a capital inside a sentence, and how often.
func Decapitated(lex *lexicon.Lexicon, st *witness.Statement, seen map[string]int) []Slip {
	var out []Slip
	for i := range st.Tokens {
		t := &st.Tokens[i]
		if !Small(t.Form) || !Word(t.Form) || i > 0 && Glued(st, i-1) && st.Tokens[i-1].Form != "\"" && st.Tokens[i-1].Form != "“" || Glued(st, i) && strings.ContainsAny(st.Tokens[i+1].Form, ".@/-_=") {
			continue
		}
		s := Slip{Span: t.Span, Sure: 0.9}
		switch {
		case t.Form == "i" && t.UPOS == "PRON" && Lower(st, i-1) != "(" && Lower(st, i+1) != ")":
			s.Message, s.Suggest = "the pronoun I in lower case", "I"
		case calendar[t.Form]:
			s.Message, s.Suggest = "a name of the calendar in lower case", upper(t.Form)
		case len(t.Form) > 3 && country(lex, st, i):
			s.Message, s.Suggest = "a name in lower case", upper(t.Form)
		case seen[t.Form] > 0 && len(t.Form) > 3 && !common(lex, t.Form):
			s.Message, s.Suggest = "a name in lower case", upper(t.Form)
			s.Hint = true
			s.Sure = 0.5
		default:
			continue
		}
		out = append(out, s)
	}
	// A word that is a name elsewhere may be a word here: a game and the
	// company of its name. A line that has lost more capitals has lost this.
	if low := !Capital(st.Text()) && Small(st.Tokens[0].Form); low || len(out) > 1 {
		for i := range out {
			out[i].Hint, out[i].Sure = false, 0.9
		}
	}
	return out
}

func upper(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return strings.ToUpper(string(r)) + s[n:]
}

// country reports whether a small word is the name, the adjective or the
// people of a country and no other word.
func country(lex *lexicon.Lexicon, st *witness.Statement, i int) bool {
	t := &st.Tokens[i]
	for _, p := range lex.Places().GetAll(t.Form) {
		if p.Kind != "country" || p.As == "code" || p.As == "government" || p.As == "capital" {
			continue
		}
		if lexicon.Known(t.Form, lexicon.Verb) {
			return false
		}
		if p.As != "adjective" {
			switch UPOS(st, i-1) { // a jersey, the seven emirates, fine china
			case "DET", "ADJ", "NUM", "PRON":
				return false
			}
		}
		switch lexicon.Category(t.Form, lexicon.Noun) {
		case "", "location", "person":
			return true
		case "communication":
			return p.As != "name"
		}
	}
	return false
}

// common reports whether a word is one of the language beside being a name.
func common(lex *lexicon.Lexicon, w string) bool { return Known(lex, w) }

// Capitals counts, over all reports of the event, the words that stand with a
// capital inside a sentence, where nothing but a name explains it.
func Capitals(ev *witness.Event) map[string]int {
	seen := map[string]int{}
	for st := range Prose(ev) {
		if TitleCase(st) {
			continue
		}
		for i := range st.Tokens {
			t := &st.Tokens[i]
			if (i > 0 || t.UPOS == "PROPN") && Capital(t.Form) && Word(t.Form) && len(t.Form) > 2 {
				seen[t.Lower]++
			}
		}
	}
	return seen
}

// openers begin a sentence and, with a capital, no name.
var openers = Set("The He She They We It But And In On For With This That These Those His Her Their From As At By When While If After Before However There A An")

// Raised finds a capital in the middle of a sentence on a word that no name
// begins with: "deputy The Russian Foreign Minister".
func Raised(lex *lexicon.Lexicon, st *witness.Statement) []Slip {
	if TitleCase(st) {
		return nil
	}
	var out []Slip
	for i := 1; i+2 < len(st.Tokens); i++ {
		t := &st.Tokens[i]
		if !openers[t.Form] || Glued(st, i-1) || Glued(st, i) || !Small(st.Tokens[i-1].Form) || !Word(st.Tokens[i-1].Form) || InQuote(st, i) {
			continue
		}
		s := Slip{Span: Span(st, i-1, i), Message: "a capital in the middle of a sentence", Suggest: st.Tokens[i-1].Form + " " + t.Lower, Sure: 0.8}
		switch a, b := &st.Tokens[i+1], &st.Tokens[i+2]; {
		case t.Form == "The" && office(lex, st, i+1):
		case Small(a.Form) && Small(b.Form) && Word(a.Form) && Word(b.Form):
			s.Hint = st.Tokens[i-1].UPOS == "NOUN" || st.Tokens[i-1].UPOS == "ADP" || st.Tokens[i-1].UPOS == "CCONJ" // the song In the ghetto
		default:
			continue
		}
		out = append(out, s)
	}
	return out
}

// office reports whether an office of a country begins at token i: "Russian
// Foreign Minister".
func office(lex *lexicon.Lexicon, st *witness.Statement, i int) bool {
	var words []string
	for k := i; k < len(st.Tokens) && k < i+8; k++ {
		words = append(words, st.Tokens[k].Lower)
	}
	vs, n := lex.Places().Longest(words)
	if n == 0 || vs[0].As != "adjective" && vs[0].As != "code" {
		return false
	}
	_, ok := lex.OfficeAt(words[n:])
	return ok
}
