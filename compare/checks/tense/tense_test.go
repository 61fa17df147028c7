package tense_test

import (
	"testing"

	"github.com/factdiff/factdiff/compare/checks/tense"
	"github.com/factdiff/factdiff/compare/checktest"
)

func TestExamples(t *testing.T) { checktest.Run(t, tense.Check) }
