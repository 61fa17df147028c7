// Package lemma finds dictionary forms with a learned decision list: for a word
// and its tags, the longest ending that has a rule decides. A rule for the
// whole word, which is how irregular forms are stored, is the longest ending of
// all. Rules are learned for an ending only where they say something else than
// the next shorter ending does, so that a few thousand are enough.
package lemma

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factdiff/factdiff/internal/nlp/perceptron"
	"github.com/factdiff/factdiff/internal/nlp/surface"
)

// A Rule turns a form into its lemma: drop Strip bytes from the end of the
// form, in lower case unless Keep is set, and append Add.
type Rule struct {
	Strip uint8
	Keep  bool
	Add   string
}

// Rules is a trained lemmatiser. Ending maps a tag and an ending to a rule's
// number plus one.
type Rules struct {
	Rules  []Rule
	Ending map[string]uint16
	Known  surface.Set // lemmas seen in training, in lower case
}

// longest is the longest ending, in bytes, that is not a whole word.
const longest = 6

// whole marks an ending that is a whole word.
const whole = '^'

const maxForm = 60 // longer forms are their own lemma

// Lemma returns the lemma of form. It allocates only where the lemma is not a
// part of the form.
func (r *Rules) Lemma(form, tag string) string {
	form = ascii(form)
	if len(form) > maxForm {
		return form
	}
	var buf [maxKey]byte
	k := appendKey(buf[:0], form, tag)
	if k == nil {
		return form
	}
	if id, ok := r.Ending[string(k)]; ok {
		return r.Rules[id-1].apply(form)
	}
	return r.guess(k, len(tag)+1).apply(form)
}

// guess returns the rule for a whole word's key (tag, space, whole, form) that
// has none of its own: of the endings that have a rule the longest whose lemma
// is a known word ("bombed" is of "bomb", though "robbed" is of "rob"), or the
// longest at all.
func (r *Rules) guess(k []byte, head int) *Rule {
	low := k[head+1:]
	var key [maxKey]byte
	copy(key[:], k[:head])
	best := &identity
	for n := min(longest, len(low)); n >= 0; n-- {
		id, ok := r.Ending[string(append(key[:head], low[len(low)-n:]...))]
		if !ok {
			continue
		}
		rule := &r.Rules[id-1]
		if int(rule.Strip) > len(low) {
			continue
		}
		if best == &identity {
			best = rule
		}
		lemma := append(append(key[:0], low[:len(low)-int(rule.Strip)]...), rule.Add...)
		known := r.Known.Find(perceptron.Bytes(lemma)) >= 0
		copy(key[:], k[:head])
		if known && n > 0 {
			return rule
		}
	}
	return best
}

var identity = Rule{Keep: true}

const (
	maxTag = 24
	maxKey = maxTag + 2 + 2*maxForm // lower case can be longer
)

// appendKey appends the key of the whole word, or returns nil if lower-casing
// changes the length, which no English word does.
func appendKey(dst []byte, form, tag string) []byte {
	if len(form) > maxForm || len(tag) > maxTag {
		return nil
	}
	dst = append(append(dst, tag...), ' ', whole)
	start := len(dst)
	for _, c := range form {
		dst = utf8.AppendRune(dst, unicode.ToLower(c))
	}
	if len(dst)-start != len(form) {
		return nil
	}
	return dst
}

// ascii replaces typographic apostrophes. The clitics, which make up nearly all
// words that have one, cost no allocation.
func ascii(form string) string {
	switch form {
	case "’s":
		return "'s"
	case "n’t":
		return "n't"
	case "’":
		return "'"
	case "’re":
		return "'re"
	case "’ve":
		return "'ve"
	case "’ll":
		return "'ll"
	case "’d":
		return "'d"
	case "’m":
		return "'m"
	}
	return strings.ReplaceAll(form, "’", "'") // does not allocate without one
}

func (r *Rule) apply(form string) string {
	cut := len(form) - int(r.Strip)
	if cut < 0 || cut < len(form) && !utf8.RuneStart(form[cut]) || cut == 0 && r.Add == "" {
		return form // the rule was made for longer words
	}
	stem := form[:cut]
	if !r.Keep {
		stem = strings.ToLower(stem) // allocates only if it changes
	}
	if r.Add == "" {
		return stem
	}
	return stem + r.Add
}
