package name

import (
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/internal/marks"
	"github.com/factdiff/factdiff/witness"
)

// teller is a name where a statement tells it.
type teller struct {
	st   *witness.Statement
	n    *witness.Name
	sort sort
	part string // see partOf
	body bool   // see bodily
}

func isPerson(t teller) bool { return t.sort == ofPerson }

// sort is what a name names. A body may be a place that no table knows.
type sort uint8

// The sorts of names.
const (
	noSort sort = iota
	ofCountry
	ofPlace
	ofPerson
	ofBody
)

// sortOf returns the sort of thing that a name names, noSort where it is not asked.
func (r *reader) sortOf(n *witness.Name) sort {
	switch {
	case n.Entity == nil || len(n.Form) < 2:
		return noSort
	case n.Entity.Kind == witness.Person:
		return ofPerson
	case n.Entity.Kind != witness.Place:
		return ofBody
	case n.Demonym:
		return ofCountry
	}
	if _, ok := r.Lexicon.Country(plain(n.Form)); ok && !r.city(n) {
		return ofCountry
	}
	return ofPlace
}

// tellers lists by report the names that may be compared with any of another.
func (r *reader) tellers() [][]teller {
	out := make([][]teller, len(r.Event.Witnesses))
	for st := range r.Statements() {
		if !marks.Readable(st) || st.Kind != witness.Body || headline(st) {
			continue
		}
		for _, n := range r.view(st).names {
			if s := r.sortOf(n); s != noSort && !credited(r.Lexicon, st, n) {
				if t := (teller{st: st, n: n, sort: s, part: partOf(st, n)}); r.askable(&t) {
					out[st.Witness.Index] = append(out[st.Witness.Index], t)
				}
			}
		}
	}
	return out
}

// unknown returns those of a list of names that a report has in no form.
func (r *reader) unknown(list []teller, w *witness.Witness) []teller {
	return slices.DeleteFunc(slices.Clone(list), func(t teller) bool { return r.toldBy(t.n, w) })
}

// formIn is a form of a name, and a report in which it is looked for.
type formIn struct {
	form   string
	report int
}

// toldBy reports whether a report tells a name in some form.
func (r *reader) toldBy(n *witness.Name, w *witness.Witness) bool {
	k := formIn{n.Form, w.Index}
	v, ok := r.told[k]
	if !ok {
		v = slices.ContainsFunc(w.Statements, func(st *witness.Statement) bool { return r.has(st, n.Entity) }) ||
			slices.ContainsFunc(w.Statements, func(st *witness.Statement) bool { return r.tells(n, st) })
		r.told[k] = v
	}
	return v
}

// together reports whether some report of the event tells both names: what it tells apart
// is two.
func (r *reader) together(a, b *witness.Name) bool {
	return slices.ContainsFunc(r.Event.Witnesses, func(w *witness.Witness) bool { return r.toldBy(a, w) && r.toldBy(b, w) })
}

// tells reports whether a statement has a name in some form. Who names a country does not
// yet tell of a city in it, unless that stands for its government.
func (r *reader) tells(n *witness.Name, st *witness.Statement) bool {
	if spelledOut(n.Form, st) {
		return true
	}
	for _, o := range r.view(st).names {
		switch {
		case o.Entity == n.Entity:
			return true
		case !known(n) || !known(o):
			if r.Names.Same(n.Form, o.Form) {
				return true
			}
		case r.oneCountry(n, o) && !r.mereCity(n) && !r.mereCity(o):
			return true
		case samePlace(r.Lexicon.Places().GetAll(plain(n.Form)), r.Lexicon.Places().GetAll(plain(o.Form))):
			return true
		}
	}
	if known(n) {
		return r.placeInside(n, st)
	}
	return r.worded(n, st, st, false)
}

// mereCity reports whether a name is that of a city that does not stand for its country.
func (r *reader) mereCity(n *witness.Name) bool {
	return !n.Metonym && r.city(n) && !slices.ContainsFunc(r.Lexicon.Places().GetAll(plain(n.Form)), func(f lexicon.PlaceForm) bool { return f.As == "capital" })
}

func whereabouts(part string) bool { return part == "at" || part == "from" || part == "to" }

// partOf returns the part that a name has in what its statement tells: it acts, something
// is done to it, it is where something is, from where or to where. What belongs to a
// noun has the part of that: a Danish firm acts.
func partOf(st *witness.Statement, n *witness.Name) string {
	i := n.Head
	for range 3 {
		t := &st.Tokens[i]
		switch t.Rel {
		case "nsubj", "obl:agent":
			return "agent"
		case "obj":
			if i == n.Head && t.Head >= 0 && moves[st.Tokens[t.Head].Lemma] != "" {
				return moves[st.Tokens[t.Head].Lemma]
			}
			return "patient"
		case "nsubj:pass":
			return "patient"
		}
		switch prep := compare.Preposition(st, i); prep {
		case "in", "at", "near", "off", "on", "outside", "inside", "around", "along", "across":
			return "at"
		case "from":
			return "from"
		case "to", "toward", "towards", "into", "for":
			return "to"
		case "by":
			return "agent"
		case "with", "against":
			return "with"
		case "of", "'s", "":
		default:
			return prep
		}
		switch t.Relation() {
		case "amod", "compound", "nmod", "flat", "appos", "conj":
			if t.Head < 0 {
				return ""
			}
			i = t.Head
		default:
			return t.Relation()
		}
	}
	return ""
}

// moves are verbs of which the object is where somebody goes to or comes from.
var moves = map[string]string{
	"leave": "from", "depart": "from", "quit": "from", "flee": "from", "exit": "from",
	"reach": "to", "enter": "to", "approach": "to", "visit": "to", "near": "to",
}
