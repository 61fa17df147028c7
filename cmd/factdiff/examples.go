package main

import (
	"fmt"
	"io"
	"strings"

	"golang.org/x/tools/txtar"

	"github.com/factdiff/factdiff/compare"
)

// example is one case of a check's examples.txtar.
type example struct {
	name, about string
	reports     []txtar.File // named by siglum
	terms       []string     // the desk's termbase, where the example has one
	want        []string     // the findings; none for a right example
}

// examplesOf reads the examples of a check as package checktest does: a file
// is name/part, it ends at its first blank line, and what follows introduces
// the next case.
func examplesOf(c *compare.Check) []*example {
	ar := txtar.Parse([]byte(c.Examples))
	var out []*example
	about := string(ar.Comment)
	for _, f := range ar.Files {
		name, part, _ := strings.Cut(f.Name, "/")
		body, comment, _ := strings.Cut(string(f.Data), "\n\n")
		if len(out) == 0 || out[len(out)-1].name != name {
			out = append(out, &example{name: name, about: strings.Join(strings.Fields(about), " ")})
			about = ""
		}
		x := out[len(out)-1]
		switch part {
		case "want":
			x.want = strings.Split(strings.TrimSpace(body), "\n")
		case "event":
		case "terms":
			x.terms = strings.Split(strings.TrimSpace(body), "\n")
		default:
			x.reports = append(x.reports, txtar.File{Name: part, Data: []byte(strings.TrimSpace(body))})
		}
		if s := strings.TrimSpace(comment); s != "" {
			about = s
		}
	}
	return out
}

// heading says whether the example is a wrong one, and what it is about.
func (x *example) heading() string {
	kind := "Not reported"
	if strings.HasPrefix(x.name, "wrong") {
		kind = "Reported"
	}
	if x.about == "" {
		return kind + ":"
	}
	return kind + ". " + x.about
}

// write writes the reports and the findings; fold breaks a text into lines.
func (x *example) write(w io.Writer, fold func(string) []string) {
	for _, l := range x.terms {
		fmt.Fprintf(w, "#   %s\n", l)
	}
	for _, f := range x.reports {
		lead := f.Name
		for _, l := range strings.Split(string(f.Data), "\n") {
			for _, part := range fold(l) {
				fmt.Fprintf(w, "%-3s %s\n", lead, part)
				lead = ""
			}
		}
	}
	for _, s := range x.want {
		fmt.Fprintf(w, "=   %s\n", s)
	}
}
