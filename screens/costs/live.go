package costs

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"yttra/screens/parts"
)

// live is the one entry of the grid. It moves to the cell that is written in.
type live struct {
	widget.Entry
	outer *container.ThemeOverride
	key   func(*fyne.KeyEvent) bool // before the entry's own keys; true: taken
	left  func()                    // the focus went away
	paste func(text string) bool    // before the entry's own paste; true: taken
}

func newLive(key func(*fyne.KeyEvent) bool, left func(), paste func(string) bool) *live {
	l := &live{key: key, left: left, paste: paste}
	l.ExtendBaseWidget(l)
	t, _ := fyne.CurrentApp().Settings().Theme().(parts.Theme)
	l.outer = container.NewThemeOverride(l, cellTheme{t})
	return l
}

// AcceptsTab keeps Tab for the grid: it goes to the next cell.
func (l *live) AcceptsTab() bool { return true }

// TypedKey gives the grid the keys that end an edit.
func (l *live) TypedKey(e *fyne.KeyEvent) {
	if !l.key(e) {
		l.Entry.TypedKey(e)
	}
}

// TypedShortcut gives the grid what is more than one cell.
func (l *live) TypedShortcut(s fyne.Shortcut) {
	if p, ok := s.(*fyne.ShortcutPaste); ok && l.paste(p.Clipboard.Content()) {
		return
	}
	l.Entry.TypedShortcut(s)
}

// FocusLost ends the edit.
func (l *live) FocusLost() {
	l.Entry.FocusLost()
	l.left()
}

// cellTheme fits an entry in a cell: its frame, in the accent, is the ring.
type cellTheme struct{ parts.Theme }

func (t cellTheme) Size(n fyne.ThemeSizeName) float32 {
	switch n {
	case theme.SizeNameText:
		return parts.TextSecond
	case theme.SizeNameInnerPadding:
		return 4
	case theme.SizeNameInputBorder:
		return 2
	case theme.SizeNameInputRadius:
		return 0
	}
	return t.Theme.Size(n)
}
