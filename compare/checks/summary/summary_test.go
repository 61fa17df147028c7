package summary_test

import (
	"testing"

	"github.com/factdiff/factdiff/compare/checks/summary"
	"github.com/factdiff/factdiff/compare/checktest"
)

func TestExamples(t *testing.T) { checktest.Run(t, summary.Check) }
