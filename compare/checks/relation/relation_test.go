package relation_test

import (
	"testing"

	"github.com/factdiff/factdiff/compare/checks/relation"
	"github.com/factdiff/factdiff/compare/checktest"
)

func TestExamples(t *testing.T) { checktest.Run(t, relation.Check) }
