// Package repetition finds words and phrases that stand twice in a row, and
// pairs of a thing and itself: "the the", "the bridge the bridge", "between
// Russia and Russia".
//
// Engines repeat words where they lose their place in the source. A pair of
// one name hides which other name was meant, and so a fact.
//
// What it does not report, on purpose: what is doubled in good English ("had
// had", "day after day", "very very", "again and again"); an echo in a
// quotation and a doubled name of a person or place (Sirhan Sirhan, Walla
// Walla) are told as info.
//
// Known false alarms: tables and lists without marks, in which two cells are
// alike; refrains.
package repetition
