package relation

import (
	"fmt"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// route is a way from one name to another: "the train from Prague to Brno", "the
// Brno-to-Prague train".
type route struct {
	st       *witness.Statement
	span     witness.Span
	from, to *witness.Name
	mover    string          // lemma of who or what goes it
	who      *witness.Entity // and its name, if it has one
}

func (r route) value() string { return "from " + r.from.Form + " to " + r.to.Form }

// routes compares over the whole event which way one thing went: from Prague to
// Brno, or from Brno to Prague. A report that has it both ways, or tells of a way
// back, is left out.
func routes(p *compare.Pass) {
	by := make([][]route, len(p.Event.Witnesses))
	for st := range p.Statements() {
		by[st.Witness.Index] = append(by[st.Witness.Index], routesOf(st)...)
	}
	for a, b := range compare.Between(by) {
		if !a.reverses(b) || !oneMover(p.Lexicon, a, b) || both(by[a.st.Witness.Index], a) || both(by[b.st.Witness.Index], b) {
			continue
		}
		p.ReportAcross(compare.Difference{
			A:    compare.Spot{Statement: a.st, Span: a.span, Value: a.value()},
			B:    compare.Spot{Statement: b.st, Span: b.span, Value: b.value()},
			Kind: compare.Conflict, Severity: compare.Major, Confidence: 0.75, Topic: "which way the " + a.mover + " went",
			Reason: fmt.Sprintf("From %s to %s is the way back from %s to %s.", a.from.Form, a.to.Form, b.from.Form, b.to.Form),
		})
	}
}

// reverses reports whether two ways are one, gone in two directions.
func (r route) reverses(o route) bool {
	return r.from.Entity == o.to.Entity && r.to.Entity == o.from.Entity && r.from.Entity != r.to.Entity
}

// both reports whether a report tells of the way back too.
func both(own []route, r route) bool {
	for _, o := range own {
		if r.reverses(o) {
			return true
		}
	}
	return false
}

// oneMover reports whether two routes are those of one thing: one name, or nouns of
// which one may stand for the other.
func oneMover(lex *lexicon.Lexicon, a, b route) bool {
	if a.who != nil && b.who != nil {
		return a.who == b.who
	}
	if a.mover == "" || b.mover == "" || flows[a.mover] || lexicon.Category(a.mover, lexicon.Noun) == "person" {
		return false
	}
	if a.mover == b.mover || lex.Synonymous(a.mover, b.mover, lexicon.Noun) || kind(a.mover, b.mover) || kind(b.mover, a.mover) {
		return true
	}
	for _, means := range [...]string{"vessel", "motor vehicle", "aircraft"} {
		if kind(a.mover, means) && kind(b.mover, means) {
			return true // the ferry, the ship
		}
	}
	return false
}

// flows are nouns for what goes both ways at once.
var flows = map[string]bool{"export": true, "import": true, "trade": true, "flight": true, "migration": true, "traffic": true, "trip": true, "people": true, "goods": true, "aid": true}

// kind reports whether the one noun names a kind of what the other names: a ferry
// is a ship.
func kind(one, wide string) bool {
	_, ok := lexicon.Hypernym(one, wide, lexicon.Noun, 4)
	return ok
}

// routesOf reads the routes of a statement off "from" and "to" with a name behind
// each, the one right after the other's name, and off nouns such as "the
// Brno-to-Prague train". What is told of a way back, or to and fro, is none.
func routesOf(st *witness.Statement) []route {
	var out []route
	for _, n := range compare.Facts[*witness.Name](st) {
		if n.Entity == nil || n.Demonym {
			continue
		}
		k := n.Last + 1
		for k < len(st.Tokens) && st.Tokens[k].Lower == "-" {
			k++
		}
		if k+1 >= len(st.Tokens) || st.Tokens[k].Lower != "to" && st.Tokens[k].Lower != "from" {
			continue
		}
		next := k + 1
		for next < len(st.Tokens) && (st.Tokens[next].Lower == "-" || st.Tokens[next].Lower == "the") {
			next++
		}
		other := nameAt(st, next)
		if other == nil || other.Entity == nil || other.Demonym {
			continue
		}
		r := route{st: st, from: n, to: other}
		first := n.First
		switch before := compare.Word(st, n.First-1); {
		case st.Tokens[k].Lower == "from" && before == "to":
			r.from, r.to, first = other, n, first-1
		case st.Tokens[k].Lower == "from", k == n.Last+1 && before != "from":
			continue // "he wrote to Anna from Paris to Lyon"; "Anna to Paris"
		case before == "from":
			first--
		}
		last := other.Last
		if st.Tokens[k-1].Lower == "-" {
			last++ // the noun that the hyphenated names stand before
			if last >= len(st.Tokens) || st.Tokens[last].UPOS != "NOUN" {
				continue
			}
			r.mover = st.Tokens[last].Lemma
		} else {
			r.mover, r.who = moverAt(st, n.Head)
		}
		if returns(st) {
			continue
		}
		r.span = compare.TokenSpan(st, first, last)
		out = append(out, r)
	}
	return out
}

// moverAt names who or what goes the route that the name with its head at token i
// belongs to: the noun that it restricts, or the subject of its verb.
func moverAt(st *witness.Statement, i int) (string, *witness.Entity) {
	for h := st.Tokens[i].Head; h >= 0; h = st.Tokens[h].Head {
		switch u := st.Tokens[h].UPOS; {
		case u == "NOUN" && !ways[st.Tokens[h].Lemma]:
			return st.Tokens[h].Lemma, nil
		case u == "VERB", u == "ADJ", u == "NOUN":
			if c := compare.ClaimAt(st, h); c != nil {
				a := c.Agent
				if a == nil {
					a = c.Patient
				}
				if a != nil {
					return a.Lemma, a.Entity
				}
			}
			if k := st.Tokens[h].Head; strings.HasPrefix(st.Tokens[h].Rel, "acl") && k >= 0 {
				return st.Tokens[k].Lemma, nil // "the train travelling from"
			}
			if u != "NOUN" {
				return "", nil
			}
		}
	}
	return "", nil
}

// ways are nouns for a route itself, which somebody else is on.
var ways = map[string]bool{"way": true, "journey": true, "trip": true, "voyage": true, "course": true, "route": true, "leg": true}

// returns reports whether a statement tells of a way back or to and fro.
func returns(st *witness.Statement) bool {
	for i := range st.Tokens {
		switch st.Tokens[i].Lemma {
		case "return", "back", "versa", "round", "home", "again":
			return true
		}
	}
	return false
}
