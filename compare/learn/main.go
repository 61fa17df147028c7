// Command learn learns by what two figures of corresponding statements are known to be
// of one thing: the weights of the check quantity.
//
//	go run ./compare/learn ../shared/bench
//
// It runs the reports of ECB+ in the folder up to the checks and finds among the rivals
// of the check quantity those that readers have judged (internal/ecbplus). To these it
// adds the invented events of cmd/factdiff/testdata/invented that are not kept to
// measure. It prints how well the weights do on events of ECB+ that were left out of the
// training, and on those that nobody who writes rules has read, and writes
// compare/checks/quantity/odds.tsv from all others.
//
// The result is the same on every run: no random numbers, no order of maps.
package main

import (
	"context"
	"flag"
	"fmt"
	"log"
	"os"

	"github.com/factdiff/factdiff/compare/checks/quantity"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("learn: ")
	l2 := flag.Float64("l2", 50, "how strongly weights are drawn to zero")
	folds := flag.Int("folds", 14, "number of parts in the cross-validation")
	dry := flag.Bool("n", false, "write nothing")
	flag.Parse()
	if flag.NArg() != 1 {
		log.Fatal("want the folder of the labelled data")
	}
	ctx := context.Background()
	news, err := load(ctx, flag.Arg(0))
	if err != nil {
		log.Fatal(err)
	}
	made, err := loadInvented(ctx)
	if err != nil {
		log.Fatal(err)
	}
	var read, unread []judged
	for _, c := range news {
		if c.unread {
			unread = append(unread, c)
		} else {
			read = append(read, c)
		}
	}
	fmt.Printf("%d pairs of news, %d of them unread, and %d invented ones\n", len(news), len(unread), len(made))
	report("events left out", crossValidate(read, made, *folds, *l2))
	w := fit(append(read, made...), *l2)
	report("unread", score(unread, w))
	if !*dry {
		if err := os.WriteFile("compare/checks/quantity/odds.tsv", []byte(quantity.FormatWeights(w)), 0o644); err != nil {
			log.Fatal(err)
		}
	}
}
