package align

import (
	"cmp"
	"math"
	"slices"

	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// bag is a statement as the features see it.
type bag struct {
	ref        witness.Ref
	st         *witness.Statement
	terms      []term  // content lemmas, sorted by id
	seq        []int32 // classes of the content words in text order
	arcs       []arc   // pairs of content words that the parse ties, sorted
	entities   []int32 // entity ids, sorted
	persons    []int32
	places     []int32
	quantities []*witness.Quantity
	times      []*witness.Time
	claims     []claim
	quoted     []int32 // classes of the quoted content words, sorted
	speaker    *witness.Entity
	root       int32 // lemma of the main predicate, or -1
	subject    int32 // lemma of its subject, or -1

	clauses     []clauseWords
	clauseTerms []int32

	weight     float64 // sum of the terms' weights
	normEvent  float64
	normWorld  float64
	normWeight float64
	sharp      float64 // sum of the cubes
	own        float64
	full       bool    // has more partners than were scored
	plain      float64 // sum of the weights in English
	central    float64 // likeness to what the reports begin with
	before     *bag    // the sentence before, nil at the beginning
	nth        int     // place in its report, a dateline not counted
	place      float64 // 0 to 1 through the text
	brief      float64 // 1 for the only statement of a report, towards 0 for one of many
}

// term is a content lemma of a statement.
type term struct {
	id   int32
	pos  posSet
	here int32 // statements of the report that have it
}

// arc is two content words of which one hangs on the other in the parse; the
// lower class first, for "the attack on Kyiv" and "attacked Kyiv" hang alike
// but "Kyiv was attacked" need not.
type arc struct{ a, b int32 }

func cmpArc(x, y arc) int { return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b)) }

// claim is who did what to whom, in ids.
type claim struct {
	predicate      int32
	negative       bool
	modality       witness.Modality
	agent, patient participant
}

type participant struct {
	id     int32 // -1 where there is none
	entity *witness.Entity
}

// corpus holds the bags of an event with its vocabulary.
type corpus struct {
	*vocabulary
	bags      []*bag
	edf       map[int32]int32 // statements that mention an entity
	witnesses []int           // first bag of each witness, and the end
	docs      *documents
}

// newCorpus prepares an event of independent reports.
func newCorpus(lex *lexicon.Lexicon, ev *witness.Event) *corpus {
	c := newBags(lex, ev, false)
	for _, b := range c.bags {
		c.weigh(b)
	}
	c.beginnings()
	c.docs = newDocuments(c)
	return c
}

// newBags makes the bags of an event: of every statement, or of those that
// state something.
func newBags(lex *lexicon.Lexicon, ev *witness.Event, every bool) *corpus {
	c := &corpus{vocabulary: newVocabulary(lex), edf: map[int32]int32{}}
	heads := map[int32][]int32{} // entity → lemmas that head its mentions
	for w, wit := range ev.Witnesses {
		first := len(c.bags)
		c.witnesses = append(c.witnesses, first)
		nth := -1
		for s, st := range wit.Statements {
			if st.Kind != witness.Dateline {
				nth++
			}
			if !every && silent(st) {
				continue
			}
			b := &bag{ref: witness.Ref{Witness: w, Statement: s}, st: st, nth: nth}
			c.fill(b, heads)
			if every || len(b.terms) > 0 {
				c.bags = append(c.bags, b)
			}
		}
		n := len(c.bags) - first
		here := map[int32]int32{}
		for _, b := range c.bags[first:] {
			for _, t := range b.terms {
				here[t.id]++
			}
		}
		for k, b := range c.bags[first:] {
			for i := range b.terms {
				b.terms[i].here = here[b.terms[i].id]
			}
			if k > 0 {
				b.before = c.bags[first+k-1]
			}
			b.place = float64(k) / float64(max(1, n-1))
			b.brief = 1 / float64(n)
		}
	}
	c.witnesses = append(c.witnesses, len(c.bags))
	c.forms(ev, heads)
	c.finish(len(c.bags))
	for _, b := range c.bags {
		for _, t := range b.terms {
			b.plain += c.words[t.id].world + 0.2
		}
	}
	return c
}

// silent reports whether a statement states nothing that another report could
// state too.
func silent(st *witness.Statement) bool {
	switch st.Kind {
	case witness.Furniture, witness.Byline, witness.Dateline:
		return true
	}
	return dates(st)
}

// beginnings finds what the event is about: the words that its reports begin
// with. A headline or lead says the main thing, and so does what resembles
// most of them.
func (c *corpus) beginnings() {
	reports := 0.0
	for w := range len(c.witnesses) - 1 {
		seen := map[int32]bool{}
		for _, b := range c.bags[c.witnesses[w]:c.witnesses[w+1]] {
			if !lead(b) {
				break
			}
			for _, t := range b.terms {
				if !seen[t.id] {
					seen[t.id] = true
					c.words[t.id].begin++
				}
			}
		}
		if c.witnesses[w+1] > c.witnesses[w] {
			reports++
		}
	}
	norm := 0.0
	for i := range c.words {
		w := &c.words[i]
		if w.begin == 1 {
			w.begin = 0 // of one report alone
		}
		w.begin /= max(reports, 1)
		norm += w.world * w.begin * w.world * w.begin
	}
	for _, b := range c.bags {
		dot := 0.0
		for _, t := range b.terms {
			w := &c.words[t.id]
			dot += w.world * w.world * w.begin
		}
		if norm > 0 && b.normWorld > 0 {
			b.central = dot / math.Sqrt(norm*b.normWorld)
		}
	}
}

// dates reports whether a statement holds nothing but a date and words that
// say what is dated: "Last updated: Monday, 28 November 2005, 02:24 GMT".
func dates(st *witness.Statement) bool {
	var times []witness.Span
	for _, f := range st.Facts {
		if t, ok := f.(*witness.Time); ok {
			times = append(times, t.Span)
		}
	}
	if len(times) == 0 {
		return false
	}
	for i := range st.Tokens {
		t := &st.Tokens[i]
		if !Content(t) || dateWords[t.Lower] || t.UPOS == "NUM" {
			continue
		}
		if !slices.ContainsFunc(times, func(s witness.Span) bool { return s.Contains(t.Span) }) {
			return false
		}
	}
	return true
}

var dateWords = map[string]bool{
	"last": true, "updated": true, "update": true, "published": true, "posted": true, "modified": true, "first": true, "gmt": true,
	"utc": true, "est": true, "edt": true, "pst": true, "pdt": true, "ist": true, "cet": true, "bst": true, "am": true, "pm": true, "a.m.": true,
	"p.m.": true, "et": true, "pt": true, "date": true, "time": true, "filed": true, "created": true,
}

// forms ties the lemmas under which one entity is named ("Moscow", "Kremlin",
// "Russia") and the numerals of one value ("ten", "10").
func (c *corpus) forms(ev *witness.Event, heads map[int32][]int32) {
	const most = 8 // forms of one thing that are tied with each other
	tie := func(list []int32, sim float64) {
		list = uniq(list)
		for i, a := range list {
			for _, b := range list[i+1 : min(len(list), i+1+most)] {
				c.tie(a, b, sim)
			}
		}
	}
	for _, e := range ev.Entities {
		tie(heads[int32(e.ID)], 0.9)
	}
	values := map[float64][]int32{}
	var order []float64
	for _, b := range c.bags {
		for _, q := range b.quantities {
			if q.Number < 0 || q.Number >= len(b.st.Tokens) || math.IsNaN(q.Point) {
				continue
			}
			if id, ok := c.ids[b.st.Tokens[q.Number].Lemma]; ok {
				if values[q.Point] == nil {
					order = append(order, q.Point)
				}
				values[q.Point] = append(values[q.Point], id)
			}
		}
	}
	for _, v := range order {
		tie(values[v], 0.95)
	}
}

func (c *corpus) fill(b *bag, heads map[int32][]int32) {
	toks := b.st.Tokens[:min(len(b.st.Tokens), maxWords)]
	ids := make([]int32, len(toks))
	b.root, b.subject = -1, -1
	for i := range toks {
		ids[i] = -1
		t := &toks[i]
		if !Content(t) {
			continue
		}
		ids[i] = c.add(t.Lemma, posOf(t.UPOS))
		b.seq = append(b.seq, c.words[ids[i]].class)
		b.terms = append(b.terms, term{id: ids[i], pos: posOf(t.UPOS)})
	}
	slices.SortFunc(b.terms, func(x, y term) int { return cmp.Compare(x.id, y.id) })
	kept := b.terms[:0]
	for _, t := range b.terms {
		if n := len(kept); n > 0 && kept[n-1].id == t.id {
			kept[n-1].pos |= t.pos
			continue
		}
		kept = append(kept, t)
		c.words[t.id].df++
	}
	b.terms = kept
	for i := range toks {
		h := toks[i].Head
		if h < 0 && b.root < 0 {
			b.root = ids[i]
			for k := range toks {
				if toks[k].Head == i && toks[k].Relation() == "nsubj" {
					b.subject = ids[k]
				}
			}
		}
		if h < 0 || h >= len(toks) || ids[i] < 0 || ids[h] < 0 {
			continue
		}
		x, y := c.words[ids[i]].class, c.words[ids[h]].class
		if x != y {
			b.arcs = append(b.arcs, arc{min(x, y), max(x, y)})
		}
	}
	slices.SortFunc(b.arcs, cmpArc)
	b.arcs = slices.Compact(b.arcs)
	c.cut(b, ids)
	c.facts(b, ids, heads)
}

// facts takes over what extraction found.
func (c *corpus) facts(b *bag, ids []int32, heads map[int32][]int32) {
	toks := b.st.Tokens
	at := func(i int) int32 {
		if i < 0 || i >= len(ids) {
			return -1
		}
		return ids[i]
	}
	arg := func(a *witness.Arg) participant {
		if a == nil {
			return participant{id: -1}
		}
		return participant{at(a.Head), a.Entity}
	}
	for _, f := range b.st.Facts {
		switch f := f.(type) {
		case *witness.Name:
			if f.Entity == nil {
				continue
			}
			e := int32(f.Entity.ID)
			b.entities = append(b.entities, e)
			switch f.Entity.Kind {
			case witness.Person:
				b.persons = append(b.persons, e)
			case witness.Place:
				b.places = append(b.places, e)
			}
			if id := at(f.Head); id >= 0 {
				heads[e] = append(heads[e], id)
			}
		case *witness.Quantity:
			if f.Kind != witness.Label {
				b.quantities = append(b.quantities, f)
			}
		case *witness.Time:
			b.times = append(b.times, f)
		case *witness.Claim:
			if p := at(f.Head); p >= 0 {
				b.claims = append(b.claims, claim{p, f.Negative, f.Modality, arg(f.Agent), arg(f.Patient)})
			}
		case *witness.Quote:
			if f.Speaker != nil {
				b.speaker = f.Speaker
			}
			for i := range ids {
				if ids[i] >= 0 && f.Inner.Contains(toks[i].Span) {
					b.quoted = append(b.quoted, c.words[ids[i]].class)
				}
			}
		case *witness.Attribution:
			if b.speaker == nil {
				b.speaker = f.Speaker
			}
		}
	}
	b.entities, b.persons, b.places, b.quoted = uniq(b.entities), uniq(b.persons), uniq(b.places), uniq(b.quoted)
	for _, e := range b.entities {
		c.edf[e]++
	}
}

func uniq(x []int32) []int32 {
	slices.Sort(x)
	return slices.Compact(x)
}
