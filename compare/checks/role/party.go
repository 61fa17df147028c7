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
	for i := range st.Tokens {
		b, ok := banner(lex, st, i)
		if !ok || bygone(st, i) {
			continue
		}
		if n := b.member(st); n != nil {
			out = append(out, bond{st: st, bearer: n.Entity, span: compare.TokenSpan(st, i, b.last), sort: ofParty, value: b.name, shown: text(st, i, b.last)})
		}
	}
	return out
}

// flag is the name of a party, or of what may be one.
type flag struct {
	name        string
	first, last int
	sure        bool // a party by its name
}

// banner reads the name of a party, or another that may be one, at token i.
func banner(lex *lexicon.Lexicon, st *witness.Statement, i int) (flag, bool) {
	if n := compare.FactOf(st, func(n *witness.Name) bool { return n.First == i }); n != nil && n.Entity != nil {
		lower := strings.ToLower(n.Entity.Name)
		if key := leanings[strings.TrimPrefix(lower, "the ")]; key != "" {
			return flag{key, i, n.Last, true}, true
		}
		if o, ok := lex.Organisations().Get(lower); ok {
			return flag{n.Entity.Name, i, n.Last, true}, o.Kind == "party"
		}
		words := strings.Fields(lower)
		sure := slices.ContainsFunc(words, func(w string) bool { return partyNouns[w] })
		return flag{n.Entity.Name, i, n.Last, sure}, sure || n.Entity.Kind == witness.OtherEntity && !n.Demonym && !n.Metonym
	}
	t := &st.Tokens[i]
	if strings.ToLower(t.Form) == t.Form { // a leaning, no party
		return flag{}, false
	}
	if i+1 < len(st.Tokens) {
		if key := leanings[t.Lower+" "+st.Tokens[i+1].Lower]; key != "" {
			return flag{key, i, i + 1, true}, true
		}
	}
	key := leanings[t.Lower]
	return flag{key, i, i, true}, key != ""
}

// member returns the person whom the words around a party's name make one of it.
func (f flag) member(st *witness.Statement) *witness.Name {
	if w := compare.Word(st, f.last+1); w == "'s" || w == "'" {
		return startsAt(st, f.last+2)
	}
	if !f.sure {
		return nil
	}
	// "Conservative MP Ann Berg": nothing but what she is stands between
	k := f.last + 1
	for k < len(st.Tokens) && k <= f.last+4 && st.Tokens[k].UPOS != "PUNCT" && (politicians[st.Tokens[k].Lemma] || st.Tokens[k].UPOS == "ADJ" || st.Tokens[k].UPOS == "NOUN" && politicians[compare.Word(st, k+1)]) {
		k++
	}
	if n := startsAt(st, k); n != nil {
		return n
	}
	if k > f.last+1 { // "Ann Berg, a Tory councillor"
		if n := before(st, opening(st, f.first)); n != nil {
			return n
		}
	}
	k = f.first - 1
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
		if compare.Word(st, f.last+1) == ")" {
			return endsAt(st, k-1)
		}
	}
	return nil
}

// leanings are names that parties have in many countries, as adjectives and for their members.
var leanings = map[string]string{
	"labour": "Labour", "labor": "Labour", "labour party": "Labour", "conservative": "Conservative", "conservatives": "Conservative", "tory": "Conservative", "tories": "Conservative", "conservative party": "Conservative",
	"green": "Green", "greens": "Green", "green party": "Green", "liberal": "Liberal", "liberals": "Liberal", "liberal democrat": "Liberal Democrat", "liberal democrats": "Liberal Democrat", "lib dem": "Liberal Democrat",
	"socialist": "Socialist", "socialists": "Socialist", "social democrat": "Social Democrat", "social democrats": "Social Democrat", "social democratic": "Social Democrat",
	"christian democrat": "Christian Democrat", "christian democrats": "Christian Democrat", "christian democratic": "Christian Democrat", "communist": "Communist", "communists": "Communist",
	"republican": "Republican", "republicans": "Republican", "republican party": "Republican", "democrat": "Democrat", "democrats": "Democrat", "democratic": "Democrat", "democratic party": "Democrat",
}

// partyNouns are words by which a name is a party's.
var partyNouns = map[string]bool{"party": true, "movement": true, "front": true, "alliance": true, "coalition": true, "bloc": true, "rally": true, "list": true}

// politicians are nouns for who sits for a party.
var politicians = map[string]bool{"mp": true, "msp": true, "mep": true, "senator": true, "sen": true, "sen.": true, "rep": true, "rep.": true, "representative": true, "congressman": true, "congresswoman": true, "councillor": true, "councilman": true, "councilwoman": true, "lawmaker": true, "legislator": true,
	"deputy": true, "politician": true, "candidate": true, "leader": true, "chairman": true, "chairwoman": true, "member": true, "group": true, "parliamentarian": true, "governor": true, "mayor": true, "peer": true, "minister": true, "nominee": true, "delegate": true}

// twoParties reports whether two names of parties have nothing in common.
func twoParties(p *compare.Pass, a, b string) bool {
	if p.Names.Same(a, b) || naming.Acronym(a, strings.Fields(strings.ToLower(b))) || naming.Acronym(b, strings.Fields(strings.ToLower(a))) {
		return false
	}
	for _, w := range p.Names.Words(a) {
		for _, v := range p.Names.Words(b) {
			if !partyNouns[w] && (w == v || strings.HasPrefix(w, v) || strings.HasPrefix(v, w)) {
				return false
			}
		}
	}
	return sureParty(a, p.Lexicon) || sureParty(b, p.Lexicon)
}

// sureParty reports whether a name is a party's by itself.
func sureParty(name string, lex *lexicon.Lexicon) bool {
	lower := strings.ToLower(name)
	if o, ok := lex.Organisations().Get(lower); ok {
		return o.Kind == "party"
	}
	return leanings[lower] != "" || slices.ContainsFunc(strings.Fields(lower), func(w string) bool { return partyNouns[w] })
}
