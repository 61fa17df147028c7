package quantity

import (
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// people and places list whom and what places a statement names.
func people(st *witness.Statement) []*witness.Entity { return named(st, witness.Person) }
func places(st *witness.Statement) []*witness.Entity { return named(st, witness.Place) }

// named lists what of one kind a statement names, each once. Where that is nothing,
// names of no known kind may be of it.
func named(st *witness.Statement, kind witness.EntityKind) []*witness.Entity {
	if out := namedAs(st, kind); len(out) > 0 {
		return out
	}
	return namedAs(st, witness.OtherEntity)
}

// namedAs lists what of one kind a statement names, each once, demonyms left out.
func namedAs(st *witness.Statement, kind witness.EntityKind) []*witness.Entity {
	var out []*witness.Entity
	for _, n := range compare.Facts[*witness.Name](st) {
		if e := n.Entity; e != nil && e.Kind == kind && !n.Demonym && !slices.Contains(out, e) {
			out = append(out, e)
		}
	}
	return out
}

// parties is of whom, or of where, a report may have several figures on one subject:
// the bail of two suspects, the damage in two states.
var parties = map[string]func(*witness.Statement) []*witness.Entity{
	"bail": people, "damage": places, "arrested": places, "depth": places,
}

// otherParty reports whether two figures on one subject are told of two people or
// places, as far as their statements name any.
func otherParty(subject string, a, b told) bool {
	of := parties[subject]
	if of == nil {
		return false
	}
	as, bs := of(a.st), of(b.st)
	return len(as) > 0 && len(bs) > 0 && !compare.Common(as, bs)
}
