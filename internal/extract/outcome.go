package extract

import (
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// forecasts adds how a result is said to stand against what was expected of
// it: "above the 1.2 billion expected by analysts", "lower than forecast".
func (s *sentence) forecasts() {
	for k := range s.toks {
		v := against[s.lower[k]]
		if v == "" {
			v = against[s.toks[k].Lemma]
		}
		if v == "" || !s.expected(k) {
			continue
		}
		thing := -1
		for i := k - 1; i >= 0; i-- {
			if results[s.toks[i].Lemma] {
				thing = i
				break
			}
		}
		if thing >= 0 {
			s.state(lexicon.Condition{Scale: "against forecasts", Value: v}, k, witness.Arg{Head: thing}, nil, s.negated(k), witness.Actual)
		}
	}
}

// expected reports whether the words behind k name what was expected, in one
// clause.
func (s *sentence) expected(k int) bool {
	for i := k + 1; i < min(k+13, len(s.toks)); i++ {
		switch l := s.toks[i].Lemma; {
		case forecasters[l]:
			return true
		case s.upos(i) == "PUNCT" && s.lower[i] != "%" && s.lower[i] != "-":
			return false
		}
	}
	return false
}

var (
	against = map[string]string{
		"above": "above", "better": "above", "higher": "above", "stronger": "above", "more": "above", "beat": "above", "exceed": "above", "top": "above", "surpass": "above", "outstrip": "above",
		"below": "below", "worse": "below", "lower": "below", "weaker": "below", "less": "below", "miss": "below", "undershoot": "below", "short": "below", "trail": "below",
	}
	forecasters = map[string]bool{"analyst": true, "economist": true, "forecast": true, "expectation": true, "consensus": true, "estimate": true, "expect": true, "predict": true, "anticipate": true, "expected": true}
	results     = map[string]bool{"profit": true, "earnings": true, "earning": true, "result": true, "revenue": true, "sale": true, "sales": true, "turnover": true, "income": true, "growth": true, "margin": true, "dividend": true}
)

// votes adds how a jury, a court or a council came to its decision: of one
// mind, or by a majority that is told.
func (s *sentence) votes() {
	for k := range s.toks {
		v := s.wayOfDecision(k)
		if v == "" {
			continue
		}
		for i := range s.toks {
			if deciders[s.toks[i].Lemma] && s.upos(i) == "NOUN" {
				s.state(lexicon.Condition{Scale: "way of decision", Value: v}, k, witness.Arg{Head: i}, nil, s.negated(k), witness.Actual)
				break
			}
		}
	}
}

// wayOfDecision reads at token k how something was decided: "unanimously", "of one
// mind", "by four votes to one", "a majority of 10 to 2"; or nothing.
func (s *sentence) wayOfDecision(k int) string {
	switch s.lower[k] {
	case "unanimous", "unanimously":
		return "unanimous"
	case "one":
		if s.word(k-1) == "of" && s.word(k+1) == "mind" || s.word(k-1) == "with" && s.word(k+1) == "voice" {
			return "unanimous"
		}
	case "majority":
		if s.word(k+1) == "of" && s.upos(k+2) == "NUM" && (s.word(k+3) == "to" || s.word(k+3) == "-") {
			return "by majority"
		}
	case "votes":
		if w := s.word(k + 1); s.word(k-2) == "by" && s.upos(k-1) == "NUM" && (w == "to" || w == "against") && s.upos(k+2) == "NUM" {
			return "by majority"
		}
	}
	return ""
}

// deciders are who decides by votes, and what is decided.
var deciders = map[string]bool{"decision": true, "verdict": true, "ruling": true, "judgment": true, "judgement": true, "judge": true, "bench": true, "jury": true, "juror": true, "court": true, "council": true, "board": true, "parliament": true, "senate": true, "committee": true, "panel": true,
	"commission": true, "assembly": true, "chamber": true, "tribunal": true, "directorate": true, "presidium": true}
