package render_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/text"
	"github.com/factdiff/factdiff/reports/render"
	"github.com/factdiff/factdiff/reports/reporttest"
	"github.com/factdiff/factdiff/witness"
)

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		text  string
		width int
		want  string
	}{
		{"", 10, ""},
		{"short", 10, "short"},
		{"one two three four", 9, "one two|three|four"},
		{"incomprehensibilities", 8, "incompre|hensibil|ities"},
		{"警方表示事故造成十四人受傷", 8, "警方表示|事故造成|十四人受|傷"},
		{"a [[twelve people]] b", 9, "a|[[twelve|people]]|b"},
		{"👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", 4, "👩‍👩‍👧👩‍👩‍👧|👩‍👩‍👧"},
	} {
		var lines []string
		for _, l := range render.Wrap([]render.Run{{Text: c.text}}, c.width, 0) {
			s := ""
			for _, r := range l {
				s += r.Text
			}
			lines = append(lines, s)
		}
		if got := strings.Join(lines, "|"); got != c.want {
			t.Errorf("Wrap(%q, %d) = %q, want %q", c.text, c.width, got, c.want)
		}
	}
}

// TestWrapKeeps holds Wrap to losing nothing but spaces, and to the width.
func TestWrapKeeps(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var runs []render.Run
		whole := ""
		for i, s := range rapid.SliceOfN(rapid.StringMatching(`[a-zé橋ب -]{0,12}`), 0, 8).Draw(t, "runs") {
			runs = append(runs, render.Run{Text: s, Style: i})
			whole += s
		}
		width := rapid.IntRange(2, 30).Draw(t, "width")
		got := ""
		for _, l := range render.Wrap(runs, width, 0) {
			cells := 0
			for _, r := range l {
				cells += render.Width(r.Text)
				got += r.Text
			}
			if cells > width {
				t.Fatalf("a line of %d cells on %d", cells, width)
			}
		}
		if strings.ReplaceAll(got, " ", "") != strings.ReplaceAll(whole, " ", "") {
			t.Fatalf("%q became %q", whole, got)
		}
	})
}

func TestLine(t *testing.T) {
	for in, want := range map[string]string{
		" a\n\tb ":            "a b",
		"\x1b[2Jx":            "␛[2Jx",
		"\u202egnp.exe\u202c": "gnp.exe",
		"a\u0085b\u2028c":     "a b c",
		"\ufeffx\x7f":         "x␡",
	} {
		if got := render.Line(in); got != want {
			t.Errorf("Line(%q) = %q, want %q", in, got, want)
		}
	}
}

// TestMask holds the masked text to the shape of the text: positions of the
// one are those of the other, in every unit.
func TestMask(t *testing.T) {
	rs := []*compare.Result{reporttest.Foreign(), reporttest.Hostile()}
	open, masked := render.Events(rs, nil), render.Events(rs, &render.Options{Redact: true})
	for i := range open {
		for j, w := range open[i].Witnesses {
			m := masked[i].Witnesses[j]
			if len(m.Text) != len(w.Text) || !utf8.ValidString(m.Text) {
				t.Fatalf("%d bytes became %d", len(w.Text), len(m.Text))
			}
			plain, hidden := text.NewSource("", w.Text), text.NewSource("", m.Text)
			for at := range w.Text {
				if a, b := plain.Position(at), hidden.Position(at); a != b {
					t.Fatalf("offset %d is at %v and masked at %v", at, a, b)
				}
			}
		}
	}
}

func TestURI(t *testing.T) {
	for in, want := range map[string]string{
		"a/b.txt":     "a/b.txt",
		"/x/a b.txt":  "file:///x/a%20b.txt",
		`C:\x\a.txt`:  "file:///C:/x/a.txt",
		"a:b/c#d?.md": "a%3Ab/c%23d%3F.md",
		"橋.txt":       "%E6%A9%8B.txt",
	} {
		if got := render.URI(in); got != want {
			t.Errorf("URI(%q) = %q, want %q", in, got, want)
		}
	}
}

// TestScores counts by hand: C stands alone in a critical, a major and a
// minor finding and bears two minor marks, in 73 words.
func TestScores(t *testing.T) {
	r := reporttest.Plain()
	if got := render.Events([]*compare.Result{r}, nil)[0].Scores(); got != nil {
		t.Errorf("independent reports have scores: %v", got)
	}
	r.Event.Witnesses[2].Translates = "A"
	got := render.Events([]*compare.Result{r}, nil)[0].Scores()
	if len(got) != 1 {
		t.Fatalf("%d scores, want that of C", len(got))
	}
	// Two critical, one major by majority and the quotation that differs from
	// its source without one, three minor: 50 + 10 + 3 points.
	s := got[0]
	if s.Points != 63 || s.Words != 73 || !s.Fails || !s.Small {
		t.Errorf("score %+v", s)
	}
	if want := 63.0 * 1000 / 73; s.Penalty != want || s.Value != 100-want/10 {
		t.Errorf("penalty %v, score %v", s.Penalty, s.Value)
	}
	if s.Open != 0 {
		t.Errorf("%d open", s.Open)
	}
	// Of an event that is aligned every report is scored but the source.
	r.Event.Aligned = true
	if all := render.Events([]*compare.Result{r}, nil)[0].Scores(); len(all) != len(r.Event.Witnesses)-1 || all[0].Witness.ID == "A" {
		t.Errorf("%d scores of an aligned event of %d", len(all), len(r.Event.Witnesses))
	}
	r.Event.Aligned = false
	// What a person has dismissed does not count.
	o := &render.Options{States: map[string]render.State{r.Findings[0].ID: {Status: render.Suppressed}}}
	if s := render.Events([]*compare.Result{r}, o)[0].Scores()[0]; s.Points != 38 {
		t.Errorf("with one dismissed: %d points", s.Points)
	}
}

// TestRobust gives spans that a mistaken check could give.
func TestRobust(t *testing.T) {
	group := 99
	r := &compare.Result{ID: "x", Event: &witness.Event{ID: "x", Witnesses: []*witness.Witness{{ID: "A", Text: "é"}}},
		Findings: []compare.Finding{
			{Check: "none"},
			{Check: "out", Group: &group, Readings: []compare.Reading{{Witness: "A", Start: -3, End: 99}, {Witness: "Z", Start: 1, End: 0}}},
			{Check: "inside", Outliers: []string{"A", "Q"}, Readings: []compare.Reading{{Witness: "A", Start: 1, End: 1, Statement: 7}}},
		}}
	ev := render.Events([]*compare.Result{r}, nil)[0]
	for _, f := range ev.Findings {
		if f.Primary == nil {
			t.Errorf("%s has no place", f.Check)
		}
		for _, r := range f.All() {
			r.Words()
			r.Around()
			r.Context()
		}
		f.Text()
	}
	ev.Table()
	ev.Matrix()
}
