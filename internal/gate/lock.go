package gate

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"
)

// How long one waits for another program that is writing, and the age at
// which a lock is taken for one that a stopped program left behind: an edit is
// done in milliseconds. Variables for the tests.
var (
	lockWait  = 5 * time.Second
	lockStale = 30 * time.Second
)

// EditSuppressions reads a file of dismissed findings, changes it and writes
// it, as one step: two commands may do so at once and neither loses what the
// other wrote. A file that is not there is made. Where
// edit returns an error nothing is written.
func EditSuppressions(path string, edit func(*Suppressions) (*Suppressions, error)) (err error) {
	unlock, err := lock(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, unlock()) }()
	s, err := LoadSuppressions(path)
	if err != nil {
		return err
	}
	if s, err = edit(s); err != nil {
		return err
	}
	return WriteBytes(path, s.Bytes())
}

// lock makes a file beside path that only one program can make. Locks of the
// system itself (flock) were not taken: they differ between systems, and are
// not kept on every network drive.
func lock(path string) (unlock func() error, err error) {
	name := path + ".lock"
	for start := time.Now(); ; time.Sleep(10 * time.Millisecond) {
		f, err := os.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
		if err == nil {
			return func() error { return os.Remove(name) }, f.Close()
		}
		if !errors.Is(err, fs.ErrExist) {
			return nil, err
		}
		if info, err := os.Stat(name); err == nil && time.Since(info.ModTime()) > lockStale {
			os.Remove(name)
			continue
		}
		if time.Since(start) > lockWait {
			return nil, fmt.Errorf("%s: another program is writing; take %s away if none is", path, name)
		}
	}
}
