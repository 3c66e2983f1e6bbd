// Package readingtest makes files of plain papers for the tests of the rooms that read
// files: it lays a text out as people do (one column or two, letterheads, page numbers,
// lists, footnotes, words broken at line ends), has LibreOffice turn it into PDF, Word
// and OpenDocument, and measures what a reader got out of it, word by word.
//
// It is for tests only. Without LibreOffice a test is skipped by name, unless
// YTTRA_DEMAND_OFFICE is set.
package readingtest

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// Motion is one of the invented motions, and what should be found in it, in the form
// that app/intake's tests describe.
type Motion struct{ Name, Paper, Want string }

// Motions gives the invented motions in the order of their names.
func Motions(t testing.TB) []Motion {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(root(t), "app", "intake", "testdata", "motions", "*.txtar"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no motions: %v", err)
	}
	slices.Sort(files)
	var out []Motion
	for _, f := range files {
		a, err := txtar.ParseFile(f)
		if err != nil || len(a.Files) != 2 {
			t.Fatalf("%s: %v", f, err)
		}
		paper := strings.TrimSuffix(strings.ReplaceAll(string(a.Files[0].Data), "¤FF¤", "\f"), "\n")
		out = append(out, Motion{strings.TrimSuffix(filepath.Base(f), ".txtar"), paper, string(a.Files[1].Data)})
	}
	return out
}

// Sources gives the real papers that lie beside the repository, by their number
// ("000" …). They are no part of it: without the folder the test is skipped, unless
// YTTRA_DEMAND_SHARED is set.
func Sources(t testing.TB) map[string]string {
	t.Helper()
	files, _ := filepath.Glob(filepath.Join(root(t), "..", "shared", "sources", "*.txt"))
	if len(files) == 0 {
		if os.Getenv("YTTRA_DEMAND_SHARED") != "" {
			t.Fatal("../shared/sources is absent")
		}
		t.Skip("sources: ../shared is absent")
	}
	out := map[string]string{}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		out[filepath.Base(f)[:3]] = string(data)
	}
	return out
}

// root is the folder of the repository.
func root(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for ; dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
	}
	t.Fatal("the repository is not found")
	return ""
}
