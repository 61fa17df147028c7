package ingest

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxSiglum is the length in characters up to which a file's name is taken as
// its siglum: a siglum stands in the head of a column and in every line that
// cites the report.
const maxSiglum = 16

// sigla gives each report that has none a siglum made of its file's name, and
// refuses two of one.
//
// The name stands as it is where it is short. Otherwise the parts that all
// reports share go ("geneva-talks-bbc" and "geneva-talks-tass" are bbc and
// tass), and as many parts from the front are kept as fit. Reports of one
// name in several folders are called after the folders. What is still the
// same gets a number; in order of path, so that the order of naming files
// does not show.
func (r *reading) sigla() error {
	taken := map[string]*report{}
	var open []*report
	for _, rep := range r.reports {
		if !rep.given {
			open = append(open, rep)
			continue
		}
		if other, ok := taken[rep.siglum]; ok {
			return &Error{Kind: ErrDuplicate, Path: rep.path, Msg: fmt.Sprintf("the siglum %q is already that of %s", rep.siglum, other.path), Hint: "give each report its own"}
		}
		taken[rep.siglum] = rep
	}
	slices.SortStableFunc(open, func(a, b *report) int { return strings.Compare(a.path, b.path) })
	for i, name := range shorten(names(open)) {
		siglum := name
		for n := 2; taken[siglum] != nil; n++ {
			siglum = fmt.Sprintf("%s-%d", name, n)
		}
		open[i].siglum = siglum
		taken[siglum] = open[i]
	}
	return nil
}

// names returns what each report is called after: its file, or its folder
// where files of several folders have one name.
func names(reps []*report) []string {
	out := make([]string, len(reps))
	count := map[string]int{}
	for i, rep := range reps {
		out[i] = stem(rep.path)
		count[out[i]]++
	}
	for i, rep := range reps {
		if folder := path.Base(path.Dir(rep.path)); count[out[i]] > 1 && folder != "." && folder != "/" && folder != ".." {
			if len(count) > 1 {
				folder += "-" + out[i]
			}
			out[i] = clean(folder)
		}
	}
	return out
}

// stem returns the name of a file without its extension.
func stem(p string) string {
	if p == "-" {
		return "stdin"
	}
	base := path.Base(p)
	return clean(strings.TrimSuffix(base, path.Ext(base)))
}

// clean makes a name that can stand in a command line and a table.
func clean(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r), unicode.IsControl(r), strings.ContainsRune(`"'=,:;|\/`, r):
			return '-'
		}
		return r
	}, s)
	if s = strings.Trim(s, "-"); s == "" {
		return "report"
	}
	return s
}

func shorten(names []string) []string {
	if !slices.ContainsFunc(names, long) {
		return names
	}
	parts := make([][]string, len(names))
	for i, n := range names {
		parts[i] = strings.FieldsFunc(n, separator)
		if len(parts[i]) == 0 {
			parts[i] = []string{n}
		}
	}
	for len(names) > 1 && shared(parts, func(p []string) string { return p[0] }) {
		for i := range parts {
			parts[i] = parts[i][1:]
		}
	}
	for len(names) > 1 && shared(parts, func(p []string) string { return p[len(p)-1] }) {
		for i := range parts {
			parts[i] = parts[i][:len(parts[i])-1]
		}
	}
	out := make([]string, len(names))
	for i, p := range parts {
		out[i] = cut(p[0])
		for _, next := range p[1:] {
			if longer := out[i] + "-" + next; !long(longer) {
				out[i] = longer
				continue
			}
			break
		}
	}
	return out
}

func separator(r rune) bool { return r == '-' || r == '_' || r == '.' || r == ' ' }

func long(s string) bool { return utf8.RuneCountInString(s) > maxSiglum }

// shared reports whether the parts that get takes are one, and none is its
// name's last.
func shared(parts [][]string, get func([]string) string) bool {
	for _, p := range parts {
		if len(p) < 2 || get(p) != get(parts[0]) {
			return false
		}
	}
	return true
}

func cut(s string) string {
	n := 0
	for i := range s {
		if n == maxSiglum {
			return s[:i]
		}
		n++
	}
	return s
}
