package archtest

import (
	"slices"
	"strings"
	"testing"
)

// arrows says for every room what it may import of ours. The first pattern
// that fits a package counts; a pattern that ends in /... is a room with all
// that lies in it. Do not change this data to fix builds.
var arrows = []struct {
	room string
	may  string
}{
	// Below everything, and on nothing.
	{"witness", ""},
	{"seeds", ""},
	{"internal/ecbplus", ""},
	{"internal/invented", ""},
	{"internal/bitext", ""},
	{"internal/logit", ""},
	{"internal/order", "witness"},
	{"internal/nlp/...", "internal/nlp/..."},
	{"internal/lexicon/...", "internal/lexicon/..."},

	// From bytes to facts.
	{"internal/text", "witness"},
	{"internal/ingest/...", "witness internal/text internal/ingest/..."},
	{"internal/segment", "witness internal/text"},
	{"internal/naming", "internal/text internal/lexicon"},
	{"internal/crosslang", "witness internal/text internal/bitext"},
	{"internal/termbase", "witness internal/text internal/nlp"},
	{"internal/extract", "witness internal/text internal/lexicon internal/nlp internal/segment internal/naming"},
	{"internal/marks/train", "witness internal/text internal/lexicon internal/marks internal/nlp internal/segment internal/extract"},
	{"internal/marks", "witness internal/text internal/lexicon internal/naming"},

	// From facts to findings. A tool that trains on labelled data goes the
	// way above by itself.
	{"align", "witness internal/text internal/bitext internal/lexicon internal/logit internal/naming"},
	{"align/aligntest", "align witness internal/lexicon internal/extract internal/segment"},
	{"align/train", "align witness internal/ecbplus internal/lexicon internal/logit internal/extract internal/nlp internal/segment"},
	{"align/evalwords", "align witness internal/lexicon internal/extract internal/nlp internal/segment"},
	{"compare", "witness internal/text internal/lexicon internal/naming internal/order internal/termbase align"},
	{"compare/likeness", "compare witness align internal/lexicon"},
	{"compare/checktest", ". compare compare/suite witness internal/lexicon internal/ordertest internal/termbase"},
	{"compare/calibrate", ". compare compare/suite witness internal/ecbplus internal/lexicon"},
	{"compare/learn", ". compare compare/checks/quantity compare/checks/name compare/checks/date witness internal/ecbplus internal/invented internal/lexicon internal/logit"},
	{"compare/suite", "compare compare/checks/..."},
	{"compare/checks/...", "compare compare/likeness witness align internal/text internal/lexicon internal/logit internal/naming internal/marks internal/termbase internal/crosslang"},
	{".", "witness align compare compare/suite internal/extract internal/lexicon internal/nlp internal/order internal/segment internal/termbase internal/crosslang internal/text"},

	// From findings to what people read.
	{"reports/reporttest", "compare witness reports/render"},
	{"reports/render", "compare witness internal/text"},
	{"reports/jsonl", "compare reports/render reports/json"},
	{"reports/template", "compare reports/render reports/markdown internal/text"},
	{"reports", "compare reports/..."},
	{"reports/...", "compare witness reports/render internal/text"},

	// The doors.
	{"internal/gate/...", "compare compare/suite witness internal/text internal/ingest internal/ingest/yamlfile internal/lexicon internal/termbase reports reports/render internal/gate/..."},
	{"internal/review/...", ". compare compare/suite witness internal/text internal/ingest internal/gate reports reports/render internal/review/..."},
	{"internal/archtest", ""},
	{"internal/ordertest", "compare witness internal/order"},
	{"cmd/factdiff/internal/...", "witness internal/text compare cmd/factdiff/internal/..."},
	{"cmd/factdiff", ". witness align compare compare/suite seeds internal/ingest internal/gate internal/review internal/lexicon internal/termbase internal/text reports reports/... cmd/factdiff/internal/..."},
}

// debts are arrows that point the wrong way and are to go. One that is gone
// must leave the list.
var debts = map[string]string{}

// fits reports whether a package is in a pattern's room.
func fits(pattern, room string) bool {
	if in, ok := strings.CutSuffix(pattern, "/..."); ok {
		return room == in || strings.HasPrefix(room, in+"/")
	}
	return room == pattern
}

func TestArrows(t *testing.T) {
	owed := map[string]bool{}
	for _, p := range packages(t) {
		i := slices.IndexFunc(arrows, func(a struct{ room, may string }) bool { return fits(a.room, p.room()) })
		if i < 0 {
			t.Errorf("%s is in no room of docs/architecture.md", p.room())
			continue
		}
		may := strings.Fields(arrows[i].may)
		for _, imported := range p.ours() {
			if slices.ContainsFunc(may, func(m string) bool { return fits(m, imported) }) {
				continue
			}
			arrow := p.room() + " → " + imported
			if _, ok := debts[arrow]; ok {
				owed[arrow] = true
				continue
			}
			t.Errorf("%s: it may import of ours: %s", arrow, arrows[i].may)
		}
	}
	for d := range debts {
		if !owed[d] {
			t.Errorf("%s is no longer so: take it off the list of debts", d)
		}
	}
}

// Checks do not import one another, though they are one room.
func TestChecksApart(t *testing.T) {
	for _, p := range packages(t) {
		for _, imported := range p.ours() {
			if fits("compare/checks/...", p.room()) && fits("compare/checks/...", imported) {
				t.Errorf("%s imports the check %s", p.room(), imported)
			}
			if fits("reports/...", p.room()) && p.room() != "reports" && imported == "reports" {
				t.Errorf("the format %s imports the list of formats", p.room())
			}
		}
	}
}

// forbidden says what no package of a room imports of the standard library:
// the stages are functions of what they are given.
var forbidden = []struct{ room, never string }{
	{"witness", "os io net net/http os/exec"},
	{"internal/nlp", "os os/exec net net/http"},
	{"internal/lexicon", "os os/exec net net/http"},
	{"internal/text", "os os/exec net net/http"},
	{"internal/segment", "os os/exec net net/http"},
	{"internal/extract", "os os/exec net net/http"},
	{"align", "os os/exec net net/http"},
	{"compare", "os os/exec net net/http"},
	{"compare/suite", "os os/exec net net/http"},
	{"compare/checks/...", "os os/exec net net/http math/rand math/rand/v2 io io/fs path/filepath"},
	{".", "os os/exec net net/http"},
	{"reports", "os os/exec net net/http"},
	{"reports/...", "os os/exec net net/http"},
	{"internal/ingest/...", "os/exec net net/http"},
	{"internal/gate/...", "net net/http"},
	{"cmd/factdiff", "net net/http"},
}

func TestNoInputOrOutput(t *testing.T) {
	for _, p := range packages(t) {
		if p.Name == "main" && p.room() != "cmd/factdiff" {
			continue // a tool that makes data
		}
		for _, f := range forbidden {
			if !fits(f.room, p.room()) || p.room() == "reports/reporttest" {
				continue
			}
			for _, never := range strings.Fields(f.never) {
				if slices.Contains(p.Imports, never) {
					t.Errorf("%s imports %s", p.room(), never)
				}
			}
		}
	}
}
