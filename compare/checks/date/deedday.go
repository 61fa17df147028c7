package date

import (
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// dayOf is the day of the week on which a report puts a deed: the day of "Friday
// night's fire", "killed on Sunday", "the blast, which shook the town on Monday".
type dayOf struct {
	dating
	deed    string // of the lexicon
	at      int    // the word that tells it
	weekday int    // 1 for Monday
	coming  bool   // it is still to come
	part    string // night, morning …; "" where none is said
}

// deedDays compares, over the whole event, the days on which reports put one deed,
// whether they tell it by a verb or a noun and whether or not their statements
// correspond: the day on which more of them agree against that of another. A report
// that puts the deed on both days tells of two deeds, and so may the others. Parts of
// one day are held against each other alike.
func deedDays(p *compare.Pass) {
	byDeed := map[string][]dayOf{}
	voices := map[string]map[*witness.Witness]bool{}
	places := map[place]int{}
	tellers := map[string]map[*witness.Witness]bool{}
	for st := range p.Statements() {
		for _, d := range daysIn(p.Lexicon, st) {
			if voices[d.deed] == nil {
				voices[d.deed] = map[*witness.Witness]bool{}
			}
			at := place{d.deed, st.Witness, d.weekday, d.part, d.coming}
			if places[at] == maxPlaces || !voices[d.deed][st.Witness] && len(voices[d.deed]) == maxVoices {
				continue
			}
			places[at]++
			voices[d.deed][st.Witness] = true
			byDeed[d.deed] = append(byDeed[d.deed], d)
		}
		for i := range st.Tokens {
			if deed := compare.DeedAt(p.Lexicon, st, i); deed != "" {
				if tellers[deed] == nil {
					tellers[deed] = map[*witness.Witness]bool{}
				}
				tellers[deed][st.Witness] = true
			}
		}
	}
	for _, deed := range slices.Sorted(maps.Keys(byDeed)) {
		days := byDeed[deed]
		central := len(tellers[deed]) > fewest && 2*len(tellers[deed]) >= len(p.Event.Witnesses)
		for _, odd := range days {
			for weekday := 1; weekday <= 7; weekday++ {
				if weekday != odd.weekday {
					against(p, days, odd, dayPoint{weekday: weekday}, central)
				}
			}
			for _, part := range unlike[odd.part] {
				against(p, days, odd, dayPoint{odd.weekday, part}, central)
			}
		}
	}
}

// place is where one report puts a deed. It is counted by the day, so that a day that a
// report names late is not lost.
type place struct {
	deed    string
	w       *witness.Witness
	weekday int
	part    string
	coming  bool
}

// maxVoices bounds the reports of a deed, maxPlaces how often one of them puts it on one
// day: each place is held against each other.
const (
	maxVoices = 24
	maxPlaces = 4
)

// dayPoint is a day of the week, or a part of it.
type dayPoint struct {
	weekday int
	part    string // "" for the day
}

// has reports whether a deed is put there.
func (at dayPoint) has(d dayOf) bool {
	return d.weekday == at.weekday && (at.part == "" || d.part == at.part)
}

// unlike are the parts of a day that no part is taken for.
var unlike = map[string][]string{
	"morning": {"afternoon", "evening"}, "afternoon": {"morning", "night"}, "evening": {"morning"}, "night": {"afternoon"},
}

// against reports the day of odd where the reports that put the deed at another are more,
// or as many, if the statements correspond or the deed is what the event is about.
func against(p *compare.Pass, days []dayOf, odd dayOf, at dayPoint, central bool) {
	own := dayPoint{weekday: odd.weekday}
	if at.part != "" {
		own.part = odd.part
	}
	var others []dayOf
	voices, mine := map[*witness.Witness]bool{}, map[*witness.Witness]bool{}
	nights := 0
	for _, d := range days {
		switch {
		case d.coming != odd.coming:
		case own.has(d):
			mine[d.st.Witness] = true
		case at.has(d) && !otherDoer(p, d, odd) && (at.part == "" || !verges(d, odd)):
			others = append(others, d)
			voices[d.st.Witness] = true
			central = central || p.Together(d.st, odd.st)
			if oneNight(d, odd) || oneNight(odd, d) {
				nights++
			}
		}
	}
	for w := range mine {
		if voices[w] {
			return
		}
	}
	switch {
	case len(voices) < len(mine), len(voices) == len(mine) && !central:
		return
	case nights == len(others) && len(voices) < surely:
		return // "Friday night", "early Saturday"
	}
	for _, d := range others {
		diff := difference(d.st, odd.st, d.t, odd.t, 0.7)
		if at.part != "" {
			diff.A.Value, diff.B.Value = weekdayName(d.weekday)+" "+d.part, weekdayName(odd.weekday)+" "+odd.part
			diff.Reason = fmt.Sprintf("%s is not %s.", diff.A.Value, diff.B.Value)
		}
		p.ReportAcross(diff)
	}
}

// verges reports whether the clock time of one statement is within two hours of the part
// of the day that another names: "Friday afternoon, just before 6 p.m.", "Friday night".
func verges(a, b dayOf) bool { return clockNear(a.st, b.part) || clockNear(b.st, a.part) }

// hours are those in which the parts of a day begin and end.
var hours = map[string][2]int{"morning": {4, 12}, "afternoon": {12, 18}, "evening": {17, 22}, "night": {20, 24}}

// clockNear reports whether a statement has a clock time within two hours of a part of the day.
func clockNear(st *witness.Statement, part string) bool {
	h, ok := hours[part]
	return ok && compare.FactOf(st, func(t *witness.Time) bool {
		return t.Clock >= 60*(h[0]-2) && t.Clock <= 60*(h[1]+2)
	}) != nil
}

// weekdayName returns the name of day d of the week, 1 for Monday.
func weekdayName(d int) string { return time.Weekday(d % 7).String() }

// surely is how many reports must agree on the night before where another names the
// early hours.
const surely = 3

// oneNight reports whether a day's night and the early hours of the next are told.
func oneNight(a, b dayOf) bool {
	return a.weekday%7+1 == b.weekday && (a.part == "night" || a.part == "late") && b.part == "morning"
}

// otherDoer reports whether two deeds are known to be of two: the persons or things
// to whom they were done, or who did them, are two, or counted otherwise.
func otherDoer(p *compare.Pass, a, b dayOf) bool {
	ca, cb := compare.ClaimAt(a.st, a.at), compare.ClaimAt(b.st, b.at)
	if compare.Numbered(p.Lexicon, a.st, a.at) != compare.Numbered(p.Lexicon, b.st, b.at) || otherPersons(a.st, a.at, b.st, b.at) {
		return true
	}
	if ca == nil || cb == nil {
		return false
	}
	x, y := suffers(ca), suffers(cb)
	if x == nil || y == nil {
		return false
	}
	if x.Entity != nil && y.Entity != nil {
		return x.Entity != y.Entity && !p.Names.Same(x.Entity.Name, y.Entity.Name)
	}
	return compare.Numbered(p.Lexicon, a.st, x.Head) != compare.Numbered(p.Lexicon, b.st, y.Head) || counted(a.st, x.Head) != counted(b.st, y.Head)
}

// suffers returns to whom something is done, or who does it to nobody.
func suffers(c *witness.Claim) *witness.Arg {
	if c.Patient != nil {
		return c.Patient
	}
	return c.Agent
}

// counted returns how many of noun i a statement names, 0 where it does not say.
func counted(st *witness.Statement, i int) float64 {
	if q := compare.Counted(st, i); q != nil {
		return q.Point
	}
	return 0
}
