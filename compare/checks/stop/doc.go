// Package stop finds a full stop in the middle of a sentence: "refused to
// concede. security guarantees".
//
// Engines that work line by line close a line with a stop, wherever the
// sentence ends. What stands after it loses its subject, and a reader, or a
// program, takes half a sentence for a whole one.
//
// What it does not report, on purpose: a stop after an abbreviation or an
// initial; a dotted name of a site; a small letter that a brand, a particle of
// a name or a file has; dots of omission.
//
// Known false alarms: a new sentence that begins with a small letter, which is
// a slip of another kind; an abbreviation that is not in the list.
package stop
