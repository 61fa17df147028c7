package ecbplus

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// Document is a report of ECB+ as the labelled sets have it: who wants to use the
// labels needs it.
type Document struct {
	Doc       string // its name: "1_10ecb"
	Topic     int
	Subtopic  string // the event that it tells of: "1_ecb"
	Sentences []struct {
		N         int // the number that ECB+ gives it
		Text      string
		Validated bool     // somebody checked which events it mentions
		Events    []string // those
	}
}

// Documents reads the reports from the folder of the labelled sets, in the order of the
// file. Errors give the line.
func Documents(dir string) ([]Document, error) {
	name := filepath.Join(dir, "ecbplus", "docs.jsonl")
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	var out []Document
	in := bufio.NewScanner(bytes.NewReader(data))
	in.Buffer(nil, 1<<24)
	for in.Scan() {
		var d Document
		if err := json.Unmarshal(in.Bytes(), &d); err != nil {
			return nil, fmt.Errorf("%s: line %d: %w", name, len(out)+1, err)
		}
		out = append(out, d)
	}
	return out, in.Err()
}

// Text returns the report, a line a sentence, and where each sentence begins in it, in
// bytes, by its number.
func (d *Document) Text() (text string, starts map[int]int) {
	var b strings.Builder
	starts = map[int]int{}
	for i, s := range d.Sentences {
		if i > 0 {
			b.WriteByte('\n')
		}
		starts[s.N] = b.Len()
		b.WriteString(s.Text)
	}
	return b.String(), starts
}
