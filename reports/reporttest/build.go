// Package reporttest makes results for the tests of the formats, without an
// engine: an event of five reports with findings of every kind and severity,
// the same with text that is not ASCII or is hostile, an empty one, and one of
// ten thousand findings.
//
// The reports are written with their readings marked. A line is a statement;
// "3|" before it puts it into group 3. An empty line ends a paragraph. The
// words of a reading stand as [[key=value: words]], key naming the finding.
package reporttest

import (
	"fmt"
	"hash/fnv"
	"sort"
	"strconv"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

type builder struct {
	ev       *witness.Event
	checks   []*compare.Check
	readings map[string][]compare.Reading
	findings []compare.Finding
	groups   map[int]*witness.Group
	inGroup  map[string]int
}

func newBuilder(id, title string) *builder {
	return &builder{
		ev:       &witness.Event{ID: id, Title: title},
		checks:   Checks(),
		readings: map[string][]compare.Reading{},
		groups:   map[int]*witness.Group{},
		inGroup:  map[string]int{},
	}
}

// report adds a witness. Witnesses are added in ascending order of siglum.
func (b *builder) report(w *witness.Witness, marked string) {
	w.Index = len(b.ev.Witnesses)
	b.ev.Witnesses = append(b.ev.Witnesses, w)
	var text strings.Builder
	paragraph, fresh := 0, true
	for _, line := range strings.Split(strings.TrimSpace(marked), "\n") {
		if line == "" {
			text.WriteString("\n\n")
			paragraph, fresh = paragraph+1, true
			continue
		}
		if !fresh {
			text.WriteByte(' ')
		}
		fresh = false
		group := 0
		if n, rest, ok := strings.Cut(line, "|"); ok {
			if g, err := strconv.Atoi(strings.TrimSpace(n)); err == nil {
				group, line = g, rest
			}
		}
		st := &witness.Statement{Witness: w, Index: len(w.Statements), Paragraph: paragraph, Line: 2 * paragraph}
		st.Span.Start = text.Len()
		for line != "" {
			before, rest, ok := strings.Cut(line, "[[")
			text.WriteString(before)
			if !ok {
				break
			}
			inner, after, _ := strings.Cut(rest, "]]")
			head, words, _ := strings.Cut(inner, ": ")
			key, value, _ := strings.Cut(head, "=")
			r := compare.Reading{Witness: w.ID, Start: text.Len(), Value: value, Text: words, Statement: st.Index}
			text.WriteString(words)
			r.End = text.Len()
			b.readings[key] = append(b.readings[key], r)
			if group > 0 {
				b.inGroup[key] = group
			}
			line = after
		}
		st.Span.End = text.Len()
		w.Statements = append(w.Statements, st)
		if group > 0 {
			g := b.groups[group]
			if g == nil {
				g = &witness.Group{ID: group, Score: 0.5 + 0.49/float64(group)}
				b.groups[group] = g
			}
			for len(g.Cells) <= w.Index {
				g.Cells = append(g.Cells, nil)
			}
			g.Cells[w.Index] = append(g.Cells[w.Index], st.Index)
		}
	}
	w.Text = text.String()
}

// finding adds what the readings of a key amount to.
func (b *builder) finding(key string, f compare.Finding) {
	f.Readings = b.readings[key]
	if f.Outliers == nil {
		f.Outliers = []string{}
	}
	if g, ok := b.inGroup[key]; ok && f.Kind != compare.Artefact {
		f.Group = &g
	}
	h := fnv.New64a()
	fmt.Fprint(h, f.Check, f.Message, key)
	f.ID = fmt.Sprintf("f1-%016x", h.Sum64())
	b.findings = append(b.findings, f)
}

func (b *builder) result() *compare.Result {
	r := &compare.Result{Schema: compare.SchemaVersion, ID: b.ev.ID, Event: b.ev, Checks: b.checks,
		Witnesses: []compare.WitnessResult{}, Groups: []compare.GroupResult{}, Findings: []compare.Finding{}}
	for _, w := range b.ev.Witnesses {
		wr := compare.WitnessResult{ID: w.ID, Statements: []compare.StatementResult{}}
		for _, st := range w.Statements {
			wr.Statements = append(wr.Statements, compare.StatementResult{Start: st.Span.Start, End: st.Span.End})
		}
		r.Witnesses = append(r.Witnesses, wr)
	}
	ids := make([]int, 0, len(b.groups))
	for id := range b.groups {
		ids = append(ids, id)
	}
	sort.Ints(ids)
	for _, id := range ids {
		g := b.groups[id]
		for len(g.Cells) < len(b.ev.Witnesses) {
			g.Cells = append(g.Cells, nil)
		}
		b.ev.Groups = append(b.ev.Groups, g)
		gr := compare.GroupResult{ID: id, Score: g.Score}
		for _, m := range g.Members() {
			gr.Members = append(gr.Members, compare.Member{Witness: b.ev.Witnesses[m.Witness].ID, Statement: m.Statement})
		}
		r.Groups = append(r.Groups, gr)
	}
	sort.SliceStable(b.findings, func(i, j int) bool { return b.findings[i].Severity > b.findings[j].Severity })
	r.Findings = append(r.Findings, b.findings...)
	return r
}

func check(name, doc string, sev compare.Severity, artefact bool, mqm, its string) *compare.Check {
	var src strings.Builder
	for i, line := range strings.Split("Package "+name+" "+doc, "\n") {
		if i > 0 && line == "" {
			src.WriteString("//\n")
			continue
		}
		src.WriteString("// " + line + "\n")
	}
	src.WriteString("package " + name + "\n")
	return &compare.Check{Name: name, Source: src.String(), Severity: sev, Artefact: artefact, MQM: mqm, ITS: its}
}

// Checks returns a suite like the real one, in documentation only.
func Checks() []*compare.Check {
	return []*compare.Check{
		check("quantity", "reports numbers of one thing that cannot both be true.\n\nA wrong toll is the error that readers remember.\n\nIt does not report two numbers that count different things, nor a\nrounded number beside the exact one.", compare.Major, false, "accuracy/mistranslation", "numbers"),
		check("date", "reports two days or times given to one happening.\n\nIt does not report a weekday beside the date that it falls on.", compare.Major, false, "accuracy/mistranslation", "inconsistency"),
		check("name", "reports another person, place or body where the others agree.\n\nIt does not report a second spelling of one name.", compare.Major, false, "accuracy/mistranslation", "inconsistent-entities"),
		check("role", "reports one person under two offices.", compare.Major, false, "terminology/inconsistent-with-resource", "terminology"),
		check("actor", "reports another one who did it, or to whom it was done.", compare.Critical, false, "accuracy/mistranslation", "mistranslation"),
		check("polarity", "reports a statement beside its denial.", compare.Critical, false, "accuracy/mistranslation", "mistranslation"),
		check("quote", "reports one utterance in two senses.", compare.Major, false, "accuracy/mistranslation", "mistranslation"),
		check("coverage", "reports what most reports say and one leaves out.", compare.Info, false, "accuracy/omission", "omission"),
		check("residue", "reports text in another script or language.", compare.Major, true, "accuracy/untranslated", "untranslated"),
		check("gender", "reports a pronoun against a person's known gender.", compare.Minor, true, "fluency/grammar", "grammar"),
		check("punctuation", "reports broken marks and spaces.", compare.Minor, true, "fluency/punctuation", "typographical"),
	}
}
