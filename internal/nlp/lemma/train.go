package lemma

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/factdiff/factdiff/internal/nlp/perceptron"
	"github.com/factdiff/factdiff/internal/nlp/surface"
)

// An Example is a word seen in training.
type Example struct{ Form, Tag, Lemma string }

// edit returns the rule that makes lemma of form.
func edit(form, lemma string) (Rule, bool) {
	best, ok := Rule{}, false
	for _, keep := range []bool{false, true} {
		from := form
		if !keep {
			from = strings.ToLower(form)
		}
		if len(from) != len(form) {
			continue
		}
		n := 0
		for n < len(from) && n < len(lemma) && from[n] == lemma[n] {
			n++
		}
		for n > 0 && n < len(form) && form[n]&0xC0 == 0x80 || n > 0 && n < len(lemma) && lemma[n]&0xC0 == 0x80 {
			n-- // not inside a character
		}
		r := Rule{Strip: uint8(min(len(from)-n, 255)), Keep: keep, Add: lemma[n:]}
		if len(from)-n > maxForm {
			continue
		}
		if !ok || r.Strip < best.Strip || r.Strip == best.Strip && len(r.Add) < len(best.Add) {
			best, ok = r, true
		}
	}
	return best, ok
}

// Train learns rules.
func Train(examples []Example) *Rules {
	words := countWords(examples)
	endings := countEndings(words)
	r := &Rules{Ending: map[string]uint16{}, Known: knownLemmas(words)}
	ids := map[Rule]uint16{}
	learn := func(key string, rule Rule) {
		id, seen := ids[rule]
		if !seen {
			if len(r.Rules) == 1<<16-1 {
				return
			}
			r.Rules = append(r.Rules, rule)
			id = uint16(len(r.Rules))
			ids[rule] = id
		}
		r.Ending[key] = id
	}
	// Shorter endings first, so that a longer one sees what it inherits.
	keys := slices.SortedFunc(maps.Keys(endings), func(a, b string) int {
		return cmp.Or(len(ending(a))-len(ending(b)), cmp.Compare(a, b))
	})
	for _, k := range keys {
		rule, n, _ := majority(endings[k])
		switch {
		case ending(k) == "":
			rule.Strip, rule.Add = 0, "" // nothing is known: cut nothing off
		case n < 2:
			continue // one odd word is no rule
		}
		if inherited, ok := r.inherited(k); !ok || inherited != rule {
			learn(k, rule)
		}
	}
	for _, k := range slices.Sorted(maps.Keys(words)) {
		rule := words[k].rule(len(ending(k)) - 1)
		if *r.guess([]byte(k), strings.IndexByte(k, ' ')+1) != rule {
			learn(k, rule)
		}
	}
	return r
}

// knownLemmas returns the lemmas of words seen twice or more.
func knownLemmas(words map[string]*word) surface.Set {
	count := map[uint32]int{}
	for _, w := range words {
		for lemma, n := range w.lemmas {
			count[surface.SetKey(perceptron.String(strings.ToLower(lemma)))] += n
		}
	}
	var keys []uint32
	for k, n := range count {
		if n > 1 {
			keys = append(keys, k)
		}
	}
	slices.Sort(keys)
	return surface.NewSet(keys)
}

// A word is what was seen of one word with one tag.
type word struct {
	rules  map[Rule]int
	lemmas map[string]int
}

func countWords(examples []Example) map[string]*word {
	words := map[string]*word{}
	for _, e := range examples {
		form, lemma := ascii(e.Form), ascii(e.Lemma)
		rule, ok := edit(form, lemma)
		k := string(appendKey(nil, form, e.Tag))
		if !ok || k == "" {
			continue
		}
		w := words[k]
		if w == nil {
			w = &word{rules: map[Rule]int{}, lemmas: map[string]int{}}
			words[k] = w
		}
		w.rules[rule]++
		w.lemmas[lemma]++
	}
	return words
}

// rule returns the rule for the word, which is size bytes long.
func (w *word) rule(size int) Rule {
	rule, n, total := majority(w.rules)
	for lemma, m := range w.lemmas {
		// "I" and "i" need different edits to become "I": replace them instead.
		if m > n && m*10 >= total*9 {
			return Rule{Strip: uint8(size), Add: lemma}
		}
	}
	return rule
}

// countEndings counts for each ending how many words, not how many tokens, obey
// a rule: "Sept." is frequent, and still says nothing about "Capt.".
func countEndings(words map[string]*word) map[string]map[Rule]int {
	counts := map[string]map[Rule]int{}
	for k, w := range words {
		rule, _, _ := majority(w.rules)
		head, low, _ := strings.Cut(k, " ^")
		for n := 0; n <= min(longest, len(low)); n++ {
			key := head + " " + low[len(low)-n:]
			if counts[key] == nil {
				counts[key] = map[Rule]int{}
			}
			counts[key][rule]++
		}
	}
	return counts
}

// ending returns the ending in a key.
func ending(key string) string {
	return key[strings.IndexByte(key, ' ')+1:]
}

// inherited returns the rule that decides for an ending without its own.
func (r *Rules) inherited(key string) (Rule, bool) {
	space := strings.IndexByte(key, ' ') + 1
	head, end := key[:space], key[space:]
	for end != "" {
		end = end[1:]
		if id, ok := r.Ending[head+end]; ok {
			return r.Rules[id-1], true
		}
	}
	return Rule{}, false
}

func majority(m map[Rule]int) (best Rule, n, total int) {
	for rule, c := range m {
		total += c
		if c > n || c == n && less(rule, best) {
			best, n = rule, c
		}
	}
	return best, n, total
}

func less(a, b Rule) bool {
	if a.Strip != b.Strip {
		return a.Strip < b.Strip
	}
	if a.Add != b.Add {
		return a.Add < b.Add
	}
	return !a.Keep && b.Keep
}
