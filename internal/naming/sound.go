package naming

import "strings"

// A sound is a class of consonants that the writers of names exchange when they
// bring one from another alphabet or write it by ear.
type sound byte

// The classes. The last three may also be left out: Kharkiv and Harkiv, Giannis
// and Yiannis, Pavlo and Paulo.
const (
	labial    sound = 'b' // b, p, f, ph
	dental    sound = 't' // d, t
	lisped    sound = 'd' // th, dh: Dhimitra, Elisabeth
	velar     sound = 'k' // g, k, ck
	sibilant  sound = 's' // s, sh, z, zh, ts, cz
	doubtful  sound = 'c' // c, ch, q, x: now as in Cicero, now as in Kikero
	liquid    sound = 'l' // l, r
	nasal     sound = 'n' // m, n
	breath    sound = 'h' // h, kh, gh
	palatal   sound = 'j' // j, and g before a bright vowel
	semivowel sound = 'v' // v, w
)

// sounds reads the consonants of a folded word. Vowels tell nothing: each language
// writes them otherwise.
func sounds(word string) []sound {
	var out []sound
	for i := 0; i < len(word); {
		s, n := soundAt(word[i:])
		if doubled := i > 0 && n == 1 && word[i] == word[i-1]; s != 0 && !doubled {
			out = append(out, s)
		}
		i += n
	}
	return out
}

// groups are letters that write one sound together, the longest first.
var groups = []struct {
	letters string
	sound   sound
}{
	{"tsch", sibilant}, {"shch", sibilant}, {"sch", sibilant}, {"tch", sibilant}, {"dzh", sibilant},
	{"sh", sibilant}, {"zh", sibilant}, {"ts", sibilant}, {"tz", sibilant}, {"cz", sibilant}, {"dz", sibilant}, {"dj", palatal},
	{"ks", doubtful}, {"ck", velar}, {"ch", doubtful}, {"kh", breath}, {"gh", breath}, {"ph", labial}, {"th", lisped}, {"dh", lisped},
	{"ge", palatal}, {"gi", palatal}, {"gy", palatal},
}

// letters are the sounds of single letters; vowels have none.
var letters = [...]sound{
	'b': labial, 'p': labial, 'f': labial, 't': dental, 'd': dental, 'g': velar, 'k': velar, 's': sibilant, 'z': sibilant,
	'c': doubtful, 'q': doubtful, 'x': doubtful, 'l': liquid, 'r': liquid, 'm': nasal, 'n': nasal, 'h': breath, 'j': palatal,
	'v': semivowel, 'w': semivowel,
}

// soundAt reads the consonant that a word begins with, 0 for a vowel, and how many
// letters write it.
func soundAt(word string) (sound, int) {
	for _, g := range groups {
		if strings.HasPrefix(word, g.letters) {
			return g.sound, len(g.letters)
		}
	}
	if c := int(word[0]); c < len(letters) {
		return letters[c], 1
	}
	return 0, 1
}

// exchanged are the classes that meet in some language.
var exchanged = map[[2]sound]bool{
	{labial, semivowel}: true, {labial, lisped}: true, {dental, lisped}: true, {sibilant, lisped}: true,
	{sibilant, doubtful}: true, {velar, doubtful}: true, {breath, doubtful}: true, {palatal, doubtful}: true,
	{velar, breath}: true, {velar, palatal}: true, {sibilant, palatal}: true, {breath, palatal}: true,
}

// alike reports whether two sounds may write one.
func (s sound) alike(t sound) bool {
	return s == t || exchanged[[2]sound{s, t}] || exchanged[[2]sound{t, s}]
}

// weight is what it costs to leave a sound out.
func (s sound) weight() int {
	if s == breath || s == palatal || s == semivowel {
		return 0
	}
	return 1
}

// Apart counts the consonants by which two folded words are told apart by ear, in
// whatever way either was transliterated: none for Khodorkovsky and Chodorkowski,
// two for Fontana and Fonseca.
func Apart(a, b string) int {
	x, y := sounds(a), sounds(b)
	row := make([]int, len(y)+1)
	for j, s := range y {
		row[j+1] = row[j] + s.weight()
	}
	for _, s := range x {
		corner := row[0]
		row[0] += s.weight()
		for j, t := range y {
			change := corner
			if !s.alike(t) {
				change++
			}
			corner = row[j+1]
			row[j+1] = min(change, row[j+1]+s.weight(), row[j]+t.weight())
		}
	}
	return row[len(y)]
}
