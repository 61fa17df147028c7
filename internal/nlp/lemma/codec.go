package lemma

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Encode writes rules as text: a line for every rule (bytes to strip, "keep" or
// "lower", what to append), an empty line, and a line for every ending with the
// number of its rule. An ending holds its tag.
func (r *Rules) Encode() []byte {
	var b strings.Builder
	for _, rule := range r.Rules {
		fold := "lower"
		if rule.Keep {
			fold = "keep"
		}
		fmt.Fprintf(&b, "%d %s %s\n", rule.Strip, fold, rule.Add)
	}
	b.WriteByte('\n')
	for _, k := range slices.Sorted(maps.Keys(r.Ending)) {
		fmt.Fprintf(&b, "%s %d\n", k, r.Ending[k])
	}
	return []byte(b.String())
}

var errCorrupt = errors.New("lemma: corrupt rules")

// Decode is the inverse of Encode.
func Decode(data []byte) (*Rules, error) {
	rules, endings, ok := strings.Cut(string(data), "\n\n")
	if !ok {
		return nil, errCorrupt
	}
	r := &Rules{Ending: make(map[string]uint16, strings.Count(endings, "\n"))}
	for line := range strings.SplitSeq(rules, "\n") {
		strip, rest, _ := strings.Cut(line, " ")
		fold, add, ok := strings.Cut(rest, " ")
		n, err := strconv.ParseUint(strip, 10, 8)
		if err != nil || !ok {
			return nil, errCorrupt
		}
		r.Rules = append(r.Rules, Rule{Strip: uint8(n), Keep: fold == "keep", Add: add})
	}
	for line := range strings.Lines(endings) {
		line = strings.TrimSuffix(line, "\n")
		i := strings.LastIndexByte(line, ' ')
		id, err := strconv.ParseUint(line[i+1:], 10, 16)
		if i < 0 || err != nil || id == 0 || int(id) > len(r.Rules) {
			return nil, errCorrupt
		}
		r.Ending[line[:i]] = uint16(id)
	}
	return r, nil
}
