// Package lexicon knows how words relate: from WordNet, and from tables made by hand for news.
//
// # WordNet
//
// The functions Known, BaseForms, SynsetRank, Hypernym, CoHyponyms, Derived, Entails … answer from WordNet 3.0,
// packed by internal/lexicon/pack into one embedded file without glosses. Lemmas are lower case, with a space between
// the words of a collocation. The pack is expanded when the first question is asked and never at start; a question of
// yes or no allocates nothing. Senses are ordered by frequency, and most functions look only at the first few,
// because the rare sense of a common word relates it to nearly everything.
//
// # Tables
//
// Everything else is a typed table in data/*.tsv: reporting verbs, what a verb entails of its complement, titles,
// places, units, calques and so on. A table is a method of Lexicon that gives Phrases, a map from phrase to typed
// entries that also finds the longest phrase at a place in a text:
//
//	lx := lexicon.Default()
//	v, ok := lx.Reporting().Get("point out")
//	hedges, n := lx.Hedges().Longest(words[i:])
//
// A data file is text in UTF-8. A line "[reporting]" says which table the lines after it belong to; "#" begins a
// comment line; cells are parted by a tab, alternatives within a cell by a semicolon. What the columns mean stands
// above each section. A desk writes files of the same form, which Extend adds:
//
//	[calque]
//	# phrases	languages	meant	confidence	category	note
//	conflictive	es	troubled; contentious	high	false friend	Spanish conflictivo
//
// An entry is a fact with a reason and not a wish: what is wrong only sometimes says so in its confidence.
package lexicon
