package paper

import (
	"archive/zip"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yttra/app"
	"yttra/app/desk"
	"yttra/app/packs"
	"yttra/screens/parts/parttest"
)

// The paper is saved for Word from its own box, and holds what the pages hold.
func TestWordFileIsSaved(t *testing.T) {
	for lang, button := range map[string]string{"sv": "Spara som Word …", "en": "Save for Word …"} {
		h := parttest.New(t, lang, 1196, 689)
		s := screenOf(t, h, priced(), Options{Creator: "Yttra"})
		parttest.Press(t, s.Content(), button)
		if h.Win.Canvas().Overlays().Top() == nil {
			t.Fatal("nobody asks where")
		}
		file, err := s.model.Snapshot(false)
		if err != nil {
			t.Fatal(err)
		}
		name := s.model.WordName(false)
		if !strings.HasSuffix(name, ".docx") {
			t.Errorf("it is called %s", name)
		}
		path := filepath.Join(t.TempDir(), name)
		s.view.makeWord(path, file)
		z, err := zip.OpenReader(path)
		if err != nil {
			t.Fatal(err)
		}
		defer z.Close()
		f, err := z.Open("word/document.xml")
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, section := range s.model.state.Document().Sections {
			if section.Text != "" && !strings.Contains(string(data), section.Heading) {
				t.Errorf("%s: no %q in the file", lang, section.Heading)
			}
		}
		left, err := os.ReadDir(filepath.Dir(path))
		if err != nil || len(left) != 1 {
			t.Errorf("beside the file lies %v, %v", left, err)
		}
	}
}

func TestNoWordFileWithoutADocument(t *testing.T) {
	p, err := packs.Load()
	if err != nil {
		t.Fatal(err)
	}
	m := NewModel(parttest.New(t, "sv", 800, 600).Words(), p, "Yttra")
	m.Take(desk.State{})
	if _, err := m.Snapshot(false); app.CodeOf(err) != app.CodeNoDocument {
		t.Error(err)
	}
	if _, err := (File{}).Word(); app.CodeOf(err) != app.CodeNoDocument {
		t.Error(err)
	}
}
