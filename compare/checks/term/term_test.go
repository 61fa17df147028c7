package term_test

import (
	"testing"

	"github.com/factdiff/factdiff/compare/checks/term"
	"github.com/factdiff/factdiff/compare/checktest"
)

func TestExamples(t *testing.T) { checktest.Run(t, term.Check) }
