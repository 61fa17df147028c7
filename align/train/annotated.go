package main

import (
	"fmt"
	"strings"

	"github.com/factdiff/factdiff/internal/ecbplus"
	"github.com/factdiff/factdiff/witness"
)

// annotatedEvents takes the events of ECB+ that we labelled ourselves, with
// their sentences from docs.
func annotatedEvents(docs []ecbplus.Document) ([]*labelled, error) {
	events, err := ecbplus.Events()
	if err != nil {
		return nil, err
	}
	byName := map[string]ecbplus.Document{}
	for _, d := range docs {
		byName[d.Doc] = d
	}
	var out []*labelled
	for _, e := range events {
		topic, _, _ := strings.Cut(e.ID, "_")
		l := &labelled{set: "annotated", topic: topic, ev: &witness.Event{ID: e.ID}, want: map[pairKey]bool{}, soft: map[pairKey]bool{}}
		for _, name := range e.Documents {
			d, ok := byName[name]
			if !ok {
				return nil, fmt.Errorf("%s: no document %s", e.ID, name)
			}
			l.ev.Witnesses = append(l.ev.Witnesses, documentWitness(d))
		}
		for _, f := range e.Facts {
			members := make([]sentence, len(f.Sentences))
			for i, s := range f.Sentences {
				members[i] = sentence{s.Document, s.N}
			}
			if err := l.bind(f.Strength, members); err != nil {
				return nil, fmt.Errorf("%s: %w", e.ID, err)
			}
		}
		out = append(out, l)
	}
	return out, nil
}

// documentWitness makes a report of a document.
func documentWitness(d ecbplus.Document) *witness.Witness {
	var texts []string
	var numbers []int
	for _, s := range d.Sentences {
		texts, numbers = append(texts, s.Text), append(numbers, s.N)
	}
	return newWitness(d.Doc, texts, numbers)
}
