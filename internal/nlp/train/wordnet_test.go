package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/factdiff/factdiff/internal/nlp/surface"
)

func TestInflected(t *testing.T) {
	for _, c := range [][3]string{
		{"talk", "s", "talks"}, {"ally", "s", "allies"}, {"day", "s", "days"}, {"clash", "s", "clashes"}, {"tax", "s", "taxes"},
		{"carry", "ed", "carried"}, {"carry", "ing", "carrying"}, {"stop", "ed", "stopped"}, {"agree", "ed", "agreed"},
		{"agree", "ing", "agreeing"}, {"make", "ing", "making"}, {"show", "ed", "showed"}, {"large", "er", "larger"},
		{"big", "est", "biggest"}, {"early", "er", "earlier"}, {"visit", "ed", "visited visitted"},
	} {
		if got := strings.Join(inflected(c[0], c[1]), " "); got != c[2] {
			t.Errorf("%s + %s = %s, want %s", c[0], c[1], got, c[2])
		}
	}
}

// A WordNet of a few words, in the format of the files (wndb(5)).
var tinyWordnet = map[string]string{
	"data.noun": "  1 licence\n" +
		"00000010 18 n 02 envoy 0 Envoy_Extraordinary 0 000 | who is sent\n" +
		"00000020 10 n 01 talk 0 000 | words\n" +
		"00000030 15 n 01 Paris 0 000 | a city\n" +
		"00000040 06 n 01 saw 0 000 | a tool\n",
	"data.verb": "00000050 32 v 01 talk 0 000 01 + 02 00 | use words\n" +
		"00000060 39 v 01 see 0 000 01 + 02 00 | with the eyes\n",
	"index.noun": "  1 licence\nenvoy n 1 0 1 0 00000010  \nenvoy_extraordinary n 1 0 1 0 00000010  \n" +
		"paris n 1 0 1 0 00000030  \nsaw n 1 0 1 0 00000040  \ntalk n 1 2 @ ~ 1 1 00000020  \n",
	"index.verb": "see v 1 0 1 1 00000060  \ntalk v 1 0 1 1 00000050  \n",
	"index.adj":  "grand a 1 0 1 0 00000070  \n",
	"index.adv":  "grandly r 1 0 1 0 00000080  \n",
	"noun.exc":   "", "verb.exc": "saw see\nseen see\n", "adj.exc": "", "adv.exc": "",
}

func TestDictionary(t *testing.T) {
	dir := t.TempDir()
	for name, text := range tinyWordnet {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	d, err := dictionary(dir)
	if err != nil {
		t.Fatal(err)
	}
	if d, err = surface.DictionaryFromColumns(d.Columns()); err != nil {
		t.Fatal(err)
	}
	for form, want := range map[string]surface.Entry{
		"envoys":  {POS: plural, Noun: 19},
		"Talk":    {POS: noun | verb, Noun: 11, Verb: 33},
		"talks":   {POS: plural | third, Noun: 11, Verb: 33},
		"talking": {POS: gerund, Verb: 33},
		"PARIS":   {POS: name, Noun: 16},
		"saw":     {POS: noun | past, Noun: 7, Verb: 40}, // as a noun and of "see"
		"seed":    {},                                    // "see" is irregular
		"sees":    {POS: third, Verb: 40},
		"grander": {POS: comparative},
		"grandly": {POS: adverb},
		"unheard": {},
	} {
		var w surface.Word
		d.Describe(&w, form)
		if w.Entry != want {
			t.Errorf("%s: %+v, want %+v", form, w.Entry, want)
		}
	}
	if _, err := dictionary(t.TempDir()); err == nil {
		t.Error("an empty folder: no error")
	}
}
