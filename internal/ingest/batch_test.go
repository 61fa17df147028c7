package ingest

import (
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/charmap"
)

var charmap1252 = charmap.Windows1252

var batchCases = []struct{ name, in, id, err string }{
	{"least", `{"id":"x","witnesses":[{"id":"A","text":"Рябков"}]}`, "x", ""},
	{"all fields", `{"id":"x","aligned":true,"witnesses":[
		{"id":"A","text":"один\nдва\n","lang":"ru","published":"2022-01-10","source_lang":"uk","outlet":"o","url":"u","title":"t"},
		{"id":"B","text":"one\r\ntwo","published":"2022-01-10T10:00:00+01:00","translates":"A"}]}`, "x", ""},
	{"unknown fields", `{"id":"x","ID":3,"more":{"a":[1]},"witnesses":[{"id":"A","text":"a","Text":7,"x":null}]}`, "x", ""},
	{"optional null", `{"id":"x","aligned":null,"witnesses":[{"id":"A","text":"","lang":null,"published":null,"translates":null}]}`, "x", ""},
	{"empty line", ` `, "", "an empty line"},
	{"not JSON", `{"id":"x",`, "", "not JSON: byte 10: unexpected end of JSON input"},
	{"more than one value", `{"id":"x"} {}`, "", "not JSON: byte 12: invalid character '{' after top-level value"},
	{"not an object", `[1]`, "", "want an object, got a list"},
	{"null", `null`, "", "want an object, got null"},
	{"no id", `{"witnesses":[]}`, "", "id: missing"},
	{"id no string", `{"id":7,"witnesses":[]}`, "", "id: want a string, got a number"},
	{"id null", `{"id":null,"witnesses":[]}`, "", "id: want a string, got null"},
	{"id empty", `{"id":"","witnesses":[]}`, "", "id: empty"},
	{"no witnesses", `{"id":"x"}`, "x", "witnesses: missing"},
	{"witnesses no list", `{"id":"x","witnesses":{"A":"a"}}`, "x", "witnesses: want a list, got an object"},
	{"witnesses null", `{"id":"x","witnesses":null}`, "x", "witnesses: want a list, got null"},
	{"witnesses empty", `{"id":"x","witnesses":[]}`, "x", "witnesses: empty"},
	{"witness no object", `{"id":"x","witnesses":["a"]}`, "x", "witnesses[0]: want an object, got a string"},
	{"witness null", `{"id":"x","witnesses":[null]}`, "x", "witnesses[0]: want an object, got null"},
	{"witness without id", `{"id":"x","witnesses":[{"text":"a"}]}`, "x", "witnesses[0].id: missing"},
	{"witness id empty", `{"id":"x","witnesses":[{"id":"","text":"a"}]}`, "x", "witnesses[0].id: empty"},
	{"witness without text", `{"id":"x","witnesses":[{"id":"A","text":"a"},{"id":"B"}]}`, "x", "witnesses[1].text: missing"},
	{"text no string", `{"id":"x","witnesses":[{"id":"A","text":["a"]}]}`, "x", "witnesses[0].text: want a string, got a list"},
	{"text null", `{"id":"x","witnesses":[{"id":"A","text":null}]}`, "x", "witnesses[0].text: want a string, got null"},
	{"outlet no string", `{"id":"x","witnesses":[{"id":"A","text":"a","outlet":true}]}`, "x", "witnesses[0].outlet: want a string, got a truth value"},
	{"ids twice", `{"id":"x","witnesses":[{"id":"A","text":"a"},{"id":"A","text":"b"}]}`, "x", `witnesses[1].id: "A" is already the id of witnesses[0]`},
	{"bad lang", `{"id":"x","witnesses":[{"id":"A","text":"a","lang":"English!"}]}`, "x", `witnesses[0].lang: "English!" is not a BCP 47 tag`},
	{"bad date", `{"id":"x","witnesses":[{"id":"A","text":"a","published":"10.1.2022"}]}`, "x", `witnesses[0].published: "10.1.2022" is not a date: want 2022-01-10 or 2022-01-10T18:30:00Z`},
	{"no such day", `{"id":"x","witnesses":[{"id":"A","text":"a","published":"2022-02-30"}]}`, "x", `witnesses[0].published: "2022-02-30" is not a date: want 2022-01-10 or 2022-01-10T18:30:00Z`},
	{"date empty", `{"id":"x","witnesses":[{"id":"A","text":"a","published":""}]}`, "x", `witnesses[0].published: empty`},
	{"date no string", `{"id":"x","witnesses":[{"id":"A","text":"a","published":2022}]}`, "x", `witnesses[0].published: want a string, got a number`},
	{"translates nobody", `{"id":"x","witnesses":[{"id":"A","text":"a","translates":"Ж"}]}`, "x", `witnesses[0].translates: no witness has the id "Ж"`},
	{"translates itself", `{"id":"x","witnesses":[{"id":"A","text":"a","translates":"A"}]}`, "x", `witnesses[0].translates: "A" translates itself`},
	{"translates in a circle", `{"id":"x","witnesses":[{"id":"A","text":"a","translates":"B"},{"id":"B","text":"b","translates":"C"},{"id":"C","text":"c","translates":"B"}]}`, "x", `witnesses[0].translates: "A" translates itself`},
	{"aligned no truth value", `{"id":"x","aligned":"true","witnesses":[{"id":"A","text":"a"}]}`, "x", "aligned: want true or false, got a string"},
	{"aligned with other lines", `{"id":"x","aligned":true,"witnesses":[{"id":"A","text":"a\nб"},{"id":"B","text":"a"}]}`, "x", "aligned: witnesses[0] has 2 lines, witnesses[1] has 1"},
	{"invalid UTF-8", "{\"id\":\"x\",\"witnesses\":[{\"id\":\"A\",\"text\":\"caf\xe9\"}]}", "x", "invalid UTF-8 at byte 44, line 1, column 45: 0xE9"},
	{"half a surrogate", `{"id":"x","witnesses":[{"id":"A","text":"a \ud83d"}]}`, "x", `byte 43: the escape \ud83d is half of a character`},
	{"halves in wrong order", `{"id":"x","witnesses":[{"id":"A","text":"\udd4a\ud83d"}]}`, "x", `byte 41: the escape \udd4a is half of a character`},
	{"a surrogate pair", `{"id":"x","witnesses":[{"id":"A","text":"\uD83D\uDD4A \\ud83d \n"}]}`, "x", ""},
}

func TestParseEvent(t *testing.T) {
	for _, tt := range batchCases {
		ev, err := ParseEvent([]byte(tt.in))
		id, msg := "", ""
		if ev != nil {
			id = ev.ID
		}
		if err != nil {
			msg = err.Error()
		}
		if id != tt.id || msg != tt.err {
			t.Errorf("%s: got %q, %q, want %q, %q", tt.name, id, msg, tt.id, tt.err)
		}
	}
}

func TestParseEventFields(t *testing.T) {
	ev, err := ParseEvent([]byte(batchCases[1].in))
	if err != nil {
		t.Fatal(err)
	}
	a, b := ev.Witnesses[0], ev.Witnesses[1]
	if !ev.Aligned || a.Text != "один\nдва\n" || a.Lang != "ru" || a.SourceLang != "uk" || a.Outlet != "o" || a.URL != "u" || a.Title != "t" ||
		!a.Published.Equal(time.Date(2022, 1, 10, 0, 0, 0, 0, time.UTC)) {
		t.Errorf("A is %+v", a)
	}
	// The text is taken to the letter: its carriage return stays.
	if b.Text != "one\r\ntwo" || b.Lang != "" || b.Translates != "A" || b.Index != 1 || b.Published.Format(time.RFC3339) != "2022-01-10T10:00:00+01:00" {
		t.Errorf("B is %+v", b)
	}
	if ev, err := ParseEvent([]byte(batchCases[len(batchCases)-1].in)); err != nil || !strings.HasPrefix(ev.Witnesses[0].Text, "🕊 \\ud83d") {
		t.Errorf("got %v", err)
	}
}
