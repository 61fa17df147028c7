// Package polarity finds a statement that one report affirms and another
// denies, one word in full and in want (well equipped, ill equipped), and words
// in one slot that exclude each other: opposites (rose and fell, accepted and
// rejected), members of one closed class (red and blue), and things of one kind
// (a violin and a guitar).
//
// A negation is compared with its scope from the parse: the word that "not",
// "no", "never" or "refuse" turns. Opposites come from a table made for news
// and from WordNet; opposite words count only in corresponding places, and not
// where a negation turns one of them back.
//
// Between two versions of one text a participle or adverb that says that
// something was left undone counts against the deed in its place ("unlabelled",
// "marked").
//
// A deed that is done by words (to appeal, to release a recording) is denied like any
// other; of speech it is never sure that two reports give the same. What somebody refuses
// or fails to do is held against its being done, and the side that somebody takes ("voted
// for the plan") against the other, of one doer and one matter.
//
// There, too, what one says of all of a kind is held against what the other says of a
// part: "every document", "some of the documents".
//
// What it does not report, on purpose: a negation that the other report puts
// into a word in the same clause ("did not succeed", "failed"; "not enough",
// "insufficient"; "not small", "considerable"); "not
// only"; one thing told from either end: who won at home and who lost away, before
// and after, a part and the rest, "unless" and "only if", fewer here and more there,
// "never a larger" and "the largest ever", "never before" and "the first"; statements of which both hold negations that may have moved; in versions
// of one text that are put in other words throughout, whatever is not said of the
// same word in the same place ("would not stand in the way", "will let it pass").
//
// What two opponents say of one deed, each in a report (two countries, a government and
// its opposition), is information only: each side has its own word.
//
// Known false alarms: idioms ("can't wait"), a negation that the other report
// expresses by a contrast in the next sentence.
package polarity
