package gate

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// Changes are the files of a repository that differ from a revision.
type Changes struct {
	files   map[string]bool // absolute, links resolved
	folders map[string]bool // every folder above one of them
}

// Since lists what has changed in the repository around dir since a revision:
// files that differ from it in the working tree, committed or not, deleted and
// untracked ones among them. rev may be anything that git diff takes,
// "main...HEAD" included.
//
// It calls git, and tells it to run no program that the repository's own
// configuration names.
func Since(ctx context.Context, dir, rev string) (*Changes, error) {
	if strings.HasPrefix(rev, "-") || strings.TrimSpace(rev) == "" {
		return nil, fmt.Errorf("--since: %q is not a revision", rev)
	}
	if info, err := os.Stat(dir); err == nil && !info.IsDir() {
		dir = filepath.Dir(dir)
	}
	root, err := git(ctx, dir, "rev-parse", "--show-toplevel")
	if err != nil {
		return nil, err
	}
	top := strings.TrimRight(string(root), "\r\n")
	changed, err := git(ctx, top, "diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--no-textconv", rev, "--")
	if err != nil {
		return nil, err
	}
	untracked, err := git(ctx, top, "ls-files", "--others", "--exclude-standard", "-z")
	if err != nil {
		return nil, err
	}
	c := &Changes{files: map[string]bool{}, folders: map[string]bool{}}
	for name := range bytes.SplitSeq(append(changed, untracked...), []byte{0}) {
		if len(name) == 0 {
			continue
		}
		file := real(filepath.Join(top, filepath.FromSlash(string(name))))
		c.files[file] = true
		for d := filepath.Dir(file); !c.folders[d]; d = filepath.Dir(d) {
			c.folders[d] = true
		}
	}
	return c, nil
}

// Touch reports whether one of the paths is a file that has changed or a
// folder that one has changed in. Paths are as the user gave them.
func (c *Changes) Touch(paths ...string) bool {
	for _, p := range paths {
		if p = real(p); c.files[p] || c.folders[p] {
			return true
		}
	}
	return false
}

// Len returns the number of files that changed.
func (c *Changes) Len() int { return len(c.files) }

// real returns the absolute path of a file without links, as far as it exists:
// a file that was deleted has its folder's.
func real(p string) string {
	abs, err := filepath.Abs(p)
	if err != nil {
		return filepath.Clean(p)
	}
	if r, err := filepath.EvalSymlinks(abs); err == nil {
		return r
	}
	if dir := filepath.Dir(abs); dir != abs {
		return filepath.Join(real(dir), filepath.Base(abs))
	}
	return abs
}

// git runs git in a folder and returns what it prints.
func git(ctx context.Context, dir string, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, "git", append([]string{"-C", dir, "-c", "core.fsmonitor=false", "-c", "core.quotePath=false"}, args...)...)
	cmd.Env = append(os.Environ(), "GIT_OPTIONAL_LOCKS=0", "LC_ALL=C")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	switch {
	case err == nil:
		return out, nil
	case errors.Is(err, exec.ErrNotFound):
		return nil, errors.New("--since needs git, which is not installed")
	case ctx.Err() != nil:
		return nil, ctx.Err()
	}
	msg, _, _ := strings.Cut(strings.TrimSpace(stderr.String()), "\n")
	switch {
	case strings.Contains(msg, "not a git repository"):
		return nil, fmt.Errorf("--since: %s is not in a git repository", dir)
	case strings.Contains(msg, "bad revision"), strings.Contains(msg, "unknown revision"), strings.Contains(msg, "ambiguous argument"), strings.Contains(msg, "Invalid symmetric difference"):
		return nil, fmt.Errorf("--since: git knows no revision %s; a shallow clone may lack it", args[len(args)-2])
	case msg != "":
		return nil, fmt.Errorf("--since: git: %s", strings.TrimPrefix(msg, "fatal: "))
	}
	return nil, fmt.Errorf("--since: git: %w", err)
}
