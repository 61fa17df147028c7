package calque_test

import (
	"testing"

	"github.com/factdiff/factdiff/compare/checks/calque"
	"github.com/factdiff/factdiff/compare/checktest"
)

func TestExamples(t *testing.T) { checktest.Run(t, calque.Check) }
