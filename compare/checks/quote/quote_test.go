package quote_test

import (
	"testing"

	"github.com/factdiff/factdiff/compare/checks/quote"
	"github.com/factdiff/factdiff/compare/checktest"
)

func TestExamples(t *testing.T) { checktest.Run(t, quote.Check) }
