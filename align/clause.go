package align

import (
	"cmp"
	"slices"
	"strings"

	"github.com/factdiff/factdiff/witness"
)

// A statement that says two things is cut, for one feature, at its clauses:
// each predicate with what hangs on it and on no other predicate. Two leads
// that share one fact out of three have one pair of clauses that is close,
// where the sentences as wholes are far apart.

// clauseWords is a clause as the range of its words in bag.clauseTerms.
type clauseWords struct {
	from, to int
	weight   float64
	norm     float64
}

// maxClauses bounds the clauses of one statement that are compared.
const maxClauses = 12

// clauseOf gives for each token the token that heads its clause.
func clauseOf(toks []witness.Token) []int {
	head := make([]int, len(toks))
	for i := range toks {
		at := i
		for steps := 0; steps < 40 && !headsClause(toks, at); steps++ {
			at = toks[at].Head
		}
		head[i] = at
	}
	return head
}

func headsClause(toks []witness.Token, i int) bool {
	t := &toks[i]
	if t.Head < 0 || t.Head >= len(toks) {
		return true
	}
	switch rel := t.Relation(); rel {
	case "ccomp", "advcl", "parataxis", "csubj":
		return true
	case "acl":
		return strings.HasSuffix(t.Rel, "relcl")
	case "conj":
		return t.UPOS == "VERB"
	}
	return false
}

// clauses cuts the content words of a bag by clause.
func (c *corpus) cut(b *bag, ids []int32) {
	toks := b.st.Tokens[:len(ids)]
	of := clauseOf(toks)
	type placed struct {
		clause int
		id     int32
	}
	var list []placed
	for i, id := range ids {
		if id < 0 {
			continue
		}
		list = append(list, placed{of[i], id})
		// a predicate that another governs also stands with its subject
		if toks[i].Relation() == "nsubj" {
			for k := range toks {
				if of[k] == k && k != of[i] && toks[k].Head == of[i] && toks[k].Relation() == "conj" {
					list = append(list, placed{k, id})
				}
			}
		}
	}
	slices.SortFunc(list, func(x, y placed) int { return cmp.Or(x.clause-y.clause, cmp.Compare(x.id, y.id)) })
	list = slices.Compact(list)
	for i := 0; i < len(list); {
		j := i
		for j < len(list) && list[j].clause == list[i].clause {
			b.clauseTerms = append(b.clauseTerms, list[j].id)
			j++
		}
		if len(b.clauses) < maxClauses {
			b.clauses = append(b.clauses, clauseWords{from: i, to: j})
		}
		i = j
	}
}

// clauses compares the clauses of two statements.
func (c *corpus) clauses(f *features, a, b *bag) {
	for i := range a.clauses {
		x := &a.clauses[i]
		for j := range b.clauses {
			y := &b.clauses[j]
			dx, sx := c.clauseIn(a.clauseTerms[x.from:x.to], b.clauseTerms[y.from:y.to])
			if dx == 0 {
				continue
			}
			dy, sy := c.clauseIn(b.clauseTerms[y.from:y.to], a.clauseTerms[x.from:x.to])
			dot, shared := (dx+dy)/2, (sx+sy)/2
			cos := min(1, dot/max(x.norm*y.norm, 1e-9))
			f[fClause] = max(f[fClause], cos*squash(shared, 3))
			f[fClauseWeight] = max(f[fClauseWeight], squash(shared, 6)*cos)
		}
	}
}

// clauseIn sums up what the words of one clause find in another: squares of their
// weights, and the weights.
func (c *corpus) clauseIn(words, others []int32) (dot, shared float64) {
	for _, id := range words {
		best := 0.0
		for _, o := range others {
			if s := c.alike(id, o); s > best && s > loose {
				best = s
			}
		}
		w := c.words[id].weight
		dot += best * w * w
		shared += best * w
	}
	return dot, shared
}

// arcs compares what hangs together in the two parses.
func (c *corpus) arcs(f *features, a, b *bag) {
	n, weight := 0, 0.0
	for i, j := 0, 0; i < len(a.arcs) && j < len(b.arcs); {
		switch k := cmpArc(a.arcs[i], b.arcs[j]); {
		case k < 0:
			i++
		case k > 0:
			j++
		default:
			n++
			weight += c.words[a.arcs[i].a].weight + c.words[a.arcs[i].b].weight
			i++
			j++
		}
	}
	if n > 0 {
		f[fArcs] = 2 * float64(n) / float64(len(a.arcs)+len(b.arcs))
		f[fArcCount] = squash(float64(n), 2)
		f[fArcWeight] = squash(weight, 6)
	}
}
