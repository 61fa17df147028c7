package main

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/factdiff/factdiff/internal/invented"
	"github.com/factdiff/factdiff/internal/ordertest"
	"github.com/factdiff/factdiff/witness"
)

// TestNames exchanges the names of the reports of invented events among them: what is
// found, and what corresponds, must be the same of the reports as they are called now.
func TestNames(t *testing.T) {
	t.Parallel()
	events, err := invented.Events("testdata/invented")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range events {
		if !slices.Contains([]string{"a01", "a05", "c03", "d02", "e02"}, e.Name) {
			continue
		}
		var reports []*witness.Witness
		for _, w := range e.Witnesses {
			reports = append(reports, &witness.Witness{ID: w.ID, Text: w.Text})
		}
		line := func(ws []*witness.Witness) string {
			l := eventLine{ID: e.ID}
			for _, w := range ws {
				l.Witnesses = append(l.Witnesses, reportLine{w.ID, w.Text, e.Published})
			}
			out, err := json.Marshal(l)
			if err != nil {
				t.Fatal(err)
			}
			return string(out)
		}
		own := result(t, line(reports))
		if len(own.Findings) == 0 || len(own.Groups) == 0 {
			t.Errorf("%s: nothing is found", e.Name)
		}
		orders := ordertest.Orders(len(reports))
		for _, to := range [][]int{orders[0], orders[len(orders)-1]} {
			renamed, names := ordertest.Exchange(reports, to)
			r := result(t, line(renamed))
			same(t, e.Name, ordertest.Findings(own, nil), ordertest.Findings(r, names))
			same(t, e.Name, ordertest.Groups(own, nil), ordertest.Groups(r, names))
		}
	}
}

// same reports the lines that only one of two results has.
func same(t *testing.T, event, want, got string) {
	t.Helper()
	for l := range strings.Lines(want) {
		if !strings.Contains(got, l) {
			t.Errorf("%s: gone with other names: %s", event, l)
		}
	}
	for l := range strings.Lines(got) {
		if !strings.Contains(want, l) {
			t.Errorf("%s: there with other names only: %s", event, l)
		}
	}
}
