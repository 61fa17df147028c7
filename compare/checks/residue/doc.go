// Package residue finds what was not translated: letters of another script,
// words with letters that English never borrowed, whole sentences in another
// language, character references of HTML.
//
// Untranslated words are lost to the reader, and where they stand inside a
// sentence the fact that they carry is lost too.
//
// What it does not report, on purpose: a name in its own script in brackets
// after the English one (told as info); single Greek letters, which are
// symbols; addresses; words with the accents of French, Spanish and German,
// which English has borrowed by the hundred. A line with a name in it is not
// asked for its language unless none of its words is English. A report that is
// in another language as a whole was not left untranslated: that is said once,
// of the report.
//
// Known false alarms: a Cyrillic letter in the place of a Latin one that looks
// alike is told, and no reader can see it; a word of another language that a
// report explains.
package residue
