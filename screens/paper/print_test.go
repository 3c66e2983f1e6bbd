package paper

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"yttra/app"
	"yttra/screens/parts/parttest"
)

func TestNoPrinter(t *testing.T) {
	h := parttest.New(t, "sv", 1196, 689)
	t.Setenv("PATH", t.TempDir())
	t.Setenv("TMPDIR", t.TempDir())
	d := parttest.Desk(t, matter("Kort."))
	s := New(d, h, Options{Finding: func(app.Finding) {}})
	h.Put(s.Content())
	d.Listen(s.Show)
	s.Print()
	if h.Win.Canvas().Overlays().Top() != nil {
		t.Error("it asks although nothing can be printed")
	}
	if err := h.Problems[len(h.Problems)-1]; app.CodeOf(err) != app.CodeNoPrinter {
		t.Errorf("%v", err)
	}
	if left, err := os.ReadDir(os.TempDir()); err != nil || len(left) != 0 {
		t.Errorf("%d files are left behind", len(left))
	}
}

// A printer that works gets the file, and the file is taken away after.
func TestPrint(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("lp is of other systems")
	}
	h := parttest.New(t, "sv", 1196, 689)
	bin, seen := t.TempDir(), filepath.Join(t.TempDir(), "seen")
	if err := os.WriteFile(filepath.Join(bin, "lp"), []byte("#!/bin/sh\n/bin/cat \"$1\" > "+seen+"\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", bin)
	t.Setenv("TMPDIR", t.TempDir())
	s := screenOf(t, h, matter("Kort."), Options{Finding: func(app.Finding) {}})
	s.Print()
	top := h.Win.Canvas().Overlays().Top()
	if top == nil {
		t.Fatal("it does not ask")
	}
	h.Shot(t, "paper-print")
	parttest.Press(t, top, "Skriv ut")
	data, err := os.ReadFile(seen)
	if err != nil || !bytes.HasPrefix(data, []byte("%PDF-")) {
		t.Fatalf("%v, %d bytes, problems %v", err, len(data), h.Problems)
	}
	if left, err := os.ReadDir(os.TempDir()); err != nil || len(left) != 0 {
		t.Errorf("%d files are left behind", len(left))
	}
	if !slices.Contains(parttest.Texts(s.Content()), "Skickat till skrivaren.") {
		t.Error("it does not say that it was printed")
	}
	if err := os.WriteFile(filepath.Join(bin, "lp"), []byte("#!/bin/sh\necho no default destination >&2\nexit 1\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	s.Print()
	parttest.Press(t, h.Win.Canvas().Overlays().Top(), "Skriv ut")
	if err := h.Problems[len(h.Problems)-1]; app.CodeOf(err) != app.CodeNoPrinter || !strings.Contains(err.Error(), "no default destination") {
		t.Errorf("a printer that refuses gave %v", err)
	}
}
