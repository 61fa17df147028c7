package lexicon

import "slices"

// Reporting is a verb or noun that gives words or thoughts to a source.
type Reporting struct {
	Lemma  string
	POS    POS    // Noun or Verb
	Kind   string // say, claim, deny, warn, confirm, ask, answer, promise, order, think, know, feel, show, agree, accuse
	Stance string // what the writer lets show: neutral, doubtful (claim, allege), factive (reveal, admit)
}

var reportingTable = table[Reporting]{
	name:    "reporting",
	columns: []string{"lemma", "n or v", "kind", "stance"},
	read: func(r row) ([]string, Reporting, error) {
		pos, err := r.oneOf(1, "n", "v")
		if err != nil {
			return nil, Reporting{}, err
		}
		kind, err := r.oneOf(2, "say", "claim", "deny", "warn", "confirm", "ask", "answer", "promise", "order", "think",
			"know", "feel", "show", "agree", "accuse", "praise", "suggest")
		if err != nil {
			return nil, Reporting{}, err
		}
		stance, err := r.oneOf(3, "neutral", "doubtful", "factive")
		v := Reporting{r.cell(0), POS(pos[0]), kind, stance}
		return r.lower(0), v, err
	},
}

// Reporting holds the reporting verbs and nouns by lemma; a phrasal verb is "point out".
func (lx *Lexicon) Reporting() *Phrases[Reporting] {
	return lx.reporting.get(func() *Phrases[Reporting] { return reportingTable.build(lx) })
}

// Reports reports whether a lemma is a reporting word of that part of speech and of one of the kinds.
func (lx *Lexicon) Reports(lemma string, pos POS, kinds ...string) bool {
	return slices.ContainsFunc(lx.Reporting().GetAll(lemma), func(r Reporting) bool { return r.POS == pos && slices.Contains(kinds, r.Kind) })
}

// A Polarity says whether a statement holds: Yes, No, or Open where nothing follows.
type Polarity int8

const (
	No   Polarity = -1
	Open Polarity = 0
	Yes  Polarity = 1
)

func (r row) polarity(i int) (Polarity, error) {
	switch r.cell(i) {
	case "+":
		return Yes, nil
	case "-":
		return No, nil
	case "o":
		return Open, nil
	}
	return 0, r.errorf("%q is none of +, -, o", r.cell(i))
}

// Implicative gives what follows for the complement of a verb, adjective or noun (R. Nairn, C. Condoravdi and
// L. Karttunen, "Computing relative polarity for textual inference", ICoS-5, 2006). "Managed to leave": left;
// "did not manage to leave": did not leave.
type Implicative struct {
	Lemma    string
	Frame    string   // to, ing, from (prevent … from), that, np (its object is the event: reject the plan), of
	Affirmed Polarity // of the complement where the verb is affirmed
	Negated  Polarity // where it is negated
}

var implicativeTable = table[Implicative]{
	name:    "implicative",
	columns: []string{"lemma", "frame", "affirmed", "negated"},
	read: func(r row) ([]string, Implicative, error) {
		frame, err := r.oneOf(1, "to", "ing", "from", "that", "np", "of")
		if err != nil {
			return nil, Implicative{}, err
		}
		aff, err := r.polarity(2)
		if err != nil {
			return nil, Implicative{}, err
		}
		neg, err := r.polarity(3)
		return r.lower(0), Implicative{r.cell(0), frame, aff, neg}, err
	},
}

// Implicatives holds the implicative and factive words by lemma, an entry a frame.
func (lx *Lexicon) Implicatives() *Phrases[Implicative] {
	return lx.implicative.get(func() *Phrases[Implicative] { return implicativeTable.build(lx) })
}

// Implicative gives the entry of a lemma in one frame.
func (lx *Lexicon) Implicative(lemma, frame string) (Implicative, bool) {
	for _, v := range lx.Implicatives().GetAll(lemma) {
		if v.Frame == frame {
			return v, true
		}
	}
	return Implicative{}, false
}

// Negative is a word that negates without "not".
type Negative struct {
	Phrase   string
	Class    string // particle, determiner, pronoun, adverb, preposition, conjunction, adjective, verb, noun
	Strength string // full (without, none), weak (hardly, few), partial (insufficient: less than wanted), hedge (unlikely)
}

var negativeTable = table[Negative]{
	name:    "negative",
	columns: []string{"phrase", "class", "strength"},
	read: func(r row) ([]string, Negative, error) {
		class, err := r.oneOf(1, "particle", "determiner", "pronoun", "adverb", "preposition", "conjunction", "adjective", "verb", "noun")
		if err != nil {
			return nil, Negative{}, err
		}
		strength, err := r.oneOf(2, "full", "weak", "partial", "hedge")
		return r.lower(0), Negative{r.cell(0), class, strength}, err
	},
}

// Negatives holds the negative words other than "not" that deny something, by lower-case form or lemma.
func (lx *Lexicon) Negatives() *Phrases[Negative] {
	return lx.negative.get(func() *Phrases[Negative] { return negativeTable.build(lx) })
}

// Modal is a word that says how sure, possible or wanted an event is.
type Modal struct {
	Phrase   string
	Type     string // ability, possibility, permission, obligation, advice, intention, desire, attempt, future, certainty, condition
	Strength int    // 0 ruled out … 5 as good as fact; comparable within a type
}

var modalTable = table[Modal]{
	name:    "modal",
	columns: []string{"phrase", "type", "strength"},
	read: func(r row) ([]string, Modal, error) {
		typ, err := r.oneOf(1, "ability", "possibility", "permission", "obligation", "advice", "intention", "desire",
			"attempt", "future", "certainty", "condition")
		if err != nil {
			return nil, Modal{}, err
		}
		n, err := r.digit(2, 0, 5)
		return r.lower(0), Modal{r.cell(0), typ, n}, err
	},
}

// Modals holds modal verbs and what does their work, by lemma.
func (lx *Lexicon) Modals() *Phrases[Modal] {
	return lx.modal.get(func() *Phrases[Modal] { return modalTable.build(lx) })
}

// Hedge is a word by which a writer withholds or gives assurance.
type Hedge struct {
	Phrase string
	Class  string // hearsay (reportedly), doubt (alleged, so-called), probability (probably), appearance (apparently), assurance (clearly)
}

var hedgeTable = table[Hedge]{
	name:    "hedge",
	columns: []string{"phrase", "class"},
	read: func(r row) ([]string, Hedge, error) {
		class, err := r.oneOf(1, "hearsay", "doubt", "probability", "appearance", "assurance")
		return r.lower(0), Hedge{r.cell(0), class}, err
	},
}

// Hedges holds the hedges by lower-case form.
func (lx *Lexicon) Hedges() *Phrases[Hedge] {
	return lx.hedge.get(func() *Phrases[Hedge] { return hedgeTable.build(lx) })
}
