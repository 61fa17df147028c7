package quantity_test

import (
	"testing"

	"github.com/factdiff/factdiff/compare/checks/quantity"
	"github.com/factdiff/factdiff/compare/checktest"
)

func TestExamples(t *testing.T) { checktest.Run(t, quantity.Check) }
