package invented

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// unread are the events that are kept, but for those of figures alone.
var unread = []string{"a10", "a11", "a12", "c09", "c10", "d06", "d07", "d08", "e05", "e06", "e07", "e08"}

// kept reports whether an event is: of those of figures, f01 and so on, the odd ones are.
func kept(name string) bool {
	if n, ok := strings.CutPrefix(name, "f"); ok {
		k, err := strconv.Atoi(n)
		return err != nil || k%2 == 1
	}
	return slices.Contains(unread, name)
}

// Events reads the events of a folder, in order of the names of their files; none is an error.
func Events(dir string) ([]*Event, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.json"))
	if err == nil && len(files) == 0 {
		err = fmt.Errorf("%s: no invented events", dir)
	}
	if err != nil {
		return nil, err
	}
	var out []*Event
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		e := &Event{Name: strings.TrimSuffix(filepath.Base(name), ".json")}
		if err := json.Unmarshal(data, e); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		e.Unread = kept(e.Name)
		out = append(out, e)
	}
	return out, nil
}
