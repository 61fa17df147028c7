package marks

import (
	"strings"

	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// twice are words that good sentences have twice in a row: "he said that that
// was so", "had had", "what it is is".
var twice = Set("that had is her you very so no bye ha long many far much really way now there well hear yes " +
	"never more knock tut tsk blah yadda chop night aye do in on big old never too up out win bang ding yo sh oh ah er um boo go rah")

// joiners stand inside phrases that double on purpose: day after day.
var joiners = Set("after by and to or upon on for in over , . ! ? ; : - – — '' \" “ ” ’ ‘ ' / … ...")

// Repeats finds words and phrases that stand twice in a row.
func Repeats(lex *lexicon.Lexicon, st *witness.Statement) []Slip {
	const longest = 12
	var out []Slip
	toks := st.Tokens
	for i := 0; i < len(toks); i++ {
		found := 0
		for p := 1; p <= longest && i+2*p <= len(toks); p++ {
			if toks[i].Lower == toks[i+p].Lower && repeats(toks, i, p) {
				found = p
				break
			}
		}
		if found == 0 {
			continue
		}
		p := found
		end := i + 2*p
		for end+p <= len(toks) && repeats(toks, end-p, p) {
			end += p
		}
		times := (end - i) / p
		var s Slip
		var ok bool
		if p == 1 {
			s, ok = word(lex, st, i, times)
		} else {
			s, ok = phrase(st, i, p, times)
		}
		if ok {
			s.Span = Span(st, i, end-1)
			s.Suggest = st.Witness.Text[toks[i].Span.Start:toks[i+p-1].Span.End]
			out = append(out, s)
		}
		i = end - 1
	}
	return out
}

func repeats(toks []witness.Token, i, p int) bool {
	for k := i; k < i+p; k++ {
		if toks[k].Lower != toks[k+p].Lower {
			return false
		}
	}
	return true
}

func word(lex *lexicon.Lexicon, st *witness.Statement, i, times int) (Slip, bool) {
	t, u := &st.Tokens[i], &st.Tokens[i+1]
	s := Slip{Message: "“" + t.Form + "” stands twice", Sure: 0.9}
	if times > 2 {
		s.Message = "“" + t.Form + "” stands several times in a row"
	}
	switch {
	case len(t.Form) < 2 || Glued(st, i):
		return s, false
	case !Word(t.Form):
		// A year, a day of the month; in a table two cells may be alike.
		s.Hint = times == 2 && len(t.Form) < 4 || InQuote(st, i)
		return s, t.UPOS == "NUM" || t.UPOS == "ADJ" || t.UPOS == "NOUN"
	case times > 2:
		s.Hint = InQuote(st, i) || len(t.Form) < 4 && !lex.IsFunctionWord(t.Lower)
		return s, true
	case twice[t.Lower]:
		return s, false
	case InQuote(st, i):
		s.Hint = true
	case Capital(t.Form) && Capital(u.Form):
		// Walla Walla, Sirhan Sirhan, Yang Yang: a name may be so; a noun with
		// a capital that English knows is not.
		s.Hint = len(t.Form) < 5 && !lex.IsGeneric(t.Lower) || !Known(lex, t.Lower) || i > 0 && st.Tokens[i-1].Lower == "-"
	case len(t.Form) < 7 && !Known(lex, t.Lower), t.Lower == "in", t.Lower == "on", t.Lower == "it", t.Lower == "up", t.Lower == "out":
		s.Hint = true // cha cha; "what he came in in"
	}
	return s, true
}

func phrase(st *witness.Statement, i, p, times int) (Slip, bool) {
	s := Slip{Message: "“" + st.Witness.Text[st.Tokens[i].Span.Start:st.Tokens[i+p-1].Span.End] + "” stands twice", Sure: 0.85}
	words, joined := 0, false
	for k := i; k < i+p; k++ {
		if joiners[st.Tokens[k].Lower] {
			joined = true
		} else if Word(st.Tokens[k].Form) {
			words++
		}
	}
	switch {
	case words < 2 && (joined || p > 2), words == 0:
		return s, false // more and more and more; no, no, no
	case joined && p < 5, InQuote(st, i), times > 3 && p < 4:
		s.Hint = true
	}
	return s, true
}

// Pairs finds two of the same in a pair that needs two: "between Russia and
// Russia", "Vietnam-Vietnam".
func Pairs(st *witness.Statement) []Slip {
	var out []Slip
	var prev *witness.Name
	for _, f := range st.Facts {
		n, ok := f.(*witness.Name)
		if !ok {
			continue
		}
		if prev != nil && n.Entity == prev.Entity && n.Entity != nil && strings.EqualFold(n.Form, prev.Form) && !n.Demonym && n.First == prev.Last+2 && pairEnds(st, prev, n) {
			mid := st.Tokens[prev.Last+1].Lower
			between := prev.First > 0 && st.Tokens[prev.First-1].Lower == "between"
			s := Slip{Span: Span(st, prev.First, n.Last), Message: "a pair of “" + n.Form + "” and itself", Sure: 0.85}
			switch {
			case mid == "and" && between, mid == "-" && Glued(st, prev.Last) && Glued(st, prev.Last+1) && n.Entity.Kind != witness.Person && len(n.Form) > 4:
				out = append(out, s)
			case mid == "and" || mid == "or":
				s.Hint = InQuote(st, n.First)
				out = append(out, s)
			}
		}
		prev = n
	}
	return out
}

// pairEnds reports whether the second name is the whole of its phrase, and so
// the first: not "Russia and Russia's neighbours", "UN and UN agencies".
func pairEnds(st *witness.Statement, a, b *witness.Name) bool {
	if b.Last+1 < len(st.Tokens) {
		t := &st.Tokens[b.Last+1]
		if t.Lower == "'s" || t.Lower == "'" || t.Lower == "-" || t.UPOS == "NOUN" || t.UPOS == "PROPN" || t.UPOS == "ADJ" || t.UPOS == "NUM" {
			return false
		}
	}
	if a.First > 0 {
		switch t := &st.Tokens[a.First-1]; t.UPOS {
		case "PROPN", "NUM", "ADJ", "NOUN":
			return false
		default:
			return t.Lower != "-"
		}
	}
	return true
}
