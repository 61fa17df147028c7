package align

import "github.com/factdiff/factdiff/witness"

// markCopies sets CopyOf on witnesses whose running text repeats that of an
// earlier one, so that an agency text printed twice does not vote twice.
func markCopies(ev *witness.Event) {
	if ev.Aligned {
		return // versions of one source are alike without being copies
	}
	const least = 4 // statements; below that, likeness says nothing
	same := 8       // tenths of the statements that a copy repeats
	if ev.Parallel {
		same = 10
	}
	sets := make([]map[string]bool, len(ev.Witnesses))
	owners := map[string][]int{}
	for w, wit := range ev.Witnesses {
		sets[w] = map[string]bool{}
		for _, st := range wit.Statements {
			if st.Kind == witness.Body && len(st.Tokens) >= 6 {
				sets[w][st.Text()] = true
			}
		}
		if wit.CopyOf != "" || len(sets[w]) < least {
			continue
		}
		shared := map[int]int{}
		for s := range sets[w] {
			for _, o := range owners[s] {
				shared[o]++
			}
		}
		for o := range w {
			if n := shared[o]; n*10 >= same*len(sets[w]) && n*10 >= 5*len(sets[o]) {
				wit.CopyOf = ev.Witnesses[o].ID
				break
			}
		}
		for s := range sets[w] {
			owners[s] = append(owners[s], w)
		}
	}
}
