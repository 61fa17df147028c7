package date

import (
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// daysIn lists the deeds of a statement that it puts on a day of the week.
func daysIn(lex *lexicon.Lexicon, st *witness.Statement) []dayOf {
	if st.Kind == witness.Furniture {
		return nil
	}
	var out []dayOf
	for _, t := range compare.Facts[*witness.Time](st) {
		d := compare.Weekday(t)
		if !recent(st.Witness, t) || t.Grain != witness.Day || d == 0 || t.Hedged || quoted(st, t) || imprint(st, t) || bound(st, t) != "" || zoned(st, t) || habitual(st, t) || nightBefore(st, t) {
			continue
		}
		at, rel, part := dated(st, t)
		if k, p := ahead(st, t); st.Tokens[k].UPOS == "NOUN" && compare.DeedAt(lex, st, k) != "" {
			at, part = k, p // "Friday night's fire", whatever the parse makes of it
		}
		if (rel == "compound" || rel == "nmod:poss") && compare.DeedAt(lex, st, at) == "" {
			continue // "Sunday's paper"
		}
		for _, k := range deedsAt(lex, st, at, t.Head) {
			deed := compare.DeedAt(lex, st, k)
			if slices.ContainsFunc(out, func(o dayOf) bool { return o.deed == deed && o.weekday == d }) || st.Tokens[k].UPOS == "VERB" && adrift(lex, st, k, t) >= 0 {
				continue
			}
			out = append(out, dayOf{dating{st, t}, deed, k, d, toCome(st, k), part})
		}
	}
	return out
}

// lately is how many days before its report or after it a day may be for its name alone
// to tell it from another.
const lately = 10

// recent reports whether a day is not known to be far from that of its report.
func recent(w *witness.Witness, t *witness.Time) bool {
	if t.From.IsZero() || w.Published.IsZero() {
		return t.Year == 0
	}
	days := t.From.Sub(w.Published).Hours() / 24
	return max(days, -days) <= lately
}

// toCome reports whether what word i tells is put as still to come: where a noun tells
// it, by the verb whose subject or object it is.
func toCome(st *witness.Statement, i int) bool {
	if t := &st.Tokens[i]; t.UPOS == "NOUN" && (t.Relation() == "nsubj" || t.Rel == "obj") {
		i = t.Head
	}
	c := compare.ClaimAt(st, i)
	return c != nil && (c.Modality != witness.Actual && c.Modality != witness.Alleged || c.Tense == witness.FutureTense)
}

// dated returns the word that a time dates, through the words for parts of the day
// and other times between, how it hangs on that word, and the part of the day; -1 where
// there is none.
func dated(st *witness.Statement, t *witness.Time) (at int, rel, part string) {
	part = roughly(before(st, t, 1))
	if part == "" && before(st, t, 1) == "on" {
		part = roughly(before(st, t, 2)) // "early on Saturday"
	}
	w := &st.Tokens[t.Head]
	for w.Head >= 0 {
		at, rel = w.Head, w.Rel
		w = &st.Tokens[at]
		if p := roughly(w.Lemma); p != "" {
			part = p
		} else if !inTime(st, at) {
			return at, rel, part
		}
	}
	return -1, "", part
}

// ahead returns the first word behind a time that is no part of the day, no genitive and
// no adjective, and the part of the day before it.
func ahead(st *witness.Statement, t *witness.Time) (k int, part string) {
	for k = compare.FirstAt(st, t.Span.End); k < len(st.Tokens)-1; k++ {
		w := &st.Tokens[k]
		if p := roughly(w.Lower); p != "" {
			part = p
		} else if w.XPOS != "POS" && w.UPOS != "ADJ" {
			break
		}
	}
	return min(k, len(st.Tokens)-1), part
}

// roughly returns the part of the day that a word names, or "".
func roughly(word string) string {
	switch word {
	case "morning", "early", "dawn":
		return "morning"
	case "evening", "afternoon", "noon", "night", "late":
		return word
	}
	return ""
}

// inTime reports whether word i is part of a time.
func inTime(st *witness.Statement, i int) bool {
	return compare.FactOf(st, func(t *witness.Time) bool { return t.Span.Contains(st.Tokens[i].Span) }) != nil
}

// deedsAt lists the words that tell what a time dates which hangs on word i and
// begins at word t: word i itself, the verb above a noun that is none, and, where that
// verb says only that something came about or what it did, the noun for what.
func deedsAt(lex *lexicon.Lexicon, st *witness.Statement, i, t int) []int {
	for i >= 0 {
		w := &st.Tokens[i]
		if w.UPOS == "VERB" {
			out := verbDeeds(lex, st, i)
			for k := i + 1; k < len(st.Tokens) && t < i; k++ {
				if st.Tokens[k].Head == i && st.Tokens[k].Rel == "conj" { // "on Friday stopped the boats and foiled an attack"
					out = append(out, verbDeeds(lex, st, k)...)
				}
			}
			if k := behind(lex, st, i, t); out == nil && k >= 0 {
				return []int{k}
			}
			if out != nil || w.Rel != "acl" || w.XPOS != "VBG" {
				return out
			}
		}
		if compare.DeedAt(lex, st, i) != "" {
			return []int{i}
		}
		i = w.Head
	}
	return nil
}

// verbDeeds lists the words that tell the deed of the clause of verb v.
func verbDeeds(lex *lexicon.Lexicon, st *witness.Statement, v int) []int {
	var out []int
	if compare.DeedAt(lex, st, v) != "" && compare.DeedAt(lex, st, v) != "happen" {
		out = append(out, v)
	}
	carried := carriers(lex, st, v)
	for k := range st.Tokens {
		if t := &st.Tokens[k]; t.Head == v && compare.DeedAt(lex, st, k) != "" && t.UPOS == "NOUN" && slices.Contains(carried, relation(st, k)) {
			out = append(out, k)
		}
	}
	if w := &st.Tokens[v]; w.Relation() == "acl" && w.Head >= 0 && len(carried) > 0 && compare.DeedAt(lex, st, w.Head) != "" {
		out = append(out, w.Head)
	}
	if len(out) > 0 {
		return out
	}
	if k := leftOf(st, v); k >= 0 && st.Tokens[k].UPOS == "NOUN" && slices.Contains(carried, "nsubj") && compare.DeedAt(lex, st, k) != "" {
		return []int{k} // "after a fire nearly destroyed the mill", whatever the parse makes of it
	}
	return nil
}

// leftOf returns the last word before verb v that is no adverb and no auxiliary, or -1.
func leftOf(st *witness.Statement, v int) int {
	k := v - 1
	for k >= 0 && (st.Tokens[k].UPOS == "ADV" || st.Tokens[k].UPOS == "AUX") {
		k--
	}
	return k
}

// behind returns the noun for what happened that hangs on verb v by "since" or "after"
// and is the last to do so before word t: "unrest since the shooting of a boy in
// Athens on Saturday". It is -1 where there is none.
func behind(lex *lexicon.Lexicon, st *witness.Statement, v, t int) int {
	for k := t - 1; k > v; k-- {
		if w := &st.Tokens[k]; w.Head == v || w.UPOS == "VERB" {
			if r := relation(st, k); w.UPOS == "NOUN" && (r == "obl since" || r == "obl after" || r == "obl following") && compare.DeedAt(lex, st, k) != "" {
				return k
			}
			return -1
		}
	}
	return -1
}

// relation returns how word k hangs on its head, with the preposition of an oblique:
// "obl in".
func relation(st *witness.Statement, k int) string {
	t := &st.Tokens[k]
	if t.Rel != "obl" {
		return t.Rel
	}
	if c := compare.Child(st, k, "case"); c >= 0 {
		return "obl " + st.Tokens[c].Lower
	}
	return "obl"
}

// How what happened hangs on a verb that says of it no more than that it came about
// or what it did, and on one that says what somebody did of it.
var (
	itself = []string{"nsubj", "nsubj:pass", "obl:agent", "obl in", "obl by"}
	done   = []string{"obj", "nsubj:pass"}
)

// carriers lists the relations by which what happened hangs on verb v, if its day is
// that of the verb: the fire broke out, the blast killed ten, they were hurt in it, the
// attack was foiled.
func carriers(lex *lexicon.Lexicon, st *witness.Statement, v int) []string {
	w := st.Tokens[v].Lemma
	switch deed, _ := lex.Deeds().Get(w); {
	case deed == "foil", w == "stage", w == "mount", w == "commit":
		return done
	case deed == "happen", deed == "kill", deed == "die", coming[w]:
		return itself
	}
	return nil
}

// coming are verbs by which things come about, or do harm as they do.
var coming = map[string]bool{"begin": true, "start": true, "break": true, "erupt": true, "take": true, "set": true, "rip": true, "tear": true, "sweep": true,
	"destroy": true, "damage": true, "injure": true, "wound": true, "hurt": true, "gut": true, "demolish": true, "level": true, "devastate": true, "ravage": true, "engulf": true,
	"claim": true, "leave": true, "cause": true, "do": true}
