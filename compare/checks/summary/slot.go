package summary

import (
	"fmt"
	"slices"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// respective reports a number that the long statement gives to another of two:
// "A and B were sentenced to 21 and 18 months, respectively".
func (l *look) respective() bool {
	at := slices.IndexFunc(l.long.Tokens, func(t witness.Token) bool { return t.Lower == "respectively" })
	if at < 0 {
		return false
	}
	var numbers []*witness.Quantity
	for _, q := range compare.Facts[*witness.Quantity](l.long) {
		if q.Number < at && q.Kind != witness.Ordinal && (len(numbers) == 0 || numbers[0].Kind == q.Kind && numbers[0].Unit == q.Unit) {
			numbers = append(numbers, q)
		} else if q.Number < at {
			numbers = []*witness.Quantity{q}
		}
	}
	if len(numbers) < 2 {
		return false
	}
	names := listed(l.long, numbers[0].Number)
	if len(names) != len(numbers) {
		return false
	}
	for _, q := range compare.Facts[*witness.Quantity](l.short) {
		for k, n := range names {
			if q.Kind != numbers[k].Kind || q.Unit != numbers[k].Unit || q.Point == numbers[k].Point || !slices.ContainsFunc(compare.Facts[*witness.Name](l.short), func(s *witness.Name) bool { return s.Entity == n.Entity }) {
				continue
			}
			if slices.ContainsFunc(numbers, func(o *witness.Quantity) bool { return o.Point == q.Point }) && mentions(l.short, names) == 1 {
				l.report(q.Number, numbers[k].Number, ground{topic: n.Form, reason: "The numbers are given in the order of the names.", confidence: 0.85})
				return true
			}
		}
	}
	return false
}

// listed returns the last names before word i that stand in one list.
func listed(st *witness.Statement, i int) []*witness.Name {
	var out []*witness.Name
	for _, n := range compare.Facts[*witness.Name](st) {
		if n.First >= i || n.Demonym {
			continue
		}
		if k := len(out) - 1; k >= 0 && !joined(st, out[k].Last+1, n.First) {
			out = nil
		}
		out = append(out, n)
	}
	return out
}

// joined reports whether nothing but commas and conjunctions, or the number
// after a name, stands from word i up to word k.
func joined(st *witness.Statement, i, k int) bool {
	for ; i < k; i++ {
		if u := st.Tokens[i].UPOS; u != "PUNCT" && u != "CCONJ" {
			return false
		}
	}
	return true
}

// mentions counts those of names that st names.
func mentions(st *witness.Statement, names []*witness.Name) int {
	n := 0
	for _, m := range names {
		if slices.ContainsFunc(compare.Facts[*witness.Name](st), func(s *witness.Name) bool { return s.Entity == m.Entity }) {
			n++
		}
	}
	return n
}

// described reports that one is called by opposite words: a conservative, a
// liberal.
func (l *look) described(s *witness.Claim) bool {
	if s.Agent == nil || s.Agent.Entity == nil || s.Negative || l.short.Tokens[s.Head].UPOS == "VERB" {
		return false
	}
	for _, c := range compare.Facts[*witness.Claim](l.long) {
		if c.Agent == nil || c.Agent.Entity != s.Agent.Entity || c.Negative || l.long.Tokens[c.Head].UPOS == "VERB" {
			continue
		}
		for _, i := range words(l.short, s.Head) {
			for _, j := range words(l.long, c.Head) {
				a, b := &l.short.Tokens[i], &l.long.Tokens[j]
				if a.UPOS == "ADJ" && b.UPOS == "ADJ" && l.p.Lexicon.Opposed(a.Lemma, b.Lemma, lexicon.Adjective) {
					l.report(i, j, ground{topic: s.Agent.Entity.Name, reason: fmt.Sprintf("“%s” is the opposite of “%s”.", a.Lemma, b.Lemma), confidence: 0.7})
					return true
				}
			}
		}
	}
	return false
}

// words lists a predicate and what modifies it.
func words(st *witness.Statement, head int) []int {
	out := []int{head}
	for k := range st.Tokens {
		if st.Tokens[k].Head == head && st.Tokens[k].Rel == "amod" {
			out = append(out, k)
		}
	}
	return out
}

// renamed reports a thing that one statement calls by another proper name of
// the same kind: "the Mir space station", "the International Space Station".
func (l *look) renamed() bool {
	for i := range l.short.Tokens {
		m := &l.short.Tokens[i]
		if m.UPOS != "PROPN" || m.Rel != "compound" || m.Head <= i || l.to[i] >= 0 || named(l.short, i) == nil {
			continue
		}
		j := l.to[m.Head]
		if j < 0 || !l.tied(m.Head, j) || l.long.Tokens[j].UPOS != "PROPN" {
			continue
		}
		for k := j - 1; k >= 0 && k >= j-3; k-- {
			t := &l.long.Tokens[k]
			if t.Head != j || t.UPOS != "PROPN" && t.UPOS != "ADJ" {
				break
			}
			if strings.ToLower(t.Form) != t.Form && !slices.Contains(l.to, k) {
				l.report(i, k, ground{topic: "which " + l.short.Tokens[m.Head].Lemma, reason: "They bear two names.", confidence: 0.65})
				return true
			}
		}
	}
	return false
}
