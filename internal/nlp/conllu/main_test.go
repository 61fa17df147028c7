package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const input = `# sent_id = 1
# text = Russia didn't attack Ukraine.
1	Russia	_	_	_	_	_	_	_	_
2-3	didn't	_	_	_	_	_	_	_	SpaceAfter=No
2	did	_	_	_	_	_	_	_	_
3	n't	_	_	_	_	_	_	_	_
4	attack	_	_	_	_	_	_	_	_
4.1	nothing	nothing	_	_	_	_	_	0:x	_
5	Ukraine	_	_	_	_	_	_	_	SpaceAfter=No
6	.	_	_	_	_	_	_	_	_

# text = Yes
1	Yes	_	_	_	_	_	_	_	_

`

const parsed = `# sent_id = 1
# text = Russia didn't attack Ukraine.
1	Russia	Russia	PROPN	NNP	_	4	nsubj	_	_
2-3	didn't	_	_	_	_	_	_	_	SpaceAfter=No
2	did	do	AUX	VBD	_	4	aux	_	_
3	n't	not	PART	RB	_	4	advmod	_	_
4	attack	attack	VERB	VB	_	0	root	_	_
5	Ukraine	Ukraine	PROPN	NNP	_	4	obj	_	SpaceAfter=No
6	.	.	PUNCT	.	_	4	punct	_	_

# text = Yes
1	Yes	yes	INTJ	UH	_	0	root	_	_

`

func TestParse(t *testing.T) {
	for _, args := range [][]string{{"parse"}, {"parse", "-vote"}} {
		var out, errs bytes.Buffer
		if code := run(strings.NewReader(input), &out, &errs, args); code != 0 {
			t.Fatalf("%v: exit %d: %s", args, code, errs.String())
		}
		if got := out.String(); got != parsed {
			t.Errorf("%v:\n%s\nwant\n%s", args, got, parsed)
		}
	}
}

// What parse writes, eval finds to be all right, except the negation, which a
// gold file marks among the features.
func TestEval(t *testing.T) {
	gold := filepath.Join(t.TempDir(), "gold.conllu")
	marked := strings.Replace(parsed, "not\tPART\tRB\t_", "not\tPART\tRB\tPolarity=Neg", 1)
	if err := os.WriteFile(gold, []byte(marked), 0o644); err != nil {
		t.Fatal(err)
	}
	var out, errs bytes.Buffer
	if code := run(nil, &out, &errs, []string{"eval", gold}); code != 0 {
		t.Fatalf("exit %d: %s", code, errs.String())
	}
	got := strings.Join(strings.Fields(out.String()), " ")
	want := "2 sentences, 7 words UPOS 100.00 XPOS 100.00 lemma 100.00 UAS 100.00 LAS 100.00 " +
		"UAS without punctuation 100.00 LAS without punctuation 100.00 " +
		"nsubj F1 100.00 obj F1 100.00 obl F1 0.00 ccomp F1 0.00 negation F1 100.00"
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestErrors(t *testing.T) {
	for _, c := range []struct {
		stdin string
		args  []string
		code  int
		text  string
	}{
		{"", nil, 2, "usage:"},
		{"", []string{"parse", "x"}, 2, "usage:"},
		{"", []string{"eval", "no-such-file"}, 1, "no-such-file"},
		{"1\tword\n", []string{"parse"}, 1, "line 1: 2 columns, want 10"},
		{"2\tword\t_\t_\t_\t_\t_\t_\t_\t_\n", []string{"parse"}, 1, `line 1: word number "2", want 1`},
	} {
		var out, errs bytes.Buffer
		if code := run(strings.NewReader(c.stdin), &out, &errs, c.args); code != c.code || !strings.Contains(errs.String(), c.text) {
			t.Errorf("%v: exit %d, %q; want %d, %q", c.args, code, errs.String(), c.code, c.text)
		}
	}
}
