// Package wording says how far two versions of one text differ in words for
// which no counterpart is found. It is the least certain of all checks: of two
// human translations of one sentence two in three have such words. So it is
// always an information, and never a flag: it ranks.
//
// Between two versions it gives one finding a pair, whose confidence is the
// likelihood that the two differ in sense, as a logistic function of the
// rarity of the words left over. Among three and more it names the rare words that
// one version alone has, and, from four on, the words that most others have and one
// has not, which tell more.
//
// What it does not report, on purpose: anything between independent reports,
// where nearly all words differ.
//
// Known false alarms: most of what it says is paraphrase.
package wording
