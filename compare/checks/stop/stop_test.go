package stop_test

import (
	"testing"

	"github.com/factdiff/factdiff/compare/checks/stop"
	"github.com/factdiff/factdiff/compare/checktest"
)

func TestExamples(t *testing.T) { checktest.Run(t, stop.Check) }
