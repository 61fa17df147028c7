package name

import (
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// credited reports whether a name is that of the outlet to which a report owes its news:
// in the dateline ("CAIRO (Reuters) -"), as the one that reports it or to which somebody
// told it. Two reports of one event come from two agencies as a rule.
func credited(lex *lexicon.Lexicon, st *witness.Statement, n *witness.Name) bool {
	if n.Entity == nil || !lex.Outlet(n.Form) {
		return false
	}
	if before, after := compare.Word(st, n.First-1), compare.Word(st, n.Last+1); before == "(" && after == ")" || before == "/" && after == "/" {
		return true
	}
	if compare.FactOf(st, func(a *witness.Attribution) bool { return a.Speaker == n.Entity }) != nil {
		return true
	}
	k := n.Head
	for rel := st.Tokens[k].Relation(); rel == "compound" || rel == "nmod"; rel = st.Tokens[k].Relation() {
		k = st.Tokens[k].Head // "a Reuters correspondent", "in an interview with the BBC"
		if utterances[st.Tokens[k].Lemma] {
			return true
		}
	}
	h := st.Tokens[k].Head
	return h >= 0 && lex.Reports(st.Tokens[h].Lemma, lexicon.Verb, "say", "claim", "ask", "answer", "confirm", "deny", "warn") && hears[st.Tokens[k].Relation()]
}

// hears are the relations to a verb of saying in which an outlet says or hears it, utterances
// the nouns for what somebody says to one.
var (
	hears      = map[string]bool{"nsubj": true, "obj": true, "iobj": true, "obl": true}
	utterances = map[string]bool{"interview": true, "comment": true, "statement": true, "remark": true, "report": true, "dispatch": true}
)
