// Package suite is the only list of checks.
package suite

import (
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/compare/checks/actor"
	"github.com/factdiff/factdiff/compare/checks/date"
	"github.com/factdiff/factdiff/compare/checks/name"
	"github.com/factdiff/factdiff/compare/checks/polarity"
	"github.com/factdiff/factdiff/compare/checks/pronoun"
	"github.com/factdiff/factdiff/compare/checks/quantity"
	"github.com/factdiff/factdiff/compare/checks/quote"
	"github.com/factdiff/factdiff/compare/checks/role"
)

// All are the checks that run by default, in the order in which they take
// precedence where two see one cause.
var All = []*compare.Check{
	actor.Check,
	quantity.Check,
	date.Check,
	name.Check,
	role.Check,
	polarity.Check,
	pronoun.Check,
	quote.Check,
}
