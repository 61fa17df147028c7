package crosslang

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/RadhiFadlillah/whatlanggo"

	"github.com/factdiff/factdiff/internal/text"
	"github.com/factdiff/factdiff/witness"
)

// Bounds of a guess at a language.
const (
	guessed   = 1 << 14 // bytes of the text that are looked at
	fewest    = 12      // words, below which a guess is none
	sure      = 0.9     // of the guess, by the distance to the next language
	inEnglish = 25      // one word in so many is a common one of English in any English prose
)

// common are words that any English text is full of, and no other language has.
var common = map[string]bool{
	"the": true, "and": true, "that": true, "with": true, "were": true, "from": true, "said": true, "which": true, "this": true,
	"been": true, "they": true, "their": true, "would": true, "after": true, "who": true, "about": true, "by": true, "of": true, "to": true,
}

// likely are the languages that a guess may fall on, beside those with a script
// of their own: those in which newsrooms get reports. The more there are, the
// more often a short text is taken for a wrong one.
var likely = among(
	whatlanggo.Eng, whatlanggo.Deu, whatlanggo.Fra, whatlanggo.Spa, whatlanggo.Ita, whatlanggo.Por, whatlanggo.Nld, whatlanggo.Pol,
	whatlanggo.Ces, whatlanggo.Swe, whatlanggo.Dan, whatlanggo.Nob, whatlanggo.Fin, whatlanggo.Hun, whatlanggo.Ron, whatlanggo.Tur,
	whatlanggo.Hrv, whatlanggo.Slv, whatlanggo.Lit, whatlanggo.Lav, whatlanggo.Est, whatlanggo.Vie, whatlanggo.Ind,
	whatlanggo.Rus, whatlanggo.Ukr, whatlanggo.Bel, whatlanggo.Bul, whatlanggo.Srp, whatlanggo.Mkd,
	whatlanggo.Arb, whatlanggo.Pes, whatlanggo.Urd, whatlanggo.Heb, whatlanggo.Hin,
)

func among(langs ...whatlanggo.Lang) whatlanggo.Options {
	o := whatlanggo.Options{Whitelist: map[whatlanggo.Lang]bool{}}
	for _, l := range langs {
		o.Whitelist[l] = true
	}
	return o
}

// Guess returns the tag of the language in which a text is written throughout:
// "en" unless it is surely another. A report of which a part alone is in another
// language is an English one, and that part is a mark of translation.
func Guess(report string) string {
	report = strings.ToValidUTF8(report[:min(len(report), guessed)], "")
	words, english := 0, 0
	for word := range strings.FieldsFuncSeq(report, func(r rune) bool { return !unicode.IsLetter(r) }) {
		words++
		if common[strings.ToLower(word)] {
			english++
		}
	}
	if english*inEnglish >= words {
		return "en"
	}
	info := whatlanggo.DetectWithOptions(report, likely)
	if info.Script == unicode.Latin {
		// How near the next language is does not matter, but how far English is.
		against := whatlanggo.DetectWithOptions(report, among(whatlanggo.Eng, info.Lang))
		if words < fewest || against.Lang != info.Lang || against.Confidence < sure {
			return "en"
		}
	}
	if info.Lang < 0 || info.Lang == whatlanggo.Eng || info.Lang.Iso6391() == "" {
		return "en"
	}
	return info.Lang.Iso6391()
}

// Notes says of the reports that are read as English and are not, a line for
// each language: there are reports without findings in which nothing was
// understood.
func Notes(ev *witness.Event) []string {
	source := sources(ev)
	var tags []string
	ids := map[string][]string{}
	for _, w := range ev.Witnesses {
		if w.English() || source[w.ID] {
			continue
		}
		if ids[w.Lang] == nil {
			tags = append(tags, w.Lang)
		}
		ids[w.Lang] = append(ids[w.Lang], w.ID)
	}
	var out []string
	for _, tag := range tags {
		done := "little but their figures was compared"
		if len(ev.Witnesses) == 1 {
			done = "nothing was looked for in it"
		}
		verb, list := "are", ids[tag]
		if len(list) == 1 {
			verb = "is"
			done = strings.Replace(done, "their", "its", 1)
		}
		out = append(out, fmt.Sprintf("%s %s in %s, and factdiff reads English: %s", text.And(list), verb, named(tag), done))
	}
	return out
}

// named returns the English name of a language, or its tag where none is known.
func named(tag string) string {
	base, _, _ := strings.Cut(strings.ToLower(tag), "-")
	for l := whatlanggo.Afr; l <= whatlanggo.Zul; l++ {
		if base == l.Iso6391() || base == l.Iso6393() {
			return l.String()
		}
	}
	return fmt.Sprintf("the language %q", tag)
}
