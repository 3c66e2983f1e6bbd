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

// system puts lp and lpstat of our own first in the path; what lp is given lies in
// the file that it gives.
func system(t *testing.T, lp string) (seen string) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("lp is of other systems")
	}
	bin := t.TempDir()
	seen = filepath.Join(bin, "seen")
	for name, line := range map[string]string{"lp": lp, "lpstat": `case "$1" in -e) echo hall; echo kansli;; -d) echo "system default destination: kansli";; esac`} {
		if err := os.WriteFile(filepath.Join(bin, name), []byte("#!/bin/sh\n"+strings.ReplaceAll(line, "SEEN", seen)+"\n"), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", bin)
	t.Setenv("TMPDIR", t.TempDir())
	return seen
}

const takes = `echo "$@" > SEEN; for f; do :; done; /bin/cat "$f" >> SEEN; echo "request id is kansli-7 (1 file(s))"`

// A printer that works gets what was chosen, and the file is taken away after.
func TestPrint(t *testing.T) {
	seen := system(t, takes)
	h := parttest.New(t, "sv", 1196, 689)
	s := screenOf(t, h, matter(strings.Repeat("Förvaltningen har övervägt flera åtgärder som är mindre ingripande. ", 200)), Options{Finding: func(app.Finding) {}})
	s.Print()
	top := h.Win.Canvas().Overlays().Top()
	if top == nil {
		t.Fatal("it does not ask")
	}
	h.Shot(t, "paper-print")
	fill := func(copies, pages string) {
		for i, e := range parttest.Entries(top) {
			e.SetText([]string{copies, pages}[i])
		}
	}
	fill("noll", "1–2, 99")
	parttest.Press(t, top, "Skriv ut")
	texts := strings.Join(parttest.Texts(top), " ")
	if _, err := os.Stat(seen); err == nil || !strings.Contains(texts, "Skriv ett tal från 1 till 99.") || !strings.Contains(texts, "”99” är inga sidor") {
		t.Fatalf("bad fields were taken: %s", texts)
	}
	h.Shot(t, "paper-print-fault")
	fill("2", "1–2")
	parttest.Press(t, top, "Skriv ut")
	data, err := os.ReadFile(seen)
	if err != nil || !bytes.Contains(data, []byte("-d kansli")) || !bytes.Contains(data, []byte("-n 2 -o collate=true -P 1-2 --")) || !bytes.Contains(data, []byte("\n%PDF-")) {
		t.Fatalf("%v, %.200s, problems %v", err, data, h.Problems)
	}
	if left, err := filepath.Glob(filepath.Join(os.TempDir(), "*", "*.pdf")); err != nil || len(left) != 0 {
		t.Errorf("%v are left behind", left)
	}
	if !slices.Contains(parttest.Texts(s.Content()), "Skickat till kansli: 2\u00a0sidor i 2\u00a0exemplar.") && !slices.Contains(parttest.Texts(s.Content()), "Skickat till kansli: 2 sidor i 2 exemplar.") {
		t.Errorf("it does not say what was printed: %v", parttest.Texts(s.Content()))
	}
}

func TestPrinterThatRefuses(t *testing.T) {
	system(t, "echo no such queue >&2; exit 1")
	h := parttest.New(t, "sv", 1196, 689)
	s := screenOf(t, h, matter("Kort."), Options{Finding: func(app.Finding) {}})
	s.Print()
	parttest.Press(t, h.Win.Canvas().Overlays().Top(), "Skriv ut")
	if err := h.Problems[len(h.Problems)-1]; app.CodeOf(err) != app.CodeNoPrinter || !strings.Contains(err.Error(), "no such queue") {
		t.Errorf("a printer that refuses gave %v", err)
	}
}
