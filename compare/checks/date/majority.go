package date

import (
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// A dating is a time in its statement.
type dating struct {
	st *witness.Statement
	t  *witness.Time
}

// fewest is how many reports must agree on a day before that of another is held
// against it whatever the words around them.
const fewest = 2

// majority finds the day that one report alone gives, in a group of statements of
// which others give another day of that month and nothing else: "the first case
// was found on 14 September", "the first case dates back to 4 September".
func majority(p *compare.Pass) {
	days := map[*witness.Witness][]*witness.Time{}
	for st := range p.Statements() {
		days[st.Witness] = append(days[st.Witness], compare.Facts[*witness.Time](st)...)
	}
	for _, g := range p.Event.Groups {
		var list []dating
		for _, ref := range g.Members() {
			st := p.Event.Witnesses[ref.Witness].Statements[ref.Statement]
			if d := onlyDay(st); d != nil && st.Kind != witness.Furniture {
				list = append(list, dating{st, d})
			}
		}
		for _, odd := range list {
			byDay := map[int][]dating{}
			for _, d := range list {
				if d.st.Witness != odd.st.Witness && d.t.Month == odd.t.Month && d.t.Day != odd.t.Day &&
					!gives(days[odd.st.Witness], d.t) && !gives(days[d.st.Witness], odd.t) {
					byDay[d.t.Day] = append(byDay[d.t.Day], d)
				}
			}
			for _, d := range mostTold(byDay) {
				if slices.ContainsFunc(byDay[d.t.Day], func(o dating) bool { return oneMatter(p.Lexicon, o, odd) }) {
					p.ReportAcross(difference(d.st, odd.st, d.t, odd.t, 0.75))
				}
			}
		}
	}
}

// mostTold returns what is told of the day that most reports give, or nothing where too
// few give it, or as many another.
func mostTold(byDay map[int][]dating) (most []dating) {
	voices := func(list []dating) int {
		in := map[*witness.Witness]bool{}
		for _, d := range list {
			in[d.st.Witness] = true
		}
		return len(in)
	}
	top := fewest - 1
	for _, list := range byDay { // the order does not matter: who is first must have most
		switch n := voices(list); {
		case n > top:
			most, top = list, n
		case n == top:
			most = nil
		}
	}
	return most
}

// oneMatter reports whether two days are told of one doing, or of one thing: the verbs
// that they hang on are alike, or have one noun for their subject.
func oneMatter(lex *lexicon.Lexicon, a, b dating) bool {
	if sameDoing(lex, a, b) {
		return !said(lex, a.st, told(a.st, a.t.Head)) // which is done every day
	}
	i, j := subject(a), subject(b)
	return i >= 0 && j >= 0 && a.st.Tokens[i].UPOS == "NOUN" && b.st.Tokens[j].UPOS == "NOUN" && a.st.Tokens[i].Lemma == b.st.Tokens[j].Lemma
}

// subject returns the subject of what a time hangs on, or -1.
func subject(d dating) int {
	v := told(d.st, d.t.Head)
	if v < 0 {
		return -1
	}
	return subjectOf(d.st, v)
}

// onlyDay returns the one day of a month that a statement names, or nil where it
// names none or several.
func onlyDay(st *witness.Statement) *witness.Time {
	var found *witness.Time
	for _, t := range compare.Facts[*witness.Time](st) {
		if t.Month == 0 || t.Day == 0 || t.Hedged {
			continue
		}
		if found != nil {
			return nil
		}
		found = t
	}
	return found
}

// gives reports whether a report has a day anywhere, as a date, by its weekday or
// counted from its own.
func gives(list []*witness.Time, day *witness.Time) bool {
	return slices.ContainsFunc(list, func(t *witness.Time) bool {
		return t.Month == day.Month && t.Day == day.Day || t.Grain == witness.Day && !t.From.IsZero() && t.From.Equal(day.From)
	})
}
