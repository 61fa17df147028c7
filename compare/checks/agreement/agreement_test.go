package agreement_test

import (
	"testing"

	"github.com/factdiff/factdiff/compare/checks/agreement"
	"github.com/factdiff/factdiff/compare/checktest"
)

func TestExamples(t *testing.T) { checktest.Run(t, agreement.Check) }
