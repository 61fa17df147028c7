package quantity

import (
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// askedFor are the words, by lemma, for how far a sum has come that one side wants of
// another: what is demanded, offered and given are three sums, and so are what a thing was
// valued at and what it fetched.
var askedFor = map[string]string{
	"demand": "demanded", "seek": "demanded", "ask": "demanded", "request": "demanded", "call": "demanded", "claim": "demanded",
	"offer": "offered", "propose": "offered", "bid": "offered", "proposal": "offered",
	"estimate": "valued", "value": "valued", "appraise": "valued", "valuation": "valued",
	"impose": "given", "fine": "given", "order": "given", "sentence": "given", "award": "given", "grant": "given", "agree": "given", "accept": "given", "approve": "given", "jail": "given", "receive": "given",
	"fetch": "sold", "sell": "sold", "auction": "sold", "buy": "sold",
}

// askedApart says which stages of two figures make two of them.
var askedApart = map[[2]string]bool{
	{"demanded", "offered"}: true, {"demanded", "given"}: true, {"offered", "given"}: true, {"valued", "sold"}: true, {"demanded", "sold"}: true, {"offered", "sold"}: true,
}

// otherAsked reports whether two sums, shares or terms are of two stages of one matter:
// the prosecutor asked for eight years, and the court gave five.
func otherAsked(sa *witness.Statement, a *witness.Quantity, sb *witness.Statement, b *witness.Quantity) bool {
	if a.Kind != witness.Money && a.Kind != witness.Percent && a.Kind != witness.Duration {
		return false
	}
	s, t := askedOf(sa, a), askedOf(sb, b)
	return askedApart[[2]string{s, t}] || askedApart[[2]string{t, s}]
}

// askedOf reads from the words above a figure how far its sum has come. What is offered
// to be paid is offered: of two words the one that does not give tells. Words above the
// clause of the figure say who tells of it: what somebody "claimed it had received" was
// received.
func askedOf(st *witness.Statement, q *witness.Quantity) string {
	found := ""
	for steps, h := 0, q.Number; h >= 0 && steps < 6; steps, h = steps+1, st.Tokens[h].Head {
		t := &st.Tokens[h]
		if s := askedFor[t.Lemma]; s != "" && (t.UPOS == "VERB" || t.UPOS == "NOUN") {
			if found == "" || found == "given" || found == "sold" {
				found = s
			}
			if s != "given" && s != "sold" {
				break
			}
		}
		if clausal[t.Rel] {
			break
		}
	}
	return found
}

// clausal are the relations by which a clause that says something of its own hangs on
// another.
var clausal = wordSet("ccomp", "conj", "advcl", "acl:relcl", "parataxis")

// foreseeing are the verbs by which somebody says what a figure will be.
var foreseeing = wordSet("expect", "forecast", "predict", "project", "estimate", "see", "anticipate", "foresee")

// seers are those who foresee figures of the economy, by the class of which one is not
// another.
var seers = map[string]string{
	"analyst": "analyst", "economist": "analyst", "expert": "analyst", "market": "analyst", "trader": "analyst", "investor": "analyst",
	"government": "government", "ministry": "government", "minister": "government", "treasury": "government",
	"bank": "bank", "fund": "fund", "company": "company", "firm": "company", "carmaker": "company", "airline": "company", "retailer": "company",
}

// otherForecast reports whether two figures are foreseen by two, of whom each has a figure
// of his own. Beside a name it takes analysts and governments alone.
func otherForecast(lex *lexicon.Lexicon, sa *witness.Statement, a *witness.Quantity, sb *witness.Statement, b *witness.Quantity) bool {
	if a.Kind != witness.Money && a.Kind != witness.Percent {
		return false
	}
	i, j := compare.Predicate(sa, a.Number), compare.Predicate(sb, b.Number)
	if !foreseeing[sa.Tokens[i].Lemma] || !foreseeing[sb.Tokens[j].Lemma] {
		return false
	}
	k, l := compare.Child(sa, i, "nsubj"), compare.Child(sb, j, "nsubj")
	if k < 0 || l < 0 {
		return false
	}
	s, t := seers[sa.Tokens[k].Lemma], seers[sb.Tokens[l].Lemma]
	switch m, n := compare.NameOver(sa, k), compare.NameOver(sb, l); {
	case m != nil && n != nil:
		return twoNames(lex, m, n)
	case m != nil:
		return t == "analyst" || t == "government"
	case n != nil:
		return s == "analyst" || s == "government"
	}
	return s != "" && t != "" && s != t
}
