package list_test

import (
	"testing"

	"github.com/factdiff/factdiff/compare/checks/list"
	"github.com/factdiff/factdiff/compare/checktest"
)

func TestExamples(t *testing.T) { checktest.Run(t, list.Check) }
