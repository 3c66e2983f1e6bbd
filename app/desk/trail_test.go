package desk_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"yttra/app"
	"yttra/app/desk"
)

// trail is what the register tells of the open matter since a number, oldest first, as
// action and what it is about.
func (h *house) trail(t *testing.T, since uint64) string {
	t.Helper()
	var out []string
	for _, e := range h.events(t) {
		if e.Number > since {
			out = append(out, strings.TrimSpace(string(e.Action)+" "+e.About))
		}
	}
	return strings.Join(out, ", ")
}

func (h *house) events(t *testing.T) []app.Event {
	t.Helper()
	trail := h.store.Store.(app.Trail)
	all, err := trail.Events(app.EventFilter{})
	if err != nil {
		t.Fatal(err)
	}
	out := make([]app.Event, 0, len(all))
	for i := range all {
		out = append(out, all[len(all)-1-i])
	}
	if c, err := trail.CheckTrail(nil, nil); err != nil || !c.Whole() {
		t.Errorf("the chain does not hold: %+v %v", c, err)
	}
	return out
}

func (h *house) saved(t *testing.T) {
	t.Helper()
	if err := h.desk.Save(); err != nil {
		t.Fatal(err)
	}
}

func signed(t *testing.T) *house {
	t.Helper()
	h := open(t)
	if err := h.desk.SetProfile(app.Profile{Officer: app.Person{Name: "Eva Åkesson"}}); err != nil {
		t.Fatal(err)
	}
	h.add(t)
	return h
}

func TestWhatIsAcceptedAndApprovedIsTold(t *testing.T) {
	h := signed(t)
	id := h.desk.State().Document().ID
	h.desk.Waive(app.Finding{ID: "PROP-ALT-01/camera"}, "Avser bara en skola.")
	h.desk.Waive(app.Finding{ID: "PII-ADR-01", Quote: "Storgatan 3"}, "Skolans adress.")
	h.desk.Answer(app.Answer{Criterion: "PROP-ANDA-01", State: app.Met, Sentence: "Det gör nytta."})
	h.saved(t)
	if got := h.trail(t, 0); got != "profile, created, waived PROP-ALT-01, personal PII-ADR-01, met PROP-ANDA-01" {
		t.Fatal(got)
	}
	e := h.events(t)[2]
	if e.By != "Eva Åkesson" || e.Reason != "Avser bara en skola." || e.Document != id || e.Matter != h.desk.State().Matter.ID || !e.At.Equal(h.now) {
		t.Errorf("%+v", e)
	}
	for _, e := range h.events(t) {
		if strings.Contains(e.Name+e.About+e.Reason, "Storgatan") {
			t.Error("the words that stand are told in the trail")
		}
	}
	h.desk.Waive(app.Finding{ID: "PROP-ALT-01/camera"}, "Ett annat skäl.") // takes the place of the first
	h.desk.Unwaive(app.Finding{ID: "PII-ADR-01", Quote: "Storgatan 3"})
	h.desk.Answer(app.Answer{Criterion: "PROP-ANDA-01", State: app.Failed})
	h.saved(t)
	if got := h.trail(t, 5); got != "waived PROP-ALT-01, failed PROP-ANDA-01, personal_withdrawn PII-ADR-01" {
		t.Error(got)
	}
	h.desk.Edit("", func(m *app.Matter) { m.Documents[0].Sections[0].Text = "Bara skrivet." })
	h.saved(t)
	if got := h.trail(t, 8); got != "" {
		t.Errorf("an autosave is told: %s", got)
	}
}

func TestUndoneBeforeItIsSavedLeavesNothing(t *testing.T) {
	h := signed(t)
	h.desk.Waive(app.Finding{ID: "PROP-ALT-01"}, "Hastigt.")
	h.desk.Undo()
	h.saved(t)
	if got := h.trail(t, 2); got != "" {
		t.Error(got)
	}
	h.desk.Redo()
	h.saved(t)
	h.desk.Undo()
	h.saved(t)
	if got := h.trail(t, 2); got != "waived PROP-ALT-01, withdrawn PROP-ALT-01" {
		t.Error(got)
	}
}

// A save that fails keeps what is to be told for the next.
func TestFailedSaveTellsLater(t *testing.T) {
	h := signed(t)
	h.desk.Waive(app.Finding{ID: "PROP-ALT-01"}, "Skäl.")
	h.store.fail = errors.New("full")
	if h.desk.Save() == nil {
		t.Fatal("saved by a broken store")
	}
	h.store.fail = nil
	h.saved(t)
	if got := h.trail(t, 2); got != "waived PROP-ALT-01" {
		t.Error(got)
	}
}

func TestFinalFilesAreToldAtOnce(t *testing.T) {
	h := signed(t)
	id := h.desk.State().Document().ID
	h.desk.RecordFile(id, app.Export{Name: "utkast.pdf", Sum: "aa"})
	h.desk.RecordFile(id, app.Export{Name: "fel.pdf", Status: app.Final, Fault: "text", Sum: "ab"})
	h.desk.Edit("", func(m *app.Matter) { m.Documents[0].Status = app.Final })
	h.desk.RecordFile(id, app.Export{Name: "yttrande.pdf", Status: app.Final, Sum: "ac"})
	if h.desk.State().Saved.State != desk.Kept {
		t.Error("a final file waits for the next autosave")
	}
	h.desk.RecordFile(id, app.Export{Name: "webb.pdf", Status: app.Final, Copy: app.WebCopy, Sum: "ad"})
	h.desk.Edit("", func(m *app.Matter) { m.Documents[0].Status = app.Draft })
	h.saved(t)
	if got := h.trail(t, 2); got != "final, exported, exported_web web, reopened" {
		t.Error(got)
	}
	if e := h.events(t)[3]; e.Name != "yttrande.pdf" || e.Sum != "ac" || e.By != "Eva Åkesson" || e.Document != id {
		t.Errorf("%+v", e)
	}
}

func TestTheCopyForTheWebIsTold(t *testing.T) {
	h := signed(t)
	publish := func(p app.Publishing) {
		h.desk.Edit("", func(m *app.Matter) { m.Documents[0].Publishing = &p })
		h.saved(t)
	}
	kept := []app.Kept{{Words: "Alva Vik", Reason: "Hon är ordförande.", By: "Eva Åkesson"}}
	publish(app.Publishing{Keep: kept})
	publish(app.Publishing{Keep: kept, By: "Eva Åkesson", On: "2026-11-22", Sum: "ee"})
	publish(app.Publishing{Keep: kept, By: "Eva Åkesson", On: "2026-11-22", Sum: "ff"})
	publish(app.Publishing{})
	if got := h.trail(t, 2); got != "personal_web, web_approved, web_approved, personal_withdrawn, web_withdrawn" {
		t.Error(got)
	}
	if e := h.events(t)[2]; e.Reason != "Hon är ordförande." || e.Name != "" {
		t.Errorf("%+v", e)
	}
}

func TestVersionsAreTold(t *testing.T) {
	h := signed(t)
	h.desk.Waive(app.Finding{ID: "PROP-ALT-01"}, "Skäl.")
	if err := h.desk.SaveVersion("Till nämnden"); err != nil {
		t.Fatal(err)
	}
	h.pass(time.Hour)
	h.desk.Unwaive(app.Finding{ID: "PROP-ALT-01"})
	h.desk.Edit("", func(m *app.Matter) { m.Documents[0].Sections[0].Text = "Annat." })
	h.saved(t)
	if err := h.desk.Restore(2, "Före återställning"); err != nil {
		t.Fatal(err)
	}
	if got := h.trail(t, 2); got != "waived PROP-ALT-01, named 2, withdrawn PROP-ALT-01, named 4, restored 2" {
		t.Error(got)
	}
	if _, err := h.desk.RestoreSection(3, 0, 0, "Igen"); err != nil {
		t.Fatal(err)
	}
	all := h.events(t)
	if e := all[len(all)-1]; e.Action != app.ActRestoredSection || e.About != "3" || e.Name == "" {
		t.Errorf("%+v", e)
	}
}

func TestWhatBecomesOfAMatterIsTold(t *testing.T) {
	h := signed(t)
	m := h.desk.State().Matter
	h.desk.Edit("", func(m *app.Matter) { m.Documents = nil })
	h.saved(t)
	if err := h.desk.KeepCopy("Kopia"); err != nil {
		t.Fatal(err)
	}
	if err := h.desk.Remove(m.ID); err != nil {
		t.Fatal(err)
	}
	if err := h.desk.Unremove(m.ID); err != nil {
		t.Fatal(err)
	}
	from := m.Clone()
	from.ID, from.Answers = "", []app.Answer{{Criterion: "PROP-ALT-01", State: app.Waived, Reason: "Där", By: "Någon där"}}
	if err := h.desk.Add(from, ""); err != nil {
		t.Fatal(err)
	}
	if got := h.trail(t, 2); got != "document_removed opinion, copied "+m.ID+", removed, unremoved, imported" {
		t.Error(got)
	}
}
