package lexicon

// wordTable reads lines of a class and words of it.
func wordTable(name string) table[string] {
	return table[string]{
		name:    name,
		columns: []string{"class", "words"},
		read:    func(r row) ([]string, string, error) { return r.lower(1), r.cell(0), nil },
	}
}

var (
	functionTable    = wordTable("function")
	lightTable       = wordTable("light")
	genericTable     = wordTable("generic")
	contractionTable = table[string]{
		name:    "contraction",
		columns: []string{"contraction", "full form"},
		read:    func(r row) ([]string, string, error) { return r.lower(0), r.cell(1), nil },
	}
)

// FunctionWords leads the function words of English to their class: article, pronoun, preposition, conjunction,
// auxiliary, particle, determiner, adverb.
func (lx *Lexicon) FunctionWords() *Phrases[string] {
	return lx.function.get(func() *Phrases[string] { return functionTable.build(lx) })
}

// IsFunctionWord reports whether a lower-case form carries no content of its own.
func (lx *Lexicon) IsFunctionWord(form string) bool { return lx.FunctionWords().Has(form) }

// Contractions leads "won't" to "will not", "he's" to "he is".
func (lx *Lexicon) Contractions() *Phrases[string] {
	return lx.contraction.get(func() *Phrases[string] { return contractionTable.build(lx) })
}

// LightVerbs holds verbs that leave the event to their object (take place, make a decision), by lemma, with their class.
func (lx *Lexicon) LightVerbs() *Phrases[string] {
	return lx.light.get(func() *Phrases[string] { return lightTable.build(lx) })
}

// GenericNouns holds nouns that carry no identity in a name (region, city, official), by lemma, with their class:
// place, person, organisation, time, thing, event.
func (lx *Lexicon) GenericNouns() *Phrases[string] {
	return lx.generic.get(func() *Phrases[string] { return genericTable.build(lx) })
}

// IsGeneric reports whether a noun lemma carries no identity.
func (lx *Lexicon) IsGeneric(lemma string) bool { return lx.GenericNouns().Has(lemma) }
