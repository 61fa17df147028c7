package construction_test

import (
	"testing"

	"github.com/factdiff/factdiff/compare/checks/construction"
	"github.com/factdiff/factdiff/compare/checktest"
)

func TestExamples(t *testing.T) { checktest.Run(t, construction.Check) }
