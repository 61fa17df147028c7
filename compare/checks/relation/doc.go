// Package relation finds one thing that two reports put in two places: east of
// Aden and west of Aden, Bam in central Iran and in the southeast of it,
// Djibouti in Ivory Coast and on the Horn of Africa, a man who died in Warsaw
// and in Prague, a game at home and away.
//
// Bearings are compared as angles, and only from one and the same place:
// southwest is a finer word for west and no conflict, east is one. What lies in
// what is asked of the gazetteer: Lyon and France do not disagree, Lyon and
// Spain do. The place of a doing is compared only where both reports tell of
// the same doing with the same participants, and both places are known and of
// one rank.
//
// What it does not report, on purpose: a place that one report leaves out;
// places that the gazetteer does not know, of which one may lie in the other;
// distances, which are the check quantity's; "near" against "in".
//
// Known false alarms: two things at two bearings from one place in one pair of
// sentences; a journey of which each report names another stop; places of one
// name.
package relation
