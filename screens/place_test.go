package screens

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"yttra/app"
	"yttra/app/store"
	"yttra/screens/parts/parttest"
)

// misplacedIn is a window whose register lies in a synchronised folder.
func misplacedIn(t *testing.T, folder string) *bench {
	t.Helper()
	fault := fmt.Errorf("open register: %w", errors.Join(&app.Problem{Code: app.CodeSynced, What: folder, Where: "OneDrive"}))
	b := openWith(t, false, func(b *bench, s Beginning) {
		b.o.Local = filepath.Join(t.TempDir(), "Yttra")
		s.Fault = fault
		b.begin(s)
	})
	if b.face != shut || !strings.Contains(b.texts(), "synkroniseras (OneDrive)") {
		t.Fatalf("face %d: %s", b.face, b.texts())
	}
	return b
}

func TestAMisplacedRegisterIsCopiedHere(t *testing.T) {
	cloud := t.TempDir()
	if err := os.WriteFile(filepath.Join(cloud, "register.json"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	b := misplacedIn(t, cloud)
	if err := os.MkdirAll(filepath.Join(b.o.Local, "något"), 0o700); err != nil { // the usual place is taken
		t.Fatal(err)
	}
	copied := ""
	b.o.Copy = func(from, to string) error { copied = from + ">" + to; return nil }
	want := b.o.Local + " 2"
	b.Problem(b.shown) // with the new way to copy
	parttest.Press(t, b.problem, "Kopiera till den här datorn")
	if copied != cloud+">"+want || b.face != atWork || b.known().Register != want || !strings.Contains(b.texts(), "Registret ligger nu på den här datorn") {
		t.Errorf("copied %q, face %d, %q: %s", copied, b.face, b.known().Register, b.texts())
	}
}

func TestANewRegisterIsBegunHere(t *testing.T) {
	b := misplacedIn(t, t.TempDir())
	parttest.Press(t, b.problem, "Ha registret på den här datorn")
	if len(b.opened) != 1 || b.opened[0] != b.o.Local || b.face != atWork {
		t.Errorf("opened %v, face %d", b.opened, b.face)
	}
}

func TestACopyThatFailsIsTold(t *testing.T) {
	cloud := t.TempDir()
	if err := os.WriteFile(filepath.Join(cloud, "register.json"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	b := misplacedIn(t, cloud)
	b.o.Copy = func(_, _ string) error { return &app.Problem{Code: app.CodeNoFile, What: "full"} }
	b.Problem(b.shown)
	parttest.Press(t, b.problem, "Kopiera till den här datorn")
	if b.face != shut || app.CodeOf(b.shown) != app.CodeNoFile {
		t.Errorf("face %d, %v", b.face, b.shown)
	}
}

// withTrail lays the window over a register that tells who did what when.
func withTrail(t *testing.T) *bench {
	t.Helper()
	b := open(t, true)
	k, err := store.Open(t.TempDir(), store.Options{Now: func() time.Time { return b.clock }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { k.Close() })
	b.reg.Trail = k
	return b
}

func TestAClockSetBackIsToldOnce(t *testing.T) {
	b := withTrail(t)
	if err := b.reg.Trail.Record(app.Event{Action: app.ActProfile, At: b.clock.Add(-time.Minute)}); err != nil {
		t.Fatal(err)
	}
	b.askClock()
	if b.told != nil {
		t.Error("a clock that goes well is blamed")
	}
	if err := b.reg.Trail.Record(app.Event{Action: app.ActProfile, At: b.clock.Add(24 * time.Hour)}); err != nil {
		t.Fatal(err)
	}
	b.askClock()
	if b.told == nil || !strings.Contains(b.texts(), "Datorns klocka verkar gå fel") {
		t.Errorf("not told: %s", b.texts())
	}
}

func TestEventsAreShownAndSaved(t *testing.T) {
	b := withTrail(t)
	for i := range 3 {
		if err := b.reg.Trail.Record(app.Event{Action: app.ActNamed, About: fmt.Sprint(i + 1), Name: "Till nämnden", By: "Eva Åkesson"}); err != nil {
			t.Fatal(err)
		}
	}
	b.showTrail()
	said := strings.Join(parttest.Texts(b.win.Canvas().Overlays().Top()), " | ")
	for _, want := range []string{"Kedjan är hel: 3 händelser", "En version fick ett namn (version 3)", "Namn: Till nämnden", "Eva Åkesson"} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not in %s", want, said)
		}
	}
	table := filepath.Join(t.TempDir(), "händelser.csv")
	b.system = chosenFile(table)
	parttest.Press(t, b.win.Canvas().Overlays().Top(), "Spara som CSV …")
	if data, err := os.ReadFile(table); err != nil || strings.Count(string(data), "Till nämnden") != 3 {
		t.Errorf("%s %v", data, err)
	}
	if b.win.Canvas().Overlays().Top() != nil || b.told == nil {
		t.Error("nobody is told where it lies")
	}
	b.untell()
	paper := filepath.Join(t.TempDir(), "händelser.pdf")
	b.system = chosenFile(paper)
	b.showMatterTrail()
	parttest.Press(t, b.win.Canvas().Overlays().Top(), "Spara som PDF …")
	if data, err := os.ReadFile(paper); err != nil || !strings.HasPrefix(string(data), "%PDF-") {
		t.Errorf("no paper: %v %v", err, b.shown)
	}
}
