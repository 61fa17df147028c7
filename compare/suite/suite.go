// Package suite is the only list of checks.
package suite

import (
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/compare/checks/name"
	"github.com/factdiff/factdiff/compare/checks/polarity"
	"github.com/factdiff/factdiff/compare/checks/quantity"
)

// All are the checks that run by default, in the order in which they take
// precedence where two see one cause.
var All = []*compare.Check{
	quantity.Check,
	name.Check,
	polarity.Check,
}
