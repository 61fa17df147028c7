package lexicon

import (
	"bytes"
	"compress/flate"
	_ "embed"
	"encoding/binary"
	"strings"
	"sync"
)

//go:generate go run ./pack -o wordnet.bin /usr/share/wordnet

// POS is a WordNet part of speech; satellites of adjective clusters count as adjectives.
type POS byte

const (
	Noun      POS = 'n'
	Verb      POS = 'v'
	Adjective POS = 'a'
	Adverb    POS = 'r'
)

// OpenClass returns the WordNet part of speech of a universal one, 0 for words
// that WordNet leaves out: names, auxiliaries, function words.
func OpenClass(upos string) POS {
	switch upos {
	case "NOUN":
		return Noun
	case "VERB":
		return Verb
	case "ADJ":
		return Adjective
	case "ADV":
		return Adverb
	}
	return 0
}

//go:embed wordnet.bin
var packed []byte

// A wordnet is the expanded pack. Words and synsets are small integers; each relation is a pair of arrays, the
// targets of x being list[off[x]:off[x+1]] (compressed sparse rows), so that no look-up allocates or locks.
type wordnet struct {
	parts   [4]database
	derived rows // lemma numbers through all four parts
	base    [5]uint32
}

type database struct {
	text   string   // all lemmas, one after the other
	off    []uint32 // where each begins, and the end
	hash   []uint32 // lemma number + 1, and a tag, by open addressing
	senses rows     // lemma → synsets, most frequent first
	words  rows     // synset → lemmas
	lex    string   // synset → lexicographer file number
	up     rows     // synset → direct hypernyms, classes of an instance included
	head   rows     // satellite synset → head of its cluster
	entail rows     // verb synset → what it entails
	cause  rows     // verb synset → what it brings about
	whole  rows     // noun synset → what it is part or member of
	ants   rows     // lemma → antonym lemmas
	antSyn rows     // synset → synsets that hold an antonym of one of its words
	excs   []uint32 // exception forms, sorted, then their bases
	excTxt string
	excOff []uint32
}

type rows struct{ off, list []uint32 }

func (r *rows) of(x uint32) []uint32 { return r.list[r.off[x]:r.off[x+1]] }

// transposed gives the inverse relation over n targets.
func (r *rows) transposed(n int) rows {
	t := rows{make([]uint32, n+1), make([]uint32, len(r.list))}
	for _, y := range r.list {
		t.off[y+1]++
	}
	for i := range n {
		t.off[i+1] += t.off[i]
	}
	next := append([]uint32(nil), t.off...)
	for x := range len(r.off) - 1 {
		for _, y := range r.of(uint32(x)) {
			t.list[next[y]] = uint32(x)
			next[y]++
		}
	}
	return t
}

// pairs builds rows over n sources from edges in any order.
func pairs(n int, edges [][2]uint32) rows {
	r := rows{make([]uint32, n+1), make([]uint32, len(edges))}
	for _, e := range edges {
		r.off[e[0]+1]++
	}
	for i := range n {
		r.off[i+1] += r.off[i]
	}
	next := append([]uint32(nil), r.off...)
	for _, e := range edges {
		r.list[next[e[0]]] = e[1]
		next[e[0]]++
	}
	return r
}

// network expands the pack once; the program that asks for no relation does not pay for it.
var network = sync.OnceValue(expand)

func expand() *wordnet {
	var raw bytes.Buffer
	raw.Grow(5 * len(packed) / 2)
	_, err := raw.ReadFrom(flate.NewReader(bytes.NewReader(packed)))
	const magic = "factdiff wordnet 1\n"
	if err != nil || !bytes.HasPrefix(raw.Bytes(), []byte(magic)) {
		panic("lexicon: wordnet.bin is damaged; run go generate ./internal/lexicon")
	}
	d := decoder{b: raw.Bytes(), at: len(magic)}
	w := new(wordnet)
	for i := range w.parts {
		w.parts[i].read(&d)
		w.base[i+1] = w.base[i] + uint32(len(w.parts[i].off)-1)
	}
	edges := make([][2]uint32, 0, 80000)
	prev := 0
	for range d.uint() {
		prev += d.uint()
		x, y := uint32(prev), uint32(prev+d.uint())
		edges = append(edges, [2]uint32{x, y}, [2]uint32{y, x})
	}
	w.derived = pairs(int(w.base[4]), edges)
	return w
}

type decoder struct {
	b  []byte
	at int
}

func (d *decoder) uint() int {
	if c := d.b[d.at]; c < 0x80 { // nearly all
		d.at++
		return int(c)
	}
	n, size := binary.Uvarint(d.b[d.at:])
	d.at += size
	return int(n)
}

func (d *decoder) int() int {
	n, size := binary.Varint(d.b[d.at:])
	d.at += size
	return int(n)
}

func (d *decoder) bytes(n int) []byte {
	d.at += n
	return d.b[d.at-n : d.at]
}

func (d *decoder) strings() (string, []uint32) {
	n := d.uint()
	off := make([]uint32, 1, n+1)
	var text strings.Builder
	text.Grow(13 * n) // of most it is less
	last := 0
	for range n {
		shared, rest := d.uint(), d.uint()
		at := text.Len()
		text.WriteString(text.String()[last : last+shared])
		text.Write(d.bytes(rest))
		last = at
		off = append(off, uint32(text.Len()))
	}
	return text.String(), off
}

// relation reads the counts of all synsets and then the targets, each as a distance from its source.
func (d *decoder) relation(n int) rows {
	r := rows{off: make([]uint32, n+1)}
	for i := range n {
		r.off[i+1] = r.off[i] + uint32(d.uint())
	}
	r.list = make([]uint32, r.off[n])
	for i := range n {
		for k := r.off[i]; k < r.off[i+1]; k++ {
			r.list[k] = uint32(i + d.int())
		}
	}
	return r
}

func (db *database) read(d *decoder) {
	db.text, db.off = d.strings()
	lemmas := len(db.off) - 1
	db.senses.off = make([]uint32, lemmas+1)
	for i := range lemmas {
		db.senses.off[i+1] = db.senses.off[i] + uint32(d.uint())
	}
	db.senses.list = make([]uint32, db.senses.off[lemmas])
	for i := range db.senses.list {
		db.senses.list[i] = uint32(d.uint())
	}
	n := d.uint()
	db.lex = string(d.bytes(n))
	db.words = db.senses.transposed(n)
	db.up = d.relation(n)
	db.head = d.relation(n)
	db.entail = d.relation(n)
	db.cause = d.relation(n)
	db.whole = d.relation(n)
	var words, synsets [][2]uint32
	a := 0
	for range d.uint() {
		a += d.uint()
		b, ra, rb := uint32(d.uint()), d.uint(), d.uint()
		words = append(words, [2]uint32{uint32(a), b})
		synsets = append(synsets, [2]uint32{db.senses.of(uint32(a))[ra], db.senses.of(b)[rb]})
	}
	db.ants = pairs(lemmas, words)
	db.antSyn = pairs(n, synsets)
	db.excTxt, db.excOff = d.strings()
	db.excs = make([]uint32, len(db.excOff)-1)
	for i := range db.excs {
		db.excs[i] = uint32(d.uint())
	}
	size := 1
	for size < 2*lemmas {
		size *= 2
	}
	db.hash = make([]uint32, size)
	for i := range lemmas {
		tag, h := hash(db.lemma(uint32(i)), uint32(size-1))
		for db.hash[h] != 0 {
			h = (h + 1) & uint32(size-1)
		}
		db.hash[h] = tag | uint32(i) + 1
	}
}

// hash gives the place where a lemma is looked for first, and a tag of eight bits, above the number, by which nearly all
// others are passed over without a look at the text.
func hash[S string | []byte](s S, mask uint32) (tag, place uint32) {
	h := uint32(2166136261) // FNV-1a
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h &^ numbers, h & mask
}

// numbers are the bits of a slot that hold the number; no part has as many lemmas.
const numbers = 1<<24 - 1

func (db *database) lemma(i uint32) string { return db.text[db.off[i]:db.off[i+1]] }

// find gives the number of a lemma.
func find[S string | []byte](db *database, s S) (uint32, bool) {
	mask := uint32(len(db.hash) - 1)
	for tag, h := hash(s, mask); db.hash[h] != 0; h = (h + 1) & mask {
		if slot := db.hash[h]; slot&^numbers == tag {
			if i := slot&numbers - 1; db.lemma(i) == string(s) {
				return i, true
			}
		}
	}
	return 0, false
}

// first gives the first n senses of a lemma, none where it is unknown.
func (db *database) first(lemma string, n int) []uint32 {
	i, ok := find(db, lemma)
	if !ok {
		return nil
	}
	s := db.senses.of(i)
	return s[:min(n, len(s))]
}

func (w *wordnet) part(pos POS) *database {
	switch pos {
	case Verb:
		return &w.parts[1]
	case Adjective, 's':
		return &w.parts[2]
	case Adverb:
		return &w.parts[3]
	}
	return &w.parts[0]
}

// allSenses is a bound above the number of senses of any lemma ("break" has 59).
const allSenses = 1 << 16

// Known reports whether WordNet has the lemma in that part of speech. Words of a collocation are parted by one
// space: "prime minister".
func Known(lemma string, pos POS) bool {
	_, ok := find(network().part(pos), lemma)
	return ok
}

// Category gives WordNet's lexicographer file of the lemma's most frequent sense, without the part of speech:
// "animal", "artifact", "person", "location", "time", "communication", "motion" …; "" where it is unknown.
func Category(lemma string, pos POS) string {
	db := network().part(pos)
	s := db.first(lemma, 1)
	if len(s) == 0 {
		return ""
	}
	return lexNames[db.lex[s[0]]]
}

// lexNames are the lexicographer files of lexnames(5WN) by number.
var lexNames = [...]string{
	"all", "pert", "all", "tops", "act", "animal", "artifact", "attribute", "body", "cognition", "communication",
	"event", "feeling", "food", "group", "location", "motive", "object", "person", "phenomenon", "plant",
	"possession", "process", "quantity", "relation", "shape", "state", "substance", "time", "body", "change",
	"cognition", "communication", "competition", "consumption", "contact", "creation", "emotion", "motion",
	"perception", "possession", "social", "stative", "weather", "ppl",
}

func wordnetOpposed(a, b string, pos POS) bool {
	db := network().part(pos)
	x, ok := find(db, a)
	if !ok {
		return false
	}
	for _, y := range db.ants.of(x) {
		if db.lemma(y) == b {
			return true
		}
	}
	return false
}

// OpposedIndirect reports a weaker opposition than Opposed. For adjectives: the antonym of the head of one's
// satellite cluster is the other or the head of the other's cluster (wet … dry → moist … arid). For verbs, nouns and
// adverbs: the antonym of a synonym. Only the first three senses of an adjective and the first two of the rest count.
func OpposedIndirect(a, b string) bool {
	if a == b {
		return false
	}
	w := network()
	for i := range w.parts {
		db := &w.parts[i]
		n := 2
		if i == 2 {
			n = 3
		}
		sa, sb := db.first(a, n), db.first(b, n)
		if len(sa) == 0 || len(sb) == 0 {
			continue
		}
		for _, s := range sa {
			for _, t := range sb {
				if contains(db.antSyn.of(db.clusterHead(s)), db.clusterHead(t)) {
					return true
				}
			}
		}
	}
	return false
}

// clusterHead gives the head of a satellite's cluster, and any other synset itself.
func (db *database) clusterHead(s uint32) uint32 {
	if h := db.head.of(s); len(h) > 0 {
		return h[0]
	}
	return s
}

func contains(list []uint32, x uint32) bool {
	for _, y := range list {
		if x == y {
			return true
		}
	}
	return false
}

func wordnetSynonymous(a, b string, pos POS) bool {
	_, _, ok := SynsetRank(a, b, pos)
	return ok && a != b
}

// A Word is a lemma in one part of speech, looked up once for as many questions as there are.
type Word struct {
	db     *database
	senses []uint32
}

// Look looks up a lemma.
func Look(lemma string, pos POS) Word {
	db := network().part(pos)
	return Word{db, db.first(lemma, allSenses)}
}

// Known reports whether WordNet has the word.
func (a Word) Known() bool { return len(a.senses) > 0 }

// first gives the first n senses.
func (a Word) first(n int) []uint32 { return a.senses[:min(n, len(a.senses))] }

// SynsetRank is SynsetRank of two words of one part of speech.
func (a Word) SynsetRank(b Word) (ra, rb int, ok bool) {
	if len(a.senses) == 0 {
		return 0, 0, false
	}
	// Common verbs have dozens of senses each, and hardly ever share one: bits tell of most that they are none of b's.
	var has [4]uint64
	for _, t := range b.senses {
		has[t>>6&3] |= 1 << (t & 63)
	}
	for i, s := range a.senses {
		if has[s>>6&3]>>(s&63)&1 == 0 {
			continue
		}
		for j, t := range b.senses {
			if s == t && (!ok || i+j < ra+rb) {
				ra, rb, ok = i, j, true
			}
		}
	}
	return ra, rb, ok
}

// Hypernym is Hypernym of two words of one part of speech.
func (a Word) Hypernym(gen Word, max int) (depth int, ok bool) {
	if len(gen.senses) == 0 {
		return 0, false
	}
	for _, s := range a.first(3) {
		if d := a.db.climb(s, gen.senses, max); d > 0 && (!ok || d < depth) {
			depth, ok = d, true
		}
	}
	return depth, ok
}

// Sisters reports whether two words of one part of speech share a direct hypernym in their first two senses.
func (a Word) Sisters(b Word) bool {
	for _, s := range a.first(2) {
		for _, t := range b.first(2) {
			for _, h := range a.db.up.of(s) {
				if contains(a.db.up.of(t), h) {
					return true
				}
			}
		}
	}
	return false
}

// SynsetRank gives the sense ranks, from 0, at which two lemmas share a synset; where there are several, those with
// the lowest sum. Low ranks are common senses: trust (0,0) more than (3,7).
func SynsetRank(a, b string, pos POS) (ra, rb int, ok bool) {
	return Look(a, pos).SynsetRank(Look(b, pos))
}

// Hypernym reports whether gen names a hypernym of one of the first three senses of spec, at most max steps up, and
// how many. Two words of one synset are not hypernyms of each other (depth 0 is never reported).
func Hypernym(spec, gen string, pos POS, max int) (depth int, ok bool) {
	return Look(spec, pos).Hypernym(Look(gen, pos), max)
}

// Kin reports whether one of two lemmas names a hypernym of the other, at most max steps up.
func Kin(a, b string, pos POS, max int) bool {
	x, y := Look(a, pos), Look(b, pos)
	_, up := x.Hypernym(y, max)
	_, down := y.Hypernym(x, max)
	return up || down
}

// climb gives the least number of steps from s to one of the targets, 0 where there is none within max.
func (db *database) climb(s uint32, targets []uint32, max int) int {
	best := 0
	if max <= 0 {
		return 0
	}
	for _, h := range db.up.of(s) {
		if contains(targets, h) {
			return 1
		}
		if d := db.climb(h, targets, max-1); d > 0 && (best == 0 || d+1 < best) {
			best = d + 1
			max = d
		}
	}
	return best
}

// CoHyponyms reports whether two lemmas share a direct hypernym in their first two senses and are not synonyms in
// any sense: cat and dog are not, being felid and canid; violin and cello are. Where the hypernym is as wide as
// "person", "time period" or "state" they share a kind but need not exclude each other: see Exclusive.
func CoHyponyms(a, b string, pos POS) bool {
	x, y := Look(a, pos), Look(b, pos)
	if a == b || !x.Sisters(y) {
		return false
	}
	_, _, synonyms := x.SynsetRank(y)
	return !synonyms
}

// Derived reports whether two lemmas of any parts of speech are derivationally related: invade and invasion, Russia
// and Russian, quick and quickly.
func Derived(a, b string) bool {
	w := network()
	for i := range w.parts {
		x, ok := find(&w.parts[i], a)
		if !ok {
			continue
		}
		for _, y := range w.derived.of(w.base[i] + x) {
			if w.name(y) == b {
				return true
			}
		}
	}
	return false
}

// Derivations lists the lemmas b for which Derived(lemma, b) holds. It allocates; to test a pair use Derived.
func Derivations(lemma string) []string {
	w := network()
	var out []string
	for i := range w.parts {
		if x, ok := find(&w.parts[i], lemma); ok {
			for _, y := range w.derived.of(w.base[i] + x) {
				out = append(out, w.name(y))
			}
		}
	}
	return out
}

// VerbOf gives the verb that a noun of doing is derived from: invade of invasion, attack of attack. Of several it is the
// one nearest in spelling, then the shortest, then the first; "" where there is none.
func VerbOf(noun string) string {
	w := network()
	n, ok := find(w.part(Noun), noun)
	if !ok {
		return ""
	}
	best, shared := "", 0
	for _, y := range w.derived.of(n) {
		if y < w.base[1] || y >= w.base[2] {
			continue
		}
		v := w.name(y)
		k := 0
		for k < len(v) && k < len(noun) && v[k] == noun[k] {
			k++
		}
		if k > shared || k == shared && (len(v) < len(best) || len(v) == len(best) && v < best) {
			best, shared = v, k
		}
	}
	if shared < 2 || strings.ContainsAny(best, " -") {
		return ""
	}
	return best
}

func (w *wordnet) name(x uint32) string {
	for i := range w.parts {
		if x < w.base[i+1] {
			return w.parts[i].lemma(x - w.base[i])
		}
	}
	return ""
}

// Entails reports whether the verb a entails b in one of its first three senses: to snore is to sleep.
func Entails(a, b string) bool { v := &network().parts[1]; return v.linked(&v.entail, a, b) }

// Causes reports whether the verb a brings b about in one of its first three senses: to kill makes die.
func Causes(a, b string) bool { v := &network().parts[1]; return v.linked(&v.cause, a, b) }

// PartOf reports whether the noun part is a direct part or member of whole: Paris of France, brigade of division.
func PartOf(part, whole string) bool {
	n := &network().parts[0]
	return n.linked(&n.whole, part, whole)
}

func (db *database) linked(r *rows, a, b string) bool {
	targets := db.first(b, allSenses)
	for _, s := range db.first(a, 3) {
		for _, t := range r.of(s) {
			if contains(targets, t) {
				return true
			}
		}
	}
	return false
}

func wordnetAntonyms(lemma string, pos POS) []string {
	db := network().part(pos)
	i, ok := find(db, lemma)
	if !ok {
		return nil
	}
	return db.names(nil, db.ants.of(i), i)
}

// Synonyms lists the lemmas that share a synset with this one, those of its frequent senses first.
func Synonyms(lemma string, pos POS) []string {
	db := network().part(pos)
	i, ok := find(db, lemma)
	if !ok {
		return nil
	}
	var out []string
	for _, s := range db.senses.of(i) {
		out = db.names(out, db.words.of(s), i)
	}
	return out
}

// Hypernyms lists the words of the direct hypernyms of a lemma's senses, those of its frequent senses first.
func Hypernyms(lemma string, pos POS) []string {
	db := network().part(pos)
	i, ok := find(db, lemma)
	if !ok {
		return nil
	}
	var out []string
	for _, s := range db.senses.of(i) {
		for _, h := range db.up.of(s) {
			out = db.names(out, db.words.of(h), i)
		}
	}
	return out
}

// names appends the lemmas that are not yet in dst, without the one asked about.
func (db *database) names(dst []string, lemmas []uint32, but uint32) []string {
next:
	for _, i := range lemmas {
		if i == but {
			continue
		}
		s := db.lemma(i)
		for _, old := range dst {
			if old == s {
				continue next
			}
		}
		dst = append(dst, s)
	}
	return dst
}

// Lemmas calls yield for every lemma of a part of speech in alphabetical order until it returns false.
func Lemmas(pos POS, yield func(string) bool) {
	db := network().part(pos)
	for i := range len(db.off) - 1 {
		if !yield(db.lemma(uint32(i))) {
			return
		}
	}
}

// A detachment is one rule of morphy(7WN): a form that ends in suffix may be inflected from one that ends in ending.
type detachment struct{ suffix, ending string }

var (
	nounRules = []detachment{
		{"s", ""}, {"ses", "s"}, {"xes", "x"}, {"zes", "z"}, {"ches", "ch"}, {"shes", "sh"}, {"men", "man"}, {"ies", "y"},
	}
	verbRules = []detachment{
		{"s", ""}, {"ies", "y"}, {"es", "e"}, {"es", ""}, {"ed", "e"}, {"ed", ""}, {"ing", "e"}, {"ing", ""},
	}
	adjRules = []detachment{{"er", ""}, {"est", ""}, {"er", "e"}, {"est", "e"}}
)

// BaseForms appends the lemmas that form may be inflected from, after WordNet's morphy: the exception lists (went →
// go), then the form itself where it is a lemma, then the rules of detachment. In a collocation the verb's first word
// and the noun's last one are inflected: "took off" → "take off". Nothing is appended for an unknown form.
func BaseForms(dst []string, form string, pos POS) []string {
	db := network().part(pos)
	start := len(dst)
	add := func(s string) {
		for _, old := range dst[start:] {
			if old == s {
				return
			}
		}
		dst = append(dst, s)
	}
	for i := db.exception(form); i < len(db.excs) && db.excTxt[db.excOff[i]:db.excOff[i+1]] == form; i++ {
		add(db.lemma(db.excs[i]))
	}
	if i, ok := find(db, form); ok {
		add(db.lemma(i))
	}
	rules := nounRules
	switch pos {
	case Verb:
		rules = verbRules
	case Adjective:
		rules = adjRules
	case Adverb:
		return dst
	}
	if pos == Noun && strings.HasSuffix(form, "ss") {
		return dst
	}
	// No lemma is longer than 71 bytes, so the buffer stays on the stack.
	var buf [96]byte
	if len(form) > len(buf)-4 {
		return dst
	}
	first, rest := form, ""
	if pos == Verb {
		if i := strings.IndexByte(form, ' '); i > 0 {
			first, rest = form[:i], form[i:]
			at := db.exception(first)
			for i := at; i < len(db.excs) && db.excTxt[db.excOff[i]:db.excOff[i+1]] == first; i++ {
				b := append(append(buf[:0], db.lemma(db.excs[i])...), rest...)
				if n, ok := find(db, b); ok {
					add(db.lemma(n))
				}
			}
		}
	}
	for _, r := range rules {
		if stem, ok := strings.CutSuffix(first, r.suffix); ok && stem != "" {
			b := append(append(append(buf[:0], stem...), r.ending...), rest...)
			if n, ok := find(db, b); ok {
				add(db.lemma(n))
			}
		}
	}
	return dst
}

// exception gives the place of the first exception form that is not below s.
func (db *database) exception(s string) int {
	lo, hi := 0, len(db.excs)
	for lo < hi {
		mid := (lo + hi) / 2
		if db.excTxt[db.excOff[mid]:db.excOff[mid+1]] < s {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}
