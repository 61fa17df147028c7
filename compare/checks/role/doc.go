// Package role finds one person under different offices: deputy secretary of
// state in one report, assistant secretary in another, under secretary in a
// third.
//
// An office is a title with what changes its rank. Deputy, under and assistant
// secretary are three offices, and "vice chancellor" for a deputy foreign
// minister is what machine translation makes of the Spanish word. Roles are
// compared over the whole event, person by person, through the one table of
// entities.
//
// The office stands beside the name, or a verb gives it to its holder ("Berg served as
// deputy mayor"); in the past tense it is a former one.
//
// What else stands beside a name and is one at a time is compared in the same way, as minor:
// whose kin somebody is (the mayor's cousin, his brother-in-law), of which party, on which
// side in court (called by the defence, by the prosecution), and in which of the callings of
// one field (a nurse, a pharmacist). Of kin it must be known that one person is meant: by
// the names, or because both reports are short.
//
// Of two statements that say much the same it also compares the offices that nobody's
// name stands beside: the defence minister arrived, the foreign minister arrived.
//
// What it does not report, on purpose: an office in general words that fit the other (the
// head of government, the top diplomat), or by what it is called elsewhere (the US foreign
// minister, who is secretary of state); an office that is only named as what somebody serves
// (the office of the president); which of two unnamed ministers said something; a description beside an office
// ("negotiator", "diplomat", "head of the delegation"); a shorter form of one
// office ("minister" for "foreign minister"); a former office beside the
// present one, or one whose holder is appointed to another in the same sentence; two titles for who is at the head of a body that a report names
// (the governor of a bank, the president of the entity), which are two offices of
// a state alone; the lead of a party beside an office.
//
// Known false alarms: a person who holds two offices at once; two unnamed ministers who
// did the same; an office that
// changed between two reports.
package role
