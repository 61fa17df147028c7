package name

import (
	"slices"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/compare/likeness"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/internal/naming"
	"github.com/factdiff/factdiff/internal/text"
	"github.com/factdiff/factdiff/witness"
)

// A reader looks for the names of one statement in others. A statement is
// looked through once for every name of every statement that it is paired
// with, so that what does not depend on the name is prepared.
type reader struct {
	*compare.Pass
	views map[*witness.Statement]*view
	kin   map[string][]string // by word: its derivations
	like  *likeness.Judge
	told  map[formIn]bool // whether the report has the name; see toldBy
}

// A view is what a statement offers to a search.
type view struct {
	names  []*witness.Name
	folded []string // by token: the word, folded
	proper []bool   // by token: whether it is written as a name is
}

func newReader(p *compare.Pass) *reader {
	return &reader{Pass: p, views: map[*witness.Statement]*view{}, kin: map[string][]string{}, like: likeness.Of(p), told: map[formIn]bool{}}
}

func (r *reader) view(st *witness.Statement) *view {
	v := r.views[st]
	if v == nil {
		v = &view{names: compare.Facts[*witness.Name](st), folded: make([]string, len(st.Tokens)), proper: make([]bool, len(st.Tokens))}
		for i := range st.Tokens {
			v.folded[i], v.proper[i] = text.Fold(st.Tokens[i].Lower), capital(st.Tokens[i].Form)
		}
		r.views[st] = v
	}
	return v
}

// derivations lists what a word is derived from, and what from it.
func (r *reader) derivations(w string) []string {
	kin, ok := r.kin[w]
	if !ok {
		kin = lexicon.Derivations(w)
		r.kin[w] = kin
	}
	return kin
}

// unmatched lists the names of st that neither the other statement nor those
// near it mention in any form.
func (r *reader) unmatched(st, other *witness.Statement, free func(int) bool, near func() []*witness.Statement, parallel bool) []*witness.Name {
	var out []*witness.Name
	for _, n := range r.view(st).names {
		if n.Entity == nil || len(n.Form) < 2 || r.mentioned(n, st, other, parallel) {
			continue
		}
		if !parallel && (!free(n.Head) || credited(r.Lexicon, st, n)) {
			continue
		}
		if !slices.ContainsFunc(near(), func(o *witness.Statement) bool { return r.mentioned(n, st, o, parallel) }) {
			out = append(out, n)
		}
	}
	return out
}

// mentioned reports whether a statement has the name in some form: the same
// entity, a name that may be the same, the words themselves in lower case, the
// words that an acronym stands for.
func (r *reader) mentioned(n *witness.Name, st, other *witness.Statement, parallel bool) bool {
	if r.has(other, n.Entity) {
		return true
	}
	elsewhere := parallel && r.placed(n, other)
	for _, o := range r.view(other).names {
		if !parallel && r.countryOf(n, st, o) {
			continue
		}
		another := func() bool { return known(n) && known(o) || r.has(st, o.Entity) || r.namesake(n, o) }
		if !elsewhere && r.Names.Same(n.Form, o.Form) && !(parallel && another()) {
			return true
		}
		if known(n) && known(o) && !(parallel && r.has(st, o.Entity)) && r.oneCountry(n, o) {
			return true
		}
	}
	if elsewhere {
		return false
	}
	if r.placeInside(n, other) || r.worded(n, st, other, parallel) || spelledOut(n.Form, other) {
		return true
	}
	for w := range strings.FieldsSeq(n.Form) {
		if w != n.Form && spelledOut(w, other) {
			return true // "SMP RCRS" beside "SMP Russian Circuit Racing Series"
		}
	}
	return false
}

// countryOf reports whether a name is that of the country or the state in which a city
// lies that st names beside it, so that it is no mention of the city: "Italian police made
// an arrest in Rome" says more than "Italian police made an arrest".
func (r *reader) countryOf(city *witness.Name, st *witness.Statement, whole *witness.Name) bool {
	return whole.Entity != nil && known(city) && known(whole) && r.city(city) && !r.city(whole) && r.has(st, whole.Entity) &&
		(r.Lexicon.Contains(plain(whole.Form), plain(city.Form)) || r.oneCountry(city, whole))
}

// city reports whether a name is that of a city.
func (r *reader) city(n *witness.Name) bool {
	return !n.Demonym && slices.ContainsFunc(r.Lexicon.Places().GetAll(plain(n.Form)), func(f lexicon.PlaceForm) bool { return f.Kind == "city" && f.As == "name" })
}

// countryOnly reports whether another statement, and those near it, name of a city only
// the country in which it lies.
func (r *reader) countryOnly(n *witness.Name, st, other *witness.Statement, near func() []*witness.Statement) bool {
	names := func(o *witness.Statement) bool {
		return slices.ContainsFunc(r.view(o).names, func(m *witness.Name) bool { return r.countryOf(n, st, m) })
	}
	return names(other) || slices.ContainsFunc(near(), names)
}

// oneCountry reports whether two places are one country, whatever form of its
// name they have.
func (r *reader) oneCountry(a, b *witness.Name) bool {
	ca, ok1 := r.Lexicon.Country(plain(a.Form))
	cb, ok2 := r.Lexicon.Country(plain(b.Form))
	return ok1 && ok2 && ca == cb
}

// worded reports whether a statement has more than half of the words of a
// name, or their acronym.
func (r *reader) worded(n *witness.Name, st, other *witness.Statement, parallel bool) bool {
	words := r.Names.Words(n.Form)
	var taken []bool
	if parallel {
		taken = r.spokenFor(n, st, other)
	}
	free := func(i int) bool { return taken == nil || !taken[i] }
	for i := range other.Tokens {
		if naming.Acronym(other.Tokens[i].Form, words) && free(i) {
			return true
		}
	}
	found := 0
	for _, w := range words {
		if r.holds(other, w, free) {
			found++
		}
	}
	return len(words) == 0 || found*2 > len(words)
}

// holds reports whether one of the tokens that count is a word, a form of it
// or, written as a name, a spelling of it.
func (r *reader) holds(st *witness.Statement, w string, counts func(int) bool) bool {
	v, kin := r.view(st), r.derivations(w)
	for i := range st.Tokens {
		t := &st.Tokens[i]
		if (t.Lower == w || t.Lemma == w || v.proper[i] && r.Names.SameWord(v.folded[i], w) || slices.Contains(kin, t.Lemma)) && counts(i) {
			return true
		}
	}
	return false
}

// times counts the mentions of an entity.
func (r *reader) times(st *witness.Statement, e *witness.Entity) int {
	count := 0
	for _, n := range r.view(st).names {
		if n.Entity == e {
			count++
		}
	}
	return count
}

// has reports whether a statement mentions an entity: "Ottawa is Canada's
// capital" does not call Ottawa Canada.
func (r *reader) has(st *witness.Statement, e *witness.Entity) bool { return r.times(st, e) > 0 }

// placed reports whether a name of several words holds a place that the other
// statement does not have: "Taipei IT Month" is not "Singapore IT Month".
func (r *reader) placed(n *witness.Name, other *witness.Statement) bool {
	words := r.Names.Words(n.Form)
	if len(words) < 2 || known(n) {
		return false
	}
	for _, w := range words {
		if r.Lexicon.Places().Has(w) && !r.spelt(other, w) {
			return true
		}
	}
	return false
}

// spelt reports whether a statement has a word, a derivation or a spelling of
// it, whether written as a name or not.
func (r *reader) spelt(st *witness.Statement, w string) bool {
	v, kin := r.view(st), r.derivations(w)
	for i := range st.Tokens {
		if t := &st.Tokens[i]; t.Lower == w || r.Names.SameWord(v.folded[i], w) || slices.Contains(kin, t.Lemma) {
			return true
		}
	}
	return false
}

// placeInside reports whether a word of another statement is the place that a
// name is a form of: "Fla." and "a Florida Mall", "Pak" and "Pakistan".
func (r *reader) placeInside(n *witness.Name, other *witness.Statement) bool {
	if strings.Contains(n.Form, " ") {
		return false
	}
	lower, v := plain(n.Form), r.view(other)
	forms := r.Lexicon.Places().GetAll(lower)
	for i := range other.Tokens {
		if !v.proper[i] {
			continue
		}
		t := &other.Tokens[i]
		if clipped(r.Lexicon, strings.TrimSuffix(lower, "."), t.Lower) || clipped(r.Lexicon, t.Lower, lower) {
			return true
		}
		if len(forms) > 0 && samePlace(forms, r.Lexicon.Places().GetAll(t.Lower)) {
			return true
		}
	}
	return false
}

// samePlace reports whether two forms name one place.
func samePlace(as, bs []lexicon.PlaceForm) bool {
	for _, a := range as {
		for _, b := range bs {
			if a.Place == b.Place && a.As == "name" && b.As == "name" {
				return true
			}
		}
	}
	return false
}

// clipped reports whether short is the beginning of the name of a place, as
// headlines cut it, and nothing in its own right.
func clipped(lex *lexicon.Lexicon, short, long string) bool {
	return len(short) >= 3 && len(short) < len(long) && strings.HasPrefix(long, short) && lex.Places().Has(long) && !naming.Own(lex, short)
}

// spokenFor marks the tokens of the other statement that belong to another
// name of this one: where both tell of Hong Kong, the other's Hong Kong is not
// this one's Hong Kong Island.
func (r *reader) spokenFor(n *witness.Name, st, other *witness.Statement) []bool {
	var taken []bool
	for _, o := range r.view(other).names {
		if o.Entity == n.Entity || !r.has(st, o.Entity) {
			continue
		}
		if taken == nil {
			taken = make([]bool, len(other.Tokens))
		}
		for i := range other.Tokens {
			if at := other.Tokens[i].Span; o.Span.Start <= at.Start && at.End <= o.Span.End {
				taken[i] = true
			}
		}
	}
	return taken
}

// spelledOut reports whether a statement has words in a row whose initials
// make up the acronym.
func spelledOut(form string, st *witness.Statement) bool {
	letters := len(strings.ReplaceAll(form, ".", ""))
	if letters < 2 || letters > 8 || strings.ToUpper(form) != form {
		return false
	}
	var words []string
	for i := range st.Tokens {
		words = words[:0]
		for k := i; k < len(st.Tokens) && k < i+2*letters; k++ {
			t := &st.Tokens[k]
			if t.UPOS == "PUNCT" && t.Lower != "-" {
				break
			}
			if t.UPOS == "ADP" || t.UPOS == "DET" || t.UPOS == "CCONJ" || t.UPOS == "PUNCT" {
				continue
			}
			words = append(words, text.Fold(t.Lower))
			if len(words) >= letters && naming.Acronym(form, words) {
				return true
			}
		}
	}
	return false
}
