package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/factdiff/factdiff/internal/ecbplus"
	"github.com/factdiff/factdiff/internal/extract"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/internal/nlp"
	"github.com/factdiff/factdiff/internal/segment"
	"github.com/factdiff/factdiff/witness"
)

// A labelled event is one whose corresponding sentences are known.
type labelled struct {
	set   string // "ecbplus", "events", "seeds", "annotated", "own"
	topic string // what may not be in training and test at once
	ev    *witness.Event
	sent  [][]int // witness, statement → sentence of the labels, or -1
	want  map[pairKey]bool
	soft  map[pairKey]bool // same topic: neither right nor wrong
}

// sentence is a place in the labels: witness and number.
type sentence struct{ w, n int }

type pairKey struct{ a, b sentence }

func key(a, b sentence) pairKey {
	if b.w < a.w || b.w == a.w && b.n < a.n {
		a, b = b, a
	}
	return pairKey{a, b}
}

// label returns 1 for a pair that corresponds, 0 for one that does not, and
// -1 for one that is neither right nor wrong.
func (l *labelled) label(a, b witness.Ref) (pairKey, int) {
	x, y := sentence{a.Witness, l.sent[a.Witness][a.Statement]}, sentence{b.Witness, l.sent[b.Witness][b.Statement]}
	k := key(x, y)
	switch {
	case x.n < 0 || y.n < 0:
		return k, -1
	case l.want[k]:
		return k, 1
	case l.soft[k]:
		return k, -1
	}
	return k, 0
}

type gold struct {
	Texts  string `json:"texts"`
	Events []struct {
		ID         string                       `json:"id"`
		Docs       []string                     `json:"docs"`
		Files      map[string]string            `json:"files"`
		Published  map[string]string            `json:"published"`
		Sentences  map[string][]json.RawMessage `json:"sentences"`
		Alignments []struct {
			Strength string   `json:"strength"`
			Members  [][2]any `json:"members"`
		} `json:"alignments"`
	} `json:"events"`
}

// load reads the labelled events of the folder.
func load(ctx context.Context, dir string) ([]*labelled, error) {
	docs, err := ecbplus.Documents(dir)
	if err != nil {
		return nil, err
	}
	out := topics(docs)
	for _, name := range [...]string{"seeds", "events"} {
		more, err := goldEvents(dir, name, docs)
		if err != nil {
			return nil, err
		}
		out = append(out, more...)
	}
	more, err := annotatedEvents(docs)
	if err != nil {
		return nil, err
	}
	out = append(out, more...)
	if more, err = ownEvents(); err != nil {
		return nil, err
	}
	out = append(out, more...)
	x := extract.Extractor{Lexicon: lexicon.Default(), Mode: nlp.Greedy, Workers: 2}
	for _, l := range out {
		if err := l.read(ctx, &x); err != nil {
			return nil, fmt.Errorf("%s: %w", l.ev.ID, err)
		}
	}
	return out, nil
}

// read segments and extracts an event.
func (l *labelled) read(ctx context.Context, x *extract.Extractor) error {
	spans := make([][]numbered, len(l.ev.Witnesses))
	for i, w := range l.ev.Witnesses {
		spans[i] = sentenceSpans[w]
		w.Index = i
		segment.Statements(w, false)
	}
	if err := x.Event(ctx, l.ev); err != nil {
		return err
	}
	l.sent = make([][]int, len(l.ev.Witnesses))
	for i, w := range l.ev.Witnesses {
		for _, st := range w.Statements {
			best, at := -1, 0
			for _, s := range spans[i] {
				if o := min(s.End, st.Span.End) - max(s.Start, st.Span.Start); o > at {
					best, at = s.n, o
				}
			}
			l.sent[i] = append(l.sent[i], best)
		}
	}
	return nil
}

type numbered struct {
	witness.Span
	n int
}

// sentenceSpans keeps where the labelled sentences of a witness stand.
var sentenceSpans = map[*witness.Witness][]numbered{}

func newWitness(id string, texts []string, numbers []int) *witness.Witness {
	w := &witness.Witness{ID: id, Lang: "en"}
	var b strings.Builder
	for i, t := range texts {
		if i > 0 {
			b.WriteByte('\n')
		}
		sentenceSpans[w] = append(sentenceSpans[w], numbered{witness.Span{Start: b.Len(), End: b.Len() + len(t)}, numbers[i]})
		b.WriteString(t)
	}
	w.Text = b.String()
	return w
}

// topics makes an event of each topic, of the sentences that were checked and
// mention an event: two like events of the world are mixed in it. Two
// sentences correspond if they mention one event.
func topics(docs []ecbplus.Document) []*labelled {
	byTopic := map[int][]ecbplus.Document{}
	var order []int
	for _, d := range docs {
		if byTopic[d.Topic] == nil {
			order = append(order, d.Topic)
		}
		byTopic[d.Topic] = append(byTopic[d.Topic], d)
	}
	slices.Sort(order)
	var out []*labelled
	for _, t := range order {
		l := &labelled{set: "ecbplus", topic: strconv.Itoa(t), ev: &witness.Event{ID: fmt.Sprintf("topic-%d", t)}, want: map[pairKey]bool{}}
		slices.SortFunc(byTopic[t], func(a, b ecbplus.Document) int { return strings.Compare(a.Doc, b.Doc) })
		mentions := map[string][]sentence{}
		var names []string
		for _, d := range byTopic[t] {
			var texts []string
			var numbers []int
			for _, s := range d.Sentences {
				if !s.Validated || len(s.Events) == 0 {
					continue
				}
				texts, numbers = append(texts, s.Text), append(numbers, s.N)
				for _, e := range s.Events {
					if mentions[e] == nil {
						names = append(names, e)
					}
					mentions[e] = append(mentions[e], sentence{len(l.ev.Witnesses), s.N})
				}
			}
			if len(texts) > 0 {
				l.ev.Witnesses = append(l.ev.Witnesses, newWitness(d.Doc, texts, numbers))
			}
		}
		for _, e := range names {
			for i, a := range mentions[e] {
				for _, b := range mentions[e][:i] {
					if a.w != b.w {
						l.want[key(a, b)] = true
					}
				}
			}
		}
		out = append(out, l)
	}
	return out
}

// goldEvents reads one of the two files of annotated events.
func goldEvents(dir, name string, docs []ecbplus.Document) ([]*labelled, error) {
	data, err := os.ReadFile(filepath.Join(dir, "gold", name+".json"))
	if err != nil {
		return nil, err
	}
	var g gold
	if err := json.Unmarshal(data, &g); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	var out []*labelled
	for _, e := range g.Events {
		topic, _, _ := strings.Cut(e.ID, "_")
		l := &labelled{set: name, topic: topic, ev: &witness.Event{ID: e.ID}, want: map[pairKey]bool{}, soft: map[pairKey]bool{}}
		slices.Sort(e.Docs)
		at := map[string]int{}
		for i, id := range e.Docs {
			at[id] = i
			w, err := goldWitness(dir, g.Texts, id, e.Files[id], e.Sentences[id], docs)
			if err != nil {
				return nil, err
			}
			if p := e.Published[id]; p != "" {
				w.Published, err = parseDate(p)
				if err != nil {
					return nil, err
				}
			}
			l.ev.Witnesses = append(l.ev.Witnesses, w)
		}
		for _, a := range e.Alignments {
			var m []sentence
			for _, x := range a.Members {
				id, _ := x[0].(string)
				n, _ := x[1].(float64)
				m = append(m, sentence{at[id], int(n)})
			}
			if err := l.bind(a.Strength, m); err != nil {
				return nil, fmt.Errorf("%s: %w", e.ID, err)
			}
		}
		out = append(out, l)
	}
	return out, nil
}

// goldWitness takes a report from a file, its sentences being listed, or from
// the documents of ECB+.
func goldWitness(dir, texts, id, file string, sentences []json.RawMessage, docs []ecbplus.Document) (*witness.Witness, error) {
	if texts == "ecbplus" {
		for _, d := range docs {
			if d.Doc == id {
				return documentWitness(d), nil
			}
		}
		return nil, fmt.Errorf("no document %s", id)
	}
	data, err := os.ReadFile(filepath.Join(dir, texts, file))
	if err != nil {
		return nil, err
	}
	w := &witness.Witness{ID: id, Lang: "en", Text: string(data)}
	at := 0
	for n, raw := range sentences {
		var s string
		if err := json.Unmarshal(raw, &s); err != nil {
			return nil, err
		}
		k := strings.Index(w.Text[at:], s)
		if k < 0 {
			return nil, fmt.Errorf("%s: sentence %d is not in the text", file, n)
		}
		sentenceSpans[w] = append(sentenceSpans[w], numbered{witness.Span{Start: at + k, End: at + k + len(s)}, n})
		at += k + len(s)
	}
	return w, nil
}
