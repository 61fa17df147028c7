package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/ecbplus"
	"github.com/factdiff/factdiff/witness"
)

// Whole reports, annotated: every genuine difference with the words of all its
// members, the pairs of members that disagree, and the marks of translation. A
// finding is right where it has words of two members that disagree; a mark
// where it touches a marked one. What the annotators found debatable is not
// judged.

type goldFile struct {
	Texts  string
	Events []goldEvent
}

type goldEvent struct {
	ID          string
	Docs        []string
	Files       map[string]string
	Published   map[string]string
	Sentences   map[string][]string
	Divergences []difference
	Artefacts   []struct {
		Report   string
		Sentence int
		Span     string
		Kind     string
		Severity string
	}
}

type difference struct {
	Kind      string
	Members   []goldMember
	Pairs     [][2]int
	Genuine   bool
	Debatable bool
}

type goldMember struct {
	Doc  string
	N    int
	Span string
	Side any
}

// answers says which checks are to find a kind of difference.
var answers = map[string][]string{
	"quantity": {"quantity"}, "duration": {"quantity"}, "date": {"date"}, "time-reference": {"date", "tense"},
	"place": {"name", "relation"}, "person-name": {"name"}, "role-title": {"role"}, "actor-target": {"actor", "name"},
	"polarity": {"polarity"}, "modality": {"modality"}, "certainty": {"modality"}, "certainty/hedge": {"modality", "quantity"},
	"quote-wording": {"quote"}, "attribution": {"attribution"}, "event": {"event"}, "list-membership": {"list", "coverage"},
	"causality": {"relation"},
}

// alone are the kinds that a mark of one report may tell too.
var alone = []string{"actor-target", "polarity", "time-reference", "list-membership", "event"}

// documents reads the reports of ECB+ by their names.
func documents(dir string) (map[string]ecbplus.Document, error) {
	all, err := ecbplus.Documents(dir)
	if err != nil {
		return nil, err
	}
	out := map[string]ecbplus.Document{}
	for _, d := range all {
		out[d.Doc] = d
	}
	return out, nil
}

func goldEvents(dir, name string) ([]*sample, error) {
	data, err := os.ReadFile(filepath.Join(dir, "gold", name+".json"))
	if err != nil {
		return nil, err
	}
	var g goldFile
	if err := json.Unmarshal(data, &g); err != nil {
		return nil, err
	}
	docs := map[string]ecbplus.Document{}
	if g.Texts == "ecbplus" {
		if docs, err = documents(dir); err != nil {
			return nil, err
		}
	}
	return g.samples(dir, name, docs)
}

// ownEvents makes samples of our own labels on ECB+, those that nobody may read
// apart.
func ownEvents(dir string) ([]*sample, error) {
	docs, err := documents(dir)
	if err != nil {
		return nil, err
	}
	events, err := ecbplus.Events()
	if err != nil {
		return nil, err
	}
	var out []*sample
	for _, e := range events {
		set := "annotated"
		if e.Unread {
			set = "unread"
		}
		own, err := ownEvent(e, docs)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", e.ID, err)
		}
		s, err := goldFile{Events: []goldEvent{own}}.samples(dir, set, docs)
		if err != nil {
			return nil, err
		}
		out = append(out, s...)
	}
	return out, nil
}

// ownEvent writes our labels of an event as those of the annotated ones.
func ownEvent(e ecbplus.Event, docs map[string]ecbplus.Document) (goldEvent, error) {
	out := goldEvent{ID: e.ID, Docs: e.Documents}
	for _, d := range e.Differences {
		v := difference{Kind: d.Kind, Genuine: d.Judgement == "genuine", Debatable: d.Judgement == "debatable"}
		for _, m := range d.Members {
			doc := e.Documents[m.Document]
			words := ""
			for _, s := range docs[doc].Sentences {
				if s.N == m.N && m.End <= len(s.Text) {
					words = s.Text[m.Start:m.End]
				}
			}
			if words == "" {
				return out, fmt.Errorf("no bytes %d-%d in sentence %d of %s", m.Start, m.End, m.N, doc)
			}
			v.Members = append(v.Members, goldMember{doc, m.N, words, m.Side})
		}
		out.Divergences = append(out.Divergences, v)
	}
	return out, nil
}

// samples makes a sample of each event.
func (g goldFile) samples(dir, set string, docs map[string]ecbplus.Document) ([]*sample, error) {
	var out []*sample
	for _, e := range g.Events {
		ev := &witness.Event{ID: e.ID}
		spans := map[string]map[int]witness.Span{}
		texts := map[string]string{}
		for _, id := range e.Docs {
			var sentences []string
			numbers := []int{}
			text := ""
			if d, ok := docs[id]; ok {
				for _, s := range d.Sentences {
					sentences, numbers = append(sentences, s.Text), append(numbers, s.N)
				}
				text = strings.Join(sentences, "\n")
			} else {
				raw, err := os.ReadFile(filepath.Join(dir, g.Texts, e.Files[id]))
				if err != nil {
					return nil, err
				}
				text, sentences = string(raw), e.Sentences[id]
				for i := range sentences {
					numbers = append(numbers, i)
				}
			}
			spans[id], texts[id] = map[int]witness.Span{}, text
			at := 0
			for i, s := range sentences {
				k := strings.Index(text[at:], s)
				if k < 0 {
					return nil, fmt.Errorf("%s: sentence %d is not in the text", id, numbers[i])
				}
				spans[id][numbers[i]] = witness.Span{Start: at + k, End: at + k + len(s)}
				at += k + len(s)
			}
			w := &witness.Witness{ID: id, Text: text, Lang: "en"}
			if p := e.Published[id]; p != "" {
				var err error
				if w.Published, err = time.Parse(time.DateOnly, p); err != nil {
					return nil, err
				}
			}
			ev.Witnesses = append(ev.Witnesses, w)
		}
		find := func(doc string, n int, words string) place {
			s := spans[doc][n]
			k := max(strings.Index(texts[doc][s.Start:s.End], words), 0)
			return place{doc, witness.Span{Start: s.Start + k, End: s.Start + k + len(words)}}
		}
		out = append(out, e.sample(set, ev, find))
	}
	return out, nil
}

func (e *goldEvent) sample(set string, ev *witness.Event, find func(string, int, string) place) *sample {
	s := &sample{set: set, ev: ev}
	var debatable []func(*compare.Finding) bool
	for _, d := range e.Divergences {
		var places []place
		for _, m := range d.Members {
			places = append(places, find(m.Doc, m.N, m.Span))
		}
		pairs := d.Pairs
		for i := range d.Members {
			for j := range i {
				if a, b := fmt.Sprint(d.Members[i].Side), fmt.Sprint(d.Members[j].Side); d.Pairs == nil && (d.Members[i].Side == nil || a != b && a != "*" && b != "*") {
					pairs = append(pairs, [2]int{i, j})
				}
			}
		}
		between := func(f *compare.Finding) bool {
			return f.Kind != compare.Artefact && slices.ContainsFunc(pairs, func(p [2]int) bool { return places[p[0]].touches(f) && places[p[1]].touches(f) })
		}
		switch {
		case d.Debatable:
			debatable = append(debatable, between)
		case d.Genuine:
			s.gold = append(s.gold, target{answers[d.Kind], func(f *compare.Finding) bool {
				return between(f) || f.Kind == compare.Artefact && slices.Contains(alone, d.Kind) && places[0].touches(f)
			}})
		}
	}
	var marks []place
	for _, a := range e.Artefacts {
		marks = append(marks, find(a.Report, a.Sentence, a.Span))
	}
	s.judge = func(f *compare.Finding) verdict {
		hit := func(h func(*compare.Finding) bool) bool { return h(f) }
		switch {
		case slices.ContainsFunc(s.gold, func(t target) bool { return t.hit(f) }),
			f.Kind == compare.Artefact && slices.ContainsFunc(marks, func(p place) bool { return p.touches(f) }):
			return right
		case slices.ContainsFunc(debatable, hit), f.Kind == compare.Artefact && len(marks) == 0:
			return unjudged
		}
		return wrong
	}
	return s
}
