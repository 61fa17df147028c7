package quantity

import (
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// belongings compares how many of a kind somebody has in all: "NATO's 19
// members", "NATO has 16 members".
func belongings(p *compare.Pass) {
	single(p, func(st *witness.Statement, q *witness.Quantity) string {
		if q.Kind != witness.Cardinal || q.Hedge != witness.Exact || q.Point < 2 || q.OfAt < 0 || st.Tokens[q.OfAt].XPOS != "NNS" ||
			additive(st, q) || part(st, q) || partitive(st, q) || compounded(st, q) || unreal(st, q) || elsewhen(st) || dated(st) {
			return ""
		}
		owner := ownerOf(st, q)
		if owner == nil || owner.Entity == nil {
			return ""
		}
		return st.Tokens[q.OfAt].Lower + " of " + owner.Entity.Name
	})
}

// ownerOf returns whose the things counted are, where their number is that of all
// he has: nothing else may say which they are.
func ownerOf(st *witness.Statement, q *witness.Quantity) *witness.Name {
	var owner *witness.Name
	for k := range st.Tokens {
		t := &st.Tokens[k]
		if t.Head != q.OfAt {
			continue
		}
		switch t.Rel {
		case "nmod:poss":
			owner = compare.NameOver(st, k)
		case "nummod", "punct", "case", "cc", "det", "acl:relcl":
		default:
			return nil // "its two largest factories", "two planes in the region"
		}
	}
	h := st.Tokens[q.OfAt].Head
	if owner != nil || h < 0 || st.Tokens[q.OfAt].Rel != "obj" || st.Tokens[h].Lemma != "have" || compare.Child(st, h, "obl") >= 0 || compare.Child(st, h, "xcomp") >= 0 {
		return owner
	}
	if k := compare.Child(st, h, "nsubj"); k >= 0 {
		return compare.NameOver(st, k)
	}
	return nil
}
