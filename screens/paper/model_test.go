package paper

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"yttra/app"
	"yttra/app/desk"
	"yttra/screens/parts/parttest"
)

func matter(text string) *app.Matter {
	return &app.Matter{Title: "Kameror vid Norra skolgården", References: []string{"KS 2025/00871"}, Claims: []app.Claim{{Text: "att kameror sätts upp", Decision: app.Reject}},
		Documents: []app.Document{{ID: "d", Kind: "opinion", Date: "2026-12-09", Body: "Utbildningsnämnden", CaseRef: "UN 2026/00077",
			Sections: []app.Section{{Role: "assessment", Heading: "Bedömning", Text: text}}}}}
}

func model(t *testing.T, text string) (*Model, *desk.Desk) {
	t.Helper()
	h := parttest.New(t, "sv", 1196, 689)
	d := parttest.Desk(t, matter(text))
	m := NewModel(h.Words(), d.Packs(), "Yttra")
	m.Take(d.State())
	return m, d
}

func TestPagesFollowTheText(t *testing.T) {
	m, d := model(t, "Kort.")
	if len(m.Pages()) != 1 || m.Err() != nil {
		t.Fatalf("%d pages, %v", len(m.Pages()), m.Err())
	}
	if m.Take(d.State()) {
		t.Error("the same matter was laid out again")
	}
	d.Edit("", func(x *app.Matter) {
		x.Documents[0].Sections[0].Text = strings.Repeat("Förvaltningen har övervägt flera åtgärder som är mindre ingripande. ", 200)
	})
	if !m.Take(d.State()) || len(m.Pages()) < 3 {
		t.Errorf("%d pages of a long text", len(m.Pages()))
	}
	if !m.Turn(99) || m.At() != len(m.Pages())-1 || m.Turn(99) {
		t.Errorf("at page %d of %d", m.At(), len(m.Pages()))
	}
}

func TestAMissingLetterIsNamed(t *testing.T) {
	m, _ := model(t, "Här står 漢 i texten.")
	if app.CodeOf(m.Err()) != app.CodeGlyph {
		t.Fatalf("%v", m.Err())
	}
	if p := app.ProblemOf(m.Err()); !strings.Contains(p.What, "漢") || p.Where == "" {
		t.Errorf("%+v does not name letter and place", p)
	}
}

func TestFileIsAFinishedPaper(t *testing.T) {
	m, _ := model(t, "Kort.")
	for _, final := range []bool{false, true} {
		f, err := m.Snapshot(final)
		if err != nil {
			t.Fatal(err)
		}
		steps := 0
		data, err := f.Write(context.Background(), func(int, int) { steps++ })
		if err != nil || !bytes.HasPrefix(data, []byte("%PDF-")) || steps == 0 {
			t.Fatalf("%v, %d bytes, %d steps", err, len(data), steps)
		}
	}
	f, err := m.Snapshot(false)
	if err != nil {
		t.Fatal(err)
	}
	stopped, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := f.Write(stopped, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped work gave %v", err)
	}
}

func TestDraftAndFinalDiffer(t *testing.T) {
	m, _ := model(t, "Kort.")
	pages := func(final bool) string {
		f, err := m.Snapshot(final)
		if err != nil {
			t.Fatal(err)
		}
		data, err := f.Write(context.Background(), nil)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	if pages(true) == pages(false) {
		t.Error("a final paper is the same as a draft")
	}
}

func TestHeldBack(t *testing.T) {
	m, _ := model(t, "Kort.")
	s := desk.State{Matter: matter(""), Findings: []app.Finding{{ID: "A", Severity: app.Blocking}, {ID: "B", Severity: app.Serious}, {ID: "C", Severity: app.Blocking, Waived: "skäl"}}}
	m.state = s
	if h := m.Held(); len(h) != 1 || h[0].ID != "A" || m.Ready() {
		t.Errorf("%v, ready %v", h, m.Ready())
	}
	m.state.Findings = s.Findings[1:]
	if len(m.Held()) != 0 || !m.Ready() {
		t.Error("nothing stops, yet it is held back")
	}
	m.state.Matter = nil
	if m.Ready() {
		t.Error("nothing is open, yet it is ready")
	}
}

func TestName(t *testing.T) {
	m, _ := model(t, "Kort.")
	if got := m.Name(false); got != "yttrande-un-2026-00077-utkast.pdf" {
		t.Errorf("%q", got)
	}
	if got := m.Name(true); got != "yttrande-un-2026-00077.pdf" {
		t.Errorf("%q", got)
	}
	if got := slug("  ../..\\C: \"Å\" <ö>  "); got != "c-å-ö" {
		t.Errorf("%q", got)
	}
}

func TestAChangeMakesTheCheckOld(t *testing.T) {
	m, d := model(t, "Kort.")
	m.SetChecked(time.Now())
	d.Edit("", func(x *app.Matter) { x.Title = "Annan" })
	m.Take(d.State())
	if !m.Checked().IsZero() {
		t.Error("a changed paper still says it was read back")
	}
}
