package marks

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/internal/text"
	"github.com/factdiff/factdiff/witness"
)

// A Speller judges the words of one event.
type Speller struct {
	lex  *lexicon.Lexicon
	seen map[string]spread // how many reports have a word
	memo map[string]Judge  // by form
	left int               // words that may still be looked up at length
}

// Judge is what a Speller says of a word.
type Judge struct {
	Known   bool
	Suggest string // the one word that is a slip of the finger away
	Event   bool   // the reports of the event have that word
	Near    bool   // some word is a slip away
	Foreign bool   // its letters do not follow each other as in English
}

// spread is in how many reports a word is, and the last of them.
type spread struct{ reports, last int }

// most bounds the unknown words of an event that are looked up at length: a
// text with more is no English.
const most = 2000

// NewSpeller gives a Speller that knows the words of the event's reports.
func NewSpeller(lex *lexicon.Lexicon, ev *witness.Event) *Speller {
	s := &Speller{lex: lex, seen: map[string]spread{}, memo: map[string]Judge{}, left: most}
	for _, w := range ev.Witnesses {
		for _, st := range w.Statements {
			for i := range st.Tokens {
				l := st.Tokens[i].Lower
				if in := s.seen[l]; in.reports == 0 || in.last != w.Index {
					s.seen[l] = spread{in.reports + 1, w.Index}
				}
			}
		}
	}
	return s
}

// Judge judges a form in lower case.
func (s *Speller) Judge(form string) Judge {
	if j, ok := s.memo[form]; ok {
		return j
	}
	var j Judge
	switch {
	case s.known(form):
		j.Known = true
	case s.left > 0:
		s.left--
		j.Suggest, j.Event, j.Near = s.near(form)
		j.Foreign = outlandish(form)
	}
	s.memo[form] = j
	return j
}

// known reports whether a form is a word, is made of words, or stands in a
// table.
func (s *Speller) known(w string) bool {
	if len(w) > 30 || Known(s.lex, w) || younger()[w] || s.lex.Places().Has(w) || s.lex.Units().Has(w) || s.lex.Numbers().Has(w) || s.lex.Calendar().Has(w) ||
		s.lex.GivenNames().Has(w) || s.lex.Organisations().Has(w) || s.lex.Titles().Has(w) || s.lex.TitleModifiers().Has(w) || s.lex.Calques().Has(w) {
		return true
	}
	if f := text.Fold(w); f != w && plainWord(f) && Known(s.lex, f) {
		return true // café
	}
	if stem, ok := strings.CutSuffix(w, "s"); ok && (s.lex.Titles().Has(stem) || s.lex.Organisations().Has(stem)) {
		return true
	}
	for _, p := range prefixes {
		if rest, ok := strings.CutPrefix(w, p); ok && len(rest) >= 4 && Known(s.lex, rest) {
			return true
		}
	}
	for _, x := range suffixes {
		if stem, ok := strings.CutSuffix(w, x); ok && len(stem) >= 4 && (Known(s.lex, stem) || Known(s.lex, stem+"e") || strings.HasSuffix(stem, "i") && Known(s.lex, stem[:len(stem)-1]+"y")) {
			return true
		}
	}
	for _, x := range [...][2]string{{"ise", "ize"}, {"ises", "izes"}, {"ised", "ized"}, {"ising", "izing"}, {"isation", "ization"}, {"isations", "izations"},
		{"iser", "izer"}, {"isers", "izers"}, {"our", "or"}, {"ours", "ors"}, {"oured", "ored"}, {"lled", "led"}, {"lling", "ling"}, {"ller", "ler"}, {"llers", "lers"}, {"ogue", "og"}} {
		if stem, ok := strings.CutSuffix(w, x[0]); ok && len(stem) >= 2 && Known(s.lex, stem+x[1]) {
			return true
		}
	}
	for i := 4; i+4 <= len(w); i++ {
		if noun(w[:i]) && (noun(w[i:]) || strings.HasSuffix(w, "s") && i+5 <= len(w) && noun(w[i:len(w)-1])) {
			return true
		}
	}
	return false
}

//go:embed words.txt
var words string

// younger are the words of news that WordNet lacks.
var younger = sync.OnceValue(func() map[string]bool {
	_, list, _ := strings.Cut(words, "\n")
	return Set(list)
})

func noun(w string) bool { return lexicon.Known(w, lexicon.Noun) || lexicon.Known(w, lexicon.Verb) }

// Word formation that news goes on with.
var (
	prefixes = strings.Fields("anti non pre post re un co ex multi micro cyber bio eco tele super sub over under out mis dis inter intra counter self semi mini mega auto pro neo crypto geo hydro photo electro astro para poly trans ultra vice de up down off mid mono hyper nano agri aero socio psycho thermo radio turbo vid video web e")
	suffixes = strings.Fields("ness less ly er ers ist ists ism wide like able ability ization izations ship hood ward wards fold free proof maker makers holder holders goer goers man men woman women ing ed ish ful y al ity ify ified hub tech gate gram phobia phobic ology ologist ologists")
)

const letters = "etaoinshrdlucmfwypvbgkjqxz"

// near looks for words that a swapped, lost, added or changed letter makes of
// w. It suggests one where the event has it, or where there is no other.
func (s *Speller) near(w string) (suggest string, event, some bool) {
	var found []string
	seen := map[string]bool{w: true}
	try := func(c string) {
		if seen[c] {
			return
		}
		seen[c] = true
		if (len(c) > 4 || len(c) > 3 && len(w) < 6 || len(w) < 6 && s.lex.IsFunctionWord(c)) && Known(s.lex, c) {
			found = append(found, c)
		}
	}
	b := []byte(w)
	for i := 0; i+1 < len(b); i++ {
		b[i], b[i+1] = b[i+1], b[i]
		try(string(b))
		b[i], b[i+1] = b[i+1], b[i]
	}
	swapped := len(found)
	for i := 0; i <= len(w); i++ {
		for k := range len(letters) {
			try(w[:i] + letters[k:k+1] + w[i:])
		}
	}
	for i := range w {
		try(w[:i] + w[i+1:])
	}
	for i := range w {
		for k := range len(letters) {
			try(w[:i] + letters[k:k+1] + w[i+1:])
		}
	}
	best := ""
	for _, c := range found {
		if n := s.seen[c].reports; n > 0 && n > s.seen[best].reports {
			best = c
		}
	}
	switch {
	case best != "":
		return best, true, true
	case swapped == 1:
		return found[0], false, true
	case len(found) == 1:
		return found[0], false, true
	}
	return "", false, len(found) > 0
}

// Misspelt finds words of a statement that English does not have and that are
// a slip of the finger away from one that it has. named is the words that stand
// with a capital in the event: those are names.
func (s *Speller) Misspelt(st *witness.Statement, named map[string]int) []Slip {
	var out []Slip
	for i := range st.Tokens {
		t := &st.Tokens[i]
		if len(t.Form) < 4 || !plainWord(t.Form) || named[t.Form] > 0 || Glued(st, i) && strings.Contains("-/.@'’_", st.Tokens[i+1].Form[:1]) && st.Tokens[i+1].Form != "." ||
			i > 0 && Glued(st, i-1) && strings.ContainsAny(st.Tokens[i-1].Form, "-/.@'’_&#") {
			continue
		}
		j := s.Judge(t.Form)
		if j.Known || !j.Near || s.seen[t.Form].reports > 1 || j.Suggest == t.Form+"g" {
			continue
		}
		slip := Slip{Span: t.Span, Suggest: j.Suggest, Message: "no word of English", Sure: 0.85}
		if j.Suggest != "" {
			slip.Message = "a misspelling of “" + j.Suggest + "”"
		}
		sure := j.Event || len(t.Form) > 5 && j.Suggest != "" && j.Suggest[0] == t.Form[0]
		slip.Hint = !sure || InQuote(st, i) && !j.Event && len(t.Form) < 7
		out = append(out, slip)
	}
	return out
}

// plainWord reports whether s is made of small letters of the alphabet.
func plainWord(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < 'a' || s[i] > 'z' {
			return false
		}
	}
	return true
}

// Alien finds words in small letters that English does not have and whose
// letters it does not put together so, or does not have.
func (s *Speller) Alien(st *witness.Statement, named map[string]int) []Slip {
	var out []Slip
	for i := range st.Tokens {
		t := &st.Tokens[i]
		if len(t.Form) < 4 || !Small(t.Form) || !Word(t.Form) || named[t.Lower] > 0 || i > 0 && Glued(st, i-1) || Glued(st, i) && strings.Contains("-/.@_", st.Tokens[i+1].Form[:1]) && st.Tokens[i+1].Form != "." {
			continue
		}
		j := s.Judge(t.Lower)
		if j.Known || s.seen[t.Lower].reports > 1 {
			continue
		}
		slip := Slip{Span: t.Span, Message: "a word of another language", Sure: 0.8}
		switch {
		case slavic(t.Lower):
		case !j.Near && j.Foreign:
			slip.Hint = true
		default:
			continue
		}
		out = append(out, slip)
	}
	return out
}

// slavic reports whether a word has a letter that no word has which English
// borrowed: most of those have é, ñ or ü.
func slavic(w string) bool {
	return strings.ContainsAny(w, "ąęłńśźżćčďěňřšťůžőűğıșțăđß")
}
