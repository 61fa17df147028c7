package text_test

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/factdiff/factdiff/internal/text"
)

func TestPlain(t *testing.T) {
	tests := []struct{ in, want string }{
		{"plain 'ascii' - \"text\"", "plain 'ascii' - \"text\""},
		{"“It’s” – 7\u00a0000…", "\"It's\" - 7 000…"},
		{"«Да» — сказал ‹он›", "\"Да\" - сказал 'он'"},
		{"−12\u202f%", "-12 %"},
	}
	for _, tt := range tests {
		got := text.Plain(tt.in)
		if got != tt.want {
			t.Errorf("Plain(%q) = %q, want %q", tt.in, got, tt.want)
		}
		if utf8.RuneCountInString(got) != utf8.RuneCountInString(tt.in) {
			t.Errorf("Plain(%q) has another number of runes", tt.in)
		}
	}
}

func TestNormalise(t *testing.T) {
	tests := []struct{ in, want string }{
		{"", ""},
		{"geneva", "geneva"},
		{"GENEVA, Jan 10", "geneva, jan 10"},
		{"İstanbul ISPARTA ırmak", "istanbul isparta irmak"},
		{"“Women’s”", "\"women's\""},
		{"cafe\u0301 CAFÉ", "café café"},
		{"Stra\u00adße STRASSE", "strasse strasse"},
		{"ΟΔΥΣΣΕΥΣ Οδυσσευς", "οδυσσευσ οδυσσευσ"},
		{"oﬃce…", "office..."},
		{"\ufeffРЯБКОВ", "рябков"},
		{"한글", "한글"},
		{"a\xffb", "a\uFFFDb"},
	}
	for _, tt := range tests {
		m := text.Normalise(tt.in)
		if m.Text != tt.want {
			t.Errorf("Normalise(%q) = %q, want %q", tt.in, m.Text, tt.want)
		}
	}
}

func TestSpanOfNormalised(t *testing.T) {
	tests := []struct{ in, find, want string }{
		{"talks in GENEVA today", "geneva", "GENEVA"},
		{"in İstanbul – today", "istanbul", "İstanbul"},
		{"in İstanbul – today", "today", "today"},
		{"Stra\u00adße 12", "strasse", "Stra\u00adße"},
		{"Straße 12", "stras", "Straß"}, // half of a letter is the letter
		{"Straße 12", "se", "ße"},
		{"the cafe\u0301 of", "café", "cafe\u0301"},
		{"the cafe\u0301 of", " of", " of"},
		{"“Women’s” day", "women's", "Women’s"},
		{"“Women’s” day", "\" day", "” day"},
		{"Рябков И РЯБКОВ", " рябков", " РЯБКОВ"},
		{"over…", "...", "…"},
		{"over… now", ".. n", "… n"},
	}
	for _, tt := range tests {
		m := text.Normalise(tt.in)
		i := strings.Index(m.Text, tt.find)
		if i < 0 {
			t.Errorf("%q not in %q", tt.find, m.Text)
			continue
		}
		sp := m.Span(i, i+len(tt.find))
		if got := tt.in[sp.Start:sp.End]; got != tt.want {
			t.Errorf("%q found in %q as %q, want %q", tt.find, tt.in, got, tt.want)
		}
	}
}

func FuzzNormalise(f *testing.F) {
	for _, s := range []string{"İstanbul", "Stra\u00adße", "cafe\u0301", "a\u0301\u0301\u0302x", "“Women’s”…", "한글 \u1112\u1161\u11ab", "\u0344", "e\u200d\u0301", "a\xffb"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		m := text.Normalise(s)
		if !utf8.ValidString(m.Text) {
			t.Fatalf("Normalise(%q) = %q, which is not UTF-8", s, m.Text)
		}
		if m.Offset(len(m.Text)) != len(s) {
			t.Fatalf("the end of %q maps to %d", s, m.Offset(len(m.Text)))
		}
		last := 0
		for i := range m.Text {
			at := m.Offset(i)
			if at < last || at > len(s) {
				t.Fatalf("Normalise(%q): byte %d of %q maps to %d after %d", s, i, m.Text, at, last)
			}
			if at < len(s) && !utf8.RuneStart(s[at]) && utf8.ValidString(s) {
				t.Fatalf("Normalise(%q): byte %d of %q maps within a rune", s, i, m.Text)
			}
			last = at
			if sp := m.Span(i, i+1); sp.Start != at || sp.End < sp.Start || sp.End > len(s) {
				t.Fatalf("Normalise(%q): span of byte %d is %v", s, i, sp)
			}
		}
		if !utf8.ValidString(s) || text.HasIgnorable(s) || !norm.NFC.IsNormalString(m.Text) {
			return
		}
		if again := text.Normalise(m.Text); again.Text != m.Text {
			t.Fatalf("Normalise(%q) = %q, and again %q", s, m.Text, again.Text)
		}
	})
}

func TestFold(t *testing.T) {
	tests := []struct{ in, want string }{
		{"", ""},
		{"putin", "putin"},
		{"Putin", "putin"},
		{"РЯБКОВ", "riabkov"},
		{"Riabkov", "riabkov"},
		{"Лавров, Сергей", "lavrov, sergei"},
		{"Зеленський", "zelenskii"}, // the soft sign is dropped
		{"Çavuşoğlu", "cavusoglu"},
		{"Müller-Lüdenscheid", "muller-ludenscheid"},
		{"Mu\u0308ller", "muller"},
		{"O’Brien", "o'brien"},
		{"Łódź", "lodz"},
		{"مُحَمَّد", "mhmd"},
		{"محمد", "mhmd"},
		{"北京", "bei jing"},
		{"北京 2022", "bei jing 2022"},
		{"北京大学", "bei jing da xue"},
		{"김정은", "gimjeongeun"},
		{"İstanbul", "istanbul"},
		{"Ισλαμαμπάντ", "islamampant"},
		{"𝐁𝐢𝐝𝐞𝐧", "biden"},
		{"e-mail – “x”…", "e-mail - \"x\"..."},
		{"𐍅𐌿𐌻𐍆", "𐍅𐌿𐌻𐍆"}, // Gothic: no table, kept
	}
	for _, tt := range tests {
		if got := text.Fold(tt.in); got != tt.want {
			t.Errorf("Fold(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
	if n := testing.AllocsPerRun(10, func() { text.Fold("sergei riabkov") }); n != 0 {
		t.Errorf("Fold of a folded word allocates %v times", n)
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"İstanbul", "北京 ", "김", "مُحَمَّد", "Σας", "ʻa", "Ⅷ½", "नरेन्द्र मोदी"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			t.Skip("ingest lets only valid UTF-8 through")
		}
		once := text.Fold(s)
		if !utf8.ValidString(once) {
			t.Fatalf("Fold(%q) = %q, which is not UTF-8", s, once)
		}
		if twice := text.Fold(once); twice != once {
			t.Fatalf("Fold(%q) = %q, and again %q", s, once, twice)
		}
	})
}

func TestValidUTF8(t *testing.T) {
	if err := text.ValidUTF8([]byte("Рябков\n🕊")); err != nil {
		t.Error(err)
	}
	err := text.ValidUTF8([]byte("Рябков\nab\xe9c"))
	var bad *text.UTF8Error
	if !errors.As(err, &bad) {
		t.Fatalf("got %v", err)
	}
	if want := (text.UTF8Error{Offset: 15, Line: 2, Column: 3, Byte: 0xE9}); *bad != want {
		t.Errorf("got %+v, want %+v", *bad, want)
	}
	if want := "invalid UTF-8 at byte 15, line 2, column 3: 0xE9"; err.Error() != want {
		t.Errorf("got %q, want %q", err, want)
	}
}

func BenchmarkNormalise(b *testing.B) {
	for _, bb := range corpora {
		b.Run(bb.name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(bb.text)))
			for b.Loop() {
				text.Normalise(bb.text)
			}
		})
	}
}

func BenchmarkFold(b *testing.B) {
	for _, bb := range []struct{ name, text string }{
		{"folded", "sergei riabkov"}, {"ascii", "Sergei Riabkov"}, {"latin", "Çavuşoğlu"}, {"cyrillic", "Рябков"},
	} {
		b.Run(bb.name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(bb.text)))
			for b.Loop() {
				text.Fold(bb.text)
			}
		})
	}
}

func BenchmarkPlain(b *testing.B) {
	for _, bb := range corpora {
		b.Run(bb.name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(bb.text)))
			for b.Loop() {
				text.Plain(bb.text)
			}
		})
	}
}
