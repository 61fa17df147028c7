package main

import (
	"fmt"
	"testing"

	"github.com/factdiff/factdiff/internal/invented"
)

// TestFit brings features of unlike size to one scale, and leaves each event out of what
// it is scored by: the feature that tells the events apart is no help.
func TestFit(t *testing.T) {
	var cases []judged
	for i := range 60 {
		y := i%3 == 0
		big := 1000.0
		if y {
			big = 3000
		}
		cases = append(cases, judged{event: fmt.Sprint(i % 10), differ: y, weight: 1, features: []float64{1, big + float64(i%7)*100, 0.001 * float64(i%5)}})
	}
	for _, s := range score(cases, fit(cases, 1)) {
		if s.differ != (s.probability > 0.5) {
			t.Fatalf("%+v", s)
		}
	}
	if got := crossValidate(cases, nil, 5, func(cases []judged) []float64 { return fit(cases, 1) }); len(got) != len(cases) {
		t.Errorf("%d of %d cases scored", len(got), len(cases))
	}
}

// TestInvented reads the invented events but for those that are kept to measure.
func TestInvented(t *testing.T) {
	t.Chdir("../..")
	events, err := invented.Events(made)
	if err != nil {
		t.Fatal(err)
	}
	kept := map[string]bool{}
	for _, e := range events {
		kept[e.Name] = e.Unread
	}
	cases, err := studies[0].loadInvented(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	differ := 0
	for _, c := range cases {
		if kept[c.event] {
			t.Fatalf("%s is kept, and was read", c.event)
		}
		if c.differ {
			differ++
		}
	}
	if differ < 50 || differ > len(cases)/2 {
		t.Errorf("%d of %d pairs differ", differ, len(cases))
	}
}
