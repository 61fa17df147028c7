package compare

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"github.com/factdiff/factdiff/internal/text"
)

// Fingerprint returns the identity of a finding among the statements that its
// readings stand in: the same for the same check, values and statements,
// whatever the file, line, order or run. occurrence counts the findings of
// the event that are the same in all of these and come before f, from 0.
func Fingerprint(f *Finding, statements []string, occurrence int) string {
	values := make([]string, len(f.Readings))
	for i, r := range f.Readings {
		values[i] = r.Value
	}
	return fingerprint(f.Check, values, statements, occurrence)
}

// fingerprint identifies a finding by what it is made of. Neither path, line
// nor order goes in, so that an edit elsewhere keeps it and a renamed file too;
// the evidence does, so that a dismissed finding comes back when its evidence
// changes. Typography, case and the width of spaces are no evidence; nor is
// how often a thing is said, as copies of one text come and go.
//
// The version stands in front. It changes with anything here that gives
// another result for the same finding, as every dismissal and baseline out
// there is void by then.
func fingerprint(check string, values, statements []string, occurrence int) string {
	h := sha256.New()
	part := func(kind string, list []string) {
		folded := make([]string, len(list))
		for i, s := range list {
			folded[i] = strings.Join(strings.Fields(text.Normalise(s).Text), " ")
		}
		slices.Sort(folded)
		for _, s := range slices.Compact(folded) {
			// The length keeps two short parts apart from one long one.
			h.Write([]byte(kind + strconv.Itoa(len(s)) + ":" + s + "\n"))
		}
	}
	h.Write([]byte(check + "\n"))
	part("v", values)
	part("s", statements)
	h.Write([]byte(strconv.Itoa(occurrence)))
	return "v1:" + hex.EncodeToString(h.Sum(nil)[:12])
}
