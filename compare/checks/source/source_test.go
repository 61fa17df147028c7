package source_test

import (
	"testing"

	"github.com/factdiff/factdiff/compare/checks/source"
	"github.com/factdiff/factdiff/compare/checktest"
)

func TestExamples(t *testing.T) { checktest.Run(t, source.Check) }
