package lexicon

// What is counted, and what is said of it, is needed to tell two figures of one
// thing from those of two.
var (
	countedTable   = wordTable("counted")
	stateTable     = wordTable("state")
	courseTable    = wordTable("course")
	deedTable      = wordTable("deed")
	happeningTable = wordTable("happening")

	directionTable = wordTable("direction")
)

// Topic is what a figure of an event may be about.
type Topic struct {
	Name  string
	Kind  string // count, money, percent, measure
	Class string // of the nouns that are counted, or the unit measured in; empty where the words alone tell
}

var topicTable = table[Topic]{
	name:    "topic",
	columns: []string{"topic", "kind", "?class", "?words"},
	read: func(r row) ([]string, Topic, error) {
		kind, err := r.oneOf(1, "count", "money", "percent", "measure")
		t := Topic{r.cell(0), kind, r.cell(2)}
		keys := r.lower(3)
		if len(keys) == 0 {
			keys = []string{AnyOf + t.Class}
		}
		return keys, t, err
	},
}

// AnyOf before a class is the key of a topic that the class alone tells.
const AnyOf = "any "

// Topics leads lemmas to the topics that they tell of a figure near them.
func (lx *Lexicon) Topics() *Phrases[Topic] {
	return lx.topic.get(func() *Phrases[Topic] { return topicTable.build(lx) })
}

// Counted leads nouns that are counted, by lemma, to what a number of them is of: people (of whom the noun says
// nothing more), meeting (one meeting by turns), tally (what a player collects in a game).
func (lx *Lexicon) Counted() *Phrases[string] {
	return lx.counted.get(func() *Phrases[string] { return countedTable.build(lx) })
}

// States leads lemmas to the state in which they put people: dead, injured, arrested and so on.
func (lx *Lexicon) States() *Phrases[string] {
	return lx.state.get(func() *Phrases[string] { return stateTable.build(lx) })
}

// Courses leads lemmas to what they say of a contest: ended or underway.
func (lx *Lexicon) Courses() *Phrases[string] {
	return lx.course.get(func() *Phrases[string] { return courseTable.build(lx) })
}

// Deeds leads verbs, by lemma, to the doing that they tell in news: happen, die, arrest and so on.
func (lx *Lexicon) Deeds() *Phrases[string] {
	return lx.deed.get(func() *Phrases[string] { return deedTable.build(lx) })
}

// Happenings leads nouns, by lemma, to the doing that they tell in news: fire, crash, and the deeds of verbs.
func (lx *Lexicon) Happenings() *Phrases[string] {
	return lx.happening.get(func() *Phrases[string] { return happeningTable.build(lx) })
}

// Directions leads verbs, by lemma, to whether a share or a sum goes up or down by them.
func (lx *Lexicon) Directions() *Phrases[string] {
	return lx.direction.get(func() *Phrases[string] { return directionTable.build(lx) })
}
