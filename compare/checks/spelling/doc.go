// Package spelling finds one name in two spellings within a report, and words
// that English does not have and that a slip of the finger makes of one that it
// has.
//
// A name in two spellings may be two men to a reader, and shows that a report
// was put together from two sources. A single misspelt word is told as info:
// it says nothing false; from three on it says that nobody read the report.
//
// What it does not report, on purpose: words with a capital, which may be
// names; words that another report has too; words made of known parts
// ("counterdrone"); British and American spellings; marks over letters; names
// that differ by more than transliteration does, unless one stands once and
// the other often (info).
//
// Known false alarms: new words, dialect; two persons whose names transliterate
// alike.
package spelling
