package desk_test

import (
	"testing"

	"yttra/app"
)

// What something else wrote into the register is on the desk when it has been renewed,
// and goes on from there; a matter that is not there any more is closed.
func TestRenew(t *testing.T) {
	h := open(t)
	h.add(t)
	m := h.desk.State().Matter.Clone()
	m.Title = "Skrivet av något annat"
	if _, err := h.store.Save(app.Change{Matter: m, Base: h.desk.State().Revision, At: h.now}); err != nil {
		t.Fatal(err)
	}
	if err := h.desk.Renew(); err != nil {
		t.Fatal(err)
	}
	if s := h.desk.State(); s.Matter.Title != m.Title || s.Rows.At(0).Title != m.Title {
		t.Errorf("%q", s.Matter.Title)
	}
	h.desk.Edit("", func(m *app.Matter) { m.Title = "Här" })
	if err := h.desk.Save(); err != nil {
		t.Error("a save after it conflicts:", err)
	}
}
