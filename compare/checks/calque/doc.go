// Package calque finds calques and false friends: words that a translation
// leaves in English and a writer of English would not choose, or choose in
// another sense ("conflictive", "eventual" for possible).
//
// A false friend says something else than the source did, and the reader cannot
// see it.
//
// The words come from a table, each with its languages and how surely it is
// wrong. The words of one report speak for each other: from a few of one
// language on, the report is taken for a translation from it, and what is
// only usually wrong counts too. Where the source language is given, that
// decides.
//
// What it does not report, on purpose: a phrase that is right in English and
// stands alone, however often translators overuse it; phrases of languages
// other than the report's. What is unsure is told as info.
//
// Known false alarms: a writer who quotes the turn of phrase; terms that an
// organisation uses of itself.
package calque
