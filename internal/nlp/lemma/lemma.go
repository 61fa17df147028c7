// Package lemma finds dictionary forms with a learned decision list: for a word
// and its Penn tag, the longest ending that has a rule decides. A rule for the
// whole word, which is how irregular forms are stored, is the longest ending of
// all. Rules are learned for an ending only where they say something else than
// the next shorter ending does, so that a few thousand are enough.
package lemma

import (
	"strings"
	"unicode"
	"unicode/utf8"
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
	// The key is tag, space, whole, form: shorter endings start further right
	// and move the tag with them.
	head := len(tag) + 1
	if id, ok := r.Ending[string(k)]; ok {
		return r.Rules[id-1].apply(form)
	}
	low := k[head+1:]
	var end [maxKey]byte
	copy(end[:], k[:head])
	for n := min(longest, len(low)); n >= 0; n-- {
		key := append(end[:head], low[len(low)-n:]...)
		if id, ok := r.Ending[string(key)]; ok {
			rule := &r.Rules[id-1]
			if int(rule.Strip) <= len(form) {
				return rule.apply(form)
			}
		}
	}
	return form
}

const maxKey = 96

// appendKey appends the key of the whole word, or returns nil if lower-casing
// changes the length, which no English word does.
func appendKey(dst []byte, form, tag string) []byte {
	if len(form) > maxForm || len(tag) > 16 {
		return nil
	}
	dst = append(append(dst, tag...), ' ', whole)
	for _, c := range form {
		if c == utf8.RuneError {
			return nil
		}
		dst = utf8.AppendRune(dst, unicode.ToLower(c))
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
	stem := form[:len(form)-min(int(r.Strip), len(form))]
	if !r.Keep {
		stem = strings.ToLower(stem) // allocates only if it changes
	}
	if r.Add == "" {
		return stem
	}
	return stem + r.Add
}
