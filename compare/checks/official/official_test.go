package official_test

import (
	"testing"

	"github.com/factdiff/factdiff/compare/checks/official"
	"github.com/factdiff/factdiff/compare/checktest"
)

func TestExamples(t *testing.T) { checktest.Run(t, official.Check) }
