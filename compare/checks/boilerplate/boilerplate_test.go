package boilerplate_test

import (
	"testing"

	"github.com/factdiff/factdiff/compare/checks/boilerplate"
	"github.com/factdiff/factdiff/compare/checktest"
)

func TestExamples(t *testing.T) { checktest.Run(t, boilerplate.Check) }
