package event

import (
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// innocent and guilty are the nouns of opposed roles: who is saved from somebody, and
// from whom.
var (
	innocent = map[string]bool{"hostage": true, "captive": true, "crewman": true, "crewmember": true, "sailor": true, "fisherman": true, "passenger": true,
		"migrant": true, "refugee": true, "civilian": true, "tourist": true, "villager": true}
	guilty = map[string]bool{"pirate": true, "militant": true, "gunman": true, "attacker": true, "robber": true, "brigand": true, "bandit": true,
		"kidnapper": true, "hijacker": true, "smuggler": true, "rebel": true, "terrorist": true}
)

// stranded are those who are saved and held at once, as where they are found in a truck.
var stranded = map[string]bool{"migrant": true, "refugee": true, "stowaway": true}

// opposed reports whether two nouns are of opposed roles: of one number or not, those
// who are saved and those who are caught are two crowds.
func opposed(a, b string) bool { return innocent[a] && guilty[b] || guilty[a] && innocent[b] }

// oneBand reports whether people of opposed roles are one crowd all the same, because the
// same doer is named in both statements and a word that describes them is shared: "26
// Somali crewmembers", "26 Somali pirates".
func oneBand(x *compare.Pair, a, b fate) bool {
	da, db := doer(x.A, a), doer(x.B, b)
	if da == nil || da != db {
		return false
	}
	return compare.Common(describedBy(x.A, a.thing), describedBy(x.B, b.thing))
}

// doer returns who is named as the one who brought a fate about, or nil.
func doer(st *witness.Statement, f fate) *witness.Entity {
	if c := compare.ClaimAt(st, f.Head); c != nil && c.Agent != nil {
		return c.Agent.Entity
	}
	return nil
}
