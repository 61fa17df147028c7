// Package name finds another person, place or organisation in the same role:
// four reports say Ukraine and one says Russia.
//
// Names are compared through one table of entities over all reports, so that
// spellings (Riabkov, Ryabkov), short and full forms, acronyms and their
// expansions are one name. A difference is reported only where both reports
// have a name that the other lacks and the two stand in the same slot. Between
// two versions of one text an ordinary word in the place of a name counts too: a
// surname translated as the word that it is.
//
// Persons are compared over the whole event, wherever the reports name them, by
// the part of the name that two share. Another surname in one report is a
// difference where it looks like the one that several others have and is told
// apart by ear, and the reports say like things of the two (Paula Fontana, Paula
// Fonseca). Another given name asks for more, since there are families: the same
// office, or names that begin alike, and no kin nearby. Of two reports alone the
// holder of one office is compared, and surnames alike in statements that
// correspond. Never where a report knows both.
//
// Between independent reports it also finds one name in two spellings that no
// transliteration makes (minor): an English name that sounds alike or is a letter off
// (Jon, John Bexley; Holdcroft, Holcroft), a street or a body with one word in another
// form (Mission Road, Missing Road), letters that have changed places, and a surname, a
// people or a place that nothing else introduces, a letter away from one that the reports know.
// A surname a letter off and a place ask that statements which correspond have both, or
// that several reports agree against one, or a surname one office. A report that has
// both spellings knows two, unless the others agree on one of them by two to one.
//
// Two cities of one country are compared where both reports name the country, too: its
// name is then no mention of the city.
//
// Names that each of two reports has for itself are compared wherever they stand: the
// arrest in Lyon, the suspect caught in Nice. What surrounds them is weighed by weights
// learned from invented reports and news (rival.tsv); two places must be known to lie
// apart, or be unknown both.
//
// What it does not report, on purpose: a name that only one report gives; the agency or
// paper to which a report owes its news; members of a list that says that it is not all
// there are ("Lyon, Nice and other cities"); a
// country against its capital, people or government ("Moscow", "the Kremlin",
// "Russian"); a part against the whole; a name whose words the other report
// has in lower case; a person whom the other report names elsewhere; one public body called now state, now federal; what may be
// another transliteration, a slip of a letter in a name of another alphabet, a short form or an initial; a man
// and a woman of one surname; who wrote the report.
//
// Known false alarms: two names of one thing that no table knows (a nickname,
// a translated title); a name that the tagger sees in an ordinary word; two of one
// surname, of whom no report names both or says that they are kin.
package name
