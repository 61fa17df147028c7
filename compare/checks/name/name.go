package name

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/extract"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/internal/text"
	"github.com/factdiff/factdiff/witness"
)

//go:embed doc.go
var source string

//go:embed examples.txtar
var examples string

// Check is the check name.
var Check = &compare.Check{
	Name: "name", Source: source, Examples: examples, Severity: compare.Major,
	MQM: "accuracy/mistranslation", ITS: "inconsistent-entities", Run: run,
}

func run(p *compare.Pass) {
	for x := range p.Pairs() {
		as := unmatched(p, x.A, x.B, x.FreeA, x.NearB())
		if len(as) == 0 {
			continue
		}
		bs := unmatched(p, x.B, x.A, x.FreeB, x.NearA())
		taken := make([]bool, len(bs))
		for _, a := range as {
			best, top := -1, 0.0
			for k, b := range bs {
				if taken[k] || !comparable(p.Lexicon, a, b) {
					continue
				}
				if s := slot(x, a, b); s > top {
					best, top = k, s
				}
			}
			if best >= 0 && top >= threshold(x) {
				taken[best] = true
				report(p, x, a, bs[best], top)
			}
		}
	}
}

func threshold(x *compare.Pair) float64 {
	if x.Parallel {
		return 0.4
	}
	return 0.75
}

// unmatched lists the names of st that the other statement does not mention
// in any form.
func unmatched(p *compare.Pass, st, other *witness.Statement, free func(int) bool, near []*witness.Statement) []*witness.Name {
	var out []*witness.Name
	for _, n := range compare.Facts[*witness.Name](st) {
		if n.Entity == nil || !free(n.Head) || mentioned(p.Lexicon, n, st, other) {
			continue
		}
		told := false
		for _, o := range near {
			told = told || mentioned(p.Lexicon, n, st, o)
		}
		if !told {
			out = append(out, n)
		}
	}
	return out
}

// mentioned reports whether a statement has the name in some form: the same
// entity, a place that contains it or lies in it, an acronym, the words
// themselves in lower case.
func mentioned(lex *lexicon.Lexicon, n *witness.Name, st, other *witness.Statement) bool {
	words := content(st, n)
	for _, o := range compare.Facts[*witness.Name](other) {
		if o.Entity == n.Entity || sameNamed(lex, n, o, words, content(other, o)) {
			return true
		}
	}
	found := 0
	for _, w := range words {
		for i := range other.Tokens {
			t := &other.Tokens[i]
			if t.Lower == w || t.Lemma == w || extract.SameNameWord(lex, text.Fold(t.Lower), w) || lexicon.Derived(t.Lemma, w) || initials(t.Form, words) {
				found++
				break
			}
		}
	}
	return len(words) > 0 && found*2 > len(words)
}

// initials reports whether form is made of the first letters of words.
func initials(form string, words []string) bool {
	if len(form) != len(words) || len(form) < 2 {
		return false
	}
	for i, w := range words {
		if form[i]|0x20 != w[0] {
			return false
		}
	}
	return true
}

// content returns the words of a name that carry its identity, folded.
func content(st *witness.Statement, n *witness.Name) []string {
	var out []string
	for i := n.First; i <= n.Last; i++ {
		t := &st.Tokens[i]
		if t.UPOS == "PUNCT" || t.UPOS == "ADP" || t.UPOS == "DET" || t.UPOS == "CCONJ" || t.Lower == "'s" {
			continue
		}
		out = append(out, text.Fold(t.Lower))
	}
	return out
}

// sameNamed reports whether two names may name one thing or stand for each
// other: a country and its capital or people, a part and its whole.
func sameNamed(lex *lexicon.Lexicon, a, b *witness.Name, wa, wb []string) bool {
	la, lb := plain(a.Form), plain(b.Form)
	if ca, ok := lex.Country(la); ok {
		if cb, ok := lex.Country(lb); ok && ca == cb {
			return true
		}
	}
	if lex.Contains(la, lb) || lex.Contains(lb, la) || lex.SameOrganisation(la, lb) {
		return true
	}
	// A fuller form: all words of one in the other.
	shared := 0
	for _, x := range wa {
		for _, y := range wb {
			if extract.SameNameWord(lex, x, y) {
				shared++
				break
			}
		}
	}
	return shared > 0 && shared*2 >= min(len(wa), len(wb)) && (shared == min(len(wa), len(wb)) || shared*3 >= 2*max(len(wa), len(wb)))
}

func plain(form string) string { return strings.ToLower(text.Plain(form)) }

// comparable reports whether two names can fill one slot with different
// senses: not a place against a person.
func comparable(lex *lexicon.Lexicon, a, b *witness.Name) bool {
	ka, kb := a.Entity.Kind, b.Entity.Kind
	if a.Demonym != b.Demonym && (ka == witness.Person || kb == witness.Person) {
		return false
	}
	if ka == witness.OtherEntity || kb == witness.OtherEntity || ka == kb {
		return true
	}
	// places act as organisations: "Moscow" against "NATO"
	return ka != witness.Person && kb != witness.Person
}

// slot says how surely two names stand in the same place.
func slot(x *compare.Pair, a, b *witness.Name) float64 {
	s := x.Slot(a.Head, b.Head)
	if a.Entity.Kind == b.Entity.Kind && a.Entity.Kind != witness.OtherEntity {
		s += 0.15
	}
	if a.Demonym == b.Demonym && a.Demonym {
		s += 0.1
	}
	return s
}

func report(p *compare.Pass, x *compare.Pair, a, b *witness.Name, slot float64) {
	known := strings.HasPrefix(a.Entity.Key, "place:") && strings.HasPrefix(b.Entity.Key, "place:")
	sev := compare.Major
	conf := min(0.9, 0.4+0.5*slot)
	if known {
		conf = min(0.95, conf+0.1)
	}
	topic := "name"
	switch {
	case a.Entity.Kind == witness.Person && b.Entity.Kind == witness.Person:
		topic = "person"
	case known:
		topic = "place"
	}
	p.Report(x, compare.Difference{
		A:    compare.Spot{Statement: x.A, Span: a.Span, Value: a.Entity.Name},
		B:    compare.Spot{Statement: x.B, Span: b.Span, Value: b.Entity.Name},
		Kind: compare.Conflict, Severity: sev, Confidence: conf, Topic: topic,
		Reason: fmt.Sprintf("%s and %s stand in the same place, and neither report mentions the other's.", a.Entity.Name, b.Entity.Name),
		Trace:  []string{fmt.Sprintf("same slot: %.2f", slot)},
	})
}
