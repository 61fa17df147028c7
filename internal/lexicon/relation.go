package lexicon

import (
	"slices"
	"strings"
)

// relation is a symmetric relation between lemmas by part of speech: to each lemma those it stands in it to, in the
// order of the tables.
type relation struct{ noun, verb, adjective, adverb relatives }

type relatives struct {
	of   map[string][]string
	keys sieve
}

// part returns the relatives of a part of speech, nil for none of the four.
func (r *relation) part(pos POS) *relatives {
	switch pos {
	case Noun:
		return &r.noun
	case Verb:
		return &r.verb
	case Adjective:
		return &r.adjective
	case Adverb:
		return &r.adverb
	}
	return nil
}

// all lists what a lemma stands in relation to.
func (r *relation) all(lemma string, pos POS) []string {
	p := r.part(pos)
	if p == nil || !p.keys.mayHold(lemma) {
		return nil
	}
	return p.of[lemma]
}

func (r *relation) has(a, b string, pos POS) bool { return slices.Contains(r.all(a, pos), b) }

func (r *relation) add(a, b string, pos POS) {
	p := r.part(pos)
	if p.of == nil {
		p.of = map[string][]string{}
	}
	if !slices.Contains(p.of[a], b) {
		p.of[a] = append(p.of[a], b)
	}
}

// related is one line of a relation: every word of the left list stands against every word of the right one.
type related struct {
	pos         POS
	left, right []string
}

func relationTable(name string) table[related] {
	return table[related]{
		name:    name,
		columns: []string{"n, v, a or r", "words", "words"},
		read: func(r row) ([]string, related, error) {
			pos, err := r.oneOf(0, "n", "v", "a", "r")
			if err != nil {
				return nil, related{}, err
			}
			v := related{POS(pos[0]), r.lower(1), r.lower(2)}
			for _, a := range v.left {
				for _, b := range v.right {
					if a == b {
						return nil, related{}, r.errorf("%q stands on both sides", a)
					}
				}
			}
			return append(r.lower(1), v.right...), v, nil
		},
	}
}

var (
	oppositeTable    = relationTable("opposite")
	notOppositeTable = relationTable("not-opposite")
	synonymTable     = relationTable("synonym")
)

func buildRelation(t *table[related], lx *Lexicon) *relation {
	out := &relation{}
	for _, s := range lx.sections()[t.name] {
		s.rows(func(r row) {
			_, v, err := t.entry(r)
			if err != nil {
				return
			}
			for _, a := range v.left {
				for _, b := range v.right {
					out.add(a, b, v.pos)
					out.add(b, a, v.pos)
				}
			}
		})
	}
	for _, pos := range [...]POS{Noun, Verb, Adjective, Adverb} {
		p := out.part(pos)
		p.keys = newSieve(p.of)
	}
	return out
}

func (lx *Lexicon) opposites() *relation {
	return lx.opposite.get(func() *relation { return buildRelation(&oppositeTable, lx) })
}

func (lx *Lexicon) notOpposites() *relation {
	return lx.notOpposite.get(func() *relation { return buildRelation(&notOppositeTable, lx) })
}

func (lx *Lexicon) synonyms() *relation {
	return lx.synonym.get(func() *relation { return buildRelation(&synonymTable, lx) })
}

// Opposed reports whether two lemmas are direct opposites: in the table [opposite], or antonyms in WordNet and not in
// [not-opposite]. Opposites may also be converses (buy, sell), which contradict only where the roles are the same: ask
// Converse before.
func (lx *Lexicon) Opposed(a, b string, pos POS) bool {
	if lx.opposites().has(a, b, pos) {
		return true
	}
	return wordnetOpposed(a, b, pos) && !lx.notOpposites().has(a, b, pos)
}

// Opposites lists the lemmas that a lemma is Opposed to, those of the table first. It allocates; to test a pair use
// Opposed.
func (lx *Lexicon) Opposites(lemma string, pos POS) []string {
	out := slices.Clone(lx.opposites().all(lemma, pos))
	for _, o := range wordnetAntonyms(lemma, pos) {
		if !slices.Contains(out, o) && !lx.notOpposites().has(lemma, o, pos) {
			out = append(out, o)
		}
	}
	return out
}

// OpposedInNews reports whether the pair stands in the hand-made table, which is chosen for news and more precise
// than WordNet's antonyms.
func (lx *Lexicon) OpposedInNews(a, b string, pos POS) bool { return lx.opposites().has(a, b, pos) }

// Synonymous reports whether two lemmas share a WordNet synset or stand in the table [synonym], and are not opposed.
func (lx *Lexicon) Synonymous(a, b string, pos POS) bool {
	return lx.synonyms().has(a, b, pos) || wordnetSynonymous(a, b, pos) && !lx.opposites().has(a, b, pos)
}

// SynonymousInNews reports whether the pair stands in the hand-made table, which has what WordNet lacks.
func (lx *Lexicon) SynonymousInNews(a, b string, pos POS) bool { return lx.synonyms().has(a, b, pos) }

// Opposed is Default().Opposed.
func Opposed(a, b string, pos POS) bool { return Default().Opposed(a, b, pos) }

// Synonymous is Default().Synonymous.
func Synonymous(a, b string, pos POS) bool { return Default().Synonymous(a, b, pos) }

// Exclusive is Default().Exclusive.
func Exclusive(a, b string) (class string, ok bool) { return Default().Exclusive(a, b) }

// Converse pairs two predicates that tell one event with the roles exchanged: A sold to B, B bought from A.
type Converse struct {
	Lemma, Other string
	Swap         string // the roles exchanged: subject-object, subject-to, subject-from, subject-with, subject-by …
}

var converseTable = table[Converse]{
	name:    "converse",
	columns: []string{"lemma", "lemma", "roles"},
	read: func(r row) ([]string, Converse, error) {
		if !strings.Contains(r.cell(2), "-") {
			return nil, Converse{}, r.errorf("roles are written like subject-object, not %q", r.cell(2))
		}
		v := Converse{r.cell(0), r.cell(1), r.cell(2)}
		return []string{v.Lemma, v.Other}, v, nil
	},
}

// Converses holds the converse predicates under both lemmas.
func (lx *Lexicon) Converses() *Phrases[Converse] {
	return lx.converse.get(func() *Phrases[Converse] { return converseTable.build(lx) })
}

// Converse gives the entry for two predicates, in either order.
func (lx *Lexicon) Converse(a, b string) (Converse, bool) {
	for _, c := range lx.Converses().GetAll(a) {
		if c.Lemma == b || c.Other == b {
			return c, true
		}
	}
	return Converse{}, false
}

// Member is a word in a closed class whose members exclude each other in one slot.
type Member struct {
	Class string
	Key   string // words with one key are the same member: gray and grey
}

var classTable = table[Member]{
	name:    "class",
	columns: []string{"class", "words that are one member"},
	read: func(r row) ([]string, Member, error) {
		words := r.lower(1)
		if len(words) == 0 {
			return nil, Member{}, r.errorf("no words")
		}
		return words, Member{Class: r.cell(0), Key: words[0]}, nil
	},
}

// Classes holds the members of the closed classes by lemma.
func (lx *Lexicon) Classes() *Phrases[Member] {
	return lx.class.get(func() *Phrases[Member] { return classTable.build(lx) })
}

// Exclusive reports whether two words are different members of one closed class, so that not both can fill one slot,
// and which class: Tuesday and Friday, red and blue. Beside the table [class] the classes are the number words
// ("cardinal", "ordinal"), and places and their people ("country", "nationality", "city", "state" …), where neither
// place lies in the other. Words that may name the same thing (violin, fiddle) are one member; a pair where one is a
// kind of the other is not exclusive. A word of several classes (orange) is exclusive if it is in one and the same
// member in none.
func (lx *Lexicon) Exclusive(a, b string) (class string, ok bool) {
	if a == b {
		return "", false
	}
	for _, x := range lx.Classes().GetAll(a) {
		for _, y := range lx.Classes().GetAll(b) {
			if x == y {
				return "", false
			}
			if x.Class == y.Class && !ok {
				class, ok = x.Class, true
			}
		}
	}
	if ok {
		if wordnetSynonymous(a, b, Noun) || kindOf(a, b) || kindOf(b, a) {
			return "", false
		}
		return class, true
	}
	if class, ok = lx.exclusiveNumbers(a, b); ok {
		return class, true
	}
	return lx.exclusivePlaces(a, b)
}

func (lx *Lexicon) exclusiveNumbers(a, b string) (class string, ok bool) {
	for _, x := range lx.Numbers().GetAll(a) {
		for _, y := range lx.Numbers().GetAll(b) {
			if x.Value == y.Value {
				return "", false
			}
			if x.Kind == y.Kind && (x.Kind == "cardinal" || x.Kind == "ordinal") {
				class, ok = x.Kind, true
			}
		}
	}
	return class, ok
}

func (lx *Lexicon) exclusivePlaces(a, b string) (class string, ok bool) {
	g := lx.gazetteer()
	for _, x := range g.forms.GetAll(a) {
		for _, y := range g.forms.GetAll(b) {
			if x.As == "capital" || y.As == "capital" {
				continue // a capital is a city of its country like the others
			}
			if x.Place == y.Place || g.within(x.Place, y.Key, 6) || g.within(y.Place, x.Key, 6) {
				return "", false
			}
			if level(x.Kind) != level(y.Kind) || x.Kind == "bloc" || x.Kind == "area" || x.Kind == "region" {
				continue
			}
			switch {
			case x.As == "name" && y.As == "name":
				class, ok = level(x.Kind), true
			case ok:
			case (x.As == "adjective" || x.As == "people") && (y.As == "adjective" || y.As == "people"):
				class, ok = "nationality", true
			}
		}
	}
	return class, ok
}

// level puts nations within a country beside countries: not both England and Canada.
func level(kind string) string {
	if kind == "nation" {
		return "country"
	}
	return kind
}

func kindOf(a, b string) bool { _, ok := Hypernym(a, b, Noun, 4); return ok }
