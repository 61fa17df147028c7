package marks_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/factdiff/factdiff/internal/extract"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/internal/marks"
	"github.com/factdiff/factdiff/internal/segment"
	"github.com/factdiff/factdiff/witness"
)

func TestSpacing(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"Lithuania , Latvia and Estonia.", "Lithuania ,"},
		{"He met the council (OSCE)and left.", "(OSCE)and"},
		{"It met the Organisation(OSCE) today.", "Organisation(OSCE)"},
		{"They left,and it rained.", "left,and"},
		{"It ended.The rain fell.", "ended.The"},
		{"It rained,, and fell.", "rained,,"},
		{"It rained.. and fell.", "rained.."},
		{"See example.com, 3,500 people, a .22 rifle, the member(s) and ... that.", ""},
		{"U.S., Inc., etc.; “well,” he said.", ""},
		{"A smile :) and a list: a) one.", ""},
		{"He waited . . . and left.", ""},
	} {
		got := words(tt.text, marks.Spacing(tt.text, 0, len(tt.text)))
		if got != tt.want {
			t.Errorf("%q: %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestQuotes(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"He spoke of “costs“, and left.", "“costs“,"},
		{"The “firm answer ”that he gave.", "”that"},
		{"They may begin a” de-escalation.", "a”"},
		{"They went back to barracks. “", "“"},
		{"He said: “We go.”", ""},
		{"The „great“ man said «no».", ""},
		{"It is 5'10\" tall, “A”s and all.", ""},
	} {
		slips, _ := marks.Quotes(tt.text, 0, len(tt.text), false)
		if got := words(tt.text, slips); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.text, got, tt.want)
		}
	}
}

func words(text string, slips []marks.Slip) string {
	var out []string
	for _, s := range slips {
		if !s.Hint {
			out = append(out, text[s.Span.Start:s.Span.End])
		}
	}
	return strings.Join(out, "|")
}

func event(t testing.TB, text string) *witness.Event {
	t.Helper()
	w := &witness.Witness{ID: "A", Text: text, Lang: "en"}
	segment.Statements(w, false)
	ev := &witness.Event{Witnesses: []*witness.Witness{w}}
	x := extract.Extractor{Lexicon: lexicon.Default()}
	if err := x.Event(context.Background(), ev); err != nil {
		t.Fatal(err)
	}
	return ev
}

func TestSpeller(t *testing.T) {
	ev := event(t, "The talks went on.")
	s := marks.NewSpeller(lexicon.Default(), ev)
	for _, tt := range []struct {
		word, suggest string
		known         bool
	}{
		{"goverment", "government", false}, {"recieve", "receive", false}, {"becuase", "because", false},
		{"livestream", "", true}, {"coronavirus", "", true}, {"colour", "", true}, {"privatisation", "", true},
		{"whistleblowers", "", true}, {"counteroffensive", "", true}, {"café", "", true},
	} {
		if j := s.Judge(tt.word); j.Known != tt.known || j.Suggest != tt.suggest {
			t.Errorf("%s: %+v", tt.word, j)
		}
	}
}

// scan runs every scanner of a statement.
func scan(ev *witness.Event) int {
	lex := lexicon.Default()
	n := 0
	sp := marks.NewSpeller(lex, ev)
	named := marks.Capitals(ev)
	for _, w := range ev.Witnesses {
		for _, st := range w.Statements {
			slips, _ := marks.Quotes(w.Text, st.Span.Start, st.Span.End, false)
			n += len(slips) + len(marks.Spacing(w.Text, st.Span.Start, st.Span.End)) + len(marks.Brackets(w.Text, st.Span.Start, st.Span.End)) +
				len(marks.Inside(st)) + len(marks.Stops(st)) + len(marks.Repeats(lex, st)) + len(marks.Pairs(st)) + len(marks.Grammar(lex, st)) +
				len(marks.Foreign(w.Text, st.Span)) + len(sp.Misspelt(st, named)) + len(sp.Alien(st, named)) + len(marks.Decapitated(lex, st, named)) + len(marks.Raised(lex, st))
			marks.Odd(st)
		}
		n += len(marks.Loans(lex, w)) + len(marks.Variants(lex, w)) + len(marks.Pronouns(lex, w, func(e *witness.Entity) bool { return e != nil }))
	}
	return n
}

// TestHostile asserts that no text makes the scanners quadratic.
func TestHostile(t *testing.T) {
	for _, piece := range []string{"( ", "“", "\" ", ", ", "the ", "a a b ", "he said “", "Ab ", "xqzv ", ". . ", "ж", "a-", "(("} {
		ev := event(t, strings.Repeat(piece, 4000))
		start := time.Now()
		scan(ev)
		if d := time.Since(start); d > 5*time.Second {
			t.Errorf("%q × 4000: %v", piece, d)
		}
	}
}

func FuzzScan(f *testing.F) {
	f.Add("He said: “We go ”and left , she (too. went). ). The the end..")
	f.Add("an man in he thirties for her part, Anna Smith he said & &amp; ж")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 2000 {
			return
		}
		scan(event(t, strings.ToValidUTF8(text, "?")))
	})
}

const sample = "Moscow said on Monday that it would seek guarantees from Washington on Ukraine and the eastern expansion of NATO during the talks in Geneva, while Western countries coordinated their answer. "

func BenchmarkScan(b *testing.B) {
	ev := event(b, strings.Repeat(sample, 50))
	b.SetBytes(int64(50 * len(sample)))
	b.ReportAllocs()
	for b.Loop() {
		scan(ev)
	}
}

func BenchmarkSpacing(b *testing.B) {
	text := strings.Repeat(sample, 50)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		marks.Spacing(text, 0, len(text))
	}
}

func BenchmarkOdd(b *testing.B) {
	st := event(b, sample).Witnesses[0].Statements[0]
	b.ReportAllocs()
	for b.Loop() {
		marks.Odd(st)
	}
}
