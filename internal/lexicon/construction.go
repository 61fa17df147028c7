package lexicon

import (
	"fmt"
	"slices"
	"strings"
)

// Construction is a word built into its sentence, or set beside another word, as English does not do it and another
// language does: "discuss about the plan", "demand Russia to leave", "renounce cooperation".
type Construction struct {
	Class      string    // what the word is: v, vp, n, a, m, p or any; see the table
	Frame      []Element // what follows it
	Unless     []string  // forms right behind the word or its preposition with which it is right
	Meant      string    // what it should be; "~" stands for the word
	Languages  []string  // ISO 639-1 codes of the languages that build so
	Confidence string    // high (wrong nearly wherever it stands), medium, low (needs its context)
	Category   string    // preposition, grammar, false friend, calque
	Note       string    // why
}

// An Element is one step of a frame.
type Element struct {
	// Kind is "word" (one of Words stands here), "NP" (a noun phrase; with Words, one whose head is one of them),
	// "PERSON" (a pronoun in the object case, a country or somebody), "VERB" (an infinitive without to), "VING", "TO"
	// (to and an infinitive), "CLAUSE" (a clause with its own subject), "SAYS" (a verb of saying), "NUM", or "END" (the
	// clause ends here).
	Kind  string
	Words []string // forms of a word, lemmas of a head; "@act" is every noun of WordNet's category act
}

// kinds are those that stand in capitals in a frame.
var kinds = []string{"NP", "PERSON", "VERB", "VING", "TO", "CLAUSE", "SAYS", "NUM", "END"}

func parseFrame(s string) ([]Element, error) {
	var out []Element
	for _, f := range strings.Fields(s) {
		name, words, has := strings.Cut(f, "=")
		e := Element{Kind: name}
		switch {
		case strings.ToLower(name) == name && !has:
			e = Element{"word", strings.Split(f, "|")}
		case !slices.Contains(kinds, name), has && name != "NP":
			return nil, fmt.Errorf("%q is no step of a frame", f)
		case has:
			e.Words = strings.Split(words, "|")
		}
		if slices.Contains(e.Words, "") {
			return nil, fmt.Errorf("%q has an empty word", f)
		}
		out = append(out, e)
	}
	return out, nil
}

var constructionTable = table[Construction]{
	name:    "construction",
	columns: []string{"class", "words", "frame", "?unless", "meant", "languages", "confidence", "category", "?note"},
	read: func(r row) ([]string, Construction, error) {
		class, err := r.oneOf(0, "v", "vp", "n", "a", "m", "p", "any")
		if err != nil {
			return nil, Construction{}, err
		}
		frame, err := parseFrame(r.cell(2))
		if err != nil {
			return nil, Construction{}, r.errorf("%v", err)
		}
		conf, err := r.oneOf(6, "high", "medium", "low")
		if err != nil {
			return nil, Construction{}, err
		}
		cat, err := r.oneOf(7, "preposition", "grammar", "false friend", "calque")
		if err != nil {
			return nil, Construction{}, err
		}
		langs, err := r.languages(5)
		if err != nil {
			return nil, Construction{}, err
		}
		return r.lower(1), Construction{class, frame, r.lower(3), r.cell(4), langs, conf, cat, r.cell(8)}, nil
	},
}

// Constructions holds the constructions by the lemma of their word.
func (lx *Lexicon) Constructions() *Phrases[Construction] {
	return lx.construction.get(func() *Phrases[Construction] { return constructionTable.build(lx) })
}
