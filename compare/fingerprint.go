package compare

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"github.com/factdiff/factdiff/internal/text"
)

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
