package lexicon

// What is counted, and what is said of it, is needed to tell two figures of one
// thing from those of two.
var (
	countedTable = wordTable("counted")
	stateTable   = wordTable("state")
	courseTable  = wordTable("course")
)

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
