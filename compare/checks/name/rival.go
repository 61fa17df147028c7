package name

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"unicode/utf8"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/compare/likeness"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/internal/logit"
	"github.com/factdiff/factdiff/internal/naming"
	"github.com/factdiff/factdiff/witness"
)

// Rival is two names of two reports, each unknown to the other report: they may take one
// place in one happening, and then the reports differ, or tell of two things.
type Rival struct {
	a, b   teller
	sort   sort
	as, bs []teller // what each report has for itself
	// Features say what speaks for one place and what against it, by RivalFeatures.
	Features []float64
}

// Places returns the statements and the words of the two names.
func (v *Rival) Places() (a, b compare.Spot) {
	return compare.Spot{Statement: v.a.st, Span: v.a.n.Span, Value: v.a.n.Entity.Name},
		compare.Spot{Statement: v.b.st, Span: v.b.n.Span, Value: v.b.n.Entity.Name}
}

// Rivals lists the names of independent reports that may rival each other, wherever in the
// reports they stand, in order of the reports and their texts.
func Rivals(p *compare.Pass) []*Rival {
	r := newReader(p)
	var out []*Rival
	for list := range r.rivalPairs() {
		for _, v := range list {
			if r.together(v.a.n, v.b.n) {
				continue
			}
			v.Features = r.features(v)
			v.Features[nextLike] = logit.Feature(r.nextLike(v.a, v.b))
			out = append(out, v)
		}
	}
	return out
}

// The least probability at which two names are reported. Persons of whom each report has
// its own are rather two who both spoke.
const (
	likelyPlace  = 0.6
	likelyPerson = 0.7
)

// rivalPairs iterates over the pairs of reports with the names of both that may rival. In a
// report of one sentence nothing else tells that it is of the same happening.
func (r *reader) rivalPairs() func(func([]*Rival) bool) {
	return func(yield func([]*Rival) bool) {
		all := r.tellers()
		for i, as := range all {
			for j := i + 1; j < len(all); j++ {
				wa, wb := r.Event.Witnesses[i], r.Event.Witnesses[j]
				la, lb := r.unknown(as, wb), r.unknown(all[j], wa)
				if min(len(wa.Statements), len(wb.Statements)) < 2 || len(la)*len(lb) == 0 || len(la)*len(lb) > mostRivals || r.Loose(la[0].st, lb[0].st).Parallel {
					continue
				}
				var out []*Rival
				for _, a := range la {
					for _, b := range lb {
						if r.mayRival(a, b) {
							s := a.sort
							if s != b.sort {
								s = ofBody
							}
							out = append(out, &Rival{a: a, b: b, sort: s, as: la, bs: lb})
						}
					}
				}
				if !yield(out) {
					return
				}
			}
		}
	}
}

// mostRivals is how many pairs of names two reports may have to be compared: long reports
// that have little in common name what each of them likes.
const mostRivals = 2500

// rivalsAnywhere compares the names that each of two reports has and the other has not, wherever
// they stand: the arrest in Lyon, the suspect caught in Nice. Statements in which two hands
// tell one thing are often not alike enough to correspond, so that it is weighed what
// surrounds the names. It leaves out the pairs of entities that are reported already.
func (r *reader) rivalsAnywhere(found map[[2]int]bool) {
	for list := range r.rivalPairs() {
		var near []*Rival
		for _, v := range list {
			if found[pairOf(v.a.n.Entity, v.b.n.Entity)] {
				continue
			}
			if r.weigh(v); v.probability() >= v.least() && !r.together(v.a.n, v.b.n) {
				near = append(near, v)
			}
		}
		slices.SortStableFunc(near, func(x, y *Rival) int {
			return cmp.Or(cmp.Compare(y.probability(), x.probability()), cmp.Compare(x.a.n.Span.Start+x.b.n.Span.Start, y.a.n.Span.Start+y.b.n.Span.Start))
		})
		taken := map[*witness.Entity]bool{}
		for _, v := range near {
			if taken[v.a.n.Entity] || taken[v.b.n.Entity] {
				continue
			}
			taken[v.a.n.Entity], taken[v.b.n.Entity] = true, true
			r.reportRival(v)
		}
	}
}

func (v *Rival) least() float64 {
	if v.sort == ofPerson {
		return likelyPerson
	}
	return likelyPlace
}

// askable reports whether a name may take a place that another takes elsewhere: that of a
// person, of a country or its people, of a place or of a body. One of several is none, "crews
// from Lyon and Nice", nor a people that is one of two in a word: "British-Irish".
func (r *reader) askable(t *teller) bool {
	if mixed(*t) || oneOfSeveral(*t) {
		return false
	}
	switch t.sort {
	case ofPerson:
		return len(naming.Words(t.n.Form)) > 1
	case ofCountry:
		return true
	}
	if r.somewhere(*t) {
		return true
	}
	t.body = !known(t.n) && t.n.Entity.Kind == witness.Organisation
	return t.body
}

// mayRival reports whether two names may take one place: two persons, two bodies, two
// countries or their people, two places that are known to lie apart or of which no table
// knows one.
func (r *reader) mayRival(a, b teller) bool {
	switch {
	case isPerson(a) != isPerson(b), a.body != b.body, (a.sort == ofCountry) != (b.sort == ofCountry):
		return false
	case likeness.Cosine(likeness.WordsOf(r.Pass, a.st), likeness.WordsOf(r.Pass, b.st)) == 0:
		return false
	case a.sort == ofCountry:
		if !r.twoCountries(a.n, b.n) || !oneSort(a, b) || a.n.Demonym != b.n.Demonym && r.likeWords(a.st, a.st.Tokens[a.n.Head].Head, b.st, b.st.Tokens[b.n.Head].Head) == 0 {
			return false
		}
	case known(a.n) && known(b.n):
		if _, ok := r.Lexicon.Exclusive(plain(a.n.Form), plain(b.n.Form)); !ok {
			return false
		}
	}
	if r.Names.Same(a.n.Form, b.n.Form) || compare.Common(naming.Words(a.n.Form), naming.Words(b.n.Form)) || r.oneThing(a, b) {
		return false
	}
	x := r.Loose(a.st, b.st)
	return !(a.n.Demonym && b.n.Demonym && x.TwoAges()) && !moulded(x, a.n, b.n)
}

// twoCountries reports whether two names, or those of two peoples, are of two countries that do
// not lie in each other.
func (r *reader) twoCountries(a, b *witness.Name) bool {
	x, y := plain(a.Form), plain(b.Form)
	if _, ok := r.Lexicon.Exclusive(x, y); ok {
		return true
	}
	ca, ok1 := r.Lexicon.Country(x)
	cb, ok2 := r.Lexicon.Country(y)
	return ok1 && ok2 && ca != cb && a.Demonym != b.Demonym && !r.Lexicon.Contains(ca.Name, cb.Name) && !r.Lexicon.Contains(cb.Name, ca.Name)
}

// somewhere reports whether a name says where something is: by the part that it has, or by
// the noun that it belongs to, "the port of Ancona". One that no table knows must not be
// that of a street, a house or a company by its last word, which lie in a town or are none,
// nor an acronym.
func (r *reader) somewhere(t teller) bool {
	if !whereabouts(t.part) && !calledPlace(t.st, t.n) {
		return false
	}
	if known(t.n) {
		return r.city(t.n)
	}
	words := naming.Words(t.n.Form)
	if len(words) == 0 || lettered(t.n.Form) || lexicon.Known(words[len(words)-1], lexicon.Noun) && lexicon.Category(words[len(words)-1], lexicon.Noun) != "location" {
		return false
	}
	return calledPlace(t.st, t.n) || compare.Child(t.st, t.n.Head, "case") >= 0 || t.st.Tokens[t.n.Head].Rel == "obj"
}

// lettered reports whether a name begins with two capitals, as those of letters do: "PCs".
func lettered(form string) bool {
	_, first := utf8.DecodeRuneInString(form)
	return capital(form) && capital(form[first:])
}

// calledPlace reports whether a noun says that what a name names is a place: "the port of
// Ancona", "the Miraflores district".
func calledPlace(st *witness.Statement, n *witness.Name) bool {
	h := st.Tokens[n.Head].Head
	if h < 0 || st.Tokens[h].UPOS != "NOUN" {
		return false
	}
	switch st.Tokens[n.Head].Relation() {
	case "compound", "appos", "flat":
	case "nmod":
		if compare.Preposition(st, n.Head) != "of" {
			return false
		}
	default:
		return false
	}
	return lexicon.Category(st.Tokens[h].Lemma, lexicon.Noun) == "location"
}

// oneSort reports whether those of two peoples that act may be one: two people or bodies,
// or two ships. An interpreter is no museum.
func oneSort(a, b teller) bool {
	if !a.n.Demonym || !b.n.Demonym {
		return true
	}
	s, t := category(a), category(b)
	return s == t || acts(s) && acts(t)
}

func acts(category string) bool { return category == "person" || category == "group" }

// category returns that of the noun that a people's name goes with, or else a person's.
func category(t teller) string {
	h := t.st.Tokens[t.n.Head].Head
	if !t.n.Demonym || h < 0 || t.st.Tokens[t.n.Head].Relation() != "amod" && t.st.Tokens[t.n.Head].Relation() != "compound" {
		return "person"
	}
	return lexicon.Category(t.st.Tokens[h].Lemma, lexicon.Noun)
}

// oneThing reports whether both names say where one thing is that both statements name
// right before: "the Odeon in Hollywood", "the Odeon in Los Angeles" are one house, and one
// place lies in the other.
func (r *reader) oneThing(a, b teller) bool {
	return before(a) != "" && (before(a) == before(b) || r.Lexicon.American(before(a)) == r.Lexicon.American(before(b)))
}

// before returns the word with a capital that stands before a name and its preposition, or "".
func before(t teller) string {
	if i := t.n.First - 2; i > 0 && capital(t.st.Tokens[i].Form) && compare.NameOver(t.st, i) != nil {
		return t.st.Tokens[i].Lower
	}
	return ""
}

// mixed reports whether a people is one of two in a word: "British-Irish".
func mixed(t teller) bool {
	return compare.Word(t.st, t.n.First-1) == "-" || compare.Word(t.st, t.n.Last+1) == "-"
}

func (r *reader) reportRival(v *Rival) {
	topic := "place"
	switch {
	case v.sort == ofPerson:
		topic = "person"
	case v.sort == ofCountry && !whereabouts(v.a.part):
		topic = "country"
	}
	a, b := v.Places()
	r.ReportAcross(compare.Difference{
		A: a, B: b,
		Kind: compare.Conflict, Severity: compare.Major, Confidence: math.Round(100*min(0.9, v.probability())) / 100, Topic: topic,
		Reason: fmt.Sprintf("%s and %s stand for each other where the reports tell the same, and neither report mentions the other's.", a.Value, b.Value),
		Trace:  []string{fmt.Sprintf("one place in one happening: %.2f", v.probability())},
	})
}

// oneOfSeveral reports whether a name stands beside another of its sort: "crews from Lyon and
// Nice".
func oneOfSeveral(t teller) bool {
	for _, n := range compare.Facts[*witness.Name](t.st) {
		if n.Entity == nil || t.n.Entity == nil || n.Entity == t.n.Entity || n.Entity.Kind != t.n.Entity.Kind {
			continue
		}
		x, y := &t.st.Tokens[n.Head], &t.st.Tokens[t.n.Head]
		if x.Relation() == "conj" && x.Head == t.n.Head || y.Relation() == "conj" && y.Head == n.Head {
			return true
		}
	}
	return false
}
