package role_test

import (
	"testing"

	"github.com/factdiff/factdiff/compare/checks/role"
	"github.com/factdiff/factdiff/compare/checktest"
)

func TestExamples(t *testing.T) { checktest.Run(t, role.Check) }
