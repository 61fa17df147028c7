package attribution_test

import (
	"testing"

	"github.com/factdiff/factdiff/compare/checks/attribution"
	"github.com/factdiff/factdiff/compare/checktest"
)

func TestExamples(t *testing.T) { checktest.Run(t, attribution.Check) }
