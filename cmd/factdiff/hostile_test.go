package main

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

const fire = "Police said %d people were hurt when a fire broke out in a hotel near the main station of Rome on Monday evening."

// TestHostileFiles gives the program files that were made to do harm. None may
// crash it, hang it, or be taken for what it is not.
func TestHostileFiles(t *testing.T) {
	t.Parallel()
	var archive bytes.Buffer
	z := zip.NewWriter(&archive)
	w, err := z.Create("../../etc/passwd.txt")
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprint(w, "root")
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	good := fmt.Sprintf(fire, 12)
	page := func(body string) string {
		return "<!doctype html><html><head><title>Fire in Rome</title></head><body><article><p>" + body + "</p></article></body></html>"
	}
	for _, tt := range []struct {
		name, file, content string
		status              int
		stdout, stderr      string // must be in it
		never               string // must not be in it
	}{
		{"a zip by the name of a text", "a.txt", archive.String(), 2, "", "this is a ZIP", "root"},
		{"invalid UTF-8", "a.txt", "\xef\xbb\xbf" + good + " \xff\xfe", 2, "", "is not UTF-8", ""},
		{"NUL bytes", "a.txt", good + "\x00\x00", 2, "", "not a text but binary data", ""},
		{"entities that expand", "a.html", `<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c SYSTEM "file:///etc/passwd">]>` + page(fmt.Sprintf(fire, 14)+"</p><p>&b;&c;"), 1, "14", "", "root:"},
		{"scripts", "a.html", page(fmt.Sprintf(fire, 14) + `</p><script>alert("stolen")</script><img src=x onerror="alert('stolen')">`), 1, "14", "", "stolen"},
		{"elements a thousand deep", "a.html", page(strings.Repeat("<div>", 5000) + fmt.Sprintf(fire, 14)), 1, "14", "", ""},
		{"terminal codes", "a.txt", fmt.Sprintf(fire, 14) + "\n\x1b]0;owned\x07\x1b[2J", 1, "14", "", "\x1b"},
		{"a template's words", "a.txt", fmt.Sprintf(fire, 14) + "\n{{.Version}} %s %d ${HOME} $(id)", 1, "14", "", "uid="},
		{"text that turns round", "a.txt", fmt.Sprintf(fire, 14) + "\n\u202egnp.exe", 1, "14", "", "\u202e"},
		{"one word of a megabyte", "a.txt", fmt.Sprintf(fire, 14) + "\n" + strings.Repeat("x", 1<<20), 1, "14", "", ""},
		{"marks only", "a.txt", strings.Repeat("…?!“”", 10_000), 0, "", "", ""},
		{"figures without a stop", "a.txt", good + "\n" + strings.Repeat("12 ", 100_000), 0, "", "", "root"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			other := filepath.Join(dir, "b.txt")
			write(t, other, good)
			name := filepath.Join(dir, tt.file)
			write(t, name, tt.content)
			start := time.Now()
			status, stdout, stderr := program(t, "", "check", name, other)
			if d := time.Since(start); d > 20*time.Second {
				t.Errorf("took %v", d)
			}
			if status != tt.status || !strings.Contains(stdout, tt.stdout) || !strings.Contains(stderr, tt.stderr) {
				t.Errorf("status %d, want %d\nstdout %.2000s\nstderr %.2000s", status, tt.status, stdout, stderr)
			}
			if tt.never != "" && strings.Contains(stdout+stderr, tt.never) {
				t.Errorf("%q is in the output:\n%s%s", tt.never, stdout, stderr)
			}
		})
	}
}

// TestManyLines compares two files of 50,000 lines, far below the bound on the
// size of a file: a table of all their pairs would take 60 GB.
func TestManyLines(t *testing.T) {
	t.Parallel()
	n := 50_000
	if testing.Short() {
		n = 5_000
	}
	var lines strings.Builder
	for i := range n {
		fmt.Fprintf(&lines, "Line %d ends.\n", i)
	}
	dir := t.TempDir()
	a, b := filepath.Join(dir, "a.txt"), filepath.Join(dir, "b.txt")
	write(t, a, lines.String())
	write(t, b, lines.String())
	start := time.Now()
	status, stdout, stderr := program(t, "", "check", a, b)
	if want := fmt.Sprintf("2 reports, %d,000 groups", n/1000); status != 0 || !strings.Contains(stdout, want) {
		t.Errorf("status %d, want 0 and %q\nstdout %.2000s\nstderr %.2000s", status, want, stdout, stderr)
	}
	if d := time.Since(start); d > time.Minute {
		t.Errorf("took %v", d)
	}
}

// TestPathsOut holds a manifest and a folder to what lies in them.
func TestPathsOut(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write(t, filepath.Join(dir, "secret.txt"), "The secret.")
	event := filepath.Join(dir, "event")
	write(t, filepath.Join(event, "a.txt"), "One.")
	if err := os.Symlink(filepath.Join(dir, "secret.txt"), filepath.Join(event, "link.txt")); err != nil {
		t.Skip("no links here:", err)
	}
	for _, file := range []string{"../secret.txt", "a/../../secret.txt", filepath.Join(dir, "secret.txt"), `..\secret.txt`, "link.txt"} {
		write(t, filepath.Join(event, "event.yaml"), "reports:\n  - file: a.txt\n  - file: '"+file+"'\n")
		status, stdout, stderr := program(t, "", "check", event)
		if status != 2 || !strings.Contains(stderr, "event.yaml:3:") || strings.Contains(stdout+stderr, "The secret") {
			t.Errorf("%s: status %d\n%s%s", file, status, stdout, stderr)
		}
	}
	if err := os.Remove(filepath.Join(event, "event.yaml")); err != nil {
		t.Fatal(err)
	}
	if status, stdout, stderr := program(t, "", "check", event); status != 2 || strings.Contains(stdout+stderr, "The secret") {
		t.Errorf("a link in a folder: status %d\n%s%s", status, stdout, stderr)
	}
}

// TestLongLine gives batch a line of 100 MB: it is refused without being kept,
// and the lines after it are done.
func TestLongLine(t *testing.T) {
	t.Parallel()
	event := func(id string) string {
		return `{"id":"` + id + `","witnesses":[{"id":"A","text":"` + fmt.Sprintf(fire, 12) + `"},{"id":"B","text":"` + fmt.Sprintf(fire, 14) + `"}]}` + "\n"
	}
	long := `{"id":"long","witnesses":[{"id":"A","text":"` + strings.Repeat("x", 100<<20) + `"}]}` + "\n"
	status, stdout, stderr := program(t, event("one")+long+event("two"), "batch")
	if status != 2 || stderr != "" {
		t.Fatalf("status %d, %s", status, stderr)
	}
	var ids []string
	for line := range strings.Lines(stdout) {
		var r struct {
			ID, Error string
			Findings  []any
		}
		if err := json.Unmarshal([]byte(line), &r); err != nil {
			t.Fatal(err)
		}
		ids = append(ids, fmt.Sprintf("%s %d %s", r.ID, len(r.Findings), r.Error))
	}
	want := "one 1 |long 0 line 2: the line is longer than 64MiB; raise --max-line if it is one event|two 1 "
	if got := strings.Join(ids, "|"); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func write(t *testing.T, name, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}
