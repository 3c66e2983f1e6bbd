package draft

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"yttra/i18n"
	"yttra/screens/parts"
)

// searchOrders is what a person can do with the search in the document.
type searchOrders interface {
	searched(q Query, step int) (n, of int) // step 0: from anew
	replaced(with string, all bool) (done, n, of int)
	searchLeft()
	barChanged() // the bar came, went or grew
}

// findBar searches and replaces in the document: a field above the page, which
// hit of how many, the next and the one before; under it, when asked for, what to
// put in their place.
type findBar struct {
	outer   *fyne.Container
	field   *parts.Field
	with    *parts.Field
	count   *parts.Label
	told    *parts.Label // what was replaced
	second  *fyne.Container
	words   i18n.Words
	orders  searchOrders
	query   Query
	replace bool // the second row is shown
}

func newFindBar(w i18n.Words, o searchOrders) *findBar {
	b := &findBar{words: w, orders: o, count: parts.NewLabel("", parts.TextSecond, parts.Muted, parts.Regular), told: parts.NewLabel("", parts.TextSecond, parts.OK, parts.Bold)}
	b.field = parts.NewField(parts.FieldOptions{Ghost: w.T("draft.find_ghost"), Icon: parts.IconSearch, Changed: func(string) { b.anew() }, Key: b.key})
	b.with = parts.NewField(parts.FieldOptions{Ghost: w.T("draft.replace_ghost"), Submit: func(string) { b.put(false) }, Key: b.escape})
	icon := func(name string, tap func()) fyne.CanvasObject {
		return parts.NewButton(parts.ButtonOptions{Icon: name, Kind: parts.Quiet, Tap: tap})
	}
	first := parts.Row(6, parts.Grow(b.field.Outer), icon(parts.IconUp, func() { b.step(-1) }), icon(parts.IconDown, func() { b.step(1) }),
		parts.Fixed(78, 0, b.count),
		parts.NewToggle(w.T("draft.find_case"), false, func(on bool) { b.query.Case = on; b.anew() }),
		parts.NewToggle(w.T("draft.find_word"), false, func(on bool) { b.query.Word = on; b.anew() }),
		parts.NewToggle(w.T("draft.replace"), false, func(on bool) { b.grow(on) }), icon(parts.IconClose, b.close))
	b.second = parts.Row(6, parts.Grow(b.with.Outer),
		parts.NewButton(parts.ButtonOptions{Text: w.T("draft.replace_one"), Tap: func() { b.put(false) }}),
		parts.NewButton(parts.ButtonOptions{Text: w.T("draft.replace_all"), Tap: func() { b.put(true) }}), parts.Fixed(110, 0, b.told))
	b.second.Hide()
	b.outer = parts.Stack(parts.Fill(parts.Panel, parts.Column(0, parts.Pad(6, 10, 6, 12, parts.Column(6, first, b.second)), parts.HLine(parts.Line))))
	b.outer.Hide()
	return b
}

// open shows the bar with the keyboard in its field; what is selected in the text
// is what is looked for.
func (b *findBar) open(c fyne.Canvas, selected string) {
	b.outer.Show()
	if selected != "" {
		b.field.SetText(selected)
	}
	b.anew()
	b.orders.barChanged()
	c.Focus(b.field.Entry)
	b.field.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
}

func (b *findBar) close() {
	b.outer.Hide()
	b.orders.barChanged()
	b.orders.searchLeft()
}

// grow shows or hides the row that replaces.
func (b *findBar) grow(on bool) {
	b.replace, b.second.Hidden = on, !on
	b.orders.barChanged()
	if c := fyne.CurrentApp().Driver().CanvasForObject(b.outer); on && c != nil {
		c.Focus(b.with.Entry)
	}
}

func (b *findBar) anew() {
	b.query.What = b.field.Text()
	b.told.Set("", parts.OK)
	b.say(b.orders.searched(b.query, 0))
}

func (b *findBar) step(by int) {
	if b.field.Text() != "" {
		b.say(b.orders.searched(b.query, by))
	}
}

// put replaces one hit or all of them and tells how many.
func (b *findBar) put(all bool) {
	done, n, of := b.orders.replaced(b.with.Text(), all)
	b.say(n, of)
	if done > 0 {
		b.told.Set(b.words.N("draft.replaced", done), parts.OK)
	} else {
		b.told.Set("", parts.OK)
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
	case fyne.KeyReturn, fyne.KeyEnter:
		if shifted() {
			b.step(-1)
		} else {
			b.step(1)
		}
	case fyne.KeyDown:
		b.step(1)
	case fyne.KeyUp:
		b.step(-1)
	default:
		return b.escape(e)
	}
	return true
}

func (b *findBar) escape(e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeyEscape {
		b.close()
		return true
	}
	return false
}

// shifted tells whether Shift is held down.
func shifted() bool {
	d, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	return ok && d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
}
