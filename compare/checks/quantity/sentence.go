package quantity

import (
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// The words of a court's sentence.
var (
	jailing   = wordSet("sentence", "condemn", "jail", "imprison")
	getting   = wordSet("get", "receive", "give", "hand", "draw", "impose")
	serving   = wordSet("serve", "spend", "order", "apply", "ask", "release", "free")
	cells     = wordSet("imprisonment", "prison", "jail")
	confining = wordSet("prison", "imprisonment", "jail", "bar", "custody", "penitentiary", "detention", "deprivation", "parole", "release", "freedom", "convict", "condemned", "sentence")
	demanding = wordSet("face", "prosecutor", "prosecution", "demand", "request", "seek", "maximum", "carry", "punishable", "up", "could", "may", "suspend", "suspended", "probation", "already", "reduce", "previous", "previously", "appeal", "commute")
	lowest    = wordSet("minimum", "least", "earliest", "earlier", "parole", "before")
)

func wordSet(words ...string) map[string]bool {
	set := map[string]bool{}
	for _, w := range words {
		set[w] = true
	}
	return set
}

// terms compares the length of a sentence, and the least of it that has to be
// served, where each report tells of one.
func terms(p *compare.Pass) {
	full, least := make([][]told, len(p.Event.Witnesses)), make([][]told, len(p.Event.Witnesses))
	for st := range p.Statements() {
		if st.Kind == witness.Furniture || dated(st) || !has(st, confining) || has(st, demanding) {
			continue
		}
		for _, q := range compare.Facts[*witness.Quantity](st) {
			if q.Kind != witness.Duration || q.Unit != "s" || q.Point < month || ago(st, q) || remaining(st, q) || compounded(st, q) && behind(st, q, 1) == "old" {
				continue
			}
			i := st.Witness.Index
			switch {
			case has(st, lowest) && (has(st, jailing) || has(st, getting) || has(st, serving)):
				least[i] = append(least[i], told{st, q})
			case st.Index <= opening && condemned(st):
				full[i] = append(full[i], told{st, q})
			}
		}
	}
	compareTerms(p, "sentence", full)
	compareTerms(p, "least time in prison", least)
}

// month is the least length of a sentence that is compared, in seconds.
const month = witness.SecondsInYear / 12

// opening is up to which statement a report tells of the sentence that it is about:
// further down are those of other years.
const opening = 4

func has(st *witness.Statement, words map[string]bool) bool {
	return slices.ContainsFunc(st.Tokens, func(t witness.Token) bool { return words[t.Lemma] || words[t.Lower] })
}

// condemned reports whether a statement tells of the passing of a sentence, not of
// one that is being served.
func condemned(st *witness.Statement) bool {
	if has(st, serving) {
		return false
	}
	return has(st, getting) && has(st, cells) || slices.ContainsFunc(st.Tokens, func(t witness.Token) bool { return t.UPOS == "VERB" && jailing[t.Lemma] })
}

func compareTerms(p *compare.Pass, topic string, byWitness [][]told) {
	var voices [][]told
	for _, list := range byWitness {
		if len(list) > 0 && uniform(list) && len(voices) < maxVoices {
			voices = append(voices, list[:min(len(list), maxPlaces)])
		}
	}
	for i, as := range voices {
		for _, bs := range voices[i+1:] {
			for _, a := range as {
				for _, b := range bs {
					if near(a.q.Point, b.q.Point) || farApart(a.q, b.q) || otherPrisoner(a, b) {
						continue
					}
					va, vb := compare.QuantityValue(a.q), compare.QuantityValue(b.q)
					p.ReportAcross(compare.Difference{
						A:    compare.Spot{Statement: a.st, Span: a.q.Span, Value: va},
						B:    compare.Spot{Statement: b.st, Span: b.q.Span, Value: vb},
						Kind: compare.Conflict, Severity: compare.Major, Confidence: 0.75, Topic: topic,
						Reason: va + " and " + vb + " cannot both be right.",
					})
				}
			}
		}
	}
}

// otherPrisoner reports whether two sentences are known to be of two people.
func otherPrisoner(a, b told) bool {
	who := func(t told) []*witness.Entity {
		var out []*witness.Entity
		for _, n := range compare.Facts[*witness.Name](t.st) {
			if n.Entity != nil && n.Entity.Kind == witness.Person {
				out = append(out, n.Entity)
			}
		}
		return out
	}
	as, bs := who(a), who(b)
	return len(as) > 0 && len(bs) > 0 && !compare.Common(as, bs)
}
