package screens

import (
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/screens/parts"
	"yttra/screens/parts/parttest"
)

func lookSection(t *testing.T, b *bench) *profileView {
	t.Helper()
	v := profileDialog(t, b)
	v.show(sectionLook)
	return v
}

func TestTheLookIsKept(t *testing.T) {
	b := open(t, true)
	v := lookSection(t, b)
	v.fields[fieldColour].Entry.SetText(" #1f3a5f ")
	v.fields[fieldLineStep].Entry.SetText("10")
	v.fields[fieldDigital].Entry.SetText("Undertecknas digitalt.")
	v.m.look.word = "case_ref"
	v.again(fieldOwnWord)
	v.fields[fieldOwnWord].Entry.SetText("Ärendenummer")
	parttest.Press(t, v.dialog, "Handlingen blir PDF/A")
	v.m.look.look.Sans, v.m.look.look.Abreast = true, 3
	v.show(sectionMunicipality)
	v.fields[fieldBodyReference].Entry.SetText("KSAU {år}-{löpnr:3}")
	parttest.Press(t, v.dialog, "Spara profil")
	p := b.o.Desk.State().Profile
	want := app.Look{Sans: true, Colour: "#1f3a5f", Number: 10, Abreast: 3, Plain: true, Digital: "Undertecknas digitalt.", Labels: map[string]string{"case_ref": "Ärendenummer"}}
	if !reflect.DeepEqual(p.Look, want) || p.Bodies[0].Reference != "KSAU {år}-{löpnr:3}" {
		t.Fatalf("%+v %q", p.Look, p.Bodies[0].Reference)
	}
	b.command(t, ctrl, fyne.KeyComma)
	if b.profile.m.changed() {
		t.Error("an untouched profile would ask")
	}
	b.profile.show(sectionLook)
	if s := strings.Join(parttest.Texts(b.profile.dialog), " "); !strings.Contains(s, "”Diarienummer” står som ”Ärendenummer”") {
		t.Errorf("the own word is not listed: %s", s)
	}
}

func TestWhatThePaperCannotHaveIsSaidAtItsField(t *testing.T) {
	for name, c := range map[string]struct{ field, typed, says string }{
		"no colour":       {fieldColour, "blå", "Färgen går inte att läsa: blå."},
		"too pale":        {fieldColour, "#cccccc", "1,6:1"},
		"no step":         {fieldLineStep, "ibland", "helt tal från 1 till 50"},
		"a step too wide": {fieldLineStep, "51", "helt tal från 1 till 50"},
		"a lost hole":     {fieldOwnWord, "Sidan", "klamrar"},
	} {
		t.Run(name, func(t *testing.T) {
			b := open(t, true)
			v := lookSection(t, b)
			v.m.look.word = "page"
			v.again(fieldOwnWord)
			v.fields[c.field].Entry.SetText(c.typed)
			if s := strings.Join(parttest.Texts(v.dialog), " "); !strings.Contains(s, c.says) {
				t.Errorf("nothing says %q: %s", c.says, s)
			}
			v.m.look.word = "clock"
			v.show(sectionOfficer)
			parttest.Press(t, v.dialog, "Spara profil")
			if b.win.Canvas().Overlays().Top() == nil || v.section != sectionLook || b.win.Canvas().Focused() != fyne.Focusable(v.fields[c.field].Entry) || v.fields[c.field].Text() != c.typed {
				t.Error("it was kept, or the field to mend is not shown with what was typed")
			}
		})
	}
	b := open(t, true)
	v := profileDialog(t, b)
	v.fields[fieldBodyReference].Entry.SetText("UN 2026")
	v.m.body = 1
	v.show(sectionOfficer)
	parttest.Press(t, v.dialog, "Spara profil")
	if v.section != sectionMunicipality || v.m.body != 0 || b.win.Canvas().Focused() != fyne.Focusable(v.fields[fieldBodyReference].Entry) {
		t.Error("the body with a form to mend is not shown")
	}
}

// The picture is of the paper as it will be, in the look that is being chosen; also
// when no matter is open.
func TestThePictureFollows(t *testing.T) {
	for _, samples := range []bool{true, false} {
		b := open(t, samples)
		v := lookSection(t, b)
		if len(v.shown.pages) == 0 {
			t.Fatal("there is no picture")
		}
		before := v.shown.pages[0]
		v.m.look.look.Large = true
		v.drawPicture()
		if before.SameInk(v.shown.pages[0]) {
			t.Error("large print looks the same")
		}
		before = v.shown.pages[0]
		v.fields[fieldColour].Entry.SetText("#7a1f1f")
		b.pass()
		if before.SameInk(v.shown.pages[0]) {
			t.Error("what is typed does not come into the picture")
		}
		n := len(v.shown.pages)
		parttest.Press(t, v.dialog, "Nästa sida")
		if n > 1 && v.shown.at != 1 {
			t.Error("the page does not turn")
		}
	}
}

// A profile that is given away and fetched has all of the look and the references;
// who sits at the desk, and what advice that person wants, stay at home.
func TestALookGoesOutAndIn(t *testing.T) {
	b := open(t, true)
	v := lookSection(t, b)
	look := app.Look{Sans: true, Large: true, Colour: "#1f3a5f", Number: 10, Abreast: 3, Plain: true, Digital: "Not", Labels: map[string]string{"page": "Sid {n} av {of}"}}
	v.m.look = newLookModel(look)
	v.m.p.Bodies[1].Reference = "UN {löpnr}"
	path := filepath.Join(t.TempDir(), "profil.json")
	b.system = chosenFile(path)
	v.give()
	v.m.put(app.Profile{Municipality: "Annan", Officer: app.Person{Name: "Den här"}})
	v.fetch()
	if got := v.m.profile(); !reflect.DeepEqual(got.Look, look) || got.Bodies[1].Reference != "UN {löpnr}" {
		t.Errorf("%+v", got.Look)
	}
	if parts.Dark() {
		t.Error("a profile changed the window")
	}
}

func TestAnExampleOnlyFillsIn(t *testing.T) {
	b := open(t, true)
	v := profileDialog(t, b)
	v.fields[fieldMunicipality].Entry.SetText("Annan")
	v.m.p.Officer.Name = "Den här"
	parttest.Press(t, v.dialog, "Börja med ett exempel …")
	parttest.Press(t, b.win.Canvas().Overlays().Top(), "Exempelkommun")
	if v.fields[fieldMunicipality].Text() != "Exempelkommun" || v.m.p.Officer.Name != "Den här" || b.win.Canvas().Overlays().Top() != fyne.CanvasObject(v.dialog) {
		t.Errorf("%q, %q", v.fields[fieldMunicipality].Text(), v.m.p.Officer.Name)
	}
	v.m.p.Officer = v.m.kept.Officer
	if b.o.Desk.State().CanUndo || v.m.changed() {
		t.Error("an example was kept")
	}
}
