package nlp

import (
	"bufio"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"
)

func TestTokenize(t *testing.T) {
	for _, want := range []string{
		"Ukraine said an eight - hour meeting did n't end .",
		"Russia 's negotiator said it ’s n’t over .",
		"The U.S. has n't sent 100,000 troops , 12.5 % more .",
		"On 10/01/2022 at 10:30 , he paid $ 3.2bn .",
		"“ We can not go , ” Mr. Kozak said ...",
		"( OSCE ) [ sic ] well-known",
		"the U.S. 's non-profit AT&T of George W. Bush",
		"see https://example.org/a?b=c&d , mail a@b.com",
		"the '90s , the soldiers ' barracks !!!",
		"the sites . Russia saw kp.ru and Ex.Com .",
		"She should 've called 713-853-3989 in 2001 - 2005 .",
	} {
		s, forms := want, strings.Fields(want)
		for _, r := range []struct{ old, new string }{
			{" - ", "-"}, {" n't", "n't"}, {" 's", "'s"}, {" ’s", "’s"}, {" n’t", "n’t"}, {" ,", ","}, {" .", "."},
			{" %", "%"}, {"$ ", "$"}, {"“ ", "“"}, {" ”", "”"}, {"( ", "("}, {" )", ")"}, {" 've", "'ve"},
			{"can not", "cannot"}, {" !!!", "!!!"}, {" ...", "..."}, {"soldiers '", "soldiers'"},
		} {
			s = strings.ReplaceAll(s, r.old, r.new)
		}
		s = strings.ReplaceAll(s, "sites. Russia", "sites.Russia")
		if strings.Contains(want, "well-known") {
			forms = append(forms[:len(forms)-1], "well", "-", "known")
		}
		var got []string
		for _, tok := range Tokenize(nil, s) {
			got = append(got, tok.Form)
		}
		if g, w := strings.Join(got, " "), strings.Join(forms, " "); g != w {
			t.Errorf("Tokenize(%q)\n got %s\nwant %s", s, g, w)
		}
	}
}

// checkTokens reports what is wrong with the offsets of toks, or "".
func checkTokens(s string, toks []Token) string {
	pos := 0
	for i, t := range toks {
		if t.Start < pos || t.End <= t.Start || t.End > len(s) {
			return fmt.Sprintf("token %d: [%d,%d) after %d", i, t.Start, t.End, pos)
		}
		if t.Form != s[t.Start:t.End] {
			return fmt.Sprintf("token %d: form %q is not the text", i, t.Form)
		}
		if gap := s[pos:t.Start]; strings.IndexFunc(gap, notSpace) >= 0 {
			return fmt.Sprintf("dropped %q", gap)
		}
		pos = t.End
	}
	if gap := s[pos:]; strings.IndexFunc(gap, notSpace) >= 0 {
		return fmt.Sprintf("dropped %q", gap)
	}
	return ""
}

func notSpace(r rune) bool { return r == utf8.RuneError || !unicode.IsSpace(r) }

func FuzzTokenize(f *testing.F) {
	for _, s := range []string{
		"It’s n't U.S.'s 10/01/2022...", "\xff\xfe a\xe2\x80", " \u200d \u0301", "'s", "n't", "''''", "http://",
		"a@b@c@@ -- &A&B 1-2-3 713-853-", "👩‍👩‍👧’s", "e-e-e-e- 1/2/3/4/5:6:7",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if msg := checkTokens(s, Tokenize(nil, s)); msg != "" {
			t.Errorf("%q: %s", s, msg)
		}
	})
}

// A sentence of 100 kB must not take time quadratic in its length.
func TestTokenizeLong(t *testing.T) {
	for _, unit := range []string{"a", ".", "'", "a.", "1/", "1-", "non-", "\u200d", "\u0301", " \u200d", "-", "’", "\xff", "a'", "A&", "a@", "http://", "https://a ", "🇺"} {
		s := strings.Repeat(unit, 100_000/len(unit))
		begin := time.Now()
		toks := Tokenize(nil, s)
		if d := time.Since(begin); d > time.Second {
			t.Errorf("%q repeated: %v", unit, d)
		}
		if msg := checkTokens(s, toks); msg != "" {
			t.Errorf("%q repeated: %s", unit, msg)
		}
	}
}

const treebanks = "../../../shared/ud/" // not part of the project; tests that want them skip without

// The tokeniser against the treebank: how many gold words it finds. The
// treebank is web text, where a few lines have conventions of their own.
func TestTokenizeTreebank(t *testing.T) {
	f, err := os.Open(treebanks + "en_ewt-dev.conllu")
	if err != nil {
		t.Skip("no treebank here:", err)
	}
	defer f.Close()
	var gold, found, right int
	errs := map[string]int{}
	var text string
	var spans [][2]int
	pos := 0
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		line := sc.Text()
		switch {
		case strings.HasPrefix(line, "# text = "):
			text, spans, pos = line[len("# text = "):], spans[:0], 0
		case line == "":
			got := Tokenize(nil, text)
			at := map[[2]int]bool{}
			for _, s := range spans {
				at[s] = true
			}
			for i, g := range got {
				if at[[2]int{g.Start, g.End}] {
					right++
				} else {
					errs[fmt.Sprint(got[max(i-1, 0)].Form, " ", g.Form)]++
				}
			}
			gold, found = gold+len(spans), found+len(got)
		default:
			col := strings.Split(line, "\t")
			if len(col) != 10 || strings.ContainsAny(col[0], ".-") {
				continue
			}
			i := strings.Index(text[pos:], col[1])
			if i < 0 {
				continue
			}
			spans = append(spans, [2]int{pos + i, pos + i + len(col[1])})
			pos += i + len(col[1])
		}
	}
	f1 := 2 * float64(right) / float64(gold+found)
	t.Logf("words F1 %.4f (gold %d, found %d)", f1, gold, found)
	if f1 < 0.98 {
		t.Errorf("words F1 %.4f", f1)
	}
	if testing.Verbose() {
		for k, n := range errs {
			if n > 1 {
				t.Logf("%3d %s", n, k)
			}
		}
	}
}
