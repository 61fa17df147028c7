// Package extract reads the facts off statements: quantities, times, names,
// offices, quotations, negations, claims, attributions. It runs once over an
// event, after segmentation and before any comparison; a check compares facts
// and never parses.
//
// The work has two halves. The first looks at one statement at a time: the
// analyser gives words, parts of speech and a tree, and one file here for each
// kind of fact reads it off them. The second looks at the whole event: all
// mentions of a name, over all reports, are led to one table of entities, and
// roles, speakers and pronouns to its entries.
//
// How facts are read is a matter of this package alone. Others see
// witness.Fact.
package extract

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"sync"

	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/internal/nlp"
	"github.com/factdiff/factdiff/internal/segment"
	"github.com/factdiff/factdiff/internal/text"
	"github.com/factdiff/factdiff/witness"
)

// Extractor fills in the tokens and facts of an event. It is safe for
// concurrent use.
type Extractor struct {
	Lexicon *lexicon.Lexicon
	Mode    nlp.Mode
	// Workers bounds the statements that are analysed at once; 0 and 1 mean
	// one after the other.
	Workers int
}

// Event analyses every statement of ev and fills in Tokens, Facts and
// Entities. It fails only where ctx ends.
func (x *Extractor) Event(ctx context.Context, ev *witness.Event) error {
	an := nlp.Default()
	var sts []*witness.Statement
	for _, w := range ev.Witnesses {
		sts = append(sts, w.Statements...)
	}
	if err := x.analyseAll(ctx, an, sts); err != nil {
		return err
	}
	sents := make([]*sentence, len(sts))
	for i, st := range sts {
		sents[i] = newSentence(x.Lexicon, st)
	}
	for _, w := range ev.Witnesses {
		quotes(w)
	}
	at := 0
	if err := forEach(ctx, len(sents), x.Workers, func(i int) { sents[i].read() }); err != nil {
		return err
	}
	ev.Entities = nil
	entities(x.Lexicon, ev)
	for _, w := range ev.Witnesses {
		resolve(x.Lexicon, w, sents[at:at+len(w.Statements)])
		at += len(w.Statements)
		for _, st := range w.Statements {
			sortFacts(st.Facts)
		}
	}
	return nil
}

// read runs every extractor over one statement. The order matters: a date is
// no quantity, a title's words are no name.
func (s *sentence) read() {
	s.facts = s.st.Facts // the quotations
	s.times()
	s.findOffices()
	s.names()
	s.quantities()
	s.roles()
	s.negations()
	s.claims()
	s.attributions()
	s.st.Facts = s.facts
	if Furniture(s.lex, s.st) {
		s.st.Kind = witness.Furniture
	}
}

// forEach calls f for 0 to n-1, on up to workers goroutines.
func forEach(ctx context.Context, n, workers int, f func(int)) error {
	if workers <= 1 || n < 2 {
		for i := range n {
			if i%64 == 0 && ctx.Err() != nil {
				return ctx.Err()
			}
			f(i)
		}
		return ctx.Err()
	}
	next := make(chan int)
	var wg sync.WaitGroup
	for range min(workers, n) {
		wg.Go(func() {
			for i := range next {
				f(i)
			}
		})
	}
	for i := range n {
		if ctx.Err() != nil {
			break
		}
		next <- i
	}
	close(next)
	wg.Wait()
	return ctx.Err()
}

// analyseAll fills in the tokens of statements. What stands word for word in
// several reports, as agencies and translators have it, is analysed once.
func (x *Extractor) analyseAll(ctx context.Context, an *nlp.Analyser, sts []*witness.Statement) error {
	first := make(map[string]*witness.Statement, len(sts))
	var once, again []*witness.Statement
	for _, st := range sideBySide(sts) {
		if first[st.Text()] != nil {
			again = append(again, st)
			continue
		}
		first[st.Text()] = st
		once = append(once, st)
	}
	if err := forEach(ctx, len(once), x.Workers, func(i int) { x.analyse(an, once[i], nil) }); err != nil {
		return err
	}
	if surnames := bearers(x.Lexicon, once); len(surnames) > 0 {
		misread := slices.DeleteFunc(slices.Clone(once), func(st *witness.Statement) bool { return !mistaken(st, surnames) })
		if err := forEach(ctx, len(misread), x.Workers, func(i int) { x.analyse(an, misread[i], surnames) }); err != nil {
			return err
		}
	}
	for _, st := range again {
		repeat(st, first[st.Text()])
	}
	return nil
}

// sideBySide orders statements by their place in their report, so that those of
// several reports that may be versions of one come one after another: what the
// analyser found out about the words of one it still remembers for the next.
func sideBySide(sts []*witness.Statement) []*witness.Statement {
	sts = slices.Clone(sts)
	slices.SortStableFunc(sts, func(a, b *witness.Statement) int { return cmp.Compare(a.Index, b.Index) })
	return sts
}

// repeat gives a statement the tokens of one that has the same text.
func repeat(st, of *witness.Statement) {
	st.Tokens, st.Facts = append(st.Tokens[:0], of.Tokens...), nil
	shift := st.Span.Start - of.Span.Start
	for i := range st.Tokens {
		t := &st.Tokens[i]
		t.Span = witness.Span{Start: t.Span.Start + shift, End: t.Span.End + shift}
		t.Form = st.Witness.Text[t.Span.Start:t.Span.End]
	}
}

// buffers hold tokens on their way from the analyser into a statement.
var buffers = sync.Pool{New: func() any { return new([]nlp.Token) }}

// analyse fills in the tokens of a statement, sentence by sentence. A word at the head
// of a sentence that is among the surnames is read as one.
func (x *Extractor) analyse(an *nlp.Analyser, st *witness.Statement, surnames map[string]bool) {
	st.Tokens, st.Facts = st.Tokens[:0], nil
	full := st.Text()
	room := buffers.Get().(*[]nlp.Token)
	defer buffers.Put(room)
	for _, p := range segment.Sentences(full) {
		*room = nlp.Tokenize((*room)[:0], full[p.Start:p.End])
		buf := *room
		at, form := standIn(buf, surnames)
		an.AnalyseTokens(buf, x.Mode)
		if at >= 0 {
			buf[at].Form, buf[at].Lemma = form, form
		}
		base := len(st.Tokens)
		st.Tokens = slices.Grow(st.Tokens, len(buf))
		for i := range buf {
			t := &buf[i]
			head := -1
			if t.Head >= 0 {
				head = t.Head + base
			}
			start := st.Span.Start + p.Start
			lower := lowerPlain(t.Form)
			lemma := lowerPlain(t.Lemma)
			if lemma == "" {
				lemma = lower
			}
			lemma = baseForm(lemma, lower, t.UPOS)
			st.Tokens = append(st.Tokens, witness.Token{
				Span: witness.Span{Start: start + t.Start, End: start + t.End},
				Form: t.Form, Lower: lower, Lemma: lemma, UPOS: t.UPOS, XPOS: t.XPOS, Head: head, Rel: t.Rel, Conf: t.Conf,
			})
		}
	}
}

// lowerPlain makes the matching form of a word: lower case, typographic marks
// made plain.
func lowerPlain(w string) string {
	plain := true
	for i := 0; i < len(w); i++ {
		if c := w[i]; c >= 0x80 || c >= 'A' && c <= 'Z' {
			plain = false
			break
		}
	}
	if plain {
		return w
	}
	return strings.ToLower(text.Plain(w))
}
