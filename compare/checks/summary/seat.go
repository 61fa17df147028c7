package summary

import (
	"fmt"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// seat is where a body is said to be at home: "Chicago-based Boeing".
type seat struct {
	who  *witness.Entity
	in   string // gazetteer name
	at   int
	tell string
}

// seats reads where bodies are at home off a statement.
func seats(p *compare.Pass, st *witness.Statement) []seat {
	var out []seat
	names := compare.Facts[*witness.Name](st)
	place := func(n *witness.Name) (string, bool) {
		if n == nil || n.Entity == nil {
			return "", false
		}
		for _, form := range [...]string{n.Entity.Name, n.Form} {
			if k := strings.ToLower(form); p.Lexicon.Places().Has(k) {
				return k, true
			}
		}
		return "", false
	}
	for _, n := range names {
		in, ok := place(n)
		if !ok || n.Metonym && !n.Demonym {
			continue
		}
		for _, who := range names {
			if who.Entity == nil || who.Entity == n.Entity || who.Entity.Kind == witness.Person {
				continue
			}
			if based(st, n, who) {
				out = append(out, seat{who.Entity, in, n.First, st.Witness.Text[st.Tokens[n.First].Span.Start:st.Tokens[n.Last].Span.End]})
			}
		}
	}
	return out
}

// based reports whether the words between and around two names say that the
// one is at home in the other.
func based(st *witness.Statement, place, who *witness.Name) bool {
	lower := func(i int) string {
		if i < 0 || i >= len(st.Tokens) {
			return ""
		}
		return st.Tokens[i].Lower
	}
	if who.First > place.Last { // "Chicago-based Boeing"
		return !place.Demonym && lower(place.Last+1) == "-" && lower(place.Last+2) == "based" && who.First <= place.Last+6 && flat(st, place.Last+3, who.First)
	}
	if place.Demonym || place.First < who.Last+2 {
		return false
	}
	var between []string
	for i := who.Last + 1; i < place.First; i++ {
		between = append(between, lower(i))
	}
	switch strings.Join(between, " ") {
	case "is based in", "was based in", "based in", ", based in", "is headquartered in", "was headquartered in", "headquartered in", ", headquartered in",
		"'s headquarters is in", "'s headquarters are in", "'s headquarters in", "has its headquarters in", "has headquarters in":
		return true
	}
	return false
}

// flat reports whether only words that lead up to a name stand from i up to k.
func flat(st *witness.Statement, i, k int) bool {
	for ; i < k; i++ {
		if u := st.Tokens[i].UPOS; u != "ADJ" && u != "NOUN" && u != "PROPN" && u != "PUNCT" {
			return false
		}
	}
	return true
}

// housed reports a body that the two statements seat in two places, of which
// neither holds the other.
func (l *look) housed() bool {
	for _, s := range seats(l.p, l.short) {
		for _, c := range seats(l.p, l.long) {
			if s.who == c.who && s.in != c.in && !l.p.Lexicon.Contains(s.in, c.in) && !l.p.Lexicon.Contains(c.in, s.in) && len(l.p.Lexicon.Places().GetAll(s.in)) == 1 {
				l.report(s.at, c.at, ground{topic: "seat of " + s.who.Name, reason: fmt.Sprintf("%s is not in %s.", c.tell, s.tell), confidence: 0.75})
				return true
			}
		}
	}
	return false
}
