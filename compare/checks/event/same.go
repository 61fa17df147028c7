package event

import (
	"slices"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

func lists(values []string, v string) bool { return slices.Contains(values, v) }

// oneThing reports whether two fates are told of what may be one thing: one
// that is named, or nouns of one sense whose names, owners and numbers do not
// stand against it. A figure is one where it moved by one amount.
func oneThing(p *compare.Pass, sa *witness.Statement, a fate, sb *witness.Statement, b fate) bool {
	if na, nb := named(sa, a), named(sb, b); na != nil || nb != nil {
		return na != nil && nb != nil && oneName(p, na, nb)
	}
	if a.degree.Of == "jury" {
		if x, y := deciding[a.lemma], deciding[b.lemma]; x != y && x != "" && y != "" || otherCourt(sa, a.thing, sb, b.thing) {
			return false
		}
	} else if a.lemma != b.lemma && !alike(p.Lexicon, a.lemma, b.lemma) {
		return false
	}
	switch {
	case a.degree.Of == "jury":
	case a.degree.Of == "figure":
		if !oneAmount(sa, a, sb, b) {
			return false
		}
	case a.Denied || b.Denied: // "not a single mill", "one of the mills"
	case count(sa, a.thing) != count(sb, b.thing), a.one != b.one:
		return false
	}
	ma, mb := modifiers(sa, a.thing), modifiers(sb, b.thing)
	return len(ma) == 0 || len(mb) == 0 || shareOne(p.Lexicon, ma, mb)
}

// shareOne reports whether two things have a modifier in common, by its name or its sense.
func shareOne(lex *lexicon.Lexicon, as, bs []modifier) bool {
	return slices.ContainsFunc(as, func(x modifier) bool {
		return slices.ContainsFunc(bs, func(y modifier) bool {
			return x.entity != nil && x.entity == y.entity || x.lemma == y.lemma || x.entity == nil && y.entity == nil && lex.Synonymous(x.lemma, y.lemma, lexicon.Noun)
		})
	})
}

// otherCourt reports whether two nouns for who decides are described by words that
// have nothing in common: the district court, the supreme court.
func otherCourt(sa *witness.Statement, i int, sb *witness.Statement, j int) bool {
	as, bs := describedBy(sa, i), describedBy(sb, j)
	return len(as) > 0 && len(bs) > 0 && !compare.Common(as, bs)
}

// describedBy lists the adjectives and nouns before noun i.
func describedBy(st *witness.Statement, i int) []string {
	var out []string
	for k := range st.Tokens {
		if t := &st.Tokens[k]; t.Head == i && (t.Relation() == "amod" || t.Relation() == "compound") {
			out = append(out, t.Lemma)
		}
	}
	return out
}

// deciding parts the nouns for who decides by votes into those that sit in judgement,
// those that make laws and all other bodies. A noun for what is decided ("the
// verdict", "the decision") fits each.
var deciding = map[string]string{
	"jury": "court", "juror": "court", "court": "court", "judge": "court", "bench": "court", "tribunal": "court", "panel": "court",
	"parliament": "laws", "senate": "laws", "assembly": "laws", "chamber": "laws",
	"board": "body", "council": "body", "committee": "body", "commission": "body", "directorate": "body", "presidium": "body",
}

// oneName reports whether two names may be one: as such, with a surname cut to
// its initial, or as a party goes by its members.
func oneName(p *compare.Pass, a, b *witness.Entity) bool {
	if a == b {
		return true
	}
	if a.Kind != b.Kind && a.Kind != witness.OtherEntity && b.Kind != witness.OtherEntity {
		return false
	}
	return p.Names.Same(a.Name, b.Name) || initialled(a.Name, b.Name) || members(a.Name) == members(b.Name)
}

// initialled reports whether two names are one but for a surname that one of
// them only hints at, as courts' reporters do: "Gary S.".
func initialled(a, b string) bool {
	wa, wb := strings.Fields(a), strings.Fields(b)
	if len(wa) != 2 || len(wb) != 2 || wa[0] != wb[0] {
		return false
	}
	x, y := strings.TrimSuffix(wa[1], "."), strings.TrimSuffix(wb[1], ".")
	return (len(x) == 1) != (len(y) == 1) && x[0] == y[0]
}

// members folds the name of a party and that of its members: "the Progressive
// Party", "the Progressives".
func members(name string) string {
	words := strings.Fields(strings.ToLower(name))
	if n := len(words); n > 1 {
		switch words[n-1] {
		case "party", "movement", "alliance", "union":
			words = words[:n-1]
		}
	}
	return strings.TrimSuffix(strings.Join(words, " "), "s")
}

// oneAmount reports whether two figures moved by what may be one share of them.
func oneAmount(sa *witness.Statement, a fate, sb *witness.Statement, b fate) bool {
	qa, qb := amount(sa, a.Head), amount(sb, b.Head)
	return qa != nil && qb != nil && qa.Value.Lo <= qb.Value.Hi && qb.Value.Lo <= qa.Value.Hi
}

// amount returns the share that stands just behind verb i, or nil.
func amount(st *witness.Statement, i int) *witness.Quantity {
	for _, q := range compare.Facts[*witness.Quantity](st) {
		if q.Kind == witness.Percent && q.Number > i && q.Number <= i+5 {
			return q
		}
	}
	return nil
}

// named returns whom or what a fate is told of by name: the thing itself, not
// what a common noun is taken to stand for.
func named(st *witness.Statement, f fate) *witness.Entity {
	if f.entity == nil || f.degree.Of != "person" && f.degree.Of != "body" && st.Tokens[f.thing].UPOS == "NOUN" {
		return nil
	}
	return f.entity
}

// alike reports whether two nouns may name one thing: synonyms, or one a kind
// of the other by a single step.
func alike(lex *lexicon.Lexicon, a, b string) bool {
	return lex.Synonymous(a, b, lexicon.Noun) || lexicon.Kin(a, b, lexicon.Noun, 1)
}

// modifier is what tells one thing of its kind from others.
type modifier struct {
	lemma  string
	entity *witness.Entity
}

// modifiers lists the names, owners and nouns that restrict noun i: "lorry"
// of "the lorry driver", "Chachapoyas" of "the airport of Chachapoyas".
func modifiers(st *witness.Statement, i int) []modifier {
	var out []modifier
	for k := range st.Tokens {
		t := &st.Tokens[k]
		if t.Head != i || k == i {
			continue
		}
		m := modifier{t.Lemma, nameAt(st, k)}
		switch rel := t.Relation(); {
		case rel == "nmod" && (m.entity != nil || t.Rel == "nmod:poss" && t.XPOS != "PRP$" || ofNoun(st, k)), t.Rel == "compound", t.Rel == "flat", rel == "amod" && m.entity != nil:
			out = append(out, m)
		}
	}
	return out
}

// ofNoun reports whether noun k is tied to its head by "of".
func ofNoun(st *witness.Statement, k int) bool {
	c := compare.Child(st, k, "case")
	return c >= 0 && st.Tokens[c].Lower == "of"
}

// nameAt returns what word k names, or the name set beside it: "the banker Luis
// Ferrer".
func nameAt(st *witness.Statement, k int) *witness.Entity {
	if n := compare.NameOver(st, k); n != nil {
		return n.Entity
	}
	for c := range st.Tokens {
		if r := st.Tokens[c].Relation(); st.Tokens[c].Head == k && (r == "flat" || r == "appos") {
			if n := compare.NameOver(st, c); n != nil {
				return n.Entity
			}
		}
	}
	return nil
}

// count returns how many of the thing at token i there are; 1 for a singular,
// 0 for a plural without a number.
func count(st *witness.Statement, i int) float64 {
	if q := compare.Counted(st, i); q != nil {
		return q.Point
	}
	if strings.HasSuffix(st.Tokens[i].XPOS, "S") {
		return 0
	}
	return 1
}
