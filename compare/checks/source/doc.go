// Package source finds where a translation departs from the text that it was
// made from, in another language: another number, month, day of the week or
// country, a person whom the source does not name, a denial on one side only,
// a question that is none, half of a sentence.
//
// It runs where a report names its source (translates) and the source is not in
// English. The two are aligned sentence by sentence by their lengths and by
// what both name, or line by line where the event is aligned. For Arabic,
// Chinese, French, German, Russian, Spanish and Ukrainian it knows the words of
// numbers, months, days, countries and denials; of any other language it
// compares figures, question marks, lengths and, in scripts with an alphabet,
// names by their consonants.
//
// Two translators put one thing in two ways, and it would rather miss an error
// than blame one of them. A number counts as kept where any number of the other
// side may be it, rounded, on a clock of twelve hours, or as the number of a
// month; a denial wherever a word of the other side may hold one ("refused",
// "without", "unable"). A number on one side alone is minor, as is a question
// mark; quotation marks and added names are info.
//
// What it does not report, on purpose: measures that were converted; numbers
// below thirteen in words, which hide in "both" and "a pair"; capitals for
// their countries; Chinese names, which have no letters.
//
// Known false alarms: idioms that deny ("не справился с управлением": lost
// control); numbers in set phrases (一千 in a proverb); a number that the
// translator gives and the source only implies. Few of its findings on human
// translations are false: docs/benchmarks.md has the figures.
package source
