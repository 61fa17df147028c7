package wording_test

import (
	"testing"

	"github.com/factdiff/factdiff/compare/checks/wording"
	"github.com/factdiff/factdiff/compare/checktest"
)

func TestExamples(t *testing.T) { checktest.Run(t, wording.Check) }
