package date

import (
	_ "embed"
	"fmt"
	"time"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

//go:embed doc.go
var source string

//go:embed examples.txtar
var examples string

// Check is the check date.
var Check = &compare.Check{
	Name: "date", Source: source, Examples: examples, Plain: true, Severity: compare.Major,
	MQM: "accuracy/mistranslation", ITS: "numbers", Run: run,
}

func run(p *compare.Pass) {
	for x := range p.Pairs() {
		steps(p, x)
		quarters(p, x)
		if x.Parallel {
			pointers(p, x)
		}
		as, bs := compare.Facts[*witness.Time](x.A), compare.Facts[*witness.Time](x.B)
		if len(as) == 0 || len(bs) == 0 {
			continue
		}
		if x.Parallel {
			parallel(p, x, as, bs)
			continue
		}
		countdowns(p, x, as, bs)
		as, bs = unmatched(as, bs, x.NearB()), unmatched(bs, as, x.NearA())
		for _, m := range compare.Matches(len(as), len(bs), func(i, j int) (float64, bool) {
			a, b := as[i], bs[j]
			s := slot(p.Lexicon, x, a, b)
			return s, s >= sameSlot && disjoint(a, b) && !incomparable(p.Lexicon, x, a, b) && oneHappening(p, x, a, b) && !(a.Grain >= witness.Month && b.Grain >= witness.Month && x.OneMould(a.Head, b.Head))
		}) {
			report(p, x, as[m.A], bs[m.B], m.Weight)
		}
	}
	if !p.Event.Aligned && !p.Event.Parallel {
		majority(p)
		deedDays(p)
		slips(p)
		rivalsAnywhere(p)
	}
}

// sameSlot is the least evidence on which two times of independent reports
// are held against each other.
const sameSlot = 0.6

// unmatched drops the times that the other side gives too.
func unmatched(ts, others []*witness.Time, near []*witness.Statement) []*witness.Time {
	var out []*witness.Time
next:
	for _, t := range ts {
		for _, o := range others {
			if same(t, o) {
				continue next
			}
		}
		for _, st := range near {
			for _, o := range compare.Facts[*witness.Time](st) {
				if same(t, o) {
					continue next
				}
			}
		}
		out = append(out, t)
	}
	return out
}

// same reports whether two times are known to be one, or one to lie in the
// other.
func same(a, b *witness.Time) bool {
	switch {
	case a.Phase.Apart(b.Phase):
		return false
	case a.Clock >= 0 || b.Clock >= 0:
		return a.Clock >= 0 && b.Clock >= 0 && sameClock(a.Clock, b.Clock)
	case a.Month > 0 && b.Month > 0:
		return a.Month == b.Month && (a.Day == b.Day || a.Day == 0 || b.Day == 0) && (a.Year == b.Year || a.Year == 0 || b.Year == 0)
	case yearOf(a) > 0 && yearOf(b) > 0:
		return yearOf(a) == yearOf(b) || a.Grain == witness.Decade && a.Year <= b.Year && b.Year < a.Year+10 || b.Grain == witness.Decade && b.Year <= a.Year && a.Year < b.Year+10
	}
	wa, wb := compare.Weekday(a), compare.Weekday(b)
	if wa > 0 && wb > 0 {
		return wa == wb
	}
	return a.Relative && b.Relative && a.Grain == b.Grain && a.From.Equal(b.From)
}

// disjoint reports whether two times of like precision cannot be one.
func disjoint(a, b *witness.Time) bool {
	if a.Grain == witness.Minute || b.Grain == witness.Minute {
		return a.Clock >= 0 && b.Clock >= 0 && !sameClock(a.Clock, b.Clock)
	}
	if a.Hedged != b.Hedged {
		return false
	}
	if a.Grain > witness.Day || b.Grain > witness.Day {
		if a.Grain != b.Grain {
			return false // a year and a day of it
		}
		if a.Month > 0 && b.Month > 0 {
			return a.Month != b.Month || a.Year > 0 && b.Year > 0 && a.Year != b.Year || a.Phase.Apart(b.Phase)
		}
		return yearOf(a) > 0 && yearOf(b) > 0 && (yearOf(a) != yearOf(b) || a.Phase.Apart(b.Phase))
	}
	// Days. A weekday is held against a weekday by name, for the week it is
	// in is a guess; a date against a date by day and month.
	if a.Month > 0 && b.Month > 0 {
		return a.Day != b.Day || a.Month != b.Month || a.Year > 0 && b.Year > 0 && a.Year != b.Year
	}
	wa, wb := compare.Weekday(a), compare.Weekday(b)
	if wa > 0 && wb > 0 {
		return wa != wb
	}
	return false
}

// yearOf returns the year of a time, also where it is counted from that of the report:
// "last year"; 0 where it cannot be told.
func yearOf(t *witness.Time) int {
	if t.Year == 0 && t.Relative && t.Grain == witness.Year && !t.From.IsZero() {
		return t.From.Year()
	}
	return t.Year
}

// sameClock reports whether two times of day are one, also where one counts
// to twelve.
func sameClock(a, b int) bool { return a == b || a%720 == b%720 }

// slot says how surely two times date the same thing.
func slot(lex *lexicon.Lexicon, x *compare.Pair, a, b *witness.Time) float64 {
	s := x.Slot(a.Head, b.Head)
	ha, hb := x.A.Tokens[a.Head].Head, x.B.Tokens[b.Head].Head
	if ha >= 0 && hb >= 0 {
		switch {
		case x.Tied(ha, hb):
			s += 0.35
		case a.Grain <= witness.Day && oneDeed(lex, x, ha, hb):
			s += 0.5 // and neither word is tied to another of its sentence
		}
		// the date hangs on a preposition's noun, or on the verb through it
		ga, gb := x.A.Tokens[ha].Head, x.B.Tokens[hb].Head
		if ga >= 0 && gb >= 0 && x.Tied(ga, gb) {
			s += 0.15
		}
	}
	if a.Grain > witness.Day && sameDeed(x, told(x.A, a.Head), told(x.B, b.Head)) {
		s = max(s, sameSlot)
	}
	if a.Grain == b.Grain {
		s += 0.1
	}
	return s
}

func report(p *compare.Pass, x *compare.Pair, a, b *witness.Time, slot float64) {
	d := difference(x.A, x.B, a, b, min(0.9, 0.45+0.5*slot))
	d.Trace = []string{fmt.Sprintf("same slot: %.2f", slot)}
	p.Report(x, d)
}

func difference(sa, sb *witness.Statement, a, b *witness.Time, confidence float64) compare.Difference {
	va, vb := values(sa, a, sb, b)
	cause := ""
	if doing := told(sa, a.Head); doing >= 0 && a.Grain == witness.Year && b.Grain == witness.Year {
		cause = sa.Tokens[doing].Lemma + " " + min(va, vb) + " " + max(va, vb) // two years of one doing, wherever they are told
	}
	return compare.Difference{
		A:    compare.Spot{Statement: sa, Span: a.Span, Value: va},
		B:    compare.Spot{Statement: sb, Span: b.Span, Value: vb},
		Kind: compare.Conflict, Severity: compare.Major, Confidence: confidence, Topic: "date", Cause: cause,
		Reason: fmt.Sprintf("%s is not %s.", va, vb),
	}
}

// values writes two times by what both of them tell: the day where both reports have
// a date of their own, else the day of the month or of the week, for a report without
// one says no more by "Friday", and "Dec 5" is 5 December.
func values(sa *witness.Statement, a *witness.Time, sb *witness.Statement, b *witness.Time) (va, vb string) {
	for _, write := range [...]func(*witness.Time) string{clock, date, dayOfMonth, dayOfWeek} {
		if va, vb = write(a), write(b); va != "" && vb != "" && va != vb {
			return va, vb
		}
	}
	return sa.Witness.Text[a.Span.Start:a.Span.End], sb.Witness.Text[b.Span.Start:b.Span.End]
}

// clock, date, dayOfMonth and dayOfWeek write a time, or nothing where it does not tell
// as much.
func clock(t *witness.Time) string {
	if t.Grain != witness.Minute {
		return ""
	}
	return fmt.Sprintf("%02d:%02d", t.Clock/60, t.Clock%60)
}

func date(t *witness.Time) string {
	if t.Grain != witness.Day || t.From.IsZero() {
		return ""
	}
	return t.From.Format(time.DateOnly)
}

func dayOfMonth(t *witness.Time) string {
	if t.Grain != witness.Day || t.Month == 0 || t.Day == 0 {
		return ""
	}
	return fmt.Sprintf("%d %s", t.Day, time.Month(t.Month))
}

func dayOfWeek(t *witness.Time) string {
	if w := compare.Weekday(t); t.Grain == witness.Day && w > 0 {
		return weekdayName(w)
	}
	return ""
}
