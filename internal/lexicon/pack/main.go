// Pack turns the WordNet 3.0 database files into wordnet.bin, the compressed file that package lexicon embeds, and
// proper.txt, the words that WordNet knows only as names.
//
//	go run ./internal/lexicon/pack /usr/share/wordnet
//
// (Debian and Ubuntu: apt-get install wordnet-base.) It keeps lemmas, sense order, the lexicographer's category of
// each synset, and the relations that the lexicon answers for: antonyms, similar-to heads, hypernyms, entailment,
// cause, part-of, derivation, and the exception lists. Glosses, examples and frames are left out. The output is a
// function of the input alone: the same database gives the same bytes.
package main

import (
	"bufio"
	"bytes"
	"cmp"
	"compress/flate"
	"encoding/binary"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

func main() {
	out := flag.String("o", "internal/lexicon/wordnet.bin", "file to write")
	flag.Usage = func() {
		fmt.Fprintln(flag.CommandLine.Output(), "usage: go run ./internal/lexicon/pack [-o FILE] DIR")
		flag.PrintDefaults()
	}
	flag.Parse()
	if flag.NArg() != 1 {
		flag.Usage()
		os.Exit(2)
	}
	if err := run(flag.Arg(0), *out); err != nil {
		fmt.Fprintln(os.Stderr, "pack:", err)
		os.Exit(1)
	}
}

func run(dir, out string) error {
	db, err := read(dir)
	if err != nil {
		return err
	}
	raw := db.encode()
	var z bytes.Buffer
	w, err := flate.NewWriter(&z, flate.BestCompression)
	if err != nil {
		return err
	}
	if _, err := w.Write(raw); err != nil {
		return err
	}
	if err := w.Close(); err != nil {
		return err
	}
	fmt.Printf("%d bytes, %d packed\n", len(raw), z.Len())
	if err := os.WriteFile(out, z.Bytes(), 0o644); err != nil {
		return err
	}
	return db.writeProper(filepath.Join(filepath.Dir(out), "proper.txt"))
}

// parts lists the four databases in the order in which they are packed.
var parts = []struct {
	letter byte
	name   string
}{{'n', "noun"}, {'v', "verb"}, {'a', "adj"}, {'r', "adv"}}

// A pointer is one relation of a synset; src and dst number words from 1, 0 for the whole synset.
type pointer struct {
	symbol   string
	pos      byte
	offset   int
	src, dst int
}

type synset struct {
	lex      int
	head     bool     // not a satellite: satellites have the letter s
	words    []string // lower case, spaces for underscores, no syntactic marker
	pointers []pointer
}

type part struct {
	lemmas  []string
	id      map[string]int // lemma to index in lemmas
	senses  [][]int        // synset numbers of each lemma, most frequent sense first
	synsets []synset
	byOff   map[int]int // file offset to synset number
	excs    [][2]string
}

type database struct{ parts [4]*part }

func index(pos byte) int {
	if pos == 's' {
		pos = 'a'
	}
	return slices.IndexFunc(parts, func(p struct {
		letter byte
		name   string
	}) bool {
		return p.letter == pos
	})
}

func plain(word string) string {
	if i := strings.IndexByte(word, '('); i > 0 {
		word = word[:i]
	}
	return strings.ToLower(strings.ReplaceAll(word, "_", " "))
}

func read(dir string) (*database, error) {
	db := new(database)
	for i, p := range parts {
		pt := &part{id: map[string]int{}, byOff: map[int]int{}}
		db.parts[i] = pt
		err := lines(filepath.Join(dir, "data."+p.name), func(f []string) error { return pt.data(f) })
		if err != nil {
			return nil, err
		}
		err = lines(filepath.Join(dir, "index."+p.name), func(f []string) error { return pt.index(f) })
		if err != nil {
			return nil, err
		}
		err = lines(filepath.Join(dir, p.name+".exc"), func(f []string) error {
			for _, base := range f[1:] {
				pt.excs = append(pt.excs, [2]string{plain(f[0]), plain(base)})
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
		pt.sort()
	}
	return db, nil
}

// lines calls f with the fields of each line that is not part of the licence header.
func lines(name string, f func([]string) error) error {
	file, err := os.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	sc := bufio.NewScanner(file)
	sc.Buffer(nil, 1<<20)
	for n := 1; sc.Scan(); n++ {
		if strings.HasPrefix(sc.Text(), "  ") {
			continue
		}
		text, _, _ := strings.Cut(sc.Text(), " | ")
		if err := f(strings.Fields(text)); err != nil {
			return fmt.Errorf("%s:%d: %w", name, n, err)
		}
	}
	return sc.Err()
}

// data reads one line of a data file; its form is that of wndb(5WN).
func (pt *part) data(f []string) error {
	num := func(s string, base int) int {
		n, _ := strconv.ParseInt(s, base, 64)
		return int(n)
	}
	if len(f) < 6 {
		return io.ErrUnexpectedEOF
	}
	s := synset{lex: num(f[1], 10), head: f[2] != "s"}
	pt.byOff[num(f[0], 10)] = len(pt.synsets)
	words := num(f[3], 16)
	if len(f) < 5+2*words {
		return io.ErrUnexpectedEOF
	}
	for i := range words {
		s.words = append(s.words, plain(f[4+2*i]))
	}
	rest := f[4+2*words:]
	n := num(rest[0], 10)
	if len(rest) < 1+4*n {
		return io.ErrUnexpectedEOF
	}
	for i := range n {
		q := rest[1+4*i : 5+4*i]
		s.pointers = append(s.pointers, pointer{q[0], q[2][0], num(q[1], 10), num(q[3][:2], 16), num(q[3][2:], 16)})
	}
	pt.synsets = append(pt.synsets, s)
	return nil
}

// index reads one line of an index file: the lemma and its synsets in order of frequency.
func (pt *part) index(f []string) error {
	n, err := strconv.Atoi(f[2])
	if err != nil || len(f) < n {
		return fmt.Errorf("bad sense count %q", f[2])
	}
	var senses []int
	for _, off := range f[len(f)-n:] {
		o, _ := strconv.Atoi(off)
		s, ok := pt.byOff[o]
		if !ok {
			return fmt.Errorf("no synset at %s", off)
		}
		senses = append(senses, s)
	}
	lemma := plain(f[0])
	pt.lemmas = append(pt.lemmas, lemma)
	pt.senses = append(pt.senses, senses)
	return nil
}

func (pt *part) sort() {
	order := make([]int, len(pt.lemmas))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(pt.lemmas[a], pt.lemmas[b]) })
	lemmas, senses := make([]string, len(order)), make([][]int, len(order))
	for i, o := range order {
		lemmas[i], senses[i] = pt.lemmas[o], pt.senses[o]
		pt.id[lemmas[i]] = i
	}
	pt.lemmas, pt.senses = lemmas, senses
}

// rank gives the place of synset s among the senses of lemma.
func (pt *part) rank(lemma, s int) int { return slices.Index(pt.senses[lemma], s) }

type buffer []byte

func (b *buffer) uint(n int) { *b = binary.AppendUvarint(*b, uint64(n)) }
func (b *buffer) int(n int)  { *b = binary.AppendVarint(*b, int64(n)) }

// strings writes a sorted list, each string as the length of what it shares with the one before, and the rest.
func (b *buffer) strings(list []string) {
	b.uint(len(list))
	prev := ""
	for _, s := range list {
		n := 0
		for n < len(s) && n < len(prev) && s[n] == prev[n] {
			n++
		}
		b.uint(n)
		b.uint(len(s) - n)
		*b = append(*b, s[n:]...)
		prev = s
	}
}

func (db *database) encode() []byte {
	var b buffer
	b = append(b, "factdiff wordnet 1\n"...)
	base := 0
	bases := [4]int{}
	for i, pt := range db.parts {
		bases[i] = base
		base += len(pt.lemmas)
		b.strings(pt.lemmas)
		for _, s := range pt.senses {
			b.uint(len(s))
		}
		for _, s := range pt.senses {
			for _, n := range s {
				b.uint(n)
			}
		}
		b.uint(len(pt.synsets))
		for _, s := range pt.synsets {
			b = append(b, byte(s.lex))
		}
		pt.relation(&b, parts[i].letter, "@", "@i")
		pt.relation(&b, parts[i].letter, "&")
		pt.relation(&b, parts[i].letter, "*")
		pt.relation(&b, parts[i].letter, ">")
		pt.relation(&b, parts[i].letter, "#p", "#m")
		pt.antonyms(&b)
		var forms, bases []string
		slices.SortFunc(pt.excs, func(a, b [2]string) int {
			return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1]))
		})
		for _, e := range pt.excs {
			if _, ok := pt.id[e[1]]; ok {
				forms, bases = append(forms, e[0]), append(bases, e[1])
			}
		}
		b.strings(forms)
		for _, s := range bases {
			b.uint(pt.id[s])
		}
	}
	db.derivations(&b, bases)
	return b
}

// relation writes, for each synset, the synsets of the same database that a pointer of one of the symbols leads to.
// A satellite points to its head by "&"; a head's pointers to its satellites are the same facts and left out.
func (pt *part) relation(b *buffer, pos byte, symbols ...string) {
	var counts, targets buffer
	for i, s := range pt.synsets {
		n := 0
		for _, p := range s.pointers {
			if !slices.Contains(symbols, p.symbol) || index(p.pos) != index(pos) {
				continue
			}
			t := pt.byOff[p.offset]
			if p.symbol == "&" && s.head {
				continue
			}
			targets.int(t - i)
			n++
		}
		counts.uint(n)
	}
	*b = append(append(*b, counts...), targets...)
}

func (pt *part) antonyms(b *buffer) {
	type ant struct{ a, b, ra, rb int }
	var list []ant
	for i, s := range pt.synsets {
		for _, p := range s.pointers {
			if p.symbol != "!" || p.src == 0 {
				continue
			}
			t := pt.byOff[p.offset]
			la, okA := pt.id[s.words[p.src-1]]
			lb, okB := pt.id[pt.synsets[t].words[p.dst-1]]
			if okA && okB {
				// A handful of the database's antonyms lack the way back.
				ra, rb := pt.rank(la, i), pt.rank(lb, t)
				list = append(list, ant{la, lb, ra, rb}, ant{lb, la, rb, ra})
			}
		}
	}
	slices.SortFunc(list, func(x, y ant) int {
		return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b), cmp.Compare(x.ra, y.ra), cmp.Compare(x.rb, y.rb))
	})
	list = slices.Compact(list)
	b.uint(len(list))
	prev := 0
	for _, x := range list {
		b.uint(x.a - prev)
		b.uint(x.b)
		b.uint(x.ra)
		b.uint(x.rb)
		prev = x.a
	}
}

// derivations writes pairs of lemmas, numbered through all four databases, the smaller number first: "+" links
// derivationally related forms, "\" an adjective to its noun or an adverb to its adjective, "<" a participle.
func (db *database) derivations(b *buffer, bases [4]int) {
	var pairs [][2]int
	for i, pt := range db.parts {
		for _, s := range pt.synsets {
			for _, p := range s.pointers {
				if (p.symbol != "+" && p.symbol != "\\" && p.symbol != "<") || p.src == 0 {
					continue
				}
				j := index(p.pos)
				other := db.parts[j]
				t := other.synsets[other.byOff[p.offset]]
				la, okA := pt.id[s.words[p.src-1]]
				lb, okB := other.id[t.words[p.dst-1]]
				if !okA || !okB {
					continue
				}
				x, y := bases[i]+la, bases[j]+lb
				pairs = append(pairs, [2]int{min(x, y), max(x, y)})
			}
		}
	}
	slices.SortFunc(pairs, func(x, y [2]int) int { return cmp.Or(cmp.Compare(x[0], y[0]), cmp.Compare(x[1], y[1])) })
	pairs = slices.Compact(pairs)
	b.uint(len(pairs))
	prev := 0
	for _, p := range pairs {
		b.uint(p[0] - prev)
		b.uint(p[1] - p[0])
		prev = p[0]
	}
}
