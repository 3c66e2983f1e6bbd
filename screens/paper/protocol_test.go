package paper

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yttra/app"
	"yttra/app/check"
	"yttra/app/desk"
	"yttra/app/packs"
	"yttra/reports"
	"yttra/reports/tagging"
	"yttra/screens/parts/parttest"
)

// The protocol is a paper of its own, and in Swedish though the window is English.
func TestProtocolIsSavedAlone(t *testing.T) {
	for lang, button := range map[string]string{"sv": "Spara protokollet", "en": "Save the protocol"} {
		h := parttest.New(t, lang, 1196, 689)
		s := screenOf(t, h, priced(), Options{Creator: "Yttra"})
		parttest.Press(t, s.Content(), button)
		if h.Win.Canvas().Overlays().Top() == nil {
			t.Fatal("nobody asks where")
		}
		r, err := s.view.d.Swedish()
		if err != nil || len(r.Criteria) == 0 {
			t.Fatal(len(r.Criteria), err)
		}
		file, err := s.model.Protocol(r)
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(t.TempDir(), s.model.ProtocolName())
		s.view.make(path, file, func(_ reports.Proof, err error) {
			if err != nil {
				t.Error(err)
			}
		})
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		read, err := tagging.Read(data)
		if err != nil || !strings.HasPrefix(read.Title, "Kontroll av ") || !strings.Contains(read.Root.Text(), r.Criteria[0].Title) || !strings.Contains(read.Root.Text(), "Ej behandlat") {
			t.Errorf("%s: %v %q", lang, err, read.Title)
		}
		if !s.model.Proof().At.IsZero() {
			t.Error("the paper itself counts as read back")
		}
	}
}

func TestNoProtocolWithoutADocument(t *testing.T) {
	p, err := packs.Load()
	if err != nil {
		t.Fatal(err)
	}
	m := NewModel(parttest.New(t, "sv", 800, 600).Words(), p, "Yttra")
	m.Take(desk.State{})
	if _, err := m.Protocol(check.Result{}); app.CodeOf(err) != app.CodeNoDocument {
		t.Error(err)
	}
	if _, _, err := (File{in: reports.Input{Part: reports.Protocol}}).Write(context.Background(), nil); app.CodeOf(err) != app.CodeNoDocument {
		t.Error(err)
	}
}

// The protocol of a copy for the web is refused before anybody is asked where it is to
// lie: it is never published.
func TestNoProtocolOfTheWebCopy(t *testing.T) {
	for _, lang := range []string{"sv", "en"} {
		h := parttest.New(t, lang, 1196, 689)
		s := screenOf(t, h, priced(), Options{Creator: "Yttra"})
		s.model.SetCopy(app.WebCopy)
		s.view.exportProtocol()
		if h.Win.Canvas().Overlays().Top() != nil {
			t.Errorf("%s: it asks where", lang)
		}
		if _, err := s.model.Protocol(check.Result{}); app.CodeOf(err) != app.CodeProtocolWeb {
			t.Errorf("%s: %v", lang, err)
		}
		s.model.SetCopy(app.FullCopy)
		if _, err := s.model.Protocol(check.Result{}); err != nil {
			t.Errorf("%s: of the full copy: %v", lang, err)
		}
	}
}
