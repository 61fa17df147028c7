package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"factdiff": main,
		"lines":    linesMain,
		"json":     jsonMain,
	})
}

// TestScripts runs the scripts of testdata/script: every command, and every
// bad input that a user may come with.
func TestScripts(t *testing.T) {
	t.Parallel()
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(e *testscript.Env) error {
			e.Vars = append(e.Vars, "NO_COLOR=", "GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_SYSTEM=/dev/null")
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"fingerprint": fingerprint,
		},
		UpdateScripts:      os.Getenv("UPDATE_SCRIPTS") != "",
		RequireUniqueNames: true,
	})
}

// fingerprint sets FINGERPRINT to the id of the first finding in a file of
// JSON, and PREFIX to its beginning.
func fingerprint(ts *testscript.TestScript, neg bool, args []string) {
	var r struct{ Findings []struct{ ID string } }
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[0])), &r))
	if len(r.Findings) == 0 {
		ts.Fatalf("no finding in %s", args[0])
	}
	ts.Setenv("FINGERPRINT", r.Findings[0].ID)
	ts.Setenv("PREFIX", r.Findings[0].ID[:len("v1:01234567")])
}

// linesMain says of each result of the batch protocol how it ended.
func linesMain() {
	f, err := os.Open(os.Args[1])
	if err != nil {
		panic(err)
	}
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		r := struct {
			ID, Error string
			Findings  []any
		}{ID: "?"}
		if err := json.Unmarshal(in.Bytes(), &r); err != nil {
			panic(err)
		}
		switch {
		case r.Error != "":
			fmt.Printf("%s: %s\n", r.ID, r.Error)
		case len(r.Findings) == 1:
			fmt.Printf("%s: 1 finding\n", r.ID)
		default:
			fmt.Printf("%s: %d findings\n", r.ID, len(r.Findings))
		}
	}
}

// jsonMain fails on what is no JSON.
func jsonMain() {
	data, err := os.ReadFile(os.Args[1])
	if err != nil || !json.Valid(data) {
		fmt.Fprintln(os.Stderr, os.Args[1], "is no JSON", err)
		os.Exit(1)
	}
}

// program runs the program in this process.
func program(t testing.TB, stdin string, args ...string) (status int, stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	status = run(context.Background(), strings.NewReader(stdin), &out, &errs, args)
	return status, out.String(), errs.String()
}
