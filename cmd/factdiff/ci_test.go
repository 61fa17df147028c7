package main

import (
	"bytes"
	"debug/elf"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
)

// TestAction runs the scripts of the GitHub action on a repository made for it,
// as far as they can run here: all but the upload.
func TestAction(t *testing.T) {
	t.Parallel()
	if _, err := exec.LookPath("bash"); err != nil {
		t.Skip("bash is not installed")
	}
	var action struct {
		Inputs map[string]struct{ Default string }
		Runs   struct {
			Steps []struct {
				Name, Run, Uses string
				Env             map[string]string
			}
		}
	}
	readYAML(t, "action.yml", &action)
	dir := t.TempDir()
	temp := filepath.Join(dir, "temp")
	source, err := filepath.Abs(root)
	if err != nil {
		t.Fatal(err)
	}
	event := filepath.Join(dir, "work", "events", "fire")
	write(t, filepath.Join(event, "event.yaml"), "reports:\n  - file: a.txt\n  - file: b.txt\n")
	write(t, filepath.Join(event, "a.txt"), fmt.Sprintf(fire, 12)+" $(touch owned)")
	write(t, filepath.Join(event, "b.txt"), fmt.Sprintf(fire, 14)+" $(touch owned)")
	write(t, filepath.Join(temp, "summary.md"), "Before.\n")
	path := filepath.Join(temp, "path")
	write(t, path, "")
	output := filepath.Join(temp, "output")

	step := func(name string, set map[string]string) (status int, out string) {
		t.Helper()
		for _, s := range action.Runs.Steps {
			if s.Name != name {
				continue
			}
			cmd := exec.Command("bash", "-c", s.Run)
			cmd.Dir = filepath.Join(dir, "work")
			added, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			cmd.Env = append(os.Environ(), "GITHUB_ACTION_PATH="+source, "GITHUB_PATH="+path, "GITHUB_OUTPUT="+output,
				"GITHUB_STEP_SUMMARY="+filepath.Join(temp, "summary.md"), "RUNNER_TEMP="+temp,
				"PATH="+strings.TrimSpace(string(added))+string(os.PathListSeparator)+os.Getenv("PATH"))
			for name, value := range s.Env {
				cmd.Env = append(cmd.Env, name+"="+expand(t, value, source, set, func(input string) string { return action.Inputs[input].Default }))
			}
			var both bytes.Buffer
			cmd.Stdout, cmd.Stderr = &both, &both
			err = cmd.Run()
			var exit *exec.ExitError
			if err != nil && !errors.As(err, &exit) {
				t.Fatal(err)
			}
			return cmd.ProcessState.ExitCode(), both.String()
		}
		t.Fatalf("action.yml has no step %q", name)
		return 0, ""
	}
	if status, out := step("Install factdiff", nil); status != 0 {
		t.Fatalf("install: %d\n%s", status, out)
	}
	status, out := step("Check", map[string]string{"paths": "events/"})
	if status != 1 || !strings.Contains(out, "::error file=events/fire/") {
		t.Errorf("check: status %d\n%s", status, out)
	}
	for name, want := range map[string]string{
		filepath.Join(dir, "work", "factdiff.sarif"): `"2.1.0"`, filepath.Join(temp, "summary.md"): "quantity", output: "status=1\n",
	} {
		if data, err := os.ReadFile(name); err != nil || !strings.Contains(string(data), want) {
			t.Errorf("%s: %v, want %q in it:\n%.500s", name, err, want, data)
		}
	}
	if data, _ := os.ReadFile(filepath.Join(temp, "summary.md")); !strings.HasPrefix(string(data), "Before.\n") {
		t.Error("the summary of another step is gone")
	}
	if status, out := step("Check", map[string]string{"paths": "events/", "fail-on": "never", "redact": "true"}); status != 0 || strings.Contains(out, "hotel") {
		t.Errorf("never, redacted: status %d\n%s", status, out)
	}
	// What is known does not fail; what has not changed is not looked at.
	if status, _, stderr := program(t, "", "baseline", "update", filepath.Join(dir, "work", "events"), "--baseline", filepath.Join(dir, "work", "known.json")); status != 0 {
		t.Fatalf("baseline: status %d, %s", status, stderr)
	}
	if status, out := step("Check", map[string]string{"paths": "events/", "baseline": "known.json", "sarif": "other.sarif"}); status != 0 || strings.Contains(out, "::error") {
		t.Errorf("with a baseline: status %d\n%s", status, out)
	}
	if _, err := os.Stat(filepath.Join(dir, "work", "other.sarif")); err != nil {
		t.Error(err)
	}
	if _, err := exec.LookPath("git"); err == nil {
		repository(t, filepath.Join(dir, "work"))
		if status, out := step("Check", map[string]string{"paths": "events/", "since": "HEAD"}); status != 0 || !strings.Contains(out, "no event has changed since HEAD") {
			t.Errorf("since: status %d\n%s", status, out)
		}
	}
	if status, out := step("Check", map[string]string{"paths": "gone; touch owned"}); status != 2 {
		t.Errorf("no such path: status %d\n%s", status, out)
	}
	if _, err := os.Stat(filepath.Join(dir, "work", "owned")); err == nil {
		t.Error("an input or a report became a command")
	}
}

// TestActionInputs holds action.yml to reading every input that it declares,
// and to declaring every one that it reads.
func TestActionInputs(t *testing.T) {
	t.Parallel()
	for _, file := range []struct{ name, used string }{
		{"action.yml", `\binputs\.([a-z-]+)`}, {"templates/factdiff.yml", `\$\[\[ inputs\.([a-z-]+) \]\]`},
	} {
		data, err := os.ReadFile(filepath.Join(root, file.name))
		if err != nil {
			t.Fatal(err)
		}
		head, _, _ := strings.Cut(string(data), "\n---\n")
		var declared struct {
			Inputs map[string]any
			Spec   struct{ Inputs map[string]any }
		}
		if err := yaml.Unmarshal([]byte(head), &declared); err != nil {
			t.Fatalf("%s: %v", file.name, err)
		}
		inputs := declared.Inputs
		if inputs == nil {
			inputs = declared.Spec.Inputs
		}
		used := map[string]bool{}
		for _, m := range regexp.MustCompile(file.used).FindAllStringSubmatch(string(data), -1) {
			used[m[1]] = true
			if _, ok := inputs[m[1]]; !ok {
				t.Errorf("%s reads the input %s, which it does not declare", file.name, m[1])
			}
		}
		for name := range inputs {
			if !used[name] {
				t.Errorf("%s declares the input %s and does not read it", file.name, name)
			}
		}
	}
}

// TestContainerfile builds the program as the Containerfile does: a static file
// that needs nothing from the image that it is put into, as that is empty.
func TestContainerfile(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("it compiles everything anew")
	}
	if runtime.GOOS != "linux" {
		t.Skip("the image is for Linux")
	}
	data, err := os.ReadFile(filepath.Join(root, "Containerfile"))
	if err != nil {
		t.Fatal(err)
	}
	m := regexp.MustCompile(`(?m)^RUN (CGO_ENABLED=0 go build .*) -o /factdiff (\./cmd/factdiff)$`).FindStringSubmatch(string(data))
	if m == nil {
		t.Fatal("the Containerfile has no line that builds the program")
	}
	bin := filepath.Join(t.TempDir(), "factdiff")
	cmd := exec.Command("sh", "-c", m[1]+` -o "$BIN" `+m[2])
	cmd.Dir, cmd.Env = root, append(os.Environ(), "VERSION=v9.8.7", "BIN="+bin)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	f, err := elf.Open(bin)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for _, p := range f.Progs {
		if p.Type == elf.PT_INTERP || p.Type == elf.PT_DYNAMIC {
			t.Errorf("the program is not static: it has a segment %v", p.Type)
		}
	}
	cmd = exec.Command(bin, "check", "--seeds", "--fail-on", "never")
	cmd.Dir, cmd.Env = t.TempDir(), []string{}
	if out, err := cmd.CombinedOutput(); err != nil || !bytes.Contains(out, []byte("Geneva")) {
		t.Errorf("without any environment: %v\n%s", err, out)
	}
	if out, err := exec.Command(bin, "version").Output(); err != nil || !bytes.HasPrefix(out, []byte("factdiff v9.8.7,")) {
		t.Errorf("%v, version %q", err, out)
	}
	for _, copied := range regexp.MustCompile(`(?m)^COPY (?:--from=build /src/)?([A-Z]\S*|go\.\S+) `).FindAllStringSubmatch(string(data), -1) {
		if _, err := os.Stat(filepath.Join(root, copied[1])); err != nil {
			t.Error(err)
		}
	}
}

// expand replaces the two expressions that action.yml uses.
func expand(t *testing.T, value, source string, set map[string]string, byDefault func(string) string) string {
	t.Helper()
	expr, ok := strings.CutPrefix(value, "${{ ")
	if !ok {
		return value
	}
	expr = strings.TrimSuffix(expr, " }}")
	if expr == "github.action_path" {
		return source
	}
	input, ok := strings.CutPrefix(expr, "inputs.")
	if !ok {
		t.Fatalf("action.yml has the expression %q", value)
	}
	if v, ok := set[input]; ok {
		return v
	}
	return byDefault(input)
}

func readYAML(t *testing.T, name string, v any) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(root, name))
	if err != nil {
		t.Fatal(err)
	}
	if err := yaml.Unmarshal(data, v); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

// TestHook runs the entry of the pre-commit hook: only events with changed
// files are looked at.
func TestHook(t *testing.T) {
	t.Parallel()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed")
	}
	var hooks []struct{ ID, Entry, Language string }
	readYAML(t, ".pre-commit-hooks.yaml", &hooks)
	if len(hooks) != 1 || hooks[0].ID != "factdiff" || hooks[0].Language != "golang" {
		t.Fatalf("%+v", hooks)
	}
	dir := t.TempDir()
	write(t, filepath.Join(dir, "events", "fire", "event.yaml"), "reports:\n  - file: a.txt\n  - file: b.txt\n")
	write(t, filepath.Join(dir, "events", "fire", "a.txt"), fmt.Sprintf(fire, 12))
	write(t, filepath.Join(dir, "events", "fire", "b.txt"), fmt.Sprintf(fire, 12))
	repository(t, dir)
	args := append(strings.Fields(hooks[0].Entry)[1:], filepath.Join(dir, "events"))
	if status, _, stderr := program(t, "", args...); status != 0 || !strings.Contains(stderr, "no event has changed since HEAD") {
		t.Errorf("nothing changed: status %d, %s", status, stderr)
	}
	write(t, filepath.Join(dir, "events", "fire", "b.txt"), fmt.Sprintf(fire, 14))
	if status, stdout, stderr := program(t, "", args...); status != 1 {
		t.Errorf("a wrong figure: status %d\n%s%s", status, stdout, stderr)
	}
}

// repository makes a folder a git repository with one commit.
func repository(t *testing.T, dir string) {
	t.Helper()
	for _, args := range [][]string{{"init", "-q"}, {"add", "."}, {"commit", "-q", "-m", "one"}} {
		cmd := exec.Command("git", append([]string{"-C", dir, "-c", "user.name=Desk", "-c", "user.email=desk@example.org"}, args...)...)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("git %v: %v\n%s", args, err, out)
		}
	}
}

// TestComponent runs the script of the GitLab component.
func TestComponent(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile(filepath.Join(root, "templates", "factdiff.yml"))
	if err != nil {
		t.Fatal(err)
	}
	_, job, ok := strings.Cut(string(data), "\n---\n")
	if !ok {
		t.Fatal("the component has no header")
	}
	var jobs map[string]struct {
		Script    []string
		Artifacts struct {
			Reports map[string]string
		}
	}
	if err := yaml.Unmarshal([]byte(job), &jobs); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	write(t, filepath.Join(dir, "a.txt"), fmt.Sprintf(fire, 12))
	write(t, filepath.Join(dir, "b.txt"), fmt.Sprintf(fire, 14))
	cmd := exec.Command("sh", "-c", strings.Join(jobs["factdiff"].Script, "\n"))
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "REPORT_PATHS=a.txt b.txt", "FACTDIFF_FAIL_ON=major")
	out, err := cmd.CombinedOutput()
	if cmd.ProcessState.ExitCode() != 1 {
		t.Errorf("%v, want status 1\n%s", err, out)
	}
	for _, name := range jobs["factdiff"].Artifacts.Reports {
		if info, err := os.Stat(filepath.Join(dir, name)); err != nil || info.Size() == 0 {
			t.Errorf("%s: %v", name, err)
		}
	}
}
