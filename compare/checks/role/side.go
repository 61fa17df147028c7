package role

import (
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// camps are the sides in court by the words for them. A claimant has one beside the
// prosecution.
var camps = map[string]string{"prosecution": "prosecution", "crown": "prosecution", "defence": "defence", "defense": "defence"}

// appears are the words of being heard for a side, with the words that tie the side to them.
var appears = map[string][]string{
	"evidence": {"for"}, "testify": {"for"}, "witness": {"for", "of"}, "expert": {"for", "of"}, "call": {"by"}, "summon": {"by"}, "speak": {"for"}, "appear": {"for"}, "testimony": {"for"},
}

// sides reads for which side persons are heard in court: "Ann Berg, who gave evidence for the
// defence", "prosecution witness Ann Berg", "Ann Berg, called by the Crown".
func sides(_ *lexicon.Lexicon, st *witness.Statement) []bond {
	out := benches(st)
	if crossed(st) {
		return out
	}
	for i := range st.Tokens {
		side := camps[st.Tokens[i].Lemma]
		if side == "" {
			continue
		}
		n, from, to := (*witness.Name)(nil), i, i
		if w := compare.Word(st, i+1); w == "witness" || w == "expert" {
			to = i + 1
			from = opening(st, i)
			n = beside(st, phrase{from, i, to})
		} else if from = heard(st, i); from >= 0 {
			n = precedes(st, from)
		}
		if n != nil {
			out = append(out, bond{st: st, bearer: n.Entity, span: compare.TokenSpan(st, from, to), sort: ofSide, value: side, shown: text(st, from, to), heard: true})
		}
	}
	return out
}

// crossed reports whether a statement tells of a hearing at which a witness may be either
// side's: in another year, or before the other side had its turn, here or close by.
func crossed(st *witness.Statement) bool {
	for i := range st.Tokens {
		t := &st.Tokens[i]
		if t.Lemma == "cross" || t.Lemma == "cross-examine" || t.Lemma == "recall" || t.Lower == "had" && t.Rel == "aux" && i+1 < len(st.Tokens) && len(appears[st.Tokens[i+1].Lemma]) > 0 {
			return true
		}
	}
	if compare.FactOf(st, func(t *witness.Time) bool { return t.Year != 0 }) != nil {
		return true
	}
	found := ""
	for _, o := range st.Witness.Statements[max(0, st.Index-2):min(len(st.Witness.Statements), st.Index+3)] {
		for i := range o.Tokens {
			side := camps[o.Tokens[i].Lemma]
			if side != "" && found != "" && side != found {
				return true
			}
			if side != "" {
				found = side
			}
		}
	}
	return false
}

// benches reads who sits in judgement or accuses, by office and by what a judge does: "shall
// preside over the trial".
func benches(st *witness.Statement) []bond {
	var out []bond
	for _, r := range compare.Facts[*witness.Role](st) {
		if side := seats[r.Office]; side != "" && r.Holder != nil && !r.Former {
			out = append(out, bond{st: st, bearer: r.Holder, span: r.Span, sort: ofSide, value: side, shown: value(r), office: true})
		}
	}
	for i := range st.Tokens {
		if st.Tokens[i].Lemma != "preside" || compare.Word(st, i+1) != "over" {
			continue
		}
		k := i + 2
		for k < len(st.Tokens)-1 && (st.Tokens[k].UPOS == "DET" || st.Tokens[k].UPOS == "ADJ") {
			k++
		}
		if n := precedes(st, i); n != nil && k < len(st.Tokens) && tried[st.Tokens[k].Lemma] {
			out = append(out, bond{st: st, bearer: n.Entity, span: compare.TokenSpan(st, i, k), sort: ofSide, value: "bench", shown: text(st, i, k)})
		}
	}
	return out
}

// seats are the sides of those who have an office in court, tried what a judge presides over.
var (
	seats = map[string]string{"judge": "bench", "prosecutor": "prosecution", "prosecutor general": "prosecution"}
	tried = map[string]bool{"trial": true, "case": true, "court": true, "retrial": true}
)

// heard returns the word of being heard that the side at token i is tied to, or -1.
func heard(st *witness.Statement, i int) int {
	k := i - 1
	for k > 0 && (st.Tokens[k].UPOS == "DET" || st.Tokens[k].UPOS == "ADJ") {
		k--
	}
	for v := k - 1; v >= 0 && v >= k-3; v-- {
		if slices.Contains(appears[st.Tokens[v].Lemma], st.Tokens[k].Lower) {
			return v
		}
		if st.Tokens[v].UPOS == "PUNCT" {
			return -1
		}
	}
	return -1
}

// precedes returns the name that stands before token i with no other name, and no verb but
// those of the same clause, between: "Ann Berg, an engineer, who testified".
func precedes(st *witness.Statement, i int) *witness.Name {
	last := compare.FactOf(st, func(n *witness.Name) bool { return n.Last < i && n.First < n.Last && nextName(st, n.Last, i) == nil })
	if last == nil || !fullName(last) {
		return nil
	}
	verbs := 0
	for k := last.Last + 1; k < i; k++ {
		if st.Tokens[k].UPOS == "VERB" {
			verbs++
		}
	}
	if verbs > 1 {
		return nil
	}
	return last
}

// nextName returns a name between two tokens.
func nextName(st *witness.Statement, from, to int) *witness.Name {
	return compare.FactOf(st, func(n *witness.Name) bool { return n.First > from && n.Last < to })
}
