package marks

import (
	"strings"
	"unicode/utf8"

	"github.com/factdiff/factdiff/witness"
)

var articles = Set("the a an")
var possessives = Set("my your his its our their")

// Inside finds marks of punctuation that stand in the middle of a phrase, where
// no clause ends: after an article, before the noun of an adjective, a question
// or an exclamation mark before a small letter.
func Inside(st *witness.Statement) []Slip {
	var out []Slip
	toks := st.Tokens
	for i := 0; i+1 < len(toks); i++ {
		t := &toks[i]
		if i == 0 || t.UPOS != "PUNCT" && t.UPOS != "SYM" || t.Span.Start != toks[i-1].Span.End || Glued(st, i) {
			continue
		}
		prev, next := &toks[i-1], &toks[i+1]
		slip := func(sure float64, hint bool, message string) {
			out = append(out, Slip{Span: Span(st, i-1, i+1), Message: message, Sure: sure, Hint: hint,
				Suggest: prev.Form + " " + next.Form})
		}
		switch t.Form {
		case ",", ";", ":", "!", "?", ".":
			between(st, i, slip)
		case "'", "’":
			if Small(next.Form) && !strings.ContainsRune("sxzSXZ", lastRune(prev.Form)) && (!strings.HasSuffix(prev.Lower, "in") || prev.Lower == "in") && !opened(st, i) {
				slip(0.7, !Word(prev.Form) || len(prev.Form) < 2 || InQuote(st, i), "an apostrophe that belongs to no word")
			}
		case "~", "^", "_", "@", "|":
			if Word(prev.Form) && len(prev.Form) > 1 && Word(next.Form) {
				slip(0.85, Capital(prev.Form) && Capital(next.Form), "a sign that belongs to no word")
			}
		case "-":
			// "two- and three-year terms" is right
			if Word(prev.Form) && Word(next.Form) && Small(next.Form) && next.UPOS != "CCONJ" && next.Lower != "to" && next.Lower != "through" {
				slip(0.75, Capital(prev.Form) || InQuote(st, i), "a hyphen that joins nothing")
			}
		case "\"":
			if Word(next.Form) && (articles[prev.Form] || prev.UPOS == "ADP" && prev.Head > i) && !opened(st, i) && !InQuote(st, i-1) {
				slip(0.8, false, "a quotation mark that opens nothing and closes nothing")
			}
		}
	}
	return out
}

// between judges the mark at token i by the words that it parts.
func between(st *witness.Statement, i int, slip func(float64, bool, string)) {
	t, prev, next := &st.Tokens[i], &st.Tokens[i-1], &st.Tokens[i+1]
	ends := t.Form == "!" || t.Form == "?"
	switch {
	case articles[prev.Form] && prev.UPOS == "DET" && (Small(next.Form) || t.Form != "," && next.UPOS != "NUM"):
		slip(0.9, InQuote(st, i), "a mark between an article and its noun")
	case possessives[prev.Form] && prev.UPOS == "PRON" && t.Form != "," && Small(next.Form):
		slip(0.8, prev.Form == "his", "a mark between a possessive and its noun")
	case ends && Small(next.Form) && Word(prev.Form) && !brand(next.Form):
		// "Yahoo! said", "Who Cares? is": a name may end so.
		slip(0.8, Capital(prev.Form) || InQuote(st, i), "a mark that ends sentences before a small letter")
	case ends && Capital(prev.Form) && Capital(next.Form) && prev.Head == i+1:
		slip(0.6, true, "a mark that ends sentences inside a name")
	case (t.Form == ";" || t.Form == ":") && Small(next.Form) && Small(prev.Form) && inPhrase(st, i):
		slip(0.75, InQuote(st, i) || prev.UPOS == "ADP", "a mark in the middle of a phrase")
	case t.Form == "," && prev.UPOS == "ADP" && prev.Head == i+1 && (next.UPOS == "PROPN" || next.UPOS == "NUM"):
		slip(0.5, true, "a comma between a preposition and its noun")
	}
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// brand reports whether a word has its first letter small and a later one not:
// iPhone, eBay.
func brand(s string) bool { return Small(s) && strings.ToLower(s) != s }

// inPhrase reports whether the word before mark i hangs, as an article,
// adjective or number, on a noun after it.
func inPhrase(st *witness.Statement, i int) bool {
	prev := &st.Tokens[i-1]
	if prev.Head <= i || prev.Head > i+3 {
		return false
	}
	switch prev.Rel {
	case "det", "amod", "nummod", "nmod:poss", "compound", "case", "aux", "advmod":
		return prev.Lemma != "be" && (prev.Rel != "advmod" || Lower(st, i+1) == "than")
	}
	return false
}

// opened reports whether a single quotation mark before token i is open.
func opened(st *witness.Statement, i int) bool {
	for k := i - 1; k >= 0; k-- {
		if f := st.Tokens[k].Form; f == "'" || f == "‘" || f == "`" || strings.HasPrefix(f, "'") && len(f) > 2 || strings.HasPrefix(f, "‘") {
			return true
		}
	}
	return false
}
