package name

import (
	"fmt"
	"slices"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/marks"
	"github.com/factdiff/factdiff/internal/naming"
	"github.com/factdiff/factdiff/internal/text"
	"github.com/factdiff/factdiff/witness"
)

// A holder is a person with an office, as a report tells it.
type holder struct {
	st   *witness.Statement
	role *witness.Role
}

// holders compares over the whole event, wherever the reports say it, what the
// holder of an office is called: one has Mayor Anna Berg, the other Mayor Anna
// Bach, and neither knows the other's. Two with nothing of their names in common
// may well be two. It adds to the pairs of entities that are reported.
func holders(p *compare.Pass, found map[[2]int]bool) {
	knows := acquaintance(p)
	byOffice := map[string][]holder{}
	var offices []string
	for st := range p.Statements() {
		for _, r := range compare.Facts[*witness.Role](st) {
			if !marks.Readable(st) || r.Holder == nil || r.Holder.Kind != witness.Person || r.Former || r.Office == "" {
				continue
			}
			k := strings.TrimSpace(r.Modifier + " " + r.Office)
			if byOffice[k] == nil {
				offices = append(offices, k)
			}
			byOffice[k] = append(byOffice[k], holder{st, r})
		}
	}
	slices.Sort(offices)
	for _, office := range offices {
		list := byOffice[office]
		for i, a := range list {
			for _, b := range list[i+1:] {
				e, f := a.role.Holder, b.role.Holder
				if e == f || a.st.Witness == b.st.Witness || found[pairOf(e, f)] || !oneOffice(a.role, b.role) || !misnamed(p.Names, e, f) ||
					knows[a.st.Witness][f.ID] || knows[b.st.Witness][e.ID] {
					continue
				}
				found[pairOf(e, f)] = true
				p.ReportAcross(compare.Difference{
					A:    compare.Spot{Statement: a.st, Span: bearing(a), Value: e.Name},
					B:    compare.Spot{Statement: b.st, Span: bearing(b), Value: f.Name},
					Kind: compare.Conflict, Severity: compare.Major, Confidence: 0.8,
					Topic:  office,
					Reason: fmt.Sprintf("Both reports name the %s, and neither knows the other's name.", office),
				})
			}
		}
	}
}

// acquaintance lists for each report the entities that it names.
func acquaintance(p *compare.Pass) map[*witness.Witness]map[int]bool {
	out := map[*witness.Witness]map[int]bool{}
	for st := range p.Statements() {
		for _, n := range compare.Facts[*witness.Name](st) {
			if out[st.Witness] == nil {
				out[st.Witness] = map[int]bool{}
			}
			out[st.Witness][n.Entity.ID] = true
		}
	}
	return out
}

// oneOffice reports whether two roles of one title can be of one body: neither
// names another.
func oneOffice(a, b *witness.Role) bool {
	return a.Of == "" || b.Of == "" || strings.EqualFold(text.Plain(a.Of), text.Plain(b.Of))
}

// misnamed reports whether two full names of persons share the given name or the
// surname and surely differ in the other, so that one is likely a slip for the
// other. A man and a woman are two; a part with several words, of which one is shared, is a fuller form.
func misnamed(names *naming.Judge, e, f *witness.Entity) bool {
	a, b := names.Words(e.Name), names.Words(f.Name)
	if len(a) != 2 || len(b) != 2 || e.Gender != f.Gender && e.Gender != witness.UnknownGender && f.Gender != witness.UnknownGender {
		return false
	}
	return names.SameWord(a[0], b[0]) && names.TwoSurnames(a[1], b[1]) || names.SameWord(a[1], b[1]) && names.TwoGiven(a[0], b[0])
}

// bearing is where a report names the holder of an office: the name if it stands
// in the same statement, else the office.
func bearing(h holder) witness.Span {
	for _, n := range compare.Facts[*witness.Name](h.st) {
		if n.Entity == h.role.Holder {
			return n.Span
		}
	}
	return h.role.Span
}
