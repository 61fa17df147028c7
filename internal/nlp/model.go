package nlp

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"

	"github.com/factdiff/factdiff/internal/nlp/bundle"
	"github.com/factdiff/factdiff/internal/nlp/lemma"
	"github.com/factdiff/factdiff/internal/nlp/parser"
	"github.com/factdiff/factdiff/internal/nlp/perceptron"
	"github.com/factdiff/factdiff/internal/nlp/surface"
	"github.com/factdiff/factdiff/internal/nlp/tagger"
)

// The models are built by
//
//	go run ./internal/nlp/train ../shared/ud /usr/share/wordnet
//
// and models/CHECKSUMS says from what. They are two files because most programs
// never vote, and expanding costs time and memory.

//go:embed models/greedy.model
var greedyModel []byte

//go:embed models/vote.model
var voteModel []byte

// greedy is the expanded greedy model.
type greedy struct {
	tagger   *tagger.Tagger
	tagNames []string // both tags as one string, which lemma rules go by
	lemmas   *lemma.Rules
	labels   *parser.Labels
	tags     *parser.Tags
	ltr      *parser.Parser
	conf     calibration
}

func decodeGreedy(file []byte) (*greedy, error) {
	parts, err := bundle.Decode(file)
	if err != nil {
		return nil, err
	}
	m := &greedy{}
	tags, err := tagger.DecodeTags(parts["tags"])
	if err != nil {
		return nil, err
	}
	lexicon, err := tagger.DecodeLexicon(parts["lexicon"])
	if err != nil {
		return nil, err
	}
	for _, t := range tags {
		m.tagNames = append(m.tagNames, t.String())
	}
	if m.lemmas, err = lemma.Decode(parts["lemmas"]); err != nil {
		return nil, err
	}
	if m.lemmas.Known, err = surface.DecodeSet(parts["lemma-words"]); err != nil {
		return nil, err
	}
	weights, err := table(parts, "tagger", len(tags))
	if err != nil {
		return nil, err
	}
	dictionary, err := surface.DictionaryFromColumns(columns(parts, "dictionary", surface.DictionaryColumns))
	if err != nil {
		return nil, err
	}
	m.tagger = &tagger.Tagger{Tags: tags, Dictionary: dictionary, Lexicon: lexicon, Scorer: weights}
	if m.labels, err = parser.NewLabels(strings.Fields(string(parts["labels"]))); err != nil {
		return nil, err
	}
	m.tags = parser.NewTags(len(tags), func(i int) (string, string) { return tags[i].UPOS, tags[i].XPOS })
	ltr, err := table(parts, "ltr", m.labels.Sections()...)
	if err != nil {
		return nil, err
	}
	m.ltr = &parser.Parser{Labels: m.labels, Scorer: ltr}
	m.conf, err = decodeCalibration(parts["confidence"])
	return m, err
}

// vote is what voting needs beyond greedy.
type vote struct {
	panel parser.Panel
	conf  calibration
}

func decodeVote(file []byte, ltr *parser.Parser) (*vote, error) {
	parts, err := bundle.Decode(file)
	if err != nil {
		return nil, err
	}
	beam, err := table(parts, "beam", ltr.Labels.Sections()...)
	if err != nil {
		return nil, err
	}
	rtl, err := table(parts, "rtl", ltr.Labels.Sections()...)
	if err != nil {
		return nil, err
	}
	m := &vote{panel: parser.Panel{
		LTR:  ltr,
		Beam: &parser.Parser{Labels: ltr.Labels, Scorer: beam},
		RTL:  &parser.Parser{Labels: ltr.Labels, Scorer: rtl},
	}}
	m.conf, err = decodeCalibration(parts["confidence"])
	return m, err
}

// table takes the columns of a perceptron of these sections from parts.
func table(parts map[string][]byte, name string, sections ...int) (*perceptron.Table, error) {
	t, err := perceptron.FromColumns(columns(parts, name, perceptron.Columns), sections...)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return t, nil
}

// columns takes n numbered parts.
func columns(parts map[string][]byte, name string, n int) [][]byte {
	c := make([][]byte, n)
	for i := range c {
		c[i] = parts[name+"."+strconv.Itoa(i)]
	}
	return c
}

// A calibration maps evidence for an arc to how often such arcs were right on
// text that was not trained on: a step function, bounds ascending.
type calibration struct {
	bounds []int32
	conf   []float32
}

// of returns the confidence of the last step that starts at or below x.
func (c *calibration) of(x int32) float32 {
	lo, hi := 0, len(c.bounds)
	for lo < hi {
		mid := (lo + hi) / 2
		if c.bounds[mid] <= x {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return c.conf[max(lo-1, 0)]
}

// decodeCalibration reads lines of a bound and a confidence in thousandths.
func decodeCalibration(data []byte) (calibration, error) {
	var c calibration
	for line := range strings.Lines(string(data)) {
		var bound int32
		var permille int
		if _, err := fmt.Sscan(line, &bound, &permille); err != nil {
			return c, fmt.Errorf("nlp: corrupt calibration: %w", err)
		}
		c.bounds, c.conf = append(c.bounds, bound), append(c.conf, float32(permille)/1000)
	}
	if len(c.bounds) == 0 {
		return c, fmt.Errorf("nlp: empty calibration")
	}
	return c, nil
}
