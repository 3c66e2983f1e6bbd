package draft

import (
	"fyne.io/fyne/v2"

	"yttra/i18n"
	"yttra/screens/parts"
)

// findBar searches in the document: a field above the page, the number of hits,
// the next and the one before.
type findBar struct {
	outer  *fyne.Container
	field  *parts.Field
	count  *parts.Label
	words  i18n.Words
	orders orders
}

func newFindBar(w i18n.Words, o orders) *findBar {
	b := &findBar{words: w, orders: o, count: parts.NewLabel("", parts.TextSecond, parts.Muted, parts.Regular)}
	b.field = parts.NewField(parts.FieldOptions{Ghost: w.T("draft.find_ghost"), Icon: parts.IconSearch, Width: 280,
		Changed: func(s string) { b.say(o.searched(s, 0)) }, Submit: func(string) { b.step(1) }, Key: b.key})
	icon := func(name string, tap func()) fyne.CanvasObject {
		return parts.NewButton(parts.ButtonOptions{Icon: name, Kind: parts.Quiet, Tap: tap})
	}
	row := parts.Row(8, b.field.Outer, icon(parts.IconUp, func() { b.step(-1) }), icon(parts.IconDown, func() { b.step(1) }),
		parts.Grow(parts.Middle(b.count)), icon(parts.IconClose, b.close))
	b.outer = parts.Stack(parts.Fill(parts.Panel, parts.Column(0, parts.Pad(6, 12, 6, 14, row), parts.HLine(parts.Line))))
	b.outer.Hide()
	return b
}

func (b *findBar) open(c fyne.Canvas) {
	b.outer.Show()
	b.say(b.orders.searched(b.field.Text(), 0))
	c.Focus(b.field.Entry)
	b.orders.barChanged()
}

func (b *findBar) close() {
	b.outer.Hide()
	b.orders.barChanged()
	b.orders.searchLeft()
}

func (b *findBar) step(by int) {
	if b.field.Text() != "" {
		b.say(b.orders.searched(b.field.Text(), by))
	}
}

func (b *findBar) say(n, of int) {
	switch {
	case b.field.Text() == "":
		b.count.Set("", parts.Muted)
	case of == 0:
		b.count.Set(b.words.T("draft.find_none"), parts.Serious)
	default:
		b.count.Set(b.words.T("part.of", i18n.Vars{"N": n, "Of": of}), parts.Muted)
	}
}

func (b *findBar) key(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyEscape:
		b.close()
	case fyne.KeyDown:
		b.step(1)
	case fyne.KeyUp:
		b.step(-1)
	default:
		return false
	}
	return true
}
