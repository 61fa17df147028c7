// Package checktest runs the examples of a check. They are its documentation
// and its test at once:
//
//	Two tolls that cannot both be true.
//	-- wrong/A --
//	Police said [[12]] people were hurt.
//	-- wrong/B --
//	Police put the number of injured at [[14]].
//	-- wrong/want --
//	conflict: A "12", B "14"
//	-- right/A --
//	Police said more than ten people were hurt.
//	-- right/B --
//	Twelve people were hurt, police said.
//
// A case is a set of files with one name before the slash; its name begins
// with wrong or right. A wrong case must give the findings of its file want,
// on exactly the words in double brackets; a right case must give none. A file
// event may say more of the reports, a line each: "aligned", "published A
// 2022-01-10", "translates A B", "lang A es", "source_lang A es". A file terms
// is a termbase as CSV. A file ends at its first blank line; what follows is a
// comment.
//
// Every case also runs with the names of its reports exchanged, and with the
// check going through them in every order, which must give the same findings;
// and a case of several reports with all of them set to the first, which must
// give none.
package checktest

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"github.com/factdiff/factdiff"
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/compare/suite"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/internal/ordertest"
	"github.com/factdiff/factdiff/internal/termbase"
	"github.com/factdiff/factdiff/witness"
)

// Run runs the examples of c, and every txtar file in the folder testdata of
// the test's package.
func Run(t *testing.T, c *compare.Check) {
	t.Helper()
	if err := compare.Validate([]*compare.Check{c}); err != nil {
		t.Fatal(err)
	}
	archive(t, c, "examples.txtar", []byte(c.Examples))
	files, _ := filepath.Glob("testdata/*.txtar")
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		archive(t, c, filepath.Base(f), data)
	}
}

// example is one case: the reports without brackets, what they mark, and the
// findings wanted.
type example struct {
	name    string
	reports []*witness.Witness
	about   string // the file event
	aligned bool
	terms   *termbase.Base
	marks   []string // "A 10:12", sorted
	want    []string // sorted
}

func archive(t *testing.T, c *compare.Check, name string, data []byte) {
	cases, err := parse(txtar.Parse(data))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	for _, ex := range cases {
		t.Run(strings.TrimSuffix(name, ".txtar")+"/"+ex.name, func(t *testing.T) { ex.run(t, c) })
	}
}

func parse(ar *txtar.Archive) ([]*example, error) {
	var out []*example
	byName := map[string]*example{}
	for _, f := range ar.Files {
		name, part, ok := strings.Cut(f.Name, "/")
		if !ok || !strings.HasPrefix(name, "wrong") && !strings.HasPrefix(name, "right") {
			return nil, fmt.Errorf("file %q: want wrong…/X or right…/X", f.Name)
		}
		ex := byName[name]
		if ex == nil {
			ex = &example{name: name}
			byName[name] = ex
			out = append(out, ex)
		}
		// A blank line ends a file: what follows is the next case's comment.
		text, _, _ := strings.Cut(strings.TrimLeft(string(f.Data), "\n"), "\n\n")
		text = strings.TrimRight(text, "\n")
		switch part {
		case "want":
			ex.want = strings.Split(text, "\n")
			slices.Sort(ex.want)
		case "event":
			ex.about = text
		case "terms":
			entries, err := termbase.Read(f.Name, []byte(text))
			if err != nil {
				return nil, err
			}
			if ex.terms, err = termbase.New(entries); err != nil {
				return nil, err
			}
		default:
			plain, spans, err := marks(text)
			if err != nil {
				return nil, fmt.Errorf("%s: %v", f.Name, err)
			}
			ex.reports = append(ex.reports, &witness.Witness{ID: part, Text: plain, Lang: "en"})
			for _, s := range spans {
				ex.marks = append(ex.marks, fmt.Sprintf("%s %q", part, plain[s.Start:s.End]))
			}
		}
	}
	for _, ex := range out {
		if err := ex.event(ex.about); err != nil {
			return nil, err
		}
		slices.Sort(ex.marks)
		if wrong := strings.HasPrefix(ex.name, "wrong"); wrong != (len(ex.want) > 0) {
			return nil, fmt.Errorf("case %s: a wrong case and no other has a file want", ex.name)
		}
	}
	return out, nil
}

func (ex *example) event(text string) error {
	find := func(id string) *witness.Witness {
		for _, w := range ex.reports {
			if w.ID == id {
				return w
			}
		}
		return nil
	}
	for line := range strings.Lines(text) {
		f := strings.Fields(line)
		if len(f) == 3 && find(f[1]) == nil {
			return fmt.Errorf("event: no report %q", f[1])
		}
		switch {
		case len(f) == 1 && f[0] == "aligned":
			ex.aligned = true
		case len(f) == 3 && f[0] == "published":
			d, err := time.Parse(time.DateOnly, f[2])
			if err != nil {
				return err
			}
			find(f[1]).Published = d
		case len(f) == 3 && f[0] == "translates":
			find(f[1]).Translates = f[2]
		case len(f) == 3 && f[0] == "lang":
			find(f[1]).Lang = f[2]
		case len(f) == 3 && f[0] == "source_lang":
			find(f[1]).SourceLang = f[2]
		case len(f) > 0:
			return fmt.Errorf("event: unknown line %q", strings.TrimSpace(line))
		}
	}
	return nil
}

// marks takes the double brackets out of text and returns where they stood.
func marks(text string) (string, []witness.Span, error) {
	var b strings.Builder
	var spans []witness.Span
	for {
		i := strings.Index(text, "[[")
		if i < 0 {
			b.WriteString(text)
			return b.String(), spans, nil
		}
		j := strings.Index(text[i:], "]]")
		if j < 0 {
			return "", nil, fmt.Errorf("[[ without ]]")
		}
		b.WriteString(text[:i])
		start := b.Len()
		b.WriteString(text[i+2 : i+j])
		spans = append(spans, witness.Span{Start: start, End: b.Len()})
		text = text[i+j+2:]
	}
}

func (ex *example) run(t *testing.T, c *compare.Check) {
	got := ex.check(t, c, ex.reports, nil)
	var lines, spans []string
	for i := range got.Findings {
		lines = append(lines, line(&got.Findings[i]))
		for _, r := range got.Findings[i].Readings {
			spans = append(spans, fmt.Sprintf("%s %q", r.Witness, r.Text))
		}
	}
	slices.Sort(lines)
	slices.Sort(spans)
	spans = slices.Compact(spans)
	if !slices.Equal(lines, ex.want) {
		t.Errorf("findings:\n%s\nwant:\n%s", strings.Join(lines, "\n"), strings.Join(ex.want, "\n"))
	} else if len(ex.want) > 0 && !slices.Equal(spans, slices.Compact(slices.Clone(ex.marks))) {
		t.Errorf("marked words:\n%s\nwant:\n%s", strings.Join(spans, "\n"), strings.Join(ex.marks, "\n"))
	}
	first := ordertest.Findings(got, nil)
	for _, to := range ordertest.Orders(len(ex.reports)) {
		renamed, names := ordertest.Exchange(ex.reports, to)
		if again := ordertest.Findings(ex.check(t, c, renamed, nil), names); again != first {
			t.Errorf("reports with the names in the order %v give another result:\n%s\nand not\n%s", to, again, first)
		}
		if again := ordertest.Findings(ex.check(t, c, ex.reports, to), nil); again != first {
			t.Errorf("the check going through the reports in the order %v gives another result:\n%s\nand not\n%s", to, again, first)
		}
	}
	if len(ex.reports) > 1 && !c.Artefact {
		same := make([]*witness.Witness, len(ex.reports))
		for i := range same {
			w := *ex.reports[0]
			w.ID, w.Translates = ex.reports[i].ID, ""
			same[i] = &w
		}
		for _, f := range ex.check(t, c, same, nil).Findings {
			if f.Kind != compare.Artefact {
				t.Errorf("a report differs from itself: %s", line(&f))
			}
		}
	}
}

// check runs c alone over copies of the reports, in an order of their numbers
// where one is given.
func (ex *example) check(t *testing.T, c *compare.Check, reports []*witness.Witness, walk []int) *compare.Result {
	t.Helper()
	ev := &witness.Event{ID: "example", Aligned: ex.aligned}
	for _, w := range reports {
		fresh := *w
		fresh.Statements = nil
		ev.Witnesses = append(ev.Witnesses, &fresh)
	}
	if err := factdiff.Align(t.Context(), ev, factdiff.Options{}); err != nil {
		t.Fatal(err)
	}
	if walk != nil {
		ordertest.Walk(ev, walk)
	}
	r, err := compare.Run(t.Context(), ev, compare.Options{
		Checks: []*compare.Check{c}, Lexicon: lexicon.Default(), Terms: ex.terms, Confidence: suite.Confidence,
	})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// line writes a finding as the file want does.
func line(f *compare.Finding) string {
	var parts []string
	for _, r := range f.Readings {
		parts = append(parts, fmt.Sprintf("%s %q", r.Witness, r.Text))
	}
	return string(f.Kind) + ": " + strings.Join(parts, ", ")
}
