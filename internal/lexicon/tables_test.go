package lexicon

import (
	"fmt"
	"strings"
	"testing"
)

// Opposites hold both ways, and nothing is at once opposed and synonymous in the hand-made tables.
func TestRelationsAreConsistent(t *testing.T) {
	lx := Default()
	pairs := 0
	for _, pos := range []POS{Noun, Verb, Adjective, Adverb} {
		for a, opposites := range lx.opposites().part(pos).of {
			for _, b := range opposites {
				pairs++
				if !lx.Opposed(b, a, pos) {
					t.Errorf("%s (%c) against %s holds one way only", a, pos, b)
				}
				if lx.synonyms().has(a, b, pos) {
					t.Errorf("%s (%c) against %s stands in [opposite] and [synonym]", a, pos, b)
				}
				if lx.notOpposites().has(a, b, pos) {
					t.Errorf("%s (%c) against %s stands in [opposite] and [not-opposite]", a, pos, b)
				}
			}
		}
	}
	if pairs < 2*300 {
		t.Errorf("only %d opposites", pairs/2)
	}
}

func TestTableSizes(t *testing.T) {
	lx := Default()
	for _, c := range []struct {
		name      string
		got, want int
	}{
		{"reporting", lx.Reporting().Len(), 120},
		{"implicative", lx.Implicatives().Len(), 200},
		{"negative", lx.Negatives().Len(), 150},
		{"modal", lx.Modals().Len(), 100},
		{"hedge", lx.Hedges().Len(), 100},
		{"approximator", lx.Approximators().Len(), 100},
		{"title", lx.Titles().Len(), 200},
		{"gendered", lx.GenderedNouns().Len(), 150},
		{"given-name", lx.GivenNames().Len(), 4000},
		{"place", lx.Places().Len(), 1500},
		{"organisation", lx.Organisations().Len(), 600},
		{"spelling", lx.Spellings().Len(), 300},
		{"nickname", lx.Nicknames().Len(), 200},
		{"unit", lx.Units().Len(), 300},
		{"number", lx.Numbers().Len(), 200},
		{"calendar", lx.Calendar().Len(), 60},
		{"counted", lx.Counted().Len(), 50},
		{"state", lx.States().Len(), 45},
		{"topic", lx.Topics().Len(), 20},
		{"course", lx.Courses().Len(), 15},
		{"deed", lx.Deeds().Len(), 30},
		{"happening", lx.Happenings().Len(), 40},
		{"direction", lx.Directions().Len(), 25},
		{"calque", lx.Calques().Len(), 250},
		{"construction", lx.Constructions().Len(), 250},
		{"official-name", lx.OfficialNames().Len(), 60},
		{"boilerplate", lx.Boilerplates().Len(), 120},
		{"class", lx.Classes().Len(), 500},
		{"cause", lx.Causes().Len(), 200},
		{"condition", lx.Conditions().Len(), 150},
		{"function", lx.FunctionWords().Len(), 200},
		{"generic", lx.GenericNouns().Len(), 200},
	} {
		t.Logf("%-14s %5d keys", c.name, c.got)
		if c.got < c.want {
			t.Errorf("[%s] has %d keys, fewer than %d", c.name, c.got, c.want)
		}
	}
}

func TestExclusive(t *testing.T) {
	for _, c := range []struct{ a, b, want string }{
		{"red", "blue", "colour"},
		{"red", "scarlet", ""},
		{"gray", "grey", ""},
		{"tuesday", "friday", "weekday"},
		{"dog", "cat", "animal"},
		{"dog", "puppy", ""},
		{"violin", "fiddle", ""},
		{"two", "three", "cardinal"},
		{"first", "second", "ordinal"},
		{"first", "1st", ""},
		{"france", "italy", "country"},
		{"french", "italian", "nationality"},
		{"burma", "myanmar", ""},
		{"england", "united kingdom", ""},
		{"paris", "france", ""},
		{"paris", "rome", "city"},
		{"paris", "lyon", "city"},
		{"moscow", "kremlin", ""},
		{"england", "canada", "country"},
		{"kiev", "kyiv", ""},
		{"table", "tuesday", ""},
	} {
		for range 2 {
			class, ok := Exclusive(c.a, c.b)
			if ok != (c.want != "") || ok && class != c.want && c.want != "nationality" {
				t.Errorf("Exclusive(%s, %s) = %q, %v; want %q", c.a, c.b, class, ok, c.want)
			}
			c.a, c.b = c.b, c.a
		}
	}
}

func TestPlaces(t *testing.T) {
	lx := Default()
	for name, code := range map[string]string{
		"kremlin": "RU", "moscow": "RU", "russians": "RU", "great britain": "GB", "downing street": "GB", "holland": "NL",
		"burma": "MM", "beijing": "CN", "ankara": "TR", "u.s.": "US", "the hague": "NL", "georgia": "GE",
	} {
		if p, ok := lx.Country(name); !ok || p.Code != code {
			t.Errorf("Country(%q) = %v, %v; want %s", name, p, ok, code)
		}
	}
	for _, name := range []string{"congolese", "dominican", "smith"} {
		if p, ok := lx.Country(name); ok {
			t.Errorf("Country(%q) = %s; want no answer", name, p.Name)
		}
	}
	for _, c := range []struct {
		whole, part string
		want        bool
	}{
		{"united states", "texas", true}, {"texas", "united states", false}, {"europe", "paris", true}, {"nato", "poland", true},
		{"nato", "ukraine", false}, {"european union", "germany", true}, {"ukraine", "donetsk oblast", true},
		{"middle east", "gaza", true}, {"russia", "ukraine", false}, {"baltic states", "latvia", true}, {"uk", "scotland", true},
	} {
		if got := lx.Contains(c.whole, c.part); got != c.want {
			t.Errorf("Contains(%s, %s) = %v", c.whole, c.part, got)
		}
	}
	if len(lx.PlaceNamed("us")) != 0 || len(lx.PlaceNamed("US")) != 1 {
		t.Error("PlaceNamed does not tell US from us")
	}
	if len(lx.OrganisationNamed("who")) != 0 || len(lx.OrganisationNamed("WHO")) != 1 || len(lx.OrganisationNamed("Nato")) != 1 {
		t.Error("OrganisationNamed does not tell WHO from who")
	}
	if !lx.SameOrganisation("otan", "nato") && !lx.SameOrganisation("atlantic alliance", "nato") {
		t.Error("the Atlantic Alliance is NATO")
	}
}

func TestOffices(t *testing.T) {
	lx := Default()
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"foreign minister", "foreign secretary", true},
		{"pm", "prime minister", true},
		{"former foreign minister", "foreign minister", true},
		{"pope", "pontiff", true},
		{"deputy secretary of state", "under secretary of state", false},
		{"assistant secretary", "under secretary", false},
		{"deputy foreign minister", "foreign minister", false},
		{"vice foreign minister", "deputy foreign minister", true},
		{"vice chancellor", "deputy foreign minister", false},
		{"acting director", "director", true},
		{"spokesman", "spokeswoman", true},
	} {
		a, okA := lx.OfficeAt(strings.Fields(c.a))
		b, okB := lx.OfficeAt(strings.Fields(c.b))
		if !okA || !okB || a.Same(b) != c.same {
			t.Errorf("%s / %s: %+v %+v", c.a, c.b, a, b)
		}
	}
	o, _ := lx.OfficeAt(strings.Fields("former deputy defence minister of ukraine"))
	if o.Words != 4 || o.Time != "former" || o.Office != "deputy defence minister" {
		t.Errorf("%+v", o)
	}
}

func TestNames(t *testing.T) {
	lx := Default()
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"kiev", "kyiv", true}, {"sergei", "sergey", true}, {"mike", "michael", true}, {"sasha", "alexander", true},
		{"riabkov", "ryabkov", true}, {"bill", "william", true}, {"lithuania", "latvia", false}, {"john", "peter", false},
	} {
		if lx.SameName(c.a, c.b) != c.same {
			t.Errorf("SameName(%s, %s) = %v", c.a, c.b, !c.same)
		}
	}
	for name, want := range map[string]Gender{"sergei": Male, "angela": Female, "andrea": 0, "zainab": Female, "wendy": Female, "latoya": Female, "jermaine": Male, "xyz": 0} {
		if g, _ := lx.GivenGender(name); g != want {
			t.Errorf("GivenGender(%s) = %c", name, g)
		}
	}
	for british, american := range map[string]string{"organise": "organize", "colour": "color", "defence": "defense", "four": "four",
		"advertise": "advertise", "centre": "center", "surprise": "surprise", "dialogue": "dialog", "raise": "raise"} {
		if got := lx.American(british); got != american {
			t.Errorf("American(%s) = %s", british, got)
		}
	}
}

func TestSpeech(t *testing.T) {
	lx := Default()
	for _, c := range []struct {
		lemma, frame string
		aff, neg     Polarity
	}{
		{"refuse", "to", No, Open}, {"fail", "to", No, Yes}, {"manage", "to", Yes, No}, {"know", "that", Yes, Yes}, {"prevent", "from", No, Open},
	} {
		v, ok := lx.Implicative(c.lemma, c.frame)
		if !ok || v.Affirmed != c.aff || v.Negated != c.neg {
			t.Errorf("Implicative(%s, %s) = %+v", c.lemma, c.frame, v)
		}
	}
	if vs, n := lx.Approximators().Longest([]string{"no", "fewer", "than", "twelve"}); n != 3 || vs[0].Direction != "atLeast" {
		t.Errorf("no fewer than: %v %d", vs, n)
	}
	if u, ok := lx.Units().Get("km/h"); !ok || u.Dimension != "speed" {
		t.Errorf("km/h: %+v", u)
	}
}

// Weekdays, months and ordinals are complete.
func TestCalendarIsComplete(t *testing.T) {
	lx := Default()
	seen := map[string]bool{}
	for _, k := range lx.Calendar().Keys() {
		for _, c := range lx.Calendar().GetAll(k) {
			seen[fmt.Sprint(c.Class, c.Value)] = true
		}
	}
	for i := 1; i <= 12; i++ {
		if !seen[fmt.Sprint("month", i)] || i <= 7 && !seen[fmt.Sprint("weekday", i)] {
			t.Errorf("%d is missing", i)
		}
	}
}

func BenchmarkTables(b *testing.B) {
	b.Run("LoadAll", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			lx := newLexicon(Default().files)
			lx.Reporting()
			lx.Places()
			lx.GivenNames()
			lx.Calques()
			lx.Organisations()
			lx.opposites()
		}
	})
	lx := Default()
	words := strings.Fields("in the framework of the talks")
	for _, c := range []struct {
		name string
		f    func() bool
	}{
		{"Longest", func() bool { _, n := lx.Calques().Longest(words); return n > 0 }},
		{"Country", func() bool { _, ok := lx.Country("kremlin"); return ok }},
		{"Contains", func() bool { return lx.Contains("europe", "paris") }},
		{"ExclusivePlaces", func() bool { _, ok := lx.Exclusive("french", "italian"); return ok }},
		{"SameName", func() bool { return lx.SameName("kiev", "kyiv") }},
	} {
		b.Run(c.name, func(b *testing.B) {
			c.f()
			b.ReportAllocs()
			for b.Loop() {
				sink = c.f()
			}
		})
	}
}
