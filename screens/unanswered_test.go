package screens

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yttra/app"
	"yttra/reports/tagging"
)

func TestListOfUnansweredMotionsIsSaved(t *testing.T) {
	b := open(t, true)
	b.pass()
	path := filepath.Join(t.TempDir(), "lista.pdf")
	b.system = chosenFile(path)
	b.saveUnanswered()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	read, err := tagging.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	text := read.Root.Text()
	for _, r := range b.o.Desk.State().Rows.All() {
		if r.Stage != app.Decided && !strings.Contains(text, r.Title) {
			t.Errorf("%s is not in the list", r.Title)
		}
	}
	if b.told == nil || b.shown != nil {
		t.Errorf("nobody is told where it lies: %v", b.shown)
	}
	b.untell()
	b.system = chosenFile(filepath.Join(t.TempDir(), "finns", "inte", "x.pdf"))
	b.saveUnanswered()
	if app.CodeOf(b.shown) != app.CodeNoFile || b.told != nil {
		t.Errorf("a folder that is gone gives %v", b.shown)
	}
}
