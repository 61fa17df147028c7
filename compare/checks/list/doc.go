// Package list finds lists whose members differ: the hardest-hit villages are
// these in one report and those in another, a delegate whom the other reports
// have not, three speedboats where the others have three outboard motors, a
// country whose accession is refused in one report and that joined long ago in
// another. In one report alone it finds a list that names fewer or more members
// than it announces ("three issues" of which two are named).
//
// Between independent reports it finds a number against names: four ministers who
// resigned against five who are named, and a member of one report's list of whom
// another says that he did not.
//
// Lists that are complete by what they are of are compared with those that lack a
// member: what somebody is charged with, what titles a champion holds. Two members must
// be in both lists, and the other report must not tell of the third nearby.
//
// Between versions of one text it finds a pair of one thing and itself where
// the other version has two: "strategy and strategy", "strategy and tactics".
//
// A list is read from the parse: words joined by "and" under the noun or verb
// that they are the members of. Two lists are compared where they belong to the
// same verb in the same role, in corresponding statements, or where both name
// the extreme of one thing, as "the worst hit villages" does, wherever they
// stand. Spellings of one name are one member.
//
// What it does not report, on purpose: fewer names than a number, unless the
// report presents them as all; any other shorter list beside a longer one that
// has all its members; lists after "including", "among them" or "such as", or with "and others"; as
// many of one thing as of another where the two are of different sorts; what is in
// a list by another name; charges on top of others ("was also charged with").
//
// Known false alarms: lists of two subsets that the reports introduce with the
// same words.
package list
