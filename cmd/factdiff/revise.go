package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/factdiff/factdiff"
	"github.com/factdiff/factdiff/cmd/factdiff/internal/revise"
	"github.com/factdiff/factdiff/internal/ingest"
	"github.com/factdiff/factdiff/reports"
	"github.com/factdiff/factdiff/reports/render"
	"github.com/factdiff/factdiff/witness"
)

func (a *app) revise() *cobra.Command {
	v := &revising{app: a}
	c := &cobra.Command{
		Use:   "revise OLD NEW | --git REV FILE",
		Short: "Say which facts an edit of one article changed, and where only words",
		Long: `Revise compares two versions of one article, for a correction note: which
numbers, dates, names, offices, quotations, attributions and denials an edit
changed, who did what to whom and how surely, what it added and took out.
What is in other words without a change of a fact that could be found is shown
to be read.

The exit status is 0, or with --exit-code 1 where a fact changed.`,
		Example: `  factdiff revise yesterday.md today.md
  factdiff revise --git HEAD~1 article.md
  factdiff revise --git main article.md --format json --exit-code`,
		RunE: func(c *cobra.Command, args []string) error { return v.run(c.Context(), args) },
	}
	fs := c.Flags()
	fs.SortFlags = false
	fs.StringVar(&v.rev, "git", "", "the old version is that of the git revision `REV`: --git HEAD~1")
	fs.StringVar(&v.format, "format", "terminal", "write in `FORMAT`, terminal or json: --format json")
	fs.BoolVar(&v.exitCode, "exit-code", false, "exit with 1 where a fact changed: --exit-code")
	fs.BoolVar(&v.words, "words", true, "show the sentences in which no change of a fact was found: --words=false")
	v.out.lookFlags(c)
	fs.Var(&v.in.maxSize, "max-size", "refuse an article larger than `SIZE`: --max-size 1MiB")
	v.in.maxSize = defaultMaxSize
	fs.Lookup("max-size").DefValue = v.in.maxSize.String()
	fs.StringVar(&v.in.lang, "lang", "", "the language of the article, a BCP 47 `TAG`: --lang en")
	v.engine.analyserFlags(c)
	complete(c, "format", func() []string { return []string{"terminal", "json"} })
	return c
}

// revising is one run of revise.
type revising struct {
	*app
	in       inputs
	engine   engine
	out      output
	rev      string
	format   string
	exitCode bool
	words    bool
}

func (v *revising) run(ctx context.Context, args []string) error {
	if v.format != "terminal" && v.format != "json" {
		return hint("want terminal or json", "there is no format %q of revise", v.format)
	}
	ro, err := v.out.options(v.app)
	if err != nil {
		return err
	}
	before, after, err := v.versions(ctx, args)
	if err != nil {
		return err
	}
	before.ID, after.ID = "old", "new"
	if before.Published.IsZero() || after.Published.IsZero() {
		// The day of one is that of the other: an edit is soon made.
		before.Published, after.Published = later(before, after), later(before, after)
	}
	ev := &witness.Event{ID: "revision", Witnesses: []*witness.Witness{before, after}}
	o, err := v.engine.options()
	if err != nil {
		return err
	}
	r, err := factdiff.Check(ctx, ev, o)
	if err != nil {
		return err
	}
	v.notes(r)
	passages := revise.Compare(r, before, after)
	for _, p := range passages {
		if v.exitCode && len(p.Changes) > 0 {
			v.status = statusFound
		}
	}
	w := bufio.NewWriter(v.stdout)
	if v.format == "json" {
		err = writeRevisionJSON(w, before, after, passages)
	} else {
		v.write(w, passages, ro)
	}
	if err != nil {
		return err
	}
	return w.Flush()
}

func later(a, b *witness.Witness) time.Time {
	if a.Published.After(b.Published) {
		return a.Published
	}
	return b.Published
}

// versions reads the two versions.
func (v *revising) versions(ctx context.Context, args []string) (before, after *witness.Witness, err error) {
	if v.rev == "" {
		if len(args) != 2 {
			return nil, nil, hint("as in factdiff revise old.md new.md, or --git REV FILE", "revise wants two versions, got %d", len(args))
		}
		if before, err = v.read(ctx, args[0]); err != nil {
			return nil, nil, err
		}
		after, err = v.read(ctx, args[1])
		return before, after, err
	}
	if len(args) != 1 {
		return nil, nil, hint("as in factdiff revise --git HEAD~1 article.md", "revise --git wants one file, got %d", len(args))
	}
	old, err := v.fromGit(ctx, args[0])
	if err != nil {
		return nil, nil, err
	}
	// It is read like any other file, so it must be one.
	dir, err := os.MkdirTemp("", "factdiff-")
	if err != nil {
		return nil, nil, plain(err)
	}
	defer os.RemoveAll(dir)
	name := filepath.Join(dir, filepath.Base(args[0]))
	if err := os.WriteFile(name, old, 0o600); err != nil {
		return nil, nil, plain(err)
	}
	if before, err = v.read(ctx, name); err != nil {
		return nil, nil, fmt.Errorf("%s:%s: %s", v.rev, args[0], strings.TrimPrefix(err.Error(), filepath.ToSlash(name)+": "))
	}
	before.Path = v.rev + ":" + args[0]
	after, err = v.read(ctx, args[0])
	return before, after, err
}

func (v *revising) read(ctx context.Context, name string) (*witness.Witness, error) {
	if info, err := os.Stat(name); err == nil && info.IsDir() {
		return nil, hint("name a file", "%s is a folder", name)
	}
	input, err := ingest.Read(ctx, []string{name}, v.in.options(v.app))
	if err != nil {
		return nil, err
	}
	return input.Event.Witnesses[0], nil
}

// fromGit returns a file as it was in a revision. Git is told to run no
// program that the repository's own configuration names.
func (v *revising) fromGit(ctx context.Context, file string) ([]byte, error) {
	if strings.HasPrefix(v.rev, "-") || strings.ContainsRune(v.rev, ':') {
		return nil, hint("as in --git HEAD~1", "%q is not a revision", v.rev)
	}
	cmd := exec.CommandContext(ctx, "git", "-C", filepath.Dir(file), "-c", "core.fsmonitor=false", "show", "--no-textconv", v.rev+":./"+filepath.Base(file))
	cmd.Env = append(os.Environ(), "GIT_OPTIONAL_LOCKS=0", "LC_ALL=C")
	var errs bytes.Buffer
	cmd.Stderr = &errs
	out, err := cmd.Output()
	if err != nil {
		msg, _, _ := strings.Cut(strings.TrimSpace(errs.String()), "\n")
		if msg == "" {
			msg = err.Error()
		}
		return nil, fmt.Errorf("git: %s", strings.TrimPrefix(msg, "fatal: "))
	}
	return out, nil
}

// The parts of the terminal's output, in their order.
var revisionParts = []struct {
	status revise.Status
	title  string
}{
	{revise.Facts, "Facts changed"},
	{revise.Removed, "Taken out"},
	{revise.Added, "Added"},
	{revise.Words, "Other words: read whether they say the same"},
}

func (v *revising) write(w io.Writer, passages []revise.Passage, ro *reports.Options) {
	count := map[revise.Status]int{}
	for _, p := range passages {
		count[p.Status]++
	}
	for _, part := range revisionParts {
		if count[part.status] == 0 || part.status == revise.Words && !v.words {
			continue
		}
		fmt.Fprintf(w, "%s\n\n", part.title)
		for _, p := range passages {
			if p.Status == part.status {
				writePassage(w, &p, ro.Columns())
			}
		}
	}
	facts := 0
	for _, p := range passages {
		facts += len(p.Changes)
	}
	fmt.Fprintf(w, "Facts: %s found. Sentences: %d with another fact, %d taken out, %d added, %d in other words, %d moved.\n", render.Plural(facts, "change"),
		count[revise.Facts], count[revise.Removed], count[revise.Added], count[revise.Words], count[revise.Moved])
}

func writePassage(w io.Writer, p *revise.Passage, columns int) {
	for _, c := range p.Changes {
		fmt.Fprintf(w, "  %-11s  %s\n", c.Kind, changeWords(&c))
	}
	old, new := passageText(p.Old), passageText(p.New)
	var as, bs []render.Piece
	switch {
	case old == "":
		bs = []render.Piece{{Text: new}}
	case new == "":
		as = []render.Piece{{Text: old}}
	default:
		as, bs = render.Diff(old, new)
	}
	for _, side := range []struct {
		sign   string
		sts    []*witness.Statement
		pieces []render.Piece
	}{{"-", p.Old, as}, {"+", p.New, bs}} {
		if len(side.sts) == 0 {
			continue
		}
		var b strings.Builder
		for _, piece := range side.pieces {
			t := render.Inline(piece.Text)
			if piece.Differs && strings.TrimSpace(t) != "" {
				lead, tail := t[:len(t)-len(strings.TrimLeft(t, " "))], t[len(strings.TrimRight(t, " ")):]
				t = lead + "[[" + strings.TrimSpace(t) + "]]" + tail
			}
			b.WriteString(t)
		}
		for i, l := range wrap(b.String(), columns-4) {
			if i > 0 {
				side.sign = " "
			}
			fmt.Fprintf(w, "  %s %s\n", side.sign, l)
		}
	}
	fmt.Fprintln(w)
}

// changeWords writes a change: "12 people" → "14 people".
func changeWords(c *revise.Change) string {
	say := func(v *revise.Value) string {
		text := strings.Trim(render.Line(v.Text()), "\"“”„«» ")
		if c.Kind == "date" {
			text = strings.TrimSuffix(text, ".") // of the sentence
		}
		words := "“" + text + "”"
		if v.Says != "" && !strings.EqualFold(v.Says, text) && c.Kind != "quote" && c.Kind != "spelling" {
			words += " (" + render.Line(v.Says) + ")"
		}
		return words
	}
	switch {
	case c.Old == nil:
		return "added " + say(c.New)
	case c.New == nil:
		return "removed " + say(c.Old)
	}
	return say(c.Old) + " → " + say(c.New)
}

// passageText joins the words of statements that follow one another.
func passageText(sts []*witness.Statement) string {
	var parts []string
	for _, st := range sts {
		parts = append(parts, strings.Join(strings.Fields(st.Text()), " "))
	}
	return strings.Join(parts, " ")
}

// revisionSchema names the layout of the JSON.
const revisionSchema = "factdiff-revision/1"

type revisionSpan struct {
	Start int    `json:"start"` // UTF-8 bytes into the text as read, half-open
	End   int    `json:"end"`
	Text  string `json:"text"`
	Value string `json:"value,omitempty"`
}

type revisionChange struct {
	Kind string        `json:"kind"`
	Old  *revisionSpan `json:"old,omitempty"`
	New  *revisionSpan `json:"new,omitempty"`
}

type revisionPassage struct {
	Status  revise.Status    `json:"status"`
	Old     []revisionSpan   `json:"old"`
	New     []revisionSpan   `json:"new"`
	Changes []revisionChange `json:"changes"`
}

func writeRevisionJSON(w io.Writer, before, after *witness.Witness, passages []revise.Passage) error {
	out := struct {
		Schema   string            `json:"schema"`
		Old      string            `json:"old"`
		New      string            `json:"new"`
		Passages []revisionPassage `json:"passages"`
	}{revisionSchema, before.Path, after.Path, []revisionPassage{}}
	value := func(v *revise.Value) *revisionSpan {
		if v == nil {
			return nil
		}
		return &revisionSpan{v.Span.Start, v.Span.End, v.Text(), v.Says}
	}
	spans := func(sts []*witness.Statement) []revisionSpan {
		out := []revisionSpan{}
		for _, st := range sts {
			out = append(out, revisionSpan{Start: st.Span.Start, End: st.Span.End, Text: st.Text()})
		}
		return out
	}
	for _, p := range passages {
		rp := revisionPassage{Status: p.Status, Old: spans(p.Old), New: spans(p.New), Changes: []revisionChange{}}
		for _, c := range p.Changes {
			rp.Changes = append(rp.Changes, revisionChange{c.Kind, value(c.Old), value(c.New)})
		}
		out.Passages = append(out.Passages, rp)
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(out)
}
