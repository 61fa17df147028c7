package ingest

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// TOML is read here as far as front matter needs it: lines "key = value" above
// the first table, where the value is a string, a date or a word on that line, or
// a list of strings. A reader of all TOML would be one more module for the sake
// of four keys. What the report says of itself and cannot be read so is an
// error; other keys are passed over, whatever their values.
var (
	tomlLine  = regexp.MustCompile(`^[ \t]*([A-Za-z0-9_-]+|"[^"]*"|'[^']*')[ \t]*=[ \t]*(.*)$`)
	tomlTable = regexp.MustCompile(`^[ \t]*\[\[?[^\],=]+\]\]?[ \t]*(?:#.*)?$`)
)

func (d *document) tomlMatter(name, matter string) error {
	keys, lines := map[string]any{}, map[string]int{}
	at := func(kind error, k, hint, msg string) error {
		return &Error{Kind: kind, Path: name, Line: lines[k], Column: 1, Msg: msg, Hint: hint}
	}
	number, open := 1, "" // of the line in the file; the quotes of a string that goes on
	for line := range strings.Lines(matter) {
		number++
		line = strings.TrimRight(line, "\n")
		if open != "" {
			if strings.Contains(line, open) {
				open = ""
			}
			continue
		}
		if tomlTable.MatchString(line) {
			break // what follows are keys of the table
		}
		m := tomlLine.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		k, rest := strings.Trim(m[1], `"'`), m[2]
		for _, quotes := range []string{`"""`, `'''`} {
			if tail, ok := strings.CutPrefix(rest, quotes); ok && !strings.Contains(tail, quotes) {
				open = quotes
			}
		}
		if !isSaid(k) {
			continue
		}
		if _, ok := lines[k]; ok {
			lines[k] = number
			return at(ErrManifest, k, "give each key once", strconv.Quote(k)+" is given twice")
		}
		lines[k] = number
		v, err := tomlValue(rest)
		if err != nil {
			return at(ErrManifest, k, "write it on one line, as in "+k+` = "…"`, k+": "+err.Error())
		}
		keys[k] = v
	}
	if k := d.describe(keys); k != "" {
		return at(ErrDate, k, badDateHint, fmt.Sprintf(badDate, scalar(keys[k])))
	}
	return nil
}

func isSaid(key string) bool {
	for _, k := range said {
		if slices.Contains(k.keys, key) {
			return true
		}
	}
	return false
}

// tomlValue reads a value that fills the rest of a line, but for a comment.
func tomlValue(s string) (any, error) {
	if list, ok := strings.CutPrefix(s, "["); ok {
		return tomlList(list)
	}
	v, rest, err := tomlScalar(s, "#")
	if err != nil {
		return nil, err
	}
	return v, atEnd(rest)
}

// tomlList reads the strings of a list, after its bracket.
func tomlList(s string) (any, error) {
	var list []any
	for {
		s = strings.TrimLeft(s, " \t,")
		if rest, ok := strings.CutPrefix(s, "]"); ok {
			return list, atEnd(rest)
		}
		v, rest, err := tomlScalar(s, ",]#")
		if err != nil {
			return nil, err
		}
		list, s = append(list, v), rest
	}
}

// tomlScalar reads the string, date, number or truth value at the beginning of s,
// which without quotes ends before one of the marks.
func tomlScalar(s, marks string) (v, rest string, err error) {
	switch {
	case strings.HasPrefix(s, `"""`), strings.HasPrefix(s, `'''`):
		return "", "", errors.New("a text over several lines is not read here")
	case strings.HasPrefix(s, `"`):
		quoted, err := strconv.QuotedPrefix(s)
		if err != nil {
			return "", "", errors.New("a text whose quotation marks or escapes are wrong")
		}
		v, _ = strconv.Unquote(quoted) // QuotedPrefix has looked at it
		return v, s[len(quoted):], nil
	case strings.HasPrefix(s, "'"):
		v, rest, ok := strings.Cut(s[1:], "'")
		if !ok {
			return "", "", errors.New("a text without its second quotation mark")
		}
		return v, rest, nil
	}
	end := len(s)
	if i := strings.IndexAny(s, marks); i >= 0 {
		end = i
	}
	v = strings.TrimSpace(s[:end])
	if v == "" || strings.ContainsAny(v, "[]{}\"'") {
		return "", "", errors.New("a value that is not read here")
	}
	return v, s[end:], nil
}

// atEnd refuses what stands after a value, but for a comment.
func atEnd(rest string) error {
	if rest = strings.TrimSpace(rest); rest != "" && rest[0] != '#' {
		return errors.New("more than one value")
	}
	return nil
}
