// Package relation finds one thing that two reports put in two places: east of
// Aden and west of Aden, Bam in central Iran and in the southeast of it,
// Djibouti in Ivory Coast and on the Horn of Africa, a man who died in Warsaw
// and in Prague, a game at home and away. And it finds one thing that two
// reports let come of two causes: a fire of a short circuit and of arson, a
// death of a heart attack and by drowning.
//
// Over the whole event it compares where a person lives ("Delorme, 36, of Fairhill"),
// where each of the two places is a town of its own: a table has it, or a report tells of its
// police or mayor, and in what sort of place a named person died: at home, in a hospital
// or a hospice, at the scene. It compares which way one thing went ("from Prague to Brno",
// "the Brno-to-Prague train"), and in what city the reports put what is to be on one
// day to come.
//
// Bearings are compared as angles, and only from one and the same place:
// southwest is a finer word for west and no conflict, east is one. What lies in
// what is asked of the gazetteer: Lyon and France do not disagree, Lyon and
// Spain do. The place of a doing is compared only where both reports tell of
// the same doing with the same participants, and both places are known and of
// one rank.
//
// Causes are read from "caused by", "sparked by", "blamed on", "because of",
// "due to", "led to", "the cause was", "died of" and verbs such as "drowned", and compared by what sort they
// are, from a table that a desk can add to. A named person's death is compared
// over the whole event, everything else where two statements tell of the same
// thing; what the one mishap of an event ("the fire", "the plane crashed") came of is
// compared in all of it, as minor. A cause that is only thought possible makes a minor finding.
//
// What it does not report, on purpose: causes of which one may hold the other
// (natural causes, a stroke); causes that the table does not know; a cause where
// the other report names both, as a heart attack after pneumonia; a place that one report leaves out;
// places that the gazetteer does not know, of which one may lie in the other; where somebody
// was born or comes from;
// distances, which are the check quantity's; "near" against "in".
//
// Known false alarms: two things at two bearings from one place in one pair of
// sentences; a cause and what it came of in turn; a journey of which each report names another stop; places of one
// name.
package relation
