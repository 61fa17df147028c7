package nlp

// Token is one syntactic word of a sentence with everything the analyser
// knows about it.
type Token struct {
	Start, End int     // byte offsets into the analysed sentence, half-open
	Form       string  // sentence[Start:End]; a clitic ("n't", "'s") is a token of its own
	Lemma      string  // dictionary form: "be" for "was", "not" for "n't"
	UPOS       string  // universal part of speech, from a table: comparing it is cheap
	XPOS       string  // Penn Treebank tag
	Head       int     // index of the head in the same slice, -1 for the root
	Rel        string  // Universal Dependencies relation, with its subtype ("nsubj:pass")
	Conf       float32 // confidence in Head, 0..1
}

// Mode says how much work Analyse puts into the tree.
type Mode int

const (
	// Greedy parses once, left to right, in linear time. For bulk.
	Greedy Mode = iota
	// Vote parses three ways and takes the tree most parsers agree on. The
	// agreement is the confidence. About ten times slower than Greedy.
	Vote
)
