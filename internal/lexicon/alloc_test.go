package lexicon

import (
	"runtime"
	"sync"
	"testing"
)

// A question of yes or no allocates nothing.
func TestLookupsDoNotAllocate(t *testing.T) {
	lx := Default()
	words := []string{"in", "the", "framework", "of", "the", "talks"}
	for name, f := range map[string]func(){
		"Known":           func() { sink = Known("prime minister", Noun) },
		"Opposed":         func() { sink = Opposed("increase", "decrease", Verb) },
		"OpposedIndirect": func() { sink = OpposedIndirect("moist", "arid") },
		"Synonymous":      func() { sink = Synonymous("buy", "purchase", Verb) },
		"Hypernym":        func() { _, sink = Hypernym("dog", "animal", Noun, 10) },
		"CoHyponyms":      func() { sink = CoHyponyms("violin", "cello", Noun) },
		"Derived":         func() { sink = Derived("invade", "invasion") },
		"Entails":         func() { sink = Entails("snore", "sleep") },
		"Exclusive":       func() { _, sink = Exclusive("red", "blue") },
		"ExclusivePlaces": func() { _, sink = Exclusive("french", "italian") },
		"Contains":        func() { sink = lx.Contains("europe", "paris") },
		"Country":         func() { _, sink = lx.Country("kremlin") },
		"Longest":         func() { _, n := lx.Calques().Longest(words); sink = n > 0 },
	} {
		f()
		if n := testing.AllocsPerRun(100, f); n != 0 {
			t.Errorf("%s: %v allocations", name, n)
		}
	}
}

// Tables may be asked for the first time by many goroutines at once.
func TestConcurrentFirstUse(t *testing.T) {
	lx := newLexicon(Default().files)
	var wg sync.WaitGroup
	for range 2 * runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			lx.Exclusive("paris", "rome")
			lx.Opposed("rise", "fall", Verb)
			lx.GivenGender("sergei")
			lx.Calques().Has("conflictive")
		})
	}
	wg.Wait()
}

func TestMemory(t *testing.T) {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	w := expand()
	runtime.GC()
	runtime.ReadMemStats(&after)
	t.Logf("WordNet expanded: %.1f MB", float64(after.HeapAlloc-before.HeapAlloc)/1e6)
	runtime.KeepAlive(w)
}
