package screens

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yttra/app"
	"yttra/app/reading/readingtest"
)

// scanned is a file of a page that is a picture, and of one with text when there are
// lines for it.
func scanned(t *testing.T, lines int) string {
	t.Helper()
	page := "<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %c 0 R /Resources <</Font <</F1 6 0 R>> /XObject <</Im 7 0 R>>>>>>"
	kids, n := "3 0 R", "1"
	if lines > 0 {
		kids, n = "3 0 R 8 0 R", "2"
	}
	data := readingtest.PDF("<</Type /Catalog /Pages 2 0 R>>", "<</Type /Pages /Kids ["+kids+"] /Count "+n+">>",
		strings.Replace(page, "%c", "4", 1), readingtest.Stream("", "q 595 0 0 842 0 0 cm /Im Do Q"),
		readingtest.Stream("", "BT /F1 12 Tf 70 742 Td "+strings.Repeat("(Motion om fler busskort) Tj 0 -16 Td ", lines)+"ET"), readingtest.Plain,
		readingtest.Stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", "\xd0"),
		strings.Replace(page, "%c", "5", 1))
	path := filepath.Join(t.TempDir(), "motion.pdf")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// A scan in which nothing can be read is said to be one; of a file with some pages that
// are pictures there is what could be read without them.
func TestPagesThatArePictures(t *testing.T) {
	b := open(t, false)
	b.readMotion(scanned(t, 0))
	if code := app.CodeOf(b.shown); code != app.CodeScanned || b.win.Canvas().Overlays().Top() != nil {
		t.Errorf("%v", b.shown)
	}
	b.Problem(nil)
	b.readMotion(scanned(t, 20))
	if b.shown != nil && app.CodeOf(b.shown) != app.CodeScanned || b.win.Canvas().Overlays().Top() == nil {
		t.Errorf("%v: no proposal is shown", b.shown)
	}
}
