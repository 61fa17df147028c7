package compare

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/factdiff/factdiff/witness"
)

// merge turns drafts into findings. The differences of one check that share
// words in one witness are one finding: four reports that say Ukraine against
// one that says Russia are four differences and one finding of five readings.
// So are those of one cause: a toll of 23 against one of 32, in the title and
// further down.
func merge(ev *witness.Event, diffs []draft, marks []mark) []Finding {
	var out []Finding
	for i := range marks {
		out = append(out, marked(&marks[i]))
	}
	groups := membershipsOf(ev)
	for _, part := range components(diffs) {
		out = append(out, combined(ev, groups, part))
	}
	return out
}

func reading(s Spot) Reading {
	w := s.Statement.Witness
	return Reading{Witness: w.ID, Start: s.Span.Start, End: s.Span.End, Text: w.Text[s.Span.Start:s.Span.End], Value: s.Value, Statement: s.Statement.Index}
}

// marked makes the finding of an artefact.
func marked(m *mark) Finding {
	f := Finding{
		Check: m.check.Name, Kind: Artefact, Severity: m.Severity, Confidence: round(m.Confidence),
		Message: m.Statement.Witness.ID + ": " + m.Message, Reason: m.Reason, Suggest: m.Suggest, Outliers: []string{},
		Readings: []Reading{reading(m.Spot)},
	}
	for _, s := range m.Also {
		f.Readings = append(f.Readings, reading(s))
	}
	return f
}

// components parts the differences of each check into those that hang
// together, by shared words or by one cause, in the order of their first.
func components(diffs []draft) [][]draft {
	parent := make([]int, len(diffs))
	for i := range parent {
		parent[i] = i
	}
	find := func(i int) int {
		for parent[i] != i {
			parent[i] = parent[parent[i]]
			i = parent[i]
		}
		return i
	}
	join := func(i, k int) { parent[max(find(i), find(k))] = min(find(i), find(k)) }
	byCause := map[cause]int{} // the first of each
	byPlace := map[place][]int{}
	for i := range diffs {
		if c := (cause{diffs[i].check, diffs[i].diff.Cause}); c.of != "" {
			if first, ok := byCause[c]; ok {
				join(i, first)
			} else {
				byCause[c] = i
			}
		}
		if diffs[i].lonely {
			continue
		}
		for _, s := range [...]Spot{diffs[i].diff.A, diffs[i].diff.B} {
			p := place{s.Statement, diffs[i].check}
			for _, k := range byPlace[p] {
				if ofOne(&diffs[k].diff, &diffs[i].diff) && diffs[k].diff.shows(s) {
					join(i, k)
				}
			}
			byPlace[p] = append(byPlace[p], i)
		}
	}
	index := map[int]int{}
	var out [][]draft
	for i := range diffs {
		r := find(i)
		k, ok := index[r]
		if !ok {
			k = len(out)
			index[r] = k
			out = append(out, nil)
		}
		out[k] = append(out[k], diffs[i])
	}
	return out
}

// ofOne reports whether two differences that share words may be of one thing: of one
// topic, or of one value against one other, for a deficit may be told of the product in
// one pair of reports and of GDP in the next.
func ofOne(a, b *Difference) bool {
	return a.Topic == b.Topic || a.A.Value == b.A.Value && a.B.Value == b.B.Value || a.A.Value == b.B.Value && a.B.Value == b.A.Value
}

// cause tells the differences that come of one cause from all others.
type cause struct {
	check *Check
	of    string
}

// place is where differences may share words: those of another check are others
// whatever words they rest on.
type place struct {
	st    *witness.Statement
	check *Check
}

// shows reports whether d rests on words of s.
func (d *Difference) shows(s Spot) bool {
	return d.A.Statement == s.Statement && d.A.Span.Overlaps(s.Span) || d.B.Statement == s.Statement && d.B.Span.Overlaps(s.Span)
}

// combined makes one finding of differences that hang together.
func combined(ev *witness.Event, groups memberships, part []draft) Finding {
	lead := &part[0]
	kind := Kind("")
	var spots []Spot
	for i := range part {
		d := &part[i].diff
		if part[i].before(lead) {
			lead = &part[i]
		}
		if kindRank(d.Kind) > kindRank(kind) {
			kind = d.Kind
		}
		spots = append(spots, d.A, d.B)
	}
	best := &lead.diff
	unite(part, spots)
	f := Finding{
		Check: part[0].check.Name, Kind: kind, Severity: best.Severity, Confidence: round(best.Confidence),
		Reason: best.Reason, Trace: best.Trace,
	}
	f.Group = oneGroup(groups, part, best)
	if part[0].check.Plain && kind == Conflict {
		spots = append(spots, agreeing(ev, f.Group, spots)...)
	}
	f.Readings = readings(spots)
	if part[0].lonely {
		f.Outliers = []string{part[0].diff.A.Statement.Witness.ID}
	} else {
		f.Outliers = outliers(ev, f.Readings)
	}
	f.Message = message(topic(part, best), f.Readings)
	return f
}

// before reports whether a difference speaks for a finding rather than o does: it
// is graver or surer, or, where they are alike in that, stands nearer to the
// beginning of the reports, whichever those are.
func (d *draft) before(o *draft) bool {
	a, b := &d.diff, &o.diff
	at := func(x *Difference) int { return x.A.Statement.Index + x.B.Statement.Index }
	return cmp.Or(cmp.Compare(b.Severity, a.Severity), cmp.Compare(b.Confidence, a.Confidence), cmp.Compare(d.group, o.group),
		cmp.Compare(at(a), at(b)), slices.Compare(a.texts(), b.texts())) < 0
}

// texts are the statements of a difference, in order of the alphabet.
func (d *Difference) texts() []string {
	a, b := d.A.Statement.Text(), d.B.Statement.Text()
	return []string{min(a, b), max(a, b)}
}

// unite gives all spots of one value the same one. What two differences read in the
// same words is one value, told more or less exactly: "Friday" beside a report without
// a date, 2023-05-12 beside one that has its own; but not where another difference
// sets the two against each other. The one that is read most often stands for all.
func unite(part []draft, spots []Spot) {
	type place struct {
		st   *witness.Statement
		span witness.Span
	}
	opposed := map[[2]string]bool{}
	for i := range part {
		a, b := part[i].diff.A.Value, part[i].diff.B.Value
		opposed[[2]string{a, b}], opposed[[2]string{b, a}] = true, true
	}
	times, best := map[string]int{}, map[place]string{}
	for _, s := range spots {
		times[s.Value]++
	}
	for _, s := range spots {
		at := place{s.Statement, s.Span}
		if v, ok := best[at]; !ok || cmp.Or(cmp.Compare(times[s.Value], times[v]), strings.Compare(s.Value, v)) > 0 {
			best[at] = s.Value
		}
	}
	finer := map[string][]string{} // the values that one stands for
	for _, s := range spots {
		if v := best[place{s.Statement, s.Span}]; v != s.Value && !slices.Contains(finer[v], s.Value) {
			finer[v] = append(finer[v], s.Value)
		}
	}
	one := map[string]string{} // the value that stands for another
	for v, list := range finer {
		all := append([]string{v}, list...)
		if slices.ContainsFunc(all, func(a string) bool {
			return slices.ContainsFunc(all, func(b string) bool { return opposed[[2]string{a, b}] })
		}) {
			continue
		}
		for _, u := range list {
			one[u] = max(one[u], v)
		}
	}
	for i := range spots {
		spots[i].Value = cmp.Or(one[spots[i].Value], spots[i].Value)
	}
}

// agreeing returns what the reports that no spot is of say in their statements of the
// group, where that is the very fact that a spot has in the corresponding place: who
// reads that one report has Warsaw and another Wroclaw wants to know where the third
// stands. A report that has the facts of both sides stands on neither.
func agreeing(ev *witness.Event, group *int, spots []Spot) []Spot {
	if group == nil {
		return nil
	}
	named := map[*witness.Witness]bool{}
	for _, s := range spots {
		named[s.Statement.Witness] = true
	}
	at := func(ref witness.Ref) *witness.Statement { return ev.Witnesses[ref.Witness].Statements[ref.Statement] }
	var more []Spot
	value := map[*witness.Witness]string{}
	for i := range ev.Groups[*group].Links {
		l := &ev.Groups[*group].Links[i]
		a, b := at(l.A), at(l.B)
		if named[a.Witness] == named[b.Witness] {
			continue
		}
		for _, s := range spots {
			f := counterpart(l, a, b, s)
			if f == nil {
				continue
			}
			st := b
			if s.Statement == b {
				st = a
			}
			if v, ok := value[st.Witness]; ok && v != s.Value {
				value[st.Witness] = ""
			} else {
				value[st.Witness] = s.Value
			}
			more = append(more, Spot{Statement: st, Span: f.Where(), Value: s.Value})
		}
	}
	return slices.DeleteFunc(more, func(s Spot) bool { return value[s.Statement.Witness] == "" })
}

// counterpart returns the fact of the one of two linked statements that is the one
// which a spot has in the other, where the words' alignment ties them, or nil.
func counterpart(l *witness.Link, a, b *witness.Statement, s Spot) witness.Fact {
	back := s.Statement == b
	if back {
		a, b = b, a
	}
	if s.Statement != a {
		return nil
	}
	tied := func(f, o witness.Fact) bool {
		return slices.ContainsFunc(l.Words, func(w witness.WordLink) bool {
			if back {
				w.A, w.B = w.B, w.A
			}
			return w.A == f.Anchor() && w.B == o.Anchor()
		})
	}
	for _, f := range a.Facts {
		for _, o := range b.Facts {
			if f.Where() == s.Span && oneFact(a, b, f, o) && tied(f, o) {
				return o
			}
		}
	}
	return nil
}

// oneFact reports whether a fact of statement sa and one of sb are one, as they are
// written: a name by all its words, as the spelling may be what is differed about.
func oneFact(sa, sb *witness.Statement, a, b witness.Fact) bool {
	switch a := a.(type) {
	case *witness.Quantity:
		b, ok := b.(*witness.Quantity)
		return ok && a.Kind == b.Kind && QuantityValue(a) == QuantityValue(b)
	case *witness.Time:
		b, ok := b.(*witness.Time)
		return ok && a.Grain == b.Grain && a.Year == b.Year && a.Month == b.Month && a.Day == b.Day && a.Clock == b.Clock &&
			a.Phase == b.Phase && a.Hedged == b.Hedged && Weekday(a) == Weekday(b) && a.Relative == b.Relative && a.Offset == b.Offset
	case *witness.Name:
		b, ok := b.(*witness.Name)
		return ok && a.Entity != nil && a.Entity == b.Entity && strings.EqualFold(words(sa, a.Span), words(sb, b.Span))
	}
	return false
}

// words returns the words of a statement's report in a span.
func words(st *witness.Statement, s witness.Span) string { return st.Witness.Text[s.Start:s.End] }

// topic returns the topic that most differences of a finding give, and that of
// the best where no other is given more often.
func topic(part []draft, best *Difference) string {
	given := map[string]int{}
	for i := range part {
		given[part[i].diff.Topic]++
	}
	most := best.Topic
	for _, t := range slices.Sorted(maps.Keys(given)) {
		if given[t] > given[most] {
			most = t
		}
	}
	return most
}

// oneGroup returns the group of differences that are all of one, or else that in
// which both statements of the best stand.
func oneGroup(groups memberships, part []draft, best *Difference) *int {
	g := part[0].group
	if g == across || slices.ContainsFunc(part, func(d draft) bool { return d.group != g }) {
		return groups.shared(best.A.Statement, best.B.Statement)
	}
	return &g
}

// shared returns the first group in which both statements stand, if one has
// them.
func (m memberships) shared(a, b *witness.Statement) *int {
	for _, g := range m[a] {
		if slices.Contains(m[b], g) {
			return &g
		}
	}
	return nil
}

func kindRank(k Kind) int {
	return slices.Index([]Kind{"", Addition, Omission, Imprecision, Conflict}, k)
}

// readings orders spots by witness and place and drops those that lie in
// others of the same value.
func readings(spots []Spot) []Reading {
	slices.SortStableFunc(spots, func(a, b Spot) int {
		return cmp.Or(
			cmp.Compare(a.Statement.Witness.Index, b.Statement.Witness.Index),
			cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(b.Span.End, a.Span.End), strings.Compare(a.Value, b.Value))
	})
	var out []Reading
	for _, s := range spots {
		if n := len(out); n > 0 && out[n-1].Witness == s.Statement.Witness.ID && out[n-1].Start <= s.Span.Start && s.Span.End <= out[n-1].End {
			continue
		}
		out = append(out, reading(s))
	}
	return out
}

// outliers names the witnesses that stand against a majority: a value that
// more than half of the voices share, and at least two. Where there is none, but
// most voices share a value with another, those that share theirs with nobody stand
// alone. Copies of one text are one voice.
func outliers(ev *witness.Event, rs []Reading) []string {
	voice := make(map[string]string, len(ev.Witnesses))
	for _, w := range ev.Witnesses {
		voice[w.ID] = w.Voice()
	}
	values := map[string]map[string]bool{} // by witness: a report may say both
	for _, r := range rs {
		if values[r.Witness] == nil {
			values[r.Witness] = map[string]bool{}
		}
		values[r.Witness][r.Value] = true
	}
	voters := map[string]map[string]bool{}
	all := map[string]bool{}
	for w, vs := range values {
		all[voice[w]] = true
		for v := range vs {
			if voters[v] == nil {
				voters[v] = map[string]bool{}
			}
			voters[v][voice[w]] = true
		}
	}
	out := []string{}
	for _, v := range slices.Sorted(maps.Keys(voters)) {
		vs := voters[v]
		if len(vs) < 2 || len(vs)*2 <= len(all) {
			continue
		}
		for w, has := range values {
			if !has[v] {
				out = append(out, w)
			}
		}
		break // only one value can have more than half, or two that the same voices share
	}
	if len(out) == 0 {
		out = alones(values, voters, voice)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// alones names the witnesses none of whose values another voice shares, where
// more than half of the voices do share one.
func alones(values, voters map[string]map[string]bool, voice map[string]string) []string {
	out := []string{}
	shared, all := map[string]bool{}, map[string]bool{}
	for w, vs := range values {
		all[voice[w]] = true
		lone := true
		for v := range vs {
			if len(voters[v]) > 1 {
				lone = false
			}
		}
		if lone {
			out = append(out, w)
		} else {
			shared[voice[w]] = true
		}
	}
	if 2*len(shared) <= len(all) {
		return []string{}
	}
	return out
}

// message names each report and what it says, those that agree together.
func message(topic string, rs []Reading) string {
	type side struct {
		value, text string
		who         []string
	}
	var sides []side
	for _, r := range rs {
		k := slices.IndexFunc(sides, func(s side) bool { return s.value == r.Value })
		if k < 0 {
			sides = append(sides, side{value: r.Value, text: r.Text})
			k = len(sides) - 1
		}
		if !slices.Contains(sides[k].who, r.Witness) {
			sides[k].who = append(sides[k].who, r.Witness)
		}
	}
	slices.SortStableFunc(sides, func(a, b side) int { return cmp.Compare(len(b.who), len(a.who)) })
	var parts []string
	for _, s := range sides {
		verb := "says"
		if len(s.who) > 1 {
			verb = "say"
		}
		parts = append(parts, strings.Join(s.who, ", ")+" "+verb+" “"+clip(oneLine(s.text))+"”")
	}
	m := strings.Join(parts, "; ")
	if topic != "" {
		m = topic + ": " + m
	}
	return m
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// clip shortens a reading in a message; the whole of it stands in Readings.
func clip(s string) string {
	const most = 90
	if len(s) <= most { // bytes, and so characters
		return s
	}
	r := []rune(s)
	if len(r) <= most {
		return s
	}
	return string(r[:most-1]) + "…"
}

// oneCause drops findings of which a finding of more weight touches every
// reading: one slip that several checks see is one finding.
func oneCause(fs []Finding, rank map[string]int) []Finding {
	order := make([]int, len(fs))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(fs[b].Severity, fs[a].Severity), cmp.Compare(fs[b].Confidence, fs[a].Confidence),
			cmp.Compare(rank[fs[a].Check], rank[fs[b].Check]))
	})
	type place struct {
		witness   string
		statement int
	}
	kept := map[place][]int{}
	drop := make([]bool, len(fs))
	for _, i := range order {
		f := &fs[i]
		hits := map[int]int{}
		for _, r := range f.Readings {
			for _, k := range kept[place{r.Witness, r.Statement}] {
				if touches(&fs[k], r) && fs[k].Kind != Artefact == (f.Kind != Artefact) {
					hits[k]++
				}
			}
		}
		for _, n := range hits {
			if n == len(f.Readings) {
				drop[i] = true
			}
		}
		if drop[i] {
			continue
		}
		for _, r := range f.Readings {
			at := place{r.Witness, r.Statement}
			if !slices.Contains(kept[at], i) {
				kept[at] = append(kept[at], i)
			}
		}
	}
	var out []Finding
	for i := range fs {
		if !drop[i] {
			out = append(out, fs[i])
		}
	}
	return out
}

// touches reports whether a reading of f shares words with r.
func touches(f *Finding, r Reading) bool {
	for _, k := range f.Readings {
		if k.Witness == r.Witness && k.Span().Overlaps(r.Span()) {
			return true
		}
	}
	return false
}
