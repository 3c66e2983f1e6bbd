package facts

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"yttra/app"
	"yttra/app/desk"
	"yttra/screens/parts"
	"yttra/screens/parts/parttest"
)

type bench struct {
	*parttest.Host
	desk *desk.Desk
	t    *testing.T
}

func open(t *testing.T, lang string) *bench {
	t.Helper()
	m := &app.Matter{Title: "Motion om bibliotek", Documents: []app.Document{minutes()}}
	return &bench{Host: parttest.New(t, lang, 1280, 800), desk: parttest.Desk(t, m), t: t}
}

func (b *bench) options() Options {
	return Options{Kind: func(id string) string { return "Slaget " + id }, Reference: func(form string) string { return strings.TrimSpace("X " + form) }}
}

func (b *bench) top() *parts.Dialog {
	d, _ := b.Win.Canvas().Overlays().Top().(*parts.Dialog)
	return d
}

// entry finds the field under a label.
func (b *bench) entry(text string) *parts.Entry {
	b.t.Helper()
	for _, e := range parttest.Entries(b.top()) {
		if e.Text == text {
			return e
		}
	}
	b.t.Fatalf("no field holds %q", text)
	return nil
}

func (b *bench) says(want string) {
	b.t.Helper()
	if got := strings.Join(parttest.Texts(b.top()), " "); !strings.Contains(got, want) {
		b.t.Errorf("nothing says %q: %s", want, got)
	}
}

func TestThePaperIsKeptInOneStep(t *testing.T) {
	b := open(t, "sv")
	ShowPaper(b.desk, b, b.options(), PaperSection)
	b.says("Handlingens uppgifter: Slaget minutes_extract")
	b.entry("Rubrik").SetText("En annan rubrik")
	b.entry("Kulturnämnden").SetText("Tekniska nämnden")
	parttest.Press(t, b.top(), "Personer")
	b.entry("Maj, Utredare, jurist").SetText("Maj, Chef")
	parttest.Press(t, b.top(), "Spara")
	d := b.desk.State().Document()
	if b.top() != nil || d.Title != "En annan rubrik" || d.Body != "Tekniska nämnden" || d.Officers[0].Title != "Chef" {
		t.Fatalf("%+v", d)
	}
	if b.desk.Undo(); b.desk.State().Document().Title != "Rubrik" || b.desk.State().Document().Body != "Kulturnämnden" || b.desk.State().CanUndo {
		t.Errorf("it is not one step: %+v", b.desk.State().Document())
	}
	ShowPaper(b.desk, b, b.options(), PaperSection)
	before := b.desk.State().Revision
	parttest.Press(t, b.top(), "Spara")
	if b.desk.State().Revision != before || b.desk.State().CanUndo {
		t.Error("saving what nobody touched is a step")
	}
}

func TestEscLosesNothing(t *testing.T) {
	b := open(t, "sv")
	ShowPaper(b.desk, b, b.options(), MeetingSection)
	d := b.top()
	if d.Dismiss(); b.top() != nil {
		t.Fatal("an untouched dialog asks")
	}
	ShowPaper(b.desk, b, b.options(), MeetingSection)
	d = b.top()
	b.entry("84").SetText("85")
	d.Dismiss()
	if b.top() == d || b.top() == nil {
		t.Fatal("nobody was asked")
	}
	parttest.Press(t, b.top(), "Fortsätt ändra")
	if b.top() != d || b.entry("85") == nil {
		t.Fatal("the dialog is gone")
	}
	d.Dismiss()
	parttest.Press(t, b.top(), "Spara")
	if b.top() != nil || b.desk.State().Document().Meeting.Item != "85" {
		t.Error("what was typed is lost")
	}
	ShowPaper(b.desk, b, b.options(), MeetingSection)
	b.entry("85").SetText("86")
	b.top().Dismiss()
	parttest.Press(t, b.top(), "Stäng utan att spara")
	if b.top() != nil || b.desk.State().Document().Meeting.Item != "85" {
		t.Error("it was kept, or the dialog stays")
	}
}

func TestFaultsStandAtTheirFields(t *testing.T) {
	b := open(t, "sv")
	ShowPaper(b.desk, b, b.options(), MeetingSection)
	adjusted := b.entry("2026-04-20")
	adjusted.SetText("2026-04-31")
	b.says("Dagen finns inte.")
	adjusted.SetText("2026-04-01")
	b.says("Protokollet kan inte vara justerat före sammanträdet.")
	parttest.Press(t, b.top(), "Bilagor")
	parttest.Press(t, b.top(), "Spara")
	if b.top() == nil || b.desk.State().Document().Meeting.Adjusted != "2026-04-20" {
		t.Fatal("what has to be mended was kept")
	}
	if e, ok := b.Win.Canvas().Focused().(*parts.Entry); !ok || e.Text != "2026-04-01" {
		t.Error("the field to mend is not shown with what was typed")
	}
}

func TestVotesByKeys(t *testing.T) {
	b := open(t, "sv")
	ShowPaper(b.desk, b, b.options(), VotesSection)
	b.says("Ja 0 · Nej 1 · Avstår 0 · 2 inte angivna")
	press := func(r rune) { b.Win.Canvas().Focused().TypedRune(r) }
	press('J')
	press('a')
	press('j')
	b.says("Ja 2 · Nej 0 · Avstår 1")
	key := func(k fyne.KeyName) { b.Win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k}) }
	key(fyne.KeyUp)
	key(fyne.KeyDelete)
	b.says("Ja 2 · Nej 0 · Avstår 0 · 1 inte angiven")
	key(fyne.KeyUp)
	key(fyne.KeyRight)
	key(fyne.KeySpace)
	b.says("Ja 1 · Nej 1 · Avstår 0")
	parttest.Press(t, b.top(), "Spara")
	if v := b.desk.State().Document().Meeting.Votes; len(v) != 2 || v[0].Name != "Ada Prov (A)" || v[0].Cast != app.No || v[1].Name != "Cy Prov (C)" || v[1].Cast != app.Yes {
		t.Errorf("%+v", v)
	}
}

func TestAnnexesMoveAndTakeFiles(t *testing.T) {
	b := open(t, "sv")
	folder := t.TempDir()
	pdf, heavy := filepath.Join(folder, "två.pdf"), filepath.Join(folder, "tung.bin")
	if err := os.WriteFile(pdf, []byte("%PDF-1.4"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(heavy, nil, 0o600); err != nil || os.Truncate(heavy, app.MostAnnex+1) != nil {
		t.Fatal(err)
	}
	ShowPaper(b.desk, b, b.options(), AnnexSection)
	b.says("brev.pdf, 1\u00a0kB")
	b.says("Sidorna läggs sist i handlingens PDF.")
	b.says("går inte att läsa som PDF") // why it cannot follow, as somebody has asked for
	parttest.Press(t, b.top(), "Lägg till en bilaga")
	b.Win.Canvas().Focused().(*parts.Entry).SetText("Två")
	d := b.top()
	if !d.Shortcut(&desktop.CustomShortcut{KeyName: fyne.KeyUp, Modifier: fyne.KeyModifierAlt}) {
		t.Fatal("Alt+Up is not taken")
	}
	if e := b.Win.Canvas().Focused().(*parts.Entry); e.Text != "Två" || parttest.Entries(d)[0].Text != "Två" {
		t.Fatal("it did not move, or the keyboard did not follow")
	}
	parttest.Press(t, d, "Spara")
	if a := b.desk.State().Document().Annexes; len(a) != 2 || a[0].Title != "Två" || a[1].Name != "brev.pdf" {
		t.Errorf("%+v", a)
	}
	for path, want := range map[string]app.Code{pdf: "", heavy: app.CodeAnnexSize, filepath.Join(folder, "ingen"): app.CodeNoFile} {
		Read(b, path, func(a app.Annex, err error) {
			if (want == "") != (err == nil) || want != "" && app.CodeOf(err) != want || err == nil && a.Name != "två.pdf" {
				t.Errorf("%s: %d bytes, %v", path, len(a.Data), err)
			}
			if p := app.ProblemOf(err); want == app.CodeAnnexSize && (p == nil || p.Where != "52\u00a0MB") {
				t.Errorf("the size is not said: %+v", errors.Unwrap(err))
			}
		})
	}
}

func TestReferralsAreKeptInOrder(t *testing.T) {
	b := open(t, "sv")
	ShowReferrals(b.desk, b, b.options())
	b.says("Ärendet är inte skickat till någon")
	for _, r := range [][2]string{{"Sena nämnden", "2026-12-24"}, {"Tidiga nämnden", "2026-11-01"}} {
		parttest.Press(t, b.top(), "Lägg till en remiss")
		b.Win.Canvas().Focused().(*parts.Entry).SetText(r[0])
		es := parttest.Entries(b.top())
		es[2].SetText(r[1])
	}
	b.says("Väntar, svar senast 2026-12-24")
	b.says("Försenad 21 dagar")
	es := parttest.Entries(b.top())
	es[1].SetText("2026-11-31")
	parttest.Press(t, b.top(), "Spara")
	if b.top() == nil || len(b.desk.State().Matter.Referrals) != 0 {
		t.Fatal("a day that is none was kept")
	}
	es[1].SetText("2026-10-01")
	parttest.Press(t, b.top(), "Spara")
	if r := b.desk.State().Matter.Referrals; b.top() != nil || len(r) != 2 || r[0].Body != "Tidiga nämnden" || r[0].Sent != "2026-10-01" || r[1].Due != "2026-12-24" {
		t.Fatalf("%+v", r)
	}
	ShowReferrals(b.desk, b, b.options())
	parttest.Press(t, b.top(), "Ta bort remissen")
	parttest.Press(t, b.top(), "Spara")
	if r := b.desk.State().Matter.Referrals; len(r) != 1 || r[0].Body != "Sena nämnden" {
		t.Errorf("%+v", r)
	}
	if b.desk.Undo(); len(b.desk.State().Matter.Referrals) != 2 {
		t.Error("taking one away is not one step")
	}
}

// Every section is drawn, in both languages and both themes, and has a place for
// the keyboard.
func TestEverySectionIsDrawn(t *testing.T) {
	for _, lang := range []string{"sv", "en"} {
		for name, look := range map[string]parts.Look{"light": parts.LightLook, "dark": parts.DarkLook} {
			b := open(t, lang)
			test.ApplyTheme(t, parts.Theme{Look: look})
			for _, s := range []string{PaperSection, PeopleSection, MeetingSection, VotesSection, NoticeSection, AttestSection, AnnexSection} {
				ShowPaper(b.desk, b, b.options(), s)
				if b.Win.Canvas().Focused() == nil {
					t.Errorf("%s: the keyboard is nowhere", s)
				}
				for _, text := range parttest.Texts(b.top()) {
					if strings.Contains(text, "facts.") || strings.Contains(text, "{{") {
						t.Errorf("%s says %q", s, text)
					}
				}
				b.Shot(t, "facts-"+s+"-"+lang+"-"+name)
				parttest.HoldPairs(t, b.Win)
				b.top().Close()
			}
			b.desk.Edit("", func(m *app.Matter) {
				m.Referrals = []app.Referral{{Body: "Kulturnämnden", Sent: "2026-10-01", Due: "2026-11-01", Summary: "Text"}}
			})
			ShowReferrals(b.desk, b, b.options())
			b.Shot(t, "facts-referrals-"+lang+"-"+name)
			b.top().Close()
		}
	}
}
