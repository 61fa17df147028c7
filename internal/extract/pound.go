package extract

import (
	"strings"

	"github.com/factdiff/factdiff/internal/lexicon"
)

// meant chooses among the units that one word names: pounds are money where the
// sentence pays them, and a weight otherwise. The number is at token i, the word at k.
func (s *sentence) meant(us []lexicon.Unit, i, k int, n numeral) lexicon.Unit {
	for _, u := range us[1:] {
		if u.Dimension == "currency" && s.paid(i, k, n) {
			return u
		}
	}
	return us[0]
}

// paid reports whether so many pounds are money: by what they are of, by a sum in
// another currency in brackets behind them, by the words that they hang on, or where
// they are millions or the report writes the sign of the currency.
func (s *sentence) paid(i, k int, n numeral) bool {
	switch s.word(k + 1) {
	case "of":
		c := s.child(k, "nmod")
		return c >= 0 && moneyWords[s.lemma[c]]
	case "worth":
		return true
	case "(":
		for j := k + 2; j < k+5; j++ {
			if _, ok := s.currency(j); ok {
				return true
			}
		}
	}
	if us, _ := s.lex.Units().Get(s.word(k + 2)); us.Dimension == "mass" {
		return false // "7 pounds 5 ounces"
	}
	for steps, h := 0, s.toks[k].Head; h >= 0 && steps < 4; steps, h = steps+1, s.toks[h].Head {
		switch w := s.lemma[h]; {
		case weighing[w]:
			return false
		case moneyWords[w]:
			return true
		}
	}
	return n.value >= 1e6 || strings.Contains(s.st.Witness.Text, "£")
}

// weighing are the words on which pounds hang that are a weight.
var weighing = wordSet("weigh", "weight", "heavy", "thrust", "force", "pressure", "payload", "cargo", "lift", "carry", "haul", "catch", "harvest", "grow",
	"produce", "recall", "dump", "gain", "shed", "bomb", "explosive", "baby", "meat", "beef", "cocaine", "load", "ship", "import", "export", "eat", "consume", "yield")

// moneyWords are the words on which pounds hang, or that they are of, where they are money.
var moneyWords = wordSet("pay", "repay", "fine", "cost", "spend", "sell", "buy", "purchase", "fetch", "raise", "earn", "invest", "award", "donate", "owe",
	"charge", "worth", "value", "price", "fund", "bid", "borrow", "lend", "bill", "win", "steal", "rob", "embezzle", "swindle", "reimburse", "compensate",
	"fee", "deal", "contract", "loan", "debt", "salary", "prize", "penalty", "compensation", "damages", "damage", "grant", "budget", "donation", "reward",
	"bail", "profit", "loss", "revenue", "sale", "payment", "funding", "investment", "tax", "wage", "income", "money", "cash", "jackpot", "fraud", "aid",
	"pension", "rent", "subsidy", "saving", "ransom", "bribe", "note", "coin")

func wordSet(words ...string) map[string]bool {
	set := map[string]bool{}
	for _, w := range words {
		set[w] = true
	}
	return set
}
