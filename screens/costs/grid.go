package costs

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"yttra/screens/parts"
)

// grid is the lines as rows of drawn cells, of which one is active. The keyboard
// is either the grid's, which moves about, or the live entry's, which is laid
// over the active cell.
type grid struct {
	widget.List
	outer   fyne.CanvasObject
	m       *Model
	canvas  func() fyne.Canvas
	hears   gridHears
	live    *live
	editing bool
	focused bool
	widths  []float32 // of number and columns, at the width they were made for
	made    float32
	shift   func() bool
}

// gridHears is who is told.
type gridHears struct {
	changed func() // something was typed, also what cannot be read
	moved   func() // another cell is active
	menu    func(under fyne.CanvasObject, at fyne.Position)
}

var (
	_ fyne.Focusable    = (*grid)(nil)
	_ fyne.Tabbable     = (*grid)(nil)
	_ fyne.Shortcutable = (*grid)(nil)
)

const rowHeight = 32

func newGrid(m *Model, c func() fyne.Canvas, h gridHears) *grid {
	g := &grid{m: m, canvas: c, hears: h, shift: shiftHeld}
	g.live = newLive(g.liveKey, func() { g.finish(true) })
	g.Length = func() int { return max(m.Len()+1, int(g.Size().Height/rowHeight)) } // empty rows fill the room
	g.CreateItem = func() fyne.CanvasObject { return newLine(g) }
	g.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) {
		if l, ok := o.(*line); ok {
			l.show(i)
		}
	}
	g.HideSeparators = true
	g.ExtendBaseWidget(g)
	g.outer = container.NewThemeOverride(g, parts.ListTheme())
	return g
}

func shiftHeld() bool {
	d, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	return ok && d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
}

// AcceptsTab keeps Tab inside the grid until its last cell: a person writes a
// line cell by cell. Esc leaves it from anywhere.
func (g *grid) AcceptsTab() bool { return true }

// FocusGained shows the ring in the accent.
func (g *grid) FocusGained() { g.focused = true; g.Refresh() }

// FocusLost shows it quietly.
func (g *grid) FocusLost() { g.focused = false; g.Refresh() }

// draw shows the model anew.
func (g *grid) draw() {
	g.made = 0
	g.UnselectAll()
	g.Refresh()
}

// focus takes the keyboard.
func (g *grid) focus() {
	g.canvas().Focus(g)
}

// goTo makes a cell the active one and brings it into sight.
func (g *grid) goTo(at At) {
	g.m.Go(at)
	g.seen()
}

func (g *grid) seen() {
	g.ScrollTo(g.m.At().Row)
	g.Refresh()
	g.hears.moved()
}

// TypedKey moves about and begins edits.
func (g *grid) TypedKey(e *fyne.KeyEvent) {
	at := g.m.At()
	page := max(1, int(g.Size().Height/rowHeight)-1)
	switch e.Name {
	case fyne.KeyLeft:
		at.Column--
	case fyne.KeyRight:
		at.Column++
	case fyne.KeyUp:
		at.Row--
	case fyne.KeyDown, fyne.KeyReturn, fyne.KeyEnter:
		at.Row++
	case fyne.KeyPageUp:
		at.Row -= page
	case fyne.KeyPageDown:
		at.Row += page
	case fyne.KeyHome:
		at.Column = KindColumn
	case fyne.KeyEnd:
		at.Column = g.m.last()
	default:
		g.otherKey(e)
		return
	}
	g.goTo(at)
}

func (g *grid) otherKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyTab:
		g.tab()
	case fyne.KeyF2:
		g.edit()
	case fyne.KeyDelete, fyne.KeyBackspace:
		g.m.Clear()
		g.hears.changed()
	case fyne.KeyEscape:
		g.leave(1)
	default:
		parts.PassKey(g, e)
	}
}

// tab goes to the next cell, or out at the ends.
func (g *grid) tab() {
	by := 1
	if g.shift() {
		by = -1
	}
	if !g.m.Next(by) {
		g.leave(by)
		return
	}
	g.seen()
}

// leave gives the keyboard to what comes after the grid, or before.
func (g *grid) leave(by int) {
	if by > 0 {
		g.canvas().FocusNext()
	} else {
		g.canvas().FocusPrevious()
	}
}

// TypedRune begins to write with the letter, or finds the choice it begins.
func (g *grid) TypedRune(r rune) {
	at := g.m.At()
	switch {
	case at.Column.Choice() && r == ' ':
		g.openMenu()
	case at.Column.Choice():
		if i := g.m.Beginning(r); i >= 0 {
			g.m.Choose(i)
			g.hears.changed()
		}
	case r == ' ':
		g.edit()
	default:
		g.begin(string(r))
	}
}

// TypedShortcut copies a cell and pastes a table.
func (g *grid) TypedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *fyne.ShortcutCopy:
		s.Clipboard.SetContent(g.m.Copy())
	case *fyne.ShortcutCut:
		s.Clipboard.SetContent(g.m.Copy())
		g.m.Clear()
		g.hears.changed()
	case *fyne.ShortcutPaste:
		g.m.Paste(s.Clipboard.Content())
		g.hears.changed()
	}
}

// edit begins with what the active cell has, or opens its menu.
func (g *grid) edit() {
	if g.m.At().Column.Choice() {
		g.openMenu()
		return
	}
	g.begin(g.m.Start())
}

// begin lays the entry over the active cell.
func (g *grid) begin(text string) {
	if g.m.At().Column == LikelyColumn {
		return
	}
	g.ScrollTo(g.m.At().Row)
	g.live.SetText(text)
	g.live.CursorColumn = len([]rune(text))
	g.editing = true
	g.Refresh()
	g.canvas().Focus(g.live)
	g.live.Refresh()
}

// finish takes what stands in the entry, or lets it be, and takes the entry away.
func (g *grid) finish(keep bool) {
	if !g.editing {
		return
	}
	g.editing = false
	if keep {
		g.m.Commit(g.live.Text)
	}
	g.hears.changed()
}

// liveKey ends an edit: Enter and the arrows up and down go on in the column,
// Tab in the row, Esc takes nothing.
func (g *grid) liveKey(e *fyne.KeyEvent) bool {
	at := g.m.At()
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyDown:
		at.Row++
	case fyne.KeyUp:
		at.Row--
	case fyne.KeyTab:
		g.finish(true)
		g.focus()
		g.tab()
		return true
	case fyne.KeyEscape:
		g.finish(false)
		g.focus()
		return true
	case fyne.KeyF1:
		parts.PassKey(g, e)
		return true
	default:
		return false
	}
	g.finish(true)
	g.focus()
	g.goTo(at)
	return true
}

// tapped makes the cell under the pointer the active one; the active cell, when
// it is tapped, is opened.
func (g *grid) tapped(row int, x float32) {
	g.finish(true)
	g.focus()
	at := At{min(row, g.m.Len()), columnUnder(g.columns(g.Size().Width), x)}
	if at == g.m.At() {
		g.edit()
		return
	}
	g.goTo(at)
}

// menu makes a row the active one and offers what can be done with it.
func (g *grid) menu(row int, e *fyne.PointEvent) {
	g.finish(true)
	g.focus()
	g.goTo(At{min(row, g.m.Len()), columnUnder(g.columns(g.Size().Width), e.Position.X)})
	driver := fyne.CurrentApp().Driver()
	g.hears.menu(g, e.AbsolutePosition.Subtract(driver.AbsolutePositionForObject(g)))
}

// openMenu offers the choices of the active cell.
func (g *grid) openMenu() {
	at := g.m.At()
	g.ScrollTo(at.Row)
	x, _ := cellSpan(g.columns(g.Size().Width), at.Column)
	place := fyne.CurrentApp().Driver().AbsolutePositionForObject(g).
		AddXY(x, float32(at.Row+1)*rowHeight-g.GetScrollOffset())
	var items []*fyne.MenuItem
	for i, o := range g.m.Options(at.Column) {
		item := fyne.NewMenuItem(o.Long, func() {
			g.focus()
			g.m.Choose(i)
			g.hears.changed()
		})
		item.Checked = i == g.m.Chosen()
		items = append(items, item)
	}
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), g.canvas(), place)
}
