package parts_test

import (
	"image"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"yttra/app"
	"yttra/app/reading"
	"yttra/reports/layout"
	"yttra/reports/raster"
	"yttra/screens/parts"
	"yttra/screens/parts/parttest"
)

// motionLines are what stands on the pages of a motion.
var motionLines = []string{"Motion om fler bänkar i centrum", "Många äldre behöver vila på vägen till affären, och bänkarna", "blir färre för varje år.",
	"Jag yrkar", "1. att kommunen ställer ut fler bänkar, och", "2. att de målas gröna.", "Åsa Öst (FE)"}

// pages makes a paper of so many pages, and what draws it.
func pages(n int) (reading.Text, []layout.Page) {
	b := reading.NewBuilder(app.PDF)
	var drawn []layout.Page
	for range n {
		page := b.Page(595, 842)
		p := layout.Page{}
		for i, s := range motionLines {
			y := 80 + 22*float32(i)
			size := 12.0
			if i == 0 {
				size = 18
			}
			b.Begin(reading.Paragraph, 0)
			b.WriteAt(s, page, reading.Box{X: 71, Y: y - 11, W: float32(len(s)) * float32(size) * 0.43, H: 15})
			p.Items = append(p.Items, layout.Item{Kind: layout.Text, X: 25, Y: float64(y) * 25.4 / 72, S: s, Face: layout.Serif, Size: size})
		}
		drawn = append(drawn, p)
	}
	return b.Text(), drawn
}

// painted draws pages at once and counts them.
func painted(drawn []layout.Page, asked *[]int) func(int, int, func(image.Image, error)) {
	painter := raster.New()
	return func(page, width int, done func(image.Image, error)) {
		if asked != nil {
			*asked = append(*asked, page)
		}
		done(painter.Draw(drawn[page], width), nil)
	}
}

func spanOf(t reading.Text, words string, after int) app.Span {
	i := after + strings.Index(t.String[after:], words)
	return app.Span{Start: i, End: i + len(words)}
}

func drawOriginal(*testing.T, fyne.Window) fyne.CanvasObject {
	text, drawn := pages(2)
	second := spanOf(text, motionLines[6], 0).End
	text.Remarks = []app.Remark{{Code: app.RemarkUncertain, Start: second - 12, End: second - 5, N: 61}}
	one := parts.NewOriginal(parts.OriginalOptions{Words: swedish(), Text: text, Draw: painted(drawn, nil)})
	one.Mark([]app.Span{spanOf(text, motionLines[0], 0), spanOf(text, "kommunen ställer ut fler bänkar", 0), spanOf(text, motionLines[5], 0)})
	one.Show(spanOf(text, motionLines[5], 0))
	one.Find("bänkar")
	other := parts.NewOriginal(parts.OriginalOptions{Words: swedish(), Text: text, Draw: func(int, int, func(image.Image, error)) {}})
	return parts.Columns(16, []float32{0, 0}, one.Outer, other.Outer)
}

// changed is a text with all that a file can say of it.
func changed() reading.Text {
	b := reading.NewBuilder(app.DOCX)
	b.Begin(reading.Heading, 1)
	b.Write("Motion om fler bänkar")
	b.Gap()
	b.Write("Många äldre behöver ")
	in := b.Write("och vill ")
	b.Remark(app.Remark{Code: app.RemarkInserted, Start: in.Start, End: in.End, By: "Åsa Öst"})
	b.Write("vila på vägen till affären¹.")
	b.Remark(app.Remark{Code: app.RemarkDeleted, Start: b.At(), What: "Det är synd.", By: "Bo Ek"})
	b.Gap()
	b.Begin(reading.Heading, 2)
	b.Write("Jag yrkar")
	b.Begin(reading.Item, 1)
	b.Write("1. att kommunen ställer ut fler bänkar på torget, vid stationen och längs gångvägen till vårdcentralen")
	b.Begin(reading.Item, 2)
	b.Write("– att de målas gröna.")
	b.Gap()
	for _, row := range []string{"Plats\tBänkar\tKostnad", "Torget\t4\t20 000 kronor"} {
		b.Begin(reading.Cell, 1)
		b.Write(row)
	}
	b.Gap()
	b.Begin(reading.Footnote, 0)
	b.Write("¹ Se kommunens egen enkät.")
	return b.Text()
}

func drawOriginalText(*testing.T, fyne.Window) fyne.CanvasObject {
	text := changed()
	one := parts.NewOriginal(parts.OriginalOptions{Words: swedish(), Text: text})
	one.Mark([]app.Span{spanOf(text, "fler bänkar", 0), spanOf(text, "kommunen ställer ut fler bänkar", 0), spanOf(text, "de målas gröna", 0)})
	one.Show(spanOf(text, "de målas gröna", 0))
	text, _ = pages(1)
	other := parts.NewOriginal(parts.OriginalOptions{Words: swedish(), Text: text, Draw: func(_, _ int, done func(image.Image, error)) {
		done(nil, &app.Problem{Code: app.CodeTooSlow, What: "motion.pdf"})
	}})
	other.Find("FLER  bänkar")
	return parts.Columns(16, []float32{0, 0}, one.Outer, other.Outer)
}

func shownOriginal(t *testing.T, o parts.OriginalOptions, width, height float32) (*parttest.Host, *parts.Original) {
	t.Helper()
	h := parttest.New(t, "sv", width, height)
	o.Words = h.Words()
	p := parts.NewOriginal(o)
	h.Put(p.Outer)
	return h, p
}

func typed(h *parttest.Host, names ...fyne.KeyName) {
	for _, n := range names {
		h.Win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: n})
	}
}

func TestOriginalDrawsWhatIsSeen(t *testing.T) {
	text, drawn := pages(300)
	var asked []int
	h, p := shownOriginal(t, parts.OriginalOptions{Text: text, Draw: painted(drawn, &asked)}, 500, 600)
	if !slices.Equal(asked, []int{0, 1}) {
		t.Errorf("asked for %v at first", asked)
	}
	p.Focus(h.Win.Canvas())
	typed(h, fyne.KeyEnd)
	if !slices.Contains(parttest.Texts(p.Outer), "Sida 300 av 300") || len(asked) > 6 || !slices.Contains(asked, 299) {
		t.Errorf("at the end: %v, asked for %v", parttest.Texts(p.Outer), asked)
	}
	typed(h, fyne.KeyHome, fyne.KeyPageDown, fyne.KeyPageDown)
	if !slices.Contains(parttest.Texts(p.Outer), "Sida 2 av 300") {
		t.Errorf("two rooms down: %v", parttest.Texts(p.Outer))
	}
	last := app.Span{Start: strings.LastIndex(text.String, "de målas"), End: len(text.String) - 1}
	p.Show(last)
	if got := p.PageOf(last); got != 300 || !slices.Contains(parttest.Texts(p.Outer), "Sida 300 av 300") {
		t.Errorf("page %d, %v", got, parttest.Texts(p.Outer))
	}
}

func TestOriginalFinds(t *testing.T) {
	text, drawn := pages(2)
	h, p := shownOriginal(t, parts.OriginalOptions{Text: text, Draw: painted(drawn, nil)}, 500, 600)
	for words, want := range map[string]int{"ÄLDRE": 2, "bänkarna blir": 2, "bänkar": 6, "finns inte": 0, " ": 0, "": 0} {
		if n := p.Find(words); n != want {
			t.Errorf("%q is found %d times, want %d", words, n, want)
		}
	}
	p.Find("gröna")
	if at := p.Picked(); text.String[at.Start:at.End] != "gröna" {
		t.Errorf("stands at %q", text.String[at.Start:at.End])
	}
	first := p.Picked()
	p.Next()
	if p.Picked() == first || !slices.Contains(parttest.Texts(p.Outer), "2 av 2") {
		t.Errorf("next is the same; %v", parttest.Texts(p.Outer))
	}
	p.Next()
	if p.Prev(); p.Picked() == first {
		t.Error("after the last comes the first, and before the first the last")
	}
	p.FocusSearch(h.Win.Canvas())
	test.Type(h.Win.Canvas().Focused(), "åsa")
	if at := p.Picked(); !strings.HasPrefix(text.String[at.Start:], "Åsa") {
		t.Errorf("typing goes to %v", at)
	}
}

func TestOriginalPicksWords(t *testing.T) {
	text, drawn := pages(1)
	for name, draw := range map[string]func(int, int, func(image.Image, error)){"pages": painted(drawn, nil), "text": nil} {
		t.Run(name, func(t *testing.T) {
			h, p := shownOriginal(t, parts.OriginalOptions{Text: text, Draw: draw}, 620, 600)
			var told []app.Span
			pressed := -1
			p.Pick, p.Press = func(s app.Span) { told = append(told, s) }, func(i int) { pressed = i }
			p.Mark([]app.Span{spanOf(text, "Åsa Öst", 0)})
			p.Show(spanOf(text, "kommunen", 0))
			p.Focus(h.Win.Canvas())
			view := h.Win.Canvas().Focused().(interface {
				fyne.Draggable
				fyne.Tappable
				desktop.Mouseable
			})
			from, to := p.Where(spanOf(text, "kommunen", 0)), p.Where(spanOf(text, "fler bänkar, och", 0))
			view.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: from.AddXY(12, 0)}})
			view.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: to.AddXY(8, 0)}})
			view.DragEnd()
			if len(told) != 1 || text.String[told[0].Start:told[0].End] != "kommunen ställer ut fler" {
				t.Errorf("picked %v %q", told, text.String[p.Picked().Start:p.Picked().End])
			}
			view.Tapped(&fyne.PointEvent{Position: p.Where(spanOf(text, "Öst", 0))})
			if len(told) != 2 || !told[1].Empty() || pressed != 0 {
				t.Errorf("let go %v, pressed %d", told, pressed)
			}
			if at := p.Picked(); text.String[at.Start:at.End] != "kommunen" {
				t.Errorf("what is shown is what is picked, not %v", at)
			}
		})
	}
}

func TestOriginalSaysWhyThereAreNoPages(t *testing.T) {
	text, drawn := pages(2)
	broken := true
	draw := painted(drawn, nil)
	_, p := shownOriginal(t, parts.OriginalOptions{Text: text, Draw: func(page, width int, done func(image.Image, error)) {
		if broken {
			done(nil, &app.Problem{Code: app.CodeTooSlow, What: "motion.pdf"})
			return
		}
		draw(page, width, done)
	}}, 600, 600)
	if p.Paged() || !slices.Contains(parttest.Texts(p.Outer), motionLines[0]) {
		t.Errorf("the text is not shown: %q", parttest.Texts(p.Outer))
	}
	broken = false
	parttest.Press(t, p.Outer, "Försök igen")
	if !p.Paged() {
		t.Error("the pages are not tried again")
	}
}

func TestOriginalZooms(t *testing.T) {
	text, drawn := pages(3)
	h, p := shownOriginal(t, parts.OriginalOptions{Text: text, Draw: painted(drawn, nil)}, 500, 600)
	p.Show(spanOf(text, "gröna", len(text.String)/2))
	was := p.Where(p.Picked())
	p.Focus(h.Win.Canvas())
	for range 3 {
		h.Win.Canvas().Focused().TypedRune('+')
	}
	if now := p.Where(p.Picked()); now.X < 1.5*was.X || !slices.Contains(parttest.Texts(p.Outer), "Sida 2 av 3") {
		t.Errorf("from %v to %v, %v", was, now, parttest.Texts(p.Outer))
	}
	h.Win.Canvas().Focused().TypedRune('0')
	if now := p.Where(p.Picked()); now != was {
		t.Errorf("from %v to %v", was, now)
	}
}

// A text of megabytes is set where it is seen, not from end to end.
func TestOriginalOfALongText(t *testing.T) {
	long := reading.Plain(strings.Repeat("Kommunen bör ställa ut fler bänkar längs vägen.\n\n", 60_000) + "Slutet är nära.\n")
	_, p := shownOriginal(t, parts.OriginalOptions{Text: long}, 500, 600)
	p.Show(spanOf(long, "Slutet", len(long.String)-20))
	if !slices.Contains(parttest.Texts(p.Outer), "Slutet är nära.") {
		t.Errorf("%q", parttest.Texts(p.Outer))
	}
}

func TestOriginalOfNothing(t *testing.T) {
	h, p := shownOriginal(t, parts.OriginalOptions{Text: reading.Plain("")}, 500, 400)
	p.Mark([]app.Span{{Start: 3, End: 9}, {Start: -1, End: 2}})
	p.Show(app.Span{Start: 100, End: 50})
	p.Find("något")
	p.Focus(h.Win.Canvas())
	typed(h, fyne.KeyEnd, fyne.KeyPageUp, fyne.KeyLeft, fyne.KeyDown)
	if !p.Picked().Empty() {
		t.Error("something is picked")
	}
}
