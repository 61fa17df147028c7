package marks

import (
	"strings"

	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// Grammar finds words that cannot follow each other in an English sentence.
// Each rule looks at the forms first, and at the tags only to hold back: the
// tagger was made for good sentences and mends bad ones.
func Grammar(lex *lexicon.Lexicon, st *witness.Statement) []Slip {
	g := &grammar{lex: lex, st: st, toks: st.Tokens, title: TitleCase(st)}
	for i := range st.Tokens {
		if g.glued(i) {
			continue // part of a compound or an address
		}
		g.article(i)
		g.pronoun(i)
		g.verb(i)
		g.number(i)
		g.plural(i)
		g.degree(i)
	}
	return g.out
}

type grammar struct {
	lex   *lexicon.Lexicon
	st    *witness.Statement
	toks  []witness.Token
	title bool
	out   []Slip
}

func (g *grammar) add(i, j int, sure float64, hint bool, message, suggest string) {
	if n := len(g.out); n > 0 && g.toks[i].Span.Start < g.out[n-1].Span.End {
		return
	}
	g.out = append(g.out, Slip{Span: Span(g.st, i, j), Message: message, Suggest: suggest, Sure: sure, Hint: hint || g.title || g.st.Kind == witness.Headline})
}

func (g *grammar) lower(i int) string { return Lower(g.st, i) }
func (g *grammar) upos(i int) string  { return UPOS(g.st, i) }

// xpos returns the Penn tag of token i, or nothing outside the statement.
func (g *grammar) xpos(i int) string {
	if i < 0 || i >= len(g.toks) {
		return ""
	}
	return g.toks[i].XPOS
}

// glued reports whether token i hangs on a hyphen, a slash or a quotation mark
// that is no part of the sentence's grammar.
func (g *grammar) glued(i int) bool {
	if i > 0 && Glued(g.st, i-1) && strings.ContainsAny(g.toks[i-1].Form, "-/–@#'’`") {
		return true
	}
	return Glued(g.st, i) && strings.ContainsAny(g.toks[i+1].Form[:1], "-/@–")
}

// article judges "a" and "an" by the sound of the next word, and an article
// that no noun can follow.
func (g *grammar) article(i int) {
	t := &g.toks[i]
	if t.Form != "a" && t.Form != "an" && t.Form != "the" && t.Form != "A" && t.Form != "An" && t.Form != "The" || i+1 >= len(g.toks) || Glued(g.st, i) {
		return
	}
	next := &g.toks[i+1]
	if t.Lower != "the" && (t.Form != "A" || i == 0) && t.UPOS == "DET" {
		switch s := sound(next.Form); {
		case t.Lower == "a" && s == 'v':
			g.add(i, i+1, 0.9, false, "“a” before a vowel", "an "+next.Form)
			return
		case t.Lower == "an" && s == 'c':
			g.add(i, i+1, 0.9, false, "“an” before a consonant", "a "+next.Form)
			return
		}
	}
	if InQuote(g.st, i) && !InQuote(g.st, i+1) || !Small(t.Form) && i > 0 {
		return
	}
	w := next.Form
	switch {
	case strings.Contains(" of is are was were has have had will would ", " "+w+" ") && !(w == "will" && next.UPOS == "NOUN") && !g.glued(i+1):
		g.add(i, i+1, 0.85, InQuote(g.st, i), "an article without a noun", "")
	case articles[w] && w != t.Form && !(w == "a" && g.upos(i+2) == "X") && !g.glued(i+1):
		g.add(i, i+1, 0.85, false, "two articles", "")
	case possessives[w] && next.XPOS == "PRP$" && g.upos(i+2) != "PUNCT":
		g.add(i, i+1, 0.85, w == "his" || w == "her" || InQuote(g.st, i), "an article before a possessive", "")
	case strings.Contains(" he she they we him them me us ", " "+w+" ") && !Glued(g.st, i+1) && g.lower(i+2) != "-":
		g.add(i, i+1, 0.8, InQuote(g.st, i), "an article before a pronoun", "")
	case t.Lower != "the" && next.UPOS == "ADJ" && Only(w, lexicon.Adjective) && (g.lower(i+2) == "of" || g.lower(i+2) == "." && i+3 >= len(g.toks)) && len(w) > 2 && next.XPOS == "JJ" && w != "few":
		g.add(i, i+2, 0.8, InQuote(g.st, i), "an article and an adjective without a noun", "")
	case strings.Contains(" in with at from by to for on and or but than into ", " "+w+" ") && next.UPOS != "ADV" && next.UPOS != "NOUN" && next.UPOS != "ADJ":
		// "the at times brutal war", "the by now familiar face"
		g.add(i, i+1, 0.6, true, "an article without a noun", "")
	}
}

// sound tells whether a word begins with the sound of a vowel ('v'), of a
// consonant ('c'), or surely neither (0).
func sound(w string) byte {
	if w == "" || !Word(w) || len(w) > 60 {
		return number(w)
	}
	for i := 0; i < len(w); i++ {
		if w[i] >= 0x80 {
			return 0
		}
	}
	if strings.ToUpper(w) == w { // letters, or a word in capitals
		switch {
		case len(w) == 1:
			return 0
		case strings.IndexByte("BCDGJKPQTVWYZ", w[0]) >= 0:
			return 'c'
		case w[0] == 'A' || w[0] == 'I' || w[0] == 'O' && !strings.HasPrefix(w, "ONE"):
			return 'v'
		case w == "US" || w == "UN" || w == "UK" || w == "UAE" || w == "USSR" || w == "USA":
			return 'c'
		}
		return 0
	}
	l := strings.ToLower(w)
	if len(l) < 3 {
		return 0
	}
	for n := min(len(l), longestBeginning); n > 0; n-- {
		if v, ok := beginnings[l[:n]]; ok {
			return v
		}
	}
	return 'c'
}

// beginnings are the letters that words begin with and the sound that they
// stand for; the longest that fits a word decides, and what fits none begins
// with a consonant.
var beginnings = func() map[string]byte {
	out := map[string]byte{}
	for sound, list := range map[byte]string{
		'v': "a e i o hour honest honor honour heir un up ul um urg urb ush utm utt",
		'c': "hourglass uni unilat unison unisex use usu usa uti uto ubi uran uru utah ukr ugand ukul unan uter urin eu ewe one once ouija oaxa oui",
		0: "u x yt yv yp herb histo hotel hyster habit homage hero horr hallu hila harmo hum hispan haitian hawaii hebr hella helle hong hab hein " +
			"unin unim unid unil unis unig unia uzb uyg ural eub onei onero",
	} {
		for _, w := range strings.Fields(list) {
			out[w] = sound
		}
	}
	return out
}()

const longestBeginning = len("hourglass")

// number gives the sound of a number in figures.
func number(w string) byte {
	if w == "" || w[0] < '0' || w[0] > '9' {
		return 0
	}
	digits := 0
	for digits < len(w) && w[digits] >= '0' && w[digits] <= '9' {
		digits++
	}
	switch {
	case w[0] == '8':
		return 'v'
	case digits == 2 && (strings.HasPrefix(w, "11") || strings.HasPrefix(w, "18")):
		return 'v'
	case w[0] == '1' && digits > 2 || strings.ContainsAny(w, ".,"):
		return 0
	}
	return 'c'
}

var (
	prepositions = Set("of in at with from by on into about against between under over during among towards toward")
	clauses      = Set("that because so and but when where while although though if since as , ;")
	subjects     = Set("he she they we i")
	personal     = Set("he she they we you i one it who")
	objects      = Set("him them us me")
	finite       = Set("is are was were has have had will would can could does did said says became made took went came got told gave left began continued explained announced")
)

// pronoun judges the case of pronouns.
func (g *grammar) pronoun(i int) {
	t := &g.toks[i]
	w := t.Lower
	prev, next := g.lower(i-1), g.lower(i+1)
	quoted := InQuote(g.st, i)
	switch {
	case subjects[w] && t.Form != "i" && prepositions[prev]:
		switch u := g.upos(i + 1); {
		case decade(next), u == "NOUN", u == "NUM", u == "PROPN", u == "PUNCT":
			if next == "," && u == "PUNCT" || g.xpos(i+1) == "NNS" && w == "we" {
				return
			}
			g.add(i-1, i+1, 0.9, quoted, "a preposition before “"+t.Form+"”", "")
		}
	case (w == "he" || w == "she") && g.xpos(i+1) == "NN" && Only(next, lexicon.Noun) && g.upos(i-1) != "AUX" && g.upos(i-1) != "VERB" && !g.glued(i+1) && !g.calendar(next):
		g.add(i, i+1, 0.85, quoted, "“"+t.Form+"” before a noun", "")
	case objects[w] && (i == 0 || clauses[prev] && prev != "as") && finite[next] && g.clause(i):
		g.add(i, i+1, 0.85, quoted || prev == "," || prev == "and", "“"+t.Form+"” as a subject", "")
	case (w == "my" || w == "your" || w == "our" || w == "their") && (g.upos(i+1) == "AUX" || next == "was" || next == "is") && Finite(next):
		g.add(i, i+1, 0.85, quoted, "“"+t.Form+"” as a subject", "")
	case w == "his" && g.xpos(i+1) == "VBD" && (Finite(next) || strings.HasSuffix(next, "ed")) && next != "was" && next != "had" && strings.Contains(" to the a an that his her about in on ", " "+g.lower(i+2)+" ") && (i == 0 || clauses[prev]):
		g.add(i, i+1, 0.8, quoted, "“"+t.Form+"” as a subject", "he "+next)
	case i == 0 && strings.HasSuffix(w, "sel"+"f") && len(w) > 5 && len(w) < 9 && finite[next]:
		g.add(i, i+1, 0.85, quoted, "“"+t.Form+"” as a subject", "")
	case (w == "themselves" || w == "himself" || w == "herself") && g.upos(i-1) == "ADP" && (g.xpos(i+1) == "NN" || g.xpos(i+1) == "NNS" || g.upos(i+1) == "NUM"):
		g.add(i-1, i+1, 0.8, quoted, "“"+t.Form+"” before a noun", "")
	case (w == "he" || w == "she" || w == "they" || w == "we") && t.Rel == "nsubj" && g.upos(i-1) != "AUX" && g.upos(i-1) != "VERB" && prev != "than":
		k := i + 1
		for k < len(g.toks) && g.upos(k) == "ADV" && k < i+3 && g.lower(k) != "all" && g.lower(k) != "both" {
			k++
		}
		if n := g.lower(k); n == "a" || n == "an" || n == "the" || n == "of" {
			g.add(i, k, 0.8, quoted || k == i+1 && n == "the" || n == "of", "a subject without a verb", "")
		}
	}
}

func (g *grammar) calendar(w string) bool {
	return g.lex.Calendar().Has(w) || w == "home" || w == "alone"
}

// clause reports whether no verb to the left can have token i as its object:
// the sentence begins here, or a conjunction stands between.
func (g *grammar) clause(i int) bool {
	if i == 0 {
		return true
	}
	return g.lower(i-1) != "," || i < 4
}

// verb judges what follows a modal verb and the forms of do.
func (g *grammar) verb(i int) {
	t := &g.toks[i]
	quoted := InQuote(g.st, i)
	k := i + 1
	for k < len(g.toks) && k < i+4 && (g.lower(k) == "not" || g.lower(k) == "n't" || g.lower(k) == "also" || g.lower(k) == "never" || g.lower(k) == "still") {
		k++
	}
	w := g.lower(k)
	if w == "" {
		return
	}
	switch {
	case t.XPOS == "MD" && t.UPOS == "AUX" && Small(t.Form) && g.subjectBefore(i) && (g.upos(k) == "VERB" || g.upos(k) == "AUX") && Finite(w):
		g.add(i, k, 0.85, quoted, "“"+t.Form+"” before a form that is no infinitive", "")
	case t.XPOS == "MD" && g.subjectBefore(i) && personal[g.lower(i-1)] && Small(g.toks[k].Form) && Only(w, lexicon.Noun) && g.upos(k) != "ADV" && g.upos(k) != "PRON" && !g.lex.IsFunctionWord(w) && len(w) > 4:
		g.add(i, k, 0.8, quoted, "“"+t.Form+"” before a noun", "")
	case (t.Lower == "did" || t.Lower == "does" || t.Lower == "do") && k > i+1 && (g.upos(k) == "VERB" || g.upos(k) == "AUX") && (Finite(w) || strings.HasSuffix(w, "ed") && !lexicon.Known(w, lexicon.Verb) && g.upos(k) == "VERB") && g.lower(k-1) != "also":
		g.add(i, k, 0.85, quoted, "“"+t.Form+" not” before a form that is no infinitive", "")
	case t.Lower == "to" && t.XPOS == "TO" && k == i+1 && strings.Contains(" is are was were has does did went took gave ", " "+w+" ") && g.lower(i-1) != "according":
		g.add(i, k, 0.85, quoted, "“to” before a form that is no infinitive", "")
	case t.Form == ":" && Glued(g.st, i-1) && g.xpos(i+1) == "VBZ" && Finite(w) && g.upos(i+2) != "PUNCT" && g.root(i+1) && g.st.Kind == witness.Body:
		g.add(i, i+1, 0.75, quoted, "a verb without its subject", "")
	case strings.Contains(" he she it ", " "+t.Lower+" ") && (w == "have" || w == "do" || w == "are") && k == i+1 && t.Rel == "nsubj" && g.toks[k].XPOS != "VB" && (i == 0 || clauses[g.lower(i-1)] && g.lower(i-1) != "and"):
		g.add(i, k, 0.8, quoted, "subject and verb do not agree", "")
	case strings.Contains(" they we ", " "+t.Lower+" ") && (w == "was" || w == "has" || w == "is" || w == "does"):
		g.add(i, k, 0.85, quoted, "subject and verb do not agree", "")
	}
}

// subjectBefore reports whether a noun or pronoun stands before the modal at
// i, and not an article: "the will", "a can".
func (g *grammar) subjectBefore(i int) bool {
	switch g.upos(i - 1) {
	case "PRON", "NOUN", "PROPN":
		return g.xpos(i-1) != "PRP$" && g.lower(i-1) != "'s"
	}
	return false
}

// root reports whether token i is the main verb, or hangs on it as a clause
// beside it.
func (g *grammar) root(i int) bool {
	for _, f := range g.toks[i+1 : min(len(g.toks), i+30)] {
		if f.Head == i && strings.HasPrefix(f.Rel, "nsubj") {
			return false
		}
	}
	for k := range g.toks[:i] {
		if g.toks[k].Head == i && strings.HasPrefix(g.toks[k].Rel, "nsubj") && k > i-4 {
			return false
		}
	}
	return true
}

// number judges words of amount before a noun of the wrong number.
func (g *grammar) number(i int) {
	t := &g.toks[i]
	if g.xpos(i+1) == "" || Glued(g.st, i+1) && g.lower(i+2) == "-" {
		return
	}
	n := &g.toks[i+1]
	switch {
	case t.Lower == "much" && n.XPOS == "NNS" && t.Head == i+1 && g.lower(i-1) != "as" && g.lower(i-1) != "so" && g.lower(i-1) != "too" && g.lower(i-1) != "how" && g.lower(i-1) != "very":
		g.add(i, i+1, 0.7, true, "“much” before a plural", "many "+n.Form)
	case t.Lower == "little" && n.XPOS == "NNS" && t.Head == i+1 && g.upos(i-1) == "VERB" && abstract(n.Lemma):
		g.add(i, i+1, 0.75, InQuote(g.st, i), "“little” before a plural", "few "+n.Form)
	case (t.Lower == "many" || t.Lower == "several") && n.XPOS == "NN" && t.Head == i+1 && g.upos(i+2) != "NOUN" && g.upos(i+2) != "ADJ" && g.lower(i-1) != "as" && lexicon.Known(n.Lower, lexicon.Noun) && !strings.HasSuffix(n.Lower, "s"):
		g.add(i, i+1, 0.7, true, "“"+t.Form+"” before a singular", "")
	}
}

func abstract(lemma string) bool {
	switch lexicon.Category(lemma, lexicon.Noun) {
	case "cognition", "feeling", "attribute", "communication", "motive", "state":
		return true
	}
	return false
}

// plural judges words that choose one of several, or one of a kind, before a
// noun of the wrong number.
func (g *grammar) plural(i int) {
	t := &g.toks[i]
	if !Small(t.Form) && i > 0 || Glued(g.st, i+1) && g.lower(i+2) == "-" {
		return
	}
	quoted := InQuote(g.st, i)
	switch {
	case (t.Lower == "every" || t.Lower == "another") && g.onlyPlural(i+1) && g.toks[i+1].Rel != "compound":
		g.add(i, i+1, 0.8, quoted, "“"+t.Form+"” before a plural", "")
	case t.Lower == "others" && g.onlyPlural(i+1) && g.toks[i+1].Head >= 0 && t.Head == i+1:
		g.add(i, i+1, 0.8, quoted, "“others” before a noun", "other "+g.toks[i+1].Form)
	case t.Lower == "the" && g.lower(i+1) == "both" && g.xpos(i+2) == "NNS":
		g.add(i, i+2, 0.8, quoted, "“the both”", "both "+g.toks[i+2].Form)
	case (t.Lower == "a" || t.Lower == "an") && uncounted[g.lower(i+1)] && g.upos(i+2) != "NOUN" && g.upos(i+2) != "PROPN" && g.upos(i+2) != "ADJ" && g.upos(i+2) != "VERB" && !g.glued(i+1):
		g.add(i, i+1, 0.8, quoted, "“"+t.Form+"” before a word that is not counted", g.toks[i+1].Form)
	case t.Lower == "one" && g.lower(i+1) == "of" && g.lower(i+2) == "the" && g.lower(i+3) == "most" && g.upos(i+4) == "ADJ" && g.xpos(i+5) == "NN" &&
		g.upos(i+6) != "NOUN" && g.upos(i+6) != "ADJ" && g.upos(i+6) != "PROPN" && g.upos(i+6) != "CCONJ" && g.lower(i+6) != "," && g.lower(i+6) != "-" && Only(g.lower(i+5), lexicon.Noun):
		g.add(i, i+5, 0.8, quoted, "“one of” before a singular", "")
	}
}

// uncounted nouns have no plural and no article of their own.
var uncounted = Set("information advice equipment furniture luggage baggage homework news weather traffic machinery progress evidence")

// onlyPlural reports whether token i is a noun in the plural that is neither a
// singular nor a number's.
func (g *grammar) onlyPlural(i int) bool {
	if g.xpos(i) != "NNS" || !Small(g.toks[i].Form) || g.upos(i+1) == "NOUN" {
		return false
	}
	w := g.lower(i)
	return strings.HasSuffix(w, "s") && g.toks[i].Lemma != w && !lexicon.Known(w, lexicon.Noun) && !g.lex.Units().Has(w) && g.lower(i) != "thanks"
}

// degree judges a degree that is told twice: "more better", "most strongest".
func (g *grammar) degree(i int) {
	w, next := g.toks[i].Lower, g.lower(i+1)
	switch {
	case w == "more" && (g.xpos(i+1) == "JJR" || g.xpos(i+1) == "RBR") && (next == "better" || next == "worse" || strings.HasSuffix(next, "er") && len(next) > 4) && !Glued(g.st, i+1):
	case w == "most" && g.xpos(i+1) == "JJS" && (next == "best" || next == "worst" || strings.HasSuffix(next, "est") && len(next) > 5):
	default:
		return
	}
	g.add(i, i+1, 0.85, InQuote(g.st, i), "a degree that is told twice", next)
}
