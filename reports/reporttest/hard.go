package reporttest

import (
	"fmt"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// Foreign returns reports whose text is Arabic, Chinese, Cyrillic and emoji.
// Before each reading of a line stand characters of one, two, three and four
// bytes, so that every unit of columns gives another number: the reading
// "١٢" in A is at line 1, byte 33, character 21, UTF-16 unit 22.
func Foreign() *compare.Result {
	b := newBuilder("мост", "橋の事故 🚢 حادث الجسر")
	b.report(&witness.Witness{ID: "A", Path: "мост/تقرير.txt", Outlet: "الميناء", Lang: "ar"}, `
1|Gare 🚢 é 橋: الشرطة: [[hurt=12: ١٢ جريحا]] في المستشفى
2|Затем [[name=riabkov: Рябков]] вышел 👩‍👩‍👧 к прессе.
`)
	b.report(&witness.Witness{ID: "B", Path: "мост/報告.txt", Outlet: "港報", Lang: "zh"}, `
1|警方表示，事故造成[[hurt=14: 十四人受傷]]，無人有生命危險。
2|隨後[[name=ryabkov: 里亞布科夫]]會見記者。
`)
	b.report(&witness.Witness{ID: "C", Path: "мост/c.txt", Lang: "en"}, `
1|🚢🚢 Police said [[hurt=12: twelve]] were hurt.
2|Then [[name=riabkov: Riabkov]] met the press — [[res=arabic: قال المتحدث]].
`)
	b.finding("hurt", compare.Finding{Check: "quantity", Kind: compare.Conflict, Severity: compare.Major, Confidence: 0.9,
		Message: "injured: A and C say 12; B says 14 (十四人)", Outliers: []string{"B"}, Reason: "12 ≠ 14"})
	b.finding("name", compare.Finding{Check: "name", Kind: compare.Imprecision, Severity: compare.Info, Confidence: 0.4,
		Message: "one person: Рябков, 里亞布科夫, Riabkov"})
	b.finding("res", compare.Finding{Check: "residue", Kind: compare.Artefact, Severity: compare.Major, Confidence: 1,
		Message: "C: words in Arabic script: قال المتحدث"})
	return b.result()
}

// Nasty are strings that break out of one format or another if they are
// copied as they are.
var Nasty = []string{
	`<script>window.pwned=1</script>`,
	`<img src=x onerror="window.pwned=1">`,
	`]]>`,
	`--><!--`,
	`"quoted", 'single', comma`,
	`=HYPERLINK("http://evil.invalid")`,
	"::error file=x::100%0A%25",
	"\x1b[2J\x1b[31mred\x07\x00\x7f",
	"\u202egnp.exe\u202c",
	"| a | b |",
	"`code` **bold** [link](javascript:alert(1)) @everyone",
	"{{.}} {{define \"x\"}} ${jndi:x}",
	"&lt; &amp; &#x0;",
	"back\\slash \\n",
	"</textarea></style></template>",
	"\ufeff\ufffe\u2028",
}

// Hostile returns reports that try to break out of whatever shows them: the
// texts, the sigla, the paths, the values and the messages.
func Hostile() *compare.Result {
	b := newBuilder(`</script><script>window.pwned=2</script>`, `<b onmouseover=alert(1)>Title</b> ]]>`)
	for i, id := range []string{`A"<i>`, `B,::%0A`, "C\x1b[31m"} {
		var text strings.Builder
		for j, s := range Nasty {
			s = strings.NewReplacer("[[", "[ [", "|", "¦").Replace(s)
			fmt.Fprintf(&text, "%d|Before [[k%d=%d %s: %s %d]] after %s.\n\n", j+1, j, i%2, strings.ReplaceAll(s, ": ", ":"), strings.ReplaceAll(s, "]]", "] ]"), i, s)
		}
		b.report(&witness.Witness{ID: id, Path: "dir/<" + fmt.Sprint(i) + ">&\"',:%\n.txt", Outlet: Nasty[i], URL: "javascript:alert(1)", Title: Nasty[0], Lang: `en"`}, text.String())
	}
	for j, s := range Nasty {
		f := compare.Finding{Check: "quantity", Kind: compare.Conflict, Severity: compare.Severity(j % 4), Confidence: 0.5,
			Message: "line one " + s + "\nline two", Reason: s, Suggest: s, Outliers: []string{`B,::%0A`}}
		b.finding(fmt.Sprintf("k%d", j), f)
	}
	return b.result()
}

// Large returns an event of so many reports, statements in each and findings
// in all.
func Large(reports, statements, findings int) *compare.Result {
	b := newBuilder("large", "A large event")
	verbs := []string{"said", "told reporters", "added", "wrote in a statement", "explained", "repeated"}
	nouns := []string{"houses", "people", "vehicles", "schools", "ships", "bridges", "farms", "soldiers"}
	tails := []string{"along the river in the north of the country", "in the course of the night", "according to the first count of the services",
		"although the figures could not be verified", "before help arrived from the neighbouring towns", "as the water went down"}
	for w := range reports {
		var text strings.Builder
		for s := range statements {
			n := 10 + s%90
			if (s+w)%7 == 0 {
				n++
			}
			k := ""
			if s < findings {
				k = fmt.Sprintf("f%d", s)
			}
			words := fmt.Sprintf("%d %s", n, nouns[s%len(nouns)])
			if k != "" {
				words = fmt.Sprintf("[[%s=%d: %s]]", k, n, words)
			}
			fmt.Fprintf(&text, "%d|The spokesman %s that %s were damaged %s.\n", s+1, verbs[(s+w)%len(verbs)], words, tails[(s*3+w)%len(tails)])
			if s%5 == 4 {
				text.WriteByte('\n')
			}
		}
		id := fmt.Sprintf("W%02d", w+1)
		b.report(&witness.Witness{ID: id, Path: "large/" + id + ".txt", Outlet: "Outlet " + id, Lang: "en"}, text.String())
	}
	checks := []string{"quantity", "date", "name", "role", "actor", "quote", "coverage"}
	for i := range findings {
		key := fmt.Sprintf("f%d", i%statements)
		f := compare.Finding{Check: checks[i%len(checks)], Kind: compare.Conflict, Severity: compare.Severity(i % 4),
			Confidence: 0.5 + float64(i%50)/100, Message: fmt.Sprintf("difference %d: the reports do not agree on a number", i),
			Reason: "the numbers are exact and disjoint"}
		if i%3 == 0 && len(b.readings[key]) > 0 {
			f.Outliers = []string{b.readings[key][i%len(b.readings[key])].Witness}
		}
		b.finding(key, f)
	}
	for i := range b.findings {
		b.findings[i].ID = fmt.Sprintf("f1-%016x", i*7919+1)
	}
	return b.result()
}

// Case is a sample with a name.
type Case struct {
	Name    string
	Results []*compare.Result
}

// Cases are the samples that the output of every format is kept for.
func Cases() []Case {
	return []Case{
		{"plain", []*compare.Result{Plain()}},
		{"empty", []*compare.Result{Empty()}},
		{"foreign", []*compare.Result{Foreign()}},
		{"hostile", []*compare.Result{Hostile()}},
		{"several", []*compare.Result{Plain(), Empty(), Foreign()}},
		{"none", nil},
	}
}
