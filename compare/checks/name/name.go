package name

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/internal/naming"
	"github.com/factdiff/factdiff/internal/text"
	"github.com/factdiff/factdiff/witness"
)

//go:embed doc.go
var source string

//go:embed examples.txtar
var examples string

// Check is the check name.
var Check = &compare.Check{
	Name: "name", Source: source, Examples: examples, Plain: true, Severity: compare.Major,
	MQM: "accuracy/mistranslation", ITS: "inconsistent-entities", Run: run,
}

func run(p *compare.Pass) {
	found := map[[2]int]bool{}
	if !p.Event.Parallel && !p.Event.Aligned {
		persons(p, found)
		holders(p, found)
		spellings(p)
		misprints(p)
		slips(p)
	}
	r := newReader(p)
	defer r.rivalsAnywhere(found)
	for x := range p.Pairs() {
		if !x.Close() {
			continue
		}
		as := r.unmatched(x.A, x.B, x.FreeA, x.NearB, x.Parallel)
		if len(as) == 0 && !x.Parallel {
			continue
		}
		bs := r.unmatched(x.B, x.A, x.FreeB, x.NearA, x.Parallel)
		as, bs = append(as, r.surplus(x, x.A, x.B, x.FreeA, bs)...), append(bs, r.surplus(x, x.B, x.A, x.FreeB, as)...)
		if x.Parallel {
			as, bs = counterparts(p.Lexicon, as, bs)
		}
		only := x.Parallel && len(as) == 1 && len(bs) == 1
		for _, m := range compare.Matches(len(as), len(bs), func(i, j int) (float64, bool) {
			a, b := as[i], bs[j]
			if found[pairOf(a.Entity, b.Entity)] || !r.different(x, a, b) && !(only && r.lone(x, a, b)) || !x.Parallel && (!r.rivals(p, x, a, b) || moulded(x, a, b)) {
				return 0, false
			}
			s := slot(x, a, b)
			return s, s >= threshold(x)
		}) {
			report(p, x, as[m.A], bs[m.B], m.Weight)
		}
		if x.Parallel && len(p.Event.Witnesses) == 2 {
			ordinary(p, x, as, bs)
		}
	}
}

// threshold is the least evidence that two names stand in one slot. Two
// versions of one text that each lack a name of the other need hardly any.
func threshold(x *compare.Pair) float64 {
	if x.Parallel {
		return 0.1
	}
	return 0.75
}

// surplus lists the names that st has once more than the other statement, of
// those with no partner word, where the other has a name without one: "to Europe from
// America" beside "to the U.S. from America".
func (r *reader) surplus(x *compare.Pair, st, other *witness.Statement, free func(int) bool, lone []*witness.Name) []*witness.Name {
	if !x.Parallel || len(lone) == 0 {
		return nil
	}
	var out []*witness.Name
	for _, n := range r.view(st).names {
		if n.Entity != nil && listed(n) && free(n.Head) && r.times(st, n.Entity) > r.times(other, n.Entity) && r.times(other, n.Entity) > 0 {
			out = append(out, n)
		}
	}
	return out
}

// different reports whether two names may be set against each other: neither
// may be a form or a translation of the other.
func (r *reader) different(x *compare.Pair, a, b *witness.Name) bool {
	lex := r.Lexicon
	wa, wb := r.Names.Words(a.Form), r.Names.Words(b.Form)
	if len(wa) == 0 || len(wb) == 0 || r.same(x, a, b) || owner(x.A, a, b) || owner(x.B, b, a) {
		return false
	}
	sa, sb := specific(lex, a, wa), specific(lex, b, wb)
	slot := x.Slot(a.Head, b.Head)
	switch {
	case sa && sb:
		return true
	case !x.Parallel:
		return false
	case !sa && !sb:
		// Two names made of ordinary words: a committee and a court.
		if akin(lex, wa, wb) {
			return false
		}
		return len(wa) > 1 && len(wb) > 1 || slot >= 0.2 && len(wa)+len(wb) > 2 || slot >= 0.4
	case !sa:
		return !translated(b, wb, wa) || slot >= 0.4 || len(wa) == 1 && bare(lex, x.A, a.Head) && a.First > 0
	}
	return !translated(a, wa, wb) || slot >= 0.4 || len(wb) == 1 && bare(lex, x.B, b.Head) && b.First > 0
}

// owner reports whether a name is a place that something else belongs to, and the
// other an organisation: "Germany's highest court", "the Federal Court".
func owner(st *witness.Statement, n, other *witness.Name) bool {
	return n.Entity != nil && other.Entity != nil && n.Entity.Kind == witness.Place && other.Entity.Kind == witness.Organisation && st.Tokens[n.Head].Rel == "nmod:poss" && len(naming.Words(other.Form)) > 1
}

// lone reports whether two names, the only ones that have no partner in two
// versions of one text, may be set against each other wherever they stand: each
// is known, a person's or made of ordinary words, so that none is a title that one
// translator left as it was.
func (r *reader) lone(x *compare.Pair, a, b *witness.Name) bool {
	wa, wb := r.Names.Words(a.Form), r.Names.Words(b.Form)
	plainly := func(n *witness.Name, words []string) bool {
		return listed(n) || n.Entity.Kind == witness.Person || naming.AllCommon(r.Lexicon, words)
	}
	return plainly(a, wa) && plainly(b, wb) && !owner(x.A, a, b) && !owner(x.B, b, a) && !r.same(x, a, b) && !akin(r.Lexicon, wa, wb)
}

// same reports whether two names may be one. Between versions of one text a
// part does not stand for the whole: France is not Europe there.
func (r *reader) same(x *compare.Pair, a, b *witness.Name) bool {
	if a.Entity == b.Entity || alias(r.Lexicon, x, a, b) {
		return true
	}
	if x.Parallel && known(a) && known(b) {
		return r.oneCountry(a, b)
	}
	return r.Names.Same(a.Form, b.Form) && !(x.Parallel && r.namesake(a, b))
}

// alias reports whether WordNet has two names for one thing, a common word after
// the name included: "Aurora borealis", "Northern Lights".
func alias(lex *lexicon.Lexicon, x *compare.Pair, a, b *witness.Name) bool {
	for _, f := range wider(x.A, a) {
		for _, g := range wider(x.B, b) {
			if lex.Synonymous(f, g, lexicon.Noun) || f == g+"s" || g == f+"s" {
				return true // and the plural of an abbreviation
			}
		}
	}
	return false
}

// wider returns a name, and the name with the word after it.
func wider(st *witness.Statement, n *witness.Name) []string {
	f := plain(n.Form)
	if n.Last+1 >= len(st.Tokens) {
		return []string{f}
	}
	return []string{f, f + " " + st.Tokens[n.Last+1].Lower}
}

// namesake reports whether two names made of ordinary words share their head
// noun only: the Morning Times and the Freedom Times are two papers, the
// Admiralty Wharfs and the Admiralty Shipyards one yard.
func (r *reader) namesake(a, b *witness.Name) bool {
	lex := r.Lexicon
	wa, wb := r.Names.Words(a.Form), r.Names.Words(b.Form)
	return len(wa) > 1 && len(wb) > 1 && wa[len(wa)-1] == wb[len(wb)-1] && naming.AllCommon(lex, wa) && naming.AllCommon(lex, wb) && !akin(lex, wa, wb)
}

func plain(form string) string { return strings.ToLower(text.Plain(form)) }

// known reports whether a name stands in the gazetteer of places.
func known(n *witness.Name) bool { return strings.HasPrefix(n.Entity.Key, "place:") }

// listed reports whether a name stands in the gazetteer of places or in the
// table of organisations.
func listed(n *witness.Name) bool { return known(n) || strings.HasPrefix(n.Entity.Key, "org:") }

// specific reports whether a name is more than ordinary words with capitals.
func specific(lex *lexicon.Lexicon, n *witness.Name, words []string) bool {
	return listed(n) || n.Entity.Kind == witness.Person || !naming.AllCommon(lex, words)
}

// akin reports whether two names made of ordinary words share their sense in
// part: a council and an assembly, a hall and a room.
func akin(lex *lexicon.Lexicon, a, b []string) bool {
	a, b = slices.DeleteFunc(slices.Clone(a), func(w string) bool { return slices.Contains(b, w) }), slices.DeleteFunc(slices.Clone(b), func(w string) bool { return slices.Contains(a, w) })
	if len(a) == 0 || len(b) == 0 {
		return true
	}
	for _, x := range a {
		for _, y := range b {
			if lex.Synonymous(x, y, lexicon.Noun) || lexicon.CoHyponyms(x, y, lexicon.Noun) {
				return true
			}
			if _, ok := lexicon.Hypernym(x, y, lexicon.Noun, 2); ok {
				return true
			}
			if _, ok := lexicon.Hypernym(y, x, lexicon.Noun, 2); ok {
				return true
			}
		}
	}
	return false
}

// translated reports whether a specific name may be what one translator left
// as it was of a title that the other put into ordinary words: "Ruki Vverkh"
// and "Hands Up", "Chiki" and "Chicks". What a table knows, and acronyms, are
// not; a people's name against one common word is likely no name at all.
func translated(n *witness.Name, words, common []string) bool {
	if n.Demonym {
		return true
	}
	if listed(n) || n.Entity.Kind == witness.Person || strings.ToUpper(n.Form) == n.Form {
		return len(common) == 1
	}
	return len(words) == len(common) || len(words) > 1
}

// comparable reports whether two names of independent reports can fill one
// slot with different senses: not a place against a person, and nothing
// against a name of which the reports do not show what it names. Of sixty
// events of unseen reports, no such pair was a difference.
func comparable(a, b *witness.Name) bool {
	ka, kb := a.Entity.Kind, b.Entity.Kind
	if a.Demonym != b.Demonym && (ka == witness.Person || kb == witness.Person) {
		return false
	}
	if ka == witness.OtherEntity || kb == witness.OtherEntity {
		return false
	}
	if ka == kb {
		return true
	}
	// places act as organisations: "Moscow" against "NATO"
	return ka != witness.Person && kb != witness.Person
}

// rivals reports whether two names of independent reports may be set against each other.
func (r *reader) rivals(p *compare.Pass, x *compare.Pair, a, b *witness.Name) bool {
	switch {
	case !comparable(a, b), a.Demonym && b.Demonym && x.TwoAges(), acquainted(p, x, a, b), waters(a) && offshore(x.B, b), waters(b) && offshore(x.A, a), home(x.A, a) != home(x.B, b):
		return false
	case compare.OpenList(x.A, a.Last) || compare.OpenList(x.B, b.Last):
		return false // one of those that the other report counts among the rest
	case r.countryOnly(a, x.A, x.B, x.NearB) || r.countryOnly(b, x.B, x.A, x.NearA):
		class, ok := r.Lexicon.Exclusive(plain(a.Form), plain(b.Form))
		return ok && class == "city" && where(x.A, a) && where(x.B, b)
	}
	return true
}

// home returns the person whose home a place is told to be, set off behind the name or its
// age: "Ann Berg, 66, of Orm". Of two persons each has his own.
func home(st *witness.Statement, n *witness.Name) *witness.Entity {
	k := n.First - 1
	if compare.Word(st, k) != "of" && compare.Word(st, k) != "from" {
		return nil
	}
	for k--; k >= 0 && k >= n.First-7; k-- {
		if o := compare.NameOver(st, k); o != nil {
			if o.Entity != nil && o.Entity.Kind == witness.Person {
				return o.Entity
			}
			return nil
		}
		if u := st.Tokens[k].UPOS; u != "PUNCT" && u != "NUM" {
			return nil
		}
	}
	return nil
}

// waters reports whether a name is that of a sea or a part of one.
func waters(n *witness.Name) bool {
	return slices.ContainsFunc(naming.Words(n.Form), func(w string) bool { return seas[strings.ToLower(w)] })
}

var seas = map[string]bool{"sea": true, "gulf": true, "bay": true, "strait": true, "straits": true, "channel": true, "ocean": true, "sound": true, "bight": true, "atlantic": true, "pacific": true, "mediterranean": true, "baltic": true, "caribbean": true, "aegean": true, "adriatic": true}

// offshore reports whether a name says off which land something is: "off Somalia", "off the
// coast of Yemen". It lies in the waters that another report names.
func offshore(st *witness.Statement, n *witness.Name) bool {
	for k := n.First - 1; k >= 0 && k >= n.First-5; k-- {
		switch st.Tokens[k].Lower {
		case "off", "coast", "coasts", "shore", "shores", "waters", "offshore":
			return true
		}
	}
	return false
}

// moulded reports whether two names tell two things apart of which the statements give a
// figure each: the subjects, or the places, of one form of words. Who gave or was given
// five million in one report and eight in the other is one person by two wrongs.
func moulded(x *compare.Pair, a, b *witness.Name) bool {
	if a.Entity.Kind == witness.Person || b.Entity.Kind == witness.Person || a.Entity.Kind != b.Entity.Kind {
		return false
	}
	switch x.A.Tokens[a.Head].Relation() {
	case "obj", "iobj":
		return false
	}
	return x.OneMould(a.Head, b.Head)
}

// where reports whether a name says where something is: "in Lyon", "near Nice". The
// place before a statement of an agency is where the reporter is, and a capital that acts
// is its government.
func where(st *witness.Statement, n *witness.Name) bool {
	rel := st.Tokens[n.Head].Relation()
	return (rel == "obl" || rel == "nmod") && compare.Child(st, n.Head, "case") >= 0
}

// acquainted reports whether one of two persons is known to the report that names the
// other, by the surname: then they are two, whatever both did.
func acquainted(p *compare.Pass, x *compare.Pair, a, b *witness.Name) bool {
	if a.Entity.Kind != witness.Person || b.Entity.Kind != witness.Person {
		return false
	}
	known := compare.Once(p, vocabulary)
	knows := func(w *witness.Witness, n *witness.Name) bool {
		words := p.Names.Words(n.Form)
		return len(words) > 0 && slices.Contains(known[w], words[len(words)-1])
	}
	return knows(x.A.Witness, b) || knows(x.B.Witness, a)
}

// slot says how surely two names stand in the same place.
func slot(x *compare.Pair, a, b *witness.Name) float64 {
	s := x.Slot(a.Head, b.Head)
	if a.Entity.Kind == b.Entity.Kind {
		s += 0.15
	}
	if a.Demonym == b.Demonym {
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

// capital reports whether a word is written as a name is: "mayor" is no spelling
// of Mayotte.
func capital(form string) bool {
	r, _ := utf8.DecodeRuneInString(form)
	return unicode.IsUpper(r)
}
