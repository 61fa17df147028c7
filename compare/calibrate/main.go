// Calibrate measures the checks on labelled data and sets their confidence by
// what it finds.
//
//	go run ./compare/calibrate ../shared/bench          # print
//	go run ./compare/calibrate -write ../shared/bench   # and write
//
// It runs every check over the sets in a folder (gold.go and pairs.go say how
// each is judged) and prints, by check and set, how many findings are right,
// with Wilson's interval, and how many of the labelled differences are found.
// With -write it writes, from the root of the repository,
//
//   - compare/suite/measured.tsv, which docs/checks.md shows;
//   - compare/suite/confidence.tsv, by which findings are made more or less
//     confident;
//   - the reliability table in docs/benchmarks.md, between its markers.
//
// What is right is the set's own notion: of two human translations every
// difference counts as wrong, slips of the translators too; a finding that
// sees another error than the one that was planted is wrong. So the figures
// are rather too low.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"runtime"
	"slices"
	"sync"

	"github.com/factdiff/factdiff"
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/compare/suite"
	"github.com/factdiff/factdiff/internal/lexicon"
)

func main() {
	write := flag.Bool("write", false, "write the tables into the repository")
	flag.Parse()
	if flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "usage: go run ./compare/calibrate [-write] FOLDER")
		os.Exit(2)
	}
	if err := run(flag.Arg(0), *write); err != nil {
		fmt.Fprintln(os.Stderr, "calibrate:", err)
		os.Exit(2)
	}
}

func run(dir string, write bool) error {
	samples, err := load(dir)
	if err != nil {
		return err
	}
	t := &tally{}
	if err := measure(samples, t); err != nil {
		return err
	}
	shifts := t.shifts()
	t.print(os.Stdout, shifts)
	if !write {
		return nil
	}
	return t.write(shifts)
}

// measure checks the samples, several at a time, and adds what was found in
// their order.
func measure(samples []*sample, t *tally) error {
	results := make([]*compare.Result, len(samples))
	errs := make([]error, len(samples))
	next := make(chan int)
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for i := range next {
				results[i], errs[i] = check(samples[i])
				samples[i].release()
			}
		})
	}
	for i := range samples {
		next <- i
	}
	close(next)
	wg.Wait()
	for i, s := range samples {
		if errs[i] != nil {
			return errs[i]
		}
		t.add(s, results[i])
	}
	return nil
}

// check is factdiff.Check without the correction of confidence that is to be
// found.
func check(s *sample) (*compare.Result, error) {
	ctx := context.Background()
	if err := factdiff.Align(ctx, s.ev, factdiff.Options{}); err != nil {
		return nil, err
	}
	r, err := compare.Run(ctx, s.ev, compare.Options{Checks: suite.All, Lexicon: lexicon.Default()})
	if err != nil {
		return nil, err
	}
	// Only the findings are needed: a thousand events with their trees are not.
	return &compare.Result{Findings: slices.Clone(r.Findings)}, nil
}
