package naming

import "strings"

// Homophones reports whether two folded given names are written in two ways and
// sound alike: Jon and John, Catherine and Katherine, Robyn and Robin.
func Homophones(a, b string) bool { return a != b && heard(a) == heard(b) }

// heard writes a name by its sound, as English reads it: without the letters that are
// not heard, and without telling those apart that stand for one.
func heard(name string) string {
	name = strings.NewReplacer("ph", "f", "th", "t", "ck", "k", "yn", "in", "ie", "i", "ey", "i", "ee", "i").Replace(name)
	var b strings.Builder
	for i := range len(name) {
		c := name[i]
		switch {
		case i > 0 && (c == name[i-1] || c == 'h'), i > 1 && i == len(name)-1 && c == 'e':
			continue
		case c == 'y':
			c = 'i'
		case c == 'c' && (i+1 == len(name) || !strings.ContainsRune("eiy", rune(name[i+1]))), c == 'q':
			c = 'k'
		case c == 'z':
			c = 's'
		case c == 'j' && i > 0:
			c = 'g'
		}
		b.WriteByte(c)
	}
	return b.String()
}

// Transposed reports whether two folded words are made of the same letters, of which
// some next to each other have changed places, as a hand in a hurry does and no
// transliteration.
func Transposed(a, b string) bool {
	if len(a) < leastTransposed || !sameLetters(a, b) {
		return false
	}
	i, j := 0, len(a)
	for i < len(a) && a[i] == b[i] {
		i++
	}
	for j > i && a[j-1] == b[j-1] {
		j--
	}
	return i > 0 && j-i > 0 && j-i <= widestSlip
}

const (
	leastTransposed = 6 // letters of a word below which another may well be another name
	widestSlip      = 3 // letters in a row that have changed places: tsch, tchs
)
