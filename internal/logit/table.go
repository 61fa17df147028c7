package logit

import (
	"fmt"
	"strconv"
	"strings"
)

// FormatTable writes weights as the program carries them: a line that says what they are,
// then one for each feature, its name and its weight.
func FormatTable(what string, names []string, w []float64) string {
	var b strings.Builder
	b.WriteString("# " + what + "\n")
	for i, name := range names {
		fmt.Fprintf(&b, "%s\t%.4f\n", name, w[i])
	}
	return b.String()
}

// ParseTable reads what FormatTable wrote. It fails where the features are not those
// named, in that order.
func ParseTable(text string, names []string) ([]float64, error) {
	w, n := make([]float64, len(names)), 0
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		name, value, _ := strings.Cut(strings.TrimSpace(line), "\t")
		if n == len(w) || name != names[n] {
			return nil, fmt.Errorf("no feature %q in line %d", name, n+1)
		}
		v, err := strconv.ParseFloat(value, 64)
		if err != nil {
			return nil, err
		}
		w[n] = v
		n++
	}
	if n != len(w) {
		return nil, fmt.Errorf("%d weights, want %d", n, len(w))
	}
	return Quantise(w), nil
}
