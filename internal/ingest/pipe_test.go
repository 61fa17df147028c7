//go:build unix

package ingest

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// TestPipeInFolder reads a folder in which a pipe lies that nobody writes to:
// an error, and not a wait without end.
func TestPipeInFolder(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a.txt"), []byte("Police said 12 people were hurt."), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mkfifo(filepath.Join(dir, "b.txt"), 0o644); err != nil {
		t.Skip("no pipe can be made here:", err)
	}
	if _, err := Read(context.Background(), []string{dir}, Options{}); !errors.Is(err, ErrFormat) {
		t.Errorf("got %v", err)
	}
}
