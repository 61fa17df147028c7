package html

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/reports/render"
)

// colours is how many values have a colour of their own; more take turns.
const colours = 4

// finding is the view of one finding.
type finding struct {
	*render.Finding
	Key      string
	Class    string // of the severity
	In       string // positions of its reports among all sigla, with spaces around each
	Says     []*value
	Artefact bool
	Link     string // of the row of the alignment
	Diff     []side
	Timeline *timeline
	New      bool
	Known    bool
	Off      bool // dismissed
}

type value struct {
	*render.Value
	Class string
	Count string // "3 say"
	Read  []*reading
	// Lean is what the script makes the readings of: for each its report's and
	// statement's position, the offset and length of the words in it in UTF-16
	// units, line and column. "1.7.25.11.3.207".
	Lean string
}

type reading struct {
	*render.Reading
	Class  string
	Key    string // of its statement
	Offset int    // UTF-16 units from the start of the statement
	Before string
	After  string
	Pieces []render.Piece
	Where  string
}

// side is one line of the word-by-word comparison.
type side struct {
	Siglum string
	Class  string
	Pieces []render.Piece
}

func newFinding(e *event, f *render.Finding, sigla map[string]string) *finding {
	v := &finding{Finding: f, Key: fmt.Sprintf("%sf%d", e.Key, f.Index), Class: f.Severity.String(),
		Artefact: f.Kind == compare.Artefact, Known: f.State.Status == render.Unchanged, Off: f.State.Status == render.Suppressed}
	v.New = !v.Known && !v.Off
	in := []string{}
	for _, id := range f.Sigla() {
		in = append(in, sigla[id])
	}
	v.In = " " + strings.Join(in, " ") + " "
	for i, val := range f.Values {
		says := &value{Value: val, Class: colour(i), Count: "1 says"}
		if n := len(val.Sigla); n > 1 {
			says.Count = fmt.Sprintf("%d say", n)
		}
		var lean []string
		for _, r := range val.Readings {
			v := newReading(e, r, i)
			if e.Lean && !e.Redacted && r.Statement >= 0 {
				lean = append(lean, fmt.Sprintf("%d.%d.%d.%d.%d.%d", r.Witness.Pos, r.Statement, v.Offset,
					units(r.Text), r.From.Line, r.From.Rune))
				continue
			}
			says.Read = append(says.Read, v)
		}
		says.Lean = strings.Join(lean, " ")
		v.Says = append(v.Says, says)
	}
	if f.Group != nil && e.Group(*f.Group) != nil {
		v.Link = fmt.Sprintf("%sg%d", e.Key, *f.Group)
	}
	if !v.Artefact && !f.Event.Redacted {
		v.Diff = diff(f, e.Lean)
		v.Timeline = newTimeline(f)
	}
	return v
}

func colour(i int) string { return fmt.Sprintf("v%d", i%colours) }

func newReading(e *event, r *render.Reading, value int) *reading {
	v := &reading{Reading: r, Class: colour(value), Pieces: r.Words(), Where: render.Line(r.Place())}
	before, after := r.Around()
	v.Before, v.After = before, after
	if r.Statement >= 0 {
		v.Key = fmt.Sprintf("%sw%ds%d", e.Key, r.Witness.Pos, r.Statement)
		v.Offset = units(before)
	}
	return v
}

// units counts the UTF-16 units of s, which a browser counts text in.
func units(s string) int {
	n := 0
	for _, r := range s {
		n++
		if r > 0xFFFF {
			n++
		}
	}
	return n
}

// alike is the share of letters that two sentences must have in common to be
// compared word by word; below it only the words of the readings are.
const alike = 0.6

// diff compares what the majority says with what each other value is, word by
// word: by their sentences where these are alike, as two translations of one
// are, or by the words that differ.
//
// A lean page compares the words only, and only where they are more than the
// head of the finding shows at a glance.
func diff(f *render.Finding, lean bool) []side {
	if len(f.Values) < 2 {
		return nil
	}
	first := f.Values[0].Readings[0]
	var out []side
	for i, val := range f.Values[1:] {
		r := val.Readings[0]
		var as, bs []render.Piece
		if !lean {
			as, bs = render.Diff(whole(first), whole(r))
		}
		if lean || shared(as) < alike || shared(bs) < alike {
			if lean && len(first.Text)+len(r.Text) < 60 {
				continue
			}
			as, bs = render.Diff(first.Text, r.Text)
			if shared(as) == 0 {
				continue
			}
		}
		out = append(out, side{first.Reading.Witness, colour(0), as}, side{r.Reading.Witness, colour(i + 1), bs})
	}
	return out
}

func whole(r *render.Reading) string {
	if r.Statement < 0 {
		return r.Text
	}
	return r.Witness.StatementText(r.Statement)
}

func shared(ps []render.Piece) float64 {
	same, all := 0, 0
	for _, p := range ps {
		n := 0
		for _, c := range p.Text {
			if unicode.IsLetter(c) || unicode.IsNumber(c) {
				n++
			}
		}
		all += n
		if !p.Differs {
			same += n
		}
	}
	if all == 0 {
		return 0
	}
	return float64(same) / float64(all)
}
