package seeds

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
)

type manifest struct {
	ID      string `yaml:"id"`
	Title   string `yaml:"title"`
	Reports []struct {
		File       string `yaml:"file"`
		Siglum     string `yaml:"siglum"`
		Outlet     string `yaml:"outlet"`
		Published  string `yaml:"published"`
		SourceLang string `yaml:"source_lang"`
	} `yaml:"reports"`
}

// load returns the manifest and the reports by siglum.
func load(t *testing.T) (manifest, map[string]string) {
	t.Helper()
	data, err := FS.ReadFile("event.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var m manifest
	if err := yaml.UnmarshalWithOptions(data, &m, yaml.Strict()); err != nil {
		t.Fatalf("event.yaml: %s", yaml.FormatError(err, false, true))
	}
	texts := make(map[string]string)
	for _, r := range m.Reports {
		text, err := FS.ReadFile(r.File)
		if err != nil {
			t.Fatal(err)
		}
		if _, ok := texts[r.Siglum]; ok {
			t.Fatalf("event.yaml: siglum %s stands twice", r.Siglum)
		}
		texts[r.Siglum] = string(text)
	}
	return m, texts
}

func TestManifest(t *testing.T) {
	m, texts := load(t)
	if m.ID != "geneva-2022-01-10" || m.Title == "" {
		t.Errorf("id %q, title %q", m.ID, m.Title)
	}
	var listed []string
	for i, r := range m.Reports {
		listed = append(listed, r.File)
		if want := string(rune('A' + i)); r.Siglum != want {
			t.Errorf("%s: siglum %q, want %q", r.File, r.Siglum, want)
		}
		if _, err := time.Parse(time.DateOnly, r.Published); err != nil {
			t.Errorf("%s: published: %v", r.File, err)
		}
		if r.Outlet == "" || len(r.SourceLang) != 2 {
			t.Errorf("%s: outlet %q, source_lang %q", r.File, r.Outlet, r.SourceLang)
		}
		text := texts[r.Siglum]
		if n := len(strings.Fields(text)); n < 250 || n > 700 {
			t.Errorf("%s: %d words, want 250 to 700", r.File, n)
		}
		if !utf8.ValidString(text) || strings.Contains(text, "\r") || !strings.HasSuffix(text, "\n") {
			t.Errorf("%s: want valid UTF-8, LF line ends and a last line that ends", r.File)
		}
	}
	files, err := fs.Glob(FS, "*.txt")
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(listed)
	if !slices.Equal(listed, files) {
		t.Errorf("event.yaml lists %v, the folder has %v", listed, files)
	}
}

// TestSlips holds slips.tsv to the reports. Tests elsewhere find spans by
// these words, so each must stand once, and no row may be there twice.
func TestSlips(t *testing.T) {
	_, texts := load(t)
	data, err := os.ReadFile("slips.tsv")
	if err != nil {
		t.Fatal(err)
	}
	paired := strings.Fields("actor polarity duration role place quote event date list same-quantity same-date same-name same-quote")
	single := strings.Fields("gender residue boilerplate punctuation grammar truncation calque sense spelling title")
	seen := make(map[string]bool)
	kinds := make(map[string]bool)
	for i, line := range strings.Split(strings.TrimSuffix(string(data), "\n"), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		row := strings.Split(line, "\t")
		ok := len(row) == 5 && slices.Contains(paired, row[0]) || len(row) == 3 && slices.Contains(single, row[0])
		if !ok {
			t.Errorf("slips.tsv:%d: kind %q with %d fields", i+1, row[0], len(row))
			continue
		}
		if seen[line] {
			t.Errorf("slips.tsv:%d: the row stands twice", i+1)
		}
		seen[line] = true
		kinds[row[0]] = true
		for j := 1; j < len(row); j += 2 {
			if n := strings.Count(texts[row[j]], row[j+1]); row[j+1] == "" || n != 1 {
				t.Errorf("slips.tsv:%d: %q stands %d times in %s, want once", i+1, row[j+1], n, row[j])
			}
		}
	}
	for _, k := range append(paired, single...) {
		if !kinds[k] {
			t.Errorf("slips.tsv: no row of kind %s", k)
		}
	}
}

// TestReadme checks the words that README.md quotes after a siglum.
func TestReadme(t *testing.T) {
	_, texts := load(t)
	data, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	quoted := regexp.MustCompile("\\b([A-Z]) `([^`]+)`").FindAllStringSubmatch(string(data), -1)
	if len(quoted) < 50 {
		t.Errorf("README.md: %d quoted readings, want 50 or more", len(quoted))
	}
	for _, q := range quoted {
		if !strings.Contains(texts[q[1]], q[2]) {
			t.Errorf("README.md: %q is not in %s", q[2], q[1])
		}
	}
}

// words splits at everything but letters, digits and marks, the strictest
// reading of "word": a hyphen, an apostrophe or a quotation mark put in the
// middle of a borrowed run does not hide it, nor does the end of a sentence.
func words(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	})
}

// longestShared returns the longest run of words that stands in both a and b.
func longestShared(a, b []string) []string {
	var best []string
	prev := make([]int, len(b)+1) // prev[j]: length of the run that ends at the last word of a and at b[j-1]
	for i := range a {
		cur := make([]int, len(b)+1)
		for j := range b {
			if a[i] == b[j] {
				cur[j+1] = prev[j] + 1
				if n := cur[j+1]; n > len(best) {
					best = a[i+1-n : i+1]
				}
			}
		}
		prev = cur
	}
	return best
}

func TestLongestShared(t *testing.T) {
	for _, c := range []struct{ a, b, want string }{
		{"", "one", ""},
		{"one two", "three", ""},
		{"x One-two, three y", "“one two” three z", "one two three"},
		{"a b a b c", "b a b c a", "b a b c"},
	} {
		if got := strings.Join(longestShared(words(c.a), words(c.b)), " "); got != c.want {
			t.Errorf("longestShared(%q, %q) = %q, want %q", c.a, c.b, got, c.want)
		}
	}
}

// TestOwnWords compares the reports with those that they retell, where these
// are at hand: no run of eight words may be shared.
func TestOwnWords(t *testing.T) {
	originals, err := filepath.Glob(filepath.Join("..", "..", "shared", "seeds", "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if len(originals) == 0 {
		t.Skip("the originals are not part of the repository and are not beside this checkout")
	}
	m, texts := load(t)
	for _, name := range originals {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		original := words(string(data))
		for _, r := range m.Reports {
			if run := longestShared(words(texts[r.Siglum]), original); len(run) >= 8 {
				t.Errorf("%s shares %d words with %s: %q", r.File, len(run), filepath.Base(name), strings.Join(run, " "))
			}
		}
	}
}
