package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The walls of the house: which room may know which. Arrows run down only.
// Change a row here and in the README's tour together, or not at all.

// floors gives each room the floor it stands on; a room imports only rooms on
// lower floors. The longest matching prefix counts.
var floors = map[string]int{
	"yttra": 8,

	"yttra/screens": 7,

	"yttra/screens/matters": 6, "yttra/screens/draft": 6, "yttra/screens/assess": 6,
	"yttra/screens/costs": 6, "yttra/screens/paper": 6, "yttra/screens/settings": 6,
	"yttra/screens/help": 6, "yttra/screens/versions": 6, "yttra/screens/facts": 6, "yttra/screens/transfer": 6, "yttra/screens/trail": 6,
	"yttra/screens/originals": 6, "yttra/screens/cli": 6, "yttra/screens/arrivals": 6, "yttra/screens/backups": 6, "yttra/screens/parts/parttest": 6,

	"yttra/app/desk": 5, "yttra/app/incoming": 5, "yttra/reports": 5,

	"yttra/app/check": 4, "yttra/app/economy": 4, "yttra/app/intake": 4, "yttra/app/sheet": 4, "yttra/app/webcopy": 4, "yttra/app/store": 4, "yttra/app/archive": 4, "yttra/app/audit": 4, "yttra/reports/estimate": 4, "yttra/reports/word": 4,
	"yttra/screens/parts": 4,

	"yttra/app/packs": 3, "yttra/app/language": 3, "yttra/app/figures": 3, "yttra/app/store/backup": 3,
	"yttra/app/sample": 3, "yttra/app/search": 3, "yttra/app/compare": 3, "yttra/app/privacy": 3,
	"yttra/reports/pdf": 3, "yttra/reports/raster": 3, "yttra/app/reading/office": 3, "yttra/app/reading/letter": 3, "yttra/app/reading/pdf": 3, "yttra/app/reading/ocr": 3, "yttra/app/reading/readingtest": 3,

	"yttra/app/reading": 2, "yttra/app/unzip": 2, "yttra/app/markup": 2, "yttra/app/disk": 2, "yttra/app/spelling": 2, "yttra/app/cost": 2, "yttra/app/locks": 2, "yttra/app/store/seal": 2, "yttra/reports/fonts": 2, "yttra/reports/printing": 2,

	"yttra/app": 1, "yttra/app/apart": 1, "yttra/i18n": 1, "yttra/app/store/journal": 1, "yttra/reports/layout": 1, "yttra/reports/tagging": 1,
}

// never lists what a room must not know although the floors would let it.
var never = map[string][]string{
	"yttra/app/check":        {"yttra/app/store"},
	"yttra/app/language":     {"yttra/app/packs"},
	"yttra/app/intake":       {"yttra/app/store", "yttra/app/reading/pdf", "yttra/app/reading/office", "yttra/app/reading/letter"},
	"yttra/app/incoming":     {"yttra/app/store"},
	"yttra/app/search":       {"yttra/app/store"},
	"yttra/app/sheet":        {"yttra/app/packs", "yttra/app/store"},
	"yttra/app/archive":      {"yttra/app/store"},
	"yttra/app/webcopy":      {"yttra/app/packs", "yttra/app/store"},
	"yttra/app/privacy":      {"yttra/app/markup"},
	"yttra/app/desk":         {"yttra/reports", "yttra/app/store", "yttra/i18n"},
	"yttra/reports":          {"yttra/app/check", "yttra/app/store"},
	"yttra/reports/estimate": {"yttra/app/check", "yttra/app/intake", "yttra/app/store"},
	"yttra/reports/pdf":      {"yttra/app"},
	"yttra/reports/word":     {"yttra/app"},
	"yttra/screens/parts": {"yttra/app/packs", "yttra/app/cost", "yttra/app/store", "yttra/app/language", "yttra/app/figures",
		"yttra/app/search", "yttra/app/compare", "yttra/app/privacy", "yttra/app/sample", "yttra/reports/pdf"},
	"yttra/screens":         {"yttra/app/store"},
	"yttra/screens/matters": {"yttra/app/store"},
	"yttra/screens/draft":   {"yttra/app/store"},
	"yttra/screens/facts":   {"yttra/app/store"},
}

// homes gives each foreign module the only rooms that may import it.
var homes = map[string][]string{
	"fyne.io/fyne/v2":                  {"yttra", "yttra/screens", "yttra/screens/*", "!yttra/screens/cli"},
	"github.com/jung-kurt/gofpdf":      {"yttra/reports/pdf"},
	"github.com/dgraph-io/badger/v4":   {"yttra/app/store"},
	"github.com/blevesearch":           {"yttra/app/search"},
	"github.com/RoaringBitmap":         {"yttra/app/search"},
	"github.com/expr-lang/expr":        {"yttra/app/check"},
	"github.com/yuin/goldmark":         {"yttra/app/markup"},
	"github.com/rickar/cal/v2":         {"yttra/app/cost"},
	"github.com/BurntSushi/toml":       {"yttra/app/packs", "yttra/i18n"},
	"github.com/nicksnyder/go-i18n/v2": {"yttra/i18n"},
	"github.com/spf13/cobra":           {"yttra/screens/cli"},
	"github.com/fyne-io/oksvg":         {"yttra/screens"},
	"github.com/srwiley/rasterx":       {"yttra/screens"},
	"github.com/ncruces/zenity":        {"yttra/screens"},
	"github.com/go-gl/glfw":            {"yttra"},
	"github.com/pdfcpu/pdfcpu":         {"yttra/reports/tagging"},
	"github.com/klauspost/compress":    {"yttra/reports/tagging", "yttra/app/store", "yttra/app/store/seal"},
	"golang.org/x/crypto":              {"yttra/app/store/seal", "yttra/app/locks"},
	"github.com/klippa-app/go-pdfium":  {"yttra/app/reading/pdf"},
	"github.com/tetratelabs/wazero":    {"yttra/app/reading/pdf"},
	"github.com/rogpeppe/go-internal":  {"yttra/app/reading/readingtest"},
	"golang.org/x/net":                 {"yttra/app/reading/letter"},
	"github.com/xuri/excelize/v2":      {"yttra/app/sheet"},
	"github.com/zalando/go-keyring":    {"yttra/app/locks"},
	"golang.org/x/image":               {"yttra/reports/fonts", "yttra/reports/raster"},
	"golang.org/x/text":                {"yttra/app/reading", "yttra/app/reading/*", "yttra/app/intake", "yttra/app/language", "yttra/app/search", "yttra/reports", "yttra/reports/fonts", "yttra/i18n", "yttra/app/markup", "yttra/app/check", "yttra/app/sheet", "yttra/app/locks"},
	"golang.org/x/term":                {"yttra/screens/cli"},
	"golang.org/x/sys":                 {"yttra", "yttra/app/store", "yttra/app/store/backup", "yttra/screens"},
}

func TestWalls(t *testing.T) {
	for _, f := range sourceFiles(t) {
		if strings.HasSuffix(f.path, "_test.go") {
			continue
		}
		for _, imp := range f.imports {
			switch {
			case imp == "yttra" || strings.HasPrefix(imp, "yttra/"):
				if floorOf(t, imp) >= floorOf(t, f.room) {
					t.Errorf("%s: %s (floor %d) may not know %s (floor %d)", f.path, f.room, floorOf(t, f.room), imp, floorOf(t, imp))
				}
				if slices.Contains(never[f.room], imp) {
					t.Errorf("%s: %s may never know %s", f.path, f.room, imp)
				}
			case strings.Contains(strings.SplitN(imp, "/", 2)[0], "."):
				if f.room == "yttra/app" {
					t.Errorf("%s: app imports the standard library only, not %s", f.path, imp)
				}
				if !atHome(imp, f.room) {
					t.Errorf("%s: %s is not at home in %s", f.path, imp, f.room)
				}
			}
		}
	}
}

// One screen never knows another: they share a floor, so the floors already say
// so; this test says it by name when somebody moves a floor.
func TestScreensDoNotKnowEachOther(t *testing.T) {
	for _, f := range sourceFiles(t) {
		parent, name := filepath.Split(f.room)
		if parent != "yttra/screens/" {
			continue
		}
		for _, imp := range f.imports {
			p, n := filepath.Split(imp)
			if p == "yttra/screens/" && n != name && n != "parts" {
				t.Errorf("%s knows the screen %s", f.path, n)
			}
		}
	}
}

// fyne.Do and goroutines have one place among the screens.
func TestOneThreadCrossing(t *testing.T) {
	for _, f := range sourceFiles(t) {
		if !strings.HasPrefix(f.room, "yttra/screens") || strings.HasPrefix(f.room, "yttra/screens/cli") ||
			f.path == "screens/threads.go" || strings.HasSuffix(f.path, "_test.go") {
			continue
		}
		for i, line := range strings.Split(f.text, "\n") {
			code, _, _ := strings.Cut(line, "//")
			if strings.Contains(code, "fyne.Do(") || strings.Contains(code, "fyne.DoAndWait(") || strings.Contains(code, "go func(") {
				t.Errorf("%s:%d crosses threads; screens/threads.go is the place", f.path, i+1)
			}
		}
	}
}

// Fyne's own dialogs speak their own words and cannot all be left with Esc.
func TestDialogsAreOurOwn(t *testing.T) {
	for _, f := range sourceFiles(t) {
		if slices.Contains(f.imports, "fyne.io/fyne/v2/dialog") {
			t.Errorf("%s shows a dialog of Fyne's; screens/parts has ours", f.path)
		}
	}
}

func TestTopLevel(t *testing.T) {
	allowed := strings.Fields("main.go app screens reports i18n Icon.png FyneApp.toml go.mod go.sum README.md LICENSE .gitignore .ci packaging .git" +
		" main_test.go house_test.go house.go window.go headless.go build yttra yttra.exe")
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !slices.Contains(allowed, e.Name()) {
			t.Errorf("%s does not belong at the top level", e.Name())
		}
	}
}

func TestNoMeaninglessRooms(t *testing.T) {
	for _, f := range sourceFiles(t) {
		switch filepath.Base(f.room) {
		case "util", "utils", "common", "core", "helper", "helpers", "misc", "shared":
			t.Errorf("%s: a room called %s says nothing", f.path, filepath.Base(f.room))
		}
	}
}

type source struct {
	path, room, text string
	imports          []string
}

func sourceFiles(t *testing.T) []source {
	t.Helper()
	var out []source
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "testdata" || d.Name() == "build" || strings.HasPrefix(d.Name(), ".") && path != ".") {
			return fs.SkipDir
		}
		if !strings.HasSuffix(path, ".go") {
			return nil
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), path, data, parser.ImportsOnly)
		if err != nil {
			return err
		}
		s := source{path: filepath.ToSlash(path), room: "yttra", text: string(data)}
		if dir := filepath.ToSlash(filepath.Dir(path)); dir != "." {
			s.room += "/" + dir
		}
		for _, i := range parsed.Imports {
			p, err := strconv.Unquote(i.Path.Value)
			if err != nil {
				return err
			}
			s.imports = append(s.imports, p)
		}
		out = append(out, s)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(out) < 20 {
		t.Fatalf("only %d source files found: the test reads the wrong folder", len(out))
	}
	return out
}

func floorOf(t *testing.T, room string) int {
	t.Helper()
	for r := room; r != "."; r = filepath.ToSlash(filepath.Dir(r)) {
		if n, ok := floors[r]; ok {
			return n
		}
	}
	t.Errorf("room %s stands on no floor", room)
	return 0
}

func atHome(imp, room string) bool {
	for module, rooms := range homes {
		if imp != module && !strings.HasPrefix(imp, module+"/") {
			continue
		}
		ok := false
		for _, r := range rooms {
			switch {
			case strings.HasPrefix(r, "!"):
				if room == r[1:] {
					ok = false
				}
			case strings.HasSuffix(r, "/*"):
				ok = ok || strings.HasPrefix(room, strings.TrimSuffix(r, "*"))
			default:
				ok = ok || r == room
			}
		}
		return ok
	}
	return false
}
