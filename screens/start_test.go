package screens

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/screens/parts"
	"yttra/screens/parts/parttest"
	"yttra/screens/settings"
)

// newcomer opens the window for somebody who has not been here before.
func newcomer(t *testing.T) *bench {
	return openWith(t, false, func(b *bench, s Beginning) { s.New = true; b.begin(s) })
}

func TestFirstStartOffersThreeThings(t *testing.T) {
	b := newcomer(t)
	for _, want := range []string{"Välkommen till Yttra", "Se ett färdigt exempel", "Alt+1", "Börja med en motion", "Alt+2", "Hämta kommunens profil", "Alt+3",
		"Språk · Language", "Allt sparas på den här datorn", "Byt mapp", "Inget register öppet"} {
		if !strings.Contains(b.texts(), want) {
			t.Errorf("%q is not shown", want)
		}
	}
	if strings.Contains(b.texts(), "Profil |") || len(b.opened) != 0 {
		t.Error("there is a rail, or a register was opened, before anything was chosen")
	}
	if b.win.Canvas().Focused() == nil {
		t.Error("nothing has the keyboard")
	}
}

func TestFirstStartExample(t *testing.T) {
	b := newcomer(t)
	parttest.Press(t, b.win.Content(), "Se ett färdigt exempel")
	if b.o.Desk.State().Rows.Len() != 3 || b.face != atWork || !b.known().Greeted {
		t.Errorf("%d rows, face %d", b.o.Desk.State().Rows.Len(), b.face)
	}
	if len(b.opened) != 0 {
		t.Errorf("a register was made: %v", b.opened)
	}
	if b.o.Desk.State().Saved.Err != nil || b.known().Matter != "" {
		t.Error("something of the example is remembered")
	}
}

func TestFirstStartMotionOpensTheOwnRegister(t *testing.T) {
	b := newcomer(t)
	parttest.Press(t, b.win.Content(), "Börja med en motion")
	if len(b.opened) != 1 || b.opened[0] != b.o.Folder || b.known().Register != b.o.Folder {
		t.Fatalf("opened %v, remembered %q", b.opened, b.known().Register)
	}
	if _, ok := b.win.Canvas().Focused().(*parts.Entry); !ok {
		t.Errorf("the motion is not asked for; the focus is on %T", b.win.Canvas().Focused())
	}
}

func TestCommandsAtTheFirstStartOpenTheRegister(t *testing.T) {
	b := newcomer(t)
	b.command(t, ctrl, fyne.Key2)
	if b.face != firstStart {
		t.Error("a screen was gone to without a register")
	}
	b.command(t, ctrl, fyne.KeyComma)
	if len(b.opened) != 1 || b.win.Canvas().Overlays().Top() == nil {
		t.Errorf("opened %v, and no profile", b.opened)
	}
}

func TestLooksActAtOnceAtTheFirstStart(t *testing.T) {
	b := newcomer(t)
	b.speak("en")
	if !strings.Contains(b.texts(), "Welcome to Yttra") || b.known().Language != "en" {
		t.Error("English is not spoken at once")
	}
	b.look("dark")
	if !parts.Dark() || !strings.Contains(b.texts(), "Welcome to Yttra") || b.known().Look != "dark" {
		t.Error("the dark was not put on at once")
	}
	b.scaleTo(125)
	if b.known().Scale != 125 {
		t.Error("the size is not kept")
	}
}

func TestProfileFromAFileAtTheFirstStart(t *testing.T) {
	b := newcomer(t)
	data, err := app.EncodeProfile(app.Profile{Municipality: "Exempelkommun", Bodies: []app.Body{{Name: "Nämnden", Level: app.Council}}})
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "profil.json")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	b.system = chosenFile(path)
	parttest.Press(t, b.win.Content(), "Hämta kommunens profil")
	top := b.win.Canvas().Overlays().Top()
	if top == nil || b.o.Desk.State().Profile.Municipality != "" {
		t.Fatalf("the profile is not shown before it is kept: %+v", b.o.Desk.State().Profile)
	}
	parttest.Press(t, top, "Spara profil")
	if p := b.o.Desk.State().Profile; p.Municipality != "Exempelkommun" || len(p.Bodies) != 1 || p.Bodies[0].Level != app.Council {
		t.Errorf("%+v", p)
	}
}

func TestShutRegisterIsARowWithSomethingToDo(t *testing.T) {
	fault := &app.Problem{Code: app.CodeLocked}
	b := openWith(t, false, func(b *bench, s Beginning) { b.shut = fault; s.Fault = fault; b.begin(s) })
	for _, want := range []string{"Registret går inte att öppna", "Registret är redan öppet", "Försök igen", "Välj en annan mapp …"} {
		if !strings.Contains(b.texts(), want) {
			t.Errorf("%q is not shown", want)
		}
	}
	parttest.Press(t, b.problem, "Försök igen")
	if b.face != shut || app.CodeOf(b.shown) != app.CodeLocked {
		t.Error("a register that is still shut was opened")
	}
	b.shut = nil
	parttest.Press(t, b.problem, "Försök igen")
	if b.face != atWork || b.shown != nil {
		t.Errorf("face %d, %v", b.face, b.shown)
	}
	shutAgain := openWith(t, false, func(b *bench, s Beginning) { s.Fault = fault; b.begin(s) })
	shutAgain.system = chosenFile(filepath.Join(t.TempDir(), "annan"))
	parttest.Press(t, shutAgain.problem, "Välj en annan mapp …")
	if len(shutAgain.opened) != 1 || filepath.Base(shutAgain.opened[0]) != "annan" || shutAgain.face != atWork {
		t.Errorf("opened %v", shutAgain.opened)
	}
}

func TestChangeFolderTakesTheMattersAlong(t *testing.T) {
	b := open(t, true)
	b.reg.Folder = t.TempDir()
	from, copied := b.reg.Folder, ""
	b.o.Copy = func(f, to string) error { copied = f + ">" + to; return nil }
	to := filepath.Join(t.TempDir(), "ny")
	b.system = chosenFile(to)
	b.changeFolder()
	parttest.Press(t, b.win.Canvas().Overlays().Top(), "Ta med ärendena")
	if copied != from+">"+to || b.known().Register != to || b.face != atWork {
		t.Errorf("copied %q, remembered %q", copied, b.known().Register)
	}
	b.o.Copy = func(_, _ string) error { return &app.Problem{Code: app.CodeNoFile} }
	b.reg.Folder = to
	b.copyTo(filepath.Join(t.TempDir(), "full"))
	if b.known().Register != to || app.CodeOf(b.shown) != app.CodeNoFile || b.o.Desk == nil {
		t.Errorf("after a failed copy: %q, %v", b.known().Register, b.shown)
	}
}

func TestRegisterInAChosenFolder(t *testing.T) {
	full := t.TempDir()
	if err := os.WriteFile(filepath.Join(full, "brev.txt"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if got := registerIn(full); got != filepath.Join(full, "Yttra") {
		t.Errorf("among other files: %s", got)
	}
	if err := os.WriteFile(filepath.Join(full, "register.json"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if got := registerIn(full); got != full {
		t.Errorf("a folder with a register: %s", got)
	}
	if got := registerIn(filepath.Join(full, "ny")); got != filepath.Join(full, "ny") {
		t.Errorf("a folder that is not there: %s", got)
	}
}

func TestShortFolder(t *testing.T) {
	t.Setenv("HOME", "/home/maj")
	for in, want := range map[string]string{"/home/maj/Yttra": "~/Yttra", "/srv/x": "/srv/x", "/home/majken/Y": "/home/majken/Y"} {
		if got := shortFolder(in, 40); got != want {
			t.Errorf("%s: %s", in, got)
		}
	}
	long := shortFolder("/srv/"+strings.Repeat("mapp/", 40)+"Yttra", 40)
	if n := len([]rune(long)); n != 40 || !strings.HasSuffix(long, "Yttra") || !strings.Contains(long, "…") {
		t.Errorf("%d %s", n, long)
	}
}

func TestSecondStartComesForwardWithItsFile(t *testing.T) {
	b := open(t, true)
	path := filepath.Join(t.TempDir(), "m.txt")
	if err := os.WriteFile(path, []byte(motionText), 0o600); err != nil {
		t.Fatal(err)
	}
	b.visited(settings.Visit{})
	if b.win.Canvas().Overlays().Top() != nil {
		t.Error("a visit without a file opened something")
	}
	b.visited(settings.Visit{File: path})
	if top := b.win.Canvas().Overlays().Top(); top == nil || !strings.Contains(strings.Join(parttest.Texts(top), " "), "Stämmer det här?") {
		t.Error("the file of the second start is not shown")
	}
}
