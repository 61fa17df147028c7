// Package coverage finds what one of two versions of one text leaves out: a
// clause, a list of names, a date line.
//
// It counts the content words of each version that have no counterpart in the
// other. Where nearly all words of one have theirs and a run of words of the
// other has none, the run was left out. A run of five is told whatever else differs. Of
// three versions and more, one is told to leave out what most others have, or to add
// what most leave out, and for information only: each leaves out something.
//
// What it does not report, on purpose: anything between independent reports,
// which choose what they tell; a word or two; a version that is worded
// differently throughout.
//
// Known false alarms: a long paraphrase of a short idiom.
package coverage
