// Package construction finds verbs, nouns and adjectives that are built into
// their sentence as another language builds them: "discuss about the plan",
// "demanded Russia to withdraw", "responsible of the attack", "informed that
// the road was closed"; and clauses that are put together so: "exerted pressure
// since 2014", "because is late", "called it a mistake the fact that", "said,
// that", "in United States".
//
// The reader gets over most of them; but where a translation kept the grammar of
// its source it often lost who does what to whom, and such a sentence is the
// place to look.
//
// What it does not report, on purpose: what only some writers of English avoid
// ("different than", "meet with"); a verb whose object may stand before it ("the
// plan that they discussed at length"); passives that headlines leave the verb
// out of. What is usual in some kind of English, or right in another reading,
// counts only where the words of the report show that it comes from a language
// that builds so.
//
// Known false alarms: the English of speakers who write so; a word that was
// tagged as another class.
package construction
