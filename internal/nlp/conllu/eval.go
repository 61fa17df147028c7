package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/factdiff/factdiff/internal/nlp"
	"github.com/factdiff/factdiff/internal/nlp/treebank"
)

// A ratio is a count of right ones among all.
type ratio struct{ right, n int }

func (r *ratio) add(right bool) {
	r.n++
	if right {
		r.right++
	}
}

func (r ratio) percent() float64 { return 100 * float64(r.right) / float64(max(r.n, 1)) }

// An f1 compares arcs found to arcs wanted.
type f1 struct{ right, found, gold int }

func (f *f1) add(found, gold, same bool) {
	if found {
		f.found++
	}
	if gold {
		f.gold++
	}
	if found && gold && same {
		f.right++
	}
}

func (f f1) percent() float64 {
	return 200 * float64(f.right) / float64(max(f.found+f.gold, 1))
}

// A tally is everything eval counts.
type tally struct {
	upos, xpos, lemma      ratio
	uas, las, uasNP, lasNP ratio // NP: without punctuation
	relations              [4]f1
	negation               f1
	sentences              int
}

// The relations scored, with all their subtypes.
var relations = [4]string{"nsubj", "obj", "obl", "ccomp"}

func evalFile(name string, out io.Writer, mode nlp.Mode) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	var t tally
	var toks []nlp.Token
	err = treebank.Each(f, func(s treebank.Sentence) error {
		toks = analyse(toks, s, mode)
		t.add(s, toks)
		return nil
	})
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	t.print(out)
	return nil
}

func (t *tally) add(s treebank.Sentence, toks []nlp.Token) {
	t.sentences++
	for i, w := range s.Words {
		g := &toks[i]
		t.upos.add(g.UPOS == w.UPOS)
		t.xpos.add(g.XPOS == w.XPOS)
		t.lemma.add(g.Lemma == w.Lemma)
		head := g.Head == w.Head
		t.uas.add(head)
		t.las.add(head && g.Rel == w.Rel)
		if w.UPOS != "PUNCT" {
			t.uasNP.add(head)
			t.lasNP.add(head && g.Rel == w.Rel)
		}
		for k, rel := range relations {
			t.relations[k].add(universal(g.Rel) == rel, universal(w.Rel) == rel, head)
		}
		negative := strings.Contains(w.Feats, "Polarity=Neg")
		t.negation.add(negates(g.Rel, g.Lemma), negative && universal(w.Rel) == "advmod", head)
	}
}

// universal cuts the subtype off a relation.
func universal(rel string) string {
	rel, _, _ = strings.Cut(rel, ":")
	return rel
}

// negates reports whether an analysed word negates its head.
func negates(rel, lemma string) bool {
	if universal(rel) != "advmod" {
		return false
	}
	switch strings.ToLower(lemma) {
	case "not", "no": // all that the treebanks mark Polarity=Neg and attach as advmod
		return true
	}
	return false
}

func (t *tally) print(w io.Writer) {
	fmt.Fprintf(w, "%d sentences, %d words\n", t.sentences, t.upos.n)
	line := func(name string, v float64) { fmt.Fprintf(w, "%-24s %6.2f\n", name, v) }
	line("UPOS", t.upos.percent())
	line("XPOS", t.xpos.percent())
	line("lemma", t.lemma.percent())
	line("UAS", t.uas.percent())
	line("LAS", t.las.percent())
	line("UAS without punctuation", t.uasNP.percent())
	line("LAS without punctuation", t.lasNP.percent())
	for k, rel := range relations {
		line(rel+" F1", t.relations[k].percent())
	}
	line("negation F1", t.negation.percent())
}
