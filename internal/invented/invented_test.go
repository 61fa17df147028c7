package invented_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/factdiff/factdiff/internal/invented"
)

const dir = "../../cmd/factdiff/testdata/invented"

// TestQuotes asks of every event, read or not, that the words of its readings stand in their
// reports: a label that points nowhere is found by nothing.
func TestQuotes(t *testing.T) {
	sets := map[string][]*invented.Event{}
	for _, d := range []string{dir, dir + "/figures"} {
		events, err := invented.Events(d)
		if err != nil {
			t.Fatal(err)
		}
		sets[d] = events
	}
	for _, s := range invented.Subjects {
		events, err := invented.Accounts(dir, s)
		if err != nil {
			t.Fatal(err)
		}
		sets[s] = events
	}
	for set, events := range sets {
		kept := 0
		for _, e := range events {
			if e.Unread {
				kept++
			}
			for _, d := range e.Differences {
				for _, r := range d.Readings {
					if !e.Told(r, r.Witness, 0, 1<<30) {
						t.Errorf("%s, %s: report %s does not have the words of the difference %q", set, e.Name, r.Witness, d.ID)
					}
				}
			}
		}
		if whole := strings.HasPrefix(set, "unread"); whole != (kept == len(events)) {
			t.Errorf("%s: %d of %d are kept", set, kept, len(events))
		}
		if set == dir && kept != 12 || strings.HasSuffix(set, "figures") && kept != len(events)/2 {
			t.Errorf("%s: %d of %d are kept", set, kept, len(events))
		}
	}
}

// TestSubjects holds the list of accounts to the files that there are.
func TestSubjects(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(dir, "accounts", "*.jsonl"))
	if err != nil || len(files) != len(invented.Subjects) {
		t.Errorf("%d files of accounts, %d listed: %v", len(files), len(invented.Subjects), err)
	}
}

// TestErrors names the file and line of what cannot be read.
func TestErrors(t *testing.T) {
	bad := t.TempDir()
	if _, err := invented.Events(bad); err == nil {
		t.Error("an empty folder has events")
	}
	if err := os.Mkdir(filepath.Join(bad, "accounts"), 0o755); err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string]string{"accounts/war.jsonl": "{}\n{", "x01.json": "["} {
		if err := os.WriteFile(filepath.Join(bad, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := invented.Accounts(bad, "war"); err == nil || !strings.Contains(err.Error(), "war.jsonl:2: ") {
		t.Errorf("%v names no line", err)
	}
	if _, err := invented.Events(bad); err == nil || !strings.Contains(err.Error(), "x01.json: ") {
		t.Errorf("%v names no file", err)
	}
}
