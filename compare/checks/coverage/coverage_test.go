package coverage_test

import (
	"testing"

	"github.com/factdiff/factdiff/compare/checks/coverage"
	"github.com/factdiff/factdiff/compare/checktest"
)

func TestExamples(t *testing.T) { checktest.Run(t, coverage.Check) }
