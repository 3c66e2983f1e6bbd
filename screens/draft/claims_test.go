package draft

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"yttra/app"
	"yttra/screens/parts"
)

func TestClaimsStandFirst(t *testing.T) {
	m, h := shown(t, texts{"summary": "Kort."})
	items := m.Items()
	if items[0].Kind != RecordItem || items[1].Kind != HeadingItem || items[1].Text != h.words.T("draft.claims") || items[2].Kind != ClaimItem || items[3].Kind != ClaimItem {
		t.Fatalf("%+v", items[:4])
	}
	n := 0
	for _, i := range items {
		if i.Kind == ClaimItem {
			n++
		}
		if i.Kind == ProposalItem && (i.Section != h.section("proposal") || i.Waiting != 2) {
			t.Errorf("proposal %+v", i)
		}
	}
	if n != 2 {
		t.Errorf("%d claims", n)
	}
	h.desk.Edit("", func(m *app.Matter) { m.Claims = nil })
	m.Show(h.desk.State())
	for _, i := range m.Items() {
		if i.Kind == ClaimItem || i.Kind == ProposalItem || i.Text == h.words.T("draft.claims") {
			t.Errorf("without claims: %+v", i)
		}
	}
}

func TestLongProposalIsFolded(t *testing.T) {
	m, h := shown(t, nil)
	fold := func() bool {
		for _, i := range m.Items() {
			if i.Kind == ProposalItem {
				return i.Folded
			}
		}
		t.Fatal("no proposal")
		return false
	}
	h.desk.Edit("", func(m *app.Matter) { m.Claims[0].Decision, m.Claims[1].Decision = app.Approve, app.Reject })
	m.Show(h.desk.State())
	if fold() {
		t.Error("a short one is folded")
	}
	h.desk.Edit("", func(m *app.Matter) {
		m.Claims[0].Decision, m.Claims[0].Reason = app.PartialApprove, strings.Repeat("åtgärder ", 60)
	})
	m.Show(h.desk.State())
	if !fold() {
		t.Error("a long one is not")
	}
	m.Fold(foldedPoints, false)
	if fold() {
		t.Error("it does not stay open")
	}
}

func TestReasonNeverRepeatsTheLead(t *testing.T) {
	h := open(t, nil)
	m := h.screen.model
	m.Decide(0, app.PartialApprove)
	m.Reason(0, "I den del som avser äldre")
	if got := h.desk.State().Matter.Claims[0].Reason; got != "äldre" {
		t.Errorf("kept %q", got)
	}
	h.desk.Edit("", func(m *app.Matter) { m.Claims[0].Reason = "i den del som avser åtta skolor" }) // as in an older file
	c := h.page().cell(h.page().items[2]).(*claimCell)
	if got := c.reason.Text(); got != "åtta skolor" {
		t.Errorf("the field holds %q", got)
	}
	h.window.Canvas().Focus(c.reason.Entry)
	c.reason.Entry.SetText("")
	test.Type(c.reason.Entry, "i den del som avser tre skolor")
	if got := c.reason.Text(); got != "i den del som avser tre skolor" {
		t.Errorf("words are taken away while they are typed: %q", got)
	}
	h.window.Canvas().Focus(c.choice)
	if got := c.reason.Text(); got != "tre skolor" {
		t.Errorf("left with %q", got)
	}
	if p := h.desk.State().Proposal.Points[0]; strings.Count(p, "i den del som avser") != 1 {
		t.Errorf("point %q", p)
	}
	m.Reason(5, "x")
	m.Decide(9, app.Approve)
}

func TestCardOfAClaimGoesToIt(t *testing.T) {
	h := open(t, nil)
	s := h.desk.State()
	f := app.Finding{ID: "FORM-DEC-01/2", Severity: app.Blocking, Place: app.Place{Section: h.section("proposal")}, Title: "Yrkande 2"}
	s.Findings = []app.Finding{f}
	h.screen.Show(s)
	if n := len(h.page().tie()); n != 2 {
		t.Errorf("tied by %d things", n)
	}
	h.screen.cardShow(Key{ID: f.ID, Section: f.Place.Section})
	c := h.page().cell(h.page().items[3]).(*claimCell)
	if h.window.Canvas().Focused() != fyne.Focusable(c.choice) {
		t.Errorf("focus %T", h.window.Canvas().Focused())
	}
	for _, bad := range []string{"FORM-DEC-01/3", "FORM-DEC-01/0", "FORM-DEC-01/x", "FORM-DEC-01"} {
		f.ID = bad
		if n, ok := h.screen.model.claimOf(f); ok {
			t.Errorf("%s speaks of claim %d", bad, n)
		}
	}
}

func TestProposalLeadsToTheChoices(t *testing.T) {
	h := open(t, texts{"summary": "Kort."})
	h.desk.Edit("", func(m *app.Matter) { m.Claims[0].Decision = app.Approve })
	h.screen.sectionPicked(OutlineRow{Section: h.section("proposal"), At: -1})
	if h.window.Canvas().Focused() != fyne.Focusable(h.page().cell(h.page().items[3]).(*claimCell).choice) {
		t.Errorf("focus %T, want the claim that waits", h.window.Canvas().Focused())
	}
	h.desk.Edit("", func(m *app.Matter) { m.Claims[1].Decision = app.Approve })
	h.screen.sectionPicked(OutlineRow{Section: h.section("proposal"), At: -1})
	link, ok := h.window.Canvas().Focused().(*parts.Press)
	if !ok {
		t.Fatalf("focus %T", h.window.Canvas().Focused())
	}
	test.Tap(link)
	if _, ok := h.window.Canvas().Focused().(*parts.Choice); !ok {
		t.Errorf("focus %T", h.window.Canvas().Focused())
	}
}

func TestGuidanceFoldsAndKeepsTheKeyboard(t *testing.T) {
	h := open(t, nil)
	for i, item := range h.page().items {
		if item.Kind != GuideItem || item.Section != h.section("assessment") {
			continue
		}
		h.page().showItem(i)
		c := h.page().cell(item).(*foldCell)
		was := item.Folded
		h.window.Canvas().Focus(c.fold)
		h.typed("\n")
		if h.page().items[i].Folded == was || h.window.Canvas().Focused() != fyne.Focusable(c.fold) {
			t.Errorf("folded %v, focus %T", h.page().items[i].Folded, h.window.Canvas().Focused())
		}
	}
}

func TestPhrasesAreFilledAndChosen(t *testing.T) {
	h := open(t, texts{"summary": ""})
	h.desk.Edit("", func(m *app.Matter) {
		m.Received, m.Movers = "2026-04-15", []app.Mover{{Name: "Åsa Ek", Party: "FE"}}
		m.Documents[0].Sections[0] = app.Section{Role: "motion_content", Heading: "Motionen"}
	})
	h.screen.phraseWanted(0)
	const want = "Motionen väcktes den 2026-04-15 av Åsa Ek (FE). Motionären yrkar"
	if !says(h.window.Canvas().Overlays().Top(), "Motionen väcktes den 2026-04-15 av Åsa Ek (FE). Motionären yrkar") {
		t.Fatal("the phrase is not listed as it will stand")
	}
	h.typed("↓↑\n")
	if got := h.text("motion_content"); got != want || h.window.Canvas().Focused() != fyne.Focusable(h.page().live) {
		t.Errorf("text %q, focus %T", got, h.window.Canvas().Focused())
	}
	if got := h.screen.model.Phrases(99); got != nil {
		t.Errorf("phrases of nothing: %q", got)
	}
}

func TestExamplesAreOfTheSection(t *testing.T) {
	h := open(t, nil)
	m := h.screen.model
	economy, assessment := m.Examples(h.section("economy")), m.Examples(h.section("assessment"))
	if len(assessment) == 0 || len(m.Examples(-1)) != 0 {
		t.Fatalf("%d examples", len(assessment))
	}
	for _, e := range append(economy, assessment...) {
		if e.Title == "" || e.Text == "" || e.Question == "" {
			t.Errorf("%+v", e)
		}
	}
	h.screen.examplesWanted(h.section("assessment"))
	top := h.window.Canvas().Overlays().Top()
	if !says(top, assessment[0].Title) {
		t.Error("the first is not shown")
	}
	tapText(t, top, h.words.T("word.close"))
	if h.window.Canvas().Overlays().Top() != nil {
		t.Error("the dialog stays")
	}
}
