package nlp

import "strings"

// An Entity is a name: the tokens First to Last, inclusive, without a title
// before it.
type Entity struct {
	First, Last int
	Kind        string // Person, Organisation, Place or Other
}

// The kinds of entities.
const (
	Person       = "person"
	Organisation = "organisation"
	Place        = "place"
	Other        = "other"
)

// Entities appends the names in analysed tokens: runs of proper nouns, joined
// over hyphens ("Riabkov-Lavrov") and over "of" between names that depend on
// each other ("Ministry of Defence").
//
// The kind is a guess from the words around and says Other where there is no
// hint. A perceptron trained on GUM's entities is no better (F1 63); a gazetteer
// is, and callers who have one should believe it first.
func Entities(dst []Entity, toks []Token) []Entity {
	for i := 0; i < len(toks); i++ {
		if !isName(toks, i) {
			continue
		}
		first, last := i, i
		for {
			switch {
			case isName(toks, last+1):
				last++
				continue
			case isName(toks, last+2) && joins(toks, first, last+1):
				last += 2
				continue
			}
			break
		}
		i = last
		titled := false
		for first < last && titles[strings.TrimSuffix(toks[first].Form, ".")] {
			first++
			titled = true
		}
		dst = append(dst, Entity{First: first, Last: last, Kind: kindOf(toks, first, last, titled)})
	}
	return dst
}

// isName reports whether token i is part of a name. Days and months, proper
// nouns to the treebanks, are none.
func isName(toks []Token, i int) bool {
	return i < len(toks) && strings.HasPrefix(toks[i].XPOS, "NNP") && !calendar[toks[i].Form]
}

// joins reports whether token i, between two names, makes them one.
func joins(toks []Token, first, i int) bool {
	switch toks[i].Form {
	case "-":
		return toks[i].Start == toks[i-1].End && toks[i].End == toks[i+1].Start
	case "of":
		h := toks[i+1].Head
		return first <= h && h < i
	}
	return false
}

func kindOf(toks []Token, first, last int, titled bool) string {
	for _, t := range toks[first : last+1] {
		switch {
		case organisations[t.Form]:
			return Organisation
		case places[t.Form]:
			return Place
		}
	}
	if titled {
		return Person
	}
	head := first // the token of the name that the rest of it depends on
	for i := first; i <= last; i++ {
		if h := toks[i].Head; h < first || h > last {
			head = i
			break
		}
	}
	if first == last && len(toks[head].Form) >= 3 && toks[head].Form == strings.ToUpper(toks[head].Form) &&
		!strings.Contains(toks[head].Form, ".") {
		return Organisation // NATO, OSCE
	}
	for _, t := range toks[max(0, first-window):first] {
		if t.Rel == "case" && t.Head == head && (t.Lemma == "in" || t.Lemma == "near" || t.Lemma == "at") {
			return Place
		}
	}
	if first < last && toks[last].Rel == "flat" {
		return Person // the treebanks join given name and family name by flat
	}
	for _, t := range toks[max(0, first-window):min(len(toks), last+1+window)] {
		// "negotiator Dmitry Kozak"
		if t.Head == head && t.Rel == "nmod:desc" {
			return Person
		}
	}
	return Other
}

// window is how far from a name its hints are looked for.
const window = 8

var calendar = set("Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June " +
	"July August September October November December Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec.")

var titles = set("Mr Mrs Ms Miss Dr Prof Sir President Chancellor Minister Premier Senator Sen Rep Gov Governor General " +
	"Gen Colonel Col Captain Capt Major Lieutenant Lt Secretary Ambassador King Queen Prince Princess Pope Judge Justice " +
	"Prime Foreign Defence Defense Vice Deputy")

var organisations = set("Ministry Council Party Union University Court Army Navy Force Forces Bank Agency Committee " +
	"Commission Organization Organisation Association Alliance Group Inc Inc. Corp Corp. Ltd Company Parliament Senate " +
	"Congress Department Office Institute Police Church Fund Foundation Federation Club Times Post Reuters Kremlin Pentagon")

var places = set("Street Avenue Road River Sea Ocean Lake Mountain Mountains Island Islands Bay Gulf Peninsula City " +
	"County Province Region Republic Airport Square Valley")

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}
