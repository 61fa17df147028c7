package gate

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// TestEditTogether has several programs dismiss at once: none loses another's.
func TestEditTogether(t *testing.T) {
	path := filepath.Join(t.TempDir(), SuppressionsName)
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			for j := range 5 {
				err := EditSuppressions(path, func(s *Suppressions) (*Suppressions, error) {
					return s.Dismiss(Suppression{Fingerprint: fmt.Sprintf("v1:%08x", i*5+j), Reason: "fixed", Author: "Ж", Date: "2022-01-10"})
				})
				if err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	s, err := LoadSuppressions(path)
	if err != nil || len(s.Entries) != 40 {
		t.Errorf("%d entries, %v", len(s.Entries), err)
	}
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(entries) != 1 {
		t.Errorf("left behind: %v", entries)
	}
}

func TestEditErrors(t *testing.T) {
	path := filepath.Join(t.TempDir(), SuppressionsName)
	boom := errors.New("boom")
	if err := EditSuppressions(path, func(*Suppressions) (*Suppressions, error) { return nil, boom }); !errors.Is(err, boom) {
		t.Errorf("got %v", err)
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("written in spite of the error")
	}
	put(t, path+".lock", "")
	defer func(d time.Duration) { lockWait = d }(lockWait)
	lockWait = 20 * time.Millisecond
	same := func(s *Suppressions) (*Suppressions, error) { return s, nil }
	if err := EditSuppressions(path, same); err == nil || !strings.Contains(err.Error(), "another program is writing") {
		t.Errorf("locked: got %v", err)
	}
	old := time.Now().Add(-time.Hour)
	if err := os.Chtimes(path+".lock", old, old); err != nil {
		t.Fatal(err)
	}
	if err := EditSuppressions(path, same); err != nil {
		t.Errorf("a lock left behind: got %v", err)
	}
}
