package compare

import "github.com/factdiff/factdiff/witness"

// Pass is what a check sees: the event with its facts and groups, and a way
// to report.
type Pass struct {
	Event *witness.Event
	Check *Check
}
