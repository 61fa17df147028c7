package render

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factdiff/factdiff/compare"
)

// Translated reports whether the witness is known to be a translation: only
// then is a difference an error of translation and not a divergence of two
// independent reports.
func (w *Witness) Translated() bool {
	return w.Translates != "" || w.Event.Result.Event != nil && w.Event.Result.Event.Aligned
}

// Translation reports whether f may be called an error of translation: the
// mark stands in one report alone, or the primary report is a translation.
func (f *Finding) Translation() bool {
	return f.Kind == compare.Artefact || f.Primary.Witness.Translated()
}

// Says writes what one reading says: `C says 14: “fourteen wounded”`.
func (r *Reading) Says() string {
	s := Line(r.Reading.Witness) + " says " + Line(r.value())
	if t := Line(r.Text); t != "" && t != Line(r.value()) {
		s += ": " + quoted(t)
	}
	return s
}

// quoted sets s in quotation marks where it has none of its own.
func quoted(s string) string {
	if strings.ContainsAny(s, "“”„«»\"") || strings.HasPrefix(s, "[") {
		return s
	}
	return "“" + s + "”"
}

// CheckDoc returns the documentation of c as a text about the check: Go's
// "Package quantity reports …" is "Reports …".
func CheckDoc(c *compare.Check) string {
	return sentence(strings.TrimPrefix(c.Doc(), "Package "+c.Name+" "))
}

// CheckTitle returns the first sentence of it.
func CheckTitle(c *compare.Check) string { return sentence(c.Title()) }

func sentence(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

func (r *Reading) value() string {
	if r.Value != "" {
		return r.Value
	}
	return r.Text
}

// Place is where to open the report: path, line and column in characters, as
// editors count them.
func (r *Reading) Place() string {
	return r.Witness.File() + ":" + itoa(r.From.Line) + ":" + itoa(r.From.Rune)
}

// Lines are what f says, one line each and the message first: for formats
// that show a finding in one place and have no room for others.
func (f *Finding) Lines() []string {
	out := []string{Line(f.Message)}
	for _, r := range f.All() {
		says := r.Says()
		if f.Kind == compare.Artefact {
			says = Line(r.Reading.Witness) + " has " + quoted(Line(r.Text))
		}
		out = append(out, Line(r.Place())+" "+says)
	}
	for _, w := range f.Silent {
		out = append(out, Line(w.ID)+" does not have it")
	}
	if f.Reason != "" {
		out = append(out, Line(f.Reason))
	}
	if f.Suggest != "" {
		out = append(out, "better: "+Line(f.Suggest))
	}
	return out
}

// Text is Lines in one string.
func (f *Finding) Text() string { return strings.Join(f.Lines(), "\n") }

func itoa(n int) string { return strings.ReplaceAll(Count(n), ",", "") }
