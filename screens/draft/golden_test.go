package draft

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"yttra/app"
)

// golden compares how a thing is drawn with what is kept in testdata.
func (h *house) golden(name string, o fyne.CanvasObject) {
	h.t.Helper()
	got := test.RenderObjectToMarkup(o)
	file := filepath.Join("testdata", name+".xml")
	if f := flag.Lookup("update"); f != nil && f.Value.String() == "true" {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			h.t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			h.t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		h.t.Fatal(err)
	}
	if got != string(want) {
		failed := filepath.Join("testdata", "failed", name+".xml")
		if os.MkdirAll(filepath.Dir(failed), 0o755) == nil {
			os.WriteFile(failed, []byte(got), 0o644)
		}
		h.t.Errorf("%s is drawn otherwise; see %s", name, failed)
	}
}

func TestGoldens(t *testing.T) {
	h := open(t, texts{"summary": "Se DSO.", "assessment": "Om ansiktsigenkänning.\n\n### Behov\n\nText."})
	v := h.screen.view
	h.caret("summary", 0)
	h.golden("outline", v.left)
	h.golden("findings", v.findings.outer)
	h.screen.Jump("outline")
	h.golden("outline-focus", v.left)
	h.screen.Step(1)
	h.desk.Waive(h.desk.State().Findings[0], "Skäl.")
	h.screen.filtered(Filter(app.Serious))
	h.golden("findings-serious", v.findings.outer)
	for i, item := range h.page().items {
		switch {
		case item.Kind == ClaimItem && item.N == 0:
			h.golden("claim-open", h.page().cell(item).object())
		case item.Kind == GuideItem && item.Section == h.section("assessment"):
			h.golden("guide-folded", h.page().cell(h.page().items[i]).object())
		case item.Kind == GuideItem && item.Section == h.section("economy"):
			h.golden("guide", h.page().cell(item).object())
		}
	}
	h.screen.model.Decide(0, app.DeemedAnswered)
	h.golden("claim-answered", h.page().cell(h.page().items[2]).object())
	h.screen.Find()
	h.golden("find", v.find.outer)
	v.find.grow(true)
	h.golden("find-replace", v.find.outer)
	v.find.close()
	h.window.Resize(fyne.NewSize(769, 480))
	h.golden("narrow-top", v.narrow.top)
	h.golden("narrow-strip", v.narrow.bottom)
}
