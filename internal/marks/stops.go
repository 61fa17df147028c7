package marks

import (
	"github.com/factdiff/factdiff/witness"
)

// shortened are abbreviations that a stop may follow in mid-sentence.
var shortened = Set("vs v etc approx no nos dept est inc ltd corp co bros jr sr st ave blvd rd ft mt dr mr mrs ms prof gen lt col sgt capt maj gov sen rep " +
	"rev hon jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun al fig vol pp p op cf ca c b d r e g i eg ie a.m p.m am pm u.s " +
	"u.k u.n d.c ph.d art sec para min max hr hrs sq lb lbs oz kg km cm mm mph pct ref ed eds trans ext tel incl excl resp misc govt assn intl natl univ tech admin")

// Stops finds full stops in the middle of a sentence: after a word that is no
// abbreviation and before a small letter.
func Stops(st *witness.Statement) []Slip {
	var out []Slip
	toks := st.Tokens
	for i := 1; i+1 < len(toks); i++ {
		if toks[i].Form != "." || !Glued(st, i-1) || Glued(st, i) {
			continue
		}
		prev, next := &toks[i-1], &toks[i+1]
		if !Word(prev.Form) || len(prev.Form) < 2 || shortened[prev.Lower] || !Small(next.Form) || !Word(next.Form) || brand(next.Form) || particles[next.Form] || shortened[next.Form] && len(next.Form) > 1 {
			continue
		}
		if i+2 < len(toks) && Glued(st, i+1) && len(toks[i+2].Form) == 1 && toks[i+2].Form != "," && toks[i+2].Form != "." && toks[i+2].Form != "-" {
			continue // an address, a handle
		}
		out = append(out, Slip{Span: Span(st, i-1, i+1), Message: "a full stop in the middle of a sentence, or a sentence that begins with a small letter",
			Suggest: prev.Form + " " + next.Form, Sure: 0.9, Hint: len(prev.Form) < 4 && Capital(prev.Form)})
	}
	return out
}
