package gate

import (
	"errors"
	"fmt"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/ingest/yamlfile"
	"github.com/factdiff/factdiff/witness"
)

// ConfigName is the name under which a configuration is looked for.
const ConfigName = ".factdiff.yaml"

// Config is .factdiff.yaml. The JSON Schema that editors use is made of this
// struct, and so is the list of keys in error messages.
type Config struct {
	Checks       map[string]CheckConfig `yaml:"checks,omitempty" jsonschema_description:"Settings of each check, by its name: off, on, a severity, or a mapping."`
	FailOn       string                 `yaml:"fail_on,omitempty" jsonschema:"enum=info,enum=minor,enum=major,enum=critical,enum=never" jsonschema_description:"The least severity at which a new finding makes the exit status 1; never for none."`
	MaxFindings  *int                   `yaml:"max_findings,omitempty" jsonschema:"minimum=0" jsonschema_description:"More new findings than this, of whatever severity, make the exit status 1."`
	MinScore     *float64               `yaml:"min_score,omitempty" jsonschema:"minimum=0,maximum=100" jsonschema_description:"A translation that scores below this makes the exit status 1, and so does one with a critical issue."`
	Thresholds   Thresholds             `yaml:"thresholds,omitempty" jsonschema_description:"What is taken for sure enough."`
	Baseline     string                 `yaml:"baseline,omitempty" jsonschema_description:"File of the findings that were known when it was taken, relative to this file."`
	Suppressions string                 `yaml:"suppressions,omitempty" jsonschema_description:"File of the findings that were dismissed, relative to this file; .factdiff-ignore.yaml beside it where none is named."`
	Terms        []Term                 `yaml:"terms,omitempty" jsonschema_description:"What the desk has decided on words: what means the same, what is preferred, forbidden or never translated."`
	Lexicon      []string               `yaml:"lexicon,omitempty" jsonschema_description:"Files of further words, relative to this file."`
	Ignore       []Ignore               `yaml:"ignore,omitempty" jsonschema_description:"Findings to leave out, by check, file and words."`
	Reports      []ReportConfig         `yaml:"reports,omitempty" jsonschema_description:"What is known of reports by where their files lie."`
	Outputs      map[string]string      `yaml:"outputs,omitempty" jsonschema_description:"Formats to write to files, format: file, relative to the working directory."`

	file     *yamlfile.File
	path     string
	failOn   *compare.Severity // nil for never
	from     map[string]string // key → where its value came from
	patterns []*regexp.Regexp  // of Ignore
}

// CheckConfig is the settings of one check.
type CheckConfig struct {
	Off        bool     `yaml:"off,omitempty" jsonschema_description:"Do not run the check."`
	Severity   string   `yaml:"severity,omitempty" jsonschema:"enum=info,enum=minor,enum=major,enum=critical" jsonschema_description:"The severity of all its findings."`
	Confidence *float64 `yaml:"confidence,omitempty" jsonschema:"minimum=0,maximum=1" jsonschema_description:"The least confidence of a finding, in place of thresholds.confidence."`
}

// Thresholds say what is sure enough.
type Thresholds struct {
	Confidence float64 `yaml:"confidence,omitempty" jsonschema:"minimum=0,maximum=1" jsonschema_description:"The least confidence of a finding."`
	Alignment  float64 `yaml:"alignment,omitempty" jsonschema:"minimum=0,maximum=1" jsonschema_description:"The least probability, on average, at which statements are taken to state the same thing: what is less sure is not put together."`
}

// Term is what the desk has decided of one word or name, or a file of such
// decisions.
type Term struct {
	Term       string   `yaml:"term,omitempty" jsonschema_description:"The word or name as the desk writes it."`
	Same       []string `yaml:"same,omitempty" jsonschema_description:"Words that mean it too: no difference is reported between them."`
	Allowed    []string `yaml:"allowed,omitempty" jsonschema_description:"Other wordings that may stand for it, as the rendering of source and inside them of what is forbidden."`
	Forbidden  []string `yaml:"forbidden,omitempty" jsonschema_description:"Words that must not stand for it, by form or lemma, or /regular expressions/."`
	Except     []string `yaml:"except,omitempty" jsonschema_description:"Phrases in which a forbidden word may stand."`
	Keep       bool     `yaml:"keep,omitempty" jsonschema_description:"It is never translated: where the source or another version of the text has it, a translation must have it."`
	Source     []string `yaml:"source,omitempty" jsonschema_description:"Words of the source language that it stands for, or /regular expressions/: where the source has one, a translation must have the term."`
	SourceLang string   `yaml:"source_lang,omitempty" jsonschema_description:"Only for reports that were translated from this language, a BCP 47 tag."`
	Reason     string   `yaml:"reason,omitempty" jsonschema_description:"Why, in a sentence; shown with each finding."`
	File       string   `yaml:"file,omitempty" jsonschema_description:"File of terms, CSV or TBX, relative to this file; alone in its entry."`
}

// Ignore is a pattern of findings to leave out. All that is given must match.
type Ignore struct {
	Check  string `yaml:"check,omitempty" jsonschema_description:"Name of the check; any where it is left out."`
	File   string `yaml:"file,omitempty" jsonschema_description:"Glob of a report's path, with ** for folders; one of the finding's reports must match."`
	Text   string `yaml:"text,omitempty" jsonschema:"format=regex" jsonschema_description:"Regular expression that the words of one of the readings match."`
	Reason string `yaml:"reason" jsonschema:"required" jsonschema_description:"Why."`
}

// ReportConfig is what is known of the reports in some files. What a manifest
// says goes before it.
type ReportConfig struct {
	File       string `yaml:"file" jsonschema:"required" jsonschema_description:"Glob of the reports' paths, with ** for folders."`
	Outlet     string `yaml:"outlet,omitempty" jsonschema_description:"Who published them."`
	Agency     string `yaml:"agency,omitempty" jsonschema_description:"Agency whose text they repeat: reports of one event and one agency count once."`
	Lang       string `yaml:"lang,omitempty" jsonschema_description:"Language of the text, a BCP 47 tag."`
	SourceLang string `yaml:"source_lang,omitempty" jsonschema_description:"Language that they were translated from."`
}

// UnmarshalYAML reads the short forms: off, on, or a severity. It takes the
// node and not its text, so that an error within has the place in the file.
func (c *CheckConfig) UnmarshalYAML(n ast.Node) error {
	var short string
	switch n := n.(type) {
	case *ast.StringNode:
		short = n.Value
	case *ast.BoolNode:
		short = map[bool]string{true: "on", false: "off"}[n.Value]
	case *ast.NullNode:
		short = "on"
	default:
		type plain CheckConfig // without this method
		return yaml.NodeToValue(n, (*plain)(c), yaml.Strict())
	}
	switch short {
	case "off":
		*c = CheckConfig{Off: true}
	case "on":
		*c = CheckConfig{}
	default:
		*c = CheckConfig{Severity: short}
	}
	return nil
}

// Vocabulary is what a configuration may name. It is passed in, as this
// package knows neither checks nor formats; a nil list is not checked.
type Vocabulary struct {
	Checks, Formats []string
	// Env are variables FACTDIFF_… that other parts of the program read.
	Env []string
}

// Default returns the configuration that is in force without a file.
func Default() *Config {
	major := compare.Major
	return &Config{FailOn: "major", failOn: &major, from: map[string]string{}}
}

// Find looks for a configuration in the folder of start and upward, as far as
// the folder that holds a .git: what lies outside a repository is no part of
// it. It returns "" where there is none.
func Find(start string) (string, error) {
	dir, err := filepath.Abs(start)
	if err != nil {
		return "", err
	}
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		dir = filepath.Dir(dir)
	}
	for {
		name := filepath.Join(dir, ConfigName)
		if info, err := os.Stat(name); err == nil && info.Mode().IsRegular() {
			return name, nil
		}
		if _, err := os.Stat(filepath.Join(dir, ".git")); err == nil {
			return "", nil
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return "", nil
		}
		dir = parent
	}
}

// Load reads the configuration at path, or takes the defaults where path is
// empty, and lays the variables FACTDIFF_… of the environment, as
// [os.Environ] gives it, over it. An error in the file says where.
func Load(path string, env []string, v Vocabulary) (*Config, error) {
	var data []byte
	if path != "" {
		var err error
		if data, err = os.ReadFile(path); err != nil {
			if errors.Is(err, fs.ErrNotExist) {
				return nil, fmt.Errorf("%s: no such configuration", path)
			}
			return nil, err
		}
	}
	return Parse(path, data, env, v)
}

// Parse reads a configuration from data, the content of the file at path.
func Parse(path string, data []byte, env []string, v Vocabulary) (*Config, error) {
	c := Default()
	c.path = path
	f, err := yamlfile.Decode(path, data, c, configKeys()...)
	if err != nil {
		return nil, err
	}
	c.file = f
	if err := c.validate(v); err != nil {
		return nil, err
	}
	for _, s := range settings(c, v) {
		if line := f.Line(s.at...); line > 0 {
			c.from[s.key] = fmt.Sprintf("%s:%d", path, line)
		}
	}
	if err := c.environment(env, v); err != nil {
		return nil, err
	}
	return c, nil
}

// Path returns the file that the configuration was read from, or "".
func (c *Config) Path() string { return c.path }

// validate checks what YAML's types do not.
func (c *Config) validate(v Vocabulary) error {
	bad := func(hint, format string, args ...any) func(at ...any) error {
		return func(at ...any) error { return c.file.Errorf(at, hint, format, args...) }
	}
	if err := c.setFailOn(c.FailOn); err != nil {
		return bad("", "%v", err)("fail_on")
	}
	for _, name := range sortedKeys(c.Checks) {
		k := c.Checks[name]
		if v.Checks != nil && !slices.Contains(v.Checks, name) {
			return bad(yamlfile.Suggest(name, v.Checks), "there is no check %q", name)("checks", name)
		}
		if k.Severity != "" {
			if _, err := compare.ParseSeverity(k.Severity); err != nil {
				return bad("or off, or on", "%v", err)("checks", name)
			}
		}
		if k.Confidence != nil && !unit(*k.Confidence) {
			return bad("", "a confidence lies between 0 and 1")("checks", name, "confidence")
		}
	}
	switch {
	case !unit(c.Thresholds.Confidence):
		return bad("", "a confidence lies between 0 and 1")("thresholds", "confidence")
	case !unit(c.Thresholds.Alignment):
		return bad("", "a probability lies between 0 and 1")("thresholds", "alignment")
	case c.MaxFindings != nil && *c.MaxFindings < 0:
		return bad("", "a number of findings is not negative")("max_findings")
	case c.MinScore != nil && !(*c.MinScore >= 0 && *c.MinScore <= 100):
		return bad("", "a score lies between 0 and 100")("min_score")
	}
	if err := c.validateTerms(); err != nil {
		return err
	}
	c.patterns = make([]*regexp.Regexp, len(c.Ignore))
	for i, ig := range c.Ignore {
		switch {
		case strings.TrimSpace(ig.Reason) == "":
			return bad("say why these findings are left out", "no reason is given")("ignore", i)
		case ig.Check == "" && ig.File == "" && ig.Text == "":
			return bad("name a check, a file or a text", "this ignores every finding")("ignore", i)
		case ig.Check != "" && v.Checks != nil && !slices.Contains(v.Checks, ig.Check):
			return bad(yamlfile.Suggest(ig.Check, v.Checks), "there is no check %q", ig.Check)("ignore", i, "check")
		case ig.File != "" && !doublestar.ValidatePattern(ig.File):
			return bad("", "%q is not a glob", ig.File)("ignore", i, "file")
		}
		re, err := regexp.Compile(ig.Text)
		if err != nil {
			return bad("", "%v", err)("ignore", i, "text")
		}
		c.patterns[i] = re
	}
	for i, r := range c.Reports {
		if r.File == "" || !doublestar.ValidatePattern(r.File) {
			return bad("", "%q is not a glob", r.File)("reports", i, "file")
		}
	}
	for _, format := range sortedKeys(c.Outputs) {
		if v.Formats != nil && !slices.Contains(v.Formats, format) {
			return bad(yamlfile.Suggest(format, v.Formats), "there is no format %q", format)("outputs", format)
		}
		if c.Outputs[format] == "" {
			return bad("", "no file is named")("outputs", format)
		}
	}
	return nil
}

func unit(x float64) bool { return x >= 0 && x <= 1 && !math.IsNaN(x) }

func (c *Config) setFailOn(s string) error {
	if s == "never" {
		c.FailOn, c.failOn = s, nil
		return nil
	}
	sev, err := compare.ParseSeverity(s)
	if err != nil {
		return fmt.Errorf("unknown severity %q: want %s or never", s, strings.Join(compare.Severities(), ", "))
	}
	c.FailOn, c.failOn = s, &sev
	return nil
}

// FailsOn returns the least severity that fails, and false where none does.
func (c *Config) FailsOn() (compare.Severity, bool) {
	if c.failOn == nil {
		return 0, false
	}
	return *c.failOn, true
}

// Severities returns the severities that the configuration gives to checks.
func (c *Config) Severities() map[string]compare.Severity {
	out := map[string]compare.Severity{}
	for name := range c.Checks {
		if s, ok := c.severity(name); ok {
			out[name] = s
		}
	}
	return out
}

// Enabled returns those of the checks that are not turned off, in order.
func (c *Config) Enabled(checks []*compare.Check) []*compare.Check {
	var out []*compare.Check
	for _, k := range checks {
		if !c.off(k.Name) {
			out = append(out, k)
		}
	}
	return out
}

func (c *Config) off(check string) bool { return c.Checks[check].Off }

func (c *Config) severity(check string) (compare.Severity, bool) {
	k, ok := c.Checks[check]
	if !ok || k.Severity == "" {
		return 0, false
	}
	s, err := compare.ParseSeverity(k.Severity)
	return s, err == nil
}

func (c *Config) minConfidence(check string) float64 {
	if k := c.Checks[check].Confidence; k != nil {
		return *k
	}
	return c.Thresholds.Confidence
}

// ignores reports whether a pattern leaves the finding out, and why.
func (c *Config) ignores(ev *witness.Event, f *compare.Finding) (reason string, ok bool) {
	for i, ig := range c.Ignore {
		if ig.Check != "" && ig.Check != f.Check {
			continue
		}
		// File and text must match in one and the same reading.
		if slices.ContainsFunc(f.Readings, func(rd compare.Reading) bool {
			return (ig.File == "" || matches(ig.File, path(ev, rd.Witness))) && (ig.Text == "" || c.patterns[i].MatchString(rd.Text))
		}) {
			return ig.Reason, true
		}
	}
	return "", false
}

// matches reports whether a path, or its end from any folder on, matches a
// glob: "wire/*.txt" is meant wherever factdiff is called from.
func matches(glob, path string) bool {
	path = strings.TrimPrefix(filepath.ToSlash(path), "./")
	if path == "" {
		return false
	}
	if ok, _ := doublestar.Match(glob, path); ok {
		return true
	}
	ok, _ := doublestar.Match("**/"+glob, path)
	return ok
}

// Describe fills in what the configuration knows of the reports of an event
// and the event does not say itself. Reports of one agency become copies of
// the first of them.
func (c *Config) Describe(ev *witness.Event) {
	first := map[string]string{}
	for _, w := range ev.Witnesses {
		for _, r := range c.Reports {
			if !matches(r.File, w.Path) {
				continue
			}
			if w.Outlet == "" {
				w.Outlet = r.Outlet
			}
			if w.SourceLang == "" {
				w.SourceLang = r.SourceLang
			}
			if r.Lang != "" && (w.Lang == "" || w.Lang == "en") {
				w.Lang = r.Lang
			}
			if r.Agency == "" {
				continue
			}
			if id, ok := first[r.Agency]; ok && id != w.ID && w.CopyOf == "" {
				w.CopyOf = id
			} else if !ok {
				first[r.Agency] = w.ID
			}
		}
	}
}

// Resolve returns a file that the configuration names, relative to where it
// lies.
func (c *Config) Resolve(name string) string {
	if name == "" || filepath.IsAbs(name) || c.path == "" {
		return name
	}
	return filepath.Join(filepath.Dir(c.path), name)
}

// SuppressionsPath returns the file of dismissed findings: the one that is
// named, or the usual one beside the configuration, or in dir where there is
// no configuration.
func (c *Config) SuppressionsPath(dir string) string {
	switch {
	case c.Suppressions != "":
		return c.Resolve(c.Suppressions)
	case c.path != "":
		return c.Resolve(SuppressionsName)
	}
	return filepath.Join(dir, SuppressionsName)
}
