package screens

import (
	"bytes"
	"image"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/app/sample"
	"yttra/screens/parts"
	"yttra/screens/parts/parttest"
)

func profileDialog(t *testing.T, b *bench) *profileView {
	t.Helper()
	if err := b.o.Desk.SetProfile(sample.Profile()); err != nil {
		t.Fatal(err)
	}
	b.command(t, ctrl, fyne.KeyComma)
	if b.win.Canvas().Overlays().Top() != fyne.CanvasObject(b.profile.dialog) {
		t.Fatal("no dialog")
	}
	return b.profile
}

func TestProfileIsKept(t *testing.T) {
	b := open(t, true)
	v := profileDialog(t, b)
	v.fields[fieldMunicipality].Entry.SetText(" Provkommun ")
	v.m.addBody()
	v.again(fieldBody)
	v.fields[fieldBody].Entry.SetText("Kulturnämnden")
	v.m.p.Bodies[v.m.body].Level = app.ExecutiveBoard
	v.fields["signatories"].Entry.SetText("Ada Prov, Ordförande\nBo Prov")
	v.show(sectionOfficer)
	v.fields["officer"].Entry.SetText("Maj Test")
	v.show(sectionFoot)
	v.fields["foot3"].Entry.SetText("")
	parttest.Press(t, v.dialog, "Spara profil")
	p := b.o.Desk.State().Profile
	if p.Municipality != "Provkommun" || len(p.Bodies) != 6 || p.Officer.Name != "Maj Test" || len(p.Foot) != 2 {
		t.Fatalf("%+v", p)
	}
	if k := p.Bodies[5]; k.Level != app.ExecutiveBoard || len(k.Signatories) != 2 || k.Signatories[0].Title != "Ordförande" {
		t.Errorf("%+v", k)
	}
	if b.win.Canvas().Overlays().Top() != nil || b.win.Canvas().Focused() == nil {
		t.Error("the dialog stays, or the keyboard is nowhere")
	}
}

// Tab goes down the left column and then the right one, and stays in the dialog.
func TestTabGoesThroughTheProfileAsItIsSeen(t *testing.T) {
	b := open(t, true)
	v := profileDialog(t, b)
	c := b.win.Canvas()
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject
	c.Focus(v.fields["department"].Entry)
	right := at(v.fields["signatories"].Entry).X
	var last fyne.Position
	for n := range 40 {
		c.FocusNext()
		o := c.Focused().(fyne.CanvasObject)
		here := at(o)
		if _, ok := o.(*parts.Dropdown); n == 0 && !ok {
			t.Fatalf("Tab goes from the administration to %T at %v", o, here)
		}
		if here.X < right && last.X >= right || here.Y < last.Y-20 && (here.X < right) == (last.X < right) {
			t.Errorf("Tab goes from %v to %v", last, here)
		}
		if last = here; o == fyne.CanvasObject(v.fields["signatories"].Entry) {
			break
		}
	}
	if c.Focused() != fyne.Focusable(v.fields["signatories"].Entry) {
		t.Error("Tab does not come to the right column")
	}
	for range 60 {
		c.FocusNext()
		o, ok := c.Focused().(fyne.CanvasObject)
		if !ok || at(o).X < at(v.nav.Outer).X-1 {
			t.Fatalf("Tab leaves the dialog, to %T", c.Focused())
		}
	}
}

func TestEnterAndCtrlEnterKeepTheProfile(t *testing.T) {
	for name, press := range map[string]func(*bench, *profileView){
		"Enter in a line": func(_ *bench, v *profileView) {
			v.fields[fieldMunicipality].Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		},
		"Ctrl+Enter in lines": func(b *bench, v *profileView) {
			b.win.Canvas().Focus(v.fields["signatories"].Entry)
			b.command(t, ctrl, fyne.KeyReturn)
		},
	} {
		t.Run(name, func(t *testing.T) {
			b := open(t, true)
			v := profileDialog(t, b)
			v.fields[fieldMunicipality].Entry.SetText("Provkommun")
			if press(b, v); b.win.Canvas().Overlays().Top() != nil || b.o.Desk.State().Profile.Municipality != "Provkommun" {
				t.Errorf("%q", b.o.Desk.State().Profile.Municipality)
			}
		})
	}
	b := open(t, true)
	v := profileDialog(t, b)
	b.win.Canvas().Focus(v.fields["signatories"].Entry)
	v.fields["signatories"].Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if b.win.Canvas().Overlays().Top() == nil {
		t.Error("Enter among several lines closes the dialog")
	}
}

func TestProfileFaultsStandInTheirPlace(t *testing.T) {
	b := open(t, true)
	v := profileDialog(t, b)
	v.fields[fieldReference].Entry.SetText("UN 2026")
	if texts := strings.Join(parttest.Texts(v.dialog), " "); !strings.Contains(texts, "Formen behöver {löpnr:5}") {
		t.Errorf("the fault is not said: %s", texts)
	}
	v.show(sectionOfficer)
	parttest.Press(t, v.dialog, "Spara profil")
	if b.win.Canvas().Overlays().Top() == nil || v.section != sectionMunicipality || b.win.Canvas().Focused() != fyne.Focusable(v.fields[fieldReference].Entry) {
		t.Error("the field to mend is not shown")
	}
	v.fields[fieldReference].Entry.SetText("KS {år}/{löpnr:4}")
	if texts := strings.Join(parttest.Texts(v.dialog), " "); !strings.Contains(texts, "Exempel: KS 2026/0077") {
		t.Error("no live example")
	}
	v.fields[fieldBody].Entry.SetText("Omsorgsnämnden")
	if texts := strings.Join(parttest.Texts(v.dialog), " "); !strings.Contains(texts, "Namnet finns redan.") {
		t.Error("two bodies of one name are not told")
	}
	v.m.body = 3
	v.again(fieldBody)
	parttest.Press(t, v.dialog, "Spara profil")
	if b.win.Canvas().Overlays().Top() == nil || v.fields[fieldBody].Text() != "Omsorgsnämnden" {
		t.Error("a body with a fault that is not shown was kept")
	}
}

func TestEscAsksOnlyWhenSomethingWouldBeLost(t *testing.T) {
	b := open(t, true)
	profileDialog(t, b)
	esc := func() { b.typedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) }
	esc()
	if b.win.Canvas().Overlays().Top() != nil {
		t.Fatal("an untouched dialog asks")
	}
	v := profileDialog(t, b)
	v.fields[fieldMunicipality].Entry.SetText("Annan")
	esc()
	top := b.win.Canvas().Overlays().Top()
	if top == fyne.CanvasObject(v.dialog) || top == nil {
		t.Fatal("nobody was asked")
	}
	esc() // the question goes, the dialog stays
	if b.win.Canvas().Overlays().Top() != fyne.CanvasObject(v.dialog) || v.m.p.Municipality != "Annan" {
		t.Fatal("Esc on the question lost the dialog")
	}
	esc()
	parttest.Press(t, b.win.Canvas().Overlays().Top(), "Stäng utan att spara")
	if b.win.Canvas().Overlays().Top() != nil || b.o.Desk.State().Profile.Municipality != "Exempelkommun" {
		t.Error("the change was kept, or the dialog stays")
	}
}

func TestLooksInTheDialogActAtOnceAndLoseNothing(t *testing.T) {
	b := open(t, true)
	v := profileDialog(t, b)
	v.fields[fieldMunicipality].Entry.SetText("Annan")
	v.show(sectionLooks)
	b.anew(func() { b.speak("en") })
	if !strings.Contains(strings.Join(parttest.Texts(b.profile.dialog), " "), "Language of the window") || b.profile.m.p.Municipality != "Annan" {
		t.Error("the dialog does not speak English, or forgot what was changed")
	}
	b.anew(func() { b.look("dark") })
	if !parts.Dark() || b.win.Canvas().Overlays().Top() != fyne.CanvasObject(b.profile.dialog) || len(b.win.Canvas().Overlays().List()) != 1 {
		t.Error("not dark, or the dialog is gone or there twice")
	}
}

func TestProfileOutAndIn(t *testing.T) {
	b := open(t, true)
	v := profileDialog(t, b)
	path := filepath.Join(t.TempDir(), "profil.json")
	b.system = chosenFile(path)
	v.give()
	v.m.put(app.Profile{Municipality: "Annan"})
	v.fetch()
	if v.m.p.Municipality != "Exempelkommun" || len(v.m.p.Bodies) != 5 || v.m.p.Officer.Name != sample.Profile().Officer.Name {
		t.Errorf("%+v", v.m.p)
	}
	if err := os.WriteFile(path, []byte(`{"format":"yttra-matter"}`), 0o600); err != nil {
		t.Fatal(err)
	}
	v.fetch()
	if v.m.p.Municipality != "Exempelkommun" || !strings.Contains(strings.Join(parttest.Texts(b.win.Canvas().Overlays().Top()), " "), "inte en hel profil") {
		t.Error("a file that is no profile is not told")
	}
}

func picture(t *testing.T, w, h int, encode func(*bytes.Buffer, image.Image) error) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := encode(&b, image.NewGray(image.Rect(0, 0, w, h))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func asPNG(b *bytes.Buffer, m image.Image) error  { return png.Encode(b, m) }
func asJPEG(b *bytes.Buffer, m image.Image) error { return jpeg.Encode(b, m, nil) }

func TestLogos(t *testing.T) {
	svg := func(inside string) []byte {
		return []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 50 60">` + inside + `</svg>`)
	}
	for name, c := range map[string]struct {
		file  string
		data  []byte
		fault string
	}{
		"png":           {"vapen.PNG", picture(t, 50, 60, asPNG), ""},
		"jpeg":          {"vapen.jpg", picture(t, 50, 60, asJPEG), ""},
		"svg":           {"vapen.svg", svg(`<path d="M0 0h50v60h-50z" fill="#0b5662"/>`), ""},
		"empty svg":     {"vapen.svg", svg(""), "profile.logo_unknown"},
		"no svg":        {"vapen.svg", []byte("<html>"), "profile.logo_unknown"},
		"not a picture": {"vapen.png", []byte("hej"), "profile.logo_unknown"},
		"cut off":       {"vapen.png", picture(t, 50, 60, asPNG)[:60], "profile.logo_unknown"},
		"too wide":      {"vapen.png", picture(t, 5000, 20, asPNG), "profile.logo_large"},
		"too small":     {"vapen.png", picture(t, 8, 8, asPNG), "profile.logo_small"},
		"too heavy":     {"vapen.png", make([]byte, largestLogo+1), "profile.logo_heavy"},
	} {
		logo, fault := readLogo(c.file, c.data)
		if fault != c.fault {
			t.Errorf("%s: %q, want %q", name, fault, c.fault)
		}
		if fault == "" {
			if _, err := png.DecodeConfig(bytes.NewReader(logo)); err != nil {
				t.Errorf("%s: what is kept is no PNG: %v", name, err)
			}
		}
	}
}

func TestBadLogoIsToldAndTheOldOneStays(t *testing.T) {
	b := open(t, true)
	v := profileDialog(t, b)
	good := filepath.Join(t.TempDir(), "v.png")
	if err := os.WriteFile(good, picture(t, 50, 60, asPNG), 0o600); err != nil {
		t.Fatal(err)
	}
	b.system = chosenFile(good)
	v.chooseLogo()
	if len(v.m.p.Logo) == 0 {
		t.Fatal("a good picture was not taken")
	}
	bad := filepath.Join(t.TempDir(), "v.png")
	if err := os.WriteFile(bad, []byte("hej"), 0o600); err != nil {
		t.Fatal(err)
	}
	b.system = chosenFile(bad)
	v.chooseLogo()
	if len(v.m.p.Logo) == 0 || !strings.Contains(strings.Join(parttest.Texts(v.dialog), " "), "Filen är inte en bild") {
		t.Error("a bad picture is not told, or took the old one with it")
	}
}

func TestReferenceForms(t *testing.T) {
	for form, want := range map[string]string{
		"UN {år}/{löpnr:5}": "UN 2026/00077", "{löpnr}": "77", "KS-{löpnr:3}-{år}": "KS-077-2026", "": "",
		"UN {år}": "!profile.reference_number", "UN {löpnr:5": "!profile.reference_number", "{löpnr:x}": "!profile.reference_digits",
		"{löpnr:0}": "!profile.reference_digits", "{löpnr5}": "!profile.reference_digits", "{löpnr:99}": "!profile.reference_digits", "{dag} {löpnr:2}": "!profile.reference_place",
	} {
		got, fault := referenceExample(form, "2026-11-22")
		if fault != "" {
			got = "!" + fault
		}
		if got != want {
			t.Errorf("%q: %q, want %q", form, got, want)
		}
	}
}

// Who and what may stand, and the levels of protection, are kept as they were
// written, without empty lines; what nobody wrote is not kept.
func TestPersonalDataInTheProfile(t *testing.T) {
	b := open(t, true)
	v := profileDialog(t, b)
	if v.m.changed() {
		t.Fatal("nothing is written, and something would be lost")
	}
	v.show(sectionPersonal)
	if v.m.level() != app.MaxProtection {
		t.Errorf("it begins at level %d", v.m.level())
	}
	v.fields["known"].Entry.SetText(" @exempelkommun.se\n\nGöran Testsson \n")
	v.fields["level2"].Entry.SetText("Gult skydd ")
	v.m.p.Protection = 2
	if !v.m.changed() {
		t.Error("something is written, and nothing would be lost")
	}
	parttest.Press(t, v.dialog, "Spara profil")
	p := b.o.Desk.State().Profile
	if !slices.Equal(p.Known, []string{"@exempelkommun.se", "Göran Testsson"}) || !slices.Equal(p.Levels, []string{"", "Gult skydd"}) || p.Protection != 2 {
		t.Fatalf("%q %q %d", p.Known, p.Levels, p.Protection)
	}
	v = profileDialogAgain(t, b)
	v.show(sectionPersonal)
	if v.fields["known"].Text() != "@exempelkommun.se\nGöran Testsson" || v.m.level() != 2 || v.m.levelName(2) != "Gult skydd" || v.m.levelName(3) != "" {
		t.Errorf("%q, level %d, %q", v.fields["known"].Text(), v.m.level(), v.m.p.Levels)
	}
	v.fields["level2"].Entry.SetText("")
	if p := v.m.profile(); len(p.Levels) != 0 {
		t.Errorf("empty names are kept: %q", p.Levels)
	}
}

// profileDialogAgain opens the dialog on the profile as it is.
func profileDialogAgain(t *testing.T, b *bench) *profileView {
	t.Helper()
	b.command(t, ctrl, fyne.KeyComma)
	return b.profile
}

func TestOwnWordsAndSilencedAdvice(t *testing.T) {
	b := open(t, false)
	p := b.o.Desk.State().Profile
	p.Municipality, p.Words = "Exempelkommun", []string{"Grönköping"}
	p.Quiet = []app.Quiet{{Rule: "LANG-ORD-01", Word: "samtliga"}, {Rule: "TYP-PROC-01"}}
	if err := b.o.Desk.SetProfile(p); err != nil {
		t.Fatal(err)
	}
	b.o.Desk.Spell(nil, &app.Problem{Code: app.CodeNoDictionary})
	b.showProfile()
	v := b.profile
	v.show(sectionWriting)
	said := strings.Join(parttest.Texts(v.dialog), " ")
	for _, want := range []string{"Ordlistan för stavning saknas", "hunspell-sv", "samtliga"} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not said", want)
		}
	}
	v.fields["words"].Entry.SetText("Åsbo\n\n Grönköping \nÅsbo")
	v.hear(0)
	v.save()
	p = b.o.Desk.State().Profile
	if strings.Join(p.Words, "|") != "Grönköping|Åsbo" || len(p.Quiet) != 1 || p.Quiet[0].Rule != "TYP-PROC-01" {
		t.Errorf("%q %v", p.Words, p.Quiet)
	}
}
