package paper

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"yttra/app"
	"yttra/reports"
	"yttra/screens/parts/parttest"
)

// A file that is saved is kept with the matter and stands in the list; so does one
// that was found faulty.
func TestFilesThatWereMadeAreListed(t *testing.T) {
	h := parttest.New(t, "sv", 1196, 689)
	s := screenOf(t, h, priced(), Options{Creator: "Yttra"})
	if slices.Contains(parttest.Texts(s.Content()), "Filer som gjorts") {
		t.Error("a list of nothing")
	}
	file, err := s.model.Snapshot(false)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "yttrande.pdf")
	s.view.saveTo(path, file, false)
	if _, err := os.Stat(path); err != nil {
		t.Fatal(err)
	}
	made := s.model.Made()
	if len(made) != 1 || made[0].Name != "yttrande.pdf" || strings.Join(made[0].Claims, " ") != "PDF/UA-1 PDF/A-2a" || len(made[0].Sum) != 64 || made[0].Words < 20 {
		t.Fatalf("%+v", made)
	}
	if s.model.Proof().At.IsZero() {
		t.Error("what was found is not shown")
	}
	said := strings.Join(parttest.Texts(s.Content()), "|")
	for _, want := range []string{"Filer som gjorts", "yttrande.pdf", "utkast", "PDF/UA-1, PDF/A-2a"} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not shown: %s", want, said)
		}
	}
	for range 3 {
		s.view.noteMade("fel.pdf", file, reports.Proof{}, &app.Problem{Code: app.CodeUnproven, Err: &reports.ProofError{Fault: reports.FaultText}})
	}
	s.view.noteMade("stoppad.pdf", file, reports.Proof{}, &app.Problem{Code: app.CodeNoFile})
	made = s.model.Made()
	if len(made) != 4 || made[0].Fault != "text" || !strings.Contains(s.model.MadeLine(made[0]), "Texten i filen är inte densamma") {
		t.Errorf("%+v", made)
	}
	s.view.drawSide()
	parttest.Press(t, s.Content(), "Visa alla 4")
	if h.Win.Canvas().Overlays().Top() == nil {
		t.Error("all of them cannot be seen")
	}
}
