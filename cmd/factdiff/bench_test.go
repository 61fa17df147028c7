package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// BenchmarkSample is the whole way from five files to the page at a terminal.
func BenchmarkSample(b *testing.B) {
	dir := filepath.Join(root, "seeds")
	files, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil {
		b.Fatal(err)
	}
	var size int64
	for _, f := range files {
		info, err := os.Stat(f)
		if err != nil {
			b.Fatal(err)
		}
		size += info.Size()
	}
	b.ReportAllocs()
	b.SetBytes(size)
	for b.Loop() {
		if status, _, stderr := program(b, "", "check", dir); status == statusFailed {
			b.Fatal(stderr)
		}
	}
}

// BenchmarkBatch is the throughput of the batch protocol: the sample twenty
// times, on one worker and on all.
func BenchmarkBatch(b *testing.B) {
	var in bytes.Buffer
	for i := range 20 {
		fmt.Fprintln(&in, strings.Replace(sample(b, []int{0, 1, 2, 3, 4}), `"geneva"`, fmt.Sprintf(`"geneva-%d"`, i), 1))
	}
	for _, workers := range []string{"1", fmt.Sprint(defaultWorkers())} {
		b.Run("workers="+workers, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(in.Len()))
			for b.Loop() {
				var out, errs bytes.Buffer
				if status := run(context.Background(), bytes.NewReader(in.Bytes()), &out, &errs, []string{"batch", "--workers", workers}); status == statusFailed {
					b.Fatal(errs.String())
				}
			}
		})
	}
}

// BenchmarkProcess starts the program as a user does.
func BenchmarkProcess(b *testing.B) {
	bin := filepath.Join(b.TempDir(), "factdiff")
	if out, err := exec.Command("go", "build", "-o", bin, ".").CombinedOutput(); err != nil {
		b.Fatalf("go build: %v\n%s", err, out)
	}
	for _, args := range [][]string{{"--help"}, {"check", "--seeds", "--fail-on", "never"}} {
		b.Run(strings.TrimPrefix(args[0], "--"), func(b *testing.B) {
			for b.Loop() {
				if out, err := exec.Command(bin, args...).CombinedOutput(); err != nil {
					b.Fatalf("%v\n%s", err, out)
				}
			}
		})
	}
}

// BenchmarkArticles is the throughput of batch on the corpus of news articles
// of which there are a dozen translations each, where it is at hand.
func BenchmarkArticles(b *testing.B) {
	data, err := os.ReadFile(filepath.Join(root, "..", "shared", "bench", "wmt_news_mt", "docs.jsonl"))
	if err != nil {
		b.Skip("the corpus is not part of the project, and not here")
	}
	type report struct {
		ID   string `json:"id"`
		Text string `json:"text"`
	}
	var in bytes.Buffer
	for line := range bytes.Lines(data) {
		var doc struct {
			ID       string
			Versions map[string][]string
		}
		if err := json.Unmarshal(line, &doc); err != nil {
			b.Fatal(err)
		}
		ev := struct {
			ID        string   `json:"id"`
			Aligned   bool     `json:"aligned"`
			Witnesses []report `json:"witnesses"`
		}{ID: doc.ID, Aligned: true}
		for _, id := range slices.Sorted(maps.Keys(doc.Versions)) {
			ev.Witnesses = append(ev.Witnesses, report{id, strings.Join(doc.Versions[id], "\n")})
		}
		if err := json.NewEncoder(&in).Encode(ev); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportAllocs()
	b.SetBytes(int64(in.Len()))
	for b.Loop() {
		var out, errs bytes.Buffer
		if status := run(context.Background(), bytes.NewReader(in.Bytes()), &out, &errs, []string{"batch"}); status == statusFailed {
			b.Fatal(errs.String(), out.String()[:min(out.Len(), 200)])
		}
	}
}
