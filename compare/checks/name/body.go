package name

import (
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/internal/naming"
	"github.com/factdiff/factdiff/witness"
)

// counterparts drops the names that are each other's in other words: where one
// version has the Federal Court and the other the State Court, neither is to
// be set against a third name.
func counterparts(lex *lexicon.Lexicon, as, bs []*witness.Name) (restA, restB []*witness.Name) {
	goneA, goneB := make([]bool, len(as)), make([]bool, len(bs))
	for _, m := range compare.Matches(len(as), len(bs), func(i, j int) (float64, bool) { return 1, body(lex, as[i], bs[j]) }) {
		goneA[m.A], goneB[m.B] = true, true
	}
	for k, a := range as {
		if !goneA[k] {
			restA = append(restA, a)
		}
	}
	for k, b := range bs {
		if !goneB[k] {
			restB = append(restB, b)
		}
	}
	return restA, restB
}

// body reports whether two names made of ordinary words can be one public body,
// which translators call now state, now federal, now a ministry, now a
// department.
func body(lex *lexicon.Lexicon, a, b *witness.Name) bool {
	wa, wb := naming.Words(a.Form), naming.Words(b.Form)
	if len(wa) < 2 || len(wb) < 2 || !naming.AllCommon(lex, wa) || !naming.AllCommon(lex, wb) {
		return false
	}
	ha, hb := wa[len(wa)-1], wb[len(wb)-1]
	if ha != hb && !(offices[ha] && offices[hb]) {
		return false
	}
	return ranked(wa, wb) || ranked(wb, wa)
}

// ranked reports whether a name says no more of a body than its rank, beyond
// what the other says too.
func ranked(words, others []string) bool {
	for _, w := range words[:len(words)-1] {
		if !ranks[w] && !slices.Contains(others, w) {
			return false
		}
	}
	return true
}

// offices are nouns for a part of a government, ranks what is said of bodies
// of a state to tell them from lower ones.
var (
	offices = map[string]bool{"ministry": true, "department": true, "office": true, "agency": true, "service": true, "administration": true,
		"directorate": true, "authority": true, "bureau": true, "secretariat": true, "inspectorate": true, "committee": true, "commission": true}
	ranks = map[string]bool{"state": true, "federal": true, "national": true, "public": true, "supreme": true, "high": true, "central": true,
		"main": true, "chief": true, "general": true, "regional": true, "republican": true, "international": true, "all": true}
)
