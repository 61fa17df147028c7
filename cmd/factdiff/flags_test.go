package main

import (
	"bufio"
	"io"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/factdiff/factdiff/internal/gate"
	"github.com/factdiff/factdiff/internal/lexicon"
)

func TestSize(t *testing.T) {
	for _, tt := range []struct {
		text string
		want size
		out  string
	}{
		{"16MiB", 16 << 20, "16MiB"},
		{"16m", 16 << 20, "16MiB"},
		{"1 GiB", 1 << 30, "1GiB"},
		{"500KiB", 500 << 10, "500KiB"},
		{"1000000", 1000000, "1000000B"},
		{"12B", 12, "12B"},
		{"", 0, ""}, {"0", 0, ""}, {"-1", 0, ""}, {"MiB", 0, ""}, {"9999999999GiB", 0, ""}, {"1.5MiB", 0, ""},
	} {
		var s size
		err := s.Set(tt.text)
		if (err == nil) != (tt.want > 0) || s != tt.want {
			t.Errorf("%q: %d, %v", tt.text, s, err)
		}
		if err == nil && s.String() != tt.out {
			t.Errorf("%q is written as %q", tt.text, s.String())
		}
	}
}

// TestFlagExamples holds every flag of every command to an example in its help.
func TestFlagExamples(t *testing.T) {
	var walk func(c *cobra.Command)
	walk = func(c *cobra.Command) {
		c.LocalFlags().VisitAll(func(f *pflag.Flag) {
			if f.Name != "help" && !strings.Contains(f.Usage, "--"+f.Name) {
				t.Errorf("%s --%s has no example: %s", c.CommandPath(), f.Name, f.Usage)
			}
		})
		if c.Runnable() && c.Example == "" {
			t.Errorf("%s has no example", c.CommandPath())
		}
		for _, sub := range c.Commands() {
			walk(sub)
		}
	}
	walk((&app{}).root())
}

func TestPeekID(t *testing.T) {
	for _, tt := range []struct{ head, want string }{
		{`{"id":"a","witnesses":[{"id":"b","te`, "a"},
		{`{"aligned":true,"n":1,"id":"a","wi`, "a"},
		{`{"x":"id","id":"a"`, "a"},
		{`{"x":null,"id":"a"`, "a"},
		{`{"witnesses":[{"id":"b"}],"id":"a"`, ""},
		{`["id","a"`, ""},
		{`{"id":12,"x"`, ""},
		{`{"i`, ""},
		{``, ""},
	} {
		if got := peekID([]byte(tt.head)); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.head, got, tt.want)
		}
	}
}

func TestReadLine(t *testing.T) {
	in := bufio.NewReaderSize(strings.NewReader("one\n\n"+strings.Repeat("x", 100)+"\r\n"+strings.Repeat("y", 101)+"\nlast"), 16)
	for _, want := range []struct {
		n    int
		long bool
	}{{3, false}, {0, false}, {101, false}, {-1, true}, {4, false}} {
		text, long, err := readLine(in, 100)
		if err != nil || long != want.long || !long && len(text) != want.n {
			t.Errorf("%q %v %v, want %v", text, long, err, want)
		}
	}
	if _, _, err := readLine(in, 100); err != io.EOF {
		t.Errorf("%v at the end", err)
	}
}

func TestTerms(t *testing.T) {
	data := terms([]gate.Term{{Term: "Lviv", Same: []string{"Lvov", "Lemberg; city"}}, {Term: "blaze", Same: []string{"inferno"}}})
	want := "[spelling]\nlviv\tlvov;lemberg  city\n[synonym]\nn\tblaze\tinferno\nv\tblaze\tinferno\na\tblaze\tinferno\n"
	if string(data) != want {
		t.Errorf("got\n%s\nwant\n%s", data, want)
	}
	if _, err := lexicon.Default().Extend("terms", data); err != nil {
		t.Error(err)
	}
}

func TestUnlike(t *testing.T) {
	printed := []string{"a", "b", "c", "d"}
	for _, tt := range []struct {
		shown string
		want  int
	}{
		{"a b c d", -1}, {"a … d", -1}, {"… c", -1}, {"a …", -1}, {"", -1}, {"a b… … …d", -1}, {"a b…c", 1},
		{"b", 0}, {"a c", 1}, {"… e", 1}, {"a b c d e", 4},
	} {
		if got := unlike(printed, strings.Fields(tt.shown)); got != tt.want {
			t.Errorf("%q: %d, want %d", tt.shown, got, tt.want)
		}
	}
}
