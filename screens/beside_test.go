package screens

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/screens/parts"
	"yttra/screens/parts/parttest"
)

// pageViews are the pages that can be seen.
func pageViews(o fyne.CanvasObject) []*parts.PageView {
	var out []*parts.PageView
	parttest.Visit(o, func(o fyne.CanvasObject) {
		if p, ok := o.(*parts.PageView); ok {
			out = append(out, p)
		}
	})
	return out
}

func TestThePageStandsBesideTheText(t *testing.T) {
	b := open(t, true)
	b.win.Resize(fyne.NewSize(1280, 800))
	b.Go("draft")
	if len(pageViews(b.win.Content())) != 0 {
		t.Fatal("a page is shown though nobody asked for it")
	}
	b.toggleBeside()
	b.pass()
	if len(pageViews(b.win.Content())) != 1 || !b.known().Beside || b.beside == nil {
		t.Fatal("the page is not beside the text, or it is not remembered")
	}
	if b.win.Canvas().Focused() == nil || len(findingCards(b)) != 0 {
		t.Error("the text has lost the keyboard, or the findings lie under the page")
	}
	b.jump("findings")()
	if len(pageViews(b.win.Content())) != 0 || len(findingCards(b)) == 0 {
		t.Error("the findings do not come forward")
	}
	b.jump("text")()
	if len(pageViews(b.win.Content())) != 1 {
		t.Error("the page does not come back with the text")
	}
	b.win.Resize(fyne.NewSize(1900, 900))
	if len(pageViews(b.win.Content())) != 1 || len(findingCards(b)) == 0 {
		t.Error("there is room for page and findings")
	}
	b.win.Resize(fyne.NewSize(1000, 700))
	if len(pageViews(b.win.Content())) != 0 {
		t.Error("the page is there in a narrow window")
	}
	b.win.Resize(fyne.NewSize(1280, 800))
	b.build() // another language or theme
	b.pass()
	if len(pageViews(b.win.Content())) != 1 {
		t.Error("the page is gone after the window was built anew")
	}
	b.Go("paper")
	b.toggleBeside() // from another screen: it is taken away, and the text shown
	if b.front != "draft" || b.known().Beside || b.beside != nil || len(pageViews(b.win.Content())) != 0 {
		t.Errorf("front %s, %v", b.front, b.known().Beside)
	}
}

func findingCards(b *bench) []string {
	var out []string
	for _, s := range parttest.Texts(b.win.Content()) {
		if s == b.words.T("draft.findings") {
			out = append(out, s)
		}
	}
	return out
}

// A key is drawn before the page is, keys that come meanwhile are drawn with it, and
// then the page has them.
func TestThePageIsDrawnAfterTheKey(t *testing.T) {
	b := open(t, true)
	b.win.Resize(fyne.NewSize(1280, 800))
	b.Go("draft")
	b.toggleBeside()
	b.pass()
	told := func() string { // Sida 1 av 13
		for _, s := range parttest.Texts(b.win.Content()) {
			if strings.HasPrefix(s, "Sida ") {
				return s
			}
		}
		return ""
	}
	was := told()
	for range 3 {
		b.o.Desk.Edit("", func(m *app.Matter) {
			m.Documents[0].Sections[0].Text += strings.Repeat("\n\nSkrivet i all hast, för att fylla ännu en sida med text som ingen läser.", 30)
		})
	}
	if was == "" || told() != was || !b.waits {
		t.Fatalf("%q became %q with the key", was, told())
	}
	b.pass()
	if told() == was {
		t.Errorf("it is still %q", told())
	}
}
