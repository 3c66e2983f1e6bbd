package paper

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"yttra/app"
	"yttra/screens/parts"
	"yttra/screens/parts/parttest"
)

const aboutChild = "Eleven Alva Vikman går i skolan, säger grannen Åke Testsson. Karin Ek (S) frågade."

// webScreen is the screen with the pages of the copy for the web, nothing held back.
func webScreen(t *testing.T, text string) (*view, *parttest.Host) {
	t.Helper()
	h := parttest.New(t, "sv", 1196, 689)
	s := screenOf(t, h, matter(text), Options{Finding: func(app.Finding) {}})
	s.model.SetCopy(app.WebCopy)
	s.view.draw()
	return s.view, h
}

func TestTheWebCopyIsShown(t *testing.T) {
	v, _ := webScreen(t, aboutChild)
	shown := func() string {
		var b strings.Builder
		for _, p := range v.m.Pages() {
			for _, i := range p.Items {
				b.WriteString(i.S + " ")
			}
		}
		return b.String()
	}
	if s := shown(); strings.Contains(s, "Alva") || strings.Contains(s, "Åke") || !strings.Contains(s, "Webbexemplar") || !strings.Contains(s, "Ek (S)") {
		t.Errorf("the pages say %q", s)
	}
	if name := v.m.Name(false); name != "yttrande-un-2026-00077-webb-utkast.pdf" {
		t.Errorf("the file is called %q", name)
	}
	if v.m.Web().Removed() != 2 || v.m.Ready() {
		t.Errorf("%d removed, ready %v", v.m.Web().Removed(), v.m.Ready())
	}
	v.web.choice.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	v.web.choice.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if v.m.Copy() != app.FullCopy || !strings.Contains(shown(), "Alva") {
		t.Error("the full paper is not shown again")
	}
}

// What leads from a page to the text leads to the same words.
func TestTheWebCopyLeadsToTheText(t *testing.T) {
	v, _ := webScreen(t, strings.Repeat("Eleven Alva Vikman och grannen Åke Testsson var där. ", 40)+"\n\nSista stycket står här.")
	text := v.d.State().Document().Sections[0].Text
	at := strings.Index(text, "Sista")
	page, y, ok := v.m.PageOf(app.Place{Section: 0, Span: app.Span{Start: at, End: at}})
	if !ok {
		t.Fatal("it is not on paper")
	}
	v.m.Turn(page)
	if s, ok := v.m.SpotAt(y); !ok || s.Place.Span.Start != at {
		t.Errorf("leads to %d, not %d", s.Place.Span.Start, at)
	}
}

func TestKeepAndRemove(t *testing.T) {
	v, _ := webScreen(t, aboutChild)
	item := v.m.Web().Items[1]
	v.keep(item, " Han har själv bett om det. ")
	p := v.m.Publishing()
	if len(p.Keep) != 1 || p.Keep[0].Reason != "Han har själv bett om det." || p.Keep[0].By != v.d.State().Profile.Officer.Name || p.Keep[0].On == "" {
		t.Fatalf("%+v", p)
	}
	if got := v.m.Web().Items[1]; got.Removed() || got.Kept == nil {
		t.Errorf("%+v", got)
	}
	v.takeOut(v.m.Web().Items[1])
	if got := v.m.Web().Items[1]; !got.Removed() || len(v.m.Publishing().Keep) != 0 || len(v.m.Publishing().Remove) != 0 {
		t.Errorf("%+v", got)
	}
	v.alsoRemove("Karin  Ek")
	v.alsoRemove("Karin Ek")
	if p = v.m.Publishing(); len(p.Remove) != 1 || v.m.Web().Removed() != 3 {
		t.Errorf("%+v, %d", p, v.m.Web().Removed())
	}
	v.removeNoMore(v.m.Web().Items[2])
	if v.m.Web().Removed() != 2 {
		t.Errorf("%+v", v.m.Web().Items)
	}
	v.d.Undo()
	if v.m.Web().Removed() != 3 {
		t.Error("a decision cannot be undone")
	}
}

// A final copy needs a final paper, somebody's approval, and that nothing has
// changed since.
func TestAFinalWebCopyNeedsAnApproval(t *testing.T) {
	v, _ := webScreen(t, "Lugnt. Grannen Åke Testsson hördes.")
	v.m.state.Findings = nil
	refused := func(why string) {
		t.Helper()
		if _, err := v.m.Snapshot(true); app.CodeOf(err) != app.CodeUnapproved {
			t.Errorf("%s: %v", why, err)
		}
		if f, err := v.m.Snapshot(false); err != nil || f.in.Copy != app.WebCopy || f.in.Document.Status != app.Draft {
			t.Errorf("%s: no draft: %v", why, err)
		}
	}
	refused("nobody has approved it")
	v.approve()
	v.m.state.Findings = nil
	refused("the paper is a draft")
	v.setStatus(app.Final, 0)
	v.m.state.Findings = nil
	f, err := v.m.Snapshot(true)
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := f.Write(context.Background(), nil); err != nil {
		t.Error(err)
	}
	if name := v.m.Name(true); !strings.HasSuffix(name, "-webb.pdf") {
		t.Errorf("%q", name)
	}
	v.d.Edit("", func(m *app.Matter) { m.Documents[0].Sections[0].Text += " Nytt." })
	v.m.state.Findings = nil
	if given, holds := v.m.Approved(); !given || holds {
		t.Errorf("given %v, holds %v", given, holds)
	}
	refused("the text has changed")
	if _, words := v.m.approvalWords(); !strings.Contains(words, "gäller inte längre") {
		t.Errorf("%q", words)
	}
}

// Something that is left in the file is told, and the file is not written.
func TestWhatIsLeftStopsTheFile(t *testing.T) {
	v, _ := webScreen(t, aboutChild)
	f, err := v.m.Snapshot(false)
	if err != nil {
		t.Fatal(err)
	}
	f.in.Document.Sections[0].Text += " Alva Vikman."
	path := filepath.Join(t.TempDir(), "webb.pdf")
	v.saveTo(path, f, false)
	if _, err := os.Stat(path); err == nil {
		t.Error("the file was written")
	}
	_, _, err = f.Write(context.Background(), nil)
	if p := app.ProblemOf(err); p == nil || p.Code != app.CodeLeft || p.What != "Alva Vikman" || p.Where != "sidan 1" {
		t.Errorf("%v", err)
	}
}

func TestTheDialogOfTheWebCopy(t *testing.T) {
	v, h := webScreen(t, aboutChild+" Storgatan 12. 18900101-9802.")
	v.d.Edit("", func(m *app.Matter) {
		m.Documents[0].Annexes = []app.Annex{{Title: "Brev", How: app.AnnexAppended, Data: []byte("x")}}
	})
	test.Tap(v.web.open)
	top := func() fyne.CanvasObject { return h.Win.Canvas().Overlays().Top() }
	said := strings.Join(parttest.Texts(top()), " ")
	h.Shot(t, "paper-web")
	for _, s := range []string{"”Alva Vikman” blir [elev A]", "Barn eller elev · 1 ställe: Bedömning", "Låt stå …", "Får aldrig stå kvar", "Bilagans fil går inte att maskera", "Brev", "Inte godkänt"} {
		if !strings.Contains(said, s) {
			t.Errorf("%q is not said in %q", s, said)
		}
	}
	parttest.Press(t, top(), "Låt stå …")
	entry := parttest.Entries(top())[0]
	entry.SetText("För kort.")
	parttest.Press(t, top(), "Låt stå")
	entry.SetText("Hon är nämndens egen påhittade elev i läroboken och finns inte.")
	parttest.Press(t, top(), "Låt stå")
	if said = strings.Join(parttest.Texts(top()), " "); !strings.Contains(said, "”Alva Vikman” står kvar") || !strings.Contains(said, "nämndens egen påhittade elev") {
		t.Errorf("%q", said)
	}
	if p, ok := h.Win.Canvas().Focused().(*parts.Press); !ok || !slices.Contains(parttest.Texts(p), "Ta bort") {
		t.Errorf("the keyboard is at %T", h.Win.Canvas().Focused())
	}
	parttest.Entries(top())[0].SetText("x")
	parttest.Press(t, top(), "Lägg till")
	parttest.Entries(top())[0].SetText("skolan")
	parttest.Press(t, top(), "Lägg till")
	if said = strings.Join(parttest.Texts(top()), " "); !strings.Contains(said, "”skolan” blir [uppgift 1]") || !slices.Equal(v.m.Publishing().Remove, []string{"skolan"}) {
		t.Errorf("%q", said)
	}
	if h.Win.Canvas().Focused() == nil {
		t.Error("the keyboard is nowhere")
	}
	parttest.Press(t, top(), "Godkänn webbexemplaret")
	if given, holds := v.m.Approved(); !given || !holds {
		t.Error("it is not approved")
	}
}
