package marks

import (
	"strings"

	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// Syntax finds clauses that are put together as another language does it, by
// rules that no table of words can hold: a subject that is missing, a tense
// that "since" does not go with, an article where English has none.
func Syntax(lex *lexicon.Lexicon, st *witness.Statement) []Slip {
	x := &syntax{framed{lex: lex, st: st}, st.Tokens, nil}
	for i := range st.Tokens {
		for _, rule := range [...]func(int) bool{
			x.sincePast, x.sinceLong, x.noModal, x.commaThat, x.missingSubject, x.expletive, x.emptyThere,
			x.topic, x.country, x.bareName, x.doubleDay, x.doubleNegation, x.underOneNot, x.whomSubject, x.question,
		} {
			if rule(i) {
				break
			}
		}
	}
	return x.out
}

type syntax struct {
	framed
	toks []witness.Token
	out  []Slip
}

func (x *syntax) lower(i int) string { return Lower(x.st, i) }

func (x *syntax) xpos(i int) string {
	if i < 0 || i >= len(x.toks) {
		return ""
	}
	return x.toks[i].XPOS
}

func (x *syntax) prose() bool { return x.st.Kind == witness.Body && !TitleCase(x.st) }

// add reports the tokens i to j; hints are what headlines and speakers do too.
func (x *syntax) add(i, j int, hint bool, message, suggest string) bool {
	if n := len(x.out); n > 0 && x.toks[i].Span.Start < x.out[n-1].Span.End {
		return true
	}
	x.out = append(x.out, Slip{Span: Span(x.st, i, j), Message: message, Suggest: suggest, Sure: 0.8, Hint: hint || !x.prose()})
	return true
}

// sincePast finds "since 2014" at a simple past: "exerted pressure since 2014".
func (x *syntax) sincePast(i int) bool {
	if x.toks[i].Form != "since" || !year(x.formAt(i+1)) || UPOS(x.st, i+2) == "NOUN" {
		return false
	}
	v := x.toks[i+1].Head
	if v < 0 || v > i || x.toks[v].UPOS != "VERB" || x.toks[v].XPOS != "VBD" || strings.HasPrefix(x.toks[v].Rel, "acl") || x.subject(v) < 0 || changes[x.toks[v].Lemma] {
		return false
	}
	for k := range x.toks[:i] {
		switch t := &x.toks[k]; {
		case t.XPOS == "JJS", t.XPOS == "RBS", t.Lower == "first", t.Lower == "only", t.Lower == "last", t.UPOS == "NUM" && k > v, t.Lower == "no", t.Lower == "percent", t.Lower == "%":
			return false // "the worst that it saw since 2014" compares
		}
	}
	return x.add(v, i+1, InQuote(x.st, v), "“since” and a simple past", "has …")
}

// changes are verbs of measuring and seeing, of which a report writes "rose
// since 2014".
var changes = Set("rise fall grow drop increase decrease decline climb double triple shrink gain lose see happen occur be say begin start")

func (x *syntax) formAt(i int) string {
	if i < 0 || i >= len(x.toks) {
		return ""
	}
	return x.toks[i].Form
}

// year reports whether s is a year of the last centuries.
func year(s string) bool {
	return len(s) == 4 && (strings.HasPrefix(s, "19") || strings.HasPrefix(s, "20")) && strings.Trim(s, "0123456789") == ""
}

// sinceLong finds "since two years" for "for two years".
func (x *syntax) sinceLong(i int) bool {
	if x.toks[i].Lower != "since" {
		return false
	}
	k := i + 1
	switch {
	case UPOS(x.st, k) == "NUM" && !year(x.formAt(k)), x.lower(k) == "several", x.lower(k) == "many":
	default:
		return false
	}
	if !spans[x.lower(k+1)] {
		return false
	}
	switch x.lower(k + 2) {
	case "ago", "before", "earlier", "after", "later", "prior", "of", "'", "-":
		return false
	}
	return x.add(i, k+1, false, "“since” before a length of time", "for")
}

var spans = Set("years months weeks days hours decades minutes")

// noModal finds "that no will attack", a verb denied by "no".
func (x *syntax) noModal(i int) bool {
	if x.toks[i].Form != "no" {
		return false
	}
	k := x.unquote(i + 1)
	if x.xpos(k) != "MD" || x.xpos(k+1) != "VB" {
		return false
	}
	return x.add(i, k, false, "“no” before a verb", "not")
}

// commaThat finds "said, that": a comma before the clause that a verb has as
// its object.
func (x *syntax) commaThat(i int) bool {
	if x.toks[i].Form != "," || x.lower(i+1) != "that" || x.xpos(i+1) == "DT" || i == 0 {
		return false
	}
	v := &x.toks[i-1]
	if _, reports := x.lex.Reporting().Get(v.Lemma); !reports || v.UPOS != "VERB" || !x.active(i-1) || !x.framed.clause(i+2) || x.lower(i+2) == "," {
		return false
	}
	for k := i - 2; k >= 0; k-- {
		if x.toks[k].Form == "," || x.toks[k].Form == "—" || x.toks[k].Form == "–" {
			return false // "the envoy, he said, that morning": set off
		}
	}
	return x.add(i-1, i+1, InQuote(x.st, i), "a comma before “that”", v.Form+" that")
}

// missingSubject finds a conjunction with its verb right behind it: "because
// is late", and a sentence that begins "Is expected that".
func (x *syntax) missingSubject(i int) bool {
	t := &x.toks[i]
	next := x.lower(i + 1)
	switch t.Lower {
	case "because", "although", "unless", "whereas":
		if UPOS(x.st, i+2) == "PRON" {
			return false // "because had I looked"
		}
		if next == "is" || next == "was" || next == "has" || next == "were" || next == "are" || next == "will" || next == "had" {
			return x.add(i, i+1, InQuote(x.st, i), "a clause without its subject", "")
		}
	case "is", "was":
		if i == 0 && Capital(t.Form) && impersonal[next] && (x.lower(i+2) == "that" || x.lower(i+2) == "to") && !strings.HasSuffix(x.st.Text(), "?") {
			return x.add(i, i+1, false, "a sentence without its subject", "It "+t.Lower+" "+next)
		}
	}
	return false
}

var impersonal = Set("expected known believed reported noted assumed supposed necessary possible important clear worth hoped planned evident obvious foreseen estimated")

// expletive finds the object told twice: "called it a mistake the fact that".
func (x *syntax) expletive(i int) bool {
	if x.toks[i].Lower != "it" || !names[x.lemma(i-1)] {
		return false
	}
	for k := i + 1; k < len(x.toks) && k < i+9; k++ {
		switch u := x.toks[k].UPOS; {
		case x.lower(k) == "the" && x.lower(k+1) == "fact" && x.lower(k+2) == "that" && k > i+1:
			return x.add(i-1, k+2, false, "an object that is told twice", "")
		case u == "VERB", u == "ADP", u == "SCONJ", x.toks[k].Form == ",":
			return false
		}
	}
	return false
}

var names = Set("call consider find describe deem label brand think judge make")

func (x *syntax) lemma(i int) string {
	if i < 0 || i >= len(x.toks) {
		return ""
	}
	return x.toks[i].Lemma
}

// emptyThere finds "there cannot be," with nothing that there is.
func (x *syntax) emptyThere(i int) bool {
	if x.toks[i].Lower != "there" || x.lower(i-1) != "and" && x.lower(i-1) != "but" {
		return false
	}
	k := i + 1
	for k < len(x.toks) && (x.toks[k].UPOS == "AUX" || x.lower(k) == "not") && x.lower(k) != "be" {
		k++
	}
	if k == i+1 || x.lower(k) != "be" || k+1 < len(x.toks) && x.toks[k+1].UPOS != "PUNCT" {
		return false
	}
	return x.add(i, k, false, "“there” and nothing that there is", "")
}

// topic finds "As for Smith, he said": the subject named, and told again.
func (x *syntax) topic(i int) bool {
	if i != 0 || x.toks[0].Form != "As" || x.lower(1) != "for" {
		return false
	}
	for k := 3; k < len(x.toks) && k < 16; k++ {
		if x.toks[k].Form != "," {
			continue
		}
		if p := x.lower(k + 1); p != "he" && p != "she" || x.toks[k-1].UPOS != "PROPN" {
			return false
		}
		if _, reports := x.lex.Reporting().Get(x.lemma(k + 2)); !reports || x.xpos(k+2) != "VBD" {
			return false
		}
		return x.add(0, k+2, false, "a subject that is told twice", "")
	}
	return false
}

// country finds an article before the name of a country that has none.
func (x *syntax) country(i int) bool {
	if x.toks[i].Lower != "the" || !Capital(x.formAt(i+1)) || Glued(x.st, i+1) && UPOS(x.st, i+2) != "PUNCT" {
		return false
	}
	w := x.lower(i + 1)
	if articled[w] || len(w) < 4 {
		return false
	}
	named := false
	for _, p := range x.lex.PlaceNamed(x.formAt(i + 1)) {
		if p.Kind != "country" {
			return false
		}
		named = named || strings.EqualFold(p.Name, w)
	}
	if !named || UPOS(x.st, i+1) != "PROPN" {
		return false
	}
	switch UPOS(x.st, i+2) {
	case "NOUN", "PROPN", "ADJ", "NUM", "PART", "SCONJ", "PRON", "SYM", "X", "DET":
		return false
	}
	switch x.lower(i + 2) {
	case "of", "-", "–", "'s", "/", "\"", "that", "and", "(", "or":
		return false
	}
	if x.xpos(i+2) == "VBN" || x.xpos(i+2) == "VBG" || x.toks[i].Head != i+1 {
		return false
	}
	return x.add(i, i+1, InQuote(x.st, i), "an article before the name of a country", x.formAt(i+1))
}

// articled are countries that are, or were, named with the article, and those
// whose name is another thing's too.
var articled = Set("gambia congo sudan lebanon ukraine yemen netherlands philippines maldives bahamas seychelles comoros vatican jordan niger chad georgia " +
	"turkey guinea mali cameroon cameroons argentine ireland cuba america holy")

// bareName finds a name that wants its article: "in United States".
func (x *syntax) bareName(i int) bool {
	switch x.toks[i].Form {
	case "in", "of", "from", "to", "with", "by", "between", "against":
	default:
		return false
	}
	n := 2
	two := x.lower(i+1) + " " + x.lower(i+2)
	switch {
	case wantArticle[two] && Capital(x.formAt(i+1)) && Capital(x.formAt(i+2)):
	case (x.formAt(i+1) == "Kremlin" || x.formAt(i+1) == "Netherlands" || x.formAt(i+1) == "Philippines"):
		n = 1
	default:
		return false
	}
	k := i + n + 1
	switch UPOS(x.st, k) {
	case "NOUN", "PROPN", "ADJ", "NUM", "PART", "SYM", "X":
		return false
	}
	if w := x.lower(k); Glued(x.st, k-1) && w != "," && w != "." && w != ";" || w == "-" || w == "and" || w == "(" {
		return false
	}
	return x.add(i, i+n, InQuote(x.st, i) || !Closed(x.st), "a name without its article", x.toks[i].Form+" the "+x.st.Witness.Text[x.toks[i+1].Span.Start:x.toks[i+n].Span.End])
}

var wantArticle = func() map[string]bool {
	m := map[string]bool{}
	for _, s := range []string{"united states", "united kingdom", "european union", "united nations", "white house", "soviet union", "middle east", "czech republic",
		"black sea", "baltic sea", "caspian sea", "persian gulf", "west bank", "gaza strip", "security council", "russian federation", "atlantic alliance",
		"dominican republic", "far east", "balkan peninsula", "crimean peninsula", "cold war", "arab league", "african union", "european commission", "european parliament"} {
		m[s] = true
	}
	return m
}()

// doubleDay finds "yesterday, Wednesday": a day that is told twice.
func (x *syntax) doubleDay(i int) bool {
	switch x.toks[i].Lower {
	case "yesterday", "today", "tomorrow":
	default:
		return false
	}
	k := i + 1
	if x.lower(k) == "," {
		k++
	}
	if !weekday[x.lower(k)] || UPOS(x.st, k+1) == "NOUN" || x.lower(k+1) == "'s" || x.lower(k+1) == "'" {
		return false
	}
	return x.add(i, k, true, "a day that is told twice", x.formAt(k))
}

var weekday = Set("monday tuesday wednesday thursday friday saturday sunday")

// doubleNegation finds "did not say nothing".
func (x *syntax) doubleNegation(i int) bool {
	w := x.toks[i].Lower
	if w != "not" && w != "n't" && w != "never" || x.xpos(i+1) != "VB" {
		return false
	}
	switch x.lower(i + 2) {
	case "nothing", "nobody", "nowhere":
		if x.lower(i+3) != "but" && x.lower(i+3) != "less" && x.lower(i+3) != "more" {
			return x.add(i, i+2, InQuote(x.st, i), "a negation that is told twice", "")
		}
	}
	return false
}

// underOneNot finds opposites that one "not" denies: "not to expand and
// reduce".
func (x *syntax) underOneNot(i int) bool {
	if x.toks[i].Lower != "not" || x.lower(i+1) != "to" || x.xpos(i+2) != "VB" {
		return false
	}
	for k := i + 3; k < len(x.toks) && k < i+8; k++ {
		if x.toks[k].Form == "," {
			return false
		}
		if x.toks[k].Form == "and" && (x.xpos(k+1) == "VB" || x.xpos(k+1) == "NN") && x.lex.Opposed(x.lemma(i+2), x.lemma(k+1), lexicon.Verb) {
			return x.add(i, k+1, false, "one “not” before two opposites", "and to "+x.formAt(k+1))
		}
	}
	return false
}

// whomSubject finds "whom was".
func (x *syntax) whomSubject(i int) bool {
	if x.toks[i].Lower != "whom" {
		return false
	}
	switch x.lower(i + 1) {
	case "is", "was", "are", "were", "has", "had", "said", "became", "told", "died":
		if i == 0 || UPOS(x.st, i-1) != "ADP" && x.lower(i-1) != "of" {
			return x.add(i, i+1, InQuote(x.st, i), "“whom” as a subject", "who")
		}
	}
	return false
}

// question finds a question in the order of a statement: "Why he left?"
func (x *syntax) question(i int) bool {
	if i != 0 || !strings.HasSuffix(x.st.Text(), "?") || len(x.toks) > 14 {
		return false
	}
	switch x.lower(0) {
	case "why", "when", "where", "how":
	default:
		return false
	}
	p := x.lower(1)
	if p != "he" && p != "she" && p != "they" && p != "we" && p != "it" {
		return false
	}
	if v := x.xpos(2); v != "VBD" && v != "VBZ" && v != "VBP" && v != "MD" || x.toks[1].Rel != "nsubj" && x.toks[1].Rel != "nsubj:pass" {
		return false
	}
	return x.add(0, 2, InQuote(x.st, 0), "a question in the order of a statement", "")
}
