package pronoun_test

import (
	"testing"

	"github.com/factdiff/factdiff/compare/checks/pronoun"
	"github.com/factdiff/factdiff/compare/checktest"
)

func TestExamples(t *testing.T) { checktest.Run(t, pronoun.Check) }
