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
func (b *build) writeChecksums() error {
	var list strings.Builder
	list.WriteString("# SHA-256 of the models, of the treebanks and word lists they were learned from, and of the\n" +
		"# code that made them (without comments). Written by internal/nlp/train; do not edit.\n")
	line := func(kind, name string, data []byte) {
		fmt.Fprintf(&list, "%s %s %x\n", kind, name, sha256.Sum256(data))
	}
	for _, name := range []string{"greedy.model", "vote.model"} {
		data, err := os.ReadFile(filepath.Join(b.out, name))
		if os.IsNotExist(err) {
			continue
		}
		if err != nil {
			return err
		}
		line("model", name, data)
	}
	for _, name := range append(append([]string(nil), trainingSets...), developmentSet) {
		data, err := os.ReadFile(filepath.Join(b.treebanks, name))
		if err != nil {
			return err
		}
		line("treebank", name, data)
	}
	for _, name := range [...]string{supplement, patternsFile} {
		data, err := os.ReadFile(filepath.Join(supplementFolder, name))
		if err != nil {
			return err
		}
		line("supplement", name, data)
	}
	for _, name := range wordnetFiles {
		data, err := os.ReadFile(filepath.Join(b.wordnet, name))
		if err != nil {
			return err
		}
		line("wordnet", name, data)
	}
	for _, name := range provenance.Packages {
		sum, err := provenance.Code(filepath.Join("internal/nlp", name))
		if err != nil {
			return err
		}
		fmt.Fprintf(&list, "code %s %s\n", name, sum)
	}
	return os.WriteFile(filepath.Join(b.out, "CHECKSUMS"), []byte(list.String()), 0o644)
}
