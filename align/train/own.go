package main

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"strconv"
	"strings"

	"github.com/factdiff/factdiff/witness"
)

// Invented events with labelled correspondences, written for factdiff. They are
// in plain text, so that one can be added with an editor:
//
//	== w1
//	One sentence a line; the first is number 0.
//	== w2
//	…
//	== aligned
//	same-fact	w1 0, w1 1, w2 3	number of dead
//
// The last section has a line for each fact that two reports or more state:
// how firmly it binds them (same-fact, same-utterance, same-topic), its
// sentences, and what it is.
//
//go:embed events/*.txt
var own embed.FS

// ownEvents reads the events that come with the command.
func ownEvents() ([]*labelled, error) {
	names, err := fs.Glob(own, "events/*.txt")
	if err != nil {
		return nil, err
	}
	var out []*labelled
	for _, name := range names {
		data, err := own.ReadFile(name)
		if err != nil {
			return nil, err
		}
		l, err := parseOwn(strings.TrimSuffix(path.Base(name), ".txt"), string(data))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		out = append(out, l)
	}
	return out, nil
}

// parseOwn reads one event. Errors give the line.
func parseOwn(id, text string) (*labelled, error) {
	l := &labelled{set: "own", topic: "own-" + id, ev: &witness.Event{ID: id}, want: map[pairKey]bool{}, soft: map[pairKey]bool{}}
	at, size := map[string]int{}, map[string]int{}
	var section string
	var sentences []string
	flush := func() {
		if section != "" && section != "aligned" {
			at[section], size[section] = len(l.ev.Witnesses), len(sentences)
			numbers := make([]int, len(sentences))
			for i := range numbers {
				numbers[i] = i
			}
			l.ev.Witnesses = append(l.ev.Witnesses, newWitness(section, sentences, numbers))
		}
		sentences = nil
	}
	for n, line := range strings.Split(text, "\n") {
		name, head := strings.CutPrefix(line, "== ")
		switch {
		case head:
			flush()
			section = name
		case strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#"):
		case section == "aligned":
			if err := l.fact(line, at, size); err != nil {
				return nil, fmt.Errorf("line %d: %w", n+1, err)
			}
		default:
			sentences = append(sentences, line)
		}
	}
	flush()
	return l, nil
}

// fact reads a line of the section of correspondences.
func (l *labelled) fact(line string, at, size map[string]int) error {
	cells := strings.Split(line, "\t")
	if len(cells) != 3 {
		return fmt.Errorf("want three cells, got %d", len(cells))
	}
	var members []sentence
	for m := range strings.SplitSeq(cells[1], ",") {
		w, number, _ := strings.Cut(strings.TrimSpace(m), " ")
		i, ok := at[w]
		n, err := strconv.Atoi(number)
		if !ok || err != nil || n < 0 || n >= size[w] {
			return fmt.Errorf("no sentence %q", m)
		}
		members = append(members, sentence{i, n})
	}
	return l.bind(cells[0], members)
}

// bind notes that sentences correspond, as firmly as the strength says.
func (l *labelled) bind(strength string, members []sentence) error {
	set := l.want
	switch strength {
	case "same-topic":
		set = l.soft
	case "same-fact", "same-utterance":
	default:
		return fmt.Errorf("no strength %q", strength)
	}
	for i, x := range members {
		for _, y := range members[:i] {
			if x.w != y.w {
				set[key(x, y)] = true
			}
		}
	}
	return nil
}
