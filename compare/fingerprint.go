package compare

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"github.com/factdiff/factdiff/internal/text"
)

// fingerprint identifies a finding by what it is made of: the check, the
// normalised values and the normalised statements, and how many with the same
// parts came before it in the event. No path, line or order goes in, so that
// an edit elsewhere keeps it; the evidence does, so that a dismissed finding
// whose evidence changes comes back. The version stands in front.
func fingerprint(check string, values, statements []string, occurrence int) string {
	h := sha256.New()
	part := func(kind string, list []string) {
		folded := make([]string, len(list))
		for i, s := range list {
			folded[i] = strings.Join(strings.Fields(text.Normalise(s).Text), " ")
		}
		slices.Sort(folded)
		for _, s := range folded {
			h.Write([]byte(kind + strconv.Itoa(len(s)) + ":" + s + "\n"))
		}
	}
	h.Write([]byte(check + "\n"))
	part("v", values)
	part("s", statements)
	h.Write([]byte(strconv.Itoa(occurrence)))
	return "v1:" + hex.EncodeToString(h.Sum(nil)[:12])
}
