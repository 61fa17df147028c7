// Package pronoun finds the same person as a man in one report and as a woman
// in another: "he warned", "she warned".
//
// Languages that leave the subject out, or whose possessives have no sex, make
// translation engines guess, and they guess differently. Between versions of
// one text a sex that only one of them has is enough.
//
// What it does not report, on purpose: anything between independent reports,
// which may speak of two persons; a pronoun against a name or a plural; a
// pronoun that one version leaves out. A pronoun that disagrees with the person
// it stands for, in one report alone, is found by the check gender.
//
// Known false alarms: two persons of two sexes in one sentence, of whom each
// version gives only one a pronoun.
package pronoun
