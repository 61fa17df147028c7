package quantity

import (
	"fmt"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// codes compares the words that hold digits and are no number: a model, a
// motorway, a year that a stroke ties to the next. Two that only differ in
// their digits, each unknown to the other version, are one thing miswritten.
func codes(p *compare.Pass, x *compare.Pair) {
	as, bs := compare.OnceOf(p, x.A, readCodes), compare.OnceOf(p, x.B, readCodes)
	for _, c := range as {
		a := &x.A.Tokens[c.at]
		if spells(x.B, a.Lower) {
			continue
		}
		for _, d := range bs {
			b := &x.B.Tokens[d.at]
			if d.shape != c.shape || spells(x.A, b.Lower) {
				continue
			}
			p.Report(x, compare.Difference{
				A:    compare.Spot{Statement: x.A, Span: a.Span, Value: x.A.Witness.Text[a.Span.Start:a.Span.End]},
				B:    compare.Spot{Statement: x.B, Span: b.Span, Value: x.B.Witness.Text[b.Span.Start:b.Span.End]},
				Kind: compare.Conflict, Severity: compare.Major, Confidence: 0.85, Topic: "number",
				Reason: fmt.Sprintf("The statements correspond, and one has %s, another %s.", a.Lower, b.Lower),
			})
			break
		}
	}
}

// A code is a word that holds digits and is no number.
type code struct {
	at    int
	shape string
}

func readCodes(st *witness.Statement) []code {
	var out []code
	for i := range st.Tokens {
		t := &st.Tokens[i]
		if shape := codeShape(t.Lower); shape != "" && !figured(st, t) {
			out = append(out, code{i, shape})
		}
	}
	return out
}

// codeShape is a word with its digits left out, "" for one that holds none or
// nothing else: "iphone#" for "iPhone6".
func codeShape(w string) string {
	if !strings.ContainsAny(w, "0123456789") {
		return "" // nearly every word
	}
	var b strings.Builder
	digits, letters := false, false
	for i := range len(w) {
		c := w[i]
		if c < '0' || c > '9' {
			b.WriteByte(c)
			letters = letters || c != '.' && c != ',' && c != ':'
			continue
		}
		if !digits || w[i-1] < '0' || w[i-1] > '9' {
			b.WriteByte('#')
		}
		digits = true
	}
	if !digits || !letters {
		return ""
	}
	return b.String()
}

// figured reports whether a word was read as a number or a time, which are
// compared by what they say: "$5bn", "9am".
func figured(st *witness.Statement, t *witness.Token) bool {
	for _, f := range st.Facts {
		switch f := f.(type) {
		case *witness.Quantity:
			if f.Kind != witness.Label && f.Span.Contains(t.Span) {
				return true
			}
		case *witness.Time:
			if f.Span.Contains(t.Span) {
				return true
			}
		}
	}
	return false
}

// spells reports whether a statement has the word, however it is cut.
func spells(st *witness.Statement, w string) bool {
	for i := range st.Tokens {
		if strings.Contains(st.Tokens[i].Lower, w) {
			return true
		}
	}
	return false
}
