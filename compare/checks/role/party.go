package role

import (
	"slices"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/internal/naming"
	"github.com/factdiff/factdiff/witness"
)

// parties reads of which party persons are: "the Greens' Ann Berg", "Ann Berg, of the Labour
// group", "Ann Berg (SPD)", "Conservative MP Ann Berg", "Ann Berg, a Tory councillor".
func parties(lex *lexicon.Lexicon, st *witness.Statement) []bond {
	var out []bond
	if inMotion(st) {
		return nil
	}
	for i := range st.Tokens {
		b, ok := bannerAt(lex, st, i)
		if !ok || bygone(st, i) {
			continue
		}
		if n := b.member(st); n != nil {
			out = append(out, bond{st: st, bearer: n.Entity, span: compare.TokenSpan(st, i, b.last), sort: ofParty, value: b.name, shown: text(st, i, b.last)})
		}
	}
	return out
}

// A banner is the name of a party, or of what may be one.
type banner struct {
	name        string
	first, last int
}

// bannerAt reads the name of a party at token i, or another that stands where one would.
func bannerAt(lex *lexicon.Lexicon, st *witness.Statement, i int) (banner, bool) {
	if n := compare.FactOf(st, func(n *witness.Name) bool { return n.First == i }); n != nil && n.Entity != nil {
		lower := strings.ToLower(n.Entity.Name)
		if l, ok := lex.Leanings().Get(strings.TrimPrefix(lower, "the ")); ok {
			return banner{l.Name, i, n.Last}, true
		}
		o, ok := lex.Organisations().Get(lower)
		return banner{n.Entity.Name, i, n.Last}, ok && o.Kind == "party"
	}
	t := &st.Tokens[i]
	if strings.ToLower(t.Form) == t.Form { // a leaning, no party
		return banner{}, false
	}
	if i+1 < len(st.Tokens) {
		if l, ok := lex.Leanings().Get(t.Lower + " " + st.Tokens[i+1].Lower); ok {
			return banner{l.Name, i, i + 1}, true
		}
	}
	l, ok := lex.Leanings().Get(t.Lower)
	return banner{l.Name, i, i}, ok
}

// inMotion reports whether a statement tells of who joins a party, leaves it or lends it his
// support, which is read as being of it otherwise.
func inMotion(st *witness.Statement) bool {
	return slices.ContainsFunc(st.Tokens, func(t witness.Token) bool { return moves[t.Lemma] })
}

// moves are the lemmas by which it does.
var moves = map[string]bool{"join": true, "defect": true, "switch": true, "quit": true, "leave": true, "until": true, "till": true, "back": true, "support": true, "endorse": true, "expel": true, "sit": true, "caucus": true, "ally": true}

// member returns the person whom the words around a party's name make one of it.
func (b banner) member(st *witness.Statement) *witness.Name {
	if w := compare.Word(st, b.last+1); w == "'s" || w == "'" {
		return startsAt(st, b.last+2)
	}
	// "Conservative MP Ann Berg": nothing but what she is stands between
	k := b.last + 1
	for k < len(st.Tokens) && k <= b.last+4 && st.Tokens[k].UPOS != "PUNCT" && (politicians[st.Tokens[k].Lemma] || st.Tokens[k].UPOS == "ADJ" || st.Tokens[k].UPOS == "NOUN" && politicians[compare.Word(st, k+1)]) {
		k++
	}
	if n := startsAt(st, k); n != nil {
		return n
	}
	if k > b.last+1 { // "Ann Berg, a Tory councillor"
		if n := before(st, opening(st, b.first)); n != nil {
			return n
		}
	}
	k = b.first - 1
	if compare.Word(st, k) == "the" {
		k--
	}
	switch compare.Word(st, k) {
	case "of", "from":
		if n := before(st, k); n != nil {
			return n
		}
		return endsAt(st, k-1)
	case "(":
		if compare.Word(st, b.last+1) == ")" {
			return endsAt(st, k-1)
		}
	}
	return nil
}

// politicians are nouns for who sits for a party.
var politicians = map[string]bool{"mp": true, "msp": true, "mep": true, "senator": true, "sen": true, "sen.": true, "rep": true, "rep.": true, "representative": true, "congressman": true, "congresswoman": true, "councillor": true, "councilman": true, "councilwoman": true, "lawmaker": true, "legislator": true,
	"deputy": true, "politician": true, "candidate": true, "leader": true, "chairman": true, "chairwoman": true, "member": true, "group": true, "parliamentarian": true, "governor": true, "mayor": true, "peer": true, "minister": true, "nominee": true, "delegate": true}

// twoParties reports whether two names are surely of two parties, and neither report knows of
// the other's. A leaning beside the proper name of a party says nothing: reports from abroad
// call every second party conservative.
func twoParties(p *compare.Pass, a, b bond) bool {
	x, okx := p.Lexicon.Leanings().Get(strings.ToLower(a.value))
	y, oky := p.Lexicon.Leanings().Get(strings.ToLower(b.value))
	switch {
	case okx != oky:
		return false
	case okx:
		if !slices.Contains(x.Apart, y.Name) && !slices.Contains(y.Apart, x.Name) {
			return false
		}
	case oneName(p, a.value, b.value):
		return false
	}
	return !flies(p, a.st.Witness, b.value) && !flies(p, b.st.Witness, a.value)
}

// oneName reports whether two names of parties have anything in common.
func oneName(p *compare.Pass, a, b string) bool {
	if p.Names.Same(a, b) || naming.Acronym(a, strings.Fields(strings.ToLower(b))) || naming.Acronym(b, strings.Fields(strings.ToLower(a))) {
		return true
	}
	for _, w := range p.Names.Words(a) {
		for _, v := range p.Names.Words(b) {
			if w != "party" && (strings.HasPrefix(w, v) || strings.HasPrefix(v, w)) {
				return true
			}
		}
	}
	return false
}

// flies reports whether a report tells of a party, of whomever.
func flies(p *compare.Pass, w *witness.Witness, party string) bool {
	for _, st := range w.Statements {
		for i := range st.Tokens {
			if b, ok := bannerAt(p.Lexicon, st, i); ok && b.name == party {
				return true
			}
		}
	}
	return false
}
