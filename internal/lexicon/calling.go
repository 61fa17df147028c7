package lexicon

// Calling is one of the callings of a field, of which a person has one.
type Calling struct{ Field, Name string }

var callingTable = table[Calling]{
	name:    "calling",
	columns: []string{"field", "words"},
	read: func(r row) ([]string, Calling, error) {
		words := r.lower(1)
		return words, Calling{r.cell(0), words[0]}, nil
	},
}

// Callings holds callings by lemma.
func (lx *Lexicon) Callings() *Phrases[Calling] {
	return lx.calling.get(func() *Phrases[Calling] { return callingTable.build(lx) })
}

// Leaning is a name that parties have in many countries, with those that are surely of others.
type Leaning struct {
	Name  string
	Apart []string
}

var leaningTable = table[Leaning]{
	name:    "leaning",
	columns: []string{"leaning", "words", "?apart"},
	read: func(r row) ([]string, Leaning, error) {
		return r.lower(1), Leaning{r.cell(0), r.list(2)}, nil
	},
}

// Leanings holds the leanings of parties by the words for them.
func (lx *Lexicon) Leanings() *Phrases[Leaning] {
	return lx.leaning.get(func() *Phrases[Leaning] { return leaningTable.build(lx) })
}
