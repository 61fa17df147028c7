package actor_test

import (
	"testing"

	"github.com/factdiff/factdiff/compare/checks/actor"
	"github.com/factdiff/factdiff/compare/checktest"
)

func TestExamples(t *testing.T) { checktest.Run(t, actor.Check) }
