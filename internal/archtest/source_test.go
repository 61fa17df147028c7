package archtest

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// selectors are the uses of the standard library that only some rooms may
// make: pkg.Name, or pkg.* for all of a package's names that begin so.
var selectors = []struct {
	uses string
	why  string
	// in lists the rooms where it is allowed all the same; programs are not
	// looked at. The gate's cache asks the clock when an entry was last used.
	in string
}{
	{"fmt.Print", "only cmd prints", ""},
	{"os.Stdout", "only cmd prints", ""},
	{"os.Stderr", "only cmd prints", ""},
	{"os.Exit", "only cmd exits", ""},
	{"log.Fatal", "only cmd exits", ""},
	{"log.Print", "only cmd prints", ""},
	{"time.Now", "the clock must not reach the output", "internal/review internal/gate"},
	{"time.Since", "the clock must not reach the output", "internal/review internal/gate"},
	{"rand.", "chance must not reach the output", "internal/review"},
}

func TestSource(t *testing.T) {
	for _, p := range packages(t) {
		program := p.Name == "main"
		for _, name := range p.GoFiles {
			fset := token.NewFileSet()
			f, err := parser.ParseFile(fset, filepath.Join(p.Dir, name), nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			imported := map[string]bool{}
			for _, im := range f.Imports {
				path := strings.Trim(im.Path.Value, `"`)
				imported[path[strings.LastIndexByte(path, '/')+1:]] = true
			}
			ast.Inspect(f, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.FuncDecl:
					if n.Recv == nil && n.Name.Name == "init" {
						t.Errorf("%s: a function init: nothing registers itself, a table in one place lists it", fset.Position(n.Pos()))
					}
				case *ast.SelectorExpr:
					x, ok := n.X.(*ast.Ident)
					if !ok || program || x.Obj != nil || !imported[x.Name] {
						return true
					}
					for _, s := range selectors {
						pkg, prefix, _ := strings.Cut(s.uses, ".")
						if x.Name == pkg && strings.HasPrefix(n.Sel.Name, prefix) && !allowed(s.in, p.room()) {
							t.Errorf("%s: %s.%s: %s", fset.Position(n.Pos()), x.Name, n.Sel.Name, s.why)
						}
					}
				}
				return true
			})
		}
	}
}

func allowed(rooms, room string) bool {
	return slices.ContainsFunc(strings.Fields(rooms), func(r string) bool { return fits(r+"/...", room) })
}
