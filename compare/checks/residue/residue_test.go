package residue_test

import (
	"testing"

	"github.com/factdiff/factdiff/compare/checks/residue"
	"github.com/factdiff/factdiff/compare/checktest"
)

func TestExamples(t *testing.T) { checktest.Run(t, residue.Check) }
