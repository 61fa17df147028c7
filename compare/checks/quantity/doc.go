// Package quantity finds numbers that cannot both be right: two tolls, two
// sums, two lengths of one meeting.
//
// Quantities are compared by value, never as strings: "forty-six" is 46, "4
// thousand" is 4,000, "an eight-hour meeting" is eight hours to the nearest
// half, "more than seven hours" is anything above seven. Two that overlap are
// compatible: that is said as an imprecision, and only where the figures
// themselves differ. Two that do not are a conflict.
//
// Numbers of independent reports are compared only where they are of one thing, wherever
// they stand: free reports put one fact into sentences that have little else in common.
// That is judged by learned odds: some sixty questions (do the nouns stand alike, is the
// same done with what is counted, does either report have the other's figure too, how
// many reports have each, how far apart are they, do the statements correspond, do they
// name other people or times), each with a weight that the command compare/learn learned
// from pairs of figures which readers had judged; "explain" prints the odds of a finding
// and what spoke for them. A figure is held against one of each other report, the likeliest
// pairs first; one that no noun tells of needs surer odds where the statements do not
// correspond. Figures that stand in one slot of corresponding statements need no more
// than odds that do not speak against them. Whatever the odds, two figures are not compared
// that are known to belong to two: people of two countries, what two people or bodies had, two
// months, two stages of a count, a part and what it is a part of. In reports of fewer than three
// sentences only figures of corresponding statements are compared, and what restricts
// their nouns rules them out too; in reports of more than eighty figures as well. In
// versions of one text what stands in the same slot is compared. Places in an order ("the
// second", "the third") are info, for each is counted by its own teller, but terms of
// office, rounds of talks and packages of sanctions are numbered for all, and where one
// finished, which title it is and which in a row are minor.
//
// Over the whole event, wherever the reports put them, it compares how many
// died, were hurt or are missing: a report's total, which is the first figure or the
// one called the toll, against totals that it gives nowhere; a sentence, and the least
// of it that must be served; how a match went set by set; how many houses burned, jobs
// go, passengers were on board, and other figures of which an event has one (the
// lexicon's topics); how many were arrested and so on; counts of rare things, of makes and of one
// people; how far, deep or heavy something was that was done, person by person; what
// one player got in a game, the record of a fighter or a team, and how a game ended;
// what a contract runs for and is worth, signer by signer;
// and the strength of the main shock of an earthquake, which is the greatest that a
// report gives without another date.
//
// A report by which nobody was hurt, of the event as a whole, is set against one
// that tells of hurt or dead: not where it spares some only ("none of the
// passengers"), for the time being, or by what was reported so far, nor where it
// tells of any harm itself. "No casualties were reported" makes a minor finding, against
// a number of dead or hurt alone. In the same way a report by which nobody survived is
// set against one that counts survivors.
//
// In corresponding statements it also compares the sums and shares that business has
// words for (a profit, what a share fell by, what a firm was bought for) on one day or of
// one time, how far from
// one place the same was done, how many of one whole are told of ("18 of the 63
// seats"), one of two things with both, the place in an order ("the second largest"),
// and one share or sum by or to which something rose in one and fell in the other.
//
// Of three reports or more, a figure that one alone has is held against the one
// that two others agree on where it looks like a slip for it, the figures exchanged
// or one changed (32 for 23) or a nought too many, and like things are counted. How
// long one meeting took and how long something stood interrupted are compared over
// the whole event too.
//
// How long a thing took is also compared where one report gives its length and
// the other its beginning and end by the clock.
//
// The age of a named person is compared over the whole event, that of an
// unnamed one where two statements tell the same of him or are of the one such person
// ("the suspect") in reports of one age, and the ages of several where
// all but one agree. An age may have grown by the years between two reports; one year
// more is minor, for a birthday may lie between.
//
// Two figures that stand against each other in several places, whatever the words
// around them, are one finding: a toll in the title and below, votes and those who
// cast them.
//
// Two lower bounds more than a tenth apart conflict: who knows of more than
// 31,000 dead does not write more than 26,000. Figures more than eight times
// apart are taken to be of two events, unless they are a slip of the point or two orders
// of size of one crowd ("hundreds marched", "tens of thousands marched").
//
// Between two versions of one text one figure differs where it is an upper
// bound in one and reached in the other: "fewer than 4,000", "4,000".
//
// What it does not report, on purpose: figures of statements of one mould, where what
// each tells of differs too (the shares of two firms, the price of two goods, what was
// asked for and what was given, two forecasters, two years); a number that one report
// leaves out; a
// figure and its rounding to fewer digits; numbers that name ("Flight 370");
// a figure that the other report gives a sentence before or after; some of a number of
// things, told by the code of their model (seven T-72 tanks of nine tanks); one sum
// converted at two rates; what happened on a day of its own in a country that no other
// report names; a measure in another unit, a share in other words (two out of three, two thirds); numbers that
// belong to two people, such as what two players scored or the bail of two suspects, to
// two places that are named, or to a part of a game; a toll across a country and that of
// one town in it; one count at two stages (with half of the ballots counted and with all,
// turnout by noon and at the close, in two rounds) or of the two sides of a vote; a sum that
// was raised; what will happen against what did.
//
// A figure that by the words of its report came after the other ("the toll has risen to
// 14", "officials said earlier that nine had died") is info, and so are those of two
// sources of which neither takes the other's word: two states, the police and the
// organisers.
//
// Known false alarms: a part and the whole (twelve Ukrainian soldiers, twenty
// soldiers) where the restriction stands in another sentence; a toll that rose
// between two reports without their saying so; an age in a report of the arrest and one of the verdict,
// whose dates are not known.
package quantity
