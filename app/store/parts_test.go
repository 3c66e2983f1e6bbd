package store

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"yttra/app"
)

// many is a matter with something in every part that may be a piece of its own.
func many(id string, sections int) *app.Matter {
	m := withFiles(id)
	m.Motion = &app.Source{Name: "m.txt", Text: strings.Repeat("Vi yrkar att kommunen bygger. ", 90)}
	for i := range sections {
		m.Documents[0].Sections = append(m.Documents[0].Sections, app.Section{Role: fmt.Sprint("s", i), Heading: "H", Text: strings.Repeat(fmt.Sprint("mening ", i, ". "), 60)})
	}
	m.Documents = append(m.Documents, app.Document{ID: "e", Kind: "x", To: strings.Repeat("Till ", 200), Extra: app.Extra{"§": []byte(`{"§":1}`)}})
	m.Extra["later"] = json.RawMessage(`{"§":3,"a":"` + strings.Repeat("x", 900) + `"}`)
	m.Extra["§"] = json.RawMessage(`{"§":99}`)
	return m
}

func TestTakenApartAndTogether(t *testing.T) {
	for name, m := range map[string]*app.Matter{"small": matter("m", "T", "x"), "empty": {ID: "m"}, "many": many("m", 12)} {
		body, err := json.Marshal(m)
		if err != nil {
			t.Fatal(err)
		}
		parts, err := split(body)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := join(parts); err != nil || !bytes.Equal(got, body) {
			t.Errorf("%s: %v\n%.500s\n%.500s", name, err, got, body)
		}
		if len(parts) > 1 {
			if _, err := join(parts[:len(parts)-1]); err == nil {
				t.Errorf("%s: a piece is missing and nobody says so", name)
			}
		}
	}
	for _, bad := range []string{``, `[]`, `{`, `{"a"`, `{"documents":3}`, `{"documents":[1]}`, `{"documents":[{"sections":{}}]}`, `{"a":{"§":0}}`, `{"a":{"§":x}}`, `{"a":{"§":}`} {
		if out, err := join([][]byte{[]byte(bad)}); err == nil {
			t.Errorf("%s became %s", bad, out)
		}
	}
}

// pieces counts those of a matter.
func pieces(t *testing.T, r *register, id string) (n int) {
	t.Helper()
	if err := r.view(func(t tx) error {
		return t.eachKey(keyParts(r.box, id), func([]byte) error { n++; return nil })
	}); err != nil {
		t.Fatal(err)
	}
	return n
}

func TestOnlyTheChangedSectionIsWritten(t *testing.T) {
	r, err := open(t.TempDir(), 0)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	m := many("m", 12)
	save(t, r, app.Change{Matter: m, At: noon})
	first := pieces(t, r, "m")
	for i := range 5 {
		m.Documents[0].Sections[3].Text += " mer"
		save(t, r, app.Change{Matter: m, Base: uint64(i + 1), Name: "n", At: noon})
		if got := pieces(t, r, "m"); got != first+i+1 {
			t.Errorf("%d pieces after %d changes, %d at first", got, i+1, first)
		}
	}
	m.Documents[0].Sections[3], m.Documents[0].Sections[5] = m.Documents[0].Sections[5], m.Documents[0].Sections[3]
	save(t, r, app.Change{Matter: m, Base: 6, Name: "n", At: noon})
	if got := pieces(t, r, "m"); got != first+5 { // the record alone says in which order they come
		t.Errorf("%d pieces after sections changed places, %d at first", got, first)
	}
	save(t, r, app.Change{Matter: many("n", 12), At: noon})
	if got := pieces(t, r, "n"); got != first {
		t.Errorf("another matter has %d pieces of its own, not %d", got, first)
	}
}

// What no revision has any more goes, and nothing else.
func TestLoosePiecesGo(t *testing.T) {
	r, err := open(t.TempDir(), 0)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	m := many("m", 12)
	save(t, r, app.Change{Matter: m, At: noon})
	first := pieces(t, r, "m")
	for i := range mostLoose + 40 {
		m.Documents[0].Sections[3].Text += " mer"
		save(t, r, app.Change{Matter: m, Base: uint64(i + 1), At: noon.Add(time.Duration(i) * time.Second)})
	}
	r.tidying.Wait()
	if got := pieces(t, r, "m"); got > first+mostLoose+2 {
		t.Errorf("%d pieces are left, %d at first", got, first)
	}
	if err := r.tidy("m", noon); err != nil {
		t.Fatal(err)
	}
	if got := pieces(t, r, "m"); got != first+1 {
		t.Errorf("%d pieces are left, %d at first", got, first)
	}
	for _, rev := range revisions(t, r, "m") {
		if _, err := r.LoadRevision("m", rev.Number); err != nil {
			t.Error(err)
		}
	}
	got, _, err := r.Load("m")
	if err != nil {
		t.Fatal(err)
	}
	same(t, got, m)
}
