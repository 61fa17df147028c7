// Package date finds days, months, years and clock times that cannot both be
// right.
//
// A time is compared as what it means: "yesterday" and "on Wednesday" are
// resolved against the day on which each report appeared, so that "12 January"
// in one and "Wednesday" in another are one day. Two weekdays are compared by
// name, because the week that is meant is a guess; two dates by day, month and,
// where both give it, year.
//
// Versions of one text are written as of one day: "last season" in one and "this
// season" in the other cannot both be right.
//
// The beginning of a month or year is not its end: "early July", "at the end of
// July"; what is put as its middle may be either.
//
// Steps of a course of events are compared by what lies between them: "later
// that day" in one report, "the next day" in the other.
//
// Of three reports or more, a day of the month that one alone gives is held
// against the one that two others agree on where they tell of one matter and name
// no other day.
//
// The day of the week of one deed is held against that of other reports wherever they
// tell it, by a verb or a noun ("Friday night's fire", "destroyed by a fire on Sunday"),
// and so is the part of a day. It is reported where more of them name the other day, or as
// many, if the statements correspond or the deed is what most reports tell.
//
// What was left of a game is compared where it is the same but for a second or two.
//
// The quarter or half of the year in which corresponding statements of business put one
// thing is compared where they have a sum in common, or one gives none: every quarter has
// its own sums.
//
// The year of a report that looks miswritten is compared too, where two others or more
// agree on one that differs in a figure and one of them says it of the same doing ("built
// in 1987", "built 1997").
//
// Times that each of two reports gives and the other does not are held against each other
// wherever they stand, in reports of two to twelve statements: how likely two are of one thing
// is weighed by what is told with them and around them, whether both are past or both to
// come, how they are bound, and how many times of their sort each report has ("the vote is
// set for 8 June", "on 18 June the members decide"). The weights were learned from events and
// accounts that readers judged (compare/learn); of accounts of events that were left out of
// the learning, nine in ten of those reported differ. In longer news hardly any two are of
// one thing, and there it is not asked.
//
// A report's own date is what it was given with, or a line near its top that is
// nothing but a date with its year.
//
// Between independent reports two times are held against each other only where
// they date one doing: the same verb, one that means the same or, for days and clock
// times, one by which news tells the same deed ("jailed", "condemned"), and no other
// doer, body or sum. What was done is not held against what is still to come, and what
// somebody made known one day not against what he made known another. A time behind a
// happening that stands between it and its verb ("charged after a shooting on Friday")
// dates nothing for sure, unless the other report puts it behind the same happening.
//
// What it does not report, on purpose: a time that one report leaves out; days and years of
// statements that give a sum or share each, of which none is common ("in 2031 it earned 240
// million euros, in 2032 310"); a
// day against the month or year that it lies in; bounds ("by Friday", "since
// 2014", "as of 4 p.m.") against points; clock times twelve hours apart, of
// which one may lack its half of the day; a time rounded to the quarter of an hour; the
// night of one day and the early hours of the next ("late on Monday", "in the night to
// Tuesday"); two days of which a report says how many lie between them ("a day after the
// collapse"); when a report was posted; a deed that
// one report puts on both days; "today" in a quotation, and "today" in
// two reports; the next of several ("the sixth aftershock"); a year that is part
// of what a thing is called.
//
// Known false alarms: two steps of one course of events that the reports date
// differently; time zones.
package date
