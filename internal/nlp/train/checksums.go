package main

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/factdiff/factdiff/internal/nlp/provenance"
)

// writeChecksums records what the models are and what they were made from.
func writeChecksums(dir string) error {
	var b strings.Builder
	b.WriteString("# SHA-256 of the models, of the treebanks they were learned from, and of the code that\n" +
		"# made them (without comments). Written by internal/nlp/train; do not edit.\n")
	line := func(kind, name string, data []byte) {
		fmt.Fprintf(&b, "%s %s %x\n", kind, name, sha256.Sum256(data))
	}
	for _, name := range []string{"greedy.model", "vote.model"} {
		data, err := os.ReadFile(filepath.Join(modelDir, name))
		if os.IsNotExist(err) {
			continue
		}
		if err != nil {
			return err
		}
		line("model", name, data)
	}
	for _, name := range append(append([]string(nil), trainingSets...), developmentSet) {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			return err
		}
		line("treebank", name, data)
	}
	for _, name := range provenance.Packages {
		sum, err := provenance.Code(filepath.Join("internal/nlp", name))
		if err != nil {
			return err
		}
		fmt.Fprintf(&b, "code %s %s\n", name, sum)
	}
	return os.WriteFile(filepath.Join(modelDir, "CHECKSUMS"), []byte(b.String()), 0o644)
}
