package archtest

import (
	"bytes"
	"encoding/json"
	"io"
	"os/exec"
	"strings"
	"sync"
	"testing"
)

const module = "github.com/factdiff/factdiff"

// listed is what the go command says of a package.
type listed struct {
	ImportPath, Dir, Name string
	Imports               []string
	GoFiles               []string
	Module                *struct{ Path, Version, Dir string }
	Standard              bool
}

// room is the path of a package in the module, "." for its root.
func (p *listed) room() string {
	if p.ImportPath == module {
		return "."
	}
	return strings.TrimPrefix(p.ImportPath, module+"/")
}

// ours lists the imports from this module, as rooms.
func (p *listed) ours() []string {
	var out []string
	for _, path := range p.Imports {
		if path == module || strings.HasPrefix(path, module+"/") {
			out = append(out, (&listed{ImportPath: path}).room())
		}
	}
	return out
}

func list(t *testing.T, args ...string) []*listed {
	t.Helper()
	cmd := exec.Command("go", append([]string{"list", "-json=ImportPath,Dir,Name,Imports,GoFiles,Module,Standard"}, args...)...)
	cmd.Dir = "../.."
	var errs bytes.Buffer
	cmd.Stderr = &errs
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, errs.Bytes())
	}
	var ps []*listed
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		p := new(listed)
		if err := d.Decode(p); err == io.EOF {
			return ps
		} else if err != nil {
			t.Fatal(err)
		}
		ps = append(ps, p)
	}
}

var (
	houseOnce sync.Once
	house     []*listed
)

// packages lists the packages of the module, without their tests.
func packages(t *testing.T) []*listed {
	t.Helper()
	houseOnce.Do(func() { house = list(t, "./...") })
	return house
}
