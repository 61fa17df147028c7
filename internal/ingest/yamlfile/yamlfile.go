// Package yamlfile reads the small YAML files that people write by hand for
// factdiff: the manifest of an event, the configuration, the suppressions.
//
// A mistake in one of them must never pass in silence (a misspelt "severity"
// that does nothing) and must be found without counting lines. So reading is
// strict, every error says file, line and column and shows the line with a
// caret, and a value that YAML takes but the program does not can be reported
// in the same way: [File.Errorf] finds the place by the value's path.
//
// Such a file has no use for anchors, aliases, tags and second documents.
// They are refused, and with them the documents that unfold to gigabytes.
package yamlfile

import (
	"errors"
	"fmt"
	"regexp"
	"strings"

	"github.com/agnivade/levenshtein"
	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"github.com/factdiff/factdiff/internal/text"
)

// MaxSize is the size above which a file is refused.
const MaxSize = 1 << 20

// maxDepth bounds how deep brackets and dashes may nest: the parser recurses.
const maxDepth = 64

// Error is a mistake in a YAML file.
type Error struct {
	Path         string
	Line, Column int // from 1; both 0 where the file as a whole is meant
	Msg          string
	Hint         string // what to do, or empty
	Excerpt      string // the lines around, with a caret, or empty
}

// Error gives the place, the message and the hint on one line, and the
// excerpt on those that follow.
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(e.Path)
	if e.Line > 0 {
		fmt.Fprintf(&b, ":%d:%d", e.Line, e.Column)
	}
	b.WriteString(": " + e.Msg)
	if e.Hint != "" {
		b.WriteString("; " + e.Hint)
	}
	if e.Excerpt != "" {
		b.WriteString("\n" + e.Excerpt)
	}
	return b.String()
}

// File is a YAML file that has been read, kept to find places in it.
type File struct {
	Path string
	root ast.Node // nil for an empty file
}

// Decode reads data, the content of the file of the given path, into v, a
// pointer to a struct with yaml tags. A key that v does not have, a key given
// twice and a value of another type are errors, of type *[Error]. keys lists
// the known keys, from which the hint for an unknown one is taken.
func Decode(path string, data []byte, v any, keys ...string) (f *File, err error) {
	// The parser is known to panic on some broken input.
	defer func() {
		if r := recover(); r != nil {
			f, err = nil, &Error{Path: path, Msg: "this is not YAML that can be read"}
		}
	}()
	if len(data) > MaxSize {
		return nil, &Error{Path: path, Msg: fmt.Sprintf("larger than %d KiB", MaxSize>>10), Hint: "such a file holds settings, not reports"}
	}
	if err := text.ValidUTF8(data); err != nil {
		bad := err.(*text.UTF8Error)
		return nil, &Error{Path: path, Line: bad.Line, Column: bad.Column, Msg: "not UTF-8", Hint: "save the file as UTF-8"}
	}
	data = []byte(strings.TrimPrefix(string(data), "\ufeff"))
	if line := deep(data); line > 0 {
		return nil, &Error{Path: path, Line: line, Column: 1, Msg: "nested too deep"}
	}
	tree, err := parser.ParseBytes(data, 0)
	if err != nil {
		return nil, wrap(path, err, keys)
	}
	f = &File{Path: path}
	for _, doc := range tree.Docs {
		if doc.Body == nil || doc.Body.Type() == ast.CommentType {
			continue
		}
		if f.root != nil {
			return nil, tokenError(path, "a second document begins here", "keep everything in one", doc.Body.GetToken())
		}
		f.root = doc.Body
	}
	if f.root == nil || f.root.Type() == ast.NullType {
		f.root = nil
		return f, nil
	}
	var odd oddities
	ast.Walk(&odd, f.root)
	if odd.node != nil {
		return nil, tokenError(path, odd.msg, odd.hint, odd.node.GetToken())
	}
	if err := yaml.NodeToValue(f.root, v, yaml.Strict()); err != nil {
		return nil, wrap(path, err, keys)
	}
	return f, nil
}

// Errorf returns an *[Error] for the value at a path: keys are strings,
// positions in a list ints. Where the path ends early the nearest value above
// it is shown. Of a key's value, the value is shown.
func (f *File) Errorf(at []any, hint, format string, args ...any) error {
	msg := fmt.Sprintf(format, args...)
	node, _ := f.find(at)
	if node == nil {
		return &Error{Path: f.Path, Msg: msg, Hint: hint}
	}
	return tokenError(f.Path, msg, hint, node.GetToken())
}

// Line returns the line of the value at a path, or 0 where it is not set.
func (f *File) Line(at ...any) int {
	node, whole := f.find(at)
	if node == nil || !whole {
		return 0
	}
	return node.GetToken().Position.Line
}

// find returns the node at a path or the last one on the way to it, and
// reports whether the whole path was there.
func (f *File) find(at []any) (ast.Node, bool) {
	node := f.root
	for _, step := range at {
		var next ast.Node
		switch n := node.(type) {
		case *ast.MappingNode:
			for _, v := range n.Values {
				if is(v, step) {
					next = v.Value
				}
			}
		case *ast.MappingValueNode:
			if is(n, step) {
				next = n.Value
			}
		case *ast.SequenceNode:
			if i, ok := step.(int); ok && i < len(n.Values) {
				next = n.Values[i]
			}
		}
		if next == nil {
			return node, false
		}
		node = next
	}
	return node, node != nil
}

func is(v *ast.MappingValueNode, key any) bool {
	s, ok := key.(string)
	return ok && v.Key.GetToken().Value == s
}

// oddities finds the first thing that such a file has no use for: an anchor,
// alias or tag, or a key that is no word, which the library's strictness does
// not see.
type oddities struct {
	node      ast.Node
	msg, hint string
}

func (o *oddities) Visit(n ast.Node) ast.Visitor {
	if o.node != nil {
		return nil
	}
	switch n := n.(type) {
	case *ast.AnchorNode, *ast.AliasNode, *ast.TagNode, *ast.MergeKeyNode:
		o.node, o.msg, o.hint = n, "anchors, aliases and tags are not supported", "write the value out"
		return nil
	case *ast.MappingValueNode:
		if _, ok := n.Key.(*ast.StringNode); !ok && n.Key.Type() != ast.MergeKeyType {
			o.node, o.msg, o.hint = n.Key, "a key that is no word", "write it in quotes if it is meant"
			return nil
		}
	}
	return o
}

// deep returns the line at which nesting passes the bound, or 0. It counts
// brackets wherever they stand, also in strings, where more open than close
// only in texts that are no settings.
func deep(data []byte) int {
	depth, line, lead, start := 0, 1, 0, true
	for i, c := range data {
		switch c {
		case '\n':
			line, lead, start = line+1, 0, true
		case '[', '{':
			depth++
		case ']', '}':
			depth = max(depth-1, 0)
		case '-', '?', ':', ' ', '\t':
			if start && c != ' ' && c != '\t' && i+1 < len(data) && (data[i+1] == ' ' || data[i+1] == '\t') {
				lead++
			}
		default:
			start = false
		}
		if depth > maxDepth || lead > maxDepth {
			return line
		}
	}
	return 0
}

var unknownField = regexp.MustCompile(`^unknown field "(.*)"$`)
var wrongNode = regexp.MustCompile(`^(\S+) was used where (\S+) is expected$`)
var wrongType = regexp.MustCompile(`^cannot unmarshal (.+) into Go (?:struct field \S+ of type|value of type) (\S+)$`)

// wrap turns an error of the YAML library into ours: the same place, in words
// that do not name Go types.
func wrap(path string, err error, keys []string) error {
	var ye yaml.Error
	if !errors.As(err, &ye) || ye.GetToken() == nil {
		return &Error{Path: path, Msg: strings.TrimSpace(firstLine(err.Error()))}
	}
	msg, hint := ye.GetMessage(), ""
	if m := unknownField.FindStringSubmatch(msg); m != nil {
		msg, hint = fmt.Sprintf("unknown key %q", m[1]), Suggest(m[1], keys)
	} else if m := wrongNode.FindStringSubmatch(msg); m != nil {
		msg = fmt.Sprintf("%s where %s is expected", article(m[1]), article(m[2]))
	} else if m := wrongType.FindStringSubmatch(msg); m != nil {
		msg = fmt.Sprintf("%s where %s is expected", article(m[1]), article(m[2]))
	}
	return tokenError(path, msg, hint, ye.GetToken())
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}

// article names a type of Go or of the YAML library as a writer of YAML knows it.
func article(typ string) string {
	typ = strings.TrimLeft(typ, "*")
	switch {
	case typ == "string":
		return "a text"
	case strings.HasPrefix(typ, "int"), strings.HasPrefix(typ, "uint"):
		return "a whole number"
	case strings.HasPrefix(typ, "float"):
		return "a number"
	case typ == "bool":
		return "true or false"
	case typ == "sequence", strings.HasPrefix(typ, "[]"):
		return "a list"
	case typ == "mapping", strings.HasPrefix(typ, "map["), strings.Contains(typ, "."):
		return "a list of keys with values"
	case typ == "null":
		return "nothing"
	}
	return "another kind of value (" + typ + ")"
}

// Suggest returns a hint that names the key nearest to an unknown one, or
// lists all of them where none is near.
func Suggest(unknown string, keys []string) string {
	best, at := max(2, len(unknown)/3)+1, ""
	for _, k := range keys {
		if d := levenshtein.ComputeDistance(strings.ToLower(unknown), k); d < best {
			best, at = d, k
		}
	}
	switch {
	case at != "":
		return fmt.Sprintf("did you mean %q?", at)
	case len(keys) > 0:
		return "known are " + strings.Join(keys, ", ")
	}
	return ""
}

func tokenError(path, msg, hint string, tok *token.Token) error {
	e := &Error{Path: path, Msg: msg, Hint: hint}
	if tok == nil || tok.Position == nil {
		return e
	}
	e.Line, e.Column = tok.Position.Line, tok.Position.Column
	// The library's form is a line with the message, which we have, and the
	// excerpt.
	if _, excerpt, ok := strings.Cut(yaml.FormatErrorWithToken("", tok, false, true), "\n"); ok {
		e.Excerpt = strings.TrimRight(excerpt, "\n ")
	}
	return e
}
