package crosslang

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"github.com/factdiff/factdiff/witness"
)

// Item is a month, a day of the week, a country or a negation.
type Item struct {
	Span witness.Span // in the text that was read
	Key  string       // "1" to "12", "1" to "7", an ISO 3166 code; of a negation empty
	// Hard says that the words can hardly mean something else.
	Hard bool
}

// Reading is what a text says that a translation keeps.
type Reading struct {
	Numbers   []Number
	Months    []Item
	Weekdays  []Item
	Countries []Item
	Negations []Item
	Names     []Item // words that are names by their capitals; Key is the word
	Latin     []string
	Questions int
	Quoted    int  // letters in quotation marks
	Letters   int  // letters and digits
	Units     bool // has a unit that a translator may convert
}

// Read reads a text of a language, given as a BCP 47 tag.
func Read(tag, text string) *Reading {
	t := tableOf(tag)
	toks := t.tokens(text)
	r := &Reading{}
	r.marks(text)
	if t.unspaced {
		r.runes(t, text, toks)
	} else {
		r.words(t, toks)
		r.numbers(t, text, toks)
	}
	for i := range toks {
		tok := &toks[i]
		if upper(tok.form) && latinWord(tok.form) {
			r.Latin = append(r.Latin, tok.forms[0])
		}
		if upper(tok.form) && !tok.first && !t.uncased && !t.nouns {
			r.Names = append(r.Names, Item{tok.span, tok.form, true})
		}
	}
	return r
}

// marks counts what needs no words.
func (r *Reading) marks(s string) {
	quoted := false
	for _, c := range s {
		switch {
		case c == '?' || c == '？' || c == '؟':
			r.Questions++
		case c == '"':
			quoted = !quoted
		case strings.ContainsRune("«„“「『‹", c):
			quoted = !(c == '“' && quoted) // German closes with what English opens
		case strings.ContainsRune("»”」』›", c):
			quoted = false
		case unicode.IsLetter(c) || unicode.IsDigit(c):
			r.Letters++
			if quoted {
				r.Quoted++
			}
		}
	}
}

// words finds the entries of the table.
func (r *Reading) words(t *table, toks []token) {
	doubtful, plain := map[int]bool{}, map[int]bool{}
	neutral := map[int]bool{}
	for i := range toks {
		t.words.at(toks, i, func(e *entry, n int) {
			switch e.kind {
			case kindDoubtful:
				doubtful[i] = true
			case kindPlain:
				plain[i] = true
			case kindNeutral:
				for k := range n {
					neutral[i+k] = true
				}
			}
		})
	}
	for i := range toks {
		taken := map[kind]int{}
		t.words.at(toks, i, func(e *entry, n int) {
			if taken[e.kind] >= n {
				return
			}
			taken[e.kind] = n
			it := Item{Span: witness.Span{Start: toks[i].span.Start, End: toks[i+n-1].span.End}, Hard: !doubtful[i]}
			switch e.kind {
			case kindMonth, kindWeekday, kindWeekend:
				r.calendar(e, it)
			case kindCountry:
				it.Key, it.Hard = e.code, !e.soft
				r.Countries = append(r.Countries, it)
			case kindNegator:
				if i+1 < len(toks) && unicode.IsDigit([]rune(toks[i+1].form)[0]) {
					return // No. 5
				}
				it.Hard = !neutral[i]
				r.Negations = append(r.Negations, it)
			case kindNegative:
				if plain[i] || taken[kindNegator] > 0 {
					return
				}
				it.Hard = false
				r.Negations = append(r.Negations, it)
			case kindUnit:
				r.Units = true
			}
		})
	}
}

func itoa(v float64) string {
	n := int(v)
	if n >= 10 {
		return string([]byte{byte('0' + n/10), byte('0' + n%10)})
	}
	return string([]byte{byte('0' + n)})
}

// calendar keeps a month or a day of the week.
func (r *Reading) calendar(e *entry, it Item) {
	switch e.kind {
	case kindMonth:
		it.Key = itoa(e.value)
		r.Months = append(r.Months, it)
	case kindWeekday:
		it.Key = itoa(e.value)
		r.Weekdays = append(r.Weekdays, it)
	case kindWeekend:
		r.Weekdays = append(r.Weekdays, Item{it.Span, "6", false}, Item{it.Span, "7", false})
	}
}

// numbers finds numbers in figures and words.
func (r *Reading) numbers(t *table, text string, toks []token) {
	for i := 0; i < len(toks); {
		if unicode.IsDigit([]rune(toks[i].form)[0]) {
			n := Number{Span: toks[i].span, Values: figure(toks[i].form, t.decimal), Hard: counts(text, toks[i].span)}
			i++
			loose := false
			plain := n.Values
			for i < len(toks) {
				v, isLoose, ok := t.scaleAt(toks, i)
				if !ok || strings.ContainsAny(text[n.Span.End:toks[i].span.Start], ",;()") {
					break
				}
				scaled := make([]float64, len(n.Values))
				for k := range n.Values {
					scaled[k] = n.Values[k] * v
				}
				n.Values, loose = scaled, loose || isLoose
				n.Span.End = toks[i].span.End
				i++
			}
			if i < len(toks) && t.is(toks, i, kindHours) && n.Values[0] <= 72 && math.Mod(n.Values[0], 12) == 0 {
				n.Hard = false // a day or two
			}
			if loose {
				n.Values = append(slices.Clip(n.Values), plain...)
			}
			if i < len(toks) && strings.HasPrefix(toks[i].form, "s") && len(toks[i].form) == 1 {
				i++ // the 1990s
			}
			r.Numbers = append(r.Numbers, n)
			continue
		}
		n, used := t.wordNumber(toks, i)
		if used == 0 {
			i++
			continue
		}
		r.Numbers = append(r.Numbers, n)
		i += used
	}
	r.roman(toks)
}

// is reports whether an entry of a kind begins at word i.
func (t *table) is(toks []token, i int, k kind) bool {
	found := false
	t.words.at(toks, i, func(e *entry, _ int) { found = found || e.kind == k })
	return found
}

// counts reports whether a figure is a number that a translation must keep: not
// a part of a name (COVID-19) or of a fraction, and not a one, which may be an
// article.
func counts(text string, s witness.Span) bool {
	before := []rune(text[max(0, s.Start-8):s.Start])
	if n := len(before); n > 1 && strings.ContainsRune("-‐‑–/", before[n-1]) && (unicode.IsLetter(before[n-2]) || before[n-1] == '/') || n > 0 && unicode.IsLetter(before[n-1]) && latin(before[n-1]) {
		return false
	}
	rest := text[s.End:]
	if len(rest) > 3 && rest[0] == ' ' && unicode.IsDigit(rune(rest[1])) && rest[2] == '/' {
		return false // 2 1/2
	}
	return strings.Trim(text[s.Start:s.End], "0") != "" && text[s.Start:s.End] != "1" && !strings.HasPrefix(rest, "/")
}

// scaleAt returns the scale that word i is.
func (t *table) scaleAt(toks []token, i int) (v float64, loose, ok bool) {
	t.words.at(toks, i, func(e *entry, n int) {
		switch e.kind {
		case kindScale:
			if v < e.value {
				v, ok = e.value, true
			}
		case kindLoose:
			loose = true
		}
	})
	return v, loose, ok
}

// wordNumber reads a number in words at word i, and returns how many words it
// takes.
func (t *table) wordNumber(toks []token, i int) (Number, int) {
	var s sum
	used, soft := 0, false
	for k := i; k < len(toks); {
		value, scale, n := math.NaN(), math.NaN(), 0
		join := false
		t.words.at(toks, k, func(e *entry, m int) {
			if m < n {
				return
			}
			switch e.kind {
			case kindNumber:
				value, n = e.value, m
			case kindScale:
				scale, n = e.value, m
			case kindDoubtful:
				soft = true
			case kindJoin:
				join = true
			}
		})
		if math.IsNaN(value) && math.IsNaN(scale) && t.compounds {
			if v, ok := t.compound(toks[k].forms[0]); ok {
				value, n = v, 1
			}
		}
		switch {
		case !math.IsNaN(value):
			s.add(value)
		case !math.IsNaN(scale):
			s.scale(scale)
			s.parts = append(s.parts, scale)
		case join && used > 0:
			for k++; k < len(toks) && t.is(toks, k, kindJoin); k++ {
			}
			if k < len(toks) && !t.is(toks, k, kindNumber) && !t.is(toks, k, kindScale) {
				k = len(toks)
			}
			continue
		default:
			k = len(toks)
			continue
		}
		k += n
		used = k - i
	}
	if used == 0 {
		return Number{}, 0
	}
	v := s.value()
	n := Number{Span: witness.Span{Start: toks[i].span.Start, End: toks[i+used-1].span.End}, Values: []float64{v}}
	n.Hard = v >= leastHard && !s.bare && !soft && v == math.Trunc(v)
	if !n.Hard || used > 1 {
		for _, p := range s.parts {
			if !slices.Contains(n.Values, p) && (!n.Hard || !s.scaled) {
				n.Values = append(n.Values, p)
			}
		}
	}
	return n, used
}

// roman adds what may be Roman numerals, softly: the XXI century, Louis XIV.
func (r *Reading) roman(toks []token) {
	for i := range toks {
		if v := roman(toks[i].form); v > 0 {
			r.Numbers = append(r.Numbers, Number{Span: toks[i].span, Values: []float64{v}})
		}
	}
}

func roman(s string) float64 {
	if len(s) > 8 {
		return 0
	}
	v, last := 0, 0
	for k := len(s) - 1; k >= 0; k-- {
		d := map[byte]int{'I': 1, 'V': 5, 'X': 10, 'L': 50, 'C': 100, 'M': 1000}[s[k]]
		switch {
		case d == 0:
			return 0
		case d < last:
			v -= d
		default:
			v, last = v+d, d
		}
	}
	return float64(v)
}

func upper(s string) bool {
	for _, c := range s {
		return unicode.IsUpper(c)
	}
	return false
}

func latinWord(s string) bool {
	n := 0
	for _, c := range s {
		if !latin(c) {
			return false
		}
		n++
	}
	return n > 1
}

// runes reads a text without spaces: at each character the longest entry.
func (r *Reading) runes(t *table, text string, toks []token) {
	rs := make([]rune, len(toks))
	for i := range toks {
		rs[i] = []rune(toks[i].form)[0]
	}
	for i := 0; i < len(toks); {
		start := toks[i].span.Start
		if unicode.IsDigit(rs[i]) {
			n := Number{Span: toks[i].span, Values: figure(toks[i].form, t.decimal), Hard: counts(text, toks[i].span)}
			i++
			for i < len(toks) && hanScales[rs[i]] > 0 {
				for k := range n.Values {
					n.Values[k] *= hanScales[rs[i]]
				}
				n.Span.End = toks[i].span.End
				i++
			}
			if i < len(toks) && rs[i] == '月' && n.Values[0] >= 1 && n.Values[0] <= 12 {
				r.Months = append(r.Months, Item{n.Span, itoa(n.Values[0]), true})
				n.Hard = false
			}
			r.Numbers = append(r.Numbers, n)
			if i < len(toks) && rs[i] == '日' {
				i++ // the day of a month, not Japan
			}
			continue
		}
		if strings.HasPrefix(text[start:], "百分之") {
			i += 3
			continue
		}
		if e, n := t.longest(text, toks, i); n > 0 {
			it := Item{Span: witness.Span{Start: start, End: toks[i+n-1].span.End}, Hard: true}
			switch e.kind {
			case kindMonth, kindWeekday, kindWeekend:
				r.calendar(e, it)
			case kindCountry:
				it.Key, it.Hard = e.code, n > 1 && !e.soft
				r.Countries = append(r.Countries, it)
			case kindNegator:
				r.Negations = append(r.Negations, it)
			case kindNegative, kindNeutral:
				it.Hard = false
				r.Negations = append(r.Negations, it)
			}
			i += n
			continue
		}
		if v, n, scaled := han(rs[i:]); n > 0 {
			num := Number{Span: witness.Span{Start: start, End: toks[i+n-1].span.End}, Values: []float64{v}, Hard: scaled && v >= leastHard && n > 1}
			if i+n < len(toks) && rs[i+n] == '成' {
				num.Values = append(num.Values, v*10)
			}
			if !num.Hard {
				for _, c := range rs[i : i+n] {
					if d, ok := hanDigits[c]; ok {
						num.Values = append(num.Values, float64(d))
					}
				}
			}
			r.Numbers = append(r.Numbers, num)
			i += n
			continue
		}
		i++
	}
}

// longest returns the longest entry that begins at token i, and how many
// tokens it takes.
func (t *table) longest(text string, toks []token, i int) (*entry, int) {
	for n := min(t.words.runes, len(toks)-i); n > 0; n-- {
		span := text[toks[i].span.Start:toks[i+n-1].span.End]
		if ps := t.words.whole[span]; len(ps) > 0 {
			return &ps[0].entry, n
		}
	}
	return nil, 0
}

// ReadAll reads statements of one witness together; the spans are in the
// witness's text.
func ReadAll(w *witness.Witness, statements []int) *Reading {
	all := &Reading{}
	for _, s := range statements {
		st := w.Statements[s]
		r := Read(w.Lang, st.Text())
		for i := range r.Numbers {
			shift(&r.Numbers[i].Span, st.Span.Start)
		}
		for _, list := range [][]Item{r.Months, r.Weekdays, r.Countries, r.Negations, r.Names} {
			for i := range list {
				shift(&list[i].Span, st.Span.Start)
			}
		}
		all.Numbers = append(all.Numbers, r.Numbers...)
		all.Months = append(all.Months, r.Months...)
		all.Weekdays = append(all.Weekdays, r.Weekdays...)
		all.Countries = append(all.Countries, r.Countries...)
		all.Negations = append(all.Negations, r.Negations...)
		all.Names = append(all.Names, r.Names...)
		all.Latin = append(all.Latin, r.Latin...)
		all.Questions += r.Questions
		all.Quoted += r.Quoted
		all.Letters += r.Letters
		all.Units = all.Units || r.Units
	}
	return all
}

func shift(s *witness.Span, by int) { s.Start, s.End = s.Start+by, s.End+by }
