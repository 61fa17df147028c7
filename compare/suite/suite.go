// Package suite is the only list of checks.
package suite

import (
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/compare/checks/actor"
	"github.com/factdiff/factdiff/compare/checks/agreement"
	"github.com/factdiff/factdiff/compare/checks/attribution"
	"github.com/factdiff/factdiff/compare/checks/boilerplate"
	"github.com/factdiff/factdiff/compare/checks/calque"
	"github.com/factdiff/factdiff/compare/checks/casing"
	"github.com/factdiff/factdiff/compare/checks/construction"
	"github.com/factdiff/factdiff/compare/checks/coverage"
	"github.com/factdiff/factdiff/compare/checks/date"
	"github.com/factdiff/factdiff/compare/checks/event"
	"github.com/factdiff/factdiff/compare/checks/gender"
	"github.com/factdiff/factdiff/compare/checks/list"
	"github.com/factdiff/factdiff/compare/checks/modality"
	"github.com/factdiff/factdiff/compare/checks/name"
	"github.com/factdiff/factdiff/compare/checks/official"
	"github.com/factdiff/factdiff/compare/checks/polarity"
	"github.com/factdiff/factdiff/compare/checks/pronoun"
	"github.com/factdiff/factdiff/compare/checks/punctuation"
	"github.com/factdiff/factdiff/compare/checks/quantity"
	"github.com/factdiff/factdiff/compare/checks/quote"
	"github.com/factdiff/factdiff/compare/checks/relation"
	"github.com/factdiff/factdiff/compare/checks/repetition"
	"github.com/factdiff/factdiff/compare/checks/residue"
	"github.com/factdiff/factdiff/compare/checks/role"
	"github.com/factdiff/factdiff/compare/checks/salad"
	"github.com/factdiff/factdiff/compare/checks/source"
	"github.com/factdiff/factdiff/compare/checks/spelling"
	"github.com/factdiff/factdiff/compare/checks/stop"
	"github.com/factdiff/factdiff/compare/checks/summary"
	"github.com/factdiff/factdiff/compare/checks/tense"
	"github.com/factdiff/factdiff/compare/checks/term"
	"github.com/factdiff/factdiff/compare/checks/wording"
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
	relation.Check,
	event.Check,
	modality.Check,
	list.Check,
	attribution.Check,
	pronoun.Check,
	quote.Check,
	source.Check,
	coverage.Check,
	summary.Check,
	wording.Check,
	// The marks of one report alone, those that change a fact first.
	gender.Check,
	tense.Check,
	residue.Check,
	salad.Check,
	term.Check,
	official.Check,
	calque.Check,
	boilerplate.Check,
	repetition.Check,
	agreement.Check,
	construction.Check,
	stop.Check,
	punctuation.Check,
	casing.Check,
	spelling.Check,
}
