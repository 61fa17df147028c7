package event

import (
	"github.com/factdiff/factdiff/align"
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// rare is the least rarity of a noun that means one thing over a whole event.
const rare = 0.6

// told is a fate with where it is told.
type told struct {
	st *witness.Statement
	fate
}

// across compares, over the whole event, what the reports say of one thing in
// statements that need not correspond: power that was not affected, and power
// that the storm knocked out; barriers that were down, and up. A report that
// says both tells of two things, or of two times.
func across(p *compare.Pass, compared map[[2]*witness.Statement]bool) {
	var all []told
	for st := range p.Statements() {
		for _, f := range fates(p.Lexicon, st) {
			all = append(all, told{st, f})
		}
	}
	for i, a := range all {
		for _, b := range all[i+1:] {
			if a.st.Witness == b.st.Witness || inPairs[a.Scale] || compared[[2]*witness.Statement{a.st, b.st}] || !a.excludes(b.fate) || a.turns(b.fate) && a.Value != "unharmed" && b.Value != "unharmed" && (!sameDay(a.st.Witness, b.st.Witness) || a.Scale == "pursuit") {
				continue
			}
			if !oneOrCounted(a.st, a.fate, b.st, b.fate) || !oneThing(p, a.st, a.fate, b.st, b.fate) || !particular(a, b) && a.degree.Of != "jury" || a.degree.Of == "jury" && a.lemma != b.lemma && !p.Together(a.st, b.st) || oneOfMany(a) || oneOfMany(b) || !oneTime(a.st, a.fate, b.st, b.fate) || both(p, all, a, b.fate) || both(p, all, b, a.fate) {
				continue
			}
			p.ReportAcross(difference(a.st, a.fate, b.st, b.fate, 0.65))
		}
	}
}

// particular reports whether what two fates are told of is one thing wherever
// in the event it is named: by its name, by what restricts it, or because
// the noun is seldom used.
func particular(a, b told) bool {
	if named(a.st, a.fate) != nil || a.degree.Of == "figure" {
		return true
	}
	if utilities[a.lemma] || align.Rarity(a.lemma) >= rare {
		return true
	}
	return len(modifiers(a.st, a.thing)) > 0 && len(modifiers(b.st, b.thing)) > 0
}

// oneOfMany reports whether a common noun is brought in as one among others:
// "another employee", "a house".
func oneOfMany(t told) bool {
	if named(t.st, t.fate) != nil || t.Denied {
		return false // "not a single mill" is all of them
	}
	for k := range t.st.Tokens {
		if w := &t.st.Tokens[k]; w.Head == t.thing {
			switch w.Lower {
			case "a", "an", "another", "other", "some", "several", "each", "every":
				return true
			}
		}
	}
	return false
}

// oneTime reports whether two fates may be of one time: their clauses name no
// days that do not meet, and what one statement dates to a year before the
// report's own is not set against what the other leaves undated.
func oneTime(sa *witness.Statement, a fate, sb *witness.Statement, b fate) bool {
	return year(sa) == year(sb) && timesMeet(sa, a, sb, b)
}

// timesMeet reports whether two clauses name no days that do not meet.
func timesMeet(sa *witness.Statement, a fate, sb *witness.Statement, b fate) bool {
	met, apart := false, false
	for _, x := range compare.Facts[*witness.Time](sa) {
		for _, y := range compare.Facts[*witness.Time](sb) {
			if x.Grain > witness.Day || y.Grain > witness.Day || x.From.IsZero() || y.From.IsZero() || aside(sa, a, x) || aside(sb, b, y) {
				continue
			}
			if x.From.Before(y.To) && y.From.Before(x.To) || x.Weekday == y.Weekday && x.Weekday > 0 {
				met = true
			} else {
				apart = true
			}
		}
	}
	return met || !apart
}

// aside reports whether a time dates something else than a fate: what another noun
// tells of, or what another clause does ("is still in custody after the incident of
// Sunday night and will see a judge on Tuesday").
func aside(st *witness.Statement, f fate, t *witness.Time) bool {
	w := &st.Tokens[t.Head]
	for w.Rel == "compound" {
		w = &st.Tokens[w.Head]
	}
	if h := w.Head; w.Relation() == "nmod" && st.Tokens[h].UPOS == "NOUN" && compare.Child(st, h, "cop") < 0 {
		return true
	}
	return joined(st, t.Head) != joined(st, f.Head) && joined(st, t.Head) >= 0 || described(st, t.Head) != described(st, f.Head)
}

// described returns the head of the clause by which something is described and in
// which token i stands ("a strip where two guards were killed"), or -1.
func described(st *witness.Statement, i int) int {
	for h := i; h >= 0; h = st.Tokens[h].Head {
		if r := st.Tokens[h].Rel; r == "acl:relcl" || r == "acl" {
			return h
		}
	}
	return -1
}

// joined returns the head of the clause of token i where that is joined to another by
// "and" or "but", or -1.
func joined(st *witness.Statement, i int) int {
	for h := i; h >= 0; h = st.Tokens[h].Head {
		if t := &st.Tokens[h]; t.Rel == "conj" && (t.UPOS == "VERB" || compare.ClaimAt(st, h) != nil) {
			return h
		}
	}
	return -1
}

// year returns the year that a statement names, where it is one before that of
// the report.
func year(st *witness.Statement) int {
	published := st.Witness.Published
	for _, t := range compare.Facts[*witness.Time](st) {
		if t.Year > 0 && (published.IsZero() || t.Year < published.Year()) {
			return t.Year
		}
	}
	return 0
}

// both reports whether a report tells of the thing of one fate the value of
// another too.
func both(p *compare.Pass, all []told, mine told, other fate) bool {
	for _, t := range all {
		if t.st.Witness == mine.st.Witness && t.Scale == mine.Scale && t.Value == other.Value && (t.lemma == mine.lemma || oneThing(p, t.st, t.fate, mine.st, mine.fate)) {
			return true
		}
	}
	return false
}
