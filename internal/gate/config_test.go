package gate

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

var vocabulary = Vocabulary{
	Checks: []string{"date", "quantity", "residue"}, Formats: []string{"html", "sarif"}, Env: []string{"FACTDIFF_DB"},
}

const fullConfig = `# Женева desk
checks:
  quantity: off
  date: minor
  residue:
    severity: critical
    confidence: 0.8
fail_on: critical
max_findings: 10
min_score: 80.5
thresholds:
  confidence: 0.3
  alignment: 0.5
baseline: base.json
suppressions: ignore.yaml
terms:
  - term: Riabkov
    same: [Ryabkov, Рябков]
  - term: Kyiv
    forbidden: [Kiev, '/\bKie[vw]s?\b/']
    except: [chicken Kiev]
    source_lang: ru
    reason: the Ukrainian name
  - {term: Slava Ukraini, keep: true}
  - {term: war, source: ['/спецоперац\pL*/']}
  - file: house.csv
lexicon: [words.tsv]
ignore:
  - check: date
    file: "wire/*.txt"
    text: "(?i)женева"
    reason: dateline
reports:
  - file: "**/tass-*.txt"
    outlet: TASS
    agency: tass
    source_lang: ru
outputs:
  html: out/report.html
`

func TestConfig(t *testing.T) {
	c, err := Parse("dir/.factdiff.yaml", []byte(fullConfig), []string{"FACTDIFF_FAIL_ON=minor", "FACTDIFF_OUTPUTS_SARIF=x.sarif", "FACTDIFF_CHECKS_DATE=off", "FACTDIFF_DB=x", "HOME=/"}, vocabulary)
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Override("max_findings", "3", "--max-findings", vocabulary); err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for _, s := range c.Settings() {
		got.WriteString(s.Key + " = " + s.Value + " (" + s.From + ")\n")
	}
	want := `checks.date = off (FACTDIFF_CHECKS_DATE)
checks.quantity = off (dir/.factdiff.yaml:3)
checks.residue = critical, confidence 0.8 (dir/.factdiff.yaml:6)
fail_on = minor (FACTDIFF_FAIL_ON)
max_findings = 3 (--max-findings)
min_score = 80.5 (dir/.factdiff.yaml:10)
thresholds.confidence = 0.3 (dir/.factdiff.yaml:12)
thresholds.alignment = 0.5 (dir/.factdiff.yaml:13)
baseline = base.json (dir/.factdiff.yaml:14)
suppressions = ignore.yaml (dir/.factdiff.yaml:15)
terms[0] = Riabkov = Ryabkov = Рябков (dir/.factdiff.yaml:17)
terms[1] = Kyiv, not Kiev, not /\bKie[vw]s?\b/, but in chicken Kiev, from ru (dir/.factdiff.yaml:19)
terms[2] = Slava Ukraini, never translated (dir/.factdiff.yaml:24)
terms[3] = war, for /спецоперац\pL*/ (dir/.factdiff.yaml:25)
terms[4] = file: house.csv (dir/.factdiff.yaml:26)
lexicon[0] = words.tsv (dir/.factdiff.yaml:27)
ignore[0] = check: date, file: wire/*.txt, text: (?i)женева, reason: dateline (dir/.factdiff.yaml:29)
reports[0] = file: **/tass-*.txt, outlet: TASS, agency: tass, source_lang: ru (dir/.factdiff.yaml:34)
outputs.html = out/report.html (dir/.factdiff.yaml:39)
outputs.sarif = x.sarif (FACTDIFF_OUTPUTS_SARIF)
`
	if got.String() != want {
		t.Errorf("got\n%swant\n%s", got.String(), want)
	}
	if s, ok := c.FailsOn(); s != compare.Minor || !ok {
		t.Errorf("fails on %v, %v", s, ok)
	}
	if got := c.Resolve("base.json"); got != filepath.Join("dir", "base.json") {
		t.Errorf("resolved to %s", got)
	}
	checks := []*compare.Check{{Name: "quantity"}, {Name: "residue"}}
	if got := c.Enabled(checks); len(got) != 1 || got[0].Name != "residue" {
		t.Errorf("enabled %v", got)
	}
	if got := c.Severities(); len(got) != 2 || got["residue"] != compare.Critical {
		t.Errorf("severities %v", got)
	}
}

func TestConfigDefaults(t *testing.T) {
	for _, data := range []string{"", "# nothing\n", "checks:\n"} {
		c, err := Parse("c", []byte(data), nil, vocabulary)
		if err != nil {
			t.Fatalf("%q: %v", data, err)
		}
		if s, ok := c.FailsOn(); s != compare.Major || !ok || c.off("date") || c.minConfidence("date") != 0 {
			t.Errorf("%q: %+v", data, c)
		}
		for _, s := range c.Settings() {
			if s.From != "default" {
				t.Errorf("%q: %+v", data, s)
			}
		}
	}
	c, err := Parse("c", []byte("fail_on: never\n"), nil, vocabulary)
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := c.FailsOn(); ok {
		t.Error("never fails on something")
	}
}

func TestConfigErrors(t *testing.T) {
	tests := []struct {
		in, want string
		env      string
	}{
		{"fail_no: x\n", `c:1:1: unknown key "fail_no"; did you mean "fail_on"?`, ""},
		{"# ж\nfail_on: horrible\n", `c:2:10: unknown severity "horrible": want info, minor, major, critical or never`, ""},
		{"checks:\n  quantities: off\n", `c:2:15: there is no check "quantities"; did you mean "quantity"?`, ""},
		{"checks:\n  date: loud\n", `c:2:9: unknown severity "loud"`, ""},
		{"checks:\n  date:\n    sevrity: minor\n", `c:3:5: unknown key "sevrity"; did you mean "severity"?`, ""},
		{"checks:\n  date:\n    confidence: 3\n", `c:3:17: a confidence lies`, ""},
		{"max_findings: -1\n", `c:1:15: a number of findings`, ""},
		{"max_findings: many\n", `c:1:15: a text where a whole number is expected`, ""},
		{"min_score: 101\n", `c:1:12: a score lies`, ""},
		{"thresholds: {confidence: 2}\n", `c:1:26: a confidence lies`, ""},
		{"thresholds: {alignment: -1}\n", `c:1:25: a probability lies`, ""},
		{"terms:\n- term: x\n", `c:2:7: a term of which nothing is said; give same:`, ""},
		{"terms:\n- forbidden: [x]\n", `c:2:12: a term without a name`, ""},
		{"terms:\n- {term: x, forbiden: [y]}\n", `c:2:13: unknown key "forbiden"; did you mean "forbidden"?`, ""},
		{"terms:\n- {term: x, forbidden: [y, /(/]}\n", `c:2:28: error parsing regexp`, ""},
		{"terms:\n- {term: x, forbidden: [y, x]}\n", `c:2:28: "x" is forbidden and preferred`, ""},
		{"terms:\n- {term: x, forbidden: ['/[ab]{900}[cd]{900}[ef]{900}/']}\n", `c:2:25: the pattern "[ab]{900}[cd]{900}[ef]{900}" repeats too much`, ""},
		{"terms:\n- {term: x, forbidden: ['/y*/']}\n", `c:2:25: a pattern that matches nothing at all`, ""},
		{"terms:\n- {term: /x+/, forbidden: [y]}\n", `c:2:10: a term is no pattern`, ""},
		{"terms:\n- {file: x.csv, term: y}\n", `c:2:10: a file of terms beside a term`, ""},
		{"ignore:\n- check: date\n", `c:2:`, ""},
		{"ignore:\n- reason: x\n", `c:2:`, ""},
		{"ignore:\n- {reason: x, check: dat}\n", `c:2:22: there is no check "dat"; did you mean "date"?`, ""},
		{"ignore:\n- {reason: x, text: '('}\n", `c:2:21: error parsing regexp`, ""},
		{"ignore:\n- {reason: x, file: '[a'}\n", `c:2:21: "[a" is not a glob`, ""},
		{"reports:\n- outlet: x\n", `c:2:`, ""},
		{"outputs:\n  pdf: x\n", `c:2:8: there is no format "pdf"`, ""},
		{"outputs:\n  html: ''\n", `c:2:9: no file is named`, ""},
		{"checks:\n  date: {off: maybe}\n", `c:2:15: a text where true or false is expected`, ""},
		{"checks:\n  date: [x]\n", `c:2:9: a list where a list of keys with values is expected`, ""},
		{"checks: [date]\n", `c:1:`, ""},
		{"", `FACTDIFF_FAIL_NO: there is no such setting; did you mean FACTDIFF_FAIL_ON?`, "FACTDIFF_FAIL_NO=x"},
		{"", `FACTDIFF_FAIL_ON: unknown severity "x"`, "FACTDIFF_FAIL_ON=x"},
		{"", `FACTDIFF_MIN_SCORE: "NaN" is not a score`, "FACTDIFF_MIN_SCORE=NaN"},
		{"", `FACTDIFF_CHECKS_DATES: there is no such setting; did you mean FACTDIFF_CHECKS_DATE?`, "FACTDIFF_CHECKS_DATES=off"},
	}
	for _, tt := range tests {
		_, err := Parse("c", []byte(tt.in), []string{tt.env}, vocabulary)
		if err == nil || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("%q %s: got %v, want %s", tt.in, tt.env, err, tt.want)
		}
		if tt.env == "" && err != nil && !strings.Contains(err.Error(), "^") {
			t.Errorf("%q: no caret in %v", tt.in, err)
		}
	}
	if _, err := Load(filepath.Join(t.TempDir(), "none"), nil, vocabulary); err == nil || !strings.Contains(err.Error(), "no such configuration") {
		t.Errorf("got %v", err)
	}
}

func TestFind(t *testing.T) {
	dir := t.TempDir()
	for _, d := range []string{"outer/repo/.git", "outer/repo/events/a"} {
		if err := os.MkdirAll(filepath.Join(dir, d), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	put := func(name string) string {
		name = filepath.Join(dir, name)
		if err := os.WriteFile(name, nil, 0o644); err != nil {
			t.Fatal(err)
		}
		return name
	}
	put("outer/.factdiff.yaml")
	report := put("outer/repo/events/a/x.txt")
	if got, err := Find(report); got != "" || err != nil {
		t.Errorf("outside the repository: got %q, %v", got, err)
	}
	want := put("outer/repo/.factdiff.yaml")
	for _, start := range []string{report, filepath.Dir(report), filepath.Join(dir, "outer/repo")} {
		if got, err := Find(start); got != want || err != nil {
			t.Errorf("Find(%s) = %q, %v", start, got, err)
		}
	}
	near := put("outer/repo/events/.factdiff.yaml")
	if got, _ := Find(report); got != near {
		t.Errorf("got %q, want the nearer", got)
	}
}

func TestDescribe(t *testing.T) {
	c, err := Parse("c", []byte(fullConfig), nil, vocabulary)
	if err != nil {
		t.Fatal(err)
	}
	ev := &witness.Event{Witnesses: []*witness.Witness{
		{ID: "A", Path: "x/tass-1.txt"}, {ID: "B", Path: "./tass-2.txt", Outlet: "Own"}, {ID: "C", Path: "bbc.txt"},
	}}
	c.Describe(ev)
	var got []string
	for _, w := range ev.Witnesses {
		got = append(got, w.Outlet+"/"+w.CopyOf+"/"+w.SourceLang)
	}
	if want := []string{"TASS//ru", "Own/A/ru", "//"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func FuzzConfig(f *testing.F) {
	f.Add(fullConfig)
	f.Add("checks: {date: off}")
	f.Fuzz(func(t *testing.T, s string) {
		c, err := Parse("c", []byte(s), nil, vocabulary)
		if err != nil {
			return
		}
		c.Settings()
		if _, ok := c.FailsOn(); !ok && c.FailOn != "never" {
			t.Fatalf("%q fails on nothing", s)
		}
	})
}
