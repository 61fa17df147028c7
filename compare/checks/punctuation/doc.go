// Package punctuation finds marks and spaces that cannot stand as they do: a
// space before a comma, none after a bracket, two marks in a row, a quotation
// mark that faces the wrong way, a bracket without its partner, a mark between
// an article and its noun.
//
// They show where an engine cut a sentence in pieces and put it together
// again, and so where to look for words in the wrong place. A quotation mark
// that faces the wrong way also hides who says what.
//
// What it does not report, on purpose: the choice between marks that are both
// in use (straight and typographic quotation marks, a comma inside or outside
// them); a quotation that runs on over paragraphs; brackets and quotation
// marks that a list of single lines cannot close. A sentence without its full
// stop, a quotation mark that lacks its partner and a colon inside a phrase are
// told as info: good writers leave them so in captions and tables.
//
// Known false alarms: names that end in a mark before a lower-case word
// ("Jeopardy! host") where the name is in lower case; smileys.
package punctuation
