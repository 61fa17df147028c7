package lexicon

// Condition is what a word says of how a thing or person stands.
type Condition struct {
	Scale, Value string
	// How the word says it: "does" of the verb's subject, "done" of its object, "by" of its object where the subject is
	// known, "is" of what a copula joins it to, "intends" of the object of a verb that is put as a plan.
	How string
}

var conditionTable = table[Condition]{
	name:    "condition",
	columns: []string{"scale", "value", "how", "words"},
	read: func(r row) ([]string, Condition, error) {
		how, err := r.oneOf(2, "does", "done", "by", "is", "intends")
		return r.lower(3), Condition{r.cell(0), r.cell(1), how}, err
	},
}

// Conditions holds how things stand by the words that say so: lemmas of verbs, with the particle or the noun that they
// take, and phrases as they stand.
func (lx *Lexicon) Conditions() *Phrases[Condition] {
	return lx.condition.get(func() *Phrases[Condition] { return conditionTable.build(lx) })
}

// Degree is a value of a scale on which one thing has one.
type Degree struct {
	Scale, Value string
	Of           string   // person, thing, or a narrower kind
	Severity     string   // of taking it for another
	Denied       string   // what is the case where it is not; empty where that is left open
	Excludes     []string // the values that one thing cannot have besides
	Later        []string // those of them that it may come to in time
}

var degreeTable = table[Degree]{
	name:    "degree",
	columns: []string{"scale", "value", "of", "severity", "?denied", "?excludes", "?turns into"},
	read: func(r row) ([]string, Degree, error) {
		severity, err := r.oneOf(3, "minor", "major", "critical")
		d := Degree{r.cell(0), r.cell(1), r.cell(2), severity, r.cell(4), r.list(5), r.list(6)}
		return []string{degreeKey(d.Scale, d.Value)}, d, err
	},
}

func degreeKey(scale, value string) string { return scale + " " + value }

// Degree gives a value of a scale.
func (lx *Lexicon) Degree(scale, value string) (Degree, bool) {
	return lx.degree.get(func() *Phrases[Degree] { return degreeTable.build(lx) }).Get(degreeKey(scale, value))
}
