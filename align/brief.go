package align

import (
	"slices"

	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// A handful of sentences, two headlines, one sentence against a paragraph: too
// little to count words in, and the model's features of whole reports say
// nothing. There the words themselves decide: two statements correspond if
// most of the content words of the shorter have a like partner in the other.

// Bounds on what counts as brief, and on what corresponds there.
const (
	briefStatements = 6    // statements of the event in all
	briefWitnesses  = 6    // and witnesses
	briefWords      = 3    // content words of the shorter statement, at least
	briefShare      = 0.55 // of them with a like partner
)

// briefJudge judges the statements of a brief event.
type briefJudge map[[2]witness.Ref]float64

func (b briefJudge) probability(x, y witness.Ref) float64 {
	if y.Witness < x.Witness {
		x, y = y, x
	}
	return b[[2]witness.Ref{x, y}]
}

// brief groups the statements of an event of few statements. It returns no
// judge where the event is not brief.
func brief(lex *lexicon.Lexicon, ev *witness.Event) ([]*witness.Group, judge) {
	n := 0
	for _, w := range ev.Witnesses {
		n += len(w.Statements)
	}
	if len(ev.Witnesses) < 2 || len(ev.Witnesses) > briefWitnesses || n > briefStatements {
		return nil, nil
	}
	words := borrowAligner(lex)
	defer words.giveBack()
	var refs []witness.Ref
	var views []*view
	for w, wit := range ev.Witnesses {
		for s, st := range wit.Statements {
			if !silent(st) {
				refs = append(refs, witness.Ref{Witness: w, Statement: s})
				views = append(views, words.view(st))
			}
		}
	}
	j := briefJudge{}
	of := make([]int, len(refs)) // the first statement of each one's group
	for i := range of {
		of[i] = i
	}
	for i := range refs {
		for k := i + 1; k < len(refs); k++ {
			if refs[i].Witness == refs[k].Witness {
				continue
			}
			share := correspondence(words, views[i], views[k])
			if share < briefShare {
				continue
			}
			j[[2]witness.Ref{refs[i], refs[k]}] = share
			from, to := of[k], of[i]
			for m := range of {
				if of[m] == from {
					of[m] = to
				}
			}
		}
	}
	var groups []*witness.Group
	for i := range refs {
		g := &witness.Group{Cells: make([][]int, len(ev.Witnesses))}
		sum, pairs := 0.0, 0
		for k := range refs {
			if of[k] != i {
				continue
			}
			g.Cells[refs[k].Witness] = append(g.Cells[refs[k].Witness], refs[k].Statement)
			for m := range k {
				if p := j.probability(refs[m], refs[k]); of[m] == i && p > 0 {
					sum += p
					pairs++
				}
			}
		}
		if witnesses(g) > 1 {
			g.Score = sum / float64(pairs)
			groups = append(groups, g)
		}
	}
	return slices.Clip(groups), j
}

// correspondence is the share of the content words of the shorter statement
// that have a like partner in the other.
func correspondence(words *wordAligner, a, b *view) float64 {
	count := func(v *view) (n int) {
		for _, i := range v.content {
			if v.words[i].lemma != words.number("have") { // which says as little as "'s" does
				n++
			}
		}
		return n
	}
	least := min(count(a), count(b))
	if least < briefWords {
		return 0
	}
	tied := 0
	for _, l := range words.align(a, b) {
		if l.Kind <= witness.LinkSynonym && a.words[l.A].content {
			tied++
		}
	}
	return min(1, float64(tied)/float64(least))
}
