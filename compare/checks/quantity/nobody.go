package quantity

import (
	"slices"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// spared is a report's word that nobody came to harm.
type spared struct {
	st     *witness.Statement
	span   witness.Span
	unhurt bool // nobody was even hurt, and not only that nobody died
	known  bool // and not only that nothing of the kind was reported
}

// harmed is a report's word that somebody did.
type harmed struct {
	st    *witness.Statement
	span  witness.Span
	dead  bool
	value string
	count bool // with a number
}

// nobody sets a report by which nobody came to harm against one that tells of hurt
// or dead. The first must mean the event as a whole: it is not said of some ("none of
// the passengers", "nobody else") nor of one place, not for the time being, and the
// report tells of no harm anywhere. What is told of earlier years is neither.
func nobody(p *compare.Pass) {
	n := len(p.Event.Witnesses)
	none, some := make([][]spared, n), make([][]harmed, n)
	for st := range p.Statements() {
		if st.Kind == witness.Furniture || elsewhen(st) {
			continue
		}
		w := st.Witness.Index
		if s, ok := sparedIn(st); ok {
			none[w] = append(none[w], s)
			continue
		}
		if touches(st) {
			some[w] = append(some[w], harmedIn(p.Lexicon, st)...)
			if len(some[w]) == 0 {
				some[w] = append(some[w], harmed{st: st}) // harm, of whom is not read
			}
		}
	}
	for i, as := range none {
		if len(some[i]) > 0 {
			continue
		}
		for _, a := range as[:min(len(as), maxPlaces)] {
			for k, bs := range some {
				if len(none[k]) == 0 {
					compareSpared(p, a, bs)
				}
			}
		}
	}
}

// compareSpared reports a statement that spares all against the first of a
// report's that tell of harm.
func compareSpared(p *compare.Pass, a spared, bs []harmed) {
	for _, b := range bs[:min(len(bs), maxPlaces)] {
		if b.span.Empty() || !b.dead && !a.unhurt || !a.known && !b.count {
			continue
		}
		d := compare.Difference{
			A:    compare.Spot{Statement: a.st, Span: a.span, Value: "nobody"},
			B:    compare.Spot{Statement: b.st, Span: b.span, Value: b.value},
			Kind: compare.Conflict, Severity: compare.Major, Confidence: 0.75, Topic: "whether anybody was hurt", Cause: "nobody",
			Reason: "Where somebody was hurt it is not so that nobody was.",
		}
		if b.dead {
			d.Severity, d.Topic, d.Reason = compare.Critical, "whether anybody died", "Where somebody died it is not so that nobody was hurt or killed."
		}
		if !a.known {
			d.Severity, d.Confidence = compare.Minor, 0.55
		}
		p.ReportAcross(d)
	}
}

// The words by which a report says that nobody came to harm.
var (
	hurting = wordSet("hurt", "injure", "injured", "wound", "wounded", "harm", "harmed")
	killing = wordSet("kill", "killed", "die", "perish", "dead")
	hurts   = wordSet("injury", "casualty", "injured", "wounded", "hurt")
	deaths  = wordSet("death", "fatality", "victim", "dead")
	humans  = wordSet("people", "person", "persons", "human", "humans")
	leaving = wordSet("be", "cause", "leave", "claim", "with", "in", "have", "produce")
)

// provisional are the words that make it a word for the time being, or of some only.
var provisional = wordSet("far", "yet", "initially", "first", "immediately", "immediate", "apparently", "believe", "fear", "likely", "if", "could", "would", "might", "should", "may",
	"must", "can", "hope", "else", "other", "others", "further", "except", "apart", "until", "till", "unless", "whether", "know", "moment", "currently", "seriously", "report", "miracle",
	"almost", "nearly", "earlier", "preliminary", "wonder", "surprising", "will", "time", "reportedly", "besides", "alleged", "claim", "likelihood", "want", "ensure", "intend")

// sparedIn reads that nobody came to harm, or that no harm was reported.
func sparedIn(st *witness.Statement) (spared, bool) {
	if slices.ContainsFunc(st.Tokens, func(t witness.Token) bool { return t.Lower == "?" }) {
		return spared{}, false
	}
	doubts := 0
	for i := range st.Tokens {
		if provisional[st.Tokens[i].Lemma] || provisional[st.Tokens[i].Lower] {
			doubts++
		}
	}
	for i := range st.Tokens {
		// The one doubt of "no casualties were reported" is its own "report".
		if last, unhurt, ok := noneReported(st, i); ok && doubts == 1 && !narrowed(st, last) {
			return spared{st, compare.TokenSpan(st, i, last), unhurt, false}, true
		}
		if doubts > 0 {
			continue
		}
		for _, read := range [...]func(*witness.Statement, int) (last int, unhurt, ok bool){noSubject, noObject} {
			if last, unhurt, ok := read(st, i); ok && !narrowed(st, last) {
				return spared{st, compare.TokenSpan(st, i, last), unhurt, true}, true
			}
		}
	}
	return spared{}, false
}

// noneReported reads "no casualties were reported", "no reports of injuries" from token i.
func noneReported(st *witness.Statement, i int) (last int, unhurt, ok bool) {
	if compare.Word(st, i) != "no" {
		return 0, false, false
	}
	k := i + 1
	if st.Tokens[min(k, len(st.Tokens)-1)].Lemma == "report" && compare.Word(st, k+1) == "of" {
		if last, unhurt = harmNoun(st, k+2); last > 0 {
			return last, unhurt, true
		}
		return 0, false, false
	}
	if last, unhurt = harmNoun(st, k); last == 0 {
		return 0, false, false
	}
	for k = last + 1; k < len(st.Tokens); k++ {
		switch st.Tokens[k].Lemma {
		case "be", "have":
		case "report":
			return k, unhurt, true
		default:
			return 0, false, false
		}
	}
	return 0, false, false
}

// harmNoun reads a noun for harm to people at token k, "casualties", "deaths or injuries",
// and whether it takes in the hurt; last is 0 where there is none.
func harmNoun(st *witness.Statement, k int) (last int, unhurt bool) {
	if humans[compare.Word(st, k)] {
		k++ // "no human casualties"
	}
	switch {
	case k >= len(st.Tokens):
	case hurts[st.Tokens[k].Lemma] || hurts[compare.Word(st, k)]:
		return k, true
	case deaths[st.Tokens[k].Lemma] || deaths[compare.Word(st, k)]:
		if compare.Word(st, k+1) == "or" && k+2 < len(st.Tokens) && hurts[st.Tokens[k+2].Lemma] {
			return k + 2, true
		}
		return k, false
	}
	return 0, false
}

// noSubject reads "nobody was hurt", "no one has been killed", "no people died" from
// token i.
func noSubject(st *witness.Statement, i int) (last int, unhurt, ok bool) {
	k := i + 1
	switch compare.Word(st, i) {
	case "nobody", "none", "no-one", "noone":
	case "no":
		if compare.Word(st, k) == "-" {
			k++
		}
		if w := compare.Word(st, k); w != "one" && !humans[w] {
			return 0, false, false
		}
		k++
	default:
		return 0, false, false
	}
	for ; k < len(st.Tokens); k++ {
		switch t := &st.Tokens[k]; {
		case hurting[t.Lemma] || hurting[t.Lower]:
			return k, true, true
		case killing[t.Lemma] || killing[t.Lower]:
			if compare.Word(st, k+1) == "or" && (hurting[compare.Word(st, k+2)] || k+2 < len(st.Tokens) && hurting[st.Tokens[k+2].Lemma]) {
				return k + 2, true, true
			}
			return k, false, true
		case t.Lemma != "be" && t.Lemma != "have" && t.Lemma != "get" && t.Lower != "'s":
			return 0, false, false
		}
	}
	return 0, false, false
}

// noObject reads "there were no casualties", "without victims", "caused no loss of
// life" from token i.
func noObject(st *witness.Statement, i int) (last int, unhurt, ok bool) {
	w := compare.Word(st, i)
	if w != "without" && (w != "no" || i == 0 || !leaving[st.Tokens[i-1].Lemma]) {
		return 0, false, false
	}
	if k := i + 1; compare.Word(st, k) == "loss" && compare.Word(st, k+1) == "of" && (compare.Word(st, k+2) == "life" || compare.Word(st, k+2) == "lives") {
		return k + 2, false, true
	}
	last, unhurt = harmNoun(st, i+1)
	return last, unhurt, last > 0
}

// narrowed reports whether what follows token i says of whom or where it is meant: "at
// the hospital", "among the crew", "by the shots". What happened may be named: "in the
// fire".
func narrowed(st *witness.Statement, i int) bool {
	for k := i + 1; k < len(st.Tokens); k++ {
		switch t := &st.Tokens[k]; t.UPOS {
		case "PUNCT", "CCONJ", "SCONJ", "AUX", "VERB":
			return false
		case "NOUN", "PROPN":
			return !happening[lexicon.Category(t.Lemma, lexicon.Noun)]
		case "DET", "ADP", "ADJ", "NUM", "PART":
		default:
			return true
		}
	}
	return false
}

// happening are WordNet's classes of nouns for what happens.
var happening = map[string]bool{"event": true, "act": true, "phenomenon": true, "process": true}

// harming are the words by which a statement tells of harm to people at all.
var harming = wordSet("kill", "die", "dead", "death", "deadly", "fatal", "fatality", "perish", "slay", "murder", "injure", "injured", "injury", "wound", "wounded", "hurt", "casualty",
	"hospitalize", "hospital", "victim", "corpse", "body", "funeral", "mourn", "lethal", "life", "drown", "suffocate")

// touches reports whether a statement speaks of harm to people, whoever they are.
func touches(st *witness.Statement) bool { return has(st, harming) }

// harmedIn reads who came to harm in a statement: people who are counted, or
// somebody who is said to be hurt or dead.
func harmedIn(lex *lexicon.Lexicon, st *witness.Statement) []harmed {
	var out []harmed
	for _, q := range compare.Facts[*witness.Quantity](st) {
		s := state(lex, st, q)
		if s != "dead" && s != "injured" || q.Kind != witness.Cardinal || least(q) < 1 || !(person(q.Of) || class(lex, q.Of) == "people" || q.Of == "" || lex.States().Has(q.Of)) || unreal(st, q) || dated(st) {
			continue
		}
		out = append(out, harmed{st, q.Span, s == "dead", compare.QuantityValue(q) + " " + s, true})
	}
	for _, c := range compare.Facts[*witness.Condition](st) {
		if c.Scale != "health" || c.Value != "hurt" && c.Value != "dead" || c.Denied || c.Modality != witness.Actual || dated(st) || had(st, c.Head) {
			continue
		}
		span := st.Tokens[c.Head].Span
		if slices.ContainsFunc(out, func(h harmed) bool { return h.dead == (c.Value == "dead") }) {
			continue // told with its number
		}
		out = append(out, harmed{st, span, c.Value == "dead", strings.ToLower(c.Thing.Lemma) + " " + c.Value, false})
	}
	for k := range st.Tokens {
		t := &st.Tokens[k]
		dead := t.Lemma == "kill"
		if !dead && !hurting[t.Lemma] || t.XPOS != "VBN" && t.XPOS != "VBD" && t.UPOS != "ADJ" || dated(st) || slices.ContainsFunc(out, func(h harmed) bool { return h.dead == dead }) {
			continue
		}
		if who := borne(st, k); who >= 0 {
			out = append(out, harmed{st, t.Span, dead, st.Tokens[who].Lemma + " " + t.Lower, false})
		}
	}
	return out
}

// borneReach is how far from its "was" a participle may stand.
const borneReach = 9

// borne returns the person of whom participle k is told by a form of "be", whatever
// a translation sets between: "a policeman was by a shot at the leg slightly injured".
// It returns -1 where the words show none.
func borne(st *witness.Statement, k int) int {
	for v := k - 1; v > 0 && v >= k-borneReach; v-- {
		switch t := &st.Tokens[v]; {
		case t.Lower == "was" || t.Lower == "were":
			if n := &st.Tokens[v-1]; n.UPOS == "NOUN" && person(n.Lemma) {
				return v - 1
			}
			return -1
		case t.UPOS == "VERB", t.UPOS == "PUNCT", t.UPOS == "SCONJ", t.UPOS == "PRON", t.Lower == "not", t.Lower == "n't", t.Lower == "almost", t.Lower == "nearly":
			return -1
		}
	}
	return -1
}

// had reports whether a verb is told as before what is reported.
func had(st *witness.Statement, i int) bool {
	return slices.ContainsFunc(st.Tokens, func(t witness.Token) bool { return t.Head == i && t.Lower == "had" })
}
