package desk_test

import (
	"testing"

	"yttra/app"
)

// Something else writes in the register while nothing is open; then it is all there.
func TestShutAndReload(t *testing.T) {
	h := open(t)
	d, s := h.desk, h.store
	if err := d.Add(&app.Matter{ID: "m", Title: "Ett"}, "opinion"); err != nil {
		t.Fatal(err)
	}
	d.Edit("", func(m *app.Matter) { m.Title = "Två" })
	id, err := d.Shut()
	if err != nil || id != "m" || d.State().Matter != nil {
		t.Fatalf("%q %v", id, err)
	}
	m, rev, err := s.Load("m")
	if err != nil || m.Title != "Två" {
		t.Fatalf("what was open is not saved: %v", err)
	}
	m.Title = "Tre"
	if _, err := s.Save(app.Change{Matter: m, Base: rev.Number}); err != nil {
		t.Fatal(err)
	}
	if err := s.SaveProfile(app.Profile{Municipality: "Exempelkommun"}); err != nil {
		t.Fatal(err)
	}
	if err := d.Reload(id); err != nil {
		t.Fatal(err)
	}
	if now := d.State(); now.Matter == nil || now.Matter.Title != "Tre" || now.Profile.Municipality != "Exempelkommun" || now.Rows.At(0).Title != "Tre" {
		t.Errorf("%+v", d.State())
	}
	d.Edit("", func(m *app.Matter) { m.Title = "Fyra" })
	if err := d.Save(); err != nil {
		t.Errorf("it cannot be saved any longer: %v", err)
	}
	if _, err := d.Shut(); err != nil {
		t.Fatal(err)
	}
	if err := d.Reload("finns inte"); err != nil || d.State().Matter != nil {
		t.Errorf("%v", err)
	}
	if id, err := d.Shut(); id != "" || err != nil {
		t.Errorf("%q %v", id, err)
	}
}

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
