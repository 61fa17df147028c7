// Package quote finds one utterance that two reports quote in different
// senses: "on the margins of our territory" in one, "within our territory" in
// the other.
//
// Two quotations are taken for one utterance where half of their content words
// correspond and no two known speakers stand against it. Translations of one
// utterance differ in wording nearly always, so wording alone is no finding;
// where a thing is said to be is. Of one speaker, quotations with the same verb and
// the same noun are compared over the whole event.
//
// Where two reports copy their quotations from one English original, which
// nine words in a row alike show (six, where others have shown it), other words of an
// utterance are no other translation: one report has changed what was said, or has left
// something out of the middle without a mark, and that is told as minor. Quotations
// find each other by their words, whether or not the sentences around them correspond.
// A few words in marks that lack one of the copied original ("undue attention", "undue
// public attention") count too, in corresponding statements; two words only where the
// speaker is named beside them.
//
// What it does not report, on purpose: other words of the same sense in two
// translations, shorter and longer cuts of one utterance, single words set in quotation marks, words
// left out with dots or put in in brackets, articles, "very" and the like, contractions and
// spelling, the place of an apostrophe, an abbreviation and what it stands for, and other
// words where one report gives both.
//
// Known false alarms: a speaker who said nearly the same thing twice.
package quote
