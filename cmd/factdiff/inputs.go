package main

import (
	"context"
	"errors"
	"fmt"
	"runtime"

	"github.com/spf13/pflag"

	"github.com/factdiff/factdiff/internal/ingest"
	"github.com/factdiff/factdiff/seeds"
)

// inputs are the flags that say what to read.
type inputs struct {
	seeds   bool
	workers int
	maxSize size
	lang    string
}

func (in *inputs) flags(fs *pflag.FlagSet) {
	in.maxSize = ingest.DefaultMaxSize
	fs.BoolVar(&in.seeds, "seeds", false, "check the sample event that comes with factdiff")
	fs.IntVar(&in.workers, "workers", runtime.GOMAXPROCS(0), "analyse `N` sentences at once, as in --workers 8; the output is the same")
	fs.Var(&in.maxSize, "max-size", "refuse a report larger than `SIZE`, as in --max-size 1MiB")
	fs.StringVar(&in.lang, "lang", "", "the reports are in the language `TAG`, as in --lang en")
}

func (in *inputs) read(ctx context.Context, a *app, args []string) (*ingest.Input, error) {
	o := ingest.Options{MaxSize: int64(in.maxSize), Lang: in.lang, Stdin: a.stdin}
	if in.seeds {
		if len(args) > 0 {
			return nil, errors.New("--seeds is an event of its own; leave the paths out")
		}
		return ingest.ReadFS(ctx, seeds.FS, "seeds", o)
	}
	input, err := ingest.Read(ctx, args, o)
	if err != nil {
		return nil, err
	}
	for _, n := range input.Notices {
		fmt.Fprintf(a.stderr, "factdiff: %s\n", n)
	}
	return input, nil
}
