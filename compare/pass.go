package compare

import (
	"iter"
	"reflect"
	"slices"

	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/internal/naming"
	"github.com/factdiff/factdiff/internal/termbase"
	"github.com/factdiff/factdiff/witness"
)

// Pass is what a check sees: the event with its facts and groups, the
// lexicon, a judge of names, the desk's terms, and ways to report. A check never looks beyond it.
type Pass struct {
	Event   *witness.Event
	Lexicon *lexicon.Lexicon
	Names   *naming.Judge  // which names may be one
	Terms   *termbase.Base // nil where the desk has none
	Check   *Check

	pairs []*Pair
	read  map[reflect.Type]any // of the event; see Once
	diffs []draft
	marks []mark
}

// Once returns what read returns, which it calls once for all checks of a run
// that ask for a T: what several of them read in the event. It must depend on
// the event and the lexicon alone, and nobody may change what it returns.
func Once[T any](p *Pass, read func(*lexicon.Lexicon, *witness.Event) T) T {
	of := reflect.TypeFor[T]()
	v, ok := p.read[of].(T)
	if !ok {
		v = read(p.Lexicon, p.Event)
		p.read[of] = v
	}
	return v
}

// OnceOf is Once for what is read in one statement, however many pairs that is
// in: a statement of a dozen versions is in eleven.
func OnceOf[T any](p *Pass, st *witness.Statement, read func(*witness.Statement) T) T {
	of := reflect.TypeFor[map[*witness.Statement]T]()
	known, ok := p.read[of].(map[*witness.Statement]T)
	if !ok {
		known = map[*witness.Statement]T{}
		p.read[of] = known
	}
	v, ok := known[st]
	if !ok {
		v = read(st)
		known[st] = v
	}
	return v
}

// Spot is words of one statement with the value that the check reads in them.
type Spot struct {
	Statement *witness.Statement
	Span      witness.Span
	Value     string
}

// Difference is what a check reports of two statements that correspond or, of a loose pair,
// of two that tell of one thing among others. The
// differences of one check that share words become one Finding.
type Difference struct {
	A, B       Spot
	Kind       Kind
	Severity   Severity
	Confidence float64
	// Topic names what is differed about, for the head of the message:
	// "number of soldiers".
	Topic string
	// Cause, where it is not empty, is what the reports disagree on, in a form
	// that does not depend on the words: the differences of one check and one
	// cause are one finding, wherever they stand and whatever their topics.
	Cause string
	// Reason is the rule's ground in a sentence.
	Reason string
	// Trace is how the difference came about, a line a step.
	Trace []string
}

// Mark is what a check reports of one report alone.
type Mark struct {
	Spot
	// Also are other words of the same report that the mark rests on: the
	// name that a pronoun disagrees with.
	Also       []Spot
	Severity   Severity
	Confidence float64
	Message    string
	Reason     string
	Suggest    string
}

// across stands for the group of a difference over the whole event.
const across = -1

// draft is a difference before merging.
type draft struct {
	check *Check
	group int
	diff  Difference
	// lonely says that the witness of diff.A is the outlier.
	lonely bool
}

// mark is a mark with the check that reports it.
type mark struct {
	check *Check
	Mark
}

// Pairs iterates over the pairs of statements that correspond, with their
// words aligned, group by group.
func (p *Pass) Pairs() iter.Seq[*Pair] {
	return slices.Values(p.pairs)
}

// Statements iterates over all statements of the event, witness by witness.
func (p *Pass) Statements() iter.Seq[*witness.Statement] {
	return func(yield func(*witness.Statement) bool) {
		for _, w := range p.Event.Witnesses {
			for _, st := range w.Statements {
				if !yield(st) {
					return
				}
			}
		}
	}
}

// memberships are the numbers of the groups that a statement is in.
type memberships map[*witness.Statement][]int

// Groups returns, by statement, the numbers of the groups that it is in. The map is
// the pass's own: do not change it.
func (p *Pass) Groups() map[*witness.Statement][]int {
	return Once(p, func(_ *lexicon.Lexicon, ev *witness.Event) memberships { return membershipsOf(ev) })
}

func membershipsOf(ev *witness.Event) memberships {
	out := memberships{}
	for _, g := range ev.Groups {
		for _, ref := range g.Members() {
			st := ev.Witnesses[ref.Witness].Statements[ref.Statement]
			out[st] = append(out[st], g.ID)
		}
	}
	return out
}

// Together reports whether two statements stand in one group.
func (p *Pass) Together(a, b *witness.Statement) bool {
	return memberships(p.Groups()).shared(a, b) != nil
}

// Report reports a difference between the statements of x, which may be loose.
func (p *Pass) Report(x *Pair, d Difference) {
	if x.Group == nil {
		p.ReportAcross(d)
		return
	}
	p.add(draft{group: x.Group.ID, diff: d})
}

// ReportAcross reports a difference between statements that need not
// correspond: what two reports say of one person anywhere.
func (p *Pass) ReportAcross(d Difference) {
	p.add(draft{group: across, diff: d})
}

// Lonely reports a difference by which the witness of d.A stands alone in the
// group: it is named as the outlier whatever the others say.
func (p *Pass) Lonely(g *witness.Group, d Difference) {
	p.add(draft{group: g.ID, diff: d, lonely: true})
}

// add leaves out what cannot show its words in both reports.
func (p *Pass) add(d draft) {
	if d.diff.A.Span.Empty() || d.diff.B.Span.Empty() {
		return
	}
	d.check = p.Check
	p.diffs = append(p.diffs, d)
}

// Mark reports an artefact.
func (p *Pass) Mark(m Mark) {
	if m.Span.Empty() {
		return
	}
	p.marks = append(p.marks, mark{p.Check, m})
}
