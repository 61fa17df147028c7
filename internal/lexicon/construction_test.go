package lexicon

import (
	"strings"
	"testing"
)

func TestFrames(t *testing.T) {
	for _, c := range []struct{ frame, want string }{
		{"about|on NP", ""},
		{"PERSON that CLAUSE", ""},
		{"of NP=troop|@act", ""},
		{"ABOUT NP", `"ABOUT" is no step`},
		{"TO=leave", `"TO=leave" is no step`},
		{"of NP=troop|", "has an empty word"},
		{"about||on", "has an empty word"},
	} {
		_, err := parseFrame(c.frame)
		if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%q: %v, want %q", c.frame, err, c.want)
		}
	}
}

func TestConstructionErrorsSayWhere(t *testing.T) {
	for row, want := range map[string]string{
		"v\tdiscuss\tabout NP\t\t~\tes\thigh\tpreposition":   "",
		"x\tdiscuss\tabout NP\t\t~\tes\thigh\tpreposition":   "desk.tsv:2: \"x\" is none of v, vp, n, a, m, p, any",
		"v\tdiscuss\tWHAT\t\t~\tes\thigh\tpreposition":       "desk.tsv:2: \"WHAT\" is no step",
		"v\tdiscuss\tabout NP\t\t~\tspan\thigh\tpreposition": "desk.tsv:2: \"span\" is no ISO 639-1 code",
		"v\tdiscuss\tabout NP\t\t~\tes\tsurely\tpreposition": "desk.tsv:2: \"surely\" is none of",
		"v\tdiscuss\tabout NP\t\t~\tes\thigh\tno category":   "desk.tsv:2: \"no category\" is none of",
		"v\tdiscuss\t\t\t~\tes\thigh\tpreposition":           "needs \"frame\"",
	} {
		_, err := Default().Extend("desk.tsv", []byte("[construction]\n"+row+"\n"))
		if want == "" && err != nil || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%q: %v, want %q", row, err, want)
		}
	}
}
