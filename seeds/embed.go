// Package seeds holds the sample event that factdiff carries with it: five
// reports of the talks between Russia and the United States in Geneva on 10
// January 2022, as five machine translations might tell them.
//
// The reports are retold in our own words for testing. Nobody published them,
// and they are no source on the talks. Each keeps one author's order, tone
// and slips, so that together they show most of what factdiff looks for:
//
//   - Statements that cannot all be true. D says that Russia does not intend
//     to invade Russia; the others say Ukraine. Three offices are given to
//     Wendy Sherman.
//   - Statements that only look different. Eight hours are more than seven;
//     "12 and 13 January" in C are the Wednesday and Thursday of B and D;
//     "tens of thousands", "nearly 100,000" and "up to 100,000" overlap;
//     Riabkov and Ryabkov are one man.
//   - Marks that a translation leaves in one report, with no second report
//     needed: "he warned" for a woman, a quotation mark on the wrong side of
//     a space, a comment form in another script.
//
// slips.tsv lists them with their exact words. Because the words are exact
// and stand once in their report, a test can turn a row into spans with
// strings.Index. The list is not embedded: it is for tests, not for users.
//
// The manifest event.yaml and the reports are embedded, so an installed
// binary can check them without a checkout. Do not tidy the texts: an editor
// that straightens quotation marks or trims spaces removes what they are for.
package seeds

import "embed"

// FS holds event.yaml and the reports that it lists, all at the root.
//
//go:embed event.yaml *.txt
var FS embed.FS
