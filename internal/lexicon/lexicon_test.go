package lexicon

import (
	"strings"
	"testing"
)

func TestTablesAreValid(t *testing.T) {
	for _, f := range Default().files {
		if err := check(f); err != nil {
			t.Error(err)
		}
	}
}

func TestExtend(t *testing.T) {
	base := Default()
	lx, err := base.Extend("desk.tsv", []byte("# ours\n[reporting]\nmansplain\tv\tsay\tdoubtful\nsay\tv\tclaim\tdoubtful\n\n[opposite]\nv\tfoo\tbar\n"))
	if err != nil {
		t.Fatal(err)
	}
	if v, ok := lx.Reporting().Get("mansplain"); !ok || v.Kind != "say" {
		t.Errorf("added verb: %v %v", v, ok)
	}
	if v, _ := lx.Reporting().Get("say"); v.Kind != "claim" {
		t.Errorf("a later file comes first: got %q", v.Kind)
	}
	if base.Reporting().Has("mansplain") {
		t.Error("Extend changed the lexicon it was called on")
	}
	if !lx.Opposed("bar", "foo", Verb) || base.Opposed("bar", "foo", Verb) {
		t.Error("opposites are not extended")
	}
}

func TestExtendErrors(t *testing.T) {
	_, err := Default().Extend("desk.tsv", []byte("say\tv\n[reporting]\nsay\tx\tsay\tneutral\n[nope]\n\na\tb\n[unit]\nlength\n"))
	want := []string{
		"desk.tsv:1: entry before the first [table]",
		`desk.tsv:3: "x" is none of n, v`,
		"desk.tsv:4: no table is called [nope]",
		`desk.tsv:8: [unit] needs "names and abbreviations" in column 2`,
	}
	if err == nil || err.Error() != strings.Join(want, "\n") {
		t.Errorf("got\n%v\nwant\n%s", err, strings.Join(want, "\n"))
	}
}
