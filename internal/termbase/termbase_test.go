package termbase

import (
	"strings"
	"testing"
	"time"

	"github.com/factdiff/factdiff/internal/nlp"
	"github.com/factdiff/factdiff/witness"
)

// read makes a statement of a text as extraction does.
func read(s string) *witness.Statement {
	st := &witness.Statement{Witness: &witness.Witness{Text: s}, Span: witness.Span{End: len(s)}}
	for _, t := range nlp.Default().Analyse(nil, s, nlp.Greedy) {
		lower := strings.ToLower(t.Form)
		st.Tokens = append(st.Tokens, witness.Token{Span: witness.Span{Start: t.Start, End: t.End}, Form: t.Form, Lower: lower, Lemma: strings.ToLower(t.Lemma)})
	}
	return st
}

func TestForbidden(t *testing.T) {
	for _, tt := range []struct{ entry, lang, in, want string }{
		{"Kyiv,Kiev,,", "", "They left Kiev's station.", "Kiev"},
		{"Kyiv,Kiev,,", "", "They left Kyiv and Kiewitz.", ""},
		{"Türkiye,Turkey,,", "", "A turkey from Turkey.", "Turkey"},
		{"camp,refugee camp,,", "", "Two refugee camps and Refugee camp 3.", "refugee camps+Refugee camp"},
		{"tent,/tented? cit(y|ies)/,,", "", "The tented cities, the supertent city.", "tented cities"},
		{"Kyiv,/Ки[їе]в/,,", "", "Написано Киев, не Киевский.", "Киев"},
		{"Kyiv,Kiev,chicken Kiev,", "", "Chicken Kiev in Kiev.", "Kiev"},
		{"Kiev Arsenal,Kiev,,", "", "Kiev Arsenal left Kiev.", "Kiev"},
		{"Kyiv,Kiev|the city of Kiev,,", "", "In the city of Kiev.", "the city of Kiev"},
		{"Kyiv,Kiev,,ru", "ru-RU", "In Kiev.", "Kiev"},
		{"Kyiv,Kiev,,ru", "uk", "In Kiev.", ""},
		{"Kyiv,Kiev,,ru", "", "In Kiev.", ""},
	} {
		entries, err := Read("x.csv", []byte("term,forbidden,except,source_lang\n"+tt.entry+"\n"))
		if err != nil {
			t.Fatal(err)
		}
		b, err := New(entries)
		if err != nil {
			t.Fatal(err)
		}
		st := read(tt.in)
		var got []string
		for _, u := range b.Forbidden(st, tt.lang) {
			got = append(got, tt.in[u.Span.Start:u.Span.End])
		}
		if s := strings.Join(got, "+"); s != tt.want {
			t.Errorf("%s in %q: got %q, want %q", tt.entry, tt.in, s, tt.want)
		}
	}
}

func TestSourced(t *testing.T) {
	b, err := New([]Entry{{Term: "Slava Ukraini", Keep: true}, {Term: "war", Source: []string{`/спецоперац\pL*/`, "війна"}}})
	if err != nil {
		t.Fatal(err)
	}
	s := "Спецоперация: «спецоперации» и Slava Ukraini."
	foreign := &witness.Statement{Witness: &witness.Witness{Text: s}, Span: witness.Span{End: len(s)}} // without tokens
	var got []string
	for _, u := range b.Sourced(foreign) {
		got = append(got, b.Entries[u.Entry].Term+": "+s[u.Span.Start:u.Span.End])
	}
	if s := strings.Join(got, "; "); s != "Slava Ukraini: Slava Ukraini; war: спецоперации" {
		t.Errorf("got %q", s)
	}
	if !b.Has(1, read("The war goes on.")) || b.Has(1, read("The warden goes on.")) {
		t.Error("war is not found, or found in warden")
	}
	var none *Base
	if none.Sourced(foreign) != nil || none.Forbidden(foreign, "") != nil {
		t.Error("no termbase finds something")
	}
}

func TestReadCSV(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"", "x.csv:1: empty; the first line names"},
		{"preferred,forbidden\n", `x.csv:1:1: there is no column "preferred"; known are term,`},
		{"term,keep,keep\n", `x.csv:1:11: the column "keep" is there twice`},
		{"forbidden\nx\n", `x.csv:1: no column "term"`},
		{"term,forbidden\nKyiv\n", "x.csv:2:1: wrong number of fields"},
		{"term,forbidden\nKyiv,\"Kiev\n", "x.csv:2:12: extraneous or missing"},
		{"term,forbidden\nKyiv,Kiev\n,Kiew\n", "x.csv:3:1: a term without a name"},
		{"term,forbidden\nKyiv,/Kie[v/\n", "x.csv:2:6: error parsing regexp"},
		{"term,forbidden\nKyiv,\n", "x.csv:2: a term that says nothing"},
		{"term,keep\nKyiv,perhaps\n", `x.csv:2:6: keep is yes or no, not "perhaps"`},
		{"term,keep\nKy\xffiv,yes\n", "x.csv:2:3: not UTF-8"},
	} {
		if _, err := Read("x.csv", []byte(tt.in)); err == nil || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("%q: got %v, want %s", tt.in, err, tt.want)
		}
	}
	// As a spreadsheet of a country that writes 1,5 saves it.
	got, err := Read("x.csv", []byte("\ufeffTerm;Forbidden;Keep\r\nKyiv;Kiev | /Kie(w|f)/;\r\nMoin;;x\r\n"))
	if err != nil || len(got) != 2 || len(got[0].Forbidden) != 3 || !got[1].Keep {
		t.Errorf("got %+v, %v", got, err)
	}
	tabs, err := Read("x.csv", []byte("term\tforbidden\tkeep\nMoin\t\tyes\nKyiv\t/Kie(w|f)/\t\n"))
	if err != nil || len(tabs) != 2 || !tabs[0].Keep || len(tabs[1].Forbidden) != 1 {
		t.Errorf("got %+v, %v", tabs, err)
	}
}

// A desk's file may come from anywhere: what it costs is bounded.
func TestHostile(t *testing.T) {
	var many []Entry
	for range MaxPatterns + 1 {
		many = append(many, Entry{Term: "x", Forbidden: []string{"/y/"}})
	}
	for name, entries := range map[string][]Entry{
		"too many patterns": many,
		"a long pattern":    {{Term: "x", Forbidden: []string{"/" + strings.Repeat("y", MaxPattern+1) + "/"}}},
		"a large pattern":   {{Term: "x", Forbidden: []string{"/[ab]{999}[cd]{999}[ef]{999}/"}}},
		"a long phrase":     {{Term: "x", Forbidden: []string{strings.Repeat("y ", 17)}}},
	} {
		if _, err := New(entries); err == nil {
			t.Errorf("%s is taken", name)
		}
	}
	if _, err := Read("x.csv", make([]byte, MaxSize+1)); err == nil {
		t.Error("a large file is taken")
	}
	b, err := New([]Entry{{Term: "x", Forbidden: []string{"/(a*)*(a|aa)+b/", "/(.*y){20}z/"}}})
	if err != nil {
		t.Fatal(err)
	}
	s := strings.Repeat("a", 20000) + strings.Repeat(" y", 5000)
	st := &witness.Statement{Witness: &witness.Witness{Text: s}, Span: witness.Span{End: len(s)}}
	start := time.Now()
	b.Forbidden(st, "")
	if d := time.Since(start); d > 10*time.Second {
		t.Errorf("it took %v", d)
	}
}
