package desk_test

import (
	"testing"

	"yttra/app"
)

func TestWhatAPaperIsCheckedByIsKept(t *testing.T) {
	h := open(t)
	h.add(t)
	if err := h.desk.SaveVersion("Till nämnden"); err != nil {
		t.Fatal(err)
	}
	s := h.desk.State()
	c := s.Document().Checked
	if c == nil || c.Packs != h.packs.Version || c.On != "2026-11-22" || s.CanUndo || s.Saved.State != 0 {
		t.Fatalf("%+v, undo %v, saved %v", c, s.CanUndo, s.Saved)
	}
	revs, err := h.desk.Revisions()
	if err != nil || revs[0].Packs != h.packs.Version {
		t.Errorf("%+v %v", revs, err)
	}
	m, err := h.desk.Revision(revs[0].Number)
	if err != nil || m.Documents[0].Checked == nil || m.Documents[0].Checked.Packs != h.packs.Version {
		t.Errorf("the version does not say what it was checked by: %v", err)
	}
	matter := s.Matter
	if h.desk.RecordCheck(s.Document().ID); h.desk.State().Matter != matter {
		t.Error("the same record makes a change")
	}
	h.desk.RecordCheck("nothing") // is left alone

	h.desk.Edit("", func(m *app.Matter) { m.Documents[0].Checked = &app.Checked{Packs: "old", On: "2025-01-01"} })
	h.desk.RecordCheck(s.Document().ID)
	if got := h.desk.State(); got.Document().Checked.Packs != h.packs.Version || !got.CanUndo {
		t.Errorf("%+v", got.Document().Checked)
	}
}

func TestConfirmedScreening(t *testing.T) {
	h := open(t)
	h.add(t)
	h.desk.Edit("", func(m *app.Matter) {
		m.Motion, m.Measures, m.Purchase = &app.Source{Text: "Kameror köps in."}, []app.Measure{app.Cameras}, true
	})
	found := map[string]bool{}
	for _, s := range h.desk.Sightings() {
		found[s.Answer] = true
	}
	if !found["KAM"] || !found["purchase"] || found["WEAR"] {
		t.Errorf("%v", found)
	}
	h.desk.Confirm(map[string]bool{"KAM": true, "purchase": false, "pilot": true})
	m := h.desk.State().Matter
	if m.Purchase || !m.Says("pilot") || m.Screening.On != "2026-11-22" || len(m.Screening.Found) != len(found) {
		t.Errorf("%+v", m.Screening)
	}
	h.desk.Undo()
	if m := h.desk.State().Matter; m.Screening != nil || !m.Purchase {
		t.Error("the confirmation is one step to undo")
	}
}

func TestNothingIsOpen(t *testing.T) {
	h := open(t)
	h.desk.RecordCheck("a")
	h.desk.Confirm(map[string]bool{"KAM": true})
	if h.desk.Sightings() != nil || h.desk.State().Matter != nil {
		t.Error("something came of nothing")
	}
}
