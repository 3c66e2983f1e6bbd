package draft

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"yttra/app"
	"yttra/app/markup"
	"yttra/screens/parts"
)

// writer is what the live entry tells of: the hand that leads it.
type writer interface {
	key(e *fyne.KeyEvent) bool         // true: taken
	shortcut(s fyne.Shortcut) bool     // true: taken
	letter(r rune)                     // about to be typed
	typed(text string, at int)         // the block's text has become this, with the caret there
	moved()                            // the caret has moved
	focused(on bool)                   //
	clicked(e *desktop.MouseEvent)     // the caret was set with the pointer
	menu(at fyne.Position)             // the other button
	scrolled(e *fyne.ScrollEvent)      // the wheel over it
	draggedOut(e *fyne.DragEvent) bool // the pointer is dragged; true: outside
}

// live is the one entry of the page. It lies exactly on the block with the caret
// and shows its raw text, but of a bound figure only the words; all else on the
// page is drawn. Every offset it takes and gives is one in the raw text.
type live struct {
	widget.Entry
	source string         // the raw text
	read   markup.Reading // of it: what is shown
	w      writer
	dress  *container.ThemeOverride
	glass  *glass
	caret  *canvas.Rectangle
	shift  bool
	quiet  bool // the text is being set, not typed
}

var _ fyne.Tabbable = (*live)(nil)

func newLive(w writer) *live {
	l := &live{w: w, caret: parts.Rect(parts.Accent, 2, 2, 0)}
	l.MultiLine, l.Wrapping, l.Scroll = true, fyne.TextWrapWord, container.ScrollNone
	l.TextStyle = parts.Serif.Style()
	l.OnChanged = func(s string) {
		if !l.quiet {
			at := l.turn(s, l.shownAt())
			l.w.typed(l.source, at)
		}
	}
	l.OnCursorChanged = func() {
		if !l.quiet {
			l.w.moved()
		}
	}
	l.ExtendBaseWidget(l)
	l.dress = container.NewThemeOverride(l, parts.PageTheme())
	l.glass = newGlass(l)
	l.caret.Hide()
	return l
}

// objects are what the page lays on top, in this order.
func (l *live) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{l.dress, l.glass, l.caret}
}

// lay puts the entry over a block whose letters begin at a place.
func (l *live) lay(at fyne.Position, width, height float32) {
	const p = parts.PagePadding
	at, size := at.SubtractXY(p, p), fyne.NewSize(width+2*p, height+2*p)
	for _, o := range []fyne.CanvasObject{l.dress, l.glass} {
		if o.Position() != at {
			o.Move(at)
		}
		if o.Size() != size {
			o.Resize(size)
		}
	}
}

// show sets text and caret without telling the hand. rows are the raw rows; bold
// letters are those of a heading.
func (l *live) show(text string, rows []row, at int, bold bool) {
	l.quiet = true
	defer func() { l.quiet = false }()
	if l.SelectedText() != "" && (l.source != text || l.at() != at) {
		l.unselect()
	}
	if l.source != text {
		l.source, l.read = text, markup.Read(text)
	}
	if l.TextStyle.Bold != bold {
		l.TextStyle.Bold = bold
		l.Refresh()
	}
	if l.Text != l.read.Text {
		l.SetText(l.read.Text)
	}
	i, column := placeIn(rows, at)
	if l.CursorRow != i || l.CursorColumn != column {
		l.CursorRow, l.CursorColumn = i, column
		l.Refresh()
	}
}

// unselect drops the selection: End does, when Shift is up.
func (l *live) unselect() {
	shift := l.shift
	if shift {
		l.Entry.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	}
	l.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	if shift {
		l.Entry.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	}
}

// at is the caret's byte offset in the raw text: beside a figure rather than in it.
func (l *live) at() int {
	n := l.shownAt()
	return l.read.Place(markup.Span{Start: n, End: n}).Start
}

// turn takes what the entry has come to show, with the caret in it, and makes the
// raw text of it. A figure in which something has changed is plain text from now on;
// the others keep their marks. at is the caret in the raw text.
func (l *live) turn(shown string, caret int) (at int) {
	was := l.read
	from, to := changed(was.Text, shown, caret)
	grown := len(shown) - len(was.Text)
	var b strings.Builder
	done := 0
	for _, f := range was.Fields {
		s := app.Span(f.Span)
		switch {
		case s.End <= from:
		case s.Start >= to:
			s = shift(s, grown)
		default:
			continue // changed, or gone
		}
		b.WriteString(shown[done:s.Start] + markup.BoundTo(f.Name, shown[s.Start:s.End]))
		done = s.End
	}
	b.WriteString(shown[done:])
	l.source = b.String()
	l.read = markup.Read(l.source)
	return l.read.Place(markup.Span{Start: caret, End: caret}).Start
}

// shownAt is the caret's byte offset in what is shown.
func (l *live) shownAt() int {
	n := l.CursorTextOffset()
	for i := range l.Text {
		if n == 0 {
			return i
		}
		n--
	}
	return len(l.Text)
}

// selection is the selected span; empty at the caret when nothing is selected.
func (l *live) selection() app.Span {
	at, sel := l.shownAt(), l.SelectedText()
	s := markup.Span{Start: at, End: at}
	switch {
	case sel == "":
	case strings.HasSuffix(l.Text[:at], sel):
		s.Start = at - len(sel)
	case strings.HasPrefix(l.Text[at:], sel):
		s.End = at + len(sel)
	}
	return app.Span(l.read.Place(s))
}

// erase takes the selection away, as a key of its own.
func (l *live) erase() {
	if l.SelectedText() != "" {
		l.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	}
}

// AcceptsTab is true, so that Tab comes here and can lead to the findings.
func (l *live) AcceptsTab() bool { return true }

// TypedKey lets the hand take keys that leave the block.
func (l *live) TypedKey(e *fyne.KeyEvent) {
	if !l.w.key(e) {
		l.Entry.TypedKey(e)
	}
}

// TypedRune types a letter.
func (l *live) TypedRune(r rune) {
	l.w.letter(r)
	l.Entry.TypedRune(r)
}

// TypedShortcut lets the hand take what concerns more than the block.
func (l *live) TypedShortcut(s fyne.Shortcut) {
	if !l.w.shortcut(s) {
		l.Entry.TypedShortcut(s)
	}
}

func (l *live) KeyDown(e *fyne.KeyEvent) {
	l.shift = l.shift || isShift(e)
	l.Entry.KeyDown(e)
}

func (l *live) KeyUp(e *fyne.KeyEvent) {
	l.shift = l.shift && !isShift(e)
	l.Entry.KeyUp(e)
}

func isShift(e *fyne.KeyEvent) bool {
	return e.Name == desktop.KeyShiftLeft || e.Name == desktop.KeyShiftRight
}

func (l *live) FocusGained() {
	l.Entry.FocusGained()
	l.w.focused(true)
}

func (l *live) FocusLost() {
	l.shift = false
	l.Entry.FocusLost()
	l.w.focused(false)
}

// MouseDown sets the caret; a click on an underlined sentence opens its card.
func (l *live) MouseDown(e *desktop.MouseEvent) {
	l.Entry.MouseDown(e)
	l.w.clicked(e)
}

// DoubleTapped does nothing: the second click has selected the word already, when
// the button went down.
func (l *live) DoubleTapped(*fyne.PointEvent) {}

// choose selects a span of the text, with the caret at its end.
func (l *live) choose(s app.Span, rows []row) {
	if s.Empty() {
		return
	}
	l.show(l.source, rows, s.Start, l.TextStyle.Bold)
	if !l.shift {
		l.Entry.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
		defer l.Entry.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	}
	last := lastLetter(rows, s.End)
	l.CursorRow, l.CursorColumn = placeIn(rows, last)
	l.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight}) // Shift is down: it selects
}

// placeIn is the entry's row and column of an offset.
func placeIn(rows []row, at int) (r, column int) {
	r = rowAt(rows, at)
	for _, p := range rows[r].pieces {
		if at > p.at {
			column += utf8.RuneCountInString(p.text[:min(at-p.at, len(p.text))])
		}
	}
	return r, column
}

// lastLetter is where the last letter before an offset begins, of those in rows.
func lastLetter(rows []row, end int) int {
	last := rows[0].from
	for _, r := range rows {
		for _, p := range r.pieces {
			if p.at < end {
				_, n := utf8.DecodeLastRuneInString(p.text[:min(end-p.at, len(p.text))])
				last = min(end, p.at+len(p.text)) - n
			}
		}
	}
	return last
}

// TappedSecondary opens the page's own menu.
func (l *live) TappedSecondary(e *fyne.PointEvent) { l.w.menu(e.AbsolutePosition) }

// glass lies over the entry and takes what an entry would keep to itself: the
// wheel, and a drag that leaves the block. Everything else goes through it.
type glass struct {
	widget.BaseWidget
	l *live
}

var (
	_ fyne.Scrollable = (*glass)(nil)
	_ fyne.Draggable  = (*glass)(nil)
)

func newGlass(l *live) *glass {
	g := &glass{l: l}
	g.ExtendBaseWidget(g)
	return g
}

func (g *glass) Scrolled(e *fyne.ScrollEvent) { g.l.w.scrolled(e) }

func (g *glass) Dragged(e *fyne.DragEvent) {
	if !g.l.w.draggedOut(e) {
		g.l.Entry.Dragged(e)
	}
}

func (g *glass) DragEnd() {
	g.l.Entry.DragEnd()
	if c := fyne.CurrentApp().Driver().CanvasForObject(g); c != nil {
		c.Focus(g.l) // releasing the button outside the entry takes the focus away
	}
}

// CreateRenderer draws nothing.
func (g *glass) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}
