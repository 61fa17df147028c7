// Package summary finds a short statement, such as a headline, a caption or a
// line that sums up, which is made of the words of a longer one and yet says
// another thing: that a bill was rejected which the longer one says was passed,
// that one died of whom the longer one only says that he led the army.
//
// It holds the claim of the short statement against the clauses of the longer
// one, and reports:
//
//   - a doing that one affirms and the other denies, or puts into its opposite,
//     with the same participants; of doings that follow each other, such as to
//     arrive and to leave, only on one day;
//   - a doing of another: the one whom the short statement names is named in the
//     longer one too, but something else is told of him;
//   - whence and whither: who leaves for a place has not left it;
//   - ties the wrong way round, or another's: who owns whom, who followed whom,
//     who is whose father or wife, who is a member of what;
//   - numbers given to names "respectively", in the wrong order;
//   - the seat of a firm, the proper name of a thing, and what somebody is
//     called: a conservative, a liberal.
//
// What it does not report, on purpose: what only one of the two says; what may
// be, is planned or wished for, against what was done, which headlines blur
// (see modality); what is said, of which it is never sure that it is the same.
// Numbers, days and places as such are the matter of other checks. A longer
// statement that somewhere affirms the short one is left in peace.
//
// Between two articles, of which neither is a summary of the other, all it finds is info.
//
// Known false alarms: one of two doings of one kind, where the longer statement
// tells of both and the parse misses the one that is meant.
package summary
