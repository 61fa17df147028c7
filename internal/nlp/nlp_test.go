package nlp

import (
	"crypto/sha256"
	"fmt"
	"math"
	"os"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/factdiff/factdiff/internal/nlp/perceptron"
	"github.com/factdiff/factdiff/internal/nlp/provenance"
	"github.com/factdiff/factdiff/internal/nlp/treebank"
)

// arcs of small news sentences that have to be right, as "dependent rel head";
// arcs after a bar are asked of the vote only.
var sentences = []struct {
	text string
	arcs string
}{
	{"Russia did not attack Ukraine.",
		"Russia nsubj attack, not advmod attack, did aux attack, Ukraine obj attack, attack root -"},
	{"Ukrainian officials said the talks in Paris were difficult.",
		"officials nsubj said, difficult ccomp said, talks nsubj difficult, Paris nmod talks, were cop difficult"},
	{"Kozak said that Russia doesn't intend to invade Ukraine.",
		"Kozak nsubj said, intend ccomp said, Russia nsubj intend, n't advmod intend, invade xcomp intend, Ukraine obj invade"},
	{"The meeting was held in Berlin by diplomats from four countries.",
		"meeting nsubj:pass held, was aux:pass held, Berlin obl held, diplomats obl:agent|obl held, countries nmod diplomats, four nummod countries"},
	{"“We will meet again in two weeks,” the Russian negotiator told reporters.",
		"We nsubj meet, will aux meet, again advmod meet, negotiator nsubj told, reporters obj|iobj told, Russian amod negotiator"},
	{"Moscow has sent more than 100,000 troops to the border.",
		"Moscow nsubj sent, has aux sent, troops obj sent, border obl sent, 100,000 nummod troops"},
	{"The president's adviser, who attended the talks, refused to comment.",
		"president nmod:poss adviser, talks obj attended, comment xcomp refused | adviser nsubj refused"},
	{"France and Germany brokered the ceasefire in 2015.",
		"France nsubj brokered, Germany conj France, ceasefire obj brokered, 2015 obl brokered"},
}

func TestSentences(t *testing.T) {
	for _, mode := range []Mode{Greedy, Vote} {
		for _, c := range sentences {
			toks := Default().Analyse(nil, c.text, mode)
			got := map[string]bool{}
			for _, tok := range toks {
				head := "-"
				if tok.Head >= 0 {
					head = toks[tok.Head].Form
				}
				got[tok.Form+" "+tok.Rel+" "+head] = true
			}
			arcs, voteOnly, _ := strings.Cut(c.arcs, " | ")
			if mode == Vote && voteOnly != "" {
				arcs += ", " + voteOnly
			}
			for arc := range strings.SplitSeq(arcs, ", ") {
				f := strings.Fields(arc)
				ok := false
				for rel := range strings.SplitSeq(f[1], "|") {
					ok = ok || got[f[0]+" "+rel+" "+f[2]]
				}
				if !ok {
					t.Errorf("mode %d: no arc %q in\n%s", mode, arc, show(toks))
				}
			}
		}
	}
}

func show(toks []Token) string {
	var b strings.Builder
	for i, t := range toks {
		fmt.Fprintf(&b, "%2d %-14s %-14s %-6s %-5s %2d %-12s %.2f\n", i, t.Form, t.Lemma, t.UPOS, t.XPOS, t.Head, t.Rel, t.Conf)
	}
	return b.String()
}

func TestLemmas(t *testing.T) {
	for text, want := range map[string]string{
		"The talks were held and it wasn't easy.": "the talk be hold and it be not easy .",
		"Officials denied planning attacks.":      "official deny plan attack .",
		"She has gone to better countries.":       "she have go to good country .",
		"He’s said they’ve left.":                 "he have|be say they have leave .",
	} {
		toks := Default().Analyse(nil, text, Greedy)
		for i, w := range strings.Fields(want) {
			if i >= len(toks) || !strings.Contains("|"+w+"|", "|"+toks[i].Lemma+"|") {
				t.Errorf("%q, want %q:\n%s", text, want, show(toks))
				break
			}
		}
	}
}

// checkTree reports what is wrong with an analysis, or "".
func checkTree(toks []Token) string {
	root := -1
	for i, t := range toks {
		if t.UPOS == "" || t.XPOS == "" || t.Rel == "" || t.Lemma == "" {
			return fmt.Sprintf("token %d is not filled: %+v", i, t)
		}
		if t.Conf < 0 || t.Conf > 1 || math.IsNaN(float64(t.Conf)) {
			return fmt.Sprintf("token %d: confidence %v", i, t.Conf)
		}
		if (t.Head < 0) != (t.Rel == "root") {
			return fmt.Sprintf("token %d: head %d, relation %s", i, t.Head, t.Rel)
		}
		if t.Head < 0 {
			if root >= 0 {
				return fmt.Sprintf("two roots, %d and %d", root, i)
			}
			root = i
		}
		if t.Head >= len(toks) || t.Head == i {
			return fmt.Sprintf("token %d: head %d of %d", i, t.Head, len(toks))
		}
	}
	// Every word reaches the root: mark the paths known to.
	ok := make([]int, len(toks)) // 0 unknown, 1 on the path, 2 reaches the root
	for i := range toks {
		var path []int
		for j := i; j >= 0 && ok[j] != 2; j = toks[j].Head {
			if ok[j] == 1 {
				return fmt.Sprintf("a cycle through %d", j)
			}
			ok[j] = 1
			path = append(path, j)
		}
		for _, j := range path {
			ok[j] = 2
		}
	}
	return ""
}

func FuzzAnalyse(f *testing.F) {
	for _, c := range sentences {
		f.Add(c.text)
	}
	f.Add("\xff\xfe “”’ … — \u200d a\u0301 İSTANBUL ẞ ﬁ")
	f.Add("((((((( ))) !!! \" \" \" ' ' 1 2 3 %% $$ @ #")
	f.Fuzz(func(t *testing.T, s string) {
		for _, mode := range []Mode{Greedy, Vote} {
			toks := Default().Analyse(nil, s, mode)
			if msg := checkTokens(s, toks); msg != "" {
				t.Errorf("%q: %s", s, msg)
			}
			if msg := checkTree(toks); msg != "" {
				t.Errorf("%q: %s\n%s", s, msg, show(toks))
			}
			if again := Default().Analyse(nil, s, mode); !reflect.DeepEqual(toks, again) {
				t.Errorf("%q: two runs differ\n%s\n%s", s, show(toks), show(again))
			}
		}
	})
}

func TestEmpty(t *testing.T) {
	for _, mode := range []Mode{Greedy, Vote} {
		Default().AnalyseTokens(nil, mode)
		if got := Default().Analyse(nil, " \n", mode); len(got) != 0 {
			t.Errorf("white space has tokens: %v", got)
		}
		toks := []Token{{}, {Form: "x"}} // an empty form must not panic
		Default().AnalyseTokens(toks, mode)
	}
}

// Heads are relative to the appended tokens, and what was there stays.
func TestAppend(t *testing.T) {
	first := Default().Analyse(nil, "He left.", Greedy)
	both := Default().Analyse(first, "She stayed.", Greedy)
	if len(both) != 6 || both[4].Head != -1 || both[3].Head != 1 {
		t.Errorf("appended:\n%s", show(both))
	}
}

func TestConcurrent(t *testing.T) {
	want := make([][]Token, len(sentences))
	for i, c := range sentences {
		want[i] = Default().Analyse(nil, c.text, Vote)
	}
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for i, c := range sentences {
				if got := Default().Analyse(nil, c.text, Vote); !reflect.DeepEqual(got, want[i]) {
					t.Errorf("%q differs when analysed concurrently", c.text)
				}
			}
		})
	}
	wg.Wait()
}

// A "sentence" of 100 kB takes a moment, not minutes, in either mode.
func TestLong(t *testing.T) {
	for _, unit := range []string{"word ", "Russia said ", "( ", ", ", "x"} {
		s := strings.Repeat(unit, 100_000/len(unit))
		for _, mode := range []Mode{Greedy, Vote} {
			begin := time.Now()
			toks := Default().Analyse(nil, s, mode)
			if d := time.Since(begin); d > 10*time.Second {
				t.Errorf("%q repeated: %v", unit, d)
			}
			if msg := checkTree(toks); msg != "" {
				t.Errorf("%q repeated: %s", unit, msg)
			}
		}
	}
}

// The models are the ones CHECKSUMS names, and the code that made them is the
// code that is here. If this fails after a change to that code, run
//
//	go run ./internal/nlp/train ../shared/ud /usr/share/wordnet
//
// and see what the change does to the figures. Do not edit CHECKSUMS.
func TestChecksums(t *testing.T) {
	data, err := os.ReadFile("models/CHECKSUMS")
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{}
	for line := range strings.Lines(string(data)) {
		if f := strings.Fields(line); len(f) == 3 && f[0] != "#" {
			want[f[0]+" "+f[1]] = f[2]
		}
	}
	for name, file := range map[string][]byte{"greedy.model": greedyModel, "vote.model": voteModel} {
		if got := fmt.Sprintf("%x", sha256.Sum256(file)); got != want["model "+name] {
			t.Errorf("%s is not the model CHECKSUMS names", name)
		}
	}
	if data, err := os.ReadFile("train/news-train.conllu"); err != nil {
		t.Error(err)
	} else if got := fmt.Sprintf("%x", sha256.Sum256(data)); got != want["supplement news-train.conllu"] {
		t.Error("news-train.conllu is not what the models were learned from")
	}
	for _, name := range provenance.Packages {
		got, err := provenance.Code(name)
		if err != nil {
			t.Error(err)
		} else if got != want["code "+name] {
			t.Errorf("the code of %s is not what made the models", name)
		}
	}
}

// Tagger and parser remember what they found, of tables alone. A table that they
// do not know for one must give the same.
func TestRemembering(t *testing.T) {
	m, err := decodeGreedy(greedyModel)
	if err != nil {
		t.Fatal(err)
	}
	type forgetful struct{ perceptron.Scorer }
	m.tagger.Scorer, m.ltr.Scorer = forgetful{m.tagger.Scorer}, forgetful{m.ltr.Scorer}
	plain := newAnalyser(m)
	for range 2 {
		for _, c := range sentences {
			if want, got := plain.Analyse(nil, c.text, Greedy), Default().Analyse(nil, c.text, Greedy); !reflect.DeepEqual(got, want) {
				t.Errorf("%s:\n%+v, without memory\n%+v", c.text, got, want)
			}
		}
	}
}

// The news sentences that were held back from training are read as well as they
// were when the models were made.
func TestNews(t *testing.T) {
	gold, err := treebank.ReadFile("train/news-dev.conllu")
	if err != nil {
		t.Fatal(err)
	}
	for mode, least := range map[Mode]int{Greedy: 870, Vote: 900} { // right arcs of a thousand
		right, n := 0, 0
		for _, s := range gold {
			toks := make([]Token, len(s.Words))
			for i, w := range s.Words {
				toks[i].Form = w.Form
			}
			Default().AnalyseTokens(toks, mode)
			for i, w := range s.Words {
				n++
				if toks[i].Head == w.Head && toks[i].Rel == w.Rel {
					right++
				}
			}
		}
		if right*1000 < n*least {
			t.Errorf("mode %d: %d of %d arcs right, want %d in a thousand", mode, right, n, least)
		}
	}
}

// What a release promises of size: all models in 20 MB, the greedy one in 8.
func TestSize(t *testing.T) {
	if len(greedyModel) > 8<<20 || len(greedyModel)+len(voteModel) > 20<<20 {
		t.Errorf("greedy model %d bytes, vote model %d", len(greedyModel), len(voteModel))
	}
}
