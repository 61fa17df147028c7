// Package event finds one thing that two reports let end differently: a village
// destroyed and a village damaged, a driver unhurt and a driver in a coma, an
// airport open and an airport closed, a son acquitted and a son sentenced, a
// referendum planned and a referendum ruled out, a launch called off and put off, crewmen
// rescued and as many pirates captured, a plea of guilty and a plea of not guilty, two sides that meet in a semifinal and in a
// quarterfinal, two leaders who met twice and whose only meeting it was.
//
// What a report says of how a thing stands is read off verbs, copulas and what
// inspectors found, into values on scales: harm, health, trial, plea, custody, hands,
// office, membership, passage, barriers, bills, plans, contracts. The scales, their
// words and which values exclude each other stand in the lexicon's tables. The two
// reports must tell it of the same thing: one that is named, or nouns of one sense
// whose owners, names and numbers do not stand against it; in corresponding
// statements, or anywhere in the event where the thing is particular. What is still
// to come is held against what is still to come alone, or against what another
// report says may well be.
//
// How matters end is also read from phrases, in the many words that news has for it ("has
// denied any wrongdoing", "gave a full confession"; "lodged an appeal", "will accept the
// verdict"; "was put off", "got the green light"): a plea, an appeal, an arrest, a release, a
// ransom, a decision, a post, a candidacy and some hundred scales more (outcome.tsv). They
// are compared over the whole event, where both reports tell them of one name, of one noun
// with nothing against it, or in short reports of the only one who stands accused or is
// sought; not where the one may have turned into the other between two days, where a
// report tells both, or where it is asked for, feared or under a condition.
//
// What it does not report, on purpose: a report that gives both values ("seven
// villages damaged, two of them destroyed"); counts, which are the check
// quantity's; a value put under a condition; who stays in office until a
// successor is there; verbs that tell one degree in other
// words ("razed", "flattened"); values of which one may follow the other in time
// (charged and convicted, held and released), unless both reports are known to be
// of one day. Where two statements have the same times and are told alike but for that
// ("flights were cancelled on Monday", "flights were delayed on Monday"), it is minor.
//
// Known false alarms: two of many things of one name, of which one was destroyed
// and the other damaged; a wounded person who died later, in reports of two
// days.
package event
