package gate

import (
	"path/filepath"
	"strings"
	"testing"
)

const written = `# Our exceptions. Ж
version: 1
suppressions:
  # the first, of Monday
  - fingerprint: v1:aaaaaaaaaaaa  # looked at twice
    reason: false positive
    comment: >
      of two lines:

      "Женева"
    author: А. Б.
    date: 2022-01-10

  # the second
  - reason: won't fix
    # a comment within
    fingerprint: v1:bbbbbbbbbbbb
    author: c
    date: 2022-01-11
    expires: 2022-02-01

# the end
`

func parse(t *testing.T, s string) *Suppressions {
	t.Helper()
	out, err := ParseSuppressions("i.yaml", []byte(s))
	if err != nil {
		t.Fatalf("%v\n%s", err, s)
	}
	return out
}

func TestDismissAndUndo(t *testing.T) {
	entry := Suppression{Fingerprint: "v1:cccccccccccc", Reason: "same meaning", Comment: "yes: \"#1\" –\nreally", Author: "Ж", Date: "2022-01-12", Finding: "A says 'x'"}
	for _, tt := range []struct{ name, file string }{
		{"a file with comments", written},
		{"no file", ""},
		{"a file of comments", "# only this"},
		{"an empty list", "version: 1\nsuppressions: [] # none\n"},
		{"no list", "version: 1\nsuppressions:\n"},
		{"no line end", strings.TrimSuffix(strings.TrimSuffix(written, "\n# the end\n"), "\n")},
		{"no indent", "suppressions:\n- fingerprint: v1:aaaaaaaaaaaa\n  reason: fixed\n  author: x\n  date: 2022-01-10\n# end\n"},
		{"a dash of its own", "suppressions:\n  -\n    fingerprint: v1:aaaaaaaaaaaa\n    reason: fixed\n    author: x\n    date: 2022-01-10\n"},
		{"the list first", "suppressions:\n- fingerprint: v1:aaaaaaaaaaaa\n  reason: fixed\n  author: x\n  date: 2022-01-10\nversion: 1\n"},
	} {
		before := parse(t, tt.file)
		after, err := before.Dismiss(entry)
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		got := after.find(entry.Fingerprint)
		if got == nil || got.Comment != "yes: \"#1\" – really" || got.Finding != entry.Finding || got.Author != "Ж" || len(after.Entries) != len(before.Entries)+1 {
			t.Errorf("%s: %+v in\n%s", tt.name, got, after.Bytes())
		}
		for line := range strings.Lines(tt.file) {
			if line = strings.TrimRight(line, "\n"); !strings.Contains(string(after.Bytes()), line) && !strings.Contains(line, "[]") {
				t.Errorf("%s: the line %q is gone from\n%s", tt.name, line, after.Bytes())
			}
		}
		undone, err := after.Undo(entry.Fingerprint)
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if strings.Contains(tt.name, "comments") && tt.file == written && string(undone.Bytes()) != tt.file {
			t.Errorf("%s: undone gives\n%s", tt.name, undone.Bytes())
		}
		if len(undone.Entries) != len(before.Entries) {
			t.Errorf("%s: undone has %d entries", tt.name, len(undone.Entries))
		}
		// Again with another reason: it takes the place of the first.
		entry2 := entry
		entry2.Reason = "fixed"
		twice, err := after.Dismiss(entry2)
		if err != nil || len(twice.Entries) != len(after.Entries) || twice.find(entry.Fingerprint).Reason != "fixed" {
			t.Errorf("%s: dismissed again: %v", tt.name, err)
		}
	}
}

func TestUndoKeepsComments(t *testing.T) {
	s, err := parse(t, written).Undo("v1:aaaaaaaaaaaa")
	if err != nil {
		t.Fatal(err)
	}
	want := `# Our exceptions. Ж
version: 1
suppressions:
  # the first, of Monday

  # the second
  - reason: won't fix
    # a comment within
    fingerprint: v1:bbbbbbbbbbbb
    author: c
    date: 2022-01-11
    expires: 2022-02-01

# the end
`
	if string(s.Bytes()) != want {
		t.Errorf("got\n%s", s.Bytes())
	}
	if s, err = s.Undo("v1:bbbbbbbbbbbb"); err != nil || len(s.Entries) != 0 || !strings.Contains(string(s.Bytes()), "# the end") {
		t.Errorf("got %v\n%s", err, s.Bytes())
	}
	if _, err := s.Undo("v1:bbbbbbbbbbbb"); err == nil {
		t.Error("undone twice")
	}
	if _, err := parse(t, "suppressions: [{fingerprint: v1:aaaaaaaaaaaa, reason: fixed, author: x, date: 2022-01-10}]\n").Undo("v1:aaaaaaaaaaaa"); err == nil || !strings.Contains(err.Error(), "not edited here") {
		t.Errorf("a list on one line: %v", err)
	}
}

func TestSuppressionErrors(t *testing.T) {
	entry := func(s string) string {
		return "suppressions:\n- fingerprint: v1:aaaaaaaaaaaa\n  reason: fixed\n  author: Ж\n  date: 2022-01-10\n" + s
	}
	tests := []struct{ in, want string }{
		{"supressions: []\n", `i.yaml:1:1: unknown key "supressions"; did you mean "suppressions"?`},
		{"version: 2\n", `i.yaml:1:10: unknown version 2`},
		{"suppressions:\n- fingerprint: abc\n", `i.yaml:2:16: "abc" is not a fingerprint`},
		{"suppressions:\n- fingerprint: v1:aaaaaaaaaaaa\n", `i.yaml:2:14: no reason is given; want false positive`},
		{strings.Replace(entry(""), "fixed", "because", 1), `i.yaml:3:11: unknown reason "because"`},
		{strings.Replace(entry(""), "author: Ж", "author: ''", 1), `i.yaml:4:11: no author`},
		{strings.Replace(entry(""), "2022-01-10", "today", 1), `i.yaml:5:9: "today" is not a date`},
		{entry("  expires: 1.2.2022\n"), `i.yaml:6:12: "1.2.2022" is not a date`},
		{entry("- fingerprint: v1:aaaaaaaaaaaa\n"), `i.yaml:6:16: v1:aaaaaaaaaaaa is dismissed twice`},
	}
	for _, tt := range tests {
		_, err := ParseSuppressions("i.yaml", []byte(tt.in))
		if err == nil || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("%q: got %v, want %s", tt.in, err, tt.want)
		}
	}
	if _, err := parse(t, "").Dismiss(Suppression{Fingerprint: "v1:aaaaaaaaaaaa", Reason: "fixed", Date: "2022-01-10"}); err == nil {
		t.Error("dismissed by nobody")
	}
	if s, err := LoadSuppressions(filepath.Join(t.TempDir(), "none")); err != nil || len(s.Entries) != 0 {
		t.Errorf("no file: %v", err)
	}
}

func TestParseReason(t *testing.T) {
	for in, want := range map[string]string{
		"false-positive": "false positive", "FALSE": "false positive", "wont-fix": "won't fix", "won’t fix": "won't fix",
		"sources": "sources truly differ", "other_time_or_scope": "other time or scope", " fixed ": "fixed",
	} {
		if got, err := ParseReason(in); got != want || err != nil {
			t.Errorf("ParseReason(%q) = %q, %v", in, got, err)
		}
	}
	for _, in := range []string{"", "because", "f"} {
		if got, err := ParseReason(in); err == nil {
			t.Errorf("ParseReason(%q) = %q", in, got)
		}
	}
}

func FuzzSuppressions(f *testing.F) {
	f.Add(written)
	f.Add("suppressions: []\n")
	f.Add("suppressions:\n-\n  fingerprint: v1:aaaaaaaaaaaa\n  reason: fixed\n  author: x\n  date: 2022-01-10\n")
	f.Fuzz(func(t *testing.T, in string) {
		s, err := ParseSuppressions("i", []byte(in))
		if err != nil {
			return
		}
		e := Suppression{Fingerprint: "v9:cccccccccccc", Reason: "fixed", Author: "x", Date: "2022-01-10"}
		if s.find(e.Fingerprint) != nil {
			return
		}
		after, err := s.Dismiss(e)
		if err != nil {
			return // refused, and nothing is written
		}
		if len(after.Entries) != len(s.Entries)+1 || after.find(e.Fingerprint) == nil {
			t.Fatalf("%q became %q", in, after.Bytes())
		}
		if undone, err := after.Undo(e.Fingerprint); err == nil && len(undone.Entries) != len(s.Entries) {
			t.Fatalf("%q became %q and %q", in, after.Bytes(), undone.Bytes())
		}
	})
}
