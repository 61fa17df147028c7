package lexicon

import (
	"slices"
	"testing"
)

func TestWordNet(t *testing.T) {
	for _, c := range []struct {
		what string
		got  bool
		want bool
	}{
		{"Known invade", Known("invade", Verb), true},
		{"Known prime minister", Known("prime minister", Noun), true},
		{"Known xyzzy", Known("xyzzy", Noun), false},
		{"rise/fall", Opposed("rise", "fall", Verb), true},
		{"hot/cold", Opposed("hot", "cold", Adjective), true},
		{"hot/warm", Opposed("hot", "warm", Adjective), false},
		{"moist/arid", OpposedIndirect("moist", "arid"), true},
		{"cat/table", OpposedIndirect("cat", "table"), false},
		{"buy/purchase", Synonymous("buy", "purchase", Verb), true},
		{"buy/sell", Synonymous("buy", "sell", Verb), false},
		{"violin/cello", CoHyponyms("violin", "cello", Noun), true},
		{"violin/fiddle", CoHyponyms("violin", "fiddle", Noun), false},
		{"invade/invasion", Derived("invade", "invasion"), true},
		{"russia/russian", Derived("russia", "russian"), true},
		{"quick/quickly", Derived("quickly", "quick"), true},
		{"snore/sleep", Entails("snore", "sleep"), true},
		{"kill/die", Causes("kill", "die"), true},
		{"paris/france", PartOf("paris", "france"), true},
	} {
		if c.got != c.want {
			t.Errorf("%s: got %v", c.what, c.got)
		}
	}
	if d, ok := Hypernym("dog", "animal", Noun, 10); !ok || d < 2 {
		t.Errorf("Hypernym(dog, animal) = %d, %v", d, ok)
	}
	if _, ok := Hypernym("animal", "dog", Noun, 10); ok {
		t.Error("dog is no hypernym of animal")
	}
	if c := Category("dog", Noun); c != "animal" {
		t.Errorf("Category(dog) = %q", c)
	}
	if ra, rb, ok := SynsetRank("attack", "assault", Verb); !ok || ra != 1 || rb != 2 {
		t.Errorf("SynsetRank(attack, assault) = %d %d %v", ra, rb, ok)
	}
}

func TestBaseForms(t *testing.T) {
	for _, c := range []struct {
		form string
		pos  POS
		want []string
	}{
		{"went", Verb, []string{"go"}},
		{"took off", Verb, []string{"take off"}},
		{"invaded", Verb, []string{"invade"}},
		{"agencies", Noun, []string{"agency"}},
		{"children", Noun, []string{"child"}},
		{"prime ministers", Noun, []string{"prime minister"}},
		{"happier", Adjective, []string{"happy"}},
		{"wider", Adjective, []string{"wide"}},
		{"quickly", Adverb, []string{"quickly"}},
		{"xyzzys", Noun, nil},
		{"loss", Noun, []string{"loss"}},
	} {
		if got := BaseForms(nil, c.form, c.pos); !slices.Equal(got, c.want) {
			t.Errorf("BaseForms(%q, %c) = %q, want %q", c.form, c.pos, got, c.want)
		}
	}
}

// The relations that ought to be symmetric are, over every lemma that has an antonym.
func TestAntonymsAreSymmetric(t *testing.T) {
	for _, pos := range []POS{Noun, Verb, Adjective, Adverb} {
		n := 0
		Lemmas(pos, func(a string) bool {
			for _, b := range wordnetAntonyms(a, pos) {
				n++
				if !wordnetOpposed(b, a, pos) {
					t.Errorf("%s → %s has no way back", a, b)
				}
			}
			return true
		})
		t.Logf("%c: %d", pos, n)
	}
}

var sink bool

func BenchmarkLookups(b *testing.B) {
	network()
	Default().Opposed("rise", "fall", Verb)
	for _, c := range []struct {
		name string
		f    func() bool
	}{
		{"Known", func() bool { return Known("prime minister", Noun) }},
		{"Opposed", func() bool { return Opposed("increase", "decrease", Verb) }},
		{"OpposedIndirect", func() bool { return OpposedIndirect("moist", "arid") }},
		{"Synonymous", func() bool { return Synonymous("break", "take", Verb) }},
		{"Hypernym", func() bool { _, ok := Hypernym("dog", "entity", Noun, 15); return ok }},
		{"CoHyponyms", func() bool { return CoHyponyms("violin", "cello", Noun) }},
		{"Derived", func() bool { return Derived("invade", "invasion") }},
		{"Entails", func() bool { return Entails("snore", "sleep") }},
		{"Exclusive", func() bool { _, ok := Exclusive("red", "blue"); return ok }},
		{"Reporting", func() bool { return Default().Reporting().Has("say") }},
		{"NotReporting", func() bool { return Default().Reporting().Has("mountain") }},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				sink = c.f()
			}
		})
	}
}

func BenchmarkExpand(b *testing.B) {
	b.SetBytes(int64(len(packed)))
	for b.Loop() {
		expand()
	}
}

// TestKin asks in both orders: it does not matter which of the two is the kind.
func TestKin(t *testing.T) {
	for _, c := range []struct {
		a, b string
		max  int
		want bool
	}{{"rifle", "gun", 3, true}, {"gun", "rifle", 3, true}, {"rifle", "entity", 1, false}, {"rifle", "teacher", 3, false}} {
		if got := Kin(c.a, c.b, Noun, c.max); got != c.want {
			t.Errorf("%s, %s within %d: %v", c.a, c.b, c.max, got)
		}
	}
}
