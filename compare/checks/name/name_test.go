package name_test

import (
	"testing"

	"github.com/factdiff/factdiff/compare/checks/name"
	"github.com/factdiff/factdiff/compare/checktest"
)

func TestExamples(t *testing.T) { checktest.Run(t, name.Check) }
