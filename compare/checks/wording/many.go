package wording

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/factdiff/factdiff/align"
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// Parameters of the distance of a version from what most say, set on ten
// machine translations of each of sixteen reports. Near them the average
// precision of the ranking moves by a hundredth; the two terms matter more than
// their weights.
const (
	rareOwn      = 0.6  // least rarity of a word that nobody else has
	consensus    = 0.5  // share of the other versions that have a word that is told as missing
	leastOthers  = 3    // other versions that can make up a consensus
	lengthWeight = 0.15 // of a word more or less than the middle version has
	step         = 0.3  // of the distance, for each word that is told
)

// many compares one version with all others of its group, and tells of each the
// words by which it stands apart: the words of most others that it lacks, the
// heaviest first, then the rare words that nobody else has. Of ten machine
// translations of one sentence, what most say and one does not is the better
// sign. How many words are told is no matter of the words alone: every
// paraphrase has some. It is the distance of the version from what most say,
// over that of the version nearest to it, in steps.
func many(p *compare.Pass, at *passage) {
	v := gather(p.Lexicon, p.Event, at.cells)
	if len(v.versions) < 3 {
		return
	}
	var all []standing
	for k, w := range v.versions {
		all = append(all, standing{w: w, apart: v.distance(k), words: v.odd(w)})
	}
	// The versions that are nearest to what most say speak for the others.
	slices.SortStableFunc(all, func(a, b standing) int {
		return cmp.Or(cmp.Compare(a.apart, b.apart), strings.Compare(said(p.Event, at, a.w), said(p.Event, at, b.w)))
	})
	nearest := all[0].apart
	for _, s := range all {
		n := min(int(math.Round((s.apart-nearest)/step)), len(s.words))
		for _, u := range s.words[:n] {
			if u.own[s.w].st != nil {
				own(p, at, s.w, u, all)
			} else {
				missing(p, at, s.w, u, all)
			}
		}
	}
}

// said is what version w says in a passage.
func said(ev *witness.Event, at *passage, w int) string {
	var b strings.Builder
	for _, s := range at.cells[w] {
		b.WriteString(ev.Witnesses[w].Statements[s].Text())
		b.WriteByte('\n')
	}
	return b.String()
}

// standing is how far a version stands from the others, and the words that
// show it.
type standing struct {
	w     int
	apart float64
	words []*usage
}

// odd lists the words by which version w stands apart: those that most others
// have, the heaviest first, and then its own rare ones.
func (v *vocabulary) odd(w int) []*usage {
	var out []*usage
	others := len(v.versions) - 1
	if others >= leastOthers {
		for _, u := range v.lacks(w) {
			if float64(u.others(w)) >= consensus*float64(others) {
				out = append(out, u)
			}
		}
	}
	for _, u := range v.words {
		if u.own[w].st != nil && u.others(w) == 0 && u.rarity >= rareOwn {
			out = append(out, u)
		}
	}
	return out
}

// A usage is a word of a group: where each version has it, and which versions
// have it or a word like it.
type usage struct {
	lemma  string
	pos    lexicon.POS
	rarity float64
	kin    []string // lemmas derived from this one, or it from them
	own    []spot   // by witness, where it has the word
	like   []bool   // by witness, whether it has the word or one like it
	count  int      // how many have
}

// has notes that version w has the word or one like it.
func (u *usage) has(w int) {
	if !u.like[w] {
		u.like[w] = true
		u.count++
	}
}

// spot is a word of a statement.
type spot struct {
	st *witness.Statement
	at int
}

type vocabulary struct {
	words    []*usage // in the order of first use
	versions []int    // the witnesses that have the statement
	lengths  []int    // and the words in it
}

// others counts the versions but w that have a word or one like it.
func (u *usage) others(w int) int {
	if u.like[w] {
		return u.count - 1
	}
	return u.count
}

// weight says how much it is against version w that it lacks a word: the rarer
// the word and the more others have it, the more.
func (u *usage) weight(w, versions int) float64 {
	share := float64(u.others(w)) / float64(versions-1)
	return u.rarity * share
}

// lacks lists the words that version w has none like, the heaviest first.
func (v *vocabulary) lacks(w int) []*usage {
	var out []*usage
	for _, u := range v.words {
		if !u.like[w] {
			out = append(out, u)
		}
	}
	slices.SortStableFunc(out, func(a, b *usage) int {
		return cmp.Or(cmp.Compare(b.weight(w, len(v.versions)), a.weight(w, len(v.versions))), strings.Compare(a.lemma, b.lemma))
	})
	return out
}

// distance says how far version k stands from what most say: by the words that
// it lacks, and by how much longer or shorter it is than the middle one.
func (v *vocabulary) distance(k int) float64 {
	sum := 0.0
	for _, u := range v.lacks(v.versions[k]) {
		sum += u.weight(v.versions[k], len(v.versions))
	}
	lengths := slices.Sorted(slices.Values(v.lengths))
	return sum + lengthWeight*math.Abs(float64(v.lengths[k]-lengths[len(lengths)/2]))
}

// gather lists the content words of a group with the versions that have them.
func gather(lex *lexicon.Lexicon, ev *witness.Event, cells [][]int) vocabulary {
	var v vocabulary
	byLemma := map[string]*usage{}
	for w, cell := range cells {
		if len(cell) == 0 {
			continue
		}
		length := 0
		for _, s := range cell {
			st := ev.Witnesses[w].Statements[s]
			for i := range st.Tokens {
				t := &st.Tokens[i]
				if t.UPOS == "PUNCT" {
					continue
				}
				length++
				u := byLemma[t.Lemma]
				if u == nil {
					u = &usage{
						lemma: t.Lemma, pos: lexicon.OpenClass(t.UPOS), rarity: align.Rarity(t.Lemma), kin: lexicon.Derivations(t.Lemma),
						own: make([]spot, len(cells)), like: make([]bool, len(cells)),
					}
					byLemma[t.Lemma] = u
					v.words = append(v.words, u)
				}
				if u.own[w].st == nil {
					u.own[w] = spot{st, i}
				}
				u.has(w)
			}
		}
		v.versions, v.lengths = append(v.versions, w), append(v.lengths, length)
	}
	for i, a := range v.words {
		for _, b := range v.words[i+1:] {
			if alike(lex, a, b) {
				for _, w := range v.versions {
					if b.own[w].st != nil {
						a.has(w)
					}
					if a.own[w].st != nil {
						b.has(w)
					}
				}
			}
		}
	}
	return v
}

// alike reports whether two words say the same, or are built from one stem.
func alike(lex *lexicon.Lexicon, a, b *usage) bool {
	return slices.Contains(a.kin, b.lemma) || slices.Contains(b.kin, a.lemma) || a.pos != 0 && a.pos == b.pos && lex.Synonymous(a.lemma, b.lemma, a.pos)
}

// own reports a word that no other version has, beside the sentence of the
// other version that stands nearest to all.
func own(p *compare.Pass, at *passage, w int, u *usage, nearest []standing) {
	s := u.own[w]
	for _, n := range nearest {
		o := n.w
		if o == w {
			continue
		}
		g, k := at.place(o, w, s.st.Index)
		other := p.Event.Witnesses[o].Statements[k]
		t := &s.st.Tokens[s.at]
		p.Lonely(g, compare.Difference{
			A:    compare.Spot{Statement: s.st, Span: t.Span, Value: u.lemma},
			B:    compare.Spot{Statement: other, Span: other.Span, Value: "other words"},
			Kind: compare.Imprecision, Severity: compare.Info, Confidence: 0.3 + 0.4*u.rarity, Topic: "wording",
			Reason: fmt.Sprintf("No other version has a word like “%s”.", t.Form),
		})
		return
	}
}

// missing reports a word that most other versions have and version w has none
// like, beside the version that has it and stands nearest to all.
func missing(p *compare.Pass, at *passage, w int, u *usage, nearest []standing) {
	has := u.own[nearest[slices.IndexFunc(nearest, func(n standing) bool { return u.own[n.w].st != nil })].w]
	g, k := at.place(w, has.st.Witness.Index, has.st.Index)
	st := p.Event.Witnesses[w].Statements[k]
	t := &has.st.Tokens[has.at]
	p.Lonely(g, compare.Difference{
		A:    compare.Spot{Statement: st, Span: st.Span, Value: "without " + u.lemma},
		B:    compare.Spot{Statement: has.st, Span: t.Span, Value: u.lemma},
		Kind: compare.Omission, Severity: compare.Info, Confidence: 0.3 + 0.4*u.rarity, Topic: "wording",
		Reason: fmt.Sprintf("%d other versions have “%s” or a word like it.", u.others(w), t.Form),
	})
}
