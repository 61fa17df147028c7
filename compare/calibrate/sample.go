package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// sample is one labelled event.
type sample struct {
	set   string
	ev    *witness.Event    // nil once it is checked
	texts map[string]string // what each of its witnesses says, by ID
	judge func(*compare.Finding) verdict
	gold  []target
}

// verdict is what the labels say of a finding.
type verdict int

const (
	unjudged verdict = iota
	right
	wrong
)

// target is a labelled difference: who is to find it, and what finds it.
type target struct {
	checks []string
	hit    func(*compare.Finding) bool
}

// place is words of a witness.
type place struct {
	witness string
	span    witness.Span
}

func (p place) touches(f *compare.Finding) bool {
	return slices.ContainsFunc(f.Readings, func(r compare.Reading) bool { return r.Witness == p.witness && r.Span().Overlaps(p.span) })
}

// rows reads a file of JSON lines.
func rows[T any](path string) ([]T, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []T
	in := bufio.NewScanner(f)
	in.Buffer(nil, 64<<20)
	for in.Scan() {
		if strings.TrimSpace(in.Text()) == "" {
			continue
		}
		var v T
		if err := json.Unmarshal(in.Bytes(), &v); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		out = append(out, v)
	}
	return out, in.Err()
}

// load reads every set of a folder.
func load(dir string) ([]*sample, error) {
	var out []*sample
	for _, set := range []func(string) ([]*sample, error){
		func(d string) ([]*sample, error) { return goldEvents(d, "seeds") },
		func(d string) ([]*sample, error) { return goldEvents(d, "events") },
		ownEvents, mqm, demetr, humanPairs, headlines, breaking, rte,
	} {
		more, err := set(dir)
		if err != nil {
			return nil, err
		}
		out = append(out, more...)
	}
	return out, nil
}

// release lets go of the event, whose trees a thousand samples need not hold,
// and keeps the texts.
func (s *sample) release() {
	s.texts = make(map[string]string, len(s.ev.Witnesses))
	for _, w := range s.ev.Witnesses {
		s.texts[w.ID] = w.Text
	}
	s.ev = nil
}
