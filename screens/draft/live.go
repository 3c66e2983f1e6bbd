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
	"yttra/screens/parts"
)

// writer is what the live entry tells of: the hand that leads it.
type writer interface {
	key(e *fyne.KeyEvent) bool         // true: taken
	shortcut(s fyne.Shortcut) bool     // true: taken
	letter(r rune)                     // about to be typed
	typed(text string)                 // the block's text has become this
	moved()                            // the caret has moved
	focused(on bool)                   //
	clicked(e *desktop.MouseEvent)     // the caret was set with the pointer
	menu(at fyne.Position)             // the other button
	scrolled(e *fyne.ScrollEvent)      // the wheel over it
	draggedOut(e *fyne.DragEvent) bool // the pointer is dragged; true: outside
}

// live is the one entry of the page. It lies exactly on the block with the caret
// and shows its raw text; all else on the page is drawn.
type live struct {
	widget.Entry
	w     writer
	dress *container.ThemeOverride
	glass *glass
	caret *canvas.Rectangle
	shift bool
	quiet bool // the text is being set, not typed
}

var _ fyne.Tabbable = (*live)(nil)

func newLive(w writer) *live {
	l := &live{w: w, caret: parts.Rect(parts.Accent, 2, 2, 0)}
	l.MultiLine, l.Wrapping, l.Scroll = true, fyne.TextWrapWord, container.ScrollNone
	l.TextStyle = parts.Serif.Style()
	l.OnChanged = func(s string) {
		if !l.quiet {
			l.w.typed(s)
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
	if l.SelectedText() != "" && (l.Text != text || l.at() != at) {
		l.unselect()
	}
	if l.TextStyle.Bold != bold {
		l.TextStyle.Bold = bold
		l.Refresh()
	}
	if l.Text != text {
		l.SetText(text)
	}
	i, column := placeIn(text, rows, at)
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

// at is the caret's byte offset in the text.
func (l *live) at() int {
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
	at, sel := l.at(), l.SelectedText()
	switch {
	case sel == "":
	case strings.HasSuffix(l.Text[:at], sel):
		return app.Span{Start: at - len(sel), End: at}
	case strings.HasPrefix(l.Text[at:], sel):
		return app.Span{Start: at, End: at + len(sel)}
	}
	return app.Span{Start: at, End: at}
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
	l.show(l.Text, rows, s.Start, l.TextStyle.Bold)
	if !l.shift {
		l.Entry.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
		defer l.Entry.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	}
	_, n := utf8.DecodeLastRuneInString(l.Text[:s.End])
	l.CursorRow, l.CursorColumn = placeIn(l.Text, rows, s.End-n)
	l.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight}) // Shift is down: it selects
}

// placeIn is the entry's row and column of an offset.
func placeIn(text string, rows []row, at int) (r, column int) {
	r = rowAt(rows, at)
	return r, utf8.RuneCountInString(text[rows[r].from:max(rows[r].from, min(at, rows[r].to))])
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
