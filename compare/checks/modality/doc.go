// Package modality finds one doing that two reports put as more or less real:
// done and tried, done and still to come, did and is accused of, will and may,
// will and is expected to, cannot and should not.
//
// The doing must be the same: corresponding predicates with a participant in
// common and none that differs. How real a claim is put is read from its
// auxiliary, from the verb that it completes, from adverbs ("allegedly",
// "possibly") and from the hedge on one of its participants or on the noun that
// names it ("a possible attack"). What was tried or is still to come was not
// done: a conflict. The rest is an imprecision, for both reports can be right,
// but not equally sure. Between independent reports so is what a thing is and what
// it probably is, the one above its kind ("the oldest bridge") and one of several
// ("one of the oldest") where both are said of one thing, and a quality stated and alleged ("a drunken driver", "an
// allegedly drunken driver").
// Between versions of one text only an accusation, and what is done in one and
// still to come in the other, put in a plain past and future, are more than info, for
// translators put the rest now so, now so; and a condition that one version leaves
// out ("if the trials succeed") is a conflict there.
//
// Of the standings of a verb in independent reports only what was done is held against
// what is expected or may have been, and against what is still to come if the reports are
// known to be of one day; the rest (will and may, did and is accused of) is info: an editor
// who was shown all such pairs of 66 events would have wanted one in six.
//
// What it does not report, on purpose: what the reports say of different days,
// where both dates are known; a plan or permission against the deed that
// followed; a thing done against one to come where no date shows that the first
// was done in time; "would" and "should" against the bare verb; present against
// future; the oldest of a town against one of the oldest in the world; the first against
// one of the first; what the report that states it calls possible elsewhere; "the cause" in
// a sentence that leaves it open by other words ("suspect", "whether").
//
// Known false alarms: two doings of one kind by one person, of which one was
// done and the other is still to come.
package modality
