package naming

import (
	"strings"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"

	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/internal/text"
)

// A Judge decides whether two names may be one, and remembers what it found.
// The reports of one event name the same few people and places again and
// again, and a dozen versions of a report ask for each pair a hundred times.
//
// A judge is for one event and one goroutine: what it keeps grows with the
// names of the event, and goes with it.
type Judge struct {
	lex   *lexicon.Lexicon
	names map[string][]string
	keys  map[string]key
	words map[[2]string]bool
	same  map[[2]string]bool
}

// key is what a word is compared by.
type key struct {
	text  string // text.NameKey of the word
	runes int
}

// NewJudge returns a judge by the tables of lex.
func NewJudge(lex *lexicon.Lexicon) *Judge {
	return &Judge{lex: lex, names: map[string][]string{}, keys: map[string]key{}, words: map[[2]string]bool{}, same: map[[2]string]bool{}}
}

// Words is the function Words. The slice is the judge's own: do not change it.
func (j *Judge) Words(form string) []string {
	words, ok := j.names[form]
	if !ok {
		words = Words(form)
		j.names[form] = words
	}
	return words
}

// Same reports whether two names may name one thing, by their words alone.
func (j *Judge) Same(a, b string) bool {
	pair := [2]string{a, b}
	same, ok := j.same[pair]
	if !ok {
		same = j.judge(a, b)
		j.same[pair] = same
	}
	return same
}

func (j *Judge) judge(a, b string) bool {
	wa, wb := j.Words(a), j.Words(b)
	if len(wa) == 0 || len(wb) == 0 {
		return true // marks and articles only: nothing to tell apart
	}
	la, lb := strings.ToLower(text.Plain(a)), strings.ToLower(text.Plain(b))
	if la == lb || Acronym(a, wb) || Acronym(b, wa) || j.lex.SameOrganisation(la, lb) {
		return true
	}
	if ca, ok := j.lex.Country(la); ok {
		if cb, ok := j.lex.Country(lb); ok && ca == cb {
			return true
		}
	}
	if j.onePlace(la, lb) || j.shortened(la, wb) || j.shortened(lb, wa) {
		return true
	}
	if j.lex.Contains(la, lb) || j.lex.Contains(lb, la) {
		return true
	}
	return j.sameWords(wa, wb)
}

// onePlace reports whether two names are a place and its people or what is of it:
// Lower Saxony and Lower Saxon.
func (j *Judge) onePlace(a, b string) bool {
	for _, x := range j.lex.Places().GetAll(a) {
		for _, y := range j.lex.Places().GetAll(b) {
			if x.Place == y.Place && x.As != "capital" && y.As != "capital" {
				return true
			}
		}
	}
	return false
}

// shortened reports whether the words of a name are some of those of a club that has
// another name too: Barcelona is short for FC Barcelona, which is Barça.
func (j *Judge) shortened(other string, words []string) bool {
	for _, club := range j.lex.Organisations().GetAll(other) {
		if club.Kind != "sport" {
			continue
		}
		for _, name := range club.Names {
			if full := j.Words(name); len(words) < len(full) && len(j.leftover(words, full)) == 0 {
				return true
			}
		}
	}
	return false
}

// sameWords compares two names word by word. They are one where the words that
// only one of them has say nothing of their own: generic words, or a given
// name beside one that is like it.
func (j *Judge) sameWords(wa, wb []string) bool {
	wa, wb = j.unparted(wa, wb), j.unparted(wb, wa)
	leftA, leftB := j.leftover(wa, wb), j.leftover(wb, wa)
	shared := len(wa) - len(leftA)
	if shared == 0 {
		joinedA, joinedB := strings.Join(wa, ""), strings.Join(wb, "")
		return len(joinedA) >= leastFuzzy && j.SameWord(joinedA, joinedB)
	}
	if len(leftA) == 0 || len(leftB) == 0 {
		return true // a fuller form
	}
	if generic(j.lex, leftA) || generic(j.lex, leftB) {
		return true
	}
	// One surname and two given names: other spellings of one ("Pyotr",
	// "Peter") unless both are well-known and start differently.
	if len(leftA) == 1 && len(leftB) == 1 {
		if j.SameWord(wa[len(wa)-1], wb[len(wb)-1]) {
			// Where the surname, too, is spelt in two ways, two languages were transliterated.
			return leftA[0][0] == leftB[0][0] && !(wa[len(wa)-1] == wb[len(wb)-1] && j.twoKnown(leftA[0], leftB[0]))
		}
		return !Own(j.lex, leftA[0]) && levenshtein.ComputeDistance(leftA[0], leftB[0]) <= 1 // "Paul Gadd", "Paul Gadi"
	}
	return false
}

// unparted writes as one word what the other name writes so: "Rahim Zadeh" beside
// "Rahimzadeh".
func (j *Judge) unparted(words, other []string) []string {
	for i := 0; i+1 < len(words); i++ {
		for _, o := range other {
			if n := len(words[i]) + len(words[i+1]); n >= leastFuzzy && len(o) >= n-1 && len(o) <= n+1 && j.SameWord(words[i]+words[i+1], o) {
				out := append(append([]string{}, words[:i]...), words[i]+words[i+1])
				return append(out, words[i+2:]...)
			}
		}
	}
	return words
}

// leftover lists the words of a that no word of b is a spelling of.
func (j *Judge) leftover(a, b []string) []string {
	var out []string
next:
	for _, x := range a {
		for _, y := range b {
			if j.SameWord(x, y) || lexicon.Derived(x, y) {
				continue next
			}
		}
		out = append(out, x)
	}
	return out
}

// SameWord reports whether two folded words may be one name in two spellings:
// sure ones, and words a few letters apart of which one at least is no word in
// its own right. A difference between such words is none that should be told.
func (j *Judge) SameWord(a, b string) bool {
	if a == b {
		return true
	}
	pair := [2]string{min(a, b), max(a, b)}
	same, ok := j.words[pair]
	if !ok {
		same = j.spelling(a, b)
		j.words[pair] = same
	}
	return same
}

func (j *Judge) spelling(a, b string) bool {
	if j.lex.SameName(a, b) {
		return true
	}
	ka, kb := j.key(a), j.key(b)
	if ka == kb && len(ka.text) >= 3 {
		return true
	}
	if len(a) >= 4 && sameLetters(a, b) && !(Own(j.lex, a) && Own(j.lex, b)) {
		return true // a slip of the keyboard: EUFA, UEFA
	}
	if longPrefix(ka.text, kb.text) {
		return true // a name and its adjective: Gorodishche, Gorodishchensky
	}
	n := max(ka.runes, kb.runes)
	if n < leastFuzzy || ka.text == "" || kb.text == "" {
		return false
	}
	initial := ka.text[0] == kb.text[0]
	most := 1 // edits that are forgiven
	if initial {
		most = max(most, int(maxFuzzy*float64(n)))
	}
	if max(ka.runes, kb.runes)-min(ka.runes, kb.runes) > most {
		return false // the commonest case, and cheap to see
	}
	d := levenshtein.ComputeDistance(ka.text, kb.text)
	return (d == 1 || float64(d) <= maxFuzzy*float64(n) && initial) && !(Own(j.lex, a) && Own(j.lex, b))
}

// TwoSurnames reports whether two folded surnames are surely two: some letters
// apart and told apart by ear, by two consonants where SameWord would forgive the
// letters. What one of them begins with is no other name: Novak, Novakova.
func (j *Judge) TwoSurnames(a, b string) bool {
	if strings.HasPrefix(a, b) || strings.HasPrefix(b, a) || levenshtein.ComputeDistance(a, b) < leastApart || j.lex.SameName(a, b) {
		return false
	}
	n := Apart(a, b)
	return n > 1 || n == 1 && !j.SameWord(a, b)
}

// TwoGiven reports the same of two given names. What begins or ends like another
// may be short for it: Alexis and Alexandros, Sandro and Alessandro, an initial.
func (j *Judge) TwoGiven(a, b string) bool {
	n := min(len(a), len(b))
	if n < leastApart || a[:leastApart] == b[:leastApart] || strings.HasSuffix(a, b) || strings.HasSuffix(b, a) {
		return false
	}
	return j.TwoSurnames(a, b)
}

// twoKnown reports whether two given names that begin alike are two that the table knows,
// and neither a spelling of the other nor short for it: Oleh and Oleksandr, but not Kath
// and Katherine, Jenny and Jennifer.
func (j *Judge) twoKnown(a, b string) bool {
	if !j.lex.GivenNames().Has(a) || !j.lex.GivenNames().Has(b) || j.lex.SameName(a, b) {
		return false
	}
	ka, kb := j.key(a), j.key(b)
	if ka.runes > kb.runes {
		ka, kb = kb, ka
	}
	return levenshtein.ComputeDistance(ka.text, kb.text) >= leastApart && !strings.HasPrefix(kb.text, strings.TrimRight(ka.text, "aeiouy"))
}

// leastApart is how many letters must be changed to make one name another, and
// how many at the beginning of two say that one may be short for the other.
const leastApart = 3

func (j *Judge) key(word string) key {
	k, ok := j.keys[word]
	if !ok {
		k.text = text.NameKey(word)
		k.runes = utf8.RuneCountInString(k.text)
		j.keys[word] = k
	}
	return k
}
