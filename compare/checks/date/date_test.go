package date_test

import (
	"testing"

	"github.com/factdiff/factdiff/compare/checks/date"
	"github.com/factdiff/factdiff/compare/checktest"
)

func TestExamples(t *testing.T) { checktest.Run(t, date.Check) }
