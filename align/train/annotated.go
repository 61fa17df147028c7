package main

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/factdiff/factdiff/witness"
)

// Events of ECB+ whose correspondences we labelled ourselves, in the way of
// the annotated events: by the documents' names and the numbers of their
// sentences alone, so that no text of theirs is here.
//
//	== documents
//	A	1_10ecb
//	B	1_11ecb
//	== aligned
//	same-fact	A 0, A 1, B 3	number of dead
//
//go:embed ecbplus/*.txt
var annotated embed.FS

// annotatedEvents reads the labels that come with the command, and takes the
// sentences from docs.
func annotatedEvents(docs []document) ([]*labelled, error) {
	names, err := fs.Glob(annotated, "ecbplus/*.txt")
	if err != nil {
		return nil, err
	}
	byName := map[string]document{}
	for _, d := range docs {
		byName[d.Doc] = d
	}
	var out []*labelled
	for _, name := range names {
		data, err := annotated.ReadFile(name)
		if err != nil {
			return nil, err
		}
		l, err := parseAnnotated(strings.TrimSuffix(path.Base(name), ".txt"), string(data), byName)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		out = append(out, l)
	}
	return out, nil
}

// parseAnnotated reads the labels of one event. Errors give the line.
func parseAnnotated(id, text string, docs map[string]document) (*labelled, error) {
	topic, _, _ := strings.Cut(id, "_")
	l := &labelled{set: "annotated", topic: topic, ev: &witness.Event{ID: id}, want: map[pairKey]bool{}, soft: map[pairKey]bool{}}
	at, size := map[string]int{}, map[string]int{}
	section := ""
	for n, line := range strings.Split(text, "\n") {
		name, head := strings.CutPrefix(line, "== ")
		var err error
		switch {
		case head:
			section = name
		case strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#"):
		case section == "documents":
			label, doc, _ := strings.Cut(line, "\t")
			d, ok := docs[doc]
			if !ok {
				err = fmt.Errorf("no document %q", doc)
				break
			}
			at[label] = len(l.ev.Witnesses)
			w, last := documentWitness(d)
			size[label] = last + 1
			l.ev.Witnesses = append(l.ev.Witnesses, w)
		case section == "aligned":
			err = l.fact(line, at, size)
		default:
			err = fmt.Errorf("no section %q", section)
		}
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n+1, err)
		}
	}
	return l, nil
}

// documentWitness makes a report of a document, and gives the number of its
// last sentence.
func documentWitness(d document) (w *witness.Witness, last int) {
	var texts []string
	var numbers []int
	for _, s := range d.Sentences {
		texts, numbers = append(texts, s.Text), append(numbers, s.N)
		last = max(last, s.N)
	}
	return newWitness(d.Doc, texts, numbers), last
}
