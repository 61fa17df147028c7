package compare

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/factdiff/factdiff/witness"
)

// alike makes a result of n findings of one check, each with these values in
// these statements, one a witness.
func alike(check string, values, statements []string, n int) *Result {
	r := &Result{Event: &witness.Event{}}
	var readings []Reading
	for i, s := range statements {
		w := &witness.Witness{ID: fmt.Sprint(i), Text: s, Index: i}
		w.Statements = []*witness.Statement{{Witness: w, Span: witness.Span{End: len(s)}}}
		r.Event.Witnesses = append(r.Event.Witnesses, w)
		readings = append(readings, Reading{Witness: w.ID, Value: values[i]})
	}
	for range n {
		r.Findings = append(r.Findings, Finding{Check: check, Readings: readings, Message: "anything", Severity: Critical})
	}
	return r
}

func TestFingerprint(t *testing.T) {
	values := []string{"8 h", "(7 h, ∞)"}
	statements := []string{"The eight-hour meeting in Женева ended.", "It took “more than” seven hours."}
	of := func(check string, values, statements []string, n int) string {
		r := alike(check, values, statements, n+1)
		identify(r)
		return r.Findings[n].ID
	}
	base := of("quantity", values, statements, 0)
	if want := "v1:04a67a032b4dd5bab03f6a37"; base != want {
		t.Errorf("got %s, want %s: a change here voids every dismissal and needs a new version", base, want)
	}
	swapped := [2][]string{slices.Clone(values), slices.Clone(statements)}
	slices.Reverse(swapped[0])
	slices.Reverse(swapped[1])
	same := []struct {
		name string
		got  string
	}{
		{"witnesses in another order", of("quantity", swapped[0], swapped[1], 0)},
		{"typography", of("quantity", values, []string{"The  eight-hour meeting\u00a0in ЖЕНЕВА ended.", "It took \"more than\" seven\nhours."}, 0)},
		{"a copy of one report", of("quantity", append(values, values[0]), append(statements, statements[0]), 0)},
	}
	for _, tt := range same {
		if tt.got != base {
			t.Errorf("%s: got %s, want %s", tt.name, tt.got, base)
		}
	}
	other := []struct {
		name string
		got  string
	}{
		{"another check", of("date", values, statements, 0)},
		{"another value", of("quantity", []string{"9 h", "(7 h, ∞)"}, statements, 0)},
		{"another statement", of("quantity", values, []string{"The nine-hour meeting in Женева ended.", statements[1]}, 0)},
		{"one report less", of("quantity", values[:1], statements[:1], 0)},
		{"a second one of the kind", of("quantity", values, statements, 1)},
		{"values for statements", of("quantity", statements, values, 0)},
		{"another place to cut", of("quantity", []string{"8 h(7 h, ∞)", "8 h(7 h, ∞)"}, statements, 0)},
	}
	seen := map[string]string{base: "the base"}
	for _, tt := range other {
		if with, ok := seen[tt.got]; ok {
			t.Errorf("%s: the fingerprint of %s", tt.name, with)
		}
		seen[tt.got] = tt.name
		if !strings.HasPrefix(tt.got, "v1:") || len(tt.got) != 27 {
			t.Errorf("%s: %s", tt.name, tt.got)
		}
	}
}

func BenchmarkFingerprint(b *testing.B) {
	values := []string{"8 h", "(7 h, ∞)"}
	statements := []string{"The eight-hour meeting in Женева ended.", "It took “more than” seven hours."}
	r := alike("quantity", values, statements, 1)
	b.ReportAllocs()
	for b.Loop() {
		identify(r)
	}
}
