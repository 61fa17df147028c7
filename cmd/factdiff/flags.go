package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/reports/render"
)

// failOn is the least severity that makes the exit status 1.
type failOn struct{ severity compare.Severity }

func (f *failOn) flag(c *cobra.Command) {
	f.severity = compare.Major
	c.Flags().Var(f, "fail-on", "exit with 1 for a finding of `SEVERITY` or above (info, minor, major, critical, never): --fail-on minor")
	complete(c, "fail-on", func() []string { return append(compare.Severities(), "never") })
}

func (f *failOn) Type() string { return "severity" }

func (f *failOn) String() string {
	if f.severity == render.Never {
		return "never"
	}
	return f.severity.String()
}

func (f *failOn) Set(s string) error {
	if s == "never" {
		f.severity = render.Never
		return nil
	}
	v, err := compare.ParseSeverity(s)
	if err != nil {
		return fmt.Errorf("unknown severity %q; want %s or never", s, strings.Join(compare.Severities(), ", "))
	}
	f.severity = v
	return nil
}

// size is a number of bytes.
type size int64

func (s *size) Type() string { return "size" }

func (s size) String() string {
	for _, u := range sizeUnits {
		if s >= size(u.bytes) && int64(s)%u.bytes == 0 {
			return strconv.FormatInt(int64(s)/u.bytes, 10) + u.name
		}
	}
	return strconv.FormatInt(int64(s), 10) + "B"
}

func (s *size) Set(text string) error {
	digits, unit := text, int64(1)
	for _, u := range sizeUnits {
		if n, ok := cutSuffixFold(text, u.name); ok {
			digits, unit = n, u.bytes
			break
		}
		if n, ok := cutSuffixFold(text, u.name[:1]); ok {
			digits, unit = n, u.bytes
			break
		}
	}
	digits, _ = cutSuffixFold(digits, "B")
	n, err := strconv.ParseInt(strings.TrimSpace(digits), 10, 64)
	if err != nil || n <= 0 || n > (1<<40)/unit {
		return errors.New("want a size as in 16MiB, 500KiB or 1000000")
	}
	*s = size(n * unit)
	return nil
}

var sizeUnits = []struct {
	name  string
	bytes int64
}{{"GiB", 1 << 30}, {"MiB", 1 << 20}, {"KiB", 1 << 10}}

func cutSuffixFold(s, suffix string) (string, bool) {
	if n := len(s) - len(suffix); n >= 0 && strings.EqualFold(s[n:], suffix) {
		return s[:n], true
	}
	return s, false
}
