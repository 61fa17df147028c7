package gate

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/ingest/yamlfile"
)

// Setting is one value of the configuration with where it came from.
type Setting struct {
	Key   string
	Value string
	From  string // "default", "path:line", "FACTDIFF_FAIL_ON" or "--fail-on"
}

// Settings lists every value that is in force, in the order of the file.
func (c *Config) Settings() []Setting {
	var out []Setting
	for _, s := range settings(c, Vocabulary{}) {
		from := c.from[s.key]
		if from == "" {
			from = "default"
		}
		out = append(out, Setting{s.key, s.get(), from})
	}
	return out
}

// Override sets a value from elsewhere, a flag or a variable, whose name from
// is. The key is as in Settings: "fail_on", "checks.date", "outputs.html".
func (c *Config) Override(key, value, from string, v Vocabulary) error {
	for _, s := range append(settings(c, v), named(c, key, v)...) {
		if s.key == key && s.set != nil {
			if err := s.set(value); err != nil {
				return fmt.Errorf("%s: %w", from, err)
			}
			c.from[key] = from
			return nil
		}
	}
	return fmt.Errorf("%s: there is no setting %q", from, key)
}

// setting ties a key to its value, so that the file, the environment, flags
// and the listing have one table.
type setting struct {
	key string
	at  []any // in the file
	get func() string
	set func(string) error // nil where it cannot be given in one word
}

func settings(c *Config, v Vocabulary) []setting {
	var out []setting
	add := func(key string, get func() string, set func(string) error) {
		var at []any
		for part := range strings.SplitSeq(key, ".") {
			at = append(at, part)
		}
		out = append(out, setting{key, at, get, set})
	}
	list := func(key string, n int, get func(int) string) {
		for i := range n {
			out = append(out, setting{fmt.Sprintf("%s[%d]", key, i), []any{key, i}, func() string { return get(i) }, nil})
		}
	}
	for _, name := range sortedKeys(c.Checks) {
		out = append(out, checkSetting(c, name))
	}
	add("fail_on", func() string { return c.FailOn }, c.setFailOn)
	add("max_findings", func() string { return optional(c.MaxFindings) }, func(s string) error {
		n, err := strconv.Atoi(s)
		if err != nil || n < 0 {
			return fmt.Errorf("%q is not a number of findings", s)
		}
		c.MaxFindings = &n
		return nil
	})
	add("min_score", func() string { return optional(c.MinScore) }, func(s string) error {
		x, err := strconv.ParseFloat(s, 64)
		if err != nil || !(x >= 0 && x <= 100) {
			return fmt.Errorf("%q is not a score: want 0 to 100", s)
		}
		c.MinScore = &x
		return nil
	})
	share := func(dst *float64) func(string) error {
		return func(s string) error {
			x, err := strconv.ParseFloat(s, 64)
			if err != nil || !unit(x) {
				return fmt.Errorf("%q: want a number from 0 to 1", s)
			}
			*dst = x
			return nil
		}
	}
	add("thresholds.confidence", func() string { return number(c.Thresholds.Confidence) }, share(&c.Thresholds.Confidence))
	add("thresholds.alignment", func() string { return number(c.Thresholds.Alignment) }, share(&c.Thresholds.Alignment))
	file := func(dst *string) func(string) error {
		return func(s string) error { *dst = s; return nil }
	}
	add("baseline", func() string { return c.Baseline }, file(&c.Baseline))
	add("suppressions", func() string { return c.Suppressions }, file(&c.Suppressions))
	list("terms", len(c.Terms), func(i int) string { return c.Terms[i].String() })
	list("lexicon", len(c.Lexicon), func(i int) string { return c.Lexicon[i] })
	list("ignore", len(c.Ignore), func(i int) string { return describe(c.Ignore[i]) })
	list("reports", len(c.Reports), func(i int) string { return describe(c.Reports[i]) })
	for _, format := range sortedKeys(c.Outputs) {
		out = append(out, outputSetting(c, format, v))
	}
	return out
}

// named returns the setting of a check or an output that the file does not
// have.
func named(c *Config, key string, v Vocabulary) []setting {
	if name, ok := strings.CutPrefix(key, "checks."); ok && (v.Checks == nil || slices.Contains(v.Checks, name)) {
		return []setting{checkSetting(c, name)}
	}
	if format, ok := strings.CutPrefix(key, "outputs."); ok && (v.Formats == nil || slices.Contains(v.Formats, format)) {
		return []setting{outputSetting(c, format, v)}
	}
	return nil
}

func checkSetting(c *Config, name string) setting {
	return setting{"checks." + name, []any{"checks", name},
		func() string {
			k := c.Checks[name]
			s := "on"
			switch {
			case k.Off:
				s = "off"
			case k.Severity != "":
				s = k.Severity
			}
			if k.Confidence != nil {
				s += ", confidence " + number(*k.Confidence)
			}
			return s
		},
		func(s string) error {
			k := c.Checks[name]
			switch s {
			case "off", "false":
				k.Off = true
			case "on", "true":
				k.Off = false
			default:
				if _, err := compare.ParseSeverity(s); err != nil {
					return fmt.Errorf("%w, off or on", err)
				}
				k.Off, k.Severity = false, s
			}
			if c.Checks == nil {
				c.Checks = map[string]CheckConfig{}
			}
			c.Checks[name] = k
			return nil
		}}
}

func outputSetting(c *Config, format string, _ Vocabulary) setting {
	return setting{"outputs." + format, []any{"outputs", format},
		func() string { return c.Outputs[format] },
		func(s string) error {
			if s == "" {
				return fmt.Errorf("no file is named for %s", format)
			}
			if c.Outputs == nil {
				c.Outputs = map[string]string{}
			}
			c.Outputs[format] = s
			return nil
		}}
}

// EnvPrefix begins every variable that sets a value.
const EnvPrefix = "FACTDIFF_"

// environment lays the variables over the file. A variable that means nothing
// is an error, as a misspelt key is: it was set for a purpose.
func (c *Config) environment(env []string, v Vocabulary) error {
	keys := map[string]string{}
	for _, s := range settings(c, v) {
		if s.set != nil {
			keys[variable(s.key)] = s.key
		}
	}
	for _, name := range v.Checks {
		keys[variable("checks."+name)] = "checks." + name
	}
	for _, name := range v.Formats {
		keys[variable("outputs."+name)] = "outputs." + name
	}
	for _, kv := range slices.Sorted(slices.Values(env)) {
		name, value, _ := strings.Cut(kv, "=")
		if !strings.HasPrefix(name, EnvPrefix) || slices.Contains(v.Env, name) || value == "" {
			continue
		}
		key, ok := keys[name]
		if !ok {
			key, ok = openEnded(name, v)
		}
		if !ok {
			hint := yamlfile.Suggest(strings.ToLower(name), lower(keys))
			if strings.HasPrefix(hint, "did") {
				hint = strings.ToUpper(strings.Split(hint, `"`)[1])
				hint = fmt.Sprintf("; did you mean %s?", hint)
			} else {
				hint = ""
			}
			return fmt.Errorf("%s: there is no such setting%s", name, hint)
		}
		if err := c.Override(key, value, name, v); err != nil {
			return err
		}
	}
	return nil
}

// openEnded returns the key of a variable for a check or format where the
// names of those are not known.
func openEnded(name string, v Vocabulary) (string, bool) {
	rest := strings.ToLower(strings.TrimPrefix(name, EnvPrefix))
	if check, ok := strings.CutPrefix(rest, "checks_"); ok && v.Checks == nil {
		return "checks." + check, true
	}
	if format, ok := strings.CutPrefix(rest, "outputs_"); ok && v.Formats == nil {
		return "outputs." + format, true
	}
	return "", false
}

// variable returns the name of the variable of a key.
func variable(key string) string {
	return EnvPrefix + strings.ToUpper(strings.ReplaceAll(key, ".", "_"))
}

func lower(keys map[string]string) []string {
	var out []string
	for k := range keys {
		out = append(out, strings.ToLower(k))
	}
	slices.Sort(out)
	return out
}

func optional[T int | float64](p *T) string {
	if p == nil {
		return ""
	}
	return fmt.Sprint(*p)
}

func number(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }

// describe lists the fields of a struct that are set, by their keys.
func describe(v any) string {
	var parts []string
	rv := reflect.ValueOf(v)
	for i := range rv.NumField() {
		if s := rv.Field(i).String(); s != "" {
			key, _, _ := strings.Cut(rv.Type().Field(i).Tag.Get("yaml"), ",")
			parts = append(parts, key+": "+s)
		}
	}
	return strings.Join(parts, ", ")
}

// configKeys lists all keys of the file, for hints.
func configKeys() []string {
	var out []string
	for _, v := range []any{Config{}, CheckConfig{}, Thresholds{}, Term{}, Ignore{}, ReportConfig{}} {
		t := reflect.TypeOf(v)
		for i := range t.NumField() {
			if key, _, _ := strings.Cut(t.Field(i).Tag.Get("yaml"), ","); key != "" && !slices.Contains(out, key) {
				out = append(out, key)
			}
		}
	}
	return out
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
