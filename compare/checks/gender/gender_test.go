package gender_test

import (
	"testing"

	"github.com/factdiff/factdiff/compare/checks/gender"
	"github.com/factdiff/factdiff/compare/checktest"
)

func TestExamples(t *testing.T) { checktest.Run(t, gender.Check) }
