package help

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"yttra/app/packs"
	"yttra/screens/parts"
	"yttra/screens/parts/parttest"
)

func show(t *testing.T, at string) (*parttest.Host, *view) {
	t.Helper()
	h := parttest.New(t, "sv", 1196, 689)
	field := parts.NewField(parts.FieldOptions{})
	h.Put(field.Outer)
	h.Win.Canvas().Focus(field.Entry)
	p, err := packs.Load()
	if err != nil {
		t.Fatal(err)
	}
	b, err := NewBook(Source{Words: h.Words(), Packs: p, Key: func(w string) (string, string) { return h.Words().T(w), "" }})
	if err != nil {
		t.Fatal(err)
	}
	v := newView(NewModel(b, at), h)
	v.show()
	return h, v
}

func said(o fyne.CanvasObject) string { return strings.Join(parttest.Texts(o), " ") }

func press(h *parttest.Host, k fyne.KeyName) {
	h.Win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
}

func TestOpensAtThePlaceAndGivesTheFocusBack(t *testing.T) {
	h, v := show(t, "PROP-ALT-01")
	h.Shot(t, "help-rule")
	if !strings.Contains(said(v.dialog), "Vilka mindre ingripande") {
		t.Error(said(v.dialog))
	}
	if v.list.At() != v.m.Index() {
		t.Error("the contents do not show where it is")
	}
	v.dialog.Close()
	if _, ok := h.Win.Canvas().Focused().(*parts.Entry); !ok || h.Win.Canvas().Overlays().Top() != nil {
		t.Errorf("the focus is on %T", h.Win.Canvas().Focused())
	}
}

func TestSearchAsTyped(t *testing.T) {
	h, v := show(t, "start")
	test.Type(v.search.Entry, "sekretess")
	h.Shot(t, "help-search")
	if v.m.Page().ID != v.m.Rows()[0].ID || !strings.Contains(said(v.dialog), "sid") {
		t.Error("the best page is not shown")
	}
	press(h, fyne.KeyDown)
	if h.Win.Canvas().Focused() != fyne.Focusable(v.list) {
		t.Fatalf("Down went to %T", h.Win.Canvas().Focused())
	}
	first := v.m.Page().ID
	press(h, fyne.KeyDown)
	if v.m.Page().ID == first {
		t.Error("Down does not open the next")
	}
	press(h, fyne.KeyUp)
	press(h, fyne.KeyUp)
	if h.Win.Canvas().Focused() != fyne.Focusable(v.search.Entry) {
		t.Errorf("Up past the first went to %T", h.Win.Canvas().Focused())
	}
	v.search.Entry.SetText("")
	if !v.m.Rows()[0].Head {
		t.Error("the contents did not come back")
	}
	test.Type(v.search.Entry, "xyzzy")
	if len(v.m.Rows()) != 0 || !strings.Contains(said(v.dialog), "0 sidor") {
		t.Error("nothing found is not said")
	}
	press(h, fyne.KeyDown) // nowhere to go
	if h.Win.Canvas().Focused() != fyne.Focusable(v.search.Entry) {
		t.Error("the focus went to an empty list")
	}
}

func TestLinksAndTheWayBack(t *testing.T) {
	h, v := show(t, "start")
	parttest.Press(t, v.page.Inner.Content, "Pröva")
	if v.m.Page().ID != "screen-assess" || v.list.At() != v.m.Index() {
		t.Fatalf("at %s", v.m.Page().ID)
	}
	if h.Win.Canvas().Focused() != fyne.Focusable(v.list) {
		t.Errorf("the focus is on %T", h.Win.Canvas().Focused())
	}
	parttest.Press(t, v.dialog, "← Bakåt")
	if v.m.Page().ID != "start" {
		t.Errorf("at %s", v.m.Page().ID)
	}
	v.along(v.m.Forward) // Alt+Right: the test canvas has no shortcuts
	if v.m.Page().ID != "screen-assess" {
		t.Errorf("at %s", v.m.Page().ID)
	}
	h.Win.Canvas().Focus(v.search.Entry)
	v.search.Entry.TypedShortcut(altKey(fyne.KeyLeft)) // passed on, not typed
	if v.search.Text() != "" {
		t.Errorf("the search holds %q", v.search.Text())
	}
}

func TestHeadsArePassedBy(t *testing.T) {
	h, v := show(t, "keys")
	v.first()
	press(h, fyne.KeyDown)
	if v.m.Page().ID != "screen-matters" {
		t.Errorf("Down went to %s", v.m.Page().ID)
	}
	v.list.Choose(0) // a click on a head
	if v.m.Page().ID != "screen-matters" || v.list.At() != v.m.Index() {
		t.Error("a head was opened")
	}
}

// A page laid out: its words never go past its edge, whatever they are.
func TestWordsStayOnThePage(t *testing.T) {
	_, v := show(t, "start")
	for _, id := range v.m.book.order {
		v.m.Open(id)
		v.drawPage()
		for _, o := range flows(v.page.Inner.Content) {
			for _, k := range o.Objects {
				if k.Position().X+k.Size().Width > o.Size().Width+1 && k.Position().X > 0 {
					t.Errorf("%s: %v goes past %v", id, parttest.Texts(k), o.Size().Width)
				}
			}
		}
	}
}

func flows(o fyne.CanvasObject) []*fyne.Container {
	c, ok := o.(*fyne.Container)
	if !ok {
		return nil
	}
	if _, ok := c.Layout.(*flow); ok {
		return []*fyne.Container{c}
	}
	var out []*fyne.Container
	for _, k := range c.Objects {
		out = append(out, flows(k)...)
	}
	return out
}

func TestGolden(t *testing.T) {
	_, v := show(t, "start")
	for name, p := range map[string]Page{
		"page.xml": {Title: "Rubrik", Blocks: []Block{{Kind: Para, Spans: []Span{{Text: "Ord och "}, {Text: "fet", Bold: true}, {Text: ", se "}, {Text: "sidan", Link: "pdf"}, {Text: "."}}},
			plain(Head, "Del"), plain(Item, "en sak"), {Kind: Quote, Mark: parts.MarkFailed, Spans: []Span{{Text: "Citat."}}}, plain(Fact, "2026-11-22")}},
		"marked.xml": {Title: "Sökt", Blocks: []Block{plain(Para, "Gallring sker efter beslut om gallringsplan.")}},
	} {
		v.m.Search(map[bool]string{true: "gallr"}[name == "marked.xml"])
		w := test.NewTempWindow(t, v.drawn(p))
		w.SetPadded(false)
		w.Resize(fyne.NewSize(400, 260))
		test.AssertRendersToMarkup(t, name, w.Canvas())
	}
}
