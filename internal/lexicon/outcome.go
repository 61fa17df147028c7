package lexicon

import (
	"slices"
	"strings"
)

// Outcome is one way to tell how a matter ended: the words that tell it, in their order, with a few others between
// them. It is what a report of its own wording is read by, where a Condition wants a verb with what it takes.
type Outcome struct {
	Scale, Value string
	// Thing says where what it is told of stands: "subject" or "object" of the verb, "first" word of the phrase, or
	// "none" where the phrase names the matter ("ransom").
	Thing string
	// Kind are the nouns that it may be told of, where it is told of a matter: "called off" of a strike.
	Kind  []string
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
		thing, kind, _ := strings.Cut(r.cell(2), " ")
		if !slices.Contains([]string{"subject", "object", "first", "none"}, thing) || kind != "" && kind[0] != '@' {
			return nil, nil, r.errorf("%q is none of subject, object, first, none, with or without a @class", r.cell(2))
		}
		var out []Outcome
		var keys []string
		seen := map[string]bool{}
		for _, phrase := range r.list(3) {
			o := Outcome{Scale: r.cell(0), Value: r.cell(1), Thing: thing, Words: outcomeWords(phrase)}
			if kind != "" {
				o.Kind = []string{kind}
			}
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
// follows at once, "|?" behind one that may be missing, "!" before words that must not follow, "@" before a class of words, and "/V", "/N" or "/A" behind a word for its part of speech.
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

// wordClassTable holds words that many phrases share; a phrase names them as "@strike".
var wordClassTable = table[[]string]{
	name:    "word class",
	columns: []string{"name", "words"},
	read: func(r row) ([]string, []string, error) {
		return []string{"@" + r.cell(0)}, strings.Split(strings.ToLower(r.cell(1)), "|"), nil
	},
}

// Outcomes holds the ways to tell how matters ended, by the word that each begins with.
func (lx *Lexicon) Outcomes() *Phrases[[]Outcome] {
	return lx.outcome.get(func() *Phrases[[]Outcome] {
		classes := wordClassTable.build(lx)
		open := func(words []string) []string {
			var out []string
			for _, w := range words {
				if class, ok := classes.Get(w); ok {
					out = append(out, class...)
				} else {
					out = append(out, w)
				}
			}
			return out
		}
		rows := outcomeTable.build(lx)
		p := &Phrases[[]Outcome]{byKey: map[string][][]Outcome{}}
		for _, k := range rows.Keys() {
			for _, row := range rows.GetAll(k) {
				// Under each word only the phrases that begin with it: "be" begins those of half the rows.
				var own []Outcome
				for _, o := range row {
					if slices.Contains(o.Words[0].Any, k) {
						o.Kind, o.Words = open(o.Kind), slices.Clone(o.Words)
						for i := range o.Words {
							o.Words[i].Any = open(o.Words[i].Any)
						}
						own = append(own, o)
					}
				}
				for _, first := range open([]string{k}) {
					p.byKey[first] = append(p.byKey[first], own)
				}
			}
		}
		p.index()
		return p
	})
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
