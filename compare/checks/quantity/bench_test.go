package quantity_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/factdiff/factdiff"
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/compare/checks/quantity"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// BenchmarkFigures compares the figures of many reports that are full of them, where every
// figure of the one is held against every one of the other that counts the like.
func BenchmarkFigures(b *testing.B) {
	for _, reports := range []int{4, 16} {
		b.Run(fmt.Sprintf("reports=%d", reports), func(b *testing.B) {
			ev := crowded(reports, 80)
			if err := factdiff.Align(b.Context(), ev, factdiff.Options{}); err != nil {
				b.Fatal(err)
			}
			opts := compare.Options{Checks: []*compare.Check{quantity.Check}, Lexicon: lexicon.Default()}
			b.ReportAllocs()
			for b.Loop() {
				if _, err := compare.Run(b.Context(), ev, opts); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// crowded makes reports of so many figures each, in the phrases of news. No two reports are
// alike; the same arguments give the same texts.
func crowded(reports, figures int) *witness.Event {
	phrases := []string{
		"The storm lasted %d hours over %[3]s.", "Damage was put at $%d million, the mayor of %[3]s said.",
		"Some %d percent of the %[2]s in %[3]s lost power.", "A man aged %d was found in %[3]s.",
		"The river rose %d metres at %[3]s.", "More than %d %[2]s were evacuated from %[3]s.",
		"At least %d %[2]s were injured near %[3]s.", "%d %[2]s were killed in %[3]s, officials said on Tuesday.",
	}
	counted := []string{"people", "soldiers", "villagers", "workers", "homes", "schools", "passengers", "police officers"}
	where := []string{"Lima", "Ostrava", "the harbour", "Turin", "Kelden", "the old town"}
	ev := &witness.Event{ID: "crowded"}
	n := 0
	for r := range reports {
		var text strings.Builder
		for range figures {
			n = (n*73 + r + 41) % 6007
			fmt.Fprintf(&text, phrases[n%len(phrases)]+"\n", 2+n%97, counted[n/7%len(counted)], where[n/53%len(where)])
		}
		ev.Witnesses = append(ev.Witnesses, &witness.Witness{ID: fmt.Sprint("r", r), Text: text.String()})
	}
	return ev
}
