package main

import (
	"bytes"
	"fmt"
	"io"
	"math"
	"os"
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/compare/suite"
)

// A judged finding.
type judged struct {
	check, set string
	confidence float64
	right      bool
}

// tally is all that was found, and what there was to find.
type tally struct {
	found []judged
	sets  []string
	gold  map[[2]string][2]int // check, set → labelled differences, found by the check
	told  map[string]bool      // marks of one sentence, which a set may pair many times
}

// add adds the findings of a sample. Info is for ranking and is not measured.
func (t *tally) add(s *sample, r *compare.Result) {
	if !slices.Contains(t.sets, s.set) {
		t.sets = append(t.sets, s.set)
	}
	if t.gold == nil {
		t.gold = map[[2]string][2]int{}
	}
	for i := range r.Findings {
		f := &r.Findings[i]
		if f.Severity < compare.Minor {
			continue
		}
		if v := s.judge(f); v != unjudged && !t.again(s, f) {
			t.found = append(t.found, judged{f.Check, s.set, f.Confidence, v == right})
		}
	}
	for _, g := range s.gold {
		for _, check := range g.checks {
			n := t.gold[[2]string{check, s.set}]
			n[0]++
			if slices.ContainsFunc(r.Findings, func(f compare.Finding) bool { return f.Check == check && f.Severity >= compare.Minor && g.hit(&f) }) {
				n[1]++
			}
			t.gold[[2]string{check, s.set}] = n
		}
	}
}

// again reports whether a mark of one text alone was counted before. A set
// that pairs one reference with thirty translations says once, not thirty
// times, whether a mark in the reference is right.
func (t *tally) again(s *sample, f *compare.Finding) bool {
	if f.Kind != compare.Artefact || len(f.Readings) != 1 {
		return false
	}
	r := f.Readings[0]
	key := fmt.Sprint(s.set, "\x00", f.Check, "\x00", r.Start, "\x00", s.texts[r.Witness])
	if t.told[key] {
		return true
	}
	if t.told == nil {
		t.told = map[string]bool{}
	}
	t.told[key] = true
	return false
}

// measures lists what was measured of each check on each set.
func (t *tally) measures() []suite.Measure {
	var out []suite.Measure
	for _, c := range suite.All {
		for _, set := range t.sets {
			m := suite.Measure{Check: c.Name, Set: set}
			for _, j := range t.found {
				if j.check == c.Name && j.set == set {
					m.Findings++
					if j.right {
						m.Right++
					}
				}
			}
			m.Gold, m.Found = t.gold[[2]string{c.Name, set}][0], t.gold[[2]string{c.Name, set}][1]
			if m.Findings > 0 || m.Gold > 0 {
				out = append(out, m)
			}
		}
	}
	return out
}

// How a check's confidence is corrected.
const (
	perSet = 100 // findings that a set may count for: planted errors by the thousand decide nothing
	enough = 30  // findings, from which on a check is corrected
	prior  = 30  // findings that what the check says of itself counts for
	far    = 0.1 // what is nearer is left as it is
	// agree and several: a check is made surer only by that many sets with
	// that many findings. One set alone may be all planted errors, where
	// nothing that a check could stumble over stands in the way.
	agree, several = 2, 10
)

// shift is the correction of one check where it says one confidence, in log
// odds.
type shift struct {
	check           string
	bin             int
	findings        int
	said, precision float64
	shift           float64
}

// shifts finds for each check and confidence by how much it is off: over all
// sets, each counting for perSet findings at most, the measured precision is
// drawn toward what the check says of itself.
func (t *tally) shifts() []shift {
	var out []shift
	for _, c := range suite.All {
		for bin := range len(bins) - 1 {
			if x := t.shift(c.Name, bin); x.findings > 0 {
				out = append(out, x)
			}
		}
	}
	return out
}

func (t *tally) shift(check string, bin int) shift {
	x := shift{check: check, bin: bin}
	var n, right, said float64
	sets := 0
	for _, set := range t.sets {
		var k, r, s float64
		for _, j := range t.found {
			if j.check == check && j.set == set && binOf(j.confidence) == bin {
				k, s = k+1, s+j.confidence
				if j.right {
					r++
				}
			}
		}
		if k == 0 {
			continue
		}
		if k >= several {
			sets++
		}
		w := min(k, perSet) / k
		n, right, said, x.findings = n+k*w, right+r*w, said+s*w, x.findings+int(k)
	}
	if n == 0 {
		return x
	}
	x.said, x.precision = said/n, right/n
	drawn := (right + prior*x.said) / (n + prior)
	if up := x.precision > x.said; n >= enough && math.Abs(x.precision-x.said) > far && (!up || sets >= agree) {
		x.shift = math.Round(100*(logit(drawn)-logit(x.said))) / 100
	}
	return x
}

func logit(p float64) float64 { return math.Log(p / (1 - p)) }

// wilson is the interval that holds a share with 95 % (E. B. Wilson, Journal
// of the American Statistical Association 22, 1927).
func wilson(right, n int) (lo, hi float64) {
	const z = 1.96
	p, m := float64(right)/float64(n), float64(n)
	mid := (p + z*z/(2*m)) / (1 + z*z/m)
	half := z / (1 + z*z/m) * math.Sqrt(p*(1-p)/m+z*z/(4*m*m))
	return max(0, mid-half), min(1, mid+half)
}

func (t *tally) print(w io.Writer, shifts []shift) {
	for _, m := range t.measures() {
		fmt.Fprintf(w, "%-12s %-10s %s", m.Check, m.Set, m)
		if m.Findings > 0 {
			lo, hi := wilson(m.Right, m.Findings)
			fmt.Fprintf(w, "; precision %.2f–%.2f", lo, hi)
		}
		fmt.Fprintln(w)
	}
	fmt.Fprintln(w)
	for _, x := range shifts {
		n, r := 0, 0
		for _, j := range t.found {
			if j.check == x.check && binOf(j.confidence) == x.bin {
				n++
				if j.right {
					r++
				}
			}
		}
		lo, hi := wilson(r, n)
		fmt.Fprintf(w, "%-12s says %-9s %d of %d right (%.2f; %.2f–%.2f), corrected by %+.2f\n", x.check, binName(x.bin), r, n, float64(r)/float64(n), lo, hi, x.shift)
	}
	fmt.Fprintf(w, "\n%s", t.reliability(shifts))
}

// bins are the bounds of confidence in the reliability table.
var bins = []float64{0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01}

func binOf(confidence float64) int {
	i := 0
	for confidence >= bins[i+1] {
		i++
	}
	return i
}

func binName(i int) string {
	if i == 0 {
		return fmt.Sprintf("under %.1f", bins[1])
	}
	return fmt.Sprintf("%.1f–%.1f", bins[i], min(bins[i+1], 1))
}

// reliability is the table of docs/benchmarks.md: of the findings of one
// confidence, as corrected, how many are right.
func (t *tally) reliability(shifts []shift) string {
	type spot struct {
		check string
		bin   int
	}
	by := map[spot]float64{}
	for _, s := range shifts {
		by[spot{s.check, s.bin}] = s.shift
	}
	var b bytes.Buffer
	b.WriteString("| confidence |")
	groups := []struct {
		name string
		sets []string
	}{
		{"whole reports", []string{"seeds", "events", "annotated", "unread"}},
		{"versions of one sentence", []string{"mqm", "demetr", "humanpairs"}},
		{"other pairs", []string{"ists", "breaking", "rte3"}},
		{"all, 100 a check and set", nil},
	}
	for _, g := range groups {
		fmt.Fprintf(&b, " %s |", g.name)
	}
	b.WriteString("\n|---|---|---|---|---|\n")
	count := map[[2]string]int{}
	for _, j := range t.found {
		count[[2]string{j.check, j.set}]++
	}
	for i := range len(bins) - 1 {
		fmt.Fprintf(&b, "| %s |", binName(i))
		for _, g := range groups {
			n, r, wn, wr := 0, 0, 0.0, 0.0
			for _, j := range t.found {
				c := suite.Shifted(j.confidence, by[spot{j.check, binOf(j.confidence)}])
				if binOf(c) != i || g.sets != nil && !slices.Contains(g.sets, j.set) {
					continue
				}
				w := min(1, perSet/float64(count[[2]string{j.check, j.set}]))
				n, wn = n+1, wn+w
				if j.right {
					r, wr = r+1, wr+w
				}
			}
			switch {
			case n == 0:
				b.WriteString(" – |")
			case g.sets == nil:
				fmt.Fprintf(&b, " %.2f |", wr/wn)
			default:
				lo, hi := wilson(r, n)
				fmt.Fprintf(&b, " %.2f (%d; %.2f–%.2f) |", float64(r)/float64(n), n, lo, hi)
			}
		}
		b.WriteString("\n")
	}
	return b.String()
}

// The markers in docs/benchmarks.md between which the table stands.
const (
	begin = "<!-- reliability: go run ./compare/calibrate -write ../shared/bench -->\n"
	end   = "<!-- end of reliability -->\n"
)

func (t *tally) write(shifts []shift) error {
	var b bytes.Buffer
	b.WriteString("# What was measured of each check. Written by compare/calibrate.\n# check, set, findings, right, labelled differences, of those found by the check\n")
	for _, m := range t.measures() {
		fmt.Fprintf(&b, "%s\t%s\t%d\t%d\t%d\t%d\n", m.Check, m.Set, m.Findings, m.Right, m.Gold, m.Found)
	}
	if err := os.WriteFile("compare/suite/measured.tsv", b.Bytes(), 0o644); err != nil {
		return err
	}
	b.Reset()
	b.WriteString("# By how much the confidence of each check is corrected, in log odds. Written by compare/calibrate.\n# check, from and to what confidence, findings, mean confidence that it gave, precision (each set for 100 findings at most), correction\n")
	for _, s := range shifts {
		fmt.Fprintf(&b, "%s\t%.2f\t%.2f\t%d\t%.2f\t%.2f\t%.2f\n", s.check, bins[s.bin], bins[s.bin+1], s.findings, s.said, s.precision, s.shift)
	}
	if err := os.WriteFile("compare/suite/confidence.tsv", b.Bytes(), 0o644); err != nil {
		return err
	}
	page, err := os.ReadFile("docs/benchmarks.md")
	if err != nil {
		return err
	}
	i, j := bytes.Index(page, []byte(begin)), bytes.Index(page, []byte(end))
	if i < 0 || j < i {
		return fmt.Errorf("docs/benchmarks.md has no place for the table: %s", begin)
	}
	out := slices.Concat(page[:i+len(begin)], []byte(t.reliability(shifts)), page[j:])
	return os.WriteFile("docs/benchmarks.md", out, 0o644)
}
