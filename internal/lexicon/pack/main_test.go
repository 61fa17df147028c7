package main

import (
	"bytes"
	"compress/flate"
	"io"
	"os"
	"path/filepath"
	"testing"
)

// The embedded pack is what this program makes of the database, where the database is installed. The expanded bytes
// are compared: the compressor may change between versions of Go.
func TestPackIsCurrent(t *testing.T) {
	const dir = "/usr/share/wordnet"
	if _, err := os.Stat(filepath.Join(dir, "data.noun")); err != nil {
		t.Skip("wordnet-base is not installed")
	}
	out := filepath.Join(t.TempDir(), "wordnet.bin")
	if err := run(dir, out); err != nil {
		t.Fatal(err)
	}
	got, want := expand(t, out), expand(t, "../wordnet.bin")
	if !bytes.Equal(got, want) {
		t.Error("wordnet.bin is out of date: run go generate ./internal/lexicon")
	}
	if info, err := os.Stat("../wordnet.bin"); err != nil || info.Size() > 2<<20 {
		t.Errorf("wordnet.bin: %v bytes, more than 2 MiB (%v)", info.Size(), err)
	}
}

func expand(t *testing.T, name string) []byte {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	data, err := io.ReadAll(flate.NewReader(f))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestErrorsSayWhere(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "data.noun"), []byte("00001740 03 n\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	err := run(dir, filepath.Join(dir, "out"))
	if want := filepath.Join(dir, "data.noun") + ":1: unexpected EOF"; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}
