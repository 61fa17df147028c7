package archtest

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"
)

// selectors are the uses of the standard library that only some rooms may
// make: pkg.Name, or pkg.* for all of a package's names that begin so.
var selectors = []struct {
	uses string
	why  string
	// in says where it is allowed; every room under cmd, and every tool that
	// is a program of its own, is.
	in string
}{
	{"fmt.Print", "only cmd prints", ""},
	{"os.Stdout", "only cmd prints", ""},
	{"os.Stderr", "only cmd prints", ""},
	{"os.Exit", "only cmd exits", ""},
	{"log.Fatal", "only cmd exits", ""},
	{"log.Print", "only cmd prints", ""},
	{"time.Now", "the clock must not reach the output", "internal/review"},
	{"time.Since", "the clock must not reach the output", "internal/review"},
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
						if x.Name == pkg && strings.HasPrefix(n.Sel.Name, prefix) && (s.in == "" || !fits(s.in+"/...", p.room())) {
							t.Errorf("%s: %s.%s: %s", fset.Position(n.Pos()), x.Name, n.Sel.Name, s.why)
						}
					}
				}
				return true
			})
		}
	}
}
