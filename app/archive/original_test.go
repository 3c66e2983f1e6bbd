package archive

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"yttra/app"
)

// The paper that came in lies in the archive as it came, once, with its text beside it;
// the page of the matter leads to both, and it is taken in again byte for byte.
func TestOriginalGoesAlong(t *testing.T) {
	from := memory(t)
	m := &app.Matter{ID: "m", Title: "Bänkar", Measures: []app.Measure{app.General}, Motion: original(5 << 20)}
	for base := range uint64(2) {
		m.Holder += "x"
		if _, err := from.Save(app.Change{Matter: m, Base: base, At: noon, Name: "ett"}); err != nil {
			t.Fatal(err)
		}
	}
	file, w := export(t, from, options(t))
	if w.Files != 1 {
		t.Errorf("%d files", w.Files)
	}
	z, err := zip.OpenReader(file)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	var names []string
	page := ""
	for _, f := range z.File {
		switch {
		case strings.Contains(f.Name, "/bilagor/"):
			names = append(names, f.Name[strings.LastIndexByte(f.Name, '/')+1:])
			if strings.HasSuffix(f.Name, ".pdf") && inZipOf(t, f) != string(m.Motion.Data) {
				t.Error("the file is another than the one that came")
			}
		case strings.HasSuffix(f.Name, "arende.html"):
			page = inZipOf(t, f)
		}
	}
	if len(names) != 2 {
		t.Errorf("the files are %q", names)
	}
	for _, want := range []string{names[0], names[1], "Originalet, som det kom", m.Motion.SHA256, "2026-11-20"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page of the matter has no %q", want)
		}
	}
	to := memory(t)
	if took := carry(t, opened(t, file), to, nil); took.New != 1 || len(took.Faults) > 0 {
		t.Fatalf("%+v", took)
	}
	got, _, err := to.Load("m")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got.Motion.Data, m.Motion.Data) || got.Motion.State() != app.FileWhole || got.Motion.Extra != nil {
		t.Errorf("%s, %v", got.Motion.State(), got.Motion.Extra)
	}
	// An original that is gone is told, and its text comes.
	lost := remade(t, file, func(name string, data []byte) (string, []byte) {
		if strings.HasSuffix(name, ".pdf") && strings.Contains(name, "/bilagor/") {
			return "", nil
		}
		return name, data
	})
	a := opened(t, lost)
	back, faults, err := a.Matter(0)
	if err != nil || len(faults) != 1 || faults[0].Kind != NoFile || back.Motion.State() != app.FileGone || back.Motion.Text != m.Motion.Text {
		t.Errorf("%v, %+v, %v", back, faults, err)
	}
}
