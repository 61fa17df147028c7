// Package ecbplus holds our own labels on reports of ECB+ (Cybulska and Vossen,
// "Using a sledgehammer to crack a nut?", LREC 2014): which sentences of the
// reports of one event state one fact, and what the reports say differently.
//
// Nobody made these reports for us, and no rule was written for most of them:
// they tell what the program is worth on news that it has not seen. The labels
// name documents, sentences and bytes; the texts are not here, and who wants to
// use the labels needs the set.
//
// Besides whole events there are pairs of words of two reports, with whether they are of
// one thing and disagree (pairs.go).
//
// An event is a file of plain text:
//
//	== documents
//	A	1_10ecb
//	B	1_11ecb
//	== aligned
//	same-fact	A 0, A 1, B 3	number of dead
//	== differences
//	quantity	major	genuine	A 0 12-17 @1, B 3 0-5 @2	seven dead, or nine
//
// A fact is bound as same-fact, same-utterance or same-topic. A difference has
// its kind and severity, whether it is genuine, compatible (it looks like one
// and is none) or debatable, and its words: bytes of a sentence, and the side
// that they are on, * for context.
package ecbplus

import (
	"embed"
	"fmt"
	"path"
	"strconv"
	"strings"
)

// The events in unread are there to measure: who writes rules looks at their
// totals only.
//
//go:embed labels
var files embed.FS

// Event is the labels of one event.
type Event struct {
	ID          string // the subtopic of ECB+: "1_ecb"
	Unread      bool   // kept from those who write rules
	Documents   []string
	Facts       []Fact
	Differences []Difference
}

// Sentence is a place in the reports: the index of the document and the number
// that ECB+ gives the sentence.
type Sentence struct{ Document, N int }

// Fact is what several reports state.
type Fact struct {
	Strength  string // same-fact, same-utterance, same-topic
	Sentences []Sentence
}

// Difference is what reports say differently of one thing.
type Difference struct {
	Kind, Severity string
	Judgement      string // genuine, compatible, debatable
	Members        []Member
	What           string
}

// Member is words that a difference rests on.
type Member struct {
	Sentence
	Start, End int    // bytes of the sentence
	Side       string // those of one side agree; "*" is context
}

// Events reads the labels, in order of folder and name.
func Events() ([]Event, error) {
	var out []Event
	for _, folder := range [...]string{"read", "unread"} {
		entries, err := files.ReadDir("labels/" + folder)
		if err != nil {
			return nil, err
		}
		for _, f := range entries {
			data, err := files.ReadFile(path.Join("labels", folder, f.Name()))
			if err != nil {
				return nil, err
			}
			e, err := Parse(strings.TrimSuffix(f.Name(), ".txt"), string(data))
			if err != nil {
				return nil, fmt.Errorf("%s: %w", f.Name(), err)
			}
			e.Unread = folder == "unread"
			out = append(out, e)
		}
	}
	return out, nil
}

// Parse reads the labels of one event. Errors give the line.
func Parse(id, text string) (Event, error) {
	e := Event{ID: id}
	at := map[string]int{} // documents by their letters
	section := ""
	for n, line := range strings.Split(text, "\n") {
		name, head := strings.CutPrefix(line, "== ")
		var err error
		switch {
		case head:
			section = name
		case strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#"):
		case section == "documents":
			letter, doc, _ := strings.Cut(line, "\t")
			at[letter] = len(e.Documents)
			e.Documents = append(e.Documents, doc)
		case section == "aligned":
			err = e.fact(line, at)
		case section == "differences":
			err = e.difference(line, at)
		default:
			err = fmt.Errorf("no section %q", section)
		}
		if err != nil {
			return e, fmt.Errorf("line %d: %w", n+1, err)
		}
	}
	return e, nil
}

func (e *Event) fact(line string, at map[string]int) error {
	cells := strings.Split(line, "\t")
	if len(cells) != 3 {
		return fmt.Errorf("want three cells, got %d", len(cells))
	}
	switch cells[0] {
	case "same-fact", "same-utterance", "same-topic":
	default:
		return fmt.Errorf("no strength %q", cells[0])
	}
	f := Fact{Strength: cells[0]}
	for m := range strings.SplitSeq(cells[1], ", ") {
		s, rest, err := sentence(m, at)
		if err != nil || rest != "" {
			return fmt.Errorf("no sentence %q", m)
		}
		f.Sentences = append(f.Sentences, s)
	}
	e.Facts = append(e.Facts, f)
	return nil
}

func (e *Event) difference(line string, at map[string]int) error {
	cells := strings.Split(line, "\t")
	if len(cells) != 5 {
		return fmt.Errorf("want five cells, got %d", len(cells))
	}
	d := Difference{Kind: cells[0], Severity: cells[1], Judgement: cells[2], What: cells[4]}
	switch d.Judgement {
	case "genuine", "compatible", "debatable":
	default:
		return fmt.Errorf("no judgement %q", d.Judgement)
	}
	for text := range strings.SplitSeq(cells[3], ", ") {
		m, err := member(text, at)
		if err != nil {
			return err
		}
		d.Members = append(d.Members, m)
	}
	e.Differences = append(e.Differences, d)
	return nil
}

// member reads "A 0 12-17 @1".
func member(text string, at map[string]int) (Member, error) {
	s, rest, err := sentence(text, at)
	words, side, _ := strings.Cut(rest, " @")
	m := Member{Sentence: s, Side: side}
	if err == nil {
		m.Start, m.End, err = span(words)
	}
	if err != nil || side == "" {
		return m, fmt.Errorf("no words %q", text)
	}
	return m, nil
}

// span reads "12-17", bytes of which there is one at least.
func span(text string) (start, end int, err error) {
	from, to, _ := strings.Cut(text, "-")
	if start, err = strconv.Atoi(from); err == nil {
		end, err = strconv.Atoi(to)
	}
	if err != nil || start < 0 || end <= start {
		return 0, 0, fmt.Errorf("no words %q", text)
	}
	return start, end, nil
}

// sentence reads "A 0" and returns what follows.
func sentence(text string, at map[string]int) (s Sentence, rest string, err error) {
	letter, rest, _ := strings.Cut(text, " ")
	number, rest, _ := strings.Cut(rest, " ")
	doc, ok := at[letter]
	n, err := strconv.Atoi(number)
	if !ok || err != nil || n < 0 {
		return s, rest, fmt.Errorf("no sentence %q", text)
	}
	return Sentence{doc, n}, rest, nil
}
