package desk_test

import (
	"testing"

	"yttra/app"
)

func TestACriterionHasOneAnswer(t *testing.T) {
	h := open(t)
	h.add(t)
	h.desk.Answer(app.Answer{Criterion: "PROP-ALT-01", State: app.Met, Sentence: "Taggar räcker."})
	h.desk.Waive(app.Finding{ID: "PROP-ALT-01"}, "Frågan prövas i ett annat ärende.")
	a := h.desk.State().Matter.Answers
	if len(a) != 1 || a[0].State != app.Waived || a[0].Document != h.desk.State().Document().ID {
		t.Fatalf("%+v", a)
	}
	h.desk.Unwaive(app.Finding{ID: "PROP-ALT-01", Quote: "Andra ord.", Sentence: "Andra ord."})
	if a := h.desk.State().Matter.Answers; len(a) != 0 {
		t.Errorf("not taken back: %+v", a)
	}
}

func TestAPlainRuleHasOneForEachPlace(t *testing.T) {
	h := open(t)
	h.add(t)
	h.desk.Edit("", func(m *app.Matter) { m.Documents[0].Sections[0].Text = "Enligt DSO. DSO sa så. Det är allt." })
	find := func(quote, sentence string) app.Finding {
		return app.Finding{ID: "LANG-FORK-01", Quote: quote, Sentence: sentence}
	}
	one, two := find("DSO", "Enligt DSO."), find("DSO", "DSO sa så.")
	h.desk.Waive(one, "känd")
	h.desk.Waive(two, "känd")
	h.desk.Waive(two, "mycket känd")
	if a := h.desk.State().Matter.Answers; len(a) != 2 || a[1].Reason != "mycket känd" || a[1].Words != "DSO" {
		t.Fatalf("%+v", a)
	}
	h.desk.Unwaive(one)
	if a := h.desk.State().Matter.Answers; len(a) != 1 || a[0].Sentence != "DSO sa så." {
		t.Fatalf("the wrong one was taken back: %+v", a)
	}
	h.desk.Edit("", func(m *app.Matter) { m.Documents[0].Sections[0].Text = "Enligt DSO. Det är allt." })
	h.desk.Waive(one, "känd")
	if a := h.desk.State().Matter.Answers; len(a) != 1 || a[0].Sentence != "Enligt DSO." {
		t.Errorf("an answer about words that are gone lingers: %+v", a)
	}
}

func TestWaivingEveryFindingOfTheSample(t *testing.T) {
	h := open(t)
	h.add(t)
	h.desk.Edit("", func(m *app.Matter) {
		m.Documents[0].Sections[0].Text = "Samtliga svarar. Samtliga vill ha [svar]. Enligt DSO och DSO."
	})
	for range h.desk.State().Findings {
		for _, f := range h.desk.State().Findings {
			if f.Waived == "" {
				before := h.desk.State().Tally.All()
				h.desk.Waive(f, "Frågan hör till ett annat ärende.")
				if after := h.desk.State().Tally.All(); after != before-1 {
					t.Fatalf("waiving %s %q takes %d away", f.ID, f.Quote, before-after)
				}
				break
			}
		}
	}
	if n := h.desk.State().Tally.All(); n != 0 {
		t.Fatalf("%d are left", n)
	}
	for _, f := range h.desk.State().Findings {
		h.desk.Unwaive(f)
	}
	if n := len(h.desk.State().Matter.Answers); n != 0 {
		t.Errorf("%d answers are left", n)
	}
}

// Personal data are accepted in one place or wherever they stand, and taken back
// the same way.
func TestPersonalDataAcceptedEverywhere(t *testing.T) {
	h := open(t)
	h.add(t)
	h.desk.Edit("", func(m *app.Matter) {
		m.Documents[0].Sections[0].Text = "Göran Testsson har klagat. Vi träffade Göran Testsson. Göran Testssons tomt är stor. Lena Testsson var med."
	})
	named := func() (open []app.Finding) {
		for _, f := range h.desk.State().Findings {
			if f.ID == "PII-NAME-02" && f.Waived == "" {
				open = append(open, f)
			}
		}
		return open
	}
	fs := named()
	if len(fs) != 4 || h.desk.Same(fs[0]) != 3 || h.desk.Same(fs[3]) != 1 {
		t.Fatalf("%d names, %d are the same", len(fs), h.desk.Same(fs[0]))
	}
	h.desk.WaiveAll(fs[1], "Han är känd i hela kommunen.")
	if left := named(); len(left) != 1 || left[0].Quote != "Lena Testsson" {
		t.Fatalf("left: %+v", left)
	}
	log := h.desk.State().Approved
	if len(log) != 1 || !log[0].All || log[0].Words != "Göran Testsson" || log[0].On == "" || log[0].Document == "" {
		t.Fatalf("the log: %+v", log)
	}
	h.desk.Edit("", func(m *app.Matter) {
		m.Documents[0].Sections[0].Text = "Göran Testsson har klagat. Göran Testssons tomt är stor. Lena Testsson var med."
	})
	h.desk.Waive(named()[0], "Hon är känd i hela kommunen.")
	if left := named(); len(left) != 0 || len(h.desk.State().Approved) != 2 {
		t.Fatalf("an answer for all lapsed with the sentence it began in: %+v", left)
	}
	for _, f := range h.desk.State().Findings {
		if f.Quote == "Göran Testsson" {
			h.desk.Unwaive(f)
			break
		}
	}
	if left := named(); len(left) != 2 || len(h.desk.State().Approved) != 1 {
		t.Errorf("taken back: %d open, log %+v", len(left), h.desk.State().Approved)
	}
}
