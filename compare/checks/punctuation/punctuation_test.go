package punctuation_test

import (
	"testing"

	"github.com/factdiff/factdiff/compare/checks/punctuation"
	"github.com/factdiff/factdiff/compare/checktest"
)

func TestExamples(t *testing.T) { checktest.Run(t, punctuation.Check) }
