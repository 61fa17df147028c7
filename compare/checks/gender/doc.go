// Package gender finds a pronoun against the known gender of the person whom it
// must mean: "For her part, Sherman … he warned", "a man in her thirties", "he
// hurt herself".
//
// Engines choose a pronoun by the noun of the source or by habit. A reader
// takes the words for another person's.
//
// The gender of a person is known by the given name where that has one, by a
// title or an address ("Ms", "for her part"), and by agreement over the
// reports of the event: a person whom two of them call "she" is no "he" in the
// third, and reports that agree overrule a name. A pronoun must mean a person
// where no one else is on stage: the paragraph, up to there, names and
// describes nobody else, and the person was the subject of the sentence
// before.
//
// What it does not report, on purpose: pronouns as objects; a pronoun in a
// quotation; a pronoun inside a sentence that may be somebody else's, unless
// the report has the same person wrong where nobody else can be meant; names of
// both genders; "they" of one person.
//
// Known false alarms: a man with a woman's name whom no other report calls
// "he".
package gender
