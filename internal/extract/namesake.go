package extract

import (
	"strings"

	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/internal/naming"
	"github.com/factdiff/factdiff/internal/nlp"
	"github.com/factdiff/factdiff/witness"
)

// bearers lists the surnames of an event that are ordinary words too: Mark Felt, Ann
// Cook. At the head of a sentence, where any word has a capital, the tagger takes
// "Felt" for what somebody felt, and the tree is lost.
func bearers(lex *lexicon.Lexicon, sts []*witness.Statement) map[string]bool {
	out := map[string]bool{}
	for _, st := range sts {
		for i := 1; i < len(st.Tokens); i++ {
			t, given := &st.Tokens[i], &st.Tokens[i-1]
			if t.UPOS == "PROPN" && given.UPOS == "PROPN" && capital(t) && lex.GivenNames().Has(given.Lower) && naming.Common(t.Lower) &&
				(i+1 == len(st.Tokens) || st.Tokens[i+1].UPOS != "PROPN") {
				out[t.Lower] = true
			}
		}
	}
	return out
}

// mistaken reports whether a sentence of a statement begins with a surname that was
// taken for a word, and goes on as after a subject.
func mistaken(st *witness.Statement, surnames map[string]bool) bool {
	for i := range st.Tokens {
		if opens(st, i) && surnames[st.Tokens[i].Lower] && capital(&st.Tokens[i]) && st.Tokens[i].UPOS != "PROPN" && subjectBefore(st, i+1) {
			return true
		}
	}
	return false
}

// opens reports whether token i is the first of a sentence.
func opens(st *witness.Statement, i int) bool {
	if i == 0 {
		return true
	}
	switch st.Tokens[i-1].Lower {
	case ".", "!", "?", "\"", "“", ":":
		return true
	}
	return false
}

// subjectBefore reports whether token i goes on as after a name: with a comma, what is
// his, or a finite verb.
func subjectBefore(st *witness.Statement, i int) bool {
	if i < len(st.Tokens) && st.Tokens[i].UPOS == "ADV" {
		i++
	}
	if i >= len(st.Tokens) {
		return false
	}
	switch t := &st.Tokens[i]; t.XPOS {
	case "VBD", "VBZ", "MD", "VBN", "POS":
		return true
	case ",":
		return i+1 < len(st.Tokens) && (st.Tokens[i+1].UPOS == "DET" || st.Tokens[i+1].UPOS == "NUM" || st.Tokens[i+1].UPOS == "PRON")
	}
	return false
}

// stand is a surname that is nothing else, for the tagger to read in the place of one
// that is a word.
const stand = "Johnson"

// standIn puts the stand-in for a surname at the head of the sentence of buf and
// returns what to put back.
func standIn(buf []nlp.Token, surnames map[string]bool) (at int, form string) {
	for i := range buf {
		if Letters(buf[i].Form) {
			if lower := strings.ToLower(buf[i].Form); surnames[lower] && buf[i].Form != lower {
				form = buf[i].Form
				buf[i].Form = stand
				return i, form
			}
			break
		}
	}
	return -1, ""
}
