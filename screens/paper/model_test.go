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
	"yttra/reports"
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
	m.state.Findings = nil
	for _, final := range []bool{false, true} {
		f, err := m.Snapshot(final)
		if err != nil {
			t.Fatal(err)
		}
		steps := 0
		data, proof, err := f.Write(context.Background(), func(int, int) { steps++ })
		if err != nil || !bytes.HasPrefix(data, []byte("%PDF-")) || steps == 0 || proof.Pages != 1 || proof.Words == 0 {
			t.Fatalf("%v, %d bytes, %d steps", err, len(data), steps)
		}
	}
	f, err := m.Snapshot(false)
	if err != nil {
		t.Fatal(err)
	}
	stopped, cancel := context.WithCancel(context.Background())
	cancel()
	if _, _, err := f.Write(stopped, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped work gave %v", err)
	}
}

func TestDraftAndFinalDiffer(t *testing.T) {
	m, _ := model(t, "Kort.")
	m.state.Findings = nil
	pages := func(final bool) string {
		f, err := m.Snapshot(final)
		if err != nil {
			t.Fatal(err)
		}
		data, _, err := f.Write(context.Background(), nil)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	if pages(true) == pages(false) {
		t.Error("a final paper is the same as a draft")
	}
}

// A final paper that something stops is not made, whoever asks for it, and it is
// told what stops it and where; a draft always is.
func TestNoFinalFileWhileSomethingStops(t *testing.T) {
	m, d := model(t, "Anmälaren har personnummer 900101-9802.")
	_, err := m.Snapshot(true)
	if p := app.ProblemOf(err); p == nil || p.Code != app.CodeHeld {
		t.Fatalf("%v", err)
	}
	var one []app.Finding
	for _, f := range m.state.Findings {
		if f.ID == "PII-PNR-01" {
			one = append(one, f)
		}
	}
	m.state.Findings = one
	_, err = m.Snapshot(true)
	if p := app.ProblemOf(err); p == nil || p.Where != "Personnummer i texten (Bedömning)" {
		t.Errorf("%v", err)
	}
	if _, err := m.Snapshot(false); err != nil {
		t.Errorf("a draft: %v", err)
	}
	d.WaiveAll(one[0], "Numret är ett av Skatteverkets testnummer och hör inte till någon.")
	m.Take(d.State())
	if log := m.Approvals(); len(log) != 1 || log[0].Words != "900101-9802" || log[0].Rule != "Personnummer i texten" || !log[0].All || !m.Concerned() {
		t.Errorf("%+v", log)
	}
}

func TestLevelOfProtection(t *testing.T) {
	m, d := model(t, "Kort.")
	if m.Level() != 0 || m.Concerned() {
		t.Errorf("level %d in a matter about nobody", m.Level())
	}
	d.Edit("", func(x *app.Matter) { x.Affected = []app.Group{app.Children} })
	m.Take(d.State())
	if m.Level() != 3 || !m.Concerned() {
		t.Errorf("level %d in a matter about children", m.Level())
	}
	d.Edit("", func(x *app.Matter) { x.Protection = 1 })
	m.Take(d.State())
	if m.Level() != 1 {
		t.Errorf("level %d when the clerk chose 1", m.Level())
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
	m.SetProof(time.Now(), reports.Proof{Pages: 1}, nil)
	d.Edit("", func(x *app.Matter) { x.Title = "Annan" })
	m.Take(d.State())
	if !m.Proof().At.IsZero() {
		t.Error("a changed paper still says it was read back")
	}
}

// What a file was found to be: good, not as placed, and nothing when it was
// never made.
func TestProof(t *testing.T) {
	m, _ := model(t, "Kort.")
	at := time.Date(2026, 11, 22, 9, 41, 0, 0, time.UTC)
	m.SetProof(at, reports.Proof{}, context.Canceled)
	if !m.Proof().At.IsZero() {
		t.Error("a file that was stopped was read back")
	}
	m.SetProof(at, reports.Proof{Pages: 3, Words: 120, Lang: "sv-SE", Title: "T"}, nil)
	if p := m.Proof(); p.At != at || p.Fault != "" || p.Found.Pages != 3 {
		t.Errorf("%+v", p)
	}
	for _, line := range m.ProofLines() {
		if line == "" || strings.Contains(line, "[") {
			t.Errorf("%q", line)
		}
	}
	m.SetProof(at, reports.Proof{}, &app.Problem{Code: app.CodeUnproven, Err: &reports.ProofError{Fault: reports.FaultText, Where: "ord"}})
	if p := m.Proof(); p.Fault != reports.FaultText || p.Where != "ord" {
		t.Errorf("%+v", p)
	}
	m.SetProof(at, reports.Proof{}, &app.Problem{Code: app.CodeUnproven, Err: errors.New("cut off")})
	if p := m.Proof(); p.Fault != reports.FaultRules {
		t.Errorf("%+v", p)
	}
}

func TestFind(t *testing.T) {
	text := "Första stycket säger något.\n\nAndra stycket\nfortsätter på nästa rad, och är **viktigt** här."
	for _, c := range []struct {
		row  string
		from int
		want string
	}{
		{"Andra stycket fortsätter på", 0, "Andra"}, {"fortsätter på nästa", 30, "fortsätter"}, {"sätter på nästa rad, och", 30, "sätter"},
		{"stämmer inte alls", 0, "Första"}, {"och är viktigt här.", 30, "och är"}, {"", 0, "Första"},
	} {
		if got := text[find(text, c.from, c.row):]; !strings.HasPrefix(got, c.want) {
			t.Errorf("%q from %d: %.20q", c.row, c.from, got)
		}
	}
	if got := find(text, 9999, "x"); got != len(text) {
		t.Errorf("beyond the end: %d", got)
	}
}

// A row of the page leads to its words, and its words to the row.
func TestSpotsAndPages(t *testing.T) {
	m, d := model(t, long())
	text := d.State().Document().Sections[0].Text
	spots := 0
	for i := range m.Pages() {
		m.Turn(i)
		for y := 0.0; y < 297; y++ {
			s, ok := m.SpotAt(y)
			if !ok {
				continue
			}
			spots++
			if s.Costs || s.Place.Section != 0 || s.Place.Span.Start > len(text) || s.Top > y+reach || s.Bottom < y-reach || s.Left <= 0 {
				t.Fatalf("page %d at %v: %+v", i, y, s)
			}
			if page, at, ok := m.PageOf(s.Place); !ok || page > i || page == i && at > s.Bottom+20 {
				t.Errorf("page %d at %v leads to %+v, and that to page %d at %v", i, y, s.Place, page, at)
			}
		}
	}
	if spots < 100 {
		t.Errorf("%d places to point at", spots)
	}
	if page, _, ok := m.PageOf(app.Place{Section: 0, Span: app.Span{Start: len(text) - 3}}); !ok || page != len(m.Pages())-1 {
		t.Errorf("the end of the text is on page %d", page)
	}
	if _, _, ok := m.PageOf(app.Place{Section: 9}); ok {
		t.Error("a section that is not there is on a page")
	}
	m.Turn(0)
	if _, ok := m.SpotAt(5); ok {
		t.Error("the letterhead was written by hand")
	}
}
