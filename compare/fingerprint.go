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

func fingerprint(check string, values, statements []string, occurrence int) string {
	all := func(list []string) []string {
		out := make([]string, len(list))
		for i, s := range list {
			out[i] = evidence(s)
		}
		return out
	}
	return identity(check, all(values), all(statements), occurrence)
}

// evidence is what of a value or statement goes into a fingerprint:
// typography, case and the width of spaces do not.
func evidence(s string) string { return strings.Join(strings.Fields(text.Normalise(s).Text), " ") }

// identity is the fingerprint of a finding: what it is made of, each part of the
// evidence as evidence returns it. Neither path, line
// nor order goes in, so that an edit elsewhere keeps it and a renamed file too;
// the evidence does, so that a dismissed finding comes back when its evidence
// changes. How often a thing is said is no evidence, as copies of one text come
// and go.
//
// The version stands in front. It changes with anything here that gives
// another result for the same finding, as every dismissal and baseline out
// there is void by then.
func identity(check string, values, statements []string, occurrence int) string {
	h := sha256.New()
	part := func(kind string, list []string) {
		for _, s := range slices.Compact(slices.Sorted(slices.Values(list))) {
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
