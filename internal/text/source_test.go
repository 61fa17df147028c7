package text_test

import (
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/factdiff/factdiff/internal/text"
	"github.com/factdiff/factdiff/witness"
)

func TestPosition(t *testing.T) {
	const s = "Women’s talks\r\nРябков 🕊 said\n\nИ"
	tests := []struct {
		at   string // what stands at the offset
		want text.Position
	}{
		{"Women", text.Position{1, 1, 1, 1}},
		{"’s", text.Position{1, 6, 6, 6}},
		{"s talks", text.Position{1, 9, 7, 7}},
		{"\r\n", text.Position{1, 16, 14, 14}},
		{"\nРябков", text.Position{1, 17, 15, 15}},
		{"Рябков", text.Position{2, 1, 1, 1}},
		{"🕊", text.Position{2, 14, 8, 8}},
		{" said", text.Position{2, 18, 9, 10}},
		{"\n\nИ", text.Position{2, 23, 14, 15}},
		{"\nИ", text.Position{3, 1, 1, 1}},
		{"И", text.Position{4, 1, 1, 1}},
		{"", text.Position{4, 3, 2, 2}},
	}
	src := text.NewSource("a.txt", s)
	for _, tt := range tests {
		offset := strings.Index(s, tt.at)
		if tt.at == "" {
			offset = len(s)
		}
		if got := src.Position(offset); got != tt.want {
			t.Errorf("Position(%d), before %q: got %v, want %v", offset, tt.at, got, tt.want)
		}
	}
	if got, want := src.Position(strings.Index(s, "🕊")+2), src.Position(strings.Index(s, "🕊")); got != want {
		t.Errorf("within a rune: got %v, want %v", got, want)
	}
	if got, want := src.Position(-3), src.Position(0); got != want {
		t.Errorf("before the text: got %v, want %v", got, want)
	}
	if got, want := src.Position(1000), src.Position(len(s)); got != want {
		t.Errorf("after the text: got %v, want %v", got, want)
	}
}

func TestLine(t *testing.T) {
	const s = "één\r\n\nтри\r\n"
	src := text.NewSource("", s)
	if src.Lines() != 4 {
		t.Fatalf("Lines() = %d, want 4", src.Lines())
	}
	for n, want := range []string{"", "één", "", "три", "", ""} {
		sp := src.Line(n)
		if got := s[sp.Start:sp.End]; got != want {
			t.Errorf("Line(%d) = %q, want %q", n, got, want)
		}
	}
	if got := text.NewSource("", "").Line(1); got != (witness.Span{}) {
		t.Errorf("line of an empty text: %v", got)
	}
}

// slowPosition counts everything from the start, rune by rune.
func slowPosition(s string, offset int) text.Position {
	offset = min(max(offset, 0), len(s))
	for offset > 0 && offset < len(s) && !utf8.RuneStart(s[offset]) {
		offset--
	}
	line := strings.Count(s[:offset], "\n") + 1
	col := s[strings.LastIndexByte(s[:offset], '\n')+1 : offset]
	return text.Position{
		Line:  line,
		Byte:  len(col) + 1,
		Rune:  utf8.RuneCountInString(col) + 1,
		UTF16: len(utf16.Encode([]rune(col))) + 1,
	}
}

func TestPositionOfLongLines(t *testing.T) {
	s := strings.Repeat("a Рябков 🕊 İ ", 500) + "\n" + strings.Repeat("б", 3000) + "\r\n"
	src := text.NewSource("", s)
	for i := range len(s) + 1 {
		if got, want := src.Position(i), slowPosition(s, i); got != want {
			t.Fatalf("Position(%d) = %v, want %v", i, got, want)
		}
	}
}

func FuzzPosition(f *testing.F) {
	f.Add("Женева\r\n“a”\n🕊", 9)
	f.Fuzz(func(t *testing.T, s string, offset int) {
		if !utf8.ValidString(s) {
			t.Skip("ingest lets only valid UTF-8 through")
		}
		src := text.NewSource("", s)
		p := src.Position(offset)
		if want := slowPosition(s, offset); p != want {
			t.Fatalf("Position(%d) of %q = %v, want %v", offset, s, p, want)
		}
		if p.Line < 1 || p.Line > src.Lines() {
			t.Fatalf("line %d of %d", p.Line, src.Lines())
		}
		for n := 1; n <= src.Lines(); n++ {
			sp := src.Line(n)
			if strings.Contains(s[sp.Start:sp.End], "\n") || src.Position(sp.Start) != (text.Position{n, 1, 1, 1}) {
				t.Fatalf("Line(%d) of %q = %v", n, s, sp)
			}
		}
	})
}

func BenchmarkIndex(b *testing.B) {
	for _, bb := range corpora {
		b.Run(bb.name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(bb.text)))
			for b.Loop() {
				text.NewSource("", bb.text).Lines()
			}
		})
	}
}

func BenchmarkPosition(b *testing.B) {
	for _, bb := range corpora {
		b.Run(bb.name, func(b *testing.B) {
			b.ReportAllocs()
			src := text.NewSource("", bb.text)
			i := 0
			for b.Loop() {
				src.Position(i)
				i = (i + 7919) % len(bb.text)
			}
		})
	}
}

// corpora are what a report may look like to the fast paths.
var corpora = []struct{ name, text string }{
	{"ascii", strings.Repeat("The talks in Geneva lasted more than seven hours, Mr Ryabkov said.\n", 2000)},
	{"curly", strings.Repeat("“We’re not invading”, he said – the talks lasted more than seven hours.\n", 2000)},
	{"cyrillic", strings.Repeat("Переговоры в Женеве длились более семи часов, сказал Рябков.\n", 2000)},
	{"oneline", strings.Repeat("“We’re not invading”, he said – the talks lasted more than seven hours. ", 2000)},
}
