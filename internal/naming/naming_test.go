package naming

import (
	"testing"

	"github.com/factdiff/factdiff/internal/lexicon"
)

func TestSame(t *testing.T) {
	judge := NewJudge(lexicon.Default())
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"Sergei Ryabkov", "Sergey Riabkov", true},
		{"Ryabkov", "Sergey Riabkov", true},
		{"Khabarovsk Krai", "Khabarovsk Region", true},
		{"Admiralty Wharfs", "Admiralty Shipyards", true},
		{"Mike Pompeo", "Michael Pompeo", true},
		{"Pyotr Morgunov", "Peter Morgunov", true},
		{"Korloyov", "Korolev", true},
		{"RPL", "Russian Premier League", true},
		{"Moscow", "Russia", true},
		{"Kyiv", "Kiev", true},
		{"Austria", "Australia", false},
		{"Lithuania", "Latvia", false},
		{"Iran", "Iraq", false},
		{"Kobe", "Kirby", false},
		{"Oleh Bondar", "Oleksandr Bondar", false},
		{"Jenny Walsh", "Jennifer Walsh", true},
		{"Serhiy Bondar", "Sergei Bondar", true},
		{"Yauhen Kavalenka", "Yevgeny Kovalenko", true},
		{"Putin", "Biden", false},
		{"Yasuminoru", "Yasutoshi", false},
		{"Wen Jiabao", "Fumio Kishida", false},
		{"Ukraine", "Russia", false},
	} {
		if got := judge.Same(tt.a, tt.b); got != tt.want {
			t.Errorf("Same(%s, %s) = %v", tt.a, tt.b, got)
		}
		if got := judge.Same(tt.b, tt.a); got != tt.want {
			t.Errorf("Same(%s, %s) = %v", tt.b, tt.a, got)
		}
	}
}

func TestTwo(t *testing.T) {
	judge := NewJudge(lexicon.Default())
	for _, tt := range []struct {
		a, b string
		want bool
		two  func(a, b string) bool
	}{
		{"bergman", "berglund", true, judge.TwoSurnames},
		{"fonseca", "fontana", true, judge.TwoSurnames},
		{"atahuallpa", "atahuachi", true, judge.TwoSurnames}, // SameWord forgives the letters
		{"novak", "novakova", false, judge.TwoSurnames},
		{"khodorkovsky", "chodorkowski", false, judge.TwoSurnames},
		{"papadakis", "papadaki", false, judge.TwoSurnames},
		{"kuznetsov", "kusnezow", false, judge.TwoSurnames},
		{"hansen", "jansen", false, judge.TwoSurnames}, // a slip of the finger
		{"milena", "marija", true, judge.TwoGiven},
		{"birgitte", "lone", true, judge.TwoGiven},
		{"pyotr", "peter", false, judge.TwoGiven},
		{"alexis", "alexandros", false, judge.TwoGiven},
		{"sandro", "alessandro", false, judge.TwoGiven},
		{"bill", "william", false, judge.TwoGiven},
		{"giannis", "yiannis", false, judge.TwoGiven},
		{"ty", "tywon", false, judge.TwoGiven},
		{"j", "maria", false, judge.TwoGiven},
	} {
		if got := tt.two(tt.a, tt.b); got != tt.want {
			t.Errorf("%s, %s: two = %v", tt.a, tt.b, got)
		}
		if got := tt.two(tt.b, tt.a); got != tt.want {
			t.Errorf("%s, %s: two = %v", tt.b, tt.a, got)
		}
	}
}

func BenchmarkSame(b *testing.B) {
	lex := lexicon.Default()
	NewJudge(lex).Same("Sergei Ryabkov", "Wendy Sherman") // makes the tables
	b.Run("first", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			NewJudge(lex).Same("Sergei Ryabkov", "Wendy Sherman")
		}
	})
	b.Run("again", func(b *testing.B) { // as versions of a report ask
		judge := NewJudge(lex)
		b.ReportAllocs()
		for b.Loop() {
			judge.Same("Sergei Ryabkov", "Wendy Sherman")
		}
	})
}
