package desk_test

import (
	"errors"
	"sync"
	"testing"
	"time"

	"yttra/app"
	"yttra/app/check"
	"yttra/app/desk"
	"yttra/app/packs"
	"yttra/app/store"
)

func TestAddEditSaveReopen(t *testing.T) {
	h := open(t)
	if err := h.desk.Add(&app.Matter{Title: "Kameror vid Norra skolan", Claims: []app.Claim{{Text: "att kameror sätts upp"}}}, "opinion"); err != nil {
		t.Fatal(err)
	}
	s := h.desk.State()
	if s.Document() == nil || s.Kind == nil || s.Kind.ID != "opinion" || len(s.Document().Sections) < 4 {
		t.Fatalf("no opinion was begun: %+v", s.Document())
	}
	if s.Saved.State != desk.Kept || s.Rows.Len() != 1 || s.Rows.At(0).Undecided != 1 {
		t.Fatalf("not kept as it should: %+v %+v", s.Saved, s.Rows)
	}
	h.desk.Edit("", func(m *app.Matter) { m.Claims[0].Decision = app.Reject })
	if h.desk.State().Saved.State != desk.Changed {
		t.Error("an edit is not marked as unsaved")
	}
	if err := h.desk.Save(); err != nil {
		t.Fatal(err)
	}
	id := s.Matter.ID
	again := h.another(t)
	if err := again.Open(id); err != nil {
		t.Fatal(err)
	}
	if got := again.State().Matter.Claims[0].Decision; got != app.Reject {
		t.Errorf("decision came back as %q", got)
	}
	if again.State().Rows.At(0).Undecided != 0 {
		t.Error("the row was not brought up to date")
	}
}

func TestListenersHearEveryChangeOnce(t *testing.T) {
	h := open(t)
	h.add(t)
	heard := 0
	stop := h.desk.Listen(func(desk.State) { heard++ })
	h.desk.Edit("", func(m *app.Matter) { m.Title = "A" })
	h.desk.Edit("", func(m *app.Matter) { m.Title = "B" })
	if heard != 3 { // once at once, once for each edit
		t.Errorf("heard %d times, want 3", heard)
	}
	stop()
	h.desk.Edit("", func(m *app.Matter) { m.Title = "C" })
	if heard != 3 {
		t.Error("heard after stopping")
	}
}

func TestUndoTakesAWordAtATime(t *testing.T) {
	h := open(t)
	h.add(t)
	start := h.desk.State().Matter.Documents[0].Sections[0].Text
	write := func(s string) {
		h.desk.Edit("type:0", func(m *app.Matter) { m.Documents[0].Sections[0].Text = s })
	}
	write("å")
	h.pass(100 * time.Millisecond)
	write("år")
	h.pass(5 * time.Second)
	write("åre")
	text := func() string { return h.desk.State().Matter.Documents[0].Sections[0].Text }
	for _, want := range []string{"år", start} {
		h.desk.Undo()
		if text() != want {
			t.Errorf("undone to %q, want %q", text(), want)
		}
	}
	h.desk.Undo()
	h.desk.Redo()
	h.desk.Redo()
	if text() != "åre" || h.desk.State().CanRedo {
		t.Errorf("redone to %q", text())
	}
	h.desk.Undo()
	write("ny")
	if h.desk.State().CanRedo {
		t.Error("what was undone is still there after a new edit")
	}
}

func TestEditsNeverShowInAnOlderState(t *testing.T) {
	h := open(t)
	h.add(t)
	before := h.desk.State()
	title := before.Matter.Title
	h.desk.Edit("", func(m *app.Matter) { m.Title = "annat"; m.Claims[0].Text = "att annat" })
	if before.Matter.Title != title || before.Matter.Claims[0].Text == "att annat" {
		t.Error("a state that was handed out has changed")
	}
}

func TestWaivedFindingIsNotCounted(t *testing.T) {
	h := open(t)
	h.add(t)
	s := h.desk.State()
	if s.Tally.All() == 0 {
		t.Fatal("an empty opinion has no findings")
	}
	f := s.Findings[0]
	h.desk.Answer(app.Answer{Criterion: f.ID, State: app.Waived, Sentence: f.Quote, Reason: "Frågan hör till ett annat ärende."})
	after := h.desk.State()
	if after.Tally.Of(f.Severity) != s.Tally.Of(f.Severity)-1 {
		t.Errorf("%s %q still counts: %+v → %+v", f.ID, f.Title, s.Tally, after.Tally)
	}
	h.desk.Unanswer(app.Answer{Criterion: f.ID, Sentence: f.Quote})
	if h.desk.State().Tally != s.Tally {
		t.Error("taking the answer back does not bring the finding back")
	}
}

// A criterion has one answer, whatever sentence it points at; a plain rule has
// one for each sentence.
func TestAnswersReplaceEachOther(t *testing.T) {
	h := open(t)
	h.add(t)
	h.desk.Edit("", func(m *app.Matter) { m.Documents[0].Sections[0].Text = "En. Två." })
	for _, c := range []struct {
		id   string
		want int
	}{{"PROP-ALT-01", 1}, {"LANG-ORD-01", 2}} {
		h.desk.Edit("", func(m *app.Matter) {
			m.Answers = []app.Answer{{Criterion: c.id, State: app.Failed, Sentence: "En."}} // of a time before documents were named
		})
		h.desk.Answer(app.Answer{Criterion: c.id, State: app.Met, Sentence: "En."})
		h.desk.Answer(app.Answer{Criterion: c.id, State: app.Failed, Sentence: "Två."})
		got := h.desk.State().Matter.Answers
		if len(got) != c.want || got[len(got)-1].State != app.Failed {
			t.Errorf("%s: %+v", c.id, got)
		}
		h.desk.Unanswer(app.Answer{Criterion: c.id, Sentence: "Två."})
		if n := len(h.desk.State().Matter.Answers); n != c.want-1 {
			t.Errorf("%s: %d answers left", c.id, n)
		}
	}
}

func TestFailedSaveKeepsTheText(t *testing.T) {
	h := open(t)
	h.add(t)
	h.store.fail = &app.Problem{Code: app.CodeNoFile, What: "disk"}
	h.desk.Edit("", func(m *app.Matter) { m.Title = "skrivet när disken var full" })
	err := h.desk.Save()
	s := h.desk.State()
	if app.CodeOf(err) != app.CodeNoFile || s.Saved.State != desk.Failed || s.Matter.Title != "skrivet när disken var full" {
		t.Fatalf("err %v, saved %+v", err, s.Saved)
	}
	if err := h.desk.Add(&app.Matter{Title: "ny"}, ""); err == nil {
		t.Error("another matter was opened over unsaved text")
	}
	h.store.fail = nil
	if err := h.desk.Save(); err != nil || h.desk.State().Saved.State != desk.Kept {
		t.Errorf("still not saved: %v", err)
	}
}

func TestVersionsOpenAndRestore(t *testing.T) {
	h := open(t)
	h.add(t)
	if err := h.desk.SaveVersion("Till nämnden"); err != nil {
		t.Fatal(err)
	}
	named := h.desk.State().Revision
	title := h.desk.State().Matter.Title
	h.pass(time.Hour)
	h.desk.Edit("", func(m *app.Matter) { m.Title = "annat" })
	if err := h.desk.Save(); err != nil {
		t.Fatal(err)
	}
	if err := h.desk.Restore(named, "Före återställning"); err != nil {
		t.Fatal(err)
	}
	if h.desk.State().Matter.Title != title {
		t.Error("the version was not restored")
	}
	revs, err := h.desk.Revisions()
	if err != nil || len(revs) < 3 || revs[0].Number <= named {
		t.Errorf("versions %+v, %v", revs, err)
	}
	h.desk.Undo()
	if h.desk.State().Matter.Title != "annat" {
		t.Error("a restore cannot be undone")
	}
}

func TestTwoDesksOneMatter(t *testing.T) {
	h := open(t)
	h.add(t)
	other := h.another(t)
	if err := other.Open(h.desk.State().Matter.ID); err != nil {
		t.Fatal(err)
	}
	other.Edit("", func(m *app.Matter) { m.Title = "först" })
	if err := other.Save(); err != nil {
		t.Fatal(err)
	}
	h.desk.Edit("", func(m *app.Matter) { m.Title = "sedan" })
	if err := h.desk.Save(); app.CodeOf(err) != app.CodeConflict {
		t.Errorf("the second save: %v", err)
	}
	if h.desk.State().Matter.Title != "sedan" {
		t.Error("text was lost in the conflict")
	}
}

func TestBinAndBack(t *testing.T) {
	h := open(t)
	h.add(t)
	id := h.desk.State().Matter.ID
	if err := h.desk.Remove(id); err != nil {
		t.Fatal(err)
	}
	if s := h.desk.State(); s.Matter != nil || s.Rows.Len() != 0 {
		t.Error("a removed matter is still there")
	}
	if err := h.desk.Unremove(id); err != nil {
		t.Fatal(err)
	}
	if err := h.desk.Open(id); err != nil || h.desk.State().Rows.Len() != 1 {
		t.Errorf("it did not come back: %v", err)
	}
}

func TestUnknownKind(t *testing.T) {
	h := open(t)
	h.add(t)
	n := len(h.desk.State().Matter.Documents)
	if err := h.desk.AddDocument("saga"); app.CodeOf(err) != app.CodeUnknownKind {
		t.Errorf("err %v", err)
	}
	if len(h.desk.State().Matter.Documents) != n {
		t.Error("a document of no kind was added")
	}
	if err := h.desk.AddDocument("motion_response"); err != nil || h.desk.State().Kind.ID != "motion_response" {
		t.Errorf("%v", err)
	}
}

type house struct {
	desk  *desk.Desk
	store *fragile
	now   time.Time
	packs *packs.Packs
	check *check.Checker
}

// fragile is a real store whose saves can be made to fail.
type fragile struct {
	app.Store
	fail error
}

func (f *fragile) Save(c app.Change) (app.Revision, error) {
	if f.fail != nil {
		return app.Revision{}, errors.Join(f.fail)
	}
	return f.Store.Save(c)
}

var loaded = sync.OnceValues(packs.Load)

func open(t testing.TB) *house {
	t.Helper()
	s, err := store.OpenMemory(nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	p, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	c, err := check.Compile(p, "sv")
	if err != nil {
		t.Fatal(err)
	}
	h := &house{store: &fragile{Store: s}, now: time.Date(2026, 11, 22, 9, 42, 0, 0, time.UTC), packs: p, check: c}
	h.desk = h.another(t)
	return h
}

func (h *house) another(t testing.TB) *desk.Desk {
	t.Helper()
	d, err := desk.New(desk.Parts{Store: h.store, Packs: h.packs, Checker: h.check, Now: func() time.Time { return h.now }})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func (h *house) add(t testing.TB) {
	t.Helper()
	m := &app.Matter{Title: "Ansiktsigenkänning vid entréer", Measures: []app.Measure{app.Biometrics},
		Claims: []app.Claim{{Text: "att tekniken prövas", Decision: app.Reject}}}
	if err := h.desk.Add(m, "opinion"); err != nil {
		t.Fatal(err)
	}
}

func (h *house) pass(d time.Duration) { h.now = h.now.Add(d) }

// A new matter's estimate begins as the municipality reckons; one that comes with
// terms of its own keeps them.
func TestNewMatterReckonsAsTheMunicipality(t *testing.T) {
	h := open(t)
	p := h.desk.State().Profile
	p.Economy = app.Economy{Years: 6, RealRate: 350, Inflation: 200}
	if err := h.desk.SetProfile(p); err != nil {
		t.Fatal(err)
	}
	for title, given := range map[string]app.Estimate{"Ny": {}, "Hämtad": {Years: 3}} {
		if err := h.desk.Add(&app.Matter{Title: title, Estimate: given}, "opinion"); err != nil {
			t.Fatal(err)
		}
		e := h.desk.State().Matter.Estimate
		want := app.Estimate{Years: 6, RealRate: 350, Inflation: 200}
		if given.Years > 0 {
			want = given
		}
		if e.Years != want.Years || e.RealRate != want.RealRate || e.Inflation != want.Inflation {
			t.Errorf("%s: %+v", title, e)
		}
	}
}
