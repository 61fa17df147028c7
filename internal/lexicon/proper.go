package lexicon

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed proper.txt
var properText string

var proper = sync.OnceValue(func() map[string]struct{} {
	m := make(map[string]struct{}, strings.Count(properText, "\n"))
	for w := range strings.Lines(properText) {
		m[strings.TrimSuffix(w, "\n")] = struct{}{}
	}
	return m
})

// Proper reports whether WordNet knows a lower-case word only as a name of one
// person, place or thing: "putin", "danube", but not "may" or "apple".
func Proper(word string) bool {
	_, ok := proper()[word]
	return ok
}
