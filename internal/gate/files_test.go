package gate

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

func put(t *testing.T, name, data string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(data), 0o644); err != nil {
		t.Fatal(err)
	}
}

func get(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestWriteFile(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "отчёт.html")
	if err := WriteBytes(name, []byte("one")); err != nil || get(t, name) != "one" {
		t.Fatal(err)
	}
	if err := os.Chmod(name, 0o600); err != nil {
		t.Fatal(err)
	}
	boom := errors.New("boom")
	err := WriteFile(name, func(w io.Writer) error {
		fmt.Fprint(w, strings.Repeat("half", 10000))
		return boom
	})
	if !errors.Is(err, boom) || get(t, name) != "one" {
		t.Errorf("after an error: %v, %q", err, get(t, name))
	}
	link := filepath.Join(dir, "link")
	if err := os.Symlink(name, link); err != nil {
		t.Skip("no symbolic links here")
	}
	if err := WriteBytes(link, []byte("two")); err != nil || get(t, name) != "two" {
		t.Errorf("through a link: %v, %q", err, get(t, name))
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Error("the link became a file")
	}
	if info, err := os.Stat(name); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("permissions became %v", info.Mode())
	}
	if err := WriteBytes(filepath.Join(dir, "none", "x"), nil); err == nil {
		t.Error("written into a folder that is not there")
	}
	if err := WriteBytes(os.DevNull, []byte("x")); err != nil {
		t.Errorf("a device: %v", err)
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 2 {
		t.Errorf("left behind: %v", entries)
	}
}

func TestSince(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed")
	}
	dir := t.TempDir()
	repo := filepath.Join(dir, "repo")
	run := func(args ...string) {
		t.Helper()
		cmd := exec.Command("git", append([]string{"-C", repo, "-c", "user.name=x", "-c", "user.email=x@example.org"}, args...)...)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("git %v: %v\n%s", args, err, out)
		}
	}
	for _, f := range []string{"a/a.txt", "b/б “x”.txt", "c/c.txt", "d/d.txt", ".gitignore"} {
		put(t, filepath.Join(repo, f), f)
	}
	put(t, filepath.Join(repo, ".gitignore"), "*.log\n")
	run("init", "-q")
	run("add", ".")
	run("commit", "-q", "-m", "one")
	run("tag", "one")
	put(t, filepath.Join(repo, "b/б “x”.txt"), "changed and committed")
	run("commit", "-q", "-am", "two")
	put(t, filepath.Join(repo, "c/new.txt"), "untracked")
	put(t, filepath.Join(repo, "a/x.log"), "ignored")
	if err := os.Remove(filepath.Join(repo, "d/d.txt")); err != nil {
		t.Fatal(err)
	}
	// A program that the repository's own settings name must not run.
	run("config", "diff.external", "false")
	run("config", "core.fsmonitor", "false")

	t.Chdir(repo)
	c, err := Since(context.Background(), "a/a.txt", "one")
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		path string
		want bool
	}{
		{"a", false}, {"a/a.txt", false}, {"b", true}, {"b/б “x”.txt", true}, {"./b/../b", true}, {"c", true}, {"c/c.txt", false}, {"d", true}, {"d/d.txt", true}, {".", true},
		{filepath.Join(repo, "b"), true}, {"..", true}, {"nowhere", false},
	} {
		if got := c.Touch(tt.path); got != tt.want {
			t.Errorf("Touch(%s) = %v", tt.path, got)
		}
	}
	if c.Len() != 3 {
		t.Errorf("%d files changed", c.Len())
	}
	if c, err := Since(context.Background(), ".", "one...HEAD"); err != nil || !c.Touch("b") {
		t.Errorf("a range: %v", err)
	}
	for _, tt := range []struct{ dir, rev, want string }{
		{".", "none", "knows no revision none"},
		{".", "--output=x", "is not a revision"},
		{".", " ", "is not a revision"},
		{dir, "one", "is not in a git repository"},
	} {
		if _, err := Since(context.Background(), tt.dir, tt.rev); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s %s: got %v", tt.dir, tt.rev, err)
		}
	}
	t.Setenv("PATH", dir)
	if _, err := Since(context.Background(), ".", "one"); err == nil || err.Error() != "--since needs git, which is not installed" {
		t.Errorf("without git: got %v", err)
	}
}

func TestCache(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "cache")
	c, err := OpenCache(dir, 4000)
	if err != nil {
		t.Fatal(err)
	}
	if Key([]byte("ab"), []byte("c")) == Key([]byte("a"), []byte("bc")) {
		t.Error("where a part ends does not matter")
	}
	key := Key([]byte("Женева"))
	if _, ok := c.Get(key); ok {
		t.Error("found before it was put")
	}
	if err := c.Put(key, []byte("result")); err != nil {
		t.Fatal(err)
	}
	if got, ok := c.Get(key); !ok || string(got) != "result" {
		t.Errorf("got %q, %v", got, ok)
	}
	// Another run sees it.
	other, err := OpenCache(dir, 4000)
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := other.Get(key); !ok {
		t.Error("another run does not see it")
	}
	info, err := os.Stat(c.name(key))
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("permissions %v, %v", info.Mode(), err)
	}
	// A broken entry is a miss, and so is one under another's name.
	put(t, c.name(key), "broken")
	if _, ok := c.Get(key); ok {
		t.Error("a broken entry was taken")
	}
	other2 := Key([]byte("other"))
	put(t, c.name(other2), string(seal(key, []byte("x"))))
	if _, ok := c.Get(other2); ok {
		t.Error("the entry of another key was taken")
	}
	for _, bad := range []string{"", "x", "../../../../etc/passwd", strings.Repeat("g", 64)} {
		if _, ok := c.Get(bad); ok || c.Put(bad, nil) == nil {
			t.Errorf("the key %q was taken", bad)
		}
	}
	// It is bounded, and what was used last stays.
	for i := range 20 {
		if err := c.Put(Key([]byte{byte(i)}), make([]byte, 400)); err != nil {
			t.Fatal(err)
		}
		old := time.Now().Add(time.Duration(i-100) * time.Minute)
		if err := os.Chtimes(c.name(Key([]byte{byte(i)})), old, old); err != nil && !errors.Is(err, os.ErrNotExist) {
			t.Fatal(err)
		}
	}
	var size int64
	err = filepath.WalkDir(dir, func(name string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			info, err := d.Info()
			size += info.Size()
			return err
		}
		return err
	})
	if err != nil || size > 4000 {
		t.Errorf("%d bytes, %v", size, err)
	}
	if _, ok := c.Get(Key([]byte{19})); !ok {
		t.Error("the last is gone")
	}
	if _, ok := c.Get(Key([]byte{0})); ok {
		t.Error("the first is still there")
	}
	if h, err := BinaryHash(); err != nil || len(h) != 32 {
		t.Errorf("hash of the program: %v", err)
	}
}

// TestCacheTogether has several runs use one cache, with the detector of races.
func TestCacheTogether(t *testing.T) {
	dir := t.TempDir()
	var wg sync.WaitGroup
	for range 4 {
		c, err := OpenCache(dir, 20_000)
		if err != nil {
			t.Fatal(err)
		}
		for range 2 {
			wg.Go(func() {
				for i := range 60 {
					key := Key([]byte{byte(i % 20)})
					want := strings.Repeat(string(rune('a'+i%20)), 1000)
					if got, ok := c.Get(key); ok && string(got) != want {
						t.Errorf("read %.10q for %.10q", got, want)
					}
					if err := c.Put(key, []byte(want)); err != nil {
						t.Error(err)
					}
				}
			})
		}
	}
	wg.Wait()
}
