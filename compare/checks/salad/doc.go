// Package salad finds sentences whose words stand in no order: "The of the and
// prepared for campaign, we characters a new illustration also".
//
// An engine that fails on a sentence may still give all of its words. None of
// the facts in such a sentence can be read.
//
// How well words follow each other is counted from treebanks of English, by
// classes of words. A sentence is called salad where it is odd on the whole and
// has at least one sequence that English does not have, such as an article
// before a verb.
//
// What it does not report, on purpose: quotations, headlines, lists and tables;
// sentences of less than nine words; one word in the wrong place.
//
// Known false alarms: sentences with many signs and figures.
package salad
