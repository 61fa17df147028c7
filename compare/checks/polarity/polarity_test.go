package polarity_test

import (
	"testing"

	"github.com/factdiff/factdiff/compare/checks/polarity"
	"github.com/factdiff/factdiff/compare/checktest"
)

func TestExamples(t *testing.T) { checktest.Run(t, polarity.Check) }
