package render

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func show(ps []Piece) string {
	var b strings.Builder
	for _, p := range ps {
		if p.Differs {
			b.WriteString("[" + p.Text + "]")
		} else {
			b.WriteString(p.Text)
		}
	}
	return b.String()
}

func TestDiff(t *testing.T) {
	for _, c := range []struct{ a, b, as, bs string }{
		{"same", "same", "same", "same"},
		{"", "new", "", "[new]"},
		{"on the margins of our territory", "within our national territory", "[on the margins of] our territory", "[within] our [national] territory"},
		{"text", "tent", "[text]", "[tent]"},                                               // never te[x]t
		{"two new missiles", "ten old rockets", "[two new missiles]", "[ten old rockets]"}, // one run
		{"“Firm” answer", "\"firm\" answer", "“Firm” answer", "\"firm\" answer"},           // marks and case are no difference
		{"nothing,” he said", "no danger,” he said", "[nothing],” he said", "[no danger],” he said"},
		{"十四人受傷", "十二人受傷", "十[四]人受傷", "十[二]人受傷"},
		{"12 people", "14 people", "[12] people", "[14] people"},
	} {
		as, bs := Diff(c.a, c.b)
		if show(as) != c.as || show(bs) != c.bs {
			t.Errorf("Diff(%q, %q) = %s, %s; want %s, %s", c.a, c.b, show(as), show(bs), c.as, c.bs)
		}
	}
}

// TestDiffRebuilds holds Diff to what its comment says: both sides come back
// joined, every cut lies between two tokens or beside a space, what is marked
// as the same is the same on both sides, and the other way round gives the
// same marks.
func TestDiffRebuilds(t *testing.T) {
	word := rapid.SampledFrom([]string{"the", "The", "ferry", "pier", " ", " ", "  ", ",", "”", "12", "eight-hour", "É", "橋", "👩‍👩‍👧", "جسر", "U.S.", "\n", "don't"})
	text := rapid.Custom(func(t *rapid.T) string { return strings.Join(rapid.SliceOfN(word, 0, 20).Draw(t, "words"), "") })
	join := func(ps []Piece, same bool) string {
		var b strings.Builder
		for _, p := range ps {
			if !same || !p.Differs {
				b.WriteString(p.Text)
			}
		}
		return b.String()
	}
	rapid.Check(t, func(t *rapid.T) {
		a, b := text.Draw(t, "a"), text.Draw(t, "b")
		as, bs := Diff(a, b)
		if join(as, false) != a || join(bs, false) != b {
			t.Fatalf("Diff(%q, %q) = %s, %s: not rebuilt", a, b, show(as), show(bs))
		}
		strip := func(s string) string { return strings.Join(strings.Fields(plain(s)), "") }
		if x, y := strip(join(as, true)), strip(join(bs, true)); x != y {
			t.Fatalf("Diff(%q, %q): %q and %q are marked as the same", a, b, x, y)
		}
		for _, side := range []struct {
			text string
			ps   []Piece
		}{{a, as}, {b, bs}} {
			cuts, at := map[int]bool{}, 0
			for _, tok := range tokens(side.text) {
				at += len(tok.space) + len(tok.word)
				cuts[at] = true
			}
			at = 0
			for _, p := range side.ps {
				at += len(p.Text)
				space := strings.TrimSpace(side.text[max(0, at-1):at]) == "" || at < len(side.text) && strings.TrimSpace(side.text[at:at+1]) == ""
				if !cuts[at] && !space {
					t.Fatalf("%q is cut inside a word: %s", side.text, show(side.ps))
				}
			}
		}
	})
}
