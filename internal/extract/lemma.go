package extract

import "github.com/factdiff/factdiff/internal/lexicon"

// baseForm mends a lemma that is no word: the learned endings cut "blamed" to
// "blam" where they have not seen the verb, "simplest" to "simpl". WordNet's rules
// of inflection, which know the words, decide then, if they leave one reading.
func baseForm(lemma, form, upos string) string {
	var pos lexicon.POS
	switch upos {
	case "VERB":
		pos = lexicon.Verb
	case "NOUN":
		pos = lexicon.Noun
	case "ADJ":
		pos = lexicon.Adjective
	default:
		return lemma
	}
	if lemma == form || lexicon.Known(lemma, pos) {
		return lemma
	}
	var buf [4]string
	if bases := lexicon.BaseForms(buf[:0], form, pos); len(bases) == 1 {
		return bases[0]
	}
	return lemma
}
