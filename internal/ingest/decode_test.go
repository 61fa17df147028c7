package ingest

import (
	"errors"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

const (
	english = "The “talks” in Geneva lasted more than seven hours – longer than planned, the minister’s spokesman said.\nNobody was hurt.\n"
	french  = "Les négociations à Genève ont duré plus de sept heures, a déclaré le porte-parole du ministère des affaires étrangères.\n"
	russian = "Переговоры в Женеве длились более семи часов, сказал заместитель министра Сергей Рябков.\nВстреча была трудной, но профессиональной.\n"
	arabic  = "استمرت المحادثات في جنيف أكثر من سبع ساعات، وقال نائب وزير الخارجية إن الاجتماع كان صعبا ولكنه مهني.\n"
	greek   = "Οι συνομιλίες στη Γενεύη διήρκεσαν περισσότερο από επτά ώρες, είπε ο υφυπουργός Εξωτερικών της χώρας.\n"
	polish  = "Rozmowy w Genewie trwały ponad siedem godzin, powiedział wiceminister. Żołnierze są na granicy, dodał później.\n"
	turkish = "Cenevre'deki görüşmeler yedi saatten fazla sürdü, diye açıkladı dışişleri bakan yardımcısı. Toplantı zordu, ancak İstanbul için iyiydi.\n"
	nippon  = "ジュネーブでの会談は七時間以上続いたと外務次官が述べた。会談は困難だったが、専門的なものだった。\n"
)

func encode(t testing.TB, e encoding.Encoding, s string) string {
	t.Helper()
	out, err := e.NewEncoder().String(s)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestDecode(t *testing.T) {
	le := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	be := unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	page := func(charset string) string {
		return `<html><head><meta charset="` + charset + `"></head><p>`
	}
	tests := []struct {
		name, in string
		page     bool
		want     string
		notice   string // part of it
	}{
		{"UTF-8", russian, false, russian, ""},
		{"UTF-8 with mark", "\ufeff" + russian, false, russian, ""},
		{"CR LF", strings.ReplaceAll(russian, "\n", "\r\n"), false, russian, ""},
		{"CR", strings.ReplaceAll(russian, "\n", "\r"), false, russian, ""},
		{"UTF-16LE with mark", "\xff\xfe" + encode(t, le, russian+"🕊"), false, russian + "🕊", ""},
		{"UTF-16BE with mark", "\xfe\xff" + encode(t, be, "Рябков\r\n"), false, "Рябков\n", ""},
		{"UTF-32LE with mark", "\xff\xfe\x00\x00" + encode(t, utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM), russian), false, russian, ""},
		{"UTF-16LE", encode(t, le, english), false, english, "UTF-16"},
		{"UTF-16BE", encode(t, be, english), false, english, "UTF-16"},
		{"UTF-16LE Russian", encode(t, le, russian), false, russian, "UTF-16"},
		{"windows-1252", encode(t, charmap.Windows1252, english), false, english, "windows-1252"},
		{"windows-1252 French", encode(t, charmap.Windows1252, french), false, french, "windows-1252"},
		{"windows-1252, few letters", "One said caf\xe9, the other \x93twelve\x94 hours.\n", false, "One said café, the other “twelve” hours.\n", "windows-1252"},
		{"windows-1254", encode(t, charmap.Windows1254, turkish), false, turkish, "windows-1254"},
		{"windows-1251", encode(t, charmap.Windows1251, russian), false, russian, "windows-1251"},
		{"KOI8-R", encode(t, charmap.KOI8R, russian), false, russian, "koi8-r"},
		{"windows-1256", encode(t, charmap.Windows1256, arabic), false, arabic, "windows-1256"},
		{"ISO-8859-7", encode(t, charmap.Windows1253, greek), false, greek, "iso-8859-7"},
		{"windows-1253", encode(t, charmap.Windows1253, "“"+greek+"”"), false, "“" + greek + "”", "windows-1253"},
		{"windows-1250", encode(t, charmap.Windows1250, polish), false, polish, "windows-1250"},
		{"Shift_JIS", encode(t, japanese.ShiftJIS, nippon), false, nippon, "shift_jis"},
		{"page that declares", page("windows-1251") + encode(t, charmap.Windows1251, "Рябков"), true, page("windows-1251") + "Рябков", ""},
		{"page that declares wrongly", page("windows-1251") + "Рябков", true, page("windows-1251") + "Рябков", ""},
	}
	for _, tt := range tests {
		got, notice, err := decode("a.txt", []byte(tt.in), tt.page)
		if err != nil || got != tt.want || (tt.notice == "") != (notice == "") || !strings.Contains(notice, tt.notice) {
			t.Errorf("%s: got %q, %q, %v", tt.name, got, notice, err)
		}
	}
}

func TestDecodeErrors(t *testing.T) {
	tests := []struct {
		name, in string
		page     bool
		want     error
		where    string
	}{
		{"mark and other bytes", "\ufeffИ\nab\xff", false, ErrEncoding, "a.txt:2:3: the byte 0xFF"},
		{"damaged", "Рябков сказал\nчто \xff", false, ErrEncoding, "a.txt:2:8: the byte 0xFF"},
		{"declared UTF-8", `<meta charset=utf-8><p>caf` + "\xe9", true, ErrEncoding, "a.txt:1:27: the byte 0xE9"},
		{"half a unit of UTF-16", "\xff\xfea\x00b", false, ErrEncoding, "a.txt:1:2: bytes"},
		{"half a character of UTF-16", "\xff\xfea\x00\x3d\xd8b\x00", false, ErrEncoding, "a.txt:1:2: bytes"},
		{"NUL", "abc\x00def", false, ErrBinary, "a.txt: not a text"},
		{"one NUL, on one side", "The fire killed\x00 12 people.\n", false, ErrBinary, "a.txt: not a text"},
		{"control characters", strings.Repeat("\x01\x02a", 50), false, ErrBinary, "a.txt: not a text"},
		{"marked, with NUL", "\xff\xfea\x00\x00\x00", false, ErrBinary, "a.txt: not a text"},
	}
	for _, tt := range tests {
		got, _, err := decode("a.txt", []byte(tt.in), tt.page)
		if !errors.Is(err, tt.want) || !strings.HasPrefix(err.Error(), tt.where) {
			t.Errorf("%s: got %q, %v", tt.name, got, err)
		}
	}
}

func TestLooseDate(t *testing.T) {
	tests := []struct{ in, want string }{
		{"2022-01-10", "2022-01-10T00:00:00Z"},
		{"2022-01-10T19:05:00+01:00", "2022-01-10T19:05:00+01:00"},
		{"2022-01-10T19:05:00+0100", "2022-01-10T19:05:00+01:00"},
		{"2022-01-10T19:05:00.123Z", "2022-01-10T19:05:00Z"},
		{" 2022-01-10 19:05 ", "2022-01-10T19:05:00Z"},
		{"Mon, 10 Jan 2022 19:05:00 +0100", "2022-01-10T19:05:00+01:00"},
		{"January 10, 2022", "2022-01-10T00:00:00Z"},
		{"10 January 2022", "2022-01-10T00:00:00Z"},
		{"January 18, 2017 11:00 PM PST", "2017-01-18T23:00:00Z"},
		{"2020-11-11 12:00:00.000-0600", "2020-11-11T12:00:00-06:00"},
		{"10/01/2022", ""},
		{"2022-02-30", ""},
		{"0000-00-00", ""},
		{"сегодня", ""},
	}
	for _, tt := range tests {
		got := ""
		if d, ok := looseDate(tt.in); ok {
			got = d.Format("2006-01-02T15:04:05Z07:00")
		}
		if got != tt.want {
			t.Errorf("looseDate(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

// TestManifestKeys holds the list of keys, from which hints come, to the
// structs that are read.
func TestManifestKeys(t *testing.T) {
	for _, k := range append(yamlKeys(manifest{}), yamlKeys(reportEntry{})...) {
		found := false
		for _, known := range manifestKeys {
			found = found || known == k
		}
		if !found {
			t.Errorf("manifestKeys has no %q", k)
		}
	}
}
