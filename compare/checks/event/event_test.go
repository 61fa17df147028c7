package event_test

import (
	"testing"

	"github.com/factdiff/factdiff/compare/checks/event"
	"github.com/factdiff/factdiff/compare/checktest"
)

func TestExamples(t *testing.T) { checktest.Run(t, event.Check) }
