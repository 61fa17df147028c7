package lemma

import (
	"cmp"
	"slices"
	"strings"
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
	counts := map[string]map[Rule]int{}
	for _, e := range examples {
		e.Form = ascii(e.Form)
		e.Lemma = ascii(e.Lemma)
		rule, ok := edit(e.Form, e.Lemma)
		k := appendKey(nil, e.Form, e.Tag)
		if !ok || k == nil {
			continue
		}
		add := func(key string, n int) {
			m := counts[key]
			if m == nil {
				m = map[Rule]int{}
				counts[key] = m
			}
			m[rule] += n
		}
		head := string(k[:len(e.Tag)+1])
		low := string(k[len(e.Tag)+2:])
		add(string(k), 1)
		for n := 0; n <= min(longest, len(low)); n++ {
			add(head+low[len(low)-n:], 1)
		}
	}
	keys := make([]string, 0, len(counts))
	for k := range counts {
		keys = append(keys, k)
	}
	// Shorter endings first, so that a longer one can see what it inherits;
	// whole words last.
	slices.SortFunc(keys, func(a, b string) int {
		return cmp.Or(boolCompare(isWhole(a), isWhole(b)), len(ending(a))-len(ending(b)), cmp.Compare(a, b))
	})
	r := &Rules{Ending: map[string]uint16{}}
	ids := map[Rule]uint16{}
	for _, k := range keys {
		rule, n, total := majority(counts[k])
		if ending(k) == "" {
			rule.Strip, rule.Add = 0, "" // nothing is known: cut nothing off
		}
		inherited, ok := r.inherited(k)
		if ok && inherited == rule {
			continue
		}
		// A whole word may be remembered from one sight; an ending needs more
		// than one word's evidence, or it repeats a single odd spelling.
		if !isWhole(k) && len(ending(k)) > 0 && (n < 3 || n*3 < total*2) {
			continue
		}
		id, seen := ids[rule]
		if !seen {
			if len(r.Rules) == 1<<16-1 {
				continue
			}
			r.Rules = append(r.Rules, rule)
			id = uint16(len(r.Rules))
			ids[rule] = id
		}
		r.Ending[k] = id
	}
	return r
}

func boolCompare(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// ending returns the ending in a key.
func ending(key string) string {
	return key[strings.IndexByte(key, ' ')+1:]
}

func isWhole(key string) bool {
	e := ending(key)
	return len(e) > 1 && e[0] == whole
}

// inherited returns the rule that decides for an ending without its own.
func (r *Rules) inherited(key string) (Rule, bool) {
	space := strings.IndexByte(key, ' ') + 1
	head, end := key[:space], key[space:]
	if isWhole(key) {
		end = end[1:]
		end = end[max(0, len(end)-longest):]
	} else if end != "" {
		end = end[1:]
	}
	for {
		if id, ok := r.Ending[head+end]; ok {
			return r.Rules[id-1], true
		}
		if end == "" {
			return Rule{}, false
		}
		end = end[1:]
	}
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
