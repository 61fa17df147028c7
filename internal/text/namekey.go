package text

import "strings"

// NameKey folds a name to a key under which its usual transliterations meet:
// Ryabkov and Riabkov, Sergey and Sergei, Zelensky
// and Zelenskyy. It keeps the consonants in
// order, so that other names stay apart.
//
// The letter classes are those in which the common systems (BGN/PCGN, ISO 9,
// passport practice, press practice) differ: y, i and j; kh and h; x and ks;
// ts, tz, c and z; w and v; doubled letters; an apostrophe for the soft sign.
func NameKey(name string) string {
	s := Fold(name)
	var b strings.Builder
	b.Grow(len(s))
	var last byte
	put := func(c byte) {
		if c != last {
			b.WriteByte(c)
			last = c
		}
	}
	for i := 0; i < len(s); i++ {
		c := s[i]
		rest := s[i:]
		switch {
		case c == '\'' || c == '`' || c == '-' || c == '.' || c == ' ':
			// the soft sign, a hyphen, an initial's stop
		case strings.HasPrefix(rest, "sch"), strings.HasPrefix(rest, "tch"):
			put('c')
			put('h')
			i += 2
		case strings.HasPrefix(rest, "kh"), strings.HasPrefix(rest, "gh"):
			put('h')
			i++
		case strings.HasPrefix(rest, "ph"):
			put('f')
			i++
		case strings.HasPrefix(rest, "ks"):
			put('x')
			i++
		case strings.HasPrefix(rest, "ck"):
			put('k')
			i++
		case strings.HasPrefix(rest, "ts"), strings.HasPrefix(rest, "tz"), strings.HasPrefix(rest, "cz"):
			put('z')
			i++
		case strings.HasPrefix(rest, "ou"), strings.HasPrefix(rest, "oo"):
			put('u')
			i++
		case strings.HasPrefix(rest, "ee"):
			put('i')
			i++
		case i > 0 && strings.HasPrefix(rest, "yo"):
			put('e') // ё: Oryol, Orel
			i++
		case c == 'y' || c == 'j' || c == 'i':
			put('i')
		case c == 'w':
			put('v')
		case c == 'q':
			put('k')
		case c == 'c' && (i+1 >= len(s) || s[i+1] != 'h'):
			put('k')
		default:
			put(c)
		}
	}
	return b.String()
}
