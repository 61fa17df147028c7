package attribution

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/factdiff/factdiff/align"
	"github.com/factdiff/factdiff/witness"
)

// borrowed reports whether a statement tells beside a quotation that its words may be somebody
// else's: of who speaks for another, or who repeats or denies what was said.
func borrowed(st *witness.Statement, q *witness.Quote) bool {
	return slices.ContainsFunc(st.Tokens, func(t witness.Token) bool {
		return !q.Inner.Contains(t.Span) && (voices[t.Lemma] || repeating[t.Lemma] && t.UPOS == "VERB")
	})
}

// voices are nouns for who speaks for others.
var voices = map[string]bool{"spokesman": true, "spokeswoman": true, "spokesperson": true, "lawyer": true, "attorney": true, "solicitor": true, "barrister": true, "counsel": true, "aide": true, "adviser": true, "advisor": true,
	"press": true, "representative": true, "envoy": true, "deputy": true, "secretary": true, "statement": true, "words": true}

// repeating are verbs for saying again what somebody said, or that it is not so.
var repeating = map[string]bool{"repeat": true, "quote": true, "cite": true, "echo": true, "read": true, "recall": true, "deny": true, "sing": true, "chant": true, "translate": true, "paraphrase": true, "sign": true}

// titled reports whether a quotation is the name of a work, or what stands on something.
func titled(st *witness.Statement, q *witness.Quote) bool {
	capitals := true
	for i := range st.Tokens {
		t := &st.Tokens[i]
		if q.Inner.Contains(t.Span) {
			r, _ := utf8.DecodeRuneInString(t.Form)
			capitals = capitals && (!align.Content(t) || unicode.IsUpper(r))
		}
		if works[t.Lemma] && t.Span.End <= q.Span.Start && q.Span.Start-t.Span.End <= 2 {
			return true
		}
	}
	return capitals
}

// works are nouns for what has a title or a text of its own.
var works = map[string]bool{"play": true, "film": true, "movie": true, "book": true, "song": true, "novel": true, "poem": true, "opera": true, "album": true, "series": true, "show": true, "documentary": true, "exhibition": true, "painting": true,
	"slogan": true, "motto": true, "headline": true, "title": true, "banner": true, "sign": true, "proverb": true, "saying": true, "article": true, "programme": true, "program": true, "campaign": true, "operation": true, "project": true}
