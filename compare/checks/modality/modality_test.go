package modality_test

import (
	"testing"

	"github.com/factdiff/factdiff/compare/checks/modality"
	"github.com/factdiff/factdiff/compare/checktest"
)

func TestExamples(t *testing.T) { checktest.Run(t, modality.Check) }
