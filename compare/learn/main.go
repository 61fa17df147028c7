// Command learn learns by what two figures of independent reports are known to be of one
// thing, wherever in the reports they stand: the weights of the check quantity.
//
//	go run ./compare/learn ../shared/bench
//
// It runs the reports of ECB+ in the folder up to the checks and finds among the rivals
// of the check quantity those that readers have judged (internal/ecbplus). To these it
// adds the invented events and the accounts by two hands of cmd/factdiff/testdata/invented
// that are not kept to measure. It prints how well the weights do on events of each sort
// that were left out of the training, and on those of ECB+ that nobody who writes rules has
// read, and writes compare/checks/quantity/odds.tsv from all others.
//
// The result is the same on every run: no random numbers, no order of maps.
package main

import (
	"context"
	"flag"
	"fmt"
	"log"
	"os"
	"slices"

	"github.com/factdiff/factdiff/compare/checks/quantity"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("learn: ")
	l2 := flag.Float64("l2", 15, "how strongly weights are drawn to zero")
	folds := flag.Int("folds", 14, "number of parts in the cross-validation")
	show := flag.Int("show", 0, "number of the likeliest pairs to print of each set that may be read")
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
	planted, err := loadInvented(ctx)
	if err != nil {
		log.Fatal(err)
	}
	told, err := loadAccounts(ctx)
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
	fmt.Printf("%d pairs of news, %d of them unread, %d invented ones and %d of two accounts\n", len(news), len(unread), len(planted), len(told))
	report("news left out", crossValidate(read, slices.Concat(planted, told), *folds, *l2), *show)
	report("invented left out", crossValidate(planted, slices.Concat(read, told), *folds, *l2), *show)
	report("accounts left out", crossValidate(told, slices.Concat(read, planted), *folds, *l2), *show)
	w := fit(slices.Concat(read, planted, told), *l2)
	report("unread", score(unread, w), 0)
	if !*dry {
		if err := os.WriteFile("compare/checks/quantity/odds.tsv", []byte(quantity.FormatWeights(w)), 0o644); err != nil {
			log.Fatal(err)
		}
	}
}
