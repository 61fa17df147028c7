// Package name finds another person, place or organisation in the same role:
// four reports say Ukraine and one says Russia.
//
// Names are compared through one table of entities over all reports, so that
// spellings (Riabkov, Ryabkov), short and full forms, acronyms and their
// expansions are one name. A difference is reported only where both reports
// have a name that the other lacks and the two stand in the same slot. Between
// two versions of one text an ordinary word in the place of a name counts too: a
// surname translated as the word that it is. Over the whole event the holder of
// an office is compared, where two names of persons share one part.
//
// What it does not report, on purpose: a name that only one report gives; a
// country against its capital, people or government ("Moscow", "the Kremlin",
// "Russian"); a part against the whole; a name whose words the other report
// has in lower case; one public body called now state, now federal.
//
// Known false alarms: two names of one thing that no table knows (a nickname,
// a translated title); a name that the tagger sees in an ordinary word.
package name
