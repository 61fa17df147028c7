package marks

import (
	"cmp"
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"

	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/internal/text"
	"github.com/factdiff/factdiff/witness"
)

// A Variant is a name that one report spells in two ways.
type Variant struct {
	Statement, OtherStatement *witness.Statement
	Span, OtherSpan           witness.Span
	Form, Other               string // the rarer spelling and the usual one
	Hint                      bool
}

// spelling is one word of a name as a report writes it.
type spelling struct {
	form, fold string
	count      int
	st         *witness.Statement
	span       witness.Span
}

// Variants finds the words of names that a report spells in two ways: Riabkov
// and Ryabkov, Kiev and Kyiv. Marks over letters do not count.
func Variants(lex *lexicon.Lexicon, w *witness.Witness) []Variant {
	byEntity := map[*witness.Entity][]spelling{}
	var order []*witness.Entity
	for _, st := range w.Statements {
		for _, f := range st.Facts {
			n, ok := f.(*witness.Name)
			if !ok || n.Demonym || n.Entity == nil || n.Last-n.First > 4 {
				continue
			}
			if _, ok := byEntity[n.Entity]; !ok {
				order = append(order, n.Entity)
			}
			for k := n.First; k <= n.Last; k++ {
				t := &st.Tokens[k]
				if len(t.Form) >= 4 && Word(t.Form) && Capital(t.Form) {
					byEntity[n.Entity] = note(byEntity[n.Entity], spelling{t.Form, text.Fold(t.Form), 1, st, t.Span})
				}
			}
		}
	}
	var out []Variant
	for _, e := range order {
		list := byEntity[e]
		slices.SortStableFunc(list, func(a, b spelling) int { return cmp.Compare(b.count, a.count) })
		for i := range list {
			for k := range list[:i] {
				if v, ok := variant(lex, e, &list[k], &list[i]); ok {
					out = append(out, v)
					break
				}
			}
		}
	}
	return out
}

func note(list []spelling, s spelling) []spelling {
	const most = 40 // spellings of one entity; hostile text may have thousands
	for i := range list {
		if list[i].fold == s.fold {
			list[i].count++
			return list
		}
	}
	if len(list) < most {
		list = append(list, s)
	}
	return list
}

// variant reports whether b is another spelling of a. One letter's difference
// may be another man; it counts as surely where the tables or the rules of
// transliteration lead one to the other.
func variant(lex *lexicon.Lexicon, e *witness.Entity, a, b *spelling) (Variant, bool) {
	v := Variant{Statement: b.st, Span: b.span, Form: b.form, OtherStatement: a.st, OtherSpan: a.span, Other: a.form}
	x, y := a.fold, b.fold
	if x+"s" == y || y+"s" == x || strings.HasPrefix(x, y) || strings.HasPrefix(y, x) {
		return v, false
	}
	sx, okx := lex.Spellings().Get(x)
	sy, oky := lex.Spellings().Get(y)
	switch {
	case okx && oky && sx == sy:
		return v, true
	case e.Kind != witness.Person && e.Kind != witness.OtherEntity || lex.Places().Has(x) && lex.Places().Has(y):
		return v, false
	case text.NameKey(x) == text.NameKey(y) && len(x) > 4:
		return v, true
	case lex.SameName(x, y) || len(x) < 6 || x[0] != y[0] || levenshtein.ComputeDistance(x, y) > 1 || lex.GivenNames().Has(x) && lex.GivenNames().Has(y):
		return v, false
	}
	v.Hint = a.count < 2 || b.count > 1 || Known(lex, x) || Known(lex, y)
	return v, true
}
