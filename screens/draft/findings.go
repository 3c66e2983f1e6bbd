package draft

import (
	"strconv"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/i18n"
	"yttra/screens/parts"
)

// wordsOf is the words of the window.
type wordsOf = i18n.Words

// cardOrders is what a person can do with a finding.
type cardOrders interface {
	cardTapped(k Key)
	cardShow(k Key)
	cardInsert(k Key)
	cardWaive(k Key)
	cardUnwaive(k Key)
	filtered(s app.Severity)
}

// findings is the list at the right: chips with counts, one card open.
type findings struct {
	outer  fyne.CanvasObject
	words  wordsOf
	orders cardOrders
	chips  *parts.Choice
	list   *fyne.Container
	scroll *parts.Scroll
	drawn  map[Key]*drawnCard
	empty  fyne.CanvasObject
}

// drawnCard is a card as it was drawn.
type drawnCard struct {
	card  Card
	outer fyne.CanvasObject
	head  *parts.Press
}

func newFindings(w wordsOf, o cardOrders) *findings {
	f := &findings{words: w, orders: o, drawn: map[Key]*drawnCard{}}
	f.chips = parts.NewChoice(parts.ChoiceOptions{Chips: true, Options: chipOptions(w, app.Tally{}), Pick: func(i int) {
		s := app.Severity("")
		if i > 0 {
			s = app.Severities[i-1]
		}
		o.filtered(s)
	}})
	f.list = parts.Column(0)
	f.empty = parts.Pad(20, 14, 20, 14, parts.NewPara(w.T("draft.no_findings"), parts.TextControl, parts.Muted, parts.Regular))
	f.scroll = parts.NewScroll(parts.Pad(8, 12, 20, 10, f.list))
	title := parts.Row(6, parts.Grow(parts.NewLabel(w.T("draft.findings"), parts.TextTitle, parts.Ink, parts.Bold)), parts.Hint(w.T("draft.next_key")))
	head := parts.Column(0, parts.Pad(10, 12, 8, 14, parts.Column(8, title, parts.Row(0, f.chips))), parts.HLine(parts.Line))
	f.outer = parts.Fill(parts.Panel, parts.Dock(head, nil, f.scroll.Outer))
	return f
}

func chipOptions(w wordsOf, t app.Tally) []parts.Option {
	out := []parts.Option{{Text: w.T("draft.all"), Count: strconv.Itoa(t.All())}}
	for _, s := range app.Severities {
		out = append(out, parts.Option{Mark: parts.SeverityMark(s), Text: strconv.Itoa(t.Of(s))})
	}
	return out
}

// show draws the cards that changed and keeps the others. A card that had the
// focus has it still when it was drawn anew; when it is gone the first has it.
func (f *findings) show(cards []Card, t app.Tally, filter app.Severity) {
	chosen := 0
	for i, s := range app.Severities {
		if s == filter {
			chosen = i + 1
		}
	}
	f.chips.Set(chipOptions(f.words, t), chosen)
	changed := len(cards) != len(f.list.Objects)
	canvas, held, had := f.focused()
	kept := map[Key]*drawnCard{}
	var objects []fyne.CanvasObject
	for i, c := range cards {
		d := f.drawn[c.Key]
		if d == nil || !sameCard(d.card, c) {
			d = f.draw(c)
			changed = true
		}
		d.card = c
		kept[c.Key] = d
		objects = append(objects, d.outer)
		changed = changed || i < len(f.list.Objects) && f.list.Objects[i] != d.outer
	}
	f.drawn = kept
	if len(cards) == 0 {
		objects = []fyne.CanvasObject{f.empty}
		changed = len(f.list.Objects) != 1 || f.list.Objects[0] != f.empty
	}
	if changed {
		f.list.Objects = objects
		f.scroll.Refit()
	}
	if now := kept[held]; had && now != nil {
		canvas.Focus(now.head)
	} else if had && len(cards) > 0 {
		canvas.Focus(kept[cards[0].Key].head)
	}
}

// focused tells which card's head has the focus, if one has.
func (f *findings) focused() (c fyne.Canvas, k Key, ok bool) {
	if c = fyne.CurrentApp().Driver().CanvasForObject(f.list); c == nil {
		return nil, Key{}, false
	}
	for k, d := range f.drawn {
		if c.Focused() == fyne.Focusable(d.head) {
			return c, k, true
		}
	}
	return c, Key{}, false
}

// sameCard tells whether two cards are drawn alike; where the sentence stands
// does not show.
func sameCard(a, b Card) bool {
	a.Finding.Place, b.Finding.Place = app.Place{}, app.Place{}
	return a == b
}

func (f *findings) draw(c Card) *drawnCard {
	k := c.Key
	o := parts.CardOptions{Words: f.words, Finding: c.Finding, Section: c.Section, Open: c.Open,
		Tap: func() { f.orders.cardTapped(k) }}
	if c.Open {
		o.Insert, o.Waive, o.Unwaive = func() { f.orders.cardInsert(k) }, func() { f.orders.cardWaive(k) }, func() { f.orders.cardUnwaive(k) }
		if c.Finding.Place.Section >= 0 {
			o.Show = func() { f.orders.cardShow(k) }
		}
	}
	outer, head := parts.Card(o)
	return &drawnCard{card: c, outer: outer, head: head}
}

// head is the part of a card that takes the focus; nil when it is not there.
func (f *findings) head(k Key) fyne.Focusable {
	if d := f.drawn[k]; d != nil {
		return d.head
	}
	return nil
}

// reveal scrolls a card into sight.
func (f *findings) reveal(k Key) {
	d := f.drawn[k]
	if d == nil {
		return
	}
	y, h := d.outer.Position().Y, d.outer.Size().Height
	top, height := f.scroll.Inner.Offset.Y, f.scroll.Inner.Size().Height
	switch {
	case y < top || h > height:
		f.scroll.Inner.ScrollToOffset(fyne.NewPos(0, y))
	case y+h+16 > top+height:
		f.scroll.Inner.ScrollToOffset(fyne.NewPos(0, y+h+16-height))
	}
}
