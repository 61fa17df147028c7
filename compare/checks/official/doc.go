// Package official finds official names that were translated anew: "Medium-Range
// Nuclear Forces Treaty" for the Intermediate-Range one; and names and initials
// as a third language has them: "Ginebra", "OTAN", "Anthony Blinken".
//
// A body or a treaty under a name that it does not have cannot be looked up,
// and passes for another.
//
// What it does not report, on purpose: a short form that everybody uses; a name
// that is not in the tables; spellings that English uses side by side ("Kiev",
// "Sergey"); a foreign word inside a longer name ("Grand Lisboa"). A description in small
// letters ("the American finance ministry") is told as info.
//
// Known false alarms: a body of another country that does bear the name.
package official
