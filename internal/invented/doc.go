// Package invented reads the events that we made up to learn from and to measure by
// (cmd/factdiff/testdata/invented; its README.md says how they are labelled).
//
// There are two sorts. In an event of several reports differences are planted, and each is
// labelled by the words of the reports that differ; what is not labelled does not differ. An
// account is an event told freely by two hands, with the facts that both tell: where the two
// are not told alike they differ. Both come out as an [Event].
//
// Some are kept unread, so that they tell what rules and learned odds are worth on news that
// nobody saw who made them. Which these are is said here alone ([Event.Unread]): to learn from
// one, or to read it for a rule, spends it.
package invented
