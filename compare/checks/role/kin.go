package role

import (
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// owner is whose kin somebody is said to be.
type owner struct {
	entity *witness.Entity // nil where no name is known
	gender witness.Gender  // of a pronoun, or of the name
	noun   string          // of "the victim's son", where nobody is named
}

// kin reads whose kin persons are said to be: "his cousin, Pilar Vidal", "Pilar Vidal,
// a sister-in-law of Luis Ferrer".
func kin(lex *lexicon.Lexicon, st *witness.Statement) []bond {
	var out []bond
	for i := range st.Tokens {
		if u := st.Tokens[i].UPOS; u != "NOUN" && u != "PROPN" {
			continue
		}
		word, last := compound(st, i)
		if g, ok := lex.GenderedNouns().Get(word); !ok || g.Relation == "" {
			continue
		}
		own, ph, ok := owned(st, i, last)
		if !ok {
			continue
		}
		n := beside(st, ph)
		if n == nil || n.First == n.Last || n.Entity == own.entity {
			continue // of a surname alone a family has several
		}
		if own.entity == nil && own.noun == "" {
			own.entity = meant(st, ph.start, own.gender, n.Entity)
		}
		out = append(out, bond{st: st, bearer: n.Entity, span: compare.TokenSpan(st, ph.start, ph.to), sort: ofKin, value: word, shown: text(st, ph.start, ph.to), owner: own})
	}
	return out
}

// owned reads whose the noun of tokens i to last is. Of somebody of whom a speaker says
// "my", and of "their" kin, it is not known whose they are.
func owned(st *witness.Statement, i, last int) (owner, phrase, bool) {
	start := opening(st, i)
	ph := phrase{start, i, last}
	k := start - 1
	switch compare.Word(st, k) {
	case "his":
		ph.start = k
		return owner{gender: witness.Masculine}, ph, true
	case "her":
		ph.start = k
		return owner{gender: witness.Feminine}, ph, true
	case "'s", "'":
		if k == 0 {
			return owner{}, ph, false
		}
		ph.start = opening(st, k-1)
		if n := compare.NameOver(st, k-1); n != nil {
			ph.start = n.First
			return owner{entity: n.Entity, gender: n.Entity.Gender}, ph, someone(n.Entity)
		}
		return owner{noun: st.Tokens[k-1].Lemma}, ph, st.Tokens[k-1].UPOS == "NOUN"
	}
	if compare.Word(st, last+1) == "of" {
		if n := compare.FactOf(st, func(n *witness.Name) bool { return n.First > last && n.First <= last+4 }); n != nil && n.Entity != nil && someone(n.Entity) {
			ph.to = n.Last
			return owner{entity: n.Entity, gender: n.Entity.Gender}, ph, true
		}
	}
	return owner{}, ph, false
}

// meant returns the person nearest before token i, in the statement or the two before it,
// whom a pronoun of a gender may mean, other than the one who is told of; or nil.
func meant(st *witness.Statement, i int, g witness.Gender, but *witness.Entity) *witness.Entity {
	for back := 0; back <= 2 && st.Index >= back; back++ {
		o := st.Witness.Statements[st.Index-back]
		var last *witness.Entity
		for _, n := range compare.Facts[*witness.Name](o) {
			if (back > 0 || n.Last < i) && n.Entity != nil && n.Entity != but && n.Entity.Kind == witness.Person && (g == witness.UnknownGender || n.Entity.Gender == witness.UnknownGender || n.Entity.Gender == g) {
				last = n.Entity
			}
		}
		if last != nil {
			return last
		}
	}
	return nil
}

// oneOwner reports whether two bonds are to one person: by name, by the noun for who is meant,
// or where two short reports name nobody else.
func oneOwner(p *compare.Pass, a, b bond) bool {
	x, y := a.owner, b.owner
	switch {
	case x.gender != y.gender && x.gender != witness.UnknownGender && y.gender != witness.UnknownGender:
		return false
	case x.entity != nil && y.entity != nil:
		return x.entity == y.entity || p.Names.Same(x.entity.Name, y.entity.Name)
	case !compare.Short(a.st) || !compare.Short(b.st):
		return false
	case x.entity != nil && y.noun == "":
		return namedBefore(p, b, x.entity)
	case y.entity != nil && x.noun == "":
		return namedBefore(p, a, y.entity)
	case x.entity != nil || y.entity != nil:
		return false
	case x.noun != "" && y.noun != "":
		return x.noun == y.noun || p.Lexicon.Synonymous(x.noun, y.noun, lexicon.Noun)
	}
	return x.noun == y.noun && namesAlone(a) && namesAlone(b)
}

// namedBefore reports whether the report of a bond names somebody before it, and beside it
// nobody whom a pronoun could mean as well.
func namedBefore(p *compare.Pass, b bond, e *witness.Entity) bool {
	if compare.FactOf(b.st, func(n *witness.Name) bool { return n.Entity != nil && n.Entity != b.bearer && someone(n.Entity) }) != nil {
		return false
	}
	for _, st := range b.st.Witness.Statements[:b.st.Index] {
		if compare.FactOf(st, func(n *witness.Name) bool {
			return n.Entity != nil && (n.Entity == e || p.Names.Same(n.Entity.Name, e.Name))
		}) != nil {
			return true
		}
	}
	return false
}

// namesAlone reports whether the report of a bond names no person but who has it.
func namesAlone(b bond) bool {
	for _, st := range b.st.Witness.Statements {
		if compare.FactOf(st, func(n *witness.Name) bool { return n.Entity != nil && n.Entity != b.bearer && someone(n.Entity) }) != nil {
			return false
		}
	}
	return true
}

// loosely reports whether one word for kin is the other but for a marriage: the brother of one
// report is the brother-in-law or the stepbrother of the other.
func loosely(a, b string) bool {
	less := func(a, b string) bool { return b == a+"-in-law" || b == "step"+a || b == "half-"+a }
	return less(a, b) || less(b, a)
}

// otherKin reports whether two words for kin exclude each other: a cousin is no sister-in-law,
// a brother no sister. Marriages, engagements and their ends are one bond, and a godfather may
// be an uncle.
func otherKin(lex *lexicon.Lexicon, a, b string) bool {
	x, _ := lex.GenderedNouns().Get(a)
	y, _ := lex.GenderedNouns().Get(b)
	rx, ry := bondOf(x), bondOf(y)
	if slices.Contains(besides, rx) || slices.Contains(besides, ry) {
		return false
	}
	return rx != ry || x.Gender != y.Gender && x.Gender != 0 && y.Gender != 0
}

// besides are the bonds that one may have besides another.
var besides = []string{"godparent", "godchild"}

func bondOf(g lexicon.Gendered) string {
	if g.Relation == "partner" {
		return "spouse"
	}
	return g.Relation
}
