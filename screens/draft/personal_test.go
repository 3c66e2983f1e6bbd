package draft

import (
	"testing"

	"yttra/app"
	"yttra/app/desk"
)

// A name that stands in three places is accepted in one of them, or in all, and
// never without a reason.
func TestPersonalDataAcceptedInOneOrAllPlaces(t *testing.T) {
	h := open(t, texts{"summary": "Göran Testsson har klagat. Göran Testssons tomt är stor. Vi träffade Göran Testsson."})
	m := NewModel(h.desk, h.words)
	h.desk.Listen(func(s desk.State) { m.Show(s) })
	open := func() (n int, first Key) {
		for i, f := range h.desk.State().Findings {
			if f.ID == "PII-NAME-02" && f.Waived == "" {
				if n++; n == 1 {
					first = m.keyOf(i)
				}
			}
		}
		return n, first
	}
	n, first := open()
	if n != 3 {
		t.Fatalf("%d names", n)
	}
	m.Open(first)
	_, f, _ := m.Opened()
	if !f.Personal || m.Same(f) != 3 || m.Same(app.Finding{ID: "LANG-LIX-01", Quote: "x"}) != 1 {
		t.Fatalf("the same in %d places: %+v", m.Same(f), f)
	}
	if m.WaiveIn("", true) {
		t.Error("accepted without a reason")
	}
	if !m.Waive("Han är känd i hela kommunen.") {
		t.Fatal("not accepted")
	}
	if n, first = open(); n != 2 {
		t.Fatalf("%d names are left of three, after one", n)
	}
	m.Open(first)
	if _, f, _ := m.Opened(); m.Same(f) != 2 || !m.WaiveIn("Han är känd i hela kommunen.", true) {
		t.Fatal("the rest is not accepted")
	}
	if n, _ = open(); n != 0 {
		t.Errorf("%d names are left", n)
	}
}
