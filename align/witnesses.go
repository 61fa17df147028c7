package align

import (
	"math"
	"slices"
)

// Reports of two like events come mixed: two earthquakes, two games of one
// club. Sentence by sentence they read the same ("at least ten people died in
// the earthquake"); what tells them apart stands elsewhere in the report. So
// reports are compared as wholes first, and what is found there is evidence
// for and against each pair of their statements.

// documents holds the likeness of whole reports.
type documents struct {
	n    int
	like [][]docLike // by witness, to the others that share something, by number
}

type docLike struct {
	w       int
	cosine  float64 // of the words
	centred float64 // of the words' departure from the event's mean
	names   float64 // of the entities
	second  float64 // of the likeness to third reports
}

// maxReports bounds the reports that one report is compared with: those that
// share the most.
const maxReports = 64

type docVector struct {
	words []weighted // by id
	norm  float64
	names []weighted
	nnorm float64
}

type weighted struct {
	id int32
	w  float64
}

func newDocuments(c *corpus) *documents {
	n := len(c.witnesses) - 1
	d := &documents{n: n, like: make([][]docLike, n)}
	vec := make([]docVector, n)
	df := make([]int32, len(c.words))
	edf := map[int32]int32{}
	for w := range n {
		v := &vec[w]
		count := map[int32]float64{}
		names := map[int32]float64{}
		for _, b := range c.bags[c.witnesses[w]:c.witnesses[w+1]] {
			for _, t := range b.terms {
				if count[t.id]++; count[t.id] == 1 {
					v.words = append(v.words, weighted{id: t.id})
					df[t.id]++
				}
			}
			for _, e := range b.entities {
				if names[e]++; names[e] == 1 {
					v.names = append(v.names, weighted{id: e})
					edf[e]++
				}
			}
		}
		for i := range v.words {
			x := &v.words[i]
			x.w = (1 + math.Log(count[x.id])) * (0.2 + c.words[x.id].world)
		}
		for i := range v.names {
			x := &v.names[i]
			x.w = 1 + math.Log(names[x.id])
		}
		byID := func(a, b weighted) int { return int(a.id - b.id) }
		slices.SortFunc(v.words, byID)
		slices.SortFunc(v.names, byID)
	}
	// The mean report; a word of one report alone tells nothing.
	mean := make([]float64, len(c.words))
	for w := range vec {
		keep := vec[w].words[:0]
		for _, x := range vec[w].words {
			if df[x.id] > 1 {
				keep = append(keep, x)
				mean[x.id] += x.w / float64(n)
			}
		}
		vec[w].words = keep
		kept := vec[w].names[:0]
		for _, x := range vec[w].names {
			if edf[x.id] > 1 {
				x.w *= math.Log(float64(n+1) / (float64(edf[x.id]) + 0.5))
				kept = append(kept, x)
			}
		}
		vec[w].names = kept
	}
	meanNorm := 0.0
	for _, m := range mean {
		meanNorm += m * m
	}
	dotMean := make([]float64, n)
	for w := range vec {
		v := &vec[w]
		for _, x := range v.words {
			v.norm += x.w * x.w
			dotMean[w] += x.w * mean[x.id]
		}
		for _, x := range v.names {
			v.nnorm += x.w * x.w
		}
	}
	d.compare(vec, dotMean, meanNorm)
	d.secondOrder()
	return d
}

// compare fills in the likeness of reports, through an index of their words.
func (d *documents) compare(vec []docVector, dotMean []float64, meanNorm float64) {
	const longest = 256 // postings of one word
	words := map[int32][]int{}
	for w := range vec {
		score := map[int]float64{}
		for _, x := range vec[w].words {
			list := words[x.id]
			if len(list) > longest {
				list = list[len(list)-longest:]
			}
			for _, o := range list {
				score[o] += x.w
			}
		}
		others := make([]int, 0, len(score))
		for o := range score {
			others = append(others, o)
		}
		slices.SortFunc(others, func(a, b int) int {
			if score[a] != score[b] {
				if score[a] > score[b] {
					return -1
				}
				return 1
			}
			return a - b
		})
		others = others[:min(len(others), maxReports)]
		slices.Sort(others)
		for _, o := range others {
			a, b := &vec[w], &vec[o]
			l := docLike{cosine: cosine(a.words, b.words, a.norm, b.norm), names: cosine(a.names, b.names, a.nnorm, b.nnorm)}
			dot := dotOf(a.words, b.words) - dotMean[w] - dotMean[o] + meanNorm
			na, nb := a.norm-2*dotMean[w]+meanNorm, b.norm-2*dotMean[o]+meanNorm
			if na > 1e-9 && nb > 1e-9 {
				l.centred = dot / math.Sqrt(na*nb)
			}
			l.w = o
			d.like[w] = append(d.like[w], l)
			l.w = w
			d.like[o] = append(d.like[o], l)
		}
		for _, x := range vec[w].words {
			words[x.id] = append(words[x.id], w)
		}
	}
	for w := range d.like {
		slices.SortFunc(d.like[w], func(a, b docLike) int { return a.w - b.w })
	}
}

// secondOrder compares the reports by whom they resemble: two reports of one
// event that share few words still both resemble the others of that event.
func (d *documents) secondOrder() {
	for w := range d.like {
		for k := range d.like[w] {
			l := &d.like[w][k]
			if l.w < w {
				continue
			}
			a, b := d.like[w], d.like[l.w]
			dot, na, nb := 2*l.centred, 1.0, 1.0 // each resembles itself
			for _, x := range a {
				na += x.centred * x.centred
			}
			for _, x := range b {
				nb += x.centred * x.centred
			}
			for i, j := 0, 0; i < len(a) && j < len(b); {
				switch {
				case a[i].w < b[j].w:
					i++
				case a[i].w > b[j].w:
					j++
				default:
					dot += a[i].centred * b[j].centred
					i++
					j++
				}
			}
			l.second = dot / math.Sqrt(na*nb)
			if o := d.at(l.w, w); o != nil {
				o.second = l.second
			}
		}
	}
}

func (d *documents) at(a, b int) *docLike {
	list := d.like[a]
	k, ok := slices.BinarySearchFunc(list, b, func(l docLike, w int) int { return l.w - w })
	if !ok {
		return nil
	}
	return &list[k]
}

func dotOf(a, b []weighted) float64 {
	s := 0.0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].id < b[j].id:
			i++
		case a[i].id > b[j].id:
			j++
		default:
			s += a[i].w * b[j].w
			i++
			j++
		}
	}
	return s
}

func cosine(a, b []weighted, na, nb float64) float64 {
	if na <= 0 || nb <= 0 {
		return 0
	}
	return dotOf(a, b) / math.Sqrt(na*nb)
}
