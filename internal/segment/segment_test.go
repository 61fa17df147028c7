package segment

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/factdiff/factdiff/witness"
)

func cut(text string) []string {
	w := &witness.Witness{Text: text}
	Statements(w, false)
	var out []string
	for _, st := range w.Statements {
		out = append(out, st.Text())
	}
	return out
}

func TestSentences(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"plain", "One fell. Two rose.", "One fell.|Two rose."},
		{"title", "Dr. Smith met Gen. Lee. They talked.", "Dr. Smith met Gen. Lee.|They talked."},
		{"country", "He left the U.S. Tuesday. The U.S. is big.", "He left the U.S. Tuesday.|The U.S. is big."},
		{"country ends", "He left the U.S. The plane was late.", "He left the U.S.|The plane was late."},
		{"initial", "John F. Kennedy spoke.", "John F. Kennedy spoke."},
		{"tail", "They went back to barracks. “\nThen it rained.", "They went back to barracks. “|Then it rained."},
		{"doubled bracket", "It met the council (OSC). ). It ended.", "It met the council (OSC). ).|It ended."},
		{"stray stop", "The bloc refused to concede. security promises.", "The bloc refused to concede. security promises."},
		{"question in a quotation", "“Why?” he asked.", "“Why?” he asked."},
		{"number", "It rose 3.5 percent. It fell.", "It rose 3.5 percent.|It fell."},
		{"lines", "Title here\n\nText one.\r\nText two.", "Title here|Text one.|Text two."},
		{"quotation", "“We will go. We will win,” he said.", "“We will go.|We will win,” he said."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := strings.Join(cut(tt.text), "|"); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

// TestLongSentence cuts what has no end: between words where there are some,
// and between characters where there are none.
func TestLongSentence(t *testing.T) {
	for _, word := range []string{"twelve ", "twelve", "дванадцять", "十二", "十二 "} {
		text := strings.TrimSpace(strings.Repeat(word, 20000))
		parts := cut(text)
		for i, s := range parts {
			if len(s) > maxSentence || !utf8.ValidString(s) {
				t.Errorf("%q: part %d of %d bytes, valid %t", word, i, len(s), utf8.ValidString(s))
			}
			if strings.HasSuffix(word, " ") && !strings.HasSuffix(s, strings.TrimSpace(word)) {
				t.Errorf("%q: part %d ends within a word", word, i)
			}
		}
		if strings.ReplaceAll(strings.Join(parts, ""), " ", "") != strings.ReplaceAll(text, " ", "") {
			t.Errorf("%q: words lost", word)
		}
	}
}

func TestKinds(t *testing.T) {
	w := &witness.Witness{Text: "Ministers meet in Rome\nAnna Bianchi\nThe ministers met on Monday.\nNext steps\nThey will meet again."}
	Statements(w, false)
	want := []witness.StatementKind{witness.Headline, witness.Byline, witness.Body, witness.Headline, witness.Body}
	for i, st := range w.Statements {
		if st.Kind != want[i] {
			t.Errorf("%q: kind %d, want %d", st.Text(), st.Kind, want[i])
		}
	}
}

// FuzzStatements asserts that statements and the gaps between them rebuild
// the text, and that the gaps hold nothing but space.
func FuzzStatements(f *testing.F) {
	for _, s := range []string{"", " ", "A. B. c", "x\n\ny\r\nz", "“Why?” he asked.\u200b", "U.S. (a). ).", "\xff\xfe a. B",
		strings.Repeat("12 ", maxSentence), strings.Repeat("\x80", 2*maxSentence)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, lines := range []bool{false, true} {
			w := &witness.Witness{Text: text}
			Statements(w, lines)
			at := 0
			for _, st := range w.Statements {
				if st.Span.Empty() || st.Span.Start < at || st.Span.End > len(text) {
					t.Fatalf("statement %v after %d of %q", st.Span, at, text)
				}
				if strings.TrimFunc(text[at:st.Span.Start], blank) != "" {
					t.Fatalf("words lost: %q", text[at:st.Span.Start])
				}
				at = st.Span.End
			}
			if strings.TrimFunc(text[at:], blank) != "" {
				t.Fatalf("words lost at the end: %q", text[at:])
			}
		}
	})
}

func BenchmarkStatements(b *testing.B) {
	text := strings.Repeat("The minister, Mr. Brown, met U.S. officials on 3 May. “We agreed on much. We go on,” he said.\n", 200)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Statements(&witness.Witness{Text: text}, false)
	}
}
