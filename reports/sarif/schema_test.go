package sarif_test

import (
	"bytes"
	"testing"

	gosarif "github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"

	"github.com/factdiff/factdiff/reports/render"
	"github.com/factdiff/factdiff/reports/reporttest"
	"github.com/factdiff/factdiff/reports/sarif"
)

// TestSchema asks another implementation, which holds the schema of OASIS.
func TestSchema(t *testing.T) {
	for _, c := range reporttest.Cases() {
		for _, o := range []*render.Options{{}, {Redact: true}, {States: reporttest.States(c.Results)}} {
			var b bytes.Buffer
			if err := sarif.Write(&b, c.Results, o); err != nil {
				t.Fatal(err)
			}
			r, err := gosarif.FromBytes(b.Bytes())
			if err != nil {
				t.Fatalf("%s: %v", c.Name, err)
			}
			if err := r.Validate(); err != nil {
				t.Errorf("%s: %v", c.Name, err)
			}
		}
	}
}
