// Package term finds words that the desk has decided against: "Kiev" where it
// writes Kyiv, a slogan translated that is to stay as it is.
//
// What is decided stands under terms: in the configuration, or in CSV files
// that are named there. An entry has a term, and may forbid wordings for it,
// say that it is never translated, or name the words of the source language
// that it stands for. Wordings are told by form or lemma, or by a regular
// expression between slashes, and an entry may be for reports translated from
// one language only. Where a report names its source, or the reports are
// versions of one text, a term that the others have and this one lacks is
// reported too.
//
// What it does not report, on purpose: a forbidden wording inside the term
// itself or in one of its exceptions; anything where the desk has decided
// nothing.
//
// Known false alarms: a forbidden word in another sense ("Turkey" in a name
// that is spelt so), for which there are exceptions; a kept term for which a
// translator wrote a pronoun.
package term
