package desk_test

import (
	"fmt"
	"testing"

	"yttra/app"
)

func TestFilesThatWereMadeAreKept(t *testing.T) {
	h := open(t)
	h.add(t)
	before := h.desk.State()
	id := before.Document().ID
	h.desk.RecordFile(id, app.Export{Name: "yttrande.pdf", Claims: []string{"PDF/UA-1"}, Pages: 3, Sum: "ab"})
	h.desk.RecordFile(id, app.Export{Name: "fel.pdf", Fault: "text"})
	h.desk.RecordFile("nothing", app.Export{Name: "borta.pdf"}) // is left alone
	s := h.desk.State()
	got := s.Document().Exports
	if len(got) != 2 || got[0].Name != "yttrande.pdf" || got[1].Fault != "text" || got[0].At.IsZero() || s.CanUndo != before.CanUndo {
		t.Fatalf("%+v, undo %v", got, s.CanUndo)
	}
	if len(before.Document().Exports) != 0 {
		t.Error("the state before has changed")
	}
	if err := h.desk.Save(); err != nil {
		t.Fatal(err)
	}
	revs, err := h.desk.Revisions()
	if err != nil {
		t.Fatal(err)
	}
	m, err := h.desk.Revision(revs[0].Number)
	if err != nil || len(m.Documents[0].Exports) != 2 || m.Documents[0].Exports[0].Sum != "ab" {
		t.Errorf("not kept with the matter: %v", err)
	}
	for i := range 60 {
		h.desk.RecordFile(id, app.Export{Name: fmt.Sprint(i)})
	}
	if got := h.desk.State().Document().Exports; len(got) != 50 || got[49].Name != "59" {
		t.Errorf("%d files remembered", len(got))
	}
}
