package list

import (
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// roles compares the lists that two statements have in one role of one deed:
// who attended, with whom he spoke.
func roles(p *compare.Pass, x *compare.Pair) {
	for _, d := range x.Deeds() {
		if d.A.Negative != d.B.Negative || !x.Tied(d.A.Head, d.B.Head) {
			continue
		}
		role(p, x, d.A.Agent, d.B.Agent, d.A.Predicate)
		role(p, x, d.A.Patient, d.B.Patient, d.A.Predicate)
		for i := range d.A.Others {
			for j := range d.B.Others {
				if d.A.Others[i].Prep == d.B.Others[j].Prep {
					role(p, x, &d.A.Others[i], &d.B.Others[j], d.A.Predicate)
				}
			}
		}
	}
}

// role compares two participants that are lists, or whose "of" is one:
// "ministers of A and B".
func role(p *compare.Pass, x *compare.Pair, a, b *witness.Arg, predicate string) {
	if a == nil || b == nil {
		return
	}
	ea, eb := at(p, x.A, a.Head), at(p, x.B, b.Head)
	if ea == nil || eb == nil {
		return
	}
	na, nb := ea.names(x.A), eb.names(x.B)
	if na == nil || nb == nil || !x.Parallel && (compare.OpenList(x.A, na[0].Last) || compare.OpenList(x.B, nb[0].Last)) || !differ(p.Names, na, nb) || given(p, na, nb, x.B) || given(p, nb, na, x.A) {
		return
	}
	p.Report(x, compare.Difference{
		A:    compare.Spot{Statement: x.A, Span: spanOf(x.A, na), Value: value(na)},
		B:    compare.Spot{Statement: x.B, Span: spanOf(x.B, nb), Value: value(nb)},
		Kind: compare.Conflict, Severity: compare.Major, Confidence: 0.7, Topic: predicate + ", the members of a list",
		Reason: "Each list has a member that the other lacks.",
	})
}

// given reports whether a statement names elsewhere all that its list lacks of
// the other.
func given(p *compare.Pass, other, own []*witness.Name, st *witness.Statement) bool {
	return !lacks(p.Names, other, compare.Facts[*witness.Name](st))
}

// at returns the list that token i begins, or that belongs to it by "of".
func at(p *compare.Pass, st *witness.Statement, i int) *enumeration {
	all := compare.OnceOf(p, st, enumerations)
	for k := range all {
		if e := &all[k]; e.members[0] == i || e.of == i {
			return e
		}
	}
	return nil
}

func value(names []*witness.Name) string {
	var out []string
	for _, n := range names {
		out = append(out, n.Entity.Name)
	}
	return strings.Join(out, ", ")
}

// extreme is a list of what is said to be the extreme of something: "the worst
// hit villages were A and B".
type extreme struct {
	st    *witness.Statement
	names []*witness.Name
}

// extremes compares, over the whole event, the lists that name the extreme of
// one thing.
func extremes(p *compare.Pass) {
	by := map[string][]extreme{}
	for st := range p.Statements() {
		for _, e := range compare.OnceOf(p, st, enumerations) {
			if e.of < 0 || !superlative(st, e.of) {
				continue
			}
			if names := e.names(st); names != nil {
				key := st.Tokens[e.of].Lemma
				for _, o := range by[key] {
					compareExtremes(p, o, extreme{st, names}, key)
				}
				by[key] = append(by[key], extreme{st, names})
			}
		}
	}
}

func compareExtremes(p *compare.Pass, a, b extreme, noun string) {
	if a.st.Witness == b.st.Witness || !differ(p.Names, a.names, b.names) {
		return
	}
	p.ReportAcross(compare.Difference{
		A:    compare.Spot{Statement: a.st, Span: spanOf(a.st, a.names), Value: value(a.names)},
		B:    compare.Spot{Statement: b.st, Span: spanOf(b.st, b.names), Value: value(b.names)},
		Kind: compare.Conflict, Severity: compare.Major, Confidence: 0.65, Topic: "which " + noun,
		Reason: "Each list has a member that the other lacks.",
	})
}

// superlative reports whether noun i is put as the most of its kind in what
// befell it: by a modifier, or by the verb that is said of it.
func superlative(st *witness.Statement, i int) bool {
	hit, top := false, false
	for k := range st.Tokens {
		t := &st.Tokens[k]
		if t.Head != i && k != st.Tokens[i].Head && (t.Head < 0 || st.Tokens[t.Head].Head != i && t.Head != st.Tokens[i].Head) {
			continue
		}
		top = top || t.XPOS == "JJS" || t.XPOS == "RBS" || t.Lower == "most" || t.Lower == "worst"
		hit = hit || befallen[t.Lemma]
	}
	return hit && top
}

// befallen are the words for what befalls a place.
var befallen = map[string]bool{"hit": true, "affect": true, "affected": true, "damage": true, "damaged": true, "strike": true, "destroy": true, "devastate": true}
