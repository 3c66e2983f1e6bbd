package store

import (
	"bytes"
	"testing"

	"yttra/app"
)

func TestPacks(t *testing.T) {
	in := []piece{{body: []byte("ett")}, {body: nil}, {body: bytes.Repeat([]byte("å"), 400)}}
	body := pack(in)
	out, err := unpack(body)
	if err != nil || len(out) != 3 {
		t.Fatal(out, err)
	}
	for i, p := range out {
		if sum := sumOf(in[i].body); !bytes.Equal(p.body, in[i].body) || !bytes.Equal(p.sum, sum[:partSum]) {
			t.Errorf("%d: %q", i, p.body)
		}
	}
	for n := range body {
		if out, err := unpack(body[:n]); err == nil && len(out) == 3 {
			t.Errorf("%d bytes of it are taken for all", n)
		}
	}
	if _, err := unpack(bytes.Repeat([]byte{0xff}, 11)); err == nil {
		t.Error("a length without an end")
	}
}

// A pack that is damaged is said to be, by all who need it, and by nobody else.
func TestDamagedPack(t *testing.T) {
	s, err := OpenMemory(nil)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	r := s.(*register)
	m := many("m", 12)
	save(t, r, app.Change{Matter: m, Name: "a", At: noon})
	m.Documents[0].Sections[3].Text += " mer"
	save(t, r, app.Change{Matter: m, Base: 1, Name: "b", At: noon})
	save(t, r, app.Change{Matter: matter("n", "N", "x"), At: noon})
	var rec record
	if err := r.view(func(t tx) error { return t.must(keyRev(t.box, "m", 2), &rec) }); err != nil {
		t.Fatal(err)
	}
	if len(rec.In) != partSum {
		t.Fatalf("%d bytes of packs", len(rec.In))
	}
	if err := r.update(func(t tx) error { return t.remove(keyPart(t.box, "m", rec.In)) }); err != nil {
		t.Fatal(err)
	}
	for n := range uint64(2) {
		_, err := r.LoadRevision("m", n+1)
		wantCode(t, err, app.CodeDamaged)
	}
	// Whoever still has the text saves it whole again.
	save(t, r, app.Change{Matter: m, Base: 2, Name: "c", At: noon})
	got, _, err := r.Load("m")
	if err != nil {
		t.Fatal(err)
	}
	same(t, got, m)
	if _, _, err := r.Load("n"); err != nil {
		t.Error(err)
	}
}
