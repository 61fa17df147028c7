package lexicon

import "strings"

// Outcome is one way to tell how a matter ended: the words that tell it, in their order, with a few others between
// them. It is what a report of its own wording is read by, where a Condition wants a verb with what it takes.
type Outcome struct {
	Scale, Value string
	// Thing says where what it is told of stands: "subject" or "object" of the verb, "first" word of the phrase, or
	// "none" where the phrase names the matter ("ransom").
	Thing string
	Words []OutcomeWord
}

// OutcomeWord is one place of the phrase of an Outcome.
type OutcomeWord struct {
	Any    []string // lemmas or forms, one of which stands here
	Tag    string   // universal part of speech that it must have; empty for any
	Next   bool     // nothing stands between it and the word before
	Spare  bool     // it may be missing
	Absent bool     // none of Any stands here: "appeal", but not "appeal for"
}

var outcomeTable = table[[]Outcome]{
	name:    "outcome",
	columns: []string{"scale", "value", "thing", "phrases"},
	read: func(r row) ([]string, []Outcome, error) {
		thing, err := r.oneOf(2, "subject", "object", "first", "none")
		if err != nil {
			return nil, nil, err
		}
		var out []Outcome
		var keys []string
		seen := map[string]bool{}
		for _, phrase := range r.list(3) {
			o := Outcome{Scale: r.cell(0), Value: r.cell(1), Thing: thing, Words: outcomeWords(phrase)}
			if first := o.Words[0]; first.Absent {
				return nil, nil, r.errorf("phrase %q begins with a word that must not be there", phrase)
			}
			for _, k := range o.Words[0].Any {
				if !seen[k] {
					seen[k] = true
					keys = append(keys, k)
				}
			}
			out = append(out, o)
		}
		return keys, out, nil
	},
}

// tagged are the signs by which a phrase asks for a part of speech.
var tagged = map[string]string{"V": "VERB", "N": "NOUN", "A": "ADJ"}

// outcomeWords reads a phrase: words parted by spaces, forms that stand for each other by "|", "=" before a word that
// follows at once, "|?" behind one that may be missing, "!" before words that must not follow, and "/V", "/N" or "/A" behind a word for its part of speech.
func outcomeWords(phrase string) []OutcomeWord {
	var out []OutcomeWord
	for w := range strings.FieldsSeq(phrase) {
		var o OutcomeWord
		if w, o.Absent = strings.CutPrefix(w, "!"); !o.Absent {
			w, o.Next = strings.CutPrefix(w, "=")
		}
		if at := strings.LastIndexByte(w, '/'); at > 0 {
			w, o.Tag = w[:at], tagged[w[at+1:]]
		}
		w, o.Spare = strings.CutSuffix(w, "|?")
		o.Any = strings.Split(strings.ToLower(w), "|")
		out = append(out, o)
	}
	return out
}

// Outcomes holds the ways to tell how matters ended, by the word that each begins with.
func (lx *Lexicon) Outcomes() *Phrases[[]Outcome] {
	return lx.outcome.get(func() *Phrases[[]Outcome] { return outcomeTable.build(lx) })
}

// Phrased reports whether a scale is read from the phrases of Outcomes.
func (lx *Lexicon) Phrased(scale string) bool {
	return (*lx.phrased.get(func() *map[string]bool {
		scales := map[string]bool{}
		for _, k := range lx.Outcomes().Keys() {
			for _, row := range lx.Outcomes().GetAll(k) {
				for i := range row {
					scales[row[i].Scale] = true
				}
			}
		}
		return &scales
	}))[scale]
}
