package salad_test

import (
	"testing"

	"github.com/factdiff/factdiff/compare/checks/salad"
	"github.com/factdiff/factdiff/compare/checktest"
)

func TestExamples(t *testing.T) { checktest.Run(t, salad.Check) }
