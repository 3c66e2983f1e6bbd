package costs

import (
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"yttra/screens/parts"
)

// TypedKey moves about and begins edits. With Shift the cells on the way are
// chosen too.
func (g *grid) TypedKey(e *fyne.KeyEvent) {
	page := max(1, int(g.Size().Height/rowHeight)-1)
	reach := g.shift()
	g.m.spelled = spelled{}
	switch e.Name {
	case fyne.KeyLeft:
		g.m.Move(0, -1, reach)
	case fyne.KeyRight:
		g.m.Move(0, 1, reach)
	case fyne.KeyUp:
		g.m.Move(-1, 0, reach)
	case fyne.KeyDown:
		g.m.Move(1, 0, reach)
	case fyne.KeyReturn, fyne.KeyEnter:
		g.m.Down(g.way())
	case fyne.KeyPageUp:
		g.m.Move(-page, 0, reach)
	case fyne.KeyPageDown:
		g.m.Move(page, 0, reach)
	case fyne.KeyHome:
		g.m.To(At{g.m.At().Row, g.m.First()}, reach)
	case fyne.KeyEnd:
		g.m.To(At{g.m.At().Row, g.m.Last()}, reach)
	default:
		g.otherKey(e)
		return
	}
	g.seen()
}

// way is the way Enter and Tab go: back with Shift.
func (g *grid) way() int {
	if g.shift() {
		return -1
	}
	return 1
}

func (g *grid) otherKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyTab:
		g.tab()
	case fyne.KeyF2:
		g.edit()
	case fyne.KeyF4:
		g.m.ShowSet(g.m.Set() + 1)
		g.hears.changed()
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
	by := g.way()
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
	h := g.m.Head(at.Column)
	switch {
	case r == ' ' && g.shift():
		g.m.Whole()
		g.seen()
	case h.Choice && r == ' ':
		g.openMenu()
	case h.Choice && !(h.Free && unicode.IsDigit(r)):
		if i := g.m.Spell(r); i >= 0 {
			g.m.Choose(i)
			g.hears.changed()
		}
	case r == ' ':
		g.edit()
	default:
		g.begin(string(r))
	}
}

// TypedShortcut copies cells, pastes a table, fills down and goes to the ends.
func (g *grid) TypedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *fyne.ShortcutCopy:
		s.Clipboard.SetContent(g.m.Copy())
	case *fyne.ShortcutCut:
		s.Clipboard.SetContent(g.m.Copy())
		g.m.Clear()
		g.hears.changed()
	case *fyne.ShortcutPaste:
		g.hears.paste(s.Clipboard.Content())
	case *fyne.ShortcutSelectAll:
		g.m.All()
		g.seen()
	case *desktop.CustomShortcut:
		g.farKey(s)
	}
}

// farKey goes to the ends of the table, and to the next table.
func (g *grid) farKey(s *desktop.CustomShortcut) {
	if s.Modifier&fyne.KeyModifierControl == 0 {
		return
	}
	at, last, reach := g.m.At(), max(0, g.m.Len()-1), s.Modifier&fyne.KeyModifierShift != 0
	switch s.KeyName {
	case fyne.KeyHome:
		g.m.To(At{0, g.m.First()}, reach)
	case fyne.KeyEnd:
		g.m.To(At{last, g.m.Last()}, reach)
	case fyne.KeyUp:
		g.m.To(At{0, at.Column}, reach)
	case fyne.KeyDown:
		g.m.To(At{last, at.Column}, reach)
	case fyne.KeyLeft:
		g.m.To(At{at.Row, g.m.First()}, reach)
	case fyne.KeyRight:
		g.m.To(At{at.Row, g.m.Last()}, reach)
	case fyne.KeyPageDown:
		g.hears.turn(1)
		return
	case fyne.KeyPageUp:
		g.hears.turn(-1)
		return
	default:
		return
	}
	g.seen()
}
