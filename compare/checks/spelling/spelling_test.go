package spelling_test

import (
	"testing"

	"github.com/factdiff/factdiff/compare/checks/spelling"
	"github.com/factdiff/factdiff/compare/checktest"
)

func TestExamples(t *testing.T) { checktest.Run(t, spelling.Check) }
