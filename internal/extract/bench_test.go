package extract

import (
	"context"
	"strings"
	"testing"

	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/internal/nlp"
	"github.com/factdiff/factdiff/internal/segment"
	"github.com/factdiff/factdiff/witness"
)

const report = `Sergey Ryabkov, the Russian deputy foreign minister, met US Deputy Secretary of State Wendy Sherman in Geneva on Monday.

“We have no plans to attack Ukraine,” said Ryabkov after more than seven hours of talks. He stressed that Russia does not intend to invade and praised the delegations.

According to Sherman, the United States refused to give guarantees. She added that nearly 100,000 soldiers were deployed on the border.

`

// BenchmarkEvent measures the whole extraction, the parse included, over two
// reports of some 20 sentences each.
func BenchmarkEvent(b *testing.B) {
	text := strings.Repeat(report, 4)
	ev := &witness.Event{ID: "e"}
	for _, id := range [...]string{"A", "B"} {
		w := &witness.Witness{ID: id, Text: text, Lang: "en", Published: witness.Date(2022, 1, 10)}
		segment.Statements(w, false)
		ev.Witnesses = append(ev.Witnesses, w)
	}
	x := Extractor{Lexicon: lexicon.Default(), Mode: nlp.Greedy}
	if err := x.Event(context.Background(), ev); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(2 * len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if err := x.Event(context.Background(), ev); err != nil {
			b.Fatal(err)
		}
	}
}
