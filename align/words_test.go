package align

import (
	"testing"

	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// What is tied as the same thing is not compared further, so a wrong tie of
// two names or of opposites would hide a difference.
func TestLikeness(t *testing.T) {
	name := func(w string) witness.Token {
		return witness.Token{Form: w, Lower: w, Lemma: w, UPOS: "PROPN"}
	}
	as := func(upos string) func(string) witness.Token {
		return func(w string) witness.Token { return witness.Token{Form: w, Lower: w, Lemma: w, UPOS: upos} }
	}
	w := newWordAligner(lexicon.Default())
	noun, verb, adj := as("NOUN"), as("VERB"), as("ADJ")
	for _, c := range []struct {
		a, b witness.Token
		same bool
	}{
		{name("riabkov"), name("ryabkov"), true},
		{name("sergei"), name("sergey"), true},
		{name("shoigu"), name("shoygu"), true},
		{name("kobe"), name("kirby"), false},
		{name("austria"), name("australia"), false},
		{name("iran"), name("iraq"), false},
		{name("lithuania"), name("latvia"), false},
		{name("putin"), name("biden"), false},
		{name("slovakia"), name("slovenia"), false},
		{name("niger"), name("nigeria"), false},
		{name("mali"), name("malawi"), false},
		{noun("region"), adj("regional"), true},
		{noun("invasion"), verb("invade"), true},
		{noun("soldier"), noun("troop"), true},
		{noun("contract"), noun("contrast"), false},
		{noun("minister"), noun("ministry"), false},
		{noun("military"), noun("militant"), false},
		{verb("rise"), verb("fall"), false},
		{verb("accept"), verb("reject"), false},
		{noun("colour"), noun("color"), true},
		{noun("percent"), as("SYM")("%"), true},
		{noun("monday"), noun("tuesday"), false},
	} {
		a, b := newForm(w.lex, keyOf(&c.a)), newForm(w.lex, keyOf(&c.b))
		l, back := w.likeness(&a, &b), w.likeness(&b, &a)
		if got := l.sim > 0 && l.kind <= witness.LinkSynonym; got != c.same {
			t.Errorf("%s and %s: %.2f by %d, want the same: %v", c.a.Form, c.b.Form, l.sim, l.kind, c.same)
		}
		if back != l {
			t.Errorf("%s and %s: %.2f by %d, the other way round %.2f by %d", c.a.Form, c.b.Form, l.sim, l.kind, back.sim, back.kind)
		}
	}
}

func keyOf(t *witness.Token) wordKey { return wordKey{t.Lemma, t.Lower, t.UPOS} }

// A statement of more words than are aligned has heads among those that are not.
func TestLongStatement(t *testing.T) {
	st := &witness.Statement{}
	for i := range maxWords + 20 {
		st.Tokens = append(st.Tokens, witness.Token{Form: "and", Lower: "and", Lemma: "and", UPOS: "CCONJ", Head: maxWords + 10, Rel: "cc"})
		if i%3 == 0 {
			st.Tokens[i] = witness.Token{Form: "cars", Lower: "cars", Lemma: "car", UPOS: "NOUN", Head: maxWords + 10, Rel: "conj"}
		}
	}
	w := newWordAligner(lexicon.Default())
	v := w.view(st)
	if links := w.align(v, v); len(links) == 0 || len(links) > maxWords {
		t.Errorf("%d words aligned", len(links))
	}
}
