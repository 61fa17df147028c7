package relation

import (
	"fmt"
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// situation is where a report says that a place lies: in which part of a
// country, or in which country.
type situation struct {
	st      *witness.Statement
	span    witness.Span
	what    *witness.Entity
	part    string // "southeastern", "central"; empty where it is not told
	degrees float64
	in      string // gazetteer name of what it lies in; empty where it is not told
	value   string
}

// settlements are the nouns between a part and the name of a place: "the
// southeastern city of Bam".
var settlements = map[string]bool{"city": true, "town": true, "village": true, "port": true, "province": true, "region": true, "island": true,
	"district": true, "state": true, "resort": true, "suburb": true, "municipality": true, "department": true, "county": true}

// situations compares where the reports say that one place lies, over the
// whole event.
func situations(p *compare.Pass) {
	by := make([][]situation, len(p.Event.Entities))
	for st := range p.Statements() {
		for _, n := range compare.Facts[*witness.Name](st) {
			if n.Demonym || n.Entity == nil || n.Entity.Kind == witness.Person {
				continue
			}
			for _, s := range [...]situation{before(st, n), after(p.Lexicon, st, n)} {
				if s.st != nil {
					by[n.Entity.ID] = append(by[n.Entity.ID], s)
				}
			}
		}
	}
	for _, list := range by {
		for i := range list {
			for j := i + 1; j < len(list); j++ {
				if list[i].st.Witness != list[j].st.Witness {
					oppose(p, &list[i], &list[j])
				}
			}
		}
	}
}

// before reads "the southeastern Iranian city of Bam".
func before(st *witness.Statement, n *witness.Name) situation {
	i := n.First - 1
	if i >= 0 && st.Tokens[i].Lower == "of" {
		i--
	}
	if i < 0 || !settlements[st.Tokens[i].Lemma] {
		return situation{}
	}
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		if deg, word, ok := part(st, k); ok {
			return situation{st: st, span: compare.TokenSpan(st, k, n.Last), what: n.Entity, part: word, degrees: deg, value: word}
		}
		if u := st.Tokens[k].UPOS; u != "ADJ" && u != "NOUN" && u != "PROPN" {
			break
		}
	}
	return situation{}
}

// after reads "Bam in central Iran", "Djibouti in Ivory Coast".
func after(lex *lexicon.Lexicon, st *witness.Statement, n *witness.Name) situation {
	i := n.Last + 1
	if i < len(st.Tokens) && st.Tokens[i].Lower == "," {
		i++
	}
	if i >= len(st.Tokens) || st.Tokens[i].Lower != "in" && st.Tokens[i].Lower != "on" {
		return situation{}
	}
	at := i
	s := situation{st: st, what: n.Entity}
	i++
	if i < len(st.Tokens) && st.Tokens[i].Lower == "the" {
		i++
	}
	if i < len(st.Tokens) {
		if deg, word, ok := part(st, i); ok {
			s.part, s.degrees = word, deg
			i++
		}
	}
	words := make([]string, 0, 4)
	for k := i; k < len(st.Tokens) && k < i+4; k++ {
		words = append(words, st.Tokens[k].Lower)
	}
	forms, length := lex.Places().Longest(words)
	if length == 0 || !slices.ContainsFunc(forms, func(f lexicon.PlaceForm) bool { return f.As == "name" }) {
		return situation{}
	}
	s.in = lower(st.Witness.Text[st.Tokens[i].Span.Start:st.Tokens[i+length-1].Span.End])
	s.span = compare.TokenSpan(st, at, i+length-1)
	s.value = st.Witness.Text[st.Tokens[at+1].Span.Start:s.span.End]
	return s
}

// part reads a part of a country at token i.
func part(st *witness.Statement, i int) (degrees float64, word string, ok bool) {
	w := st.Tokens[i].Lower
	if w == "central" {
		return 0, w, true
	}
	if len(w) > 3 && w[len(w)-3:] == "ern" {
		if d, last := point(st, i); last == i {
			return d, w, true
		}
	}
	return 0, "", false
}

// oppose reports two situations of one place that cannot both be right.
func oppose(p *compare.Pass, a, b *situation) {
	d := compare.Difference{
		A:    compare.Spot{Statement: a.st, Span: a.span, Value: a.value},
		B:    compare.Spot{Statement: b.st, Span: b.span, Value: b.value},
		Kind: compare.Conflict, Severity: compare.Minor, Confidence: 0.75, Topic: "where " + a.what.Name + " is",
	}
	switch {
	case a.in != "" && b.in != "" && apart(p.Lexicon, lower(a.what.Name), a.in, b.in):
		d.Severity = compare.Major
		d.Reason = fmt.Sprintf("%s cannot be in both.", a.what.Name)
	case a.part == "" || b.part == "" || a.part == b.part:
		return
	case a.part == "central" || b.part == "central" || angle(a.degrees, b.degrees) >= contrary:
		d.Reason = fmt.Sprintf("%s is not %s.", a.part, b.part)
	default:
		return
	}
	p.ReportAcross(d)
}

// apart reports whether a place cannot lie in both of two others: they exclude
// each other, or the gazetteer has it in one and not in the other.
func apart(lex *lexicon.Lexicon, what, in, other string) bool {
	if in == other || lex.Contains(in, other) || lex.Contains(other, in) {
		return false
	}
	if _, ok := lex.Exclusive(in, other); ok {
		return true
	}
	return misplaced(lex, what, in, other) || misplaced(lex, what, other, in)
}

// misplaced reports whether the gazetteer has a place in one country or part
// of the world, and nowhere in another.
func misplaced(lex *lexicon.Lexicon, what, wrong, right string) bool {
	return country(lex, wrong) && lex.Contains(right, what) && !lex.Contains(wrong, what)
}

func country(lex *lexicon.Lexicon, name string) bool {
	return slices.ContainsFunc(lex.Places().GetAll(name), func(f lexicon.PlaceForm) bool { return f.Kind == "country" && f.As == "name" })
}
