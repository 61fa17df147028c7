package ecbplus

import (
	"embed"
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"
)

//go:embed pairs
var pairFiles embed.FS

// Pair is words of two reports of one event that may or may not disagree, with what a
// reader of all reports says of them. What was put before the readers was chosen by
// program: figures or times of one kind that are unlike, in sentences that have something
// in common; names without a partner in corresponding places of corresponding sentences;
// claims of one predicate that the two put as differently real, or that one denies.
type Pair struct {
	Event   string
	Unread  bool   // of an event that is kept from those who write rules
	Sort    string // figure, time, name, claim
	A, B    Place
	Verdict string // differ: of one thing, and they disagree; agree: of one thing, and they do not; apart: of two things
}

// Place is words of a report.
type Place struct {
	Document   string
	N          int // the number that ECB+ gives the sentence
	Start, End int // bytes of the sentence
}

// Pairs reads the pairs, in order of the files and of their lines.
func Pairs() ([]Pair, error) {
	var out []Pair
	for _, folder := range [...]string{"read", "unread"} {
		data, err := pairFiles.ReadFile("pairs/" + folder + ".tsv")
		if err != nil {
			return nil, err
		}
		n := 0
		for line := range strings.Lines(string(data)) {
			n++
			if strings.HasPrefix(line, "#") {
				continue
			}
			p, err := parsePair(strings.TrimSuffix(line, "\n"))
			if err != nil {
				return nil, fmt.Errorf("%s.tsv: line %d: %w", folder, n, err)
			}
			p.Unread = folder == "unread"
			out = append(out, p)
		}
	}
	return out, nil
}

func parsePair(line string) (Pair, error) {
	cells := strings.Split(line, "\t")
	if len(cells) != 5 {
		return Pair{}, fmt.Errorf("want five cells, got %d", len(cells))
	}
	p := Pair{Event: cells[0], Sort: cells[1], Verdict: cells[4]}
	var err error
	if p.A, err = parsePlace(cells[2]); err != nil {
		return p, err
	}
	if p.B, err = parsePlace(cells[3]); err != nil {
		return p, err
	}
	switch p.Sort {
	case "figure", "time", "name", "claim":
	default:
		return p, fmt.Errorf("no sort %q", p.Sort)
	}
	switch p.Verdict {
	case "differ", "agree", "apart":
	default:
		return p, fmt.Errorf("no verdict %q", p.Verdict)
	}
	return p, nil
}

// parsePlace reads "1_10ecb 4 12-17".
func parsePlace(text string) (p Place, err error) {
	f := strings.Fields(text)
	if len(f) != 3 {
		return p, fmt.Errorf("no place %q", text)
	}
	p.Document = f[0]
	if p.N, err = strconv.Atoi(f[1]); err != nil {
		return p, err
	}
	p.Start, p.End, err = span(f[2])
	return p, err
}

// ByEvent iterates over the pairs event by event.
func ByEvent(pairs []Pair) iter.Seq[[]Pair] {
	return func(yield func([]Pair) bool) {
		for len(pairs) > 0 {
			n := slices.IndexFunc(pairs, func(p Pair) bool { return p.Event != pairs[0].Event })
			if n < 0 {
				n = len(pairs)
			}
			if !yield(pairs[:n]) {
				return
			}
			pairs = pairs[n:]
		}
	}
}

// Starts is where the sentences of reports begin in their texts, in bytes, by report and
// by number.
type Starts map[string]map[int]int

// Span returns the bytes of a place in the text of its report.
func (s Starts) Span(p Place) (start, end int, err error) {
	at, ok := s[p.Document][p.N]
	if !ok {
		return 0, 0, fmt.Errorf("no sentence %d of %s", p.N, p.Document)
	}
	return at + p.Start, at + p.End, nil
}
