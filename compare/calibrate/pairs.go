package main

import (
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// Pairs of sentences: a and b, line by line.

func pairOf(id, a, b string) *witness.Event {
	line := strings.NewReplacer("\n", " ").Replace
	return &witness.Event{ID: id, Aligned: true, Witnesses: []*witness.Witness{
		{ID: "a", Text: line(a), Lang: "en"}, {ID: "b", Text: line(b), Lang: "en"},
	}}
}

// divergence judges findings that set the two against each other, and leaves
// marks of one alone.
func divergence(v verdict) func(*compare.Finding) verdict {
	return func(f *compare.Finding) verdict {
		if f.Kind == compare.Artefact {
			return unjudged
		}
		return v
	}
}

func verdictOf(is bool) verdict {
	if is {
		return right
	}
	return wrong
}

// mqm: two machine translations of one sentence. Where raters found a major
// error of accuracy in the one and none in the other a finding is right on the
// marked words, and not judged elsewhere, as the other may have lesser errors;
// where they found none, it is wrong.
func mqm(dir string) ([]*sample, error) {
	type row struct {
		ID, A, B, Label string
		Spans           []any `json:"error_spans_a"`
	}
	rs, err := rows[row](filepath.Join(dir, "mqm_zhen_news", "pairs.jsonl"))
	var out []*sample
	for _, r := range rs {
		if r.A == r.B {
			continue
		}
		ev := pairOf(r.ID, r.A, r.B)
		var marked []place
		for _, s := range r.Spans {
			if words, ok := s.(string); ok && words != "" {
				if k := strings.Index(ev.Witnesses[0].Text, words); k >= 0 {
					marked = append(marked, place{"a", witness.Span{Start: k, End: k + len(words)}})
				}
			}
		}
		judge := divergence(wrong)
		if r.Label == "divergent" {
			judge = func(f *compare.Finding) verdict {
				for _, p := range marked {
					if f.Kind != compare.Artefact && p.touches(f) {
						return right
					}
				}
				return unjudged
			}
		}
		out = append(out, &sample{set: "mqm", ev: ev, judge: judge})
	}
	return out, err
}

// planted says which checks are to find an error that was planted.
var planted = map[string][]string{
	"numbers_replaced": {"quantity", "date"}, "ne_replaced": {"name"}, "antonym": {"polarity"}, "negation": {"polarity"},
	"gender": {"pronoun", "gender"}, "hypernym": {"wording"}, "repetition": {"repetition"}, "shuffled": {"salad"},
}

// demetr: a reference against a good translation, where every finding is wrong,
// and against the same with one planted error, where a finding is right on the
// words that were changed.
func demetr(dir string) ([]*sample, error) {
	type row struct{ ID, A, B, MT, Category, Perturbation string }
	rs, err := rows[row](filepath.Join(dir, "demetr", "demetr.jsonl"))
	var out []*sample
	seen := map[[2]string]bool{}
	for _, r := range rs {
		if !seen[[2]string{r.A, r.MT}] {
			seen[[2]string{r.A, r.MT}] = true
			out = append(out, &sample{set: "demetr", ev: pairOf(r.ID+"-mt", r.A, r.MT), judge: func(*compare.Finding) verdict { return wrong }})
		}
		if r.Category == "none" {
			continue
		}
		ev := pairOf(r.ID, r.A, r.B)
		p := place{"b", changed(r.MT, ev.Witnesses[1].Text)}
		out = append(out, &sample{set: "demetr", ev: ev,
			judge: func(f *compare.Finding) verdict { return verdictOf(p.touches(f)) },
			gold:  []target{{planted[r.Perturbation], p.touches}},
		})
	}
	return out, err
}

// changed returns the part of b that is not in a: what is left when their
// common beginning and end are taken away, at least a letter on each side of
// what was taken out.
func changed(a, b string) witness.Span {
	i := 0
	for i < min(len(a), len(b)) && a[i] == b[i] {
		i++
	}
	j := 0
	for j < min(len(a), len(b))-i && a[len(a)-1-j] == b[len(b)-1-j] {
		j++
	}
	s := witness.Span{Start: max(0, i-1), End: min(len(b), len(b)-j+1)}
	for s.Start > 0 && !utf8.RuneStart(b[s.Start]) {
		s.Start--
	}
	return s
}

// humanPairs: two human translations of one sentence. Every finding is wrong.
func humanPairs(dir string) ([]*sample, error) {
	type row struct{ ID, A, B, Domain string }
	rs, err := rows[row](filepath.Join(dir, "wmt_news_mt", "refpairs.jsonl"))
	var out []*sample
	for _, r := range rs {
		if r.Domain == "news" {
			out = append(out, &sample{set: "humanpairs", ev: pairOf(r.ID, r.A, r.B), judge: func(*compare.Finding) verdict { return wrong }})
		}
	}
	return out, err
}

// headlines: two headlines with typed alignment. A finding is right where the
// two have other numbers or opposites, wrong where all their parts say the
// same; of the others only numbers are judged.
func headlines(dir string) ([]*sample, error) {
	type row struct {
		ID, A, B  string
		Number    bool `json:"number_conflict"`
		Opposed   bool
		Alignment []struct{ Type, A, B string }
	}
	rs, err := rows[row](filepath.Join(dir, "ists", "headlines.jsonl"))
	var out []*sample
	for _, r := range rs {
		same := true
		for _, c := range r.Alignment {
			left := strings.ReplaceAll(c.A+c.B, "-not aligned-", "")
			same = same && (c.Type == "EQUI" || c.Type == "NOALI" && strings.IndexFunc(left, func(x rune) bool { return x > '/' && x != ':' && x != ';' }) < 0)
		}
		s := &sample{set: "ists", ev: pairOf(r.ID, r.A, r.B)}
		number := func(f *compare.Finding) bool { return f.Check == "quantity" || f.Check == "date" }
		s.judge = func(f *compare.Finding) verdict {
			switch {
			case f.Kind == compare.Artefact:
				return unjudged
			case number(f):
				return verdictOf(r.Number)
			case r.Opposed:
				return right
			case same:
				return wrong
			}
			return unjudged
		}
		if r.Number {
			s.gold = append(s.gold, target{[]string{"quantity"}, number})
		}
		if r.Opposed {
			s.gold = append(s.gold, target{[]string{"polarity"}, func(f *compare.Finding) bool { return f.Kind != compare.Artefact }})
		}
		out = append(out, s)
	}
	return out, err
}

// exchanged says which checks are to find a word that was exchanged.
var exchanged = map[string][]string{
	"cardinals": {"quantity"}, "ordinals": {"quantity"}, "countries": {"name"}, "nationalities": {"name"},
	"antonyms": {"polarity"}, "antonyms_adj_adv": {"polarity"}, "antonyms_nn_vb": {"polarity"}, "antonyms_wn": {"polarity"},
	"colors": {"polarity"}, "instruments": {"polarity"}, "rooms": {"polarity"}, "materials": {"polarity"},
	"drinks": {"polarity"}, "vegetables": {"polarity"}, "planets": {"polarity"},
}

// breaking: one word exchanged, for one that contradicts it or for a synonym.
func breaking(dir string) ([]*sample, error) {
	type row struct{ ID, A, B, Label, Category string }
	rs, err := rows[row](filepath.Join(dir, "breaking_nli", "breaking_nli.jsonl"))
	var out []*sample
	for _, r := range rs {
		if r.Label == "neutral" {
			continue
		}
		s := &sample{set: "breaking", ev: pairOf(r.ID, r.A, r.B), judge: divergence(verdictOf(r.Label == "contradiction"))}
		if r.Label == "contradiction" {
			s.gold = []target{{exchanged[strings.ReplaceAll(r.Category, " ", "_")], func(f *compare.Finding) bool { return f.Kind != compare.Artefact }}}
		}
		out = append(out, s)
	}
	return out, err
}

// rte: a passage and a sentence. A conflict is right where they contradict.
func rte(dir string) ([]*sample, error) {
	type row struct {
		ID, A, B, Label string
		Agreed          bool `json:"label_source_agrees"`
	}
	rs, err := rows[row](filepath.Join(dir, "rte3_3way", "rte3_3way.jsonl"))
	var out []*sample
	for _, r := range rs {
		if !r.Agreed {
			continue
		}
		ev := pairOf(r.ID, r.A, r.B)
		ev.Aligned = false
		out = append(out, &sample{set: "rte3", ev: ev, judge: func(f *compare.Finding) verdict {
			if f.Kind != compare.Conflict {
				return unjudged
			}
			return verdictOf(r.Label == "contradiction")
		}})
	}
	return out, err
}
