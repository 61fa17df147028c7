package role

import (
	"slices"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// heads says what an office is at the head of: a "land", a "party", another "body",
// "either" where it is not said, and nothing for an office that is not the first of
// its house.
func heads(lex *lexicon.Lexicon, h held) string {
	kind, _ := lex.Headships().Get(value(h.role))
	of := h.role.Of
	if kind != "either" || of == "" {
		return kind
	}
	if strings.ToLower(of) == of { // a noun, no name
		if kind, ok := lex.Headships().Get(of); ok {
			return kind
		}
		return "body"
	}
	if organisation(h) {
		return "body"
	}
	return "land"
}

// organisation reports whether what an office is at the head of is an organisation
// by its name.
func organisation(h held) bool {
	return slices.ContainsFunc(compare.Facts[*witness.Name](h.st), func(n *witness.Name) bool {
		return n.Form == h.role.Of && n.Entity != nil && n.Entity.Kind == witness.Organisation
	})
}

// oneHead reports whether two offices may be one place in two words, or held
// together. The governor of a bank is its president in a translation: of somebody
// whom one report puts at the head of a body, any title for the first of a house is
// that place. And who leads a party may be in any office besides.
func oneHead(lex *lexicon.Lexicon, a, b held, ofBody bool) bool {
	x, y := heads(lex, a), heads(lex, b)
	return x == "party" || y == "party" || ofBody && x != "" && y != ""
}
