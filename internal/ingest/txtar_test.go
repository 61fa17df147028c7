package ingest_test

import (
	"fmt"
	"strings"
)

// archive is a text archive: a comment, and files each under a line
// "-- name --".
type archive struct {
	comment string
	files   []file
}

type file struct{ name, data string }

func parseArchive(s string) (a archive) {
	for line := range strings.Lines(s) {
		name, isName := strings.CutPrefix(strings.TrimRight(line, "\n"), "-- ")
		name, closed := strings.CutSuffix(name, " --")
		switch {
		case isName && closed:
			a.files = append(a.files, file{name: name})
		case len(a.files) == 0:
			a.comment += line
		default:
			a.files[len(a.files)-1].data += line
		}
	}
	return a
}

func (a archive) String() string {
	var b strings.Builder
	b.WriteString(a.comment)
	for _, f := range a.files {
		fmt.Fprintf(&b, "-- %s --\n%s", f.name, f.data)
	}
	return b.String()
}
