package quantity

import (
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// statline is a figure that a report gives of one player or team: points in a game,
// the record of a boxer.
type statline struct {
	told
	who  *witness.Entity
	what string
}

// record is what a statline is of that counts wins and losses.
const record = "record"

// statlines compares, over the whole event, what the reports have of one player:
// "Lee (20-3, 14 KOs)", "Lee led with 13 points, while Roth added 12". A report with
// two figures of one sort speaks of two games or two stretches of one.
func statlines(p *compare.Pass) {
	byWitness := make([][]statline, len(p.Event.Witnesses))
	for st := range p.Statements() {
		if st.Kind != witness.Furniture {
			i := st.Witness.Index
			byWitness[i] = append(append(byWitness[i], bracketed(p.Lexicon, st)...), collected(p.Lexicon, st)...)
		}
	}
	for a, b := range compare.Between(byWitness) {
		if a.who != b.who || !a.alike(p.Lexicon, b) || otherGame(a.st, b.st) || gamesApart(a, b) || a.equals(b) || farApart(a.q, b.q) || !a.only(p.Lexicon, byWitness) || !b.only(p.Lexicon, byWitness) {
			continue
		}
		va, vb := compare.QuantityValue(a.q), compare.QuantityValue(b.q)
		p.ReportAcross(compare.Difference{
			A:    compare.Spot{Statement: a.st, Span: a.q.Span, Value: va},
			B:    compare.Spot{Statement: b.st, Span: b.q.Span, Value: vb},
			Kind: compare.Conflict, Severity: severity(a.q, b.q), Confidence: 0.8, Topic: a.what + " of " + a.who.Name,
			Reason: va + " and " + vb + " cannot both be right.",
		})
	}
}

// alike reports whether two figures are of one sort.
func (s statline) alike(lex *lexicon.Lexicon, o statline) bool {
	return s.what == o.what || s.what != record && o.what != record && lex.Synonymous(s.what, o.what, lexicon.Noun)
}

func (s statline) equals(o statline) bool {
	return s.q.Point == o.q.Point && s.q.Second == o.q.Second
}

// only reports whether its report has no other figure of the sort.
func (s statline) only(lex *lexicon.Lexicon, byWitness [][]statline) bool {
	return !slices.ContainsFunc(byWitness[s.st.Witness.Index], func(o statline) bool {
		return o.who == s.who && s.alike(lex, o) && !s.equals(o) && !farApart(s.q, o.q)
	})
}

// bracketed reads what stands behind a name in brackets or between commas: "Lee
// (20-3, 14 KOs)", "Lee, 20-3, 14 knockouts,". Between commas a record comes first.
func bracketed(lex *lexicon.Lexicon, st *witness.Statement) []statline {
	var out []statline
	for _, n := range compare.Facts[*witness.Name](st) {
		open := compare.Word(st, n.Last+1)
		if n.Entity == nil || open != "(" && open != "," {
			continue
		}
		var list []statline
		for _, q := range compare.Facts[*witness.Quantity](st) {
			if q.Number <= n.Last+1 || !listOf(st, n.Last+2, q.Number) {
				continue
			}
			switch {
			case q.Kind == witness.Score && len(list) == 0 && q.Number == n.Last+2:
				list = append(list, statline{told{st, q}, n.Entity, record})
			case q.Kind == witness.Cardinal && q.Hedge == witness.Exact && (open == "(" || len(list) > 0):
				if noun := tallied(lex, st, q); noun != "" {
					list = append(list, statline{told{st, q}, n.Entity, noun})
				}
			}
		}
		out = append(out, list...)
	}
	return out
}

// tallied returns what a player collects that a figure counts by the word behind it,
// whatever the parse hangs the figure on; nothing where it counts something else.
func tallied(lex *lexicon.Lexicon, st *witness.Statement, q *witness.Quantity) string {
	if k := compare.FirstAt(st, q.Span.End); k < len(st.Tokens) && class(lex, st.Tokens[k].Lemma) == "tally" {
		return st.Tokens[k].Lemma
	}
	return ""
}

// listOf reports whether nothing but figures, what they count and commas stand from
// token i to before token end.
func listOf(st *witness.Statement, i, end int) bool {
	for ; i < end; i++ {
		switch t := &st.Tokens[i]; {
		case t.UPOS == "NUM", t.UPOS == "NOUN", t.UPOS == "PROPN" && t.Head >= i-2, t.UPOS == "SYM", t.UPOS == "PART":
		case t.Lower == "," || t.Lower == "-" || t.Lower == "–" || t.Lower == "with":
		default:
			return false
		}
	}
	return true
}

// collecting are the verbs by which a player is told to have so many of something;
// with the first of them the thing is left out where it was named before.
var (
	collecting = wordSet("score", "have", "add", "finish", "contribute", "chip", "post", "collect", "grab", "pull", "net", "pour", "record", "notch", "tally", "lead", "get", "end", "produce", "manage", "top", "pace")
	eliding    = wordSet("score", "have", "add", "finish", "contribute", "chip", "follow", "get", "net")
)

// collected reads what a player is said to have got in a game: "scored 14 points",
// "added 12". What he got in some stretch of it is not taken.
func collected(lex *lexicon.Lexicon, st *witness.Statement) []statline {
	var out []statline
	noun := "" // the thing last counted
	for _, q := range compare.Facts[*witness.Quantity](st) {
		if q.Kind != witness.Cardinal {
			continue
		}
		what := ""
		if class(lex, q.Of) == "tally" {
			what, noun = q.Of, q.Of
		}
		c := claimOf(st, q)
		if c == nil || c.Negative || c.Modality != witness.Actual || c.Agent == nil || c.Agent.Entity == nil || c.Head > q.Number {
			continue
		}
		verb := st.Tokens[c.Head].Lemma
		if what == "" && q.Of == "" && eliding[verb] && q.Number <= c.Head+3 {
			what = noun
		}
		if what == "" || !collecting[verb] || q.Hedge != witness.Exact || inStretch(st, c.Head, q) ||
			additive(st, q) || part(st, q) || whole(st, q) || partitive(st, q) || stretch(st, q) || compounded(st, q) {
			continue
		}
		if ofCareer(st, c.Head) {
			what = "career " + what
		}
		out = append(out, statline{told{st, q}, c.Agent.Entity, what})
	}
	return out
}

// stretches are the words for a part of a game, and for what is more than one.
var stretches = wordSet("half", "quarter", "period", "third", "stretch", "span", "run", "minute", "second", "inning", "set", "overtime", "straight", "row", "consecutive",
	"season", "games", "average", "per", "each", "during", "before", "after", "since", "last", "past", "first", "final", "opening", "by")

// inStretch reports whether what verb i tells of a figure is of a stretch of a game
// or of many: "14 points in the second half", "20 points a game".
func inStretch(st *witness.Statement, i int, q *witness.Quantity) bool {
	for k := compare.FirstAt(st, q.Span.End); k < len(st.Tokens); k++ {
		switch t := &st.Tokens[k]; {
		case t.Lower == "," || t.Lower == ";" || t.Lower == "." || t.Lower == "and" || t.Lower == "while" || t.Lower == "as" || t.Lower == "for" || t.Lower == "to":
			k = len(st.Tokens)
		case stretches[t.Lower] || t.Lower == "a" && games[compare.Word(st, k+1)]:
			return true // "20 points a game"
		}
	}
	from := i + 1
	if st.Tokens[0].UPOS == "ADP" {
		from = 0 // "In the second half Lee scored 14 points"
	}
	return slices.ContainsFunc(st.Tokens[from:q.Number], func(t witness.Token) bool { return stretches[t.Lower] })
}

// ofCareer reports whether verb i tells of all that a player ever got: "now has 900
// points", "ended his career with 900 points".
func ofCareer(st *witness.Statement, i int) bool {
	if compare.Word(st, i-1) == "now" {
		return true
	}
	return slices.ContainsFunc(st.Tokens[i:], func(t witness.Token) bool { return t.Lower == "career" })
}
