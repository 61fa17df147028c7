// Package agreement finds words that cannot follow each other: "an man", "in
// he thirties", "did not prepared", "the of", "a new of Japan", "they was",
// "little expectations", "another countries", "an information", "more better".
//
// A word was lost there, or its form was not fitted to the sentence. Where a
// noun or a verb was lost, so was a fact.
//
// What it does not report, on purpose: what is a matter of style, of dialect or
// of the headline; a form that is right in some reading of the words; anything
// that only the parse shows, for the parser was made for good sentences and
// mends bad ones. In quotations and headlines it tells as info.
//
// Known false alarms: letters and titles that are used as words ("the Was
// (Not Was) song").
package agreement
