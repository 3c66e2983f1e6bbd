package paper

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/reports/layout"
	"yttra/reports/tagging"
	"yttra/screens/parts/parttest"
)

// priced is a matter with an estimate of three years.
func priced() *app.Matter {
	m := matter("Kort.")
	m.Estimate = app.Estimate{Years: 3, FirstYear: 2027, Lines: []app.CostLine{
		{Kind: app.CostPurchase, What: "Kameror", Quantity: app.Units(4), Price: app.Kronor(20_000), Source: app.SourceQuote},
		{Kind: app.CostOperation, What: "Drift", Quantity: app.Units(1), Price: app.Kronor(9_000), To: 3, Low: app.Kronor(7_000), High: app.Kronor(12_000), Source: app.SourceGuess}}}
	return m
}

// The cost sheet follows when there is an estimate, until it is left out; the choice
// is kept in the document and can be undone.
func TestCostSheetFollowsOrNot(t *testing.T) {
	h := parttest.New(t, "sv", 1196, 689)
	d := parttest.Desk(t, priced())
	s := New(d, h, Options{})
	h.Put(s.Content())
	d.Listen(s.Show)
	with := len(s.model.Pages())
	if with < 2 || !s.model.Annexed() || !slices.Contains(parttest.Texts(s.Content()), "Spara för sig") {
		t.Fatalf("%d pages, annexed %v", with, s.model.Annexed())
	}
	h.Win.Canvas().Focus(s.view.sheet.choice)
	s.view.sheet.choice.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	s.view.sheet.choice.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if !d.State().Document().NoCostSheet || len(s.model.Pages()) >= with || s.model.Annexed() {
		t.Errorf("left out: %v, %d pages of %d", d.State().Document().NoCostSheet, len(s.model.Pages()), with)
	}
	if h.Win.Canvas().Focused() != s.view.sheet.choice {
		t.Error("the choice lost the keyboard")
	}
	d.Undo()
	if d.State().Document().NoCostSheet || len(s.model.Pages()) != with {
		t.Errorf("%d pages after undo, %d before", len(s.model.Pages()), with)
	}
	d.Edit("", func(m *app.Matter) { m.Estimate = app.Estimate{} })
	if slices.Contains(parttest.Texts(s.Content()), "Spara för sig") || len(s.model.Pages()) != 1 {
		t.Error("a cost sheet is offered without an estimate")
	}
}

func TestCostSheetIsSavedAlone(t *testing.T) {
	h := parttest.New(t, "sv", 1196, 689)
	s := screenOf(t, h, priced(), Options{Creator: "Yttra"})
	parttest.Press(t, s.Content(), "Spara för sig")
	if h.Win.Canvas().Overlays().Top() == nil || s.model.SheetName() != "kalkyl-un-2026-00077.pdf" {
		t.Errorf("nobody asks where, or it is called %s", s.model.SheetName())
	}
	file, err := s.model.Sheet()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "kalkyl.pdf")
	s.view.sheet.saveTo(path, file)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	read, err := tagging.Read(data)
	if err != nil || read.Title != "Kalkyl för Kameror vid Norra skolgården" || len(read.Root.Find("Figure")) < 2 {
		t.Errorf("%v %q", err, read.Title)
	}
	if strings.Contains(read.Root.Text(), "Bedömning") {
		t.Error("the sheet holds the document too")
	}
	if !s.model.Proof().At.IsZero() {
		t.Error("the paper itself counts as read back")
	}
}

// Pointing at a figure or a table of the estimate leads to the estimate.
func TestFiguresLeadToTheEstimate(t *testing.T) {
	m := priced()
	h := parttest.New(t, "sv", 1196, 689)
	s := screenOf(t, h, m, Options{})
	costs := 0
	for i, page := range s.model.Pages() {
		s.model.Turn(i)
		for _, it := range page.Items {
			if it.Kind != layout.Text || it.Elem == nil || it.Elem.Role != "Figure" {
				continue
			}
			if spot, ok := s.model.SpotAt(it.Y - 1); !ok || !spot.Costs {
				t.Errorf("%q leads to %+v", it.S, spot)
			}
			costs++
		}
	}
	if costs < 6 {
		t.Errorf("%d words in figures", costs)
	}
}

func TestProofCountsFigures(t *testing.T) {
	h := parttest.New(t, "sv", 1196, 689)
	s := screenOf(t, h, priced(), Options{Creator: "Yttra"})
	file, err := s.model.Snapshot(false)
	if err != nil {
		t.Fatal(err)
	}
	data, proof, err := file.Write(context.Background(), nil)
	if err != nil || proof.Figures != 2 || !bytes.HasPrefix(data, []byte("%PDF")) {
		t.Fatalf("%+v %v", proof, err)
	}
	s.model.SetProof(parttest.Now, proof, nil)
	if lines := strings.Join(s.model.ProofLines(), "|"); !strings.Contains(lines, "2 figurer med samma alternativa texter") {
		t.Error(lines)
	}
}
