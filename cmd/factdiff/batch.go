package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/factdiff/factdiff"
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/gate"
	"github.com/factdiff/factdiff/internal/ingest"
	"github.com/factdiff/factdiff/reports"
	"github.com/factdiff/factdiff/reports/jsonl"
	"github.com/factdiff/factdiff/witness"
)

func (a *app) batch() *cobra.Command {
	b := &batch{app: a, maxSize: ingest.DefaultMaxSize, maxLine: 64 << 20}
	var config string
	c := &cobra.Command{
		Use:   "batch",
		Short: "Check events given as JSON lines, and write results as JSON lines",
		Long: `Batch reads one event a line on standard input and writes one result a line on
standard output, in the same order. A line that is no event gets a result with
an error, the others are still done, and the exit status is 2.

An event is {"id": …, "witnesses": [{"id": …, "text": …}, …]}; the fields are
described in docs/architecture.md, the result by factdiff schema result.

The same input gives the same output wherever it is run: no configuration is
looked for, and no variable is read. One that --config names says how to compare
(checks, thresholds, words, findings to leave out), and nothing else.`,
		Example: `  factdiff batch < events.jsonl > results.jsonl
  factdiff batch --workers 8 < events.jsonl
  factdiff batch --config desk.yaml < events.jsonl`,
		Args: alone("it reads standard input, as in factdiff batch < events.jsonl"),
		RunE: func(c *cobra.Command, _ []string) error {
			var err error
			if b.options, err = b.engine.options(); err != nil {
				return err
			}
			if b.config, err = gate.Load(config, nil, vocabulary()); err != nil {
				return plain(err)
			}
			if _, err := configured(&b.options, &b.engine, b.config); err != nil {
				return err
			}
			b.options.Workers = 1 // in one event; the workers are for several
			return b.run(c.Context())
		},
	}
	c.Flags().SortFlags = false
	b.failOn.flag(c)
	b.engine.flags(c)
	c.Flags().StringVar(&config, "config", "", "compare as the configuration `FILE` says: --config desk.yaml")
	c.Flags().Var(&b.maxLine, "max-line", "refuse a line longer than `SIZE`: --max-line 256MiB")
	c.Flags().Var(&b.maxSize, "max-size", "refuse a report longer than `SIZE`: --max-size 1MiB")
	return c
}

// batch is a run of the batch protocol. The reader hands each line to the
// workers and, in the same order, to the writer; the writer waits for each
// line's result in turn. What is between the two is bounded, so that a long
// input needs no more memory than a short one.
type batch struct {
	*app
	failOn           failOn
	engine           engine
	maxLine, maxSize size
	options          factdiff.Options
	config           *gate.Config
	seen             map[string]bool
}

// line is one event on its way.
type line struct {
	number  int
	text    []byte
	tooLong bool
	event   *witness.Event
	err     error
	id      string

	done   chan struct{} // closed when the fields below are set
	result []byte
	status int
}

func (b *batch) run(ctx context.Context) error {
	b.seen = map[string]bool{}
	n := b.engine.workers
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	work := make(chan *line, n)
	order := make(chan *line, 4*n)
	var readErr error
	go func() {
		defer close(order)
		defer close(work)
		readErr = b.read(ctx, func(l *line) bool {
			l.done = make(chan struct{})
			for _, c := range [...]chan *line{order, work} {
				select {
				case c <- l:
				case <-ctx.Done():
					return false
				}
			}
			return true
		})
	}()
	for range n {
		go func() {
			for l := range work {
				b.do(ctx, l)
				close(l.done)
			}
		}()
	}
	out := bufio.NewWriter(b.stdout)
	var bar *progress
	if _, ok := terminalSize(b.stdout); !ok { // results on a terminal show by themselves how far it is
		bar = b.progress(-1, "events")
	}
	defer bar.done()
	for {
		select {
		case <-ctx.Done():
			return errors.Join(ctx.Err(), out.Flush())
		case l, ok := <-order:
			if !ok {
				return errors.Join(readErr, out.Flush())
			}
			select {
			case <-ctx.Done():
				return errors.Join(ctx.Err(), out.Flush())
			case <-l.done:
			}
			b.status = max(b.status, l.status)
			bar.add(1)
			if _, err := out.Write(l.result); err != nil {
				return err
			}
			if len(order) == 0 {
				if err := out.Flush(); err != nil { // somebody may be waiting for it
					return err
				}
			}
		}
	}
}

// read cuts the input into lines and gives each to send until that says no. It
// parses them too: whether an id was there before is for one place to know.
func (b *batch) read(ctx context.Context, send func(*line) bool) error {
	in := bufio.NewReaderSize(b.stdin, 1<<16)
	for n := 1; ctx.Err() == nil; n++ {
		text, tooLong, err := readLine(in, int64(b.maxLine))
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("standard input: line %d: %w", n, err)
		}
		if n == 1 {
			text = bytes.TrimPrefix(text, []byte("\xEF\xBB\xBF"))
		}
		l := &line{number: n, text: text, tooLong: tooLong}
		b.parse(l)
		if !send(l) {
			return nil
		}
	}
	return nil
}

// readLine returns the next line without its end. Of a line longer than most
// it returns the beginning, and passes over the rest without keeping it.
func readLine(in *bufio.Reader, most int64) (text []byte, tooLong bool, err error) {
	any := false
	for {
		part, err := in.ReadSlice('\n')
		any = any || len(part) > 0
		if !tooLong {
			text = append(text, part...)
			tooLong = int64(len(bytes.TrimRight(text, "\r\n"))) > most
		}
		switch {
		case err == bufio.ErrBufferFull:
			continue
		case err == io.EOF && any, err == nil:
			return bytes.TrimSuffix(text, []byte("\n")), tooLong, nil
		}
		return nil, false, err
	}
}

func (b *batch) parse(l *line) {
	if l.tooLong {
		l.id = peekID(l.text)
		l.err = fmt.Errorf("the line is longer than %s; raise --max-line if it is one event", b.maxLine)
	} else {
		l.event, l.err = ingest.ParseEvent(l.text)
		if l.event != nil {
			l.id = l.event.ID
		}
	}
	l.text = nil
	if l.err == nil {
		for _, w := range l.event.Witnesses {
			if int64(len(w.Text)) > int64(b.maxSize) {
				l.err = fmt.Errorf("the text of witness %q is longer than %s; raise --max-size if it is one report", w.ID, b.maxSize)
				break
			}
		}
	}
	if l.id == "" {
		return
	}
	if b.seen[l.id] && l.err == nil {
		l.err = fmt.Errorf("id: %q was the id of an earlier line", l.id)
	}
	b.seen[l.id] = true
}

// peekID returns the id of an event of which only the beginning is at hand,
// where it stands before the texts.
func peekID(head []byte) string {
	d := json.NewDecoder(bytes.NewReader(head[:min(len(head), 1<<16)]))
	for depth, key := 0, ""; ; {
		t, err := d.Token()
		if err != nil {
			return ""
		}
		switch t := t.(type) {
		case json.Delim:
			if depth++; depth > 1 || t != '{' {
				return "" // what follows is a list of texts
			}
		case string:
			if key == "id" {
				return t
			}
			if key == "" {
				key = t
			} else {
				key = ""
			}
		default:
			key = ""
		}
	}
}

// do sets the result of l.
func (b *batch) do(ctx context.Context, l *line) {
	if l.err == nil {
		l.err = b.check(ctx, l)
	}
	if l.err == nil {
		return
	}
	l.status = statusFailed
	v := struct {
		ID    string `json:"id,omitempty"`
		Error string `json:"error"`
	}{l.id, fmt.Sprintf("line %d: %v", l.number, l.err)}
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		panic(err) // two strings
	}
	l.result = out.Bytes()
}

// check sets the result of a valid event. A fault of the program in one event
// is that event's error: it does not take the others with it.
func (b *batch) check(ctx context.Context, l *line) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("a fault of factdiff, please report it: %v", p)
		}
	}()
	r, err := factdiff.Check(ctx, l.event, b.options)
	l.event = nil
	if err != nil {
		return err
	}
	r = judged(b.config, r)
	var out bytes.Buffer
	if err := jsonl.Write(&out, []*compare.Result{r}, &reports.Options{FailOn: b.failOn.severity}); err != nil {
		return err
	}
	if worst, any := r.Worst(); any && worst >= b.failOn.severity {
		l.status = statusFound
	}
	l.result = out.Bytes()
	return nil
}
