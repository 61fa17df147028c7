package date

import (
	"strconv"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// slips finds the year of one report that looks like a miswritten one of two others
// or more: "built in 1987", "launched in 1987", "built 1997". It is enough that one
// of those says it of the same doing in a statement that corresponds, where neither
// side has the other's year anywhere.
func slips(p *compare.Pass) {
	byYear := map[int][]dating{}
	has := make([]map[int]bool, len(p.Event.Witnesses))
	var years []dating
	for st := range p.Statements() {
		if st.Kind == witness.Furniture {
			continue
		}
		w := st.Witness.Index
		if has[w] == nil {
			has[w] = map[int]bool{}
		}
		for _, t := range compare.Facts[*witness.Time](st) {
			if t.Year == 0 || t.Grain == witness.Decade {
				continue
			}
			has[w][t.Year] = true
			if t.Grain == witness.Year && !t.Hedged {
				years = append(years, dating{st, t})
				byYear[t.Year] = append(byYear[t.Year], dating{st, t})
			}
		}
	}
	for _, odd := range years {
		for _, year := range miswritten(odd.t.Year) {
			var others []dating
			voices, oneDoing := map[*witness.Witness]bool{}, false
			for _, d := range byYear[year] {
				if !has[d.st.Witness.Index][odd.t.Year] {
					others = append(others, d)
					voices[d.st.Witness] = true
					oneDoing = oneDoing || sameDoing(p.Lexicon, d, odd) && p.Together(d.st, odd.st)
				}
			}
			if has[odd.st.Witness.Index][year] || len(voices) < fewest || !oneDoing {
				continue
			}
			for _, d := range others {
				p.ReportAcross(difference(d.st, odd.st, d.t, odd.t, 0.75))
			}
		}
	}
}

// miswritten lists the years of its century that differ from one by a figure, or by
// two that changed places, in ascending order.
func miswritten(year int) []int {
	var out []int
	digits := strconv.Itoa(year)
	for y := year / 100 * 100; y < year/100*100+100; y++ {
		if y != year && slipped(digits, strconv.Itoa(y)) {
			out = append(out, y)
		}
	}
	return out
}

// slipped reports whether two years of one century differ in one figure, or by two
// that changed places.
func slipped(a, b string) bool {
	if len(a) != 4 || len(b) != 4 {
		return false
	}
	return (a[2] == b[2]) != (a[3] == b[3]) || a[2] == b[3] && a[3] == b[2]
}

// sameDoing reports whether two years date one kind of doing.
func sameDoing(lex *lexicon.Lexicon, a, b dating) bool {
	i, j := told(a.st, a.t.Head), told(b.st, b.t.Head)
	if i < 0 || j < 0 {
		return false
	}
	x, y := a.st.Tokens[i].Lemma, b.st.Tokens[j].Lemma
	return x != "be" && (x == y || lex.Synonymous(x, y, lexicon.Verb) || lexicon.Derived(x, y))
}
