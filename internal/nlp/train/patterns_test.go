package main

import (
	"os"
	"testing"
)

// Every pattern must be a tree with one root, and projective, as the parser's
// moves can build no other.
func TestPatternsAreTrees(t *testing.T) {
	data, err := os.ReadFile(patternsFile)
	if err != nil {
		t.Fatal(err)
	}
	sentences, err := readPatterns(data)
	if err != nil {
		t.Fatal(err)
	}
	if len(sentences) < 40*fillings {
		t.Fatalf("%d sentences", len(sentences))
	}
	for _, s := range sentences {
		text, roots := "", 0
		for i, w := range s.Words {
			text += " " + w.Form
			if w.Head < 0 {
				roots++
				continue
			}
			for k := min(i, w.Head) + 1; k < max(i, w.Head); k++ {
				h := s.Words[k].Head
				if h < min(i, w.Head) || h > max(i, w.Head) {
					t.Errorf("%q is outside of the arc over it:%s", s.Words[k].Form, text)
				}
			}
			steps := 0
			for h := i; h >= 0; h = s.Words[h].Head {
				if steps++; steps > len(s.Words) {
					t.Fatalf("a circle at %q:%s", w.Form, text)
				}
			}
		}
		if roots != 1 {
			t.Errorf("%d roots:%s", roots, text)
		}
	}
}

func TestPatternErrors(t *testing.T) {
	for _, bad := range []string{"@LIST NN", "word", "word/NN/root>x", "{NONE}/root>0", "a/DT/det>3 b/NN/root>0"} {
		if _, err := readPatterns([]byte(bad)); err == nil {
			t.Errorf("%q was read", bad)
		}
	}
}
