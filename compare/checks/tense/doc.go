// Package tense finds what is told as done on a day that has not come: "met on
// Wednesday" in a report of Monday, where the other reports have the meeting
// still to come.
//
// The report then says of a plan that it happened. It needs the date of the
// report.
//
// A date alone ("on 12 January") is enough. A weekday may be that of last week,
// and counts only where another report of those days, with the same bodies or
// places, has it ahead and none has it behind.
//
// What it does not report, on purpose: verbs of saying and planning ("said
// Wednesday", "set for Wednesday"); the day after the report, for the sake of
// time zones; "was to meet".
//
// Known false alarms: a report that was brought up to date after its date.
package tense
