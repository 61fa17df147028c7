package align

import "github.com/factdiff/factdiff/witness"

// markCopies sets CopyOf on witnesses whose running text repeats that of an
// earlier one, so that an agency text printed twice does not vote twice. A copy
// of a copy becomes one of the first: the three are one voice.
func markCopies(ev *witness.Event) {
	findCopies(ev)
	of := make(map[string]string, len(ev.Witnesses))
	for _, w := range ev.Witnesses {
		of[w.ID] = w.CopyOf
	}
	for _, w := range ev.Witnesses {
		for range ev.Witnesses { // a bound, should two name each other
			if next := of[w.CopyOf]; next != "" && next != w.ID {
				w.CopyOf = next
			}
		}
	}
}

func findCopies(ev *witness.Event) {
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
