// Package termbase holds what a desk has decided on words: which one it
// writes, which it does not want to see, and which stay as they are in every
// translation.
//
// An entry is told by words or by a pattern. Words are matched by form or
// lemma, so that "refugee camp" finds "refugee camps"; a capital in an entry
// must be a capital in the text, so that "Turkey" does not find the bird. A
// pattern stands between slashes, "/Kie[vw]/", and is a regular expression in
// the syntax of RE2, which reads any text in time linear in its length
// (re2syntax; package regexp). It is compiled once, its size is bounded, and
// its match must begin and end where a word does.
package termbase

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factdiff/factdiff/internal/nlp"
	"github.com/factdiff/factdiff/internal/text"
	"github.com/factdiff/factdiff/witness"
)

// Entry is what is decided of one term. Where a field lists words, each is a
// phrase or a pattern between slashes.
type Entry struct {
	// Term is what the desk writes, and what a finding suggests.
	Term string
	// Allowed are other wordings that may stand for it.
	Allowed []string
	// Forbidden are wordings that must not stand for it.
	Forbidden []string
	// Except are phrases in which a forbidden wording may stand.
	Except []string
	// Keep says that the term is never translated: where the source, or
	// another version of the same text, has it, a translation has it too.
	Keep bool
	// Source are the words of the source language that Term stands for.
	Source []string
	// SourceLang limits the entry to reports translated from that language,
	// a BCP 47 tag; empty for all.
	SourceLang string
	// Reason is why, in a sentence.
	Reason string
}

// Bounds on what a termbase may hold: each entry is looked for in each
// sentence.
const (
	MaxEntries  = 20000
	MaxPatterns = 500
	MaxPattern  = 400  // bytes of one pattern
	maxProgram  = 2000 // instructions that one pattern compiles to
	maxWords    = 16   // words of one phrase
)

// Error says which part of which entry is wrong.
type Error struct {
	Entry int    // index into the list
	Field string // "term", "allowed", "forbidden", "except", "source", "source_lang"; empty for the entry as a whole
	Item  int    // index into the field, where that is a list
	Msg   string
	Hint  string
}

func (e *Error) Error() string { return fmt.Sprintf("entry %d: %s", e.Entry+1, e.Msg) }

// Base is a termbase, ready to be matched. It is immutable and safe for
// concurrent use; nil is an empty one.
type Base struct {
	Entries   []Entry
	forbidden matcher
	except    matcher
	source    matcher   // Source, and Term where it is kept
	term      []matcher // by entry: Term and Allowed
}

// New makes a termbase of entries. The error is of type *[Error].
func New(entries []Entry) (*Base, error) {
	b := &Base{Entries: entries, term: make([]matcher, len(entries))}
	if len(entries) > MaxEntries {
		return nil, &Error{Entry: MaxEntries, Msg: fmt.Sprintf("more than %d terms", MaxEntries)}
	}
	patterns := 0
	for i := range entries {
		e := &entries[i]
		if strings.TrimSpace(e.Term) == "" {
			return nil, &Error{Entry: i, Field: "term", Msg: "a term without a name", Hint: "write term: and what the desk writes"}
		}
		if err := b.term[i].add(e.Term, i); err != nil {
			return nil, &Error{Entry: i, Field: "term", Msg: err.Error()}
		}
		if b.term[i].patterns != nil {
			return nil, &Error{Entry: i, Field: "term", Msg: "a term is no pattern", Hint: "it is what a finding suggests; put the pattern under forbidden: or source:"}
		}
		if e.Keep {
			if err := b.source.add(e.Term, i); err != nil {
				return nil, &Error{Entry: i, Field: "term", Msg: err.Error()}
			}
		}
		for _, f := range []struct {
			name  string
			words []string
			to    *matcher
		}{{"allowed", e.Allowed, &b.term[i]}, {"forbidden", e.Forbidden, &b.forbidden}, {"except", e.Except, &b.except}, {"source", e.Source, &b.source}} {
			for k, w := range f.words {
				if err := f.to.add(w, i); err != nil {
					return nil, &Error{Entry: i, Field: f.name, Item: k, Msg: err.Error()}
				}
				if f.name == "forbidden" && w == e.Term {
					return nil, &Error{Entry: i, Field: f.name, Item: k, Msg: fmt.Sprintf("%q is forbidden and preferred", w)}
				}
				if f.name == "forbidden" && slices.Contains(e.Allowed, w) {
					return nil, &Error{Entry: i, Field: f.name, Item: k, Msg: fmt.Sprintf("%q is forbidden and allowed", w)}
				}
				if isPattern(w) {
					patterns++
				}
			}
		}
		if patterns > MaxPatterns {
			return nil, &Error{Entry: i, Msg: fmt.Sprintf("more than %d patterns", MaxPatterns), Hint: "write words where words will do: they cost nothing"}
		}
	}
	b.forbidden.sort()
	b.except.sort()
	return b, nil
}

// Use is a place where words of an entry stand.
type Use struct {
	Entry int // index into Base.Entries
	Span  witness.Span
}

// Forbidden lists the forbidden wordings in a statement of a report that was
// translated from a language, in text order; of several that overlap the
// longest. A wording inside the term itself or an exception is none.
func (b *Base) Forbidden(st *witness.Statement, sourceLang string) []Use {
	if b == nil || len(b.Entries) == 0 {
		return nil
	}
	found := b.forbidden.find(st)
	if len(found) == 0 {
		return nil
	}
	slices.SortStableFunc(found, func(x, y Use) int { return y.Span.Len() - x.Span.Len() })
	except := b.except.find(st)
	var out []Use
	for _, u := range found {
		e := &b.Entries[u.Entry]
		if !SameLanguage(e.SourceLang, sourceLang) ||
			slices.ContainsFunc(except, func(x Use) bool { return x.Entry == u.Entry && x.Span.Contains(u.Span) }) ||
			slices.ContainsFunc(b.term[u.Entry].find(st), func(x Use) bool { return x.Span.Contains(u.Span) }) ||
			slices.ContainsFunc(out, func(x Use) bool { return x.Span.Overlaps(u.Span) }) {
			continue
		}
		out = append(out, u)
	}
	slices.SortFunc(out, func(x, y Use) int { return x.Span.Start - y.Span.Start })
	return out
}

// Sourced lists what a statement of a source, or of another version of the
// same text, has that its translations must render by the entry's term: the
// words of the source language, and terms that are kept. Each entry is listed
// once, entries in their order.
func (b *Base) Sourced(st *witness.Statement) []Use {
	if b == nil {
		return nil
	}
	out := b.source.find(st)
	slices.SortFunc(out, func(x, y Use) int { return cmp.Or(x.Entry-y.Entry, x.Span.Start-y.Span.Start, y.Span.End-x.Span.End) })
	return slices.CompactFunc(out, func(x, y Use) bool { return x.Entry == y.Entry })
}

// Has reports whether a statement has the term of an entry, or a wording that
// is allowed for it.
func (b *Base) Has(entry int, st *witness.Statement) bool { return len(b.term[entry].find(st)) > 0 }

// SameLanguage reports whether an entry for one language is meant for reports
// from another: it is where it names none, and where the first parts of the
// tags are equal.
func SameLanguage(entry, report string) bool {
	if entry == "" {
		return true
	}
	e, _, _ := strings.Cut(entry, "-")
	r, _, _ := strings.Cut(report, "-")
	return strings.EqualFold(e, r)
}

// phrase is the words of an entry as the text has them.
type phrase struct {
	words []string // lower case
	caps  []bool   // a capital is asked for
	entry int
}

func newPhrase(s string, entry int) (phrase, error) {
	var buf [maxWords]nlp.Token
	p := phrase{entry: entry}
	for _, t := range nlp.Tokenize(buf[:0], s) {
		r, _ := utf8.DecodeRuneInString(t.Form)
		p.words = append(p.words, strings.ToLower(text.Plain(t.Form)))
		p.caps = append(p.caps, unicode.IsUpper(r))
	}
	switch {
	case len(p.words) == 0:
		return p, fmt.Errorf("%q has no word in it", s)
	case len(p.words) > maxWords:
		return p, fmt.Errorf("%q has more than %d words", s, maxWords)
	}
	return p, nil
}

// at reports whether the phrase stands at token i of st.
func (p *phrase) at(st *witness.Statement, i int) bool {
	if i+len(p.words) > len(st.Tokens) {
		return false
	}
	for k, w := range p.words {
		t := &st.Tokens[i+k]
		if t.Lower != w && t.Lemma != w {
			return false
		}
		if r, _ := utf8.DecodeRuneInString(t.Form); p.caps[k] && !unicode.IsUpper(r) {
			return false
		}
	}
	return true
}
