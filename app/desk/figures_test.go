package desk_test

import (
	"strings"
	"testing"

	"yttra/app"
	"yttra/app/desk"
	"yttra/app/figures"
	"yttra/app/markup"
)

// counted is a matter with an estimate of 12 000 kronor and a text that says so.
func counted(t testing.TB) *house {
	t.Helper()
	h := open(t)
	h.add(t)
	h.desk.Edit("", func(m *app.Matter) {
		m.Estimate = app.Estimate{Years: 3, FirstYear: 2027, Lines: []app.CostLine{
			{Kind: app.CostPurchase, What: "Armband", Quantity: app.Units(1), Price: app.Kronor(9000), From: 1},
			{Kind: app.CostLicences, What: "Licens", Quantity: app.Units(1), Price: app.Kronor(1000), From: 1, To: 3}},
			Alternatives: []app.Alternative{{Name: "Fler vuxna", Lines: []app.CostLine{{Kind: app.CostNewWork, What: "Tid", Quantity: app.Units(1), Price: app.Kronor(2000), From: 1, To: 3}}},
				{Name: "Lås", Lines: []app.CostLine{{Kind: app.CostPurchase, What: "Lås", Quantity: app.Units(1), Price: app.Kronor(700), From: 1}}}}}
		m.Documents[0].Sections = []app.Section{{Role: "economy", Heading: "Ekonomi",
			Text: "Det kostar [?](cost:total) och första året [?](cost:year/2027?tkr). Lås kostar [?](cost:way/2/total)."}}
	})
	return h
}

func text(h *house) string { return h.desk.State().Document().Sections[0].Text }

func says(t *testing.T, h *house, want string) {
	t.Helper()
	if got := strings.ReplaceAll(markup.Read(text(h)).Text, "\u00a0", " "); got != want {
		t.Fatalf("it says %q, want %q", got, want)
	}
}

func TestTheTextFollowsTheEstimate(t *testing.T) {
	h := counted(t)
	says(t, h, "Det kostar 12 000 kronor och första året 10 tkr. Lås kostar 700 kronor.")
	h.desk.Edit("", func(m *app.Matter) { m.Estimate.Lines[0].Price = app.Kronor(20_000) })
	says(t, h, "Det kostar 23 000 kronor och första året 21 tkr. Lås kostar 700 kronor.")
	h.desk.Undo()
	says(t, h, "Det kostar 12 000 kronor och första året 10 tkr. Lås kostar 700 kronor.")
	h.desk.Redo()
	says(t, h, "Det kostar 23 000 kronor och första året 21 tkr. Lås kostar 700 kronor.")
	if len(h.desk.State().Broken) != 0 {
		t.Errorf("broken: %+v", h.desk.State().Broken)
	}
}

func TestAFinalPaperIsNeverTouched(t *testing.T) {
	h := counted(t)
	h.desk.Edit("", func(m *app.Matter) { m.Documents[0].Status = app.Final })
	was := text(h)
	h.desk.Edit("", func(m *app.Matter) { m.Estimate.Lines[0].Price = app.Kronor(20_000) })
	if text(h) != was {
		t.Errorf("a final paper says %q", text(h))
	}
	h.desk.Edit("", func(m *app.Matter) { m.Documents[0].Status = app.Draft })
	says(t, h, "Det kostar 23 000 kronor och första året 21 tkr. Lås kostar 700 kronor.")
}

func TestWhatIsGoneIsToldAndKeepsItsWords(t *testing.T) {
	h := counted(t)
	h.desk.Edit("", func(m *app.Matter) { m.Estimate.Alternatives = m.Estimate.Alternatives[:1] })
	says(t, h, "Det kostar 12 000 kronor och första året 10 tkr. Lås kostar 700 kronor.")
	b := h.desk.State().Broken
	if len(b) != 1 || b[0].Fault != figures.Gone || b[0].Place.Section != 0 || b[0].Words != "700\u00a0kronor" ||
		!strings.HasPrefix(text(h)[b[0].Place.Span.Start:b[0].Place.Span.End], "[700") {
		t.Errorf("broken: %+v", b)
	}
	h.desk.Undo()
	if len(h.desk.State().Broken) != 0 {
		t.Error("it is broken after undo")
	}
}

// The first alternative goes: the second is the first now, and the text speaks of
// it still.
func TestTheTextFollowsAnAlternativeThatMoves(t *testing.T) {
	h := counted(t)
	h.desk.Edit("", func(m *app.Matter) {
		m.Estimate.Alternatives = m.Estimate.Alternatives[1:]
		m.Estimate.Alternatives[0].Lines[0].Price = app.Kronor(800)
	})
	says(t, h, "Det kostar 12 000 kronor och första året 10 tkr. Lås kostar 800 kronor.")
}

func TestWordsChangedByHandAreBoundNoLonger(t *testing.T) {
	h := counted(t)
	edit := func(old, new string) {
		h.desk.Edit("", func(m *app.Matter) {
			s := &m.Documents[0].Sections[0]
			s.Text = strings.Replace(s.Text, old, new, 1)
		})
	}
	edit("[12\u00a0000\u00a0", "[12\u00a0500\u00a0")
	if got := text(h); strings.Contains(got, "(cost:total)") || !strings.Contains(got, "kostar 12\u00a0500\u00a0kronor och") {
		t.Errorf("it says %q", got)
	}
	edit("Lås kostar", "[9 kr](cost:total?kr). Lås kostar") // pasted from elsewhere
	if got := text(h); !strings.Contains(got, "[12\u00a0000\u00a0kr](cost:total?kr). Lås") {
		t.Errorf("it says %q", got)
	}
	h.desk.Edit("", func(m *app.Matter) { m.Estimate.Lines[0].Price = app.Kronor(20_000) })
	says(t, h, "Det kostar 12 500 kronor och första året 21 tkr. 23 000 kr. Lås kostar 700 kronor.")
}

func TestAnOlderSectionGetsTheFiguresOfToday(t *testing.T) {
	h := counted(t)
	if err := h.desk.SaveVersion("Till nämnden"); err != nil {
		t.Fatal(err)
	}
	named := h.desk.State().Revision
	h.desk.Edit("", func(m *app.Matter) {
		m.Estimate.Alternatives = m.Estimate.Alternatives[1:]
		m.Estimate.Lines[0].Price = app.Kronor(20_000)
		m.Documents[0].Sections[0].Text = "Nytt: [x](cost:total)."
	})
	if _, err := h.desk.RestoreSection(named, 0, 0, "Före"); err != nil {
		t.Fatal(err)
	}
	says(t, h, "Det kostar 23 000 kronor och första året 21 tkr. Lås kostar 700 kronor.")
	if err := h.desk.Restore(named, "Före igen"); err != nil {
		t.Fatal(err)
	}
	says(t, h, "Det kostar 12 000 kronor och första året 10 tkr. Lås kostar 700 kronor.")
}

// A file that somebody has written in elsewhere is true when it has been opened.
func TestWhatComesFromElsewhereIsMadeTrue(t *testing.T) {
	h := counted(t)
	m := h.desk.State().Matter.Clone()
	m.ID, m.Documents[0].ID = "", app.NewID()
	m.Documents[0].Sections[0].Text = "Det kostar [1 kr](cost:total?kr)."
	if err := h.desk.Add(m, ""); err != nil {
		t.Fatal(err)
	}
	says(t, h, "Det kostar 12 000 kr.")
	if h.desk.State().CanUndo {
		t.Error("opening is a step to undo")
	}
}

func TestAnAnswerFollowsTheFiguresInItsSentence(t *testing.T) {
	h := counted(t)
	const first = "Det kostar 12\u00a0000\u00a0kronor och första året 10\u00a0tkr."
	h.desk.Answer(app.Answer{Criterion: "COST-TCO-01", State: app.Met, Sentence: first})
	h.desk.Edit("", func(m *app.Matter) { m.Estimate.Lines[0].Price = app.Kronor(20_000) })
	a := h.desk.State().Matter.Answers
	if len(a) != 1 || a[0].Sentence != "Det kostar 23 000 kronor och första året 21 tkr." {
		t.Errorf("%+v", a)
	}
}

// What a key costs more in a paper with bound figures than in one without.
func BenchmarkKeepBound(b *testing.B) {
	for name, text := range map[string]string{"without": strings.Repeat("Det kostar mycket pengar och tar tid. ", 2000),
		"with": strings.Repeat(strings.Repeat("Det kostar mycket pengar och tar tid. ", 50)+"Det kostar [12\u00a0000\u00a0kronor](cost:total). ", 40)} {
		b.Run(name, func(b *testing.B) {
			h := counted(b)
			h.desk.Edit("", func(m *app.Matter) {
				m.Documents[0].Sections[0].Text = text
				for len(m.Estimate.Lines) < 200 {
					m.Estimate.Lines = append(m.Estimate.Lines, m.Estimate.Lines[1])
				}
			})
			m := h.desk.State().Matter
			next := m.Clone()
			next.Documents[0].Sections[0].Text += " a"
			b.ResetTimer()
			for range b.N {
				desk.KeepBound(h.desk, m, next)
			}
		})
	}
}
