// Package event finds one thing that two reports let end differently: a village
// destroyed and a village damaged, a guard killed and a guard wounded, a man
// charged and a man convicted, two leaders who met twice and whose only meeting
// it was.
//
// What happened to a thing is compared by degree, on scales of their own: harm
// to things, harm to people, steps of a trial. The two reports must tell it of
// the same thing: the same person, or the same noun in corresponding
// statements; what one report says was not harmed at all, wherever the other has
// it. Meetings are counted over the whole event, by who took part.
//
// What it does not report, on purpose: a report that gives both degrees ("seven
// villages damaged, two of them destroyed"); counts, which are the check
// quantity's; a degree put as a possibility or denied; verbs that tell one
// degree in other words ("razed", "flattened"); two steps of a trial, unless both
// reports are known to be of one day.
//
// Known false alarms: two of many things of one name, of which one was destroyed
// and the other damaged; a wounded person who died later, in reports of two
// days.
package event
