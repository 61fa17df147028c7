package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// root is the module's folder, as seen from this package.
const root = "../.."

// block is a block of shell in a page of documentation whose first line is a
// command after "$ ", with the output that is shown under it.
type block struct {
	file    string
	line    int
	command string
	shown   []string
}

// blocks returns the commands of a page.
func blocks(t *testing.T, file string) []block {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(root, file))
	if err != nil {
		t.Fatal(err)
	}
	var out []block
	lines := strings.Split(string(data), "\n")
	for i := 0; i < len(lines); i++ {
		if lines[i] != "```sh" || i+1 == len(lines) || !strings.HasPrefix(lines[i+1], "$ ") {
			continue
		}
		b := block{file: file, line: i + 2, command: strings.TrimPrefix(lines[i+1], "$ ")}
		for i += 2; i < len(lines) && lines[i] != "```"; i++ {
			b.shown = append(b.shown, lines[i])
		}
		out = append(out, b)
	}
	return out
}

// TestDocumentation runs every command that the pages show with a "$" before
// it, and compares what it prints with what is shown. "…" stands for any words
// of a line, and alone for any number of lines.
func TestDocumentation(t *testing.T) {
	t.Parallel()
	n := 0
	for _, file := range []string{"README.md", "docs/CONTRIBUTING.md", "docs/architecture.md", "docs/ci.md"} {
		for _, b := range blocks(t, file) {
			n++
			t.Run(fmt.Sprintf("%s:%d", b.file, b.line), func(t *testing.T) {
				if strings.HasPrefix(b.command, "go test") {
					t.Skip("it is this very run")
				}
				cmd := exec.Command("sh", "-c", b.command)
				cmd.Dir = root
				cmd.Env = append(os.Environ(), "NO_COLOR=1") // TestMain has put factdiff into PATH
				out, err := cmd.Output()
				if exit, ok := err.(*exec.ExitError); err != nil && (!ok || exit.ExitCode() > 1) {
					t.Fatalf("$ %s\n%v\n%s", b.command, err, exit.Stderr)
				}
				if at := unlike(strings.Split(strings.TrimRight(string(out), "\n"), "\n"), b.shown); at >= 0 {
					t.Errorf("$ %s\nline %d is shown and not printed there:\n%s\n\nit prints\n%s", b.command, b.line+1+at, b.shown[at], out)
				}
			})
		}
	}
	if n < 3 {
		t.Errorf("%d commands found: the test looks at nothing", n)
	}
}

// unlike returns the index of the first line that is shown and not printed in
// its place, or -1.
func unlike(printed, shown []string) int {
	i, gap := 0, false
	for k, want := range shown {
		if want == "…" {
			gap = true
			continue
		}
		form := regexp.MustCompile("^" + strings.ReplaceAll(regexp.QuoteMeta(want), "…", ".*") + "$")
		for gap && i < len(printed) && !form.MatchString(printed[i]) {
			i++
		}
		if i == len(printed) || !form.MatchString(printed[i]) {
			return k
		}
		i, gap = i+1, false
	}
	return -1
}

var link = regexp.MustCompile(`\]\(([^)#:]+)(#[^)]*)?\)`)

// TestLinks follows every link from one page to another.
func TestLinks(t *testing.T) {
	t.Parallel()
	pages, err := filepath.Glob(filepath.Join(root, "docs", "*.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, page := range append(pages, filepath.Join(root, "README.md"), filepath.Join(root, "CHANGELOG.md")) {
		data, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range link.FindAllStringSubmatch(string(data), -1) {
			if _, err := os.Stat(filepath.Join(filepath.Dir(page), m[1])); err != nil {
				t.Errorf("%s links to %s, which is not there", page, m[1])
			}
		}
	}
}

// TestChecksPage holds docs/checks.md to the checks. UPDATE=1 writes it anew.
func TestChecksPage(t *testing.T) {
	t.Parallel()
	status, want, stderr := program(t, "", "checks", "--markdown")
	if status != 0 {
		t.Fatal(stderr)
	}
	page := filepath.Join(root, "docs", "checks.md")
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(page, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Errorf("%s is not what the checks say; make it anew: go run ./cmd/factdiff checks --markdown > docs/checks.md", page)
	}
}
