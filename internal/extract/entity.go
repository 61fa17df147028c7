package extract

import (
	"cmp"
	"slices"
	"strings"

	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/internal/naming"
	"github.com/factdiff/factdiff/internal/text"
	"github.com/factdiff/factdiff/witness"
)

// entities builds the one table of named things over all reports and ties
// every mention to its entry. The forms are taken in an order that does not
// depend on the order of the reports, the longest first, so that "Ryabkov"
// finds "Sergey Ryabkov" and not the other way round.
func entities(lex *lexicon.Lexicon, ev *witness.Event) {
	mentions := map[string][]*witness.Name{}
	count := map[string]int{}
	for _, w := range ev.Witnesses {
		for _, st := range w.Statements {
			for _, f := range st.Facts {
				if n, ok := f.(*witness.Name); ok {
					mentions[n.Form] = append(mentions[n.Form], n)
					count[n.Form]++
				}
			}
		}
	}
	forms := make([]string, 0, len(mentions))
	for f := range mentions {
		forms = append(forms, f)
	}
	slices.SortFunc(forms, func(a, b string) int {
		return cmp.Or(cmp.Compare(len(nameTokens(b)), len(nameTokens(a))), cmp.Compare(count[b], count[a]), cmp.Compare(a, b))
	})
	tab := &table{lex: lex, byKey: map[string]*entry{}, byToken: map[string][]*entry{}}
	for _, form := range forms {
		e := tab.find(form)
		e.forms = append(e.forms, form)
		for _, m := range mentions[form] {
			m.Entity = e.ent
		}
	}
	for _, e := range tab.entries {
		slices.Sort(e.forms)
		e.ent.Forms = slices.Compact(e.forms)
		e.ent.ID = len(ev.Entities)
		ev.Entities = append(ev.Entities, e.ent)
	}
}

type table struct {
	lex     *lexicon.Lexicon
	entries []*entry
	byKey   map[string]*entry
	byToken map[string][]*entry // by the key of each word of the name
}

type entry struct {
	ent    *witness.Entity
	tokens []string // folded words of the fullest form
	keys   []string // their name keys
	forms  []string
}

// find returns the entry that a form belongs to, a new one where there is
// none.
func (t *table) find(form string) *entry {
	lower := strings.ToLower(text.Plain(form))
	lower = strings.TrimSuffix(strings.TrimPrefix(lower, "the "), "'s")
	if key, name, kind := t.known(lower); key != "" {
		if e := t.byKey[key]; e != nil {
			return e
		}
		return t.insert(key, name, kind, nameTokens(form))
	}
	toks := nameTokens(form)
	if len(toks) == 0 {
		toks = []string{lower}
	}
	if e := t.byKey["name:"+strings.Join(toks, " ")]; e != nil {
		return e
	}
	if e := t.like(toks, form); e != nil {
		return e
	}
	return t.insert("name:"+strings.Join(toks, " "), form, t.kind(toks, lower), toks)
}

func (t *table) insert(key, name string, kind witness.EntityKind, toks []string) *entry {
	e := &entry{ent: &witness.Entity{Kind: kind, Name: name, Key: key}, tokens: toks}
	for _, w := range toks {
		k := text.NameKey(w)
		e.keys = append(e.keys, k)
		if !slices.Contains(t.byToken[k], e) {
			t.byToken[k] = append(t.byToken[k], e)
		}
	}
	if kind == witness.Person && len(toks) > 0 {
		if g, ok := t.lex.GivenGender(toks[0]); ok {
			e.ent.Gender = gender(g)
		}
	}
	t.entries = append(t.entries, e)
	t.byKey[key] = e
	return e
}

func gender(g lexicon.Gender) witness.Gender {
	switch g {
	case lexicon.Female:
		return witness.Feminine
	case lexicon.Male:
		return witness.Masculine
	}
	return witness.UnknownGender
}

// known looks a form up in the gazetteers.
func (t *table) known(lower string) (key, name string, kind witness.EntityKind) {
	if o, ok := t.lex.Organisations().Get(lower); ok {
		return "org:" + o.Key, o.Names[0], witness.Organisation
	}
	best := lexicon.PlaceForm{}
	for _, p := range t.lex.Places().GetAll(lower) {
		if p.As == "capital" {
			continue
		}
		if best.Place == nil || rankPlace(p) < rankPlace(best) {
			best = p
		}
	}
	if best.Place != nil {
		return "place:" + best.Key, best.Name, witness.Place
	}
	return "", "", 0
}

// rankPlace prefers the reading that news most often means.
func rankPlace(p lexicon.PlaceForm) int {
	switch p.Kind {
	case "country":
		return 0
	case "city":
		return 1
	}
	return 2
}

// kind guesses what an unknown name names.
func (t *table) kind(toks []string, lower string) witness.EntityKind {
	last := toks[len(toks)-1]
	switch last {
	case "party", "bank", "group", "council", "ministry", "university", "agency", "committee", "corp", "inc", "ltd", "company",
		"union", "league", "club", "times", "post", "news", "daily", "army", "police", "force", "court", "office", "institute", "commission", "federation", "association":
		return witness.Organisation
	case "river", "lake", "island", "islands", "mountain", "mountains", "sea", "bay", "province", "region", "city", "county", "district", "street", "airport", "bridge", "square", "park", "road", "avenue", "valley", "strait", "peninsula":
		return witness.Place
	}
	if strings.Contains(lower, " of ") {
		return witness.OtherEntity
	}
	for len(toks) > 2 && len(toks[0]) == 1 {
		toks = toks[1:] // an initial before the given name
	}
	if len(toks) > 1 && t.lex.GivenNames().Has(toks[0]) {
		return witness.Person
	}
	return witness.OtherEntity
}

// like looks for an entry that the words may be another form of: a surname
// alone, an acronym, another transliteration.
func (t *table) like(toks []string, form string) *entry {
	var cands []*entry
	add := func(list []*entry) {
		for _, e := range list {
			if !slices.Contains(cands, e) {
				cands = append(cands, e)
			}
		}
	}
	for _, w := range toks {
		add(t.byToken[text.NameKey(w)])
	}
	if len(cands) == 0 && len(t.entries) <= 2000 {
		// No word in common: a spelling further off, or an acronym. The
		// bound keeps an event of thousands of names near linear.
		cands = t.entries
	}
	var found *entry
	for _, e := range cands {
		if strings.HasPrefix(e.ent.Key, "place:") {
			continue
		}
		if t.sameName(toks, e) || naming.Acronym(form, e.tokens) || naming.Acronym(e.ent.Name, toks) {
			if found != nil && found.ent.Kind == witness.Person && len(toks) == 1 {
				return nil // two of that surname: no guess
			}
			if found == nil {
				found = e
			}
		}
	}
	return found
}

// sameName reports whether words can be a form of the entry's name: each is a
// variant of one of its words, the surnames among them.
func (t *table) sameName(toks []string, e *entry) bool {
	if len(toks) > len(e.tokens) || len(toks) == 0 {
		return false
	}
	if strings.HasPrefix(e.ent.Key, "org:") && len(toks) < len(e.tokens) {
		return false
	}
	// the last words must agree (surname, head noun), or the only one the first
	last := t.sameWord(toks[len(toks)-1], e.tokens[len(e.tokens)-1])
	if !last {
		return len(toks) == 1 && len(e.tokens) == 2 && e.ent.Kind == witness.Person && len(toks[0]) >= 4 && t.sameWord(toks[0], e.tokens[0])
	}
	at := 0
	for _, w := range toks[:len(toks)-1] {
		for at < len(e.tokens)-1 && !t.sameWord(w, e.tokens[at]) && !isInitialOf(w, e.tokens[at]) {
			at++
		}
		if at == len(e.tokens)-1 {
			return false
		}
		at++
	}
	if len(toks) == 1 && len(e.tokens) > 1 && e.ent.Kind != witness.Person {
		// "Bank" is no form of "Central Bank"
		return !lexicon.Known(toks[0], lexicon.Noun)
	}
	return true
}

func isInitialOf(a, b string) bool { return len(a) == 1 && b != "" && a[0] == b[0] }

func (t *table) sameWord(a, b string) bool { return naming.Spelling(t.lex, a, b) }

// nameTokens folds a name to its words.
func nameTokens(form string) []string { return naming.Words(form) }
