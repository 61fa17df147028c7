package align

// Rarity is the weight of a lemma in English at large, from 0 for the most
// frequent words to 1 for one that is hardly ever seen.
func Rarity(lemma string) float64 { return background().rarity(lemma) }
