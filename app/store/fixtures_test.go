package store

import (
	"bytes"
	"strings"
	"testing"

	"yttra/app"
)

// matter makes a matter with one document and the given section texts.
func matter(id, title string, texts ...string) *app.Matter {
	d := app.Document{ID: "d", Kind: "opinion"}
	for _, text := range texts {
		d.Sections = append(d.Sections, app.Section{Role: "assessment", Heading: "Bedömning", Text: text})
	}
	return &app.Matter{ID: id, Title: title, Received: "2026-04-15", References: []string{"KS 2026/00240"},
		Movers:    []app.Mover{{Name: "Majken Ros", Party: "LL", Extra: app.Extra{"seat": []byte("12")}}},
		Claims:    []app.Claim{{Text: "att en cykelväg byggs", Decision: app.Reject}, {Text: "att den belyses <snart>"}},
		Documents: []app.Document{d}, Extra: app.Extra{"colour": []byte(`"blå"`)},
		Estimate: app.Estimate{Lines: []app.CostLine{{Kind: app.CostPurchase, What: "asfalt", Quantity: 500, Price: 101}}}}
}

func save(t *testing.T, s app.Store, c app.Change) app.Revision {
	t.Helper()
	rev, err := s.Save(c)
	if err != nil {
		t.Fatal(err)
	}
	if rev.Number != c.Base+1 {
		t.Fatalf("revision %d follows on %d", rev.Number, c.Base)
	}
	return rev
}

func revisions(t *testing.T, s app.Store, id string) []app.Revision {
	t.Helper()
	revs, err := s.Revisions(id)
	if err != nil {
		t.Fatal(err)
	}
	return revs
}

// rowsIn makes plain rows of what a list or the bin gives.
func rowsIn[L app.Rows | []app.Row](t *testing.T, list func() (L, error)) []app.Row {
	t.Helper()
	rows, err := list()
	if err != nil {
		t.Fatal(err)
	}
	if r, ok := any(rows).(app.Rows); ok {
		return r.List()
	}
	return any(rows).([]app.Row)
}

func ids[L app.Rows | []app.Row](t *testing.T, list func() (L, error)) string {
	t.Helper()
	var out []string
	for _, r := range rowsIn(t, list) {
		out = append(out, r.ID)
	}
	return strings.Join(out, " ")
}

func only[L app.Rows | []app.Row](t *testing.T, list func() (L, error)) app.Row {
	t.Helper()
	rows := rowsIn(t, list)
	if len(rows) != 1 {
		t.Fatalf("%d rows", len(rows))
	}
	return rows[0]
}

func same(t *testing.T, got, want *app.Matter) {
	t.Helper()
	g, err := app.EncodeMatter(got)
	if err != nil {
		t.Fatal(err)
	}
	w, err := app.EncodeMatter(want)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(g, w) {
		t.Errorf("loaded\n%s\nwant\n%s", g, w)
	}
}

func wantCode(t *testing.T, err error, code app.Code) {
	t.Helper()
	if p := app.ProblemOf(err); p == nil || p.Code != code {
		t.Errorf("got %v, want %s", err, code)
	}
}

// open opens a register that has so many bytes to spare on its disk.
func open(dir string, reserve uint64) (*register, error) { return openFolder(dir, Options{}, reserve) }
