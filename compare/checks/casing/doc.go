// Package casing finds small letters where a capital is due, and a capital
// where none is: a sentence that begins small, "monday", "the turkish
// minister", "deputy The Russian Foreign Minister".
//
// Capitals go wrong where an engine joins pieces of a sentence or comes from a
// language that has none, and a name without its capital is read as a word.
//
// What it does not report, on purpose: headlines and titles, in which every
// word has a capital; names that are written small (iPhone, de Gaulle); the
// choice between "president" and "President". A word that is a name elsewhere
// in the reports is told as info unless its line has lost other capitals too.
//
// Known false alarms: items of a list that go on over lines.
package casing
