package paper

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"yttra/app"
	"yttra/reports"
	"yttra/screens/parts"
	"yttra/screens/parts/parttest"
)

// What stands beside the page in its states, in both themes, drawn as it stood
// when it was looked at beside the drawing.
func TestGoldens(t *testing.T) {
	for suffix, look := range map[string]parts.Look{"": parts.LightLook, "-dark": parts.DarkLook} {
		h := parttest.New(t, "sv", 1196, 689)
		fyne.CurrentApp().Settings().SetTheme(parts.Theme{Look: look})
		s := screenOf(t, h, matter("Kort."), Options{Finding: func(app.Finding) {}})
		h.Shot(t, "paper"+suffix)
		draw := func(name string, o fyne.CanvasObject) {
			t.Helper()
			o.Resize(fyne.NewSize(300, o.MinSize().Height))
			test.AssertObjectRendersToMarkup(t, name+suffix+".xml", parts.Fixed(300, o.MinSize().Height, o))
		}
		fs := []app.Finding{{ID: "A", Title: "Yrkande 2 har inget förslag"}, {ID: "B", Title: "Tydligt ändamål"}, {ID: "C", Title: "Prövning av barnets bästa"}, {ID: "D", Title: "Är åtgärden nödvändig?"}}
		draw("held-one", s.view.held(fs[:1]))
		draw("held-many", s.view.held(fs))
		draw("badge", s.view.badge())
		s.model.SetProof(parttest.Now, reports.Proof{Pages: 1, Lang: "sv-SE"}, nil)
		draw("badge-proved", s.view.badge())
		s.model.SetProof(parttest.Now, reports.Proof{}, &app.Problem{Code: app.CodeUnproven, Err: &reports.ProofError{Fault: reports.FaultOrder}})
		draw("badge-failed", s.view.badge())
		s.view.sheet.draw()
		draw("sheet", s.view.sheet.outer)
		draw("foot-draft", s.view.foot.outer)
		s.model.state.Findings = nil
		s.view.foot.draw()
		draw("foot-final", s.view.foot.outer)
	}
}
