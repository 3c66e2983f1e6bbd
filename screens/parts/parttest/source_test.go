package parttest

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"yttra/screens/parts"
)

// Every colour that the source of the window names, on the ground the source
// names around it, is a pair of the table. What is only known when the window is
// drawn, HoldPairs sees.
func TestPairsInTheSource(t *testing.T) {
	tokens := tokenNames(t)
	seen := 0
	err := filepath.WalkDir("../..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		set := token.NewFileSet()
		f, err := parser.ParseFile(set, path, nil, 0)
		if err != nil {
			return err
		}
		r := reading{tokens: tokens, tell: func(at token.Pos, on, ground parts.Token) {
			t.Errorf("%s: %s on %q is not listed (see parttest/pairs.go)", set.Position(at), on, ground)
		}, seen: &seen}
		r.read(f, "")
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if seen < 150 {
		t.Errorf("only %d colours were found in the source: it is no longer read", seen)
	}
}

// tokenNames reads the names of the tokens out of their own file, so that a new
// one is known.
func tokenNames(t *testing.T) map[string]parts.Token {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), "../tokens.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]parts.Token{}
	ast.Inspect(f, func(n ast.Node) bool {
		if v, ok := n.(*ast.ValueSpec); ok && len(v.Names) == 1 && len(v.Values) == 1 {
			if lit, ok := v.Values[0].(*ast.BasicLit); ok {
				out[v.Names[0].Name] = parts.Token(strings.Trim(lit.Value, `"`))
			}
		}
		return true
	})
	if len(out) < 25 {
		t.Fatalf("only %d tokens found", len(out))
	}
	return out
}

// reading goes through a file with the ground the last call named.
type reading struct {
	tokens map[string]parts.Token
	tell   func(at token.Pos, on, ground parts.Token)
	seen   *int
}

// Where a call of the furniture names its ink and its ground: the index of the
// argument.
var (
	texts    = map[string]int{"Text": 2, "NewLabel": 2, "NewPara": 2, "Tag": 1}
	shapes   = map[string][2]int{"Icon": {2, 3}, "SetIcon": {2, 3}, "IconResource": {1, 2}}
	surfaces = map[string]int{"Fill": 0, "Box": 0, "Framed": 0}
)

func (r reading) read(n ast.Node, ground parts.Token) {
	ast.Inspect(n, func(k ast.Node) bool {
		call, ok := k.(*ast.CallExpr)
		if !ok || k == n {
			return true
		}
		r.call(call, ground)
		return false
	})
}

func (r reading) call(c *ast.CallExpr, ground parts.Token) {
	name := called(c)
	if i, ok := surfaces[name]; ok && len(c.Args) > i {
		if t, named := r.token(c.Args[i]); named && t != parts.Clear {
			ground = t
		} else if !named {
			ground = "" // decided when it is drawn
		}
	}
	if i, ok := texts[name]; ok && len(c.Args) > i {
		if ink, named := r.token(c.Args[i]); named {
			*r.seen++
			r.hold(c.Pos(), ink, ground, true)
		}
	}
	if i, ok := shapes[name]; ok && len(c.Args) > i[1] {
		ink, named := r.token(c.Args[i[0]])
		if behind, both := r.token(c.Args[i[1]]); named && both {
			*r.seen++
			r.hold(c.Pos(), ink, behind, false)
		}
	}
	for _, a := range append([]ast.Expr{c.Fun}, c.Args...) {
		if inner, ok := a.(*ast.CallExpr); ok {
			r.call(inner, ground)
			continue
		}
		r.read(a, ground)
	}
}

// hold looks a pair up; without a known ground the ink must lie on something.
func (r reading) hold(at token.Pos, ink, ground parts.Token, text bool) {
	if ground == "" {
		if !slices.ContainsFunc(Pairings(), func(p Pairing) bool { return p.On == ink }) {
			r.tell(at, ink, "anything")
		}
		return
	}
	if !Listed(ink, ground, text) {
		r.tell(at, ink, ground)
	}
}

func called(c *ast.CallExpr) string {
	switch f := c.Fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		return f.Sel.Name
	}
	return ""
}

func (r reading) token(e ast.Expr) (parts.Token, bool) {
	name := ""
	switch e := e.(type) {
	case *ast.Ident:
		name = e.Name
	case *ast.SelectorExpr:
		name = e.Sel.Name
	}
	t, ok := r.tokens[name]
	return t, ok
}
