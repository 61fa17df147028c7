package render

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/text"
	"github.com/factdiff/factdiff/witness"
)

// Event is the view of one result.
type Event struct {
	Result    *compare.Result
	ID        string
	Title     string // the event's title, or its ID
	Witnesses []*Witness
	Findings  []*Finding // in the result's order, suppressed ones too
	Checks    []*compare.Check
	Redacted  bool

	groups map[int]*compare.GroupResult
}

// Witness is the view of one report.
type Witness struct {
	*witness.Witness
	Event      *Event
	Pos        int // position in Event.Witnesses
	Statements []witness.Span

	file     *text.Source // for lines and columns
	unmasked string       // for counting words, never for showing them
	readings []placed     // by start
	longest  int          // bytes of the longest of them
}

// Finding is the view of one finding.
type Finding struct {
	*compare.Finding
	Event   *Event
	Index   int // position in Event.Findings
	State   State
	By      *compare.Check // never nil
	Values  []*Value       // the readings by what they say, the commonest first
	Silent  []*Witness     // outliers without a reading: they leave the matter out
	Primary *Reading       // where a format with one place puts the finding; never nil
}

// Value is one of the things that the reports say, with those that say it.
type Value struct {
	Text     string // the normalised value
	Readings []*Reading
	Sigla    []string // who says so, in order, each once
	Outlier  bool     // stands against the majority
	Copies   int      // how many of them repeat the text of another
}

// Reading is the view of one reading.
type Reading struct {
	compare.Reading
	Witness   *Witness
	From, To  Position     // in the file
	Verbatim  bool         // the file has the words as they are, without markup between
	Statement int          // index of the statement that holds the words, or -1
	Sentence  witness.Span // that statement, or the words alone
	Outlier   bool

	against string // the words it is diffed against
}

// Events returns the views of rs in their order, masked if o says so.
func Events(rs []*compare.Result, o *Options) []*Event {
	if o == nil {
		o = &Options{}
	}
	given := rs
	if o.Redact {
		rs = Redact(rs)
	}
	out := make([]*Event, len(rs))
	for i, r := range rs {
		out[i] = newEvent(r, o)
		for j, w := range out[i].Witnesses {
			w.unmasked = w.Text
			if ev := given[i].Event; ev != nil && j < len(ev.Witnesses) {
				w.unmasked = ev.Witnesses[j].Text
			}
		}
	}
	return out
}

func newEvent(r *compare.Result, o *Options) *Event {
	ev := &Event{Result: r, ID: r.ID, Title: r.ID, Checks: r.Checks, Redacted: o.Redact,
		groups: map[int]*compare.GroupResult{}}
	src := r.Event
	if src == nil {
		src = &witness.Event{ID: r.ID}
	}
	if src.Title != "" {
		ev.Title = src.Title
	}
	byID := map[string]*Witness{}
	for _, w := range src.Witnesses {
		v := &Witness{Witness: w, Event: ev, file: fileOf(w)}
		for _, st := range w.Statements {
			v.Statements = append(v.Statements, st.Span)
		}
		ev.Witnesses = append(ev.Witnesses, v)
		byID[w.ID] = v
	}
	// A result that was read back from JSON has its sigla and statements but
	// no text; it can still be listed, at the start of its reports.
	for i, wr := range r.Witnesses {
		v := byID[wr.ID]
		if v == nil {
			v = &Witness{Witness: &witness.Witness{ID: wr.ID, Index: i}, Event: ev, file: text.NewSource("", "")}
			ev.Witnesses = append(ev.Witnesses, v)
			byID[wr.ID] = v
		}
		if len(v.Statements) == 0 {
			for _, s := range wr.Statements {
				v.Statements = append(v.Statements, witness.Span{Start: s.Start, End: s.End})
			}
		}
	}
	for i, w := range ev.Witnesses {
		w.Pos = i
		for i, s := range w.Statements {
			s.Start = clamp(w.Text, s.Start)
			w.Statements[i] = witness.Span{Start: s.Start, End: max(s.Start, clamp(w.Text, s.End))}
		}
	}
	for i := range r.Groups {
		ev.groups[r.Groups[i].ID] = &r.Groups[i]
	}
	checks := map[string]*compare.Check{}
	for _, c := range r.Checks {
		checks[c.Name] = c
	}
	ev.Findings = make([]*Finding, len(r.Findings))
	for i := range r.Findings {
		f := &Finding{Finding: &r.Findings[i], Event: ev, Index: i}
		f.State = o.State(f.ID)
		if f.By = checks[f.Check]; f.By == nil {
			f.By = &compare.Check{Name: f.Check, Severity: f.Severity}
		}
		f.fill(byID)
		ev.Findings[i] = f
	}
	ev.place()
	return ev
}

// Group returns the group with the given ID, or nil.
func (ev *Event) Group(id int) *compare.GroupResult { return ev.groups[id] }

// Witness returns the report with the given siglum, or nil.
func (ev *Event) Witness(id string) *Witness {
	for _, w := range ev.Witnesses {
		if w.ID == id {
			return w
		}
	}
	return nil
}

// Listed returns the findings that nobody has dismissed.
func (ev *Event) Listed() []*Finding {
	out := make([]*Finding, 0, len(ev.Findings))
	for _, f := range ev.Findings {
		if f.State.Status != Suppressed {
			out = append(out, f)
		}
	}
	return out
}

func (f *Finding) fill(byID map[string]*Witness) {
	values := map[string]*Value{}
	for _, r := range f.Readings {
		w := byID[r.Witness]
		if w == nil {
			w = &Witness{Witness: &witness.Witness{ID: r.Witness}, Event: f.Event, file: text.NewSource("", "")}
			byID[r.Witness] = w
		}
		v := w.read(r)
		v.Outlier = slices.Contains(f.Outliers, r.Witness)
		key := r.Value
		if key == "" {
			key = r.Text
		}
		val := values[key]
		if val == nil {
			val = &Value{Text: compare.Shown(key, r.Text)}
			values[key] = val
			f.Values = append(f.Values, val)
		}
		val.Readings = append(val.Readings, v)
		val.Outlier = val.Outlier || v.Outlier
		if !slices.Contains(val.Sigla, r.Witness) {
			val.Sigla = append(val.Sigla, r.Witness)
		}
		if f.Primary == nil || v.Outlier && !f.Primary.Outlier {
			f.Primary = v
		}
	}
	sort.SliceStable(f.Values, func(i, j int) bool {
		a, b := f.Values[i], f.Values[j]
		if a.Outlier != b.Outlier {
			return b.Outlier
		}
		return len(a.Sigla) > len(b.Sigla)
	})
	for _, val := range f.Values {
		for _, id := range val.Sigla {
			if slices.Contains(val.Sigla, byID[id].CopyOf) {
				val.Copies++
			}
		}
	}
	if len(f.Values) > 1 && f.Kind != compare.Artefact {
		for i, val := range f.Values {
			other := f.Values[0]
			if i == 0 {
				other = f.Values[1]
			}
			for _, r := range val.Readings {
				r.against = other.Readings[0].Text
			}
		}
	}
	for _, id := range f.Outliers {
		if w := byID[id]; w != nil && !slices.ContainsFunc(f.Readings, func(r compare.Reading) bool { return r.Witness == id }) {
			f.Silent = append(f.Silent, w)
		}
	}
	if f.Primary == nil {
		// No finding should come without words; one that does is still
		// listed, at the start of the first report.
		w := &Witness{Witness: &witness.Witness{}, Event: f.Event, file: text.NewSource("", "")}
		if len(f.Event.Witnesses) > 0 {
			w = f.Event.Witnesses[0]
		}
		f.Primary = w.read(compare.Reading{Witness: w.ID})
	}
}

// Note says how the value stands among the others, or is empty: against the
// majority, and how many of its reports only repeat another.
func (v *Value) Note() string {
	var parts []string
	switch {
	case v.Outlier && len(v.Sigla)-v.Copies > 1:
		parts = append(parts, "against the majority")
	case v.Outlier:
		parts = append(parts, "alone")
	}
	switch {
	case v.Copies == 1:
		parts = append(parts, "one of them a copy")
	case v.Copies > 1:
		parts = append(parts, Count(v.Copies)+" of them copies")
	}
	return strings.Join(parts, ", ")
}

// Sigla lists the reports that the finding speaks of, each once, in order of
// the readings and then the silent ones.
func (f *Finding) Sigla() []string {
	var out []string
	for _, r := range f.Readings {
		if !slices.Contains(out, r.Witness) {
			out = append(out, r.Witness)
		}
	}
	for _, w := range f.Silent {
		out = append(out, w.ID)
	}
	return out
}

// All returns the readings in order of value.
func (f *Finding) All() []*Reading {
	var out []*Reading
	for _, v := range f.Values {
		out = append(out, v.Readings...)
	}
	return out
}

// Related returns every reading but the primary one.
func (f *Finding) Related() []*Reading {
	var out []*Reading
	for _, r := range f.All() {
		if r != f.Primary {
			out = append(out, r)
		}
	}
	return out
}

func (w *Witness) read(r compare.Reading) *Reading {
	r.Start = clamp(w.Text, r.Start)
	r.End = max(r.Start, clamp(w.Text, r.End))
	v := &Reading{Reading: r, Witness: w, Statement: w.statementAt(r)}
	v.place()
	v.Sentence = r.Span()
	if v.Statement >= 0 {
		v.Sentence = w.Statements[v.Statement]
	}
	return v
}

// statementAt returns the index of the statement that holds r, or -1. The
// check's own word is taken where it fits; a result read back from JSON has
// none.
func (w *Witness) statementAt(r compare.Reading) int {
	if i := r.Statement; i >= 0 && i < len(w.Statements) && w.Statements[i].Contains(r.Span()) {
		return i
	}
	i := sort.Search(len(w.Statements), func(i int) bool { return w.Statements[i].End >= r.End })
	if i < len(w.Statements) && w.Statements[i].Contains(r.Span()) {
		return i
	}
	return -1
}

// File names the report in formats that need a path: where it was read from,
// or its siglum.
func (w *Witness) File() string {
	if w.Path != "" {
		return strings.ReplaceAll(w.Path, "\\", "/")
	}
	return w.ID
}

// Name is the report's siglum with what it is known by.
func (w *Witness) Name() string {
	switch {
	case w.Outlet != "":
		return w.Outlet
	case w.Path != "":
		return w.Path[strings.LastIndexAny(w.Path, `/\`)+1:]
	}
	return w.ID
}

// clamp returns i, moved into s and back to the start of a character.
func clamp(s string, i int) int {
	i = min(max(i, 0), len(s))
	for i > 0 && i < len(s) && !utf8.RuneStart(s[i]) {
		i--
	}
	return i
}
