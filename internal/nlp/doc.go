// Package nlp analyses English sentences: it splits them into words, gives every
// word its part of speech and dictionary form, and builds the dependency tree
// that says who did what to whom.
//
//	for _, t := range nlp.Default().Analyse(nil, "Russia did not attack Ukraine.", nlp.Greedy) {
//		fmt.Println(t.Form, t.UPOS, t.Rel, t.Head)
//	}
//
// # Annotation
//
// Tokens, tags and relations follow Universal Dependencies, version 2
// (https://universaldependencies.org/en), as the treebanks English-EWT and
// English-GUM apply it: clitics and hyphens are tokens, a content word heads its
// function words, and "not" is an advmod of what it negates.
//
// # Method
//
// Three linear models, each in a folder of its own, work one after the other.
//
// The tagger (package tagger) goes from left to right and decides word by word
// from the word's spelling, its neighbours, the two tags before it and what
// WordNet knows it may be. It is an averaged perceptron (Collins 2002). Where the
// runner-up came close it is passed on, so that the parser need not trust a tag
// that was a toss-up.
//
// The lemmatiser (package lemma) is a list of rules for endings, learned with
// their exceptions.
//
// The parser (package parser) reads the sentence through a stack. At each step
// it shifts the next word on the stack or makes the top of the stack a dependent
// of one of its two neighbours (arc-hybrid; Kuhlmann, Gómez-Rodríguez and Satta
// 2011). A perceptron over some 120 features of the stack, the words ahead, what
// has been built (after Zhang and Nivre 2011) and the subject fields of verbs and
// nouns (who may say, what may last) chooses the step, and then the label of the
// arc that the step makes: choosing both at once is no better, and takes three
// times as long. It is trained with a dynamic oracle (Goldberg and Nivre 2013), which knows the best
// step in any state, so that the parser practises in the states its own mistakes
// lead to.
//
// Greedy mode is this parser, once, in linear time. Vote mode asks two more, one
// that keeps four states instead of one and one that reads from right to left,
// and finds the tree with most votes (Eisner 1996). Parsers that agree are seldom
// wrong: Token.Conf is how often arcs with this much agreement, or in greedy mode
// arcs won by this margin, were right on text none of them was trained on. Where
// it is low, better claim nothing.
//
// # Same tree everywhere
//
// All weights are integers, sums cannot overflow and ties fall to the lower
// class, so a sentence has the same tree on every machine, in every run.
//
// # Models
//
// The models are learned by internal/nlp/train and embedded, compressed. They
// are expanded when first needed, not at start: see Default. Their sources and
// licences are named in NOTICE.md, their checksums in models/CHECKSUMS.
package nlp
