package casing_test

import (
	"testing"

	"github.com/factdiff/factdiff/compare/checks/casing"
	"github.com/factdiff/factdiff/compare/checktest"
)

func TestExamples(t *testing.T) { checktest.Run(t, casing.Check) }
