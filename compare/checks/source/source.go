package source

import (
	_ "embed"
	"fmt"
	"slices"
	"strconv"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/crosslang"
	"github.com/factdiff/factdiff/witness"
)

//go:embed doc.go
var source string

//go:embed examples.txtar
var examples string

// Check is the check source.
var Check = &compare.Check{
	Name: "source", Source: source, Examples: examples, Severity: compare.Major,
	MQM: "accuracy/mistranslation", ITS: "mistranslation", Run: run,
}

func run(p *compare.Pass) {
	beads := p.Event.Beads
	for i := 0; i < len(beads); {
		j := i
		for j < len(beads) && beads[j].Source == beads[i].Source && beads[j].Translation == beads[i].Translation {
			j++
		}
		newDocument(p, beads[i:j]).compare()
		i = j
	}
}

// document is a source and its translation.
type document struct {
	p          *compare.Pass
	from, into *witness.Witness
	beads      []bead
	ratio      float64          // letters of the translation to a letter of the source
	names      []crosslang.Name // words of the source that may be names
	like       map[string]bool  // by a word of the translation: one of them is like it
	spoken     bool             // names can be compared by letters
	known      bool             // the source's language has a table
}

// bead is a run of the source, what it says, and the same of the translation.
type bead struct {
	*document
	b    *witness.Bead
	s, t *crosslang.Reading
}

func newDocument(p *compare.Pass, beads []witness.Bead) *document {
	d := &document{p: p, from: p.Event.Witnesses[beads[0].Source], into: p.Event.Witnesses[beads[0].Translation]}
	if d.spoken = crosslang.Spoken(d.from.Text); d.spoken {
		d.names, d.like = crosslang.Names(d.from.Lang, d.from.Text), map[string]bool{}
	}
	d.known = crosslang.Has(d.from.Lang)
	var ratios []float64
	for i := range beads {
		b := &beads[i]
		x := bead{d, b, crosslang.ReadAll(d.from, b.From), crosslang.ReadAll(d.into, b.Into)}
		if x.s.Letters > 0 && x.t.Letters > 0 {
			ratios = append(ratios, float64(x.t.Letters)/float64(x.s.Letters))
		}
		d.beads = append(d.beads, x)
	}
	const enough = 3 // sentences, from which on a text has a ratio of its own
	d.ratio = crosslang.Length(d.from.Lang)
	if len(ratios) >= enough {
		slices.Sort(ratios)
		d.ratio = ratios[len(ratios)/2]
	}
	return d
}

func (d *document) compare() {
	for i := range d.beads {
		x := &d.beads[i]
		if len(x.b.From) == 0 || len(x.b.Into) == 0 {
			continue
		}
		if d.sure(i-1) && d.sure(i+1) {
			x.length()
		}
		if x.b.Score < leastScore {
			continue
		}
		x.numbers()
		x.items("month", x.s.Months, x.t.Months)
		x.items("day of the week", x.s.Weekdays, x.t.Weekdays)
		x.items("country", x.s.Countries, x.countries())
		x.persons()
		x.negations()
		x.questions()
		x.quotes()
	}
}

// sure reports whether bead i is sure, or lies beyond the text: what stands
// between two such corresponds.
func (d *document) sure(i int) bool {
	return i < 0 || i >= len(d.beads) || d.beads[i].b.Score >= leastScore
}

// leastScore is how sure statements must correspond for what they say to be
// compared.
const leastScore = 0.7

// difference is what a bead differs in. A span that is empty stands for the
// whole of the statement.
type difference struct {
	topic      string
	s, t       witness.Span
	vs, vt     string // what the source has, and the translation
	kind       compare.Kind
	severity   compare.Severity
	confidence float64
	reason     string
}

var whole witness.Span

func (x *bead) report(d difference) {
	x.p.ReportAcross(compare.Difference{
		A: spot(x.from, x.b.From, d.s, d.vs), B: spot(x.into, x.b.Into, d.t, d.vt),
		Kind: d.kind, Severity: d.severity, Confidence: d.confidence, Topic: d.topic, Reason: d.reason,
		Trace: []string{
			fmt.Sprintf("%d sentence(s) of %s and %d of %s correspond, %.0f %% sure", len(x.b.From), x.from.ID, len(x.b.Into), x.into.ID, 100*x.b.Score),
			fmt.Sprintf("the source is read as %s", language(x.from.Lang, x.known)),
		},
	})
}

func language(tag string, known bool) string {
	if known {
		return tag
	}
	return tag + ", of which there is no table: only figures, marks, lengths and names are compared"
}

// spot is words of one of the statements; the whole of them where span is
// empty.
func spot(w *witness.Witness, statements []int, span witness.Span, value string) compare.Spot {
	st := w.Statements[statements[0]]
	for _, s := range statements {
		if w.Statements[s].Span.Contains(span) {
			st = w.Statements[s]
		}
	}
	if span.Empty() {
		span = st.Span
	}
	return compare.Spot{Statement: st, Span: span, Value: value}
}

// numbers compares the numbers that one side has and the other cannot mean.
func (x *bead) numbers() {
	const most = 300 // a table, or hostile text
	if x.t.Units && !x.s.Units || max(len(x.s.Numbers), len(x.t.Numbers)) > most {
		return // miles and feet may be kilometres and metres
	}
	left, right := x.lost(x.s, x.t), x.lost(x.t, x.s)
	switch {
	case len(left) == len(right):
		for i := range left {
			x.report(difference{"number", left[i].Span, right[i].Span, value(left[i]), value(right[i]), compare.Conflict, compare.Major, 0.85,
				"Each number stands on one side alone, and nothing there can mean it."})
		}
	case len(right) == 0:
		x.report(difference{"number left out", left[0].Span, whole, value(left[0]), "none", compare.Omission, compare.Minor, 0.7,
			"No number of the translation can mean it."})
	case len(left) == 0:
		x.report(difference{"number added", whole, right[0].Span, "none", value(right[0]), compare.Addition, compare.Minor, 0.6,
			"No number of the source can mean it."})
	}
}

// lost lists the hard numbers of one side that no number or month of the other
// can mean.
func (x *bead) lost(side, other *crosslang.Reading) []crosslang.Number {
	var out []crosslang.Number
	for _, n := range side.Numbers {
		if n.Hard && !slices.ContainsFunc(other.Numbers, func(m crosslang.Number) bool { return crosslang.Same(n, m) }) &&
			!slices.ContainsFunc(other.Months, func(m crosslang.Item) bool {
				return slices.ContainsFunc(n.Values, func(v float64) bool { return format(v) == m.Key })
			}) {
			out = append(out, n)
		}
	}
	return out
}

func value(n crosslang.Number) string { return format(n.Values[0]) }

func format(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// items compares months, days or countries: one that the source alone has
// against one that the translation alone has.
func (x *bead) items(topic string, s, t []crosslang.Item) {
	left, right := unanswered(s, t), unanswered(t, s)
	if len(left) == 1 && len(right) == 1 {
		x.report(difference{topic, left[0].Span, right[0].Span, topic + " " + left[0].Key, topic + " " + right[0].Key, compare.Conflict, compare.Major, 0.85,
			"Each side names one that the other does not."})
	}
}

// unanswered lists the hard items of one side that the other has not even
// softly, each once.
func unanswered(a, b []crosslang.Item) []crosslang.Item {
	var out []crosslang.Item
	for _, it := range a {
		same := func(o crosslang.Item) bool { return o.Key == it.Key }
		if it.Hard && !slices.ContainsFunc(b, same) && !slices.ContainsFunc(out, same) {
			out = append(out, it)
		}
	}
	return out
}

// countries lists the countries that the translation names, and softly those
// that its towns and capitals lie in.
func (x *bead) countries() []crosslang.Item {
	var t []crosslang.Item
	places := x.p.Lexicon.Places()
	for _, s := range x.b.Into {
		st := x.into.Statements[s]
		lower := make([]string, len(st.Tokens))
		for i := range st.Tokens {
			lower[i] = st.Tokens[i].Lower
		}
		for i := 0; i < len(st.Tokens); i++ {
			fs, n := places.Longest(lower[i:])
			if n == 0 {
				continue
			}
			for _, f := range fs {
				span := witness.Span{Start: st.Tokens[i].Span.Start, End: st.Tokens[i+n-1].Span.End}
				if f.Kind == "country" || f.Kind == "territory" {
					t = append(t, crosslang.Item{Span: span, Key: f.Code, Hard: crosslang.NamesCountry(x.from.Lang, f.Code) && (f.As == "name" || f.As == "adjective" || f.As == "people")})
				}
				for _, in := range f.In {
					if c, ok := x.p.Lexicon.PlaceByKey(in); ok {
						t = append(t, crosslang.Item{Span: span, Key: c.Code})
					}
				}
			}
			i += n - 1
		}
	}
	return t
}

// persons reports a person whom the source names nowhere: against the name
// in the source's sentence that the translation has nowhere, where there is
// one. A translator may add a name that the reader would miss; that is info.
func (x *bead) persons() {
	if !x.spoken {
		return
	}
	for _, s := range x.b.Into {
		st := x.into.Statements[s]
		for _, n := range compare.Facts[*witness.Name](st) {
			if n.Entity == nil || n.Entity.Kind != witness.Person || n.First == n.Last {
				continue
			}
			if slices.ContainsFunc(st.Tokens[n.First:n.Last+1], func(t witness.Token) bool { return x.named(t.Form) }) {
				continue
			}
			span := witness.Span{Start: st.Tokens[n.First].Span.Start, End: st.Tokens[n.Last].Span.End}
			if o := x.other(); !o.Empty() {
				x.report(difference{"person", o, span, x.from.Text[o.Start:o.End], n.Form, compare.Conflict, compare.Major, 0.6,
					"No name of the source is like the one, and no name of the translation like the other."})
			} else {
				x.report(difference{"person added", whole, span, "not named", n.Form, compare.Addition, compare.Info, 0.4,
					"No name of the source is like it."})
			}
		}
	}
}

// named reports whether the source has a name anywhere that may be the word.
func (d *document) named(word string) bool {
	like, ok := d.like[word]
	if !ok {
		n := crosslang.NewName(word)
		like = slices.ContainsFunc(d.names, func(w crosslang.Name) bool { return w.Like(n) })
		d.like[word] = like
	}
	return like
}

// other returns the one name of the source's sentence that no word of the
// translation is like; nothing where there is none, or several.
func (x *bead) other() witness.Span {
	words := crosslang.Names("en", crosslang.Text(x.into, x.b.Into))
	var out witness.Span
	for _, n := range x.s.Names {
		w := crosslang.NewName(n.Key)
		if slices.ContainsFunc(words, func(o crosslang.Name) bool { return w.Like(o) }) {
			continue
		}
		if !out.Empty() && n.Span.Start > out.End+1 {
			return witness.Span{}
		}
		if out.Empty() {
			out = n.Span
		}
		out.End = n.Span.End
	}
	return out
}

// negations reports a denial on one side where no word of the other may hold
// one.
func (x *bead) negations() {
	if !x.known || x.t.Questions+x.s.Questions > 0 {
		return
	}
	hard := func(i crosslang.Item) bool { return i.Hard }
	const reason = "No word of the other side can hold the denial."
	if i := slices.IndexFunc(x.s.Negations, hard); i >= 0 && len(x.t.Negations) == 0 {
		x.report(difference{"denial lost", x.s.Negations[i].Span, whole, "denied", "affirmed", compare.Conflict, compare.Major, 0.6, reason})
	} else if i := slices.IndexFunc(x.t.Negations, hard); i >= 0 && len(x.s.Negations) == 0 {
		x.report(difference{"denial added", whole, x.t.Negations[i].Span, "affirmed", "denied", compare.Conflict, compare.Major, 0.6, reason})
	}
}

// questions reports a question mark on one side alone.
func (x *bead) questions() {
	if asks := x.s.Questions > 0; asks != (x.t.Questions > 0) {
		vs, vt := "a question", "no question"
		if !asks {
			vs, vt = vt, vs
		}
		x.report(difference{"question", whole, whole, vs, vt, compare.Imprecision, compare.Minor, 0.5, "One side has a question mark."})
	}
}

// quotes tells that most of one side stands in quotation marks, and nothing of
// the other.
func (x *bead) quotes() {
	if x.s.Quoted*2 > x.s.Letters && x.t.Quoted == 0 {
		x.report(difference{"quotation", whole, whole, "quoted", "not quoted", compare.Imprecision, compare.Info, 0.4, "Only the source has quotation marks."})
	} else if x.t.Quoted*2 > x.t.Letters && x.s.Quoted == 0 {
		x.report(difference{"quotation", whole, whole, "not quoted", "quoted", compare.Imprecision, compare.Info, 0.4, "Only the translation has quotation marks."})
	}
}

// Bounds on the length of a translation, against what its source lets expect.
// Of 895 sentences that people translated from Russian and Chinese none is
// outside.
const (
	shortest = 0.45
	longest  = 2.2
	least    = 60 // letters, below which lengths say little
)

// length reports a translation that has half of its source, or twice as much.
func (x *bead) length() {
	want, got := float64(x.s.Letters)*x.ratio, float64(x.t.Letters)
	reason := fmt.Sprintf("The translation has %.0f letters where %.0f are usual in this text.", got, want)
	switch {
	case want >= least && got < shortest*want:
		x.report(difference{"length", whole, whole, "in full", "in part", compare.Omission, compare.Minor, 0.6, reason})
	case got >= least && got > longest*want:
		x.report(difference{"length", whole, whole, "less", "more", compare.Addition, compare.Minor, 0.6, reason})
	}
}
