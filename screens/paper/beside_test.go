package paper

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"yttra/app"
	"yttra/app/desk"
	"yttra/screens/parts/parttest"
)

// besides is a page beside a text whose caret the test moves.
type besides struct {
	*Beside
	h     *parttest.Host
	d     *desk.Desk
	caret app.Place
	away  bool // the caret has not been in the text
	went  []app.Place
	shut  int
}

func besideOf(t *testing.T, m *app.Matter) *besides {
	t.Helper()
	h := parttest.New(t, "sv", 460, 689)
	b := &besides{h: h, d: parttest.Desk(t, m)}
	b.Beside = NewBeside(b.d, h, Options{Place: func(p app.Place) { b.went = append(b.went, p) },
		Caret: func() (app.Place, bool) { return b.caret, !b.away }}, func() { b.shut++ })
	h.Put(b.Content())
	b.Show(b.d.State())
	return b
}

// pagesOfText is a matter whose text fills some pages, each paragraph with its number.
func pagesOfText(paragraphs int) *app.Matter {
	var text []string
	for i := range paragraphs {
		text = append(text, strings.Repeat("Stycke nummer "+string(rune('A'+i%26))+" handlar om skolgården. ", 8))
	}
	return matter(strings.Join(text, "\n\n"))
}

func (b *besides) at(byte int) {
	b.caret = app.Place{Span: app.Span{Start: byte, End: byte}}
	b.Follow()
}

func TestThePageBesideFollowsTheCaret(t *testing.T) {
	b := besideOf(t, pagesOfText(30))
	text := b.d.State().Matter.Documents[0].Sections[0].Text
	if n := len(b.m.Pages()); n < 3 {
		t.Fatalf("%d pages", n)
	}
	for _, at := range []int{0, len(text) / 2, len(text) - 5, 10} {
		b.at(at)
		page, y, ok := b.m.PageOf(b.caret)
		s, there := b.m.SpotAt(y - 1)
		if !ok || page != b.m.At() || !there {
			t.Fatalf("byte %d: page %d is shown, the text is on %d", at, b.m.At(), page)
		}
		if s.Top > y || s.Bottom < y-4 {
			t.Errorf("byte %d: the bar is from %.0f to %.0f, the row at %.0f", at, s.Top, s.Bottom, y)
		}
		if !strings.Contains(strings.Join(parttest.Texts(b.outer), " "), b.h.Lang.T("paper.page_of", map[string]any{"N": b.h.Lang.Int(int64(page + 1)), "Of": b.h.Lang.Int(int64(len(b.m.Pages())))})) {
			t.Errorf("byte %d: the page's number is not told", at)
		}
		if top := b.scroll.Inner.Offset.Y; b.page.Px(y)+besideEdge < top || b.page.Px(y)+besideEdge > top+b.scroll.Inner.Size().Height {
			t.Errorf("byte %d: the paragraph is out of sight", at)
		}
	}
	b.h.Shot(t, "beside")
}

// What is typed is on the page when it is shown again, and only then is it drawn.
func TestThePageHasWhatIsTyped(t *testing.T) {
	b := besideOf(t, matter("Kort."))
	b.d.Edit("", func(m *app.Matter) { m.Documents[0].Sections[0].Text = "Nyskrivet stycke." })
	b.Show(b.d.State())
	var said string
	for _, it := range b.m.Pages()[0].Items {
		said += it.S
	}
	if !strings.Contains(said, "Nyskrivet stycke.") {
		t.Errorf("the page says %q", said)
	}
}

func TestAClickOnThePageLeadsToTheText(t *testing.T) {
	b := besideOf(t, pagesOfText(12))
	text := b.d.State().Matter.Documents[0].Sections[0].Text
	third := strings.Index(text, "Stycke nummer C")
	_, y, _ := b.m.PageOf(app.Place{Span: app.Span{Start: third}})
	b.page.Tapped(&fyne.PointEvent{Position: fyne.NewPos(100, b.page.Px(y-1))})
	if len(b.went) != 1 || b.went[0].Section != 0 || b.went[0].Span.Start != third {
		t.Fatalf("went to %v, want byte %d", b.went, third)
	}
	b.page.Tapped(&fyne.PointEvent{Position: fyne.NewPos(100, 2)}) // the letterhead is no text
	if len(b.went) != 2 || b.went[1] != b.caret {
		t.Errorf("the caret was not given back: %v", b.went)
	}
	if b.h.Win.Canvas().Focused() != nil {
		t.Error("the page has taken the keyboard")
	}
}

// Nothing on paper, a letter that cannot be drawn and a caret that has been nowhere
// are told or left in peace.
func TestThePageWithoutAPage(t *testing.T) {
	b := besideOf(t, matter("Här står 漢."))
	if said := strings.Join(parttest.Texts(b.outer), " "); !strings.Contains(said, "漢") {
		t.Errorf("the letter is not named: %q", said)
	}
	for _, p := range parttest.Presses(b.body) {
		test.Tap(p)
	}
	if b.shut != 1 {
		t.Errorf("shut %d times", b.shut)
	}
	b.d.Edit("", func(m *app.Matter) { m.Documents[0].Sections[0].Text = "Här står inget." })
	b.away = true
	b.Show(b.d.State())
	if b.page.Size().Width < least || !b.picture {
		t.Error("the page did not come back")
	}
	b.d.Edit("", func(m *app.Matter) { m.Documents = nil })
	b.Show(b.d.State())
	if said := strings.Join(parttest.Texts(b.outer), " "); !strings.Contains(said, b.h.Lang.T("paper.none")) {
		t.Errorf("no document: %q", said)
	}
}
