// Package attribution finds the same words, or the same claim, given to two
// speakers: a quotation of the minister in one report and of the mayor in
// another, an epicentre that one seismological office placed or another.
//
// Quotations are taken for one utterance where most of their content words
// correspond; reported claims where the statements hardly differ else. The
// speakers must be named in the statements themselves, and be two persons, two
// organisations, or two offices of two countries.
//
// The same words that two reports quote of two named persons are compared wherever they stand:
// most of many words, or all of a few where the reports are short.
//
// What it does not report, on purpose: a speaker who is not named, or only by a
// pronoun; a person against an organisation or a government, for whom he may
// speak ("Moscow", "the Kremlin", "Peskov"); a speaker whom the other report
// names in the same place.
//
// Known false alarms: two speakers who said the same.
package attribution
