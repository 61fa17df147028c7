package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestInterrupt stops batch while it waits for its next line: what was done is
// written, whole lines only, and the run ends at once and says why.
func TestInterrupt(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(context.Background())
	in, feed := io.Pipe()
	defer feed.Close()
	results, out := io.Pipe()
	var errs bytes.Buffer
	status := make(chan int)
	go func() {
		status <- run(ctx, in, out, &errs, []string{"batch"})
		out.Close()
	}()
	go io.WriteString(feed, sample(t, []int{0, 1, 2, 3, 4})+"\n")
	head := make([]byte, 1)
	if _, err := io.ReadFull(results, head); err != nil {
		t.Fatal(err)
	}
	rest := make(chan string)
	go func() {
		data, _ := io.ReadAll(results)
		rest <- string(data)
	}()
	cancel()
	select {
	case s := <-status:
		if s != statusFailed || errs.String() != "factdiff: interrupted\n" {
			t.Errorf("status %d, %q", s, errs.String())
		}
	case <-time.After(30 * time.Second):
		t.Fatal("it does not end")
	}
	if s := <-rest; strings.Count(s, "\n") != 1 || !strings.HasSuffix(s, "}\n") {
		t.Errorf("not one whole line: %.100s", s)
	}
}

// TestInterruptedOutput stops check before it could write: the file that was
// there stays, and nothing is left beside it.
func TestInterruptedOutput(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	name := filepath.Join(dir, "out.json")
	write(t, name, "before")
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var out, errs bytes.Buffer
	if status := run(ctx, strings.NewReader(""), &out, &errs, []string{"check", "--seeds", "--output", "json=" + name}); status != statusFailed {
		t.Errorf("status %d", status)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	if data, _ := os.ReadFile(name); string(data) != "before" || len(entries) != 1 || out.Len() > 0 {
		t.Errorf("%q, %v, %s", data, entries, out.String())
	}
}

// TestInterruptedRead interrupts the program itself while it waits in a read
// that nothing can break off: for the rest of a report out of a pipe.
func TestInterruptedRead(t *testing.T) {
	t.Parallel()
	in, feed, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	defer feed.Close()
	var errs bytes.Buffer
	cmd := exec.Command("factdiff", "check", "-") // TestMain has put it into PATH
	cmd.Stdin, cmd.Stderr = in, &errs
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	defer cmd.Process.Kill()
	// More than a pipe holds: when it has been taken, the program is reading.
	if _, err := feed.Write(bytes.Repeat([]byte("Police said 12 people were hurt.\n"), 1<<13)); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Skip("no such signal here:", err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	select {
	case <-ended:
		if cmd.ProcessState.ExitCode() != statusFailed || errs.String() != "factdiff: interrupted\n" {
			t.Errorf("%v, %q", cmd.ProcessState, errs.String())
		}
	case <-time.After(30 * time.Second):
		t.Fatal("it does not end")
	}
}
