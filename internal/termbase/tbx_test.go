package termbase

import (
	"encoding/binary"
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf16"
)

const (
	martif = `<?xml version='1.0'?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en">
<martifHeader><fileDesc><sourceDesc><p>the desk</p></sourceDesc></fileDesc></martifHeader>
<text><body>%s</body></text>
</martif>`
	dca = `<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
<tbxHeader/><text><body>%s</body></text></tbx>`
	dct = `<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
 xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
<tbxHeader/><text><body>%s</body></text></tbx>`
)

func TestTBX(t *testing.T) {
	const want = "Kyiv, or the Ukrainian capital, not Kiev, not Kiew: the Ukrainian name; Kyiv, or the Ukrainian capital, for Киев, from ru: the Ukrainian name"
	for name, file := range map[string]string{
		"version 2": fmt.Sprintf(martif, `
<termEntry id="c1"><descrip type="subjectField">places</descrip><note>the Ukrainian
  name</note>
 <langSet xml:lang="ru"><tig><term>Киев</term></tig></langSet>
 <langSet xml:lang="en">
  <tig><term>Kiev</term><termNote type="partOfSpeech">noun</termNote><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig>
  <ntig><termGrp><term>Kyiv</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termGrp></ntig>
  <tig><term>the <hi>Ukrainian</hi> capital</term><termNote type="administrativeStatus">admittedTerm-admn-sts</termNote></tig>
  <tig><term>Kiew</term><termNote type="normativeAuthorization">supersededTerm</termNote></tig>
 </langSet></termEntry>`),
		"version 3, DCA": fmt.Sprintf(dca, `
<conceptEntry id="c1"><note>the Ukrainian name</note>
 <langSec xml:lang="en-GB">
  <termSec><term>Kyiv</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec>
  <termSec><term>Kiev</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec>
 </langSec>
 <langSec xml:lang="en-US">
  <termSec><term>the Ukrainian capital</term></termSec>
  <termSec><term>Kiew</term><termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></termSec>
 </langSec>
 <langSec xml:lang="ru"><termSec><term>Киев</term></termSec></langSec></conceptEntry>`),
		"version 3, DCT": fmt.Sprintf(dct, `
<conceptEntry id="c1"><basic:note>the Ukrainian name</basic:note>
 <langSec xml:lang="en">
  <termSec><term>Kyiv</term><min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec>
  <termSec><term>the Ukrainian capital</term><min:administrativeStatus>admittedTerm-admn-sts</min:administrativeStatus></termSec>
  <termSec><term>Kiev</term><min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus></termSec>
  <termSec><term>Kiew</term><min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus></termSec>
 </langSec>
 <langSec xml:lang="ru"><termSec><term>Киев</term></termSec></langSec></conceptEntry>`),
	} {
		for _, data := range [][]byte{[]byte(file), []byte("\ufeff" + file), wide(binary.LittleEndian, file), wide(binary.BigEndian, file)} {
			got, err := Read("x.tbx", data)
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if s := describe(got); s != want {
				t.Errorf("%s:\ngot  %s\nwant %s", name, s, want)
			}
		}
	}
}

// wide writes a file as tools do that write UTF-16.
func wide(order binary.ByteOrder, s string) []byte {
	s = strings.ReplaceAll(s, "UTF-8", "UTF-16")
	var out []byte
	for _, u := range utf16.Encode([]rune("\ufeff" + s)) {
		out = append(out, 0, 0)
		order.PutUint16(out[len(out)-2:], u)
	}
	return out
}

func describe(entries []Entry) string {
	var out []string
	for _, e := range entries {
		s := e.Term
		for _, w := range e.Allowed {
			s += ", or " + w
		}
		for _, w := range e.Forbidden {
			s += ", not " + w
		}
		if len(e.Source) > 0 {
			s += ", for " + strings.Join(e.Source, ", ") + ", from " + e.SourceLang
		}
		out = append(out, s+": "+e.Reason)
	}
	return strings.Join(out, "; ")
}

// What is only listed is not decided.
func TestTBXTakesDecisionsOnly(t *testing.T) {
	got, err := Read("x.tbx", []byte(fmt.Sprintf(dca, `
<conceptEntry id="c1"><langSec xml:lang="en"><termSec><term>tank</term></termSec></langSec>
<langSec xml:lang="de"><termSec><term>Panzer</term></termSec></langSec></conceptEntry>
<conceptEntry id="c2"><langSec xml:lang="de"><termSec><term>Schiff</term><termNote type="administrativeStatus">preferredTerm</termNote></termSec></langSec></conceptEntry>
<conceptEntry id="c3"><langSec xml:lang="en"><termSec><term>blaze</term></termSec>
<termSec><term>inferno</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote><note>too hot</note></termSec></langSec></conceptEntry>`)))
	if s := describe(got); err != nil || s != "blaze, not inferno: too hot" {
		t.Errorf("got %s, %v", s, err)
	}
}

func TestTBXErrors(t *testing.T) {
	entry := func(s string) string {
		return fmt.Sprintf(dca, "\n<conceptEntry><langSec xml:lang=\"en\">\n"+s+"</langSec></conceptEntry>")
	}
	for _, tt := range []struct{ in, want string }{
		{"<html></html>", "x.tbx:1: no TBX: it begins with <html>"},
		{"<tbx>", "x.tbx:1: unexpected EOF"},
		{"<martif>\n<text></body></martif>", "x.tbx:2: element <text> closed by </body>"},
		{fmt.Sprintf(dca, ""), "x.tbx:1: there is no concept in it"},
		{entry("<termSec><term>tank</term></termSec>"), "x.tbx:1: it decides nothing"},
		{entry("<termSec><term> </term></termSec>"), "x.tbx:5: an empty term"},
		{entry("<termSec><term>/x/</term></termSec>"), `x.tbx:5: "/x/" stands between slashes`},
		{entry(`<termSec><term>x</term><termNote type="administrativeStatus">nice</termNote></termSec>`), `x.tbx:5: the status "nice" is not known; known are preferredTerm`},
		{entry(`<termSec><term>x</term><termNote type="administrativeStatus">deprecatedTerm</termNote></termSec>`), `x.tbx:5: "x" is forbidden, and no English term`},
		{entry(`<termSec><termNote type="administrativeStatus">preferredTerm</termNote></termSec>`), "x.tbx:5: a status before its term"},
		{entry("<conceptEntry/>"), "x.tbx:5: a concept inside the one of line 4"},
		{fmt.Sprintf(dca, "<conceptEntry><langSec></langSec></conceptEntry>"), "x.tbx:3: <langSec> without xml:lang"},
		{fmt.Sprintf(dca, "<term>x</term>"), "x.tbx:3: a term outside of a concept"},
		{entry("<termSec><term>y</term></termSec>\n<termSec><term>" + strings.Repeat("x ", 17) + `</term><termNote type="administrativeStatus">deprecatedTerm</termNote></termSec>`), "x.tbx:6: "},
		{`<?xml version="1.0" encoding="windows-1252"?><tbx/>`, `x.tbx:1: opening charset "windows-1252": save the file as UTF-8`},
		{"<tbx>\n\xff</tbx>", "x.tbx:2: invalid UTF-8"},
	} {
		if _, err := Read("x.tbx", []byte(tt.in)); err == nil || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("%q:\ngot  %v\nwant %s", tt.in, err, tt.want)
		}
	}
}

// What a file from anywhere costs is bounded, and nothing in it is expanded.
func TestHostileTBX(t *testing.T) {
	laughs := "<!DOCTYPE tbx [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><tbx>&b;</tbx>"
	outside := `<!DOCTYPE tbx [<!ENTITY x SYSTEM "file:///etc/passwd">]><tbx>&x;</tbx>`
	for name, tt := range map[string][2]string{
		"entities":            {laughs, "defines entities"},
		"an outside entity":   {outside, "defines entities"},
		"an unknown entity":   {"<tbx>&x;</tbx>", "invalid character entity &x;"},
		"deep elements":       {strings.Repeat("<tbx>", 100000), "more than 64 deep"},
		"many attributes":     {"<tbx " + strings.Repeat(`a="b" `, 100000) + "><p></tbx>", "closed by"},
		"a term without end":  {"<tbx><conceptEntry><langSec xml:lang=\"en\"><term>" + strings.Repeat("x ", 1000000), "unexpected EOF"},
		"half a UTF-16":       {"\xff\xfe<\x00t", "unexpected EOF"},
		"a zero byte":         {"<tbx>\x00</tbx>", "illegal character code"},
		"notes inside a term": {fmt.Sprintf(dca, `<conceptEntry><langSec xml:lang="en"><term><note>x</note><termNote type="administrativeStatus">odd</termNote></term></langSec></conceptEntry>`), "decides nothing"},
	} {
		start := time.Now()
		if _, err := Read("x.tbx", []byte(tt[0])); err == nil || !strings.Contains(err.Error(), tt[1]) {
			t.Errorf("%s: got %v, want %s", name, err, tt[1])
		}
		if d := time.Since(start); d > 5*time.Second {
			t.Errorf("%s: it took %v", name, d)
		}
	}
	if _, err := Read("x.tbx", append([]byte("<tbx>"), make([]byte, MaxTBX)...)); err == nil || !strings.Contains(err.Error(), "larger than 32 MiB") {
		t.Errorf("a large file: %v", err)
	}
}
