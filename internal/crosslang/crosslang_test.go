package crosslang

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/factdiff/factdiff/internal/segment"
	"github.com/factdiff/factdiff/witness"
)

func TestNumbers(t *testing.T) {
	for _, tt := range []struct {
		lang, in string
		want     float64
	}{
		{"en", "1,250,000", 1250000}, {"en", "1.25 million", 1250000}, {"en", "two and a half million", 2.5e6}, {"en", "twenty-five", 25}, {"en", "two hundred and five", 205},
		{"es", "1.250.000", 1250000}, {"es", "treinta y cinco", 35}, {"es", "3,5 mil millones", 3.5e9}, {"es", "doscientos cuatro", 204},
		{"fr", "1 250 000", 1250000}, {"fr", "quatre-vingt-douze", 92}, {"fr", "deux cents millions", 2e8}, {"fr", "1,5 milliard", 1.5e9},
		{"de", "1.250", 1250}, {"de", "fünfundzwanzig", 25}, {"de", "zweihundertdreißig", 230}, {"de", "3,2 Mrd.", 3.2e9},
		{"ru", "1 250", 1250}, {"ru", "двадцать пять", 25}, {"ru", "двух с половиной миллионов", 2.5e6}, {"ru", "600,3 тысячи", 600300},
		{"uk", "сорок п'ять", 45}, {"uk", "сорок п’ять", 45}, {"uk", "2,5 млрд", 2.5e9},
		{"ar", "٣٥", 35}, {"ar", "خمسة وثلاثون", 35}, {"ar", "٢٫٥ مليون", 2.5e6}, {"ar", "١٬٢٥٠", 1250},
		{"zh", "35万", 350000}, {"zh", "三十五万", 350000}, {"zh", "1.2亿", 1.2e8}, {"zh", "二〇二二", 2022}, {"zh", "两千五百", 2500},
		{"pl", "1 250", 1250}, {"pl", "12,5", 12.5},
	} {
		r := Read(tt.lang, "x "+tt.in+" y")
		if len(r.Numbers) != 1 || !slices.Contains(r.Numbers[0].Values, tt.want) {
			t.Errorf("%s %q is read as %v, want %v", tt.lang, tt.in, r.Numbers, tt.want)
		}
	}
}

func TestSame(t *testing.T) {
	for _, tt := range []struct {
		a, b float64
		want bool
	}{
		{12, 12, true}, {12, 13, false}, {15, 3, true}, {1990, 90, true}, {0.5, 50, true},
		{1234567, 1.2e6, true}, {98000, 100000, true}, {1250, 12500, false}, {35, 53, false}, {5e6, 5e9, false}, {2023, 2022, false}, {150, 1500, false},
	} {
		for _, n := range [][2]float64{{tt.a, tt.b}, {tt.b, tt.a}} {
			if got := Same(Number{Values: n[:1]}, Number{Values: n[1:]}); got != tt.want {
				t.Errorf("Same(%v, %v) = %v", n[0], n[1], got)
			}
		}
	}
}

// TestRead says what is read of a sentence: months, days, countries and
// denials, those that are soft in brackets.
func TestRead(t *testing.T) {
	for _, tt := range []struct{ lang, in, want string }{
		{"es", "El lunes 3 de mayo Rusia no firmó.", "m5 d1 RU not"},
		{"es", "No solo Ucrania, también EE.UU.", "UA US (not)"},
		{"fr", "Le mardi 4 mars, la Russie n'a pas signé.", "(m3) d2 RU not not"},
		{"de", "Am Mittwoch im März hat Russland nicht unterschrieben.", "m3 d3 RU not (not)"},
		{"ru", "В среду, 4 марта, Польша не подписала.", "m3 d3 PL not"},
		{"ru", "Не только Москва и Киев.", "(RU) (UA) (not)"},
		{"uk", "У п’ятницю, 4 березня, Україна не підписала.", "m3 d5 UA not"},
		{"ar", "وفي يوم الخميس لم توقع روسيا.", "d4 RU not"},
		{"zh", "8月12日星期一，俄罗斯没有签字。", "m8 d1 RU not"},
		{"zh", "不仅中国，而且美国。", "CN US (not)"},
		{"en", "On Monday, No. 5 in March was not signed.", "(m3) d1 not"},
		{"en", "Not only March; the leader was unable.", "(m3) (not) (not)"},
		{"fi", "Maanantaina 4. maaliskuuta ei.", ""},
	} {
		r := Read(tt.lang, tt.in)
		var got []string
		for _, g := range []struct {
			mark string
			list []Item
		}{{"m", r.Months}, {"d", r.Weekdays}, {"", r.Countries}, {"not", r.Negations}} {
			for _, it := range g.list {
				s := g.mark + it.Key
				if !it.Hard {
					s = "(" + s + ")"
				}
				got = append(got, s)
			}
		}
		if s := slices.Compact(got); strings.Join(s, " ") != strings.Join(slices.Compact(strings.Fields(tt.want)), " ") {
			t.Errorf("%s %q: got %v, want %s", tt.lang, tt.in, got, tt.want)
		}
	}
}

func TestLike(t *testing.T) {
	for _, tt := range []struct {
		source, name string
		want         bool
	}{
		{"Хрущёва", "Khrushchev", true}, {"Chruschtschow", "Khrushchev", true}, {"Рябковым", "Riabkov", true}, {"Зеленського", "Zelensky", true},
		{"Poutine", "Putin", true}, {"Lawrow", "Lavrov", true}, {"بوتين", "Putin", true}, {"لافروف", "Lavrov", true}, {"Джонсону", "Johnson", true},
		{"Хиллари", "Hillary", true}, {"Лаврова", "Blinken", false}, {"Merkel", "Sarkozy", false}, {"نتنياهو", "Zelensky", false},
	} {
		if got := NewName(tt.source).Like(NewName(tt.name)); got != tt.want {
			t.Errorf("%s like %s: %v: %s, %s", tt.source, tt.name, got, skeleton(tt.source), skeleton(tt.name))
		}
	}
}

func TestAlign(t *testing.T) {
	ev := &witness.Event{Witnesses: []*witness.Witness{
		{ID: "S", Lang: "de", Text: "Die Brücke ist zu.\nSie war 40 Jahre alt, und 12 Schiffe von Halvorsen fuhren im Mai täglich darunter hindurch.\nNiemand weiß, wann sie wieder öffnet, wer sie bezahlt und wie die Leute bis dahin auf die andere Seite kommen sollen.\nDie Stadt sucht 3 Millionen Euro."},
		{ID: "T", Lang: "en", Translates: "S", Text: "The bridge is shut.\nIt was 40 years old.\nIn May 12 ships of Halvorsen passed under it each day.\nThe city is looking for 3 million euros."},
	}}
	for i, w := range ev.Witnesses {
		w.Index = i
		segment.Statements(w, false)
	}
	read := Split(ev)
	if len(read.Witnesses) != 1 || read.Witnesses[0].ID != "T" {
		t.Fatalf("to be analysed: %v", read.Witnesses)
	}
	if err := Join(context.Background(), ev, read); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, b := range ev.Beads {
		got = append(got, fmt.Sprint(b.From, b.Into))
	}
	if s := strings.Join(got, " "); s != "[0] [0] [1] [1 2] [2] [] [3] [3]" {
		t.Errorf("got %s", s)
	}
	if len(ev.Groups) != 3 || fmt.Sprint(ev.Groups[1].Cells) != "[[1] [1 2]]" {
		t.Errorf("groups %v", ev.Groups)
	}
	english := &witness.Event{Witnesses: []*witness.Witness{{ID: "A", Lang: "en-GB"}, {ID: "B", Lang: "de"}}}
	if Split(english) != english {
		t.Error("a report that nobody translates is taken out")
	}
}

func FuzzRead(f *testing.F) {
	f.Add("ru", "Не только 1 250,5 млн, а и XXI век — «да»?")
	f.Add("zh", "两万五千三百人，8月12日，100分之")
	f.Add("ar", "وخمسة وثلاثون ألفا ٣٥٬٠٠٠")
	f.Add("en", "No. 5, 2 1/2 million, 1990s, 10/01/2022 and a")
	f.Add("xx", "\xff12.34.")
	f.Fuzz(func(t *testing.T, lang, s string) {
		r := Read(lang, s)
		for _, n := range r.Numbers {
			if n.Span.Start < 0 || n.Span.End > len(s) || n.Span.Empty() || len(n.Values) == 0 {
				t.Errorf("%q: %v", s, n)
			}
			if !Same(n, n) {
				t.Errorf("%q: %v is not itself", s, n)
			}
		}
		for _, list := range [][]Item{r.Months, r.Weekdays, r.Countries, r.Negations, r.Names} {
			for _, it := range list {
				if it.Span.Start < 0 || it.Span.End > len(s) || it.Span.Empty() {
					t.Errorf("%q: %v", s, it)
				}
			}
		}
	})
}
