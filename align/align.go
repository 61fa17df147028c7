// Package align groups the statements of several reports that state the same
// thing.
//
// Comparable reports are not parallel text: their order differs, one sentence
// here is two there, most have no partner. So alignment goes from pairs to
// groups:
//
//  1. Versions of one text, such as translations of one article, are told by
//     how they resemble each other from beginning to end, and aligned
//     monotonically (versions.go). What follows is for independent reports.
//  2. Statements become bags of lemmas and facts (bag.go); what is near in
//     meaning is looked up once for each lemma of the event (vocabulary.go),
//     and the reports are compared as wholes (witnesses.go).
//  3. An inverted index over lemmas and entities proposes pairs of statements
//     of different witnesses (pairs.go). What shares nothing is never looked
//     at, and the pairs of one statement are bounded: the cost is near linear
//     in the number of statements.
//  4. Logistic models give each pair a probability, from what the two say
//     (features.go) and from the pairs around them (context.go). Their weights
//     (weights.tsv) are learned by the command align/train; Explain lists
//     what each feature says for and against a pair.
//  5. Pairs become groups by average-link clustering on log-odds, evidence
//     against counting as much as evidence for, so that a group does not grow
//     by chaining (cluster.go); a statement that says two things joins further
//     groups (cover.go).
//  6. Within a group, words are aligned pair by pair (words.go, likeness.go):
//     the base on which differences are placed. The command align/evalwords
//     measures it.
//
// Every step works on statements in the order of witness and text, and breaks
// ties by that order, which is one of the texts (internal/order): the groups
// are the same however the witnesses are named or listed.
package align

import (
	"context"
	"slices"

	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// Aligner groups the statements of events. It is safe for concurrent use.
type Aligner struct {
	Lexicon *lexicon.Lexicon
	// Model holds the weights; nil means those that the program carries.
	Model *Model
	// Least is the least probability at which statements are put together,
	// where it is more than the model's own; 0 leaves that to the model.
	// Statements that are known to correspond, line by line, stay together.
	Least float64
}

func (a *Aligner) model() *Model {
	if a.Model != nil {
		return a.Model
	}
	return DefaultModel()
}

// Align sets ev.Groups, each with its word links. The witnesses must be
// segmented and extracted; it goes through them in their order. It fails only where ctx ends.
func (a *Aligner) Align(ctx context.Context, ev *witness.Event) error {
	groups, j, err := a.group(ctx, ev)
	if err != nil {
		return err
	}
	_, ev.Parallel = j.(*versionAligner)
	markCopies(ev)
	l := newLinker(a.Lexicon, ev, j)
	defer l.words.giveBack()
	for i, g := range groups {
		if i%16 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		g.ID = i
		l.link(g)
	}
	ev.Groups = groups
	return nil
}

// Groups returns the groups of an event, without word links, and sets nothing.
func (a *Aligner) Groups(ctx context.Context, ev *witness.Event) ([]*witness.Group, error) {
	g, _, err := a.group(ctx, ev)
	return g, err
}

// A judge says how likely two statements of one group state the same thing.
type judge interface {
	probability(x, y witness.Ref) float64
}

// given judges statements that are known to correspond.
type given struct{}

func (given) probability(_, _ witness.Ref) float64 { return 1 }

func (a *Aligner) group(ctx context.Context, ev *witness.Event) ([]*witness.Group, judge, error) {
	if ev.Aligned {
		return byLine(ev), given{}, nil
	}
	groups, j, err := versions(ctx, a.Lexicon, ev)
	if j != nil || err != nil {
		return a.sure(groups), j, err
	}
	if groups, j := brief(a.Lexicon, ev); j != nil {
		return a.sure(groups), j, nil
	}
	p, err := a.score(ctx, ev)
	if err != nil {
		return nil, nil, err
	}
	return a.sure(p.groups(a.Least)), p, nil
}

// sure returns the groups that are as sure as Least asks for.
func (a *Aligner) sure(groups []*witness.Group) []*witness.Group {
	return slices.DeleteFunc(groups, func(g *witness.Group) bool { return g.Score < a.Least })
}

// byLine makes a group of every line of texts that correspond line by line.
func byLine(ev *witness.Event) []*witness.Group {
	byLine := map[int]*witness.Group{}
	last := -1
	for w, wit := range ev.Witnesses {
		for s, st := range wit.Statements {
			g := byLine[st.Line]
			if g == nil {
				g = &witness.Group{Cells: make([][]int, len(ev.Witnesses)), Score: 1}
				byLine[st.Line] = g
			}
			g.Cells[w] = append(g.Cells[w], s)
			last = max(last, st.Line)
		}
	}
	var out []*witness.Group
	for l := range last + 1 {
		if g := byLine[l]; g != nil && witnesses(g) > 1 {
			out = append(out, g)
		}
	}
	return out
}

// witnesses counts the witnesses that have a statement in g.
func witnesses(g *witness.Group) int {
	n := 0
	for _, c := range g.Cells {
		if len(c) > 0 {
			n++
		}
	}
	return n
}
