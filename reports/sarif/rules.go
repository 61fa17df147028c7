package sarif

import (
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/reports/render"
)

// The taxonomies, by their position in run.taxonomies. The first is not
// called MQM: whoever takes a part of that typology may not call it so.
const (
	mqm = iota
	its
)

var taxonomyNames = [...]string{mqm: "MQM-style", its: "ITS 2.0"}

var supported = []component{{taxonomyNames[mqm], mqm}, {taxonomyNames[its], its}}

// rules are the checks of all events, each once.
type rules struct {
	list  []rule
	index map[string]int
	terms [2][]term
	seen  map[string]bool
}

func newRules(evs []*render.Event) *rules {
	rs := &rules{list: []rule{}, index: map[string]int{}, seen: map[string]bool{}}
	for _, ev := range evs {
		for _, c := range ev.Checks {
			rs.add(c)
		}
	}
	for _, ev := range evs {
		for _, f := range ev.Findings {
			rs.add(f.By)
		}
	}
	return rs
}

func (rs *rules) add(c *compare.Check) {
	if _, ok := rs.index[c.Name]; ok {
		return
	}
	rs.index[c.Name] = len(rs.list)
	r := rule{ID: c.Name, Name: strings.ToUpper(c.Name[:min(1, len(c.Name))]) + c.Name[min(1, len(c.Name)):],
		Default: configuration{render.Level(c.Severity, "note", "warning", "error")}}
	if doc := render.CheckDoc(c); doc != "" {
		r.Short = &text{render.CheckTitle(c), ""}
		r.Full = &text{strings.Join(strings.Fields(doc), " "), ""}
		r.Help = &text{doc, doc}
	}
	for i, id := range [...]string{c.MQM, c.ITS} {
		if id == "" {
			continue
		}
		if key := taxonomyNames[i] + "/" + id; !rs.seen[key] {
			rs.seen[key] = true
			rs.terms[i] = append(rs.terms[i], term{ID: id})
		}
		r.Relationships = append(r.Relationships, relationship{reference{id, component{taxonomyNames[i], i}}, []string{"relevant"}})
	}
	rs.list = append(rs.list, r)
}

func (rs *rules) taxa(c *compare.Check) []reference {
	var out []reference
	for i, id := range [...]string{c.MQM, c.ITS} {
		if id != "" {
			out = append(out, reference{id, component{taxonomyNames[i], i}})
		}
	}
	return out
}

func (rs *rules) taxonomies() []taxonomy {
	out := []taxonomy{
		{taxonomyNames[mqm], "https://themqm.org", language, text{"Categories after the Multidimensional Quality Metrics", ""}, rs.terms[mqm]},
		{taxonomyNames[its], "https://www.w3.org/TR/its20/", language, text{"Localization quality issue types of the Internationalization Tag Set 2.0", ""}, rs.terms[its]},
	}
	for i := range out {
		if out[i].Taxa == nil {
			out[i].Taxa = []term{}
		}
	}
	return out
}
