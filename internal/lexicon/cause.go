package lexicon

import "strings"

var causeTable = wordTable("cause")

// Causes leads what deaths, fires, crashes and failures come of, in lower case, to its class: illness/heart,
// fault/electrical, intent/arson.
func (lx *Lexicon) Causes() *Phrases[string] {
	return lx.cause.get(func() *Phrases[string] { return causeTable.build(lx) })
}

// OtherCause reports whether two classes of causes exclude each other as the cause of one thing: neither is the other
// or holds it.
func OtherCause(a, b string) bool {
	return a != "" && b != "" && !strings.HasPrefix(a+"/", b+"/") && !strings.HasPrefix(b+"/", a+"/")
}
