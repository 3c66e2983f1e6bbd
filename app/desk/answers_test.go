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
