package repetition_test

import (
	"testing"

	"github.com/factdiff/factdiff/compare/checks/repetition"
	"github.com/factdiff/factdiff/compare/checktest"
)

func TestExamples(t *testing.T) { checktest.Run(t, repetition.Check) }
