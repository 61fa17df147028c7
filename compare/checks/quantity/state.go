package quantity

import (
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// state reads what is said of the things that q counts: from the noun, from
// the verb above it, from what modifies it, from the subject of which the number
// is told; and from the words around where the parse shows none of these.
func state(lex *lexicon.Lexicon, st *witness.Statement, q *witness.Quantity) string {
	if q.Kind != witness.Cardinal && q.Kind != witness.Age && q.Kind != witness.Duration {
		return "" // nobody is deployed in a sum
	}
	at := q.OfAt
	if at < 0 {
		at = q.Number
	}
	if s := stateAt(lex, st, at); s != "" {
		return s
	}
	for i := range st.Tokens {
		if st.Tokens[i].Head == at && i != q.Number {
			if s := stateAt(lex, st, i); s != "" {
				return s
			}
		}
	}
	for steps, h := 0, st.Tokens[at].Head; h >= 0 && steps < 3; steps, h = steps+1, st.Tokens[h].Head {
		if s := stateAt(lex, st, h); s != "" {
			return s
		}
		if st.Tokens[h].UPOS == "VERB" {
			if s := subjectState(lex, st, h); s != "" {
				return s
			}
			break
		}
	}
	if q.Kind == witness.Cardinal && living(lex, q.Of) {
		return around(lex, st, q)
	}
	return ""
}

// stateAt returns the state that token i puts people in. A life is lost only
// where a verb says so: many are saved, or changed.
func stateAt(lex *lexicon.Lexicon, st *witness.Statement, i int) string {
	s, ok := lex.States().Get(st.Tokens[i].Lemma)
	switch {
	case st.Tokens[i].UPOS == "NOUN" && otherwise[st.Tokens[i].Lemma]:
		return "" // "53 catches"
	case class(lex, st.Tokens[i].Lemma) == "home":
		return "" // a house that is counted says nothing of people
	case st.Tokens[i].Lemma == "life":
		return lifeState(lex, st, i)
	case ok:
		return s
	case uproots[st.Tokens[i].Lemma] && theirHomes(st, i):
		return "displaced"
	case st.Tokens[i].Lemma == "hospital" && carried(st, i):
		return "injured"
	}
	return ""
}

// otherwise are the words for a state that, as nouns, count something else: a player's
// catches, a keeper's saves, insurance claims.
var otherwise = wordSet("catch", "save", "claim", "capture", "miss", "post", "hit", "mass")

// nearWords is how many words may stand between a count and the word for what
// became of those counted.
const nearWords = 5

// lifeState reads what became of the lives at token i by the verb beside them.
func lifeState(lex *lexicon.Lexicon, st *witness.Statement, i int) string {
	for k := max(0, i-nearWords); k < min(len(st.Tokens), i+3); k++ {
		switch st.Tokens[k].Lemma {
		case "lose", "loss", "claim", "cost", "take", "demand", "snuff":
			return "dead"
		case "save", "rescue":
			return "rescued"
		}
	}
	return ""
}

// uproots are the verbs by which people lose their homes, where these are named.
var uproots = wordSet("force", "drive", "leave", "abandon", "chase")

// theirHomes reports whether the homes of those who are counted stand behind verb i:
// "forced 400 from their homes", "had to leave their homes".
func theirHomes(st *witness.Statement, i int) bool {
	for k := i + 2; k < min(len(st.Tokens), i+2+nearWords); k++ {
		if l := st.Tokens[k].Lemma; (l == "home" || l == "house") && (st.Tokens[k-1].Lower == "their" || st.Tokens[k-1].Lower == "from") {
			return true
		}
	}
	return false
}

// carried reports whether somebody is taken to the hospital at token i.
func carried(st *witness.Statement, i int) bool {
	for k := max(0, i-nearWords); k < i; k++ {
		switch st.Tokens[k].Lemma {
		case "take", "bring", "rush", "transport", "admit", "transfer", "deliver", "carry":
			return true
		}
	}
	return false
}

// standing are the verbs by which a count is told of its noun: "the toll rose to 14".
var standing = map[string]bool{"stand": true, "rise": true, "climb": true, "reach": true, "grow": true, "increase": true, "pass": true,
	"exceed": true, "jump": true, "mount": true, "remain": true, "amount": true, "total": true, "come": true}

// subjectState returns the state that the subject of verb h names.
func subjectState(lex *lexicon.Lexicon, st *witness.Statement, h int) string {
	if !standing[st.Tokens[h].Lemma] {
		return ""
	}
	k := compare.Child(st, h, "nsubj")
	if k < 0 {
		return ""
	}
	if s := stateAt(lex, st, k); s != "" {
		return s
	}
	for i := range st.Tokens {
		if st.Tokens[i].Head == k {
			if s := stateAt(lex, st, i); s != "" {
				return s // "the number of dead"
			}
		}
	}
	return ""
}

// around returns the state of the nearest word for one, in the stretch between
// commas and conjunctions in which the count stands: badly translated sentences are
// badly parsed, but their words stand together.
func around(lex *lexicon.Lexicon, st *witness.Statement, q *witness.Quantity) string {
	found, at := "", nearWords+1
	look := func(i, step int) {
		for d := 1; d <= nearWords; d++ {
			i += step
			if i < 0 || i >= len(st.Tokens) || parts(&st.Tokens[i], step) {
				return
			}
			if s := stateAt(lex, st, i); s != "" {
				if d < at {
					found, at = s, d
				} else if d == at && s != found {
					found = ""
				}
				return
			}
		}
	}
	look(q.Number, -1)
	look(compare.FirstAt(st, q.Span.End)-1, 1)
	return found
}

// parts reports whether a word parts two stretches of a sentence.
func parts(t *witness.Token, step int) bool {
	switch t.Lower {
	case ",", ";", ":", "and", "but", "while", "or", "-", "–", "(", ")", ".", "after", "when", "including", "who", "which", "that":
		return true
	}
	return t.UPOS == "NUM" || step < 0 && t.UPOS == "AUX"
}

// bodily are the states that only people and animals are in.
var bodily = map[string]bool{"dead": true, "injured": true, "homeless": true, "living": true, "sentenced": true, "convicted": true, "infected": true}

// living reports whether a noun counts people or animals: by the table, or by
// WordNet. No noun is taken for people.
func living(lex *lexicon.Lexicon, noun string) bool {
	if noun == "" || class(lex, noun) == "people" || lex.States().Has(noun) && !otherwise[noun] {
		return true
	}
	return person(noun) || lexicon.Category(noun, lexicon.Noun) == "animal"
}

// person reports whether a noun names people.
func person(noun string) bool {
	_, ok := lexicon.Hypernym(noun, "person", lexicon.Noun, 8)
	return ok
}
