package main

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/factdiff/factdiff/internal/ingest"
	"github.com/factdiff/factdiff/seeds"
)

const defaultMaxSize = size(ingest.DefaultMaxSize)

// inputs are the flags that say what to read.
type inputs struct {
	seeds     bool
	maxSize   size
	lang      string
	published published
}

func (in *inputs) flags(c *cobra.Command) {
	fs := c.Flags()
	in.maxSize = defaultMaxSize
	fs.BoolVar(&in.seeds, "seeds", false, "read the sample event that comes with factdiff: factdiff check --seeds")
	fs.Var(&in.published, "published", "`SIGLUM=DATE` says when a report appeared; \"Monday\" is read against it: --published A=2022-01-10")
	fs.StringVar(&in.lang, "lang", "", "the language of the reports, a BCP 47 `TAG`: --lang en")
	fs.Var(&in.maxSize, "max-size", "refuse a report larger than `SIZE`: --max-size 1MiB")
}

func (in *inputs) options(a *app) ingest.Options {
	return ingest.Options{MaxSize: int64(in.maxSize), Lang: in.lang, Published: in.published, Stdin: a.stdin}
}

// source is one event that can be read.
type source struct {
	name  string
	read  func(context.Context, ingest.Options) (*ingest.Input, error)
	paths []string // what was named to get it: folders or files; none for the sample
}

// sources says which events args name: the one that is made of all files and
// folders together, or each of several folders that have a manifest, in them
// or below.
func (in *inputs) sources(ctx context.Context, args []string) ([]source, error) {
	if in.seeds {
		if len(args) > 0 {
			return nil, errors.New("--seeds is an event of its own; leave the paths out")
		}
		return []source{{name: "seeds", read: func(ctx context.Context, o ingest.Options) (*ingest.Input, error) {
			return ingest.ReadFS(ctx, seeds.FS, "seeds", o)
		}}}, nil
	}
	if len(args) == 0 {
		return nil, hint("name report files, a folder of them, or - for standard input; factdiff check --seeds shows a sample", "nothing to read")
	}
	var events, loose, all []string
	for _, arg := range args {
		found, err := eventsIn(ctx, arg)
		if err != nil {
			return nil, err
		}
		if found == nil {
			loose, all = append(loose, arg), append(all, arg)
		}
		events, all = append(events, found...), append(all, found...)
	}
	if len(events) <= 1 {
		return []source{pathSource(all...)}, nil
	}
	if len(loose) > 0 {
		return nil, hint("name either events or the reports of one", "%s is a report, and there are %d events beside it", loose[0], len(events))
	}
	out := make([]source, len(events))
	for i, dir := range events {
		out[i] = pathSource(dir)
	}
	return out, nil
}

func pathSource(paths ...string) source {
	return source{name: strings.Join(paths, " "), paths: paths, read: func(ctx context.Context, o ingest.Options) (*ingest.Input, error) {
		return ingest.Read(ctx, paths, o)
	}}
}

// eventsIn lists the events that arg names: itself, if it is a manifest or a
// folder that has one; those below a folder that has none; none for files and
// folders of reports.
func eventsIn(ctx context.Context, arg string) ([]string, error) {
	info, err := os.Stat(arg)
	if err != nil {
		return nil, nil // reading it says what is wrong
	}
	if !info.IsDir() {
		if filepath.Base(arg) == ingest.ManifestName {
			return []string{arg}, nil
		}
		return nil, nil
	}
	if _, err := os.Lstat(filepath.Join(arg, ingest.ManifestName)); err == nil {
		return []string{arg}, nil
	}
	found, err := ingest.Find(ctx, arg)
	switch {
	case err == nil:
		return found, nil
	case errors.Is(err, ingest.ErrNoReports), errors.Is(err, fs.ErrPermission):
		return nil, nil
	}
	return nil, err
}

// passedOver says what of trees of events is not read, a line for each tree.
func (in *inputs) passedOver(ctx context.Context, args []string) []string {
	var out []string
	for _, arg := range args {
		events, err := eventsIn(ctx, arg)
		if err != nil || len(events) == 0 || events[0] == arg {
			continue
		}
		if n := ingest.PassedOver(ctx, arg); n != "" {
			out = append(out, n)
		}
	}
	return out
}

// one reads the one event that args name, and passes on what there is to say
// of it.
func (in *inputs) one(ctx context.Context, a *app, args []string) (*ingest.Input, error) {
	list, err := in.sources(ctx, args)
	if err != nil {
		return nil, err
	}
	if len(list) > 1 {
		return nil, hint("name one of them, such as "+list[0].name, "%s holds %d events", strings.Join(args, " "), len(list))
	}
	input, err := list[0].read(ctx, in.options(a))
	if err != nil {
		return nil, err
	}
	for _, n := range input.Notices {
		a.say("%s", n)
	}
	return input, nil
}

// published are the values of --published.
type published map[string]time.Time

func (p *published) Type() string { return "date" }

func (p *published) String() string { return "" }

func (p *published) Set(s string) error {
	siglum, date, err := ingest.ParsePublished(s)
	if err != nil {
		return err
	}
	if *p == nil {
		*p = published{}
	}
	(*p)[siglum] = date
	return nil
}
