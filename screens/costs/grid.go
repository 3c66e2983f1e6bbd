package costs

import (
	"math"
	"strings"

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
	made    widthsFor
	shift   func() bool
}

// gridHears is who is told.
type gridHears struct {
	changed func() // something was typed, also what cannot be read
	moved   func() // another cell is active, and perhaps other columns are shown
	menu    func(under fyne.CanvasObject, at fyne.Position)
	paste   func(text string)
	turn    func(by int) // to the next of the tables, or the one before
}

var (
	_ fyne.Focusable    = (*grid)(nil)
	_ fyne.Tabbable     = (*grid)(nil)
	_ fyne.Shortcutable = (*grid)(nil)
)

const rowHeight = 32

func newGrid(m *Model, c func() fyne.Canvas, h gridHears) *grid {
	g := &grid{m: m, canvas: c, hears: h, shift: shiftHeld}
	g.live = newLive(g.liveKey, func() { g.finish(true) }, g.livePaste)
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
	g.made = widthsFor{}
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

// edit begins with what the active cell has, or opens its menu.
func (g *grid) edit() {
	if h := g.m.Head(g.m.At().Column); h.Choice && !(h.Free && g.m.Chosen() < 0) {
		g.openMenu()
		return
	}
	g.begin(g.m.Start())
}

// begin lays the entry over the active cell.
func (g *grid) begin(text string) {
	if g.m.Head(g.m.At().Column).Computed {
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
	var on func()
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		on = func() { g.m.Down(g.way()) }
	case fyne.KeyDown:
		on = func() { g.m.Move(1, 0, false) }
	case fyne.KeyUp:
		on = func() { g.m.Move(-1, 0, false) }
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
	on()
	g.seen()
	return true
}

// livePaste lays what is more than one cell over the grid instead of in the entry.
func (g *grid) livePaste(text string) bool {
	if !strings.ContainsAny(strings.TrimRight(text, "\r\n"), "\t\n") {
		return false
	}
	g.finish(true)
	g.focus()
	g.hears.paste(text)
	return true
}

// tapped makes the cell under the pointer the active one; the active cell, when
// it is tapped, is opened.
func (g *grid) tapped(row int, x float32) {
	g.finish(true)
	g.focus()
	at := g.under(row, x)
	switch {
	case g.shift():
		g.m.To(at, true)
		g.seen()
	case at == g.m.At() && !g.m.Many():
		g.edit()
	default:
		g.goTo(at)
	}
}

// under is the cell at a place in a row.
func (g *grid) under(row int, x float32) At {
	return At{max(0, min(row, g.m.Len())), g.m.columns()[placeUnder(g.columns(g.Size().Width), x)]}
}

// dragged chooses the cells between the active one and that under the pointer.
func (g *grid) dragged(row int, p fyne.Position) {
	if g.editing {
		return
	}
	g.m.To(g.under(row+int(math.Floor(float64(p.Y)/rowHeight)), p.X), true)
	g.seen()
}

// menu makes a row the active one and offers what can be done with it.
func (g *grid) menu(row int, e *fyne.PointEvent) {
	g.finish(true)
	g.focus()
	if at := g.under(row, e.Position.X); !g.m.In(at) { // the menu is for all that is chosen
		g.goTo(at)
	}
	driver := fyne.CurrentApp().Driver()
	g.hears.menu(g, e.AbsolutePosition.Subtract(driver.AbsolutePositionForObject(g)))
}

// openMenu offers the choices of the active cell.
func (g *grid) openMenu() {
	at := g.m.At()
	g.ScrollTo(at.Row)
	x, _ := cellSpan(g.columns(g.Size().Width), g.m.place(at.Column))
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
