package archtest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// licences are those that may be in the binary, each told by words that no
// other has. The order matters where one licence quotes another.
var licences = []struct{ name, words string }{
	{"Apache-2.0", "Apache License"},
	{"MIT", "Permission is hereby granted, free of charge, to any person obtaining"},
	{"BSD", "Redistribution and use in source and binary forms, with or without modification"},
	{"ISC", "Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee"},
	{"ISC", "Permission to use, copy, modify, and distribute this software for any purpose with or without fee"},
	{"Unlicense", "This is free and unencumbered software released into the public domain"},
}

// refused are words of licences that bind a program that links the work.
var refused = []string{"GNU GENERAL PUBLIC LICENSE", "GNU AFFERO", "GNU LESSER", "Mozilla Public License", "Server Side Public License", "Business Source License"}

// Every module that the program links must be under a licence of the list.
// What only tests use may have others.
func TestLicences(t *testing.T) {
	seen := map[string]bool{}
	for _, p := range list(t, "-deps", "./cmd/factdiff") {
		m := p.Module
		if m == nil || m.Path == module || seen[m.Path] {
			continue
		}
		seen[m.Path] = true
		name, err := licence(m.Dir)
		if err != nil {
			t.Errorf("%s %s: %v", m.Path, m.Version, err)
			continue
		}
		if name == "" {
			t.Errorf("%s %s: its licence is not one of the list", m.Path, m.Version)
		}
		notice, err := os.ReadFile("../../NOTICE")
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(notice), m.Path+" ") {
			t.Errorf("%s (%s) is linked and not in NOTICE", m.Path, name)
		}
	}
	if len(seen) == 0 {
		t.Error("no module was found: the test looks at nothing")
	}
}

// licence names the licence in a folder, or "" for one that may not be
// linked.
func licence(dir string) (string, error) {
	for _, pattern := range []string{"LICENSE*", "LICENCE*", "COPYING*", "UNLICENSE*", "License*"} {
		files, err := filepath.Glob(filepath.Join(dir, pattern))
		if err != nil {
			return "", err
		}
		for _, f := range files {
			data, err := os.ReadFile(f)
			if err != nil {
				return "", err
			}
			text := strings.Join(strings.Fields(string(data)), " ")
			for _, r := range refused {
				if strings.Contains(text, r) {
					return "", nil
				}
			}
			for _, l := range licences {
				if strings.Contains(text, l.words) {
					return l.name, nil
				}
			}
		}
	}
	return "", nil
}
