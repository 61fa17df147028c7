// Package wording says how far two versions of one text differ in words for
// which no counterpart is found. It is the least certain of all checks: of two
// human translations of one sentence two in three have such words. So it is
// always an information, and never a flag: it ranks.
//
// Between two versions it gives one finding a pair, whose confidence is the
// likelihood that the two differ in sense, as a logistic function of the
// rarity of the words left over. Among three and more it names the words by
// which a version stands apart: from four versions on those that at least half
// of the others have and it has not, which tell more, and then the rare ones
// that it alone has. It names the more of them the further the version stands
// from what most say:
//
//	distance = sum over the words it lacks of rarity × share of the others that have the word
//	           + 0.15 × words by which its length is off the middle one
//	words named = (distance − distance of the version nearest to what most say) ÷ 0.3
//
// A word counts as had where its synonym or another word of its stem is there,
// and sentences that one version draws together are compared together.
//
// What it does not report, on purpose: anything between independent reports,
// where nearly all words differ.
//
// Known false alarms: most of what it says is paraphrase.
package wording
