package quantity

import (
	"fmt"
	"maps"
	"strconv"
	"time"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// entry is a sum or a share that a statement gives of something that accounts know: a
// profit, the price of a share, what a firm was bought for.
type entry struct {
	q     *witness.Quantity
	of    string
	moved string // "up" or "down" where the figure is by how much it went so
}

// accounts are the words, by lemma, for what sums and shares of business are of.
var accounts = map[string]string{
	"profit": "profit", "earnings": "profit", "income": "profit", "revenue": "revenue", "sale": "revenue", "turnover": "revenue", "loss": "loss",
	"share": "share", "stock": "share", "price": "price", "cost": "cost", "budget": "cost", "salary": "pay", "wage": "pay", "debt": "debt", "loan": "loan", "bailout": "loan",
	"unemployment": "unemployment", "jobless": "unemployment", "inflation": "inflation", "export": "export", "import": "import", "stake": "stake",
	"buy": "purchase", "acquire": "purchase", "purchase": "purchase", "takeover": "purchase", "acquisition": "purchase",
	"earn": "takings", "gross": "takings", "pay": "payment", "steal": "loot", "donate": "gift", "donation": "gift", "invest": "investment", "investment": "investment",
}

// periods are the words for the time of which a sum is; one that is told of another
// time, or foreseen, is another sum.
var periods = map[string]string{
	"quarter": "quarter", "quarterly": "quarter", "year": "year", "annual": "year", "yearly": "year", "month": "month", "monthly": "month", "week": "week", "weekly": "week",
	"weekend": "weekend", "opening": "opening", "after-hours": "after-hours", "premarket": "early", "half": "half", "early": "early", "midday": "early", "share": "share", "forecast": "forecast", "expect": "forecast", "estimate": "forecast", "analyst": "forecast",
	"target": "forecast", "predict": "forecast", "project": "forecast", "first": "first", "second": "second", "third": "third", "fourth": "fourth",
}

// dues are the words for what is paid by order of a court, each another sum.
var dues = map[string]string{
	"fine": "fine", "fined": "fine", "penalty": "fine", "damage": "damages", "damages": "damages", "compensation": "damages", "restitution": "restitution", "settlement": "settlement", "bail": "bail",
}

// dueReach is how far behind its figure the word for what is due may stand.
const dueReach = 4

// partial are the words for a part of an account, which is another sum than the whole.
var partial = wordSet("operating", "gross", "pretax", "adjusted", "core", "underlying", "domestic", "foreign", "online", "same-store")

// accountReach is how far before its figure the word for what it is of may stand.
const accountReach = 8

// ledgers compares the sums and shares of business in two corresponding statements of
// one firm or thing: "shares fell 3 percent", "the stock dropped 5 percent".
func ledgers(p *compare.Pass, x *compare.Pair, freeA, freeB []*witness.Quantity) {
	as, bs := entries(p.Lexicon, x.A, freeA), entries(p.Lexicon, x.B, freeB)
	if len(as) == 0 || len(bs) == 0 || !oneFirm(x) {
		return
	}
	for _, a := range as {
		for _, b := range bs {
			if a.of != b.of || a.moved != b.moved || !onePeriod(x, a.q, b.q) || a.q.Kind != b.q.Kind || a.q.Unit != b.q.Unit || intersect(a.q.Value, b.q.Value) || rounding(a.q, b.q) ||
				coupleIn(p, x, a.q, b.q).vetoed(matter) != nil {
				continue
			}
			va, vb := compare.QuantityValue(a.q), compare.QuantityValue(b.q)
			p.Report(x, compare.Difference{
				A:    compare.Spot{Statement: x.A, Span: a.q.Span, Value: va},
				B:    compare.Spot{Statement: x.B, Span: b.q.Span, Value: vb},
				Kind: compare.Conflict, Severity: compare.Major, Confidence: 0.8, Topic: a.of,
				Reason: fmt.Sprintf("%s and %s cannot both be right.", va, vb),
			})
		}
	}
}

// entries reads what the sums and shares among free are of. Of two for one thing it
// takes neither.
func entries(lex *lexicon.Lexicon, st *witness.Statement, free []*witness.Quantity) []entry {
	var out []entry
	for _, q := range free {
		if q.Kind != witness.Money && q.Kind != witness.Percent {
			continue
		}
		if e, ok := entryOf(lex, st, q); ok {
			out = append(out, e)
		}
	}
	for i, e := range out {
		for _, o := range out[i+1:] {
			if o.of == e.of && o.moved == e.moved && o.q.Kind == e.q.Kind {
				return nil
			}
		}
	}
	return out
}

// entryOf reads what one sum or share is of by the word nearest before it, and whether
// something went up or down by it: what stands behind "to" or "from" is no step.
func entryOf(lex *lexicon.Lexicon, st *witness.Statement, q *witness.Quantity) (entry, bool) {
	e := entry{q: q}
	first := compare.FirstAt(st, q.Span.Start)
	before := compare.Word(st, first-1)
	if before == "from" || before == "than" || compare.Word(st, first) == "from" {
		return e, false
	}
	if before == "by" {
		e.moved = before
	}
	level := before == "to" || before == "at"
	for k := first - 1; k >= 0 && k >= first-accountReach; k-- {
		t := &st.Tokens[k]
		if t.Lower == ";" || t.Lower == "while" {
			break
		}
		if d, ok := lex.Directions().Get(t.Lemma); ok && t.UPOS == "VERB" && e.moved == "" && !level {
			e.moved = d
		} else if t.UPOS == "ADV" && (t.Lower == "up" || t.Lower == "down") && e.moved == "" && !level {
			e.moved = t.Lower
		}
		if of := accounts[t.Lemma]; of != "" {
			e.of = of
			if w := compare.Word(st, k-1); partial[w] {
				e.of = w + " " + of
			}
			if w := behind(st, q, 0); w == "a" || w == "an" || w == "per" || w == "each" {
				e.of += " a " + behind(st, q, 1)
			}
			if of == "payment" {
				e.of += dueOf(st, q)
			}
			return e, true
		}
	}
	return e, false
}

// dueOf returns what a sum that is paid is due as, or nothing: "$5 million in fines",
// "a fine of $5 million".
func dueOf(st *witness.Statement, q *witness.Quantity) string {
	end := compare.FirstAt(st, q.Span.End)
	for k := end; k < len(st.Tokens) && k < end+dueReach; k++ {
		if due := dues[st.Tokens[k].Lemma]; due != "" {
			return " of " + due
		}
	}
	first := compare.FirstAt(st, q.Span.Start)
	if first >= 2 && st.Tokens[first-1].Lower == "of" && dues[st.Tokens[first-2].Lemma] != "" {
		return " of " + dues[st.Tokens[first-2].Lemma]
	}
	return ""
}

// onePeriod reports whether two statements name the same times for their sums, or neither
// names one: a price has one fall a day, and a film other takings every week.
func onePeriod(x *compare.Pair, a, b *witness.Quantity) bool {
	return maps.Equal(periodsOf(x.A, a), periodsOf(x.B, b))
}

// periodsOf lists the times that a statement names for a sum. What is foreseen in another
// clause is not the sum: "fell 5 percent after the company cut its forecast".
func periodsOf(st *witness.Statement, q *witness.Quantity) map[string]bool {
	out := map[string]bool{}
	for i := range st.Tokens {
		t := &st.Tokens[i]
		if w := periods[t.Lemma]; w != "" && (w != "forecast" || compare.Under(st, q.Number, i) || compare.Predicate(st, i) == compare.Predicate(st, q.Number)) && (w != "share" || compare.Word(st, i-1) == "a" || compare.Word(st, i-1) == "per") {
			out[w] = true
		}
		if t.Lower == "including" && has(st, debts) {
			out["debt"] = true // "for $4 billion including debt" is another whole
		}
	}
	for _, t := range compare.Facts[*witness.Time](st) {
		switch day := dayName(t); {
		case day != "":
			out[day] = true
		case t.Grain == witness.Day:
			out["day"] = true
		case t.Month > 0:
			out[time.Month(t.Month).String()] = true
		case t.Year > 0:
			out[strconv.Itoa(t.Year)] = true
		}
	}
	return out
}

// dayName returns the weekday that a time names or falls on, or nothing.
func dayName(t *witness.Time) string {
	if d := compare.Weekday(t); d > 0 {
		return time.Weekday(d % 7).String()
	}
	return ""
}

// debts are the words for what a price may take in besides what is paid.
var debts = wordSet("debt", "debts", "liability", "liabilities")

// oneFirm reports whether two statements name one thing, or one of them none at all.
func oneFirm(x *compare.Pair) bool {
	names := func(st *witness.Statement) int { return len(compare.Facts[*witness.Name](st)) }
	return names(x.A) == 0 || names(x.B) == 0 || x.SharesName(false)
}

// otherAccount reports whether two sums or shares are known to be of two accounts, or of
// one at two times: the one a profit, the other a revenue; a fall by so much and what it
// fell from; a quarter's and a year's.
func otherAccount(lex *lexicon.Lexicon, x *compare.Pair, a, b *witness.Quantity) bool {
	if a.Kind != witness.Money && a.Kind != witness.Percent {
		return false
	}
	e, known := entryOf(lex, x.A, a)
	f, also := entryOf(lex, x.B, b)
	if !known && !also {
		return false
	}
	return known && also && (e.of != f.of || e.moved != f.moved) || origin(x.A, a) != origin(x.B, b) || !onePeriod(x, a, b)
}

// origin reports whether a figure is that from which something went up or down.
func origin(st *witness.Statement, q *witness.Quantity) bool {
	return compare.Word(st, compare.FirstAt(st, q.Span.Start)-1) == "from"
}
