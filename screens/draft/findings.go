package draft

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/app/packs"
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
	cardMend(k Key, with string)
	cardMendAll(k Key)
	cardHush(k Key, under fyne.CanvasObject)
	cardWord(k Key)
	cardReckon()
	silencedWanted()
	criterionWanted(id string) // in Pröva
	filtered(f Filter)
	narrowed(a packs.Area)
	groupFolded(group string, fold bool)
	sectionAdded(role string) // that a finding misses
	leaveText(to string)
}

// findings is the list at the right: chips with counts, one card open.
type findings struct {
	outer   fyne.CanvasObject
	words   wordsOf
	orders  cardOrders
	chips   *parts.Choice
	areas   *parts.Dropdown // what the list is narrowed to
	of      []AreaCount     // what is offered there, after all
	hushed  *fyne.Container // how many are silenced; or nothing
	silence int             // how many that says
	answers *answersRow
	list    *fyne.Container
	scroll  *parts.Scroll
	rows    []ListRow
	drawn   map[Key]*drawnCard
	groups  map[string]*drawnGroup
	nothing fyne.CanvasObject
}

// drawnGroup is the head of a group as it was drawn.
type drawnGroup struct {
	row   ListRow
	outer fyne.CanvasObject
	head  *parts.Press
}

// drawnCard is a card as it was drawn.
type drawnCard struct {
	card  Card
	outer fyne.CanvasObject
	head  *parts.Press
}

func newFindings(w wordsOf, o cardOrders) *findings {
	f := &findings{words: w, orders: o, drawn: map[Key]*drawnCard{}, groups: map[string]*drawnGroup{}}
	f.chips = parts.NewChoice(parts.ChoiceOptions{Chips: true, Options: chipOptions(w, app.Tally{}), Pick: func(i int) { o.filtered(filters[i]) }})
	f.areas = parts.NewDropdown(parts.DropdownOptions{Pick: f.pickArea})
	f.hushed = parts.Stack()
	f.answers = newAnswersRow(w, o)
	f.list = &fyne.Container{}
	f.list.Layout = &sight{list: f.list, scroll: func() *parts.Scroll { return f.scroll }, keep: f.keeps}
	f.nothing = parts.Pad(20, 14, 20, 14, parts.NewPara(w.T("draft.no_findings"), parts.TextControl, parts.Muted, parts.Regular))
	f.scroll = parts.NewScroll(parts.Pad(8, 6, 20, 10, parts.Column(0, f.list, f.hushed)))
	f.scroll.Inner.OnScrolled = func(fyne.Position) { f.look() }
	title := parts.Row(6, parts.Grow(parts.NewLabel(w.T("draft.findings"), parts.TextTitle, parts.Ink, parts.Bold)), parts.Hint(w.T("draft.next_key")))
	head := parts.Column(0, parts.Pad(10, 12, 8, 14, parts.Column(8, title, parts.Row(0, f.chips), f.areas)), parts.HLine(parts.Line))
	f.outer = parts.Fill(parts.Panel, parts.Dock(head, parts.Column(0, parts.HLine(parts.Line), f.answers.outer), f.scroll.Outer))
	return f
}

// filters are what the chips stand for, in their order.
var filters = [...]Filter{Unanswered, Filter(app.Blocking), Filter(app.Serious), Filter(app.Note)}

// chipOptions are the chips: all, and each severity.
func chipOptions(w wordsOf, t app.Tally) []parts.Option {
	out := []parts.Option{{Text: w.T("draft.all"), Count: strconv.Itoa(t.All())}}
	for _, s := range app.Severities {
		out = append(out, parts.Option{Mark: parts.SeverityMark(s), Text: strconv.Itoa(t.Of(s))})
	}
	return out
}

// shownList is everything the list is drawn from.
type shownList struct {
	rows     []ListRow
	tally    app.Tally
	filter   Filter
	areas    []AreaCount
	area     packs.Area
	accepted int // with a reason
	silenced int
}

// show draws the rows that changed and keeps the others where they are. What had
// the focus has it still when it was drawn anew; when it is gone the open card
// has it.
func (f *findings) show(l shownList) {
	f.chips.Set(chipOptions(f.words, l.tally), slices.Index(filters[:], l.filter))
	f.showAreas(l)
	f.showSilenced(l.silenced)
	rows := l.rows
	had := f.focused()
	anchor, y := f.anchor()
	cards, groups := map[Key]*drawnCard{}, map[string]*drawnGroup{}
	var objects []fyne.CanvasObject
	for _, r := range rows {
		if r.Group != "" {
			g := f.groups[r.Group]
			if g == nil || g.row.Severity != r.Severity || g.row.Count != r.Count || g.row.Folded != r.Folded {
				g = f.drawGroup(r)
			}
			groups[r.Group] = g
			objects = append(objects, g.outer)
			continue
		}
		d := f.drawn[r.Card.Key]
		if d == nil || !sameCard(d.card, r.Card) {
			d = f.draw(r.Card)
		}
		d.card = r.Card
		cards[r.Card.Key] = d
		objects = append(objects, d.outer)
	}
	f.rows, f.drawn, f.groups = rows, cards, groups
	if len(objects) == 0 {
		objects = []fyne.CanvasObject{f.nothing}
	}
	if !slices.Equal(objects, f.list.Objects) {
		f.list.Objects = objects
		f.scroll.Refit()
		f.settle(anchor, y)
		f.look()
	}
	f.refocus(had)
}

// look shows the cards in sight.
func (f *findings) look() { f.list.Layout.(*sight).look() }

// keeps tells whether a row has the focus.
func (f *findings) keeps(o fyne.CanvasObject) bool {
	c := fyne.CurrentApp().Driver().CanvasForObject(f.list)
	if c == nil {
		return false
	}
	p, ok := c.Focused().(*parts.Press)
	return ok && within(o, p)
}

// anchor is the topmost card in sight and how far below the top it stands: it
// stays there when what is above it changes.
func (f *findings) anchor() (k Key, y float32) {
	top := f.scroll.Inner.Offset.Y
	if top == 0 {
		return Key{}, 0
	}
	for _, r := range f.rows {
		if d := f.drawn[r.Card.Key]; r.Group == "" && d != nil && d.outer.Position().Y+d.outer.Size().Height > top {
			return r.Card.Key, d.outer.Position().Y - top
		}
	}
	return Key{}, 0
}

func (f *findings) settle(anchor Key, y float32) {
	if d := f.drawn[anchor]; d != nil {
		most := f.scroll.Inner.Content.Size().Height - f.scroll.Inner.Size().Height
		f.scroll.Inner.ScrollToOffset(fyne.NewPos(0, max(0, min(d.outer.Position().Y-y, most))))
	}
}

// sameCard tells whether two cards are drawn alike: where the sentence stands does
// not show, and of a closed card nothing but its head.
func sameCard(a, b Card) bool {
	if a.Open && (a.Alike != b.Alike || a.Hush != b.Hush || a.Misspelt != b.Misspelt || a.Reckon != b.Reckon || !slices.Equal(a.Mends, b.Mends)) {
		return false
	}
	return a.Key == b.Key && a.Section == b.Section && a.Open == b.Open && a.Missing == b.Missing && seenOf(a) == seenOf(b)
}

// seenOf is what a card shows of its finding.
func seenOf(c Card) app.Finding {
	f := c.Finding
	if c.Open {
		f.Place.Span, f.Sentence = app.Span{}, ""
		return f
	}
	return app.Finding{Severity: f.Severity, Title: f.Title, Waived: f.Waived, Repeats: f.Repeats}
}

func (f *findings) draw(c Card) *drawnCard {
	k := c.Key
	d := &drawnCard{card: c}
	o := parts.CardOptions{Words: f.words, Finding: c.Finding, Section: c.Section, Open: c.Open,
		Tap: func() { f.orders.cardTapped(k) }, Key: func(e *fyne.KeyEvent) bool { return f.key(k, e) }}
	if c.Open {
		o.Insert, o.Waive, o.Unwaive = func() { f.orders.cardInsert(k) }, func() { f.orders.cardWaive(k) }, func() { f.orders.cardUnwaive(k) }
		f.offer(c, &o)
		if c.Finding.Place.Section >= 0 {
			o.Show = func() { f.orders.cardShow(k) }
		} else if _, role, ok := strings.Cut(k.ID, "/"); ok {
			o.Other = &parts.Action{Text: f.words.T("draft.add_section"), Do: func() { f.orders.sectionAdded(role) }}
		}
	}
	d.outer, d.head = parts.Card(o)
	return d
}

// drawGroup draws the head of a group: what is in it, how many, and which way it
// folds.
func (f *findings) drawGroup(r ListRow) *drawnGroup {
	g := &drawnGroup{row: r}
	icon := parts.IconDown
	if r.Folded {
		icon = parts.IconRight
	}
	at := func(o ListRow) bool { return o.Group == r.Group }
	g.head = parts.NewPress(parts.PressOptions{Gap: -2, Tap: func() { f.orders.groupFolded(r.Group, !r.Folded) },
		Key: func(e *fyne.KeyEvent) bool {
			switch {
			case e.Name == fyne.KeyUp:
				f.stepFocus(at, -1)
			case e.Name == fyne.KeyDown:
				f.stepFocus(at, 1)
			case e.Name == fyne.KeyRight && r.Folded, e.Name == fyne.KeyLeft && !r.Folded:
				f.orders.groupFolded(r.Group, !r.Folded)
			case e.Name == fyne.KeyEscape:
				f.orders.leaveText("text")
			default:
				return false
			}
			return true
		},
		Draw: func(t parts.Touch) fyne.CanvasObject {
			row := parts.Row(8, parts.Mark(parts.SeverityMark(r.Severity), 19, parts.Panel),
				parts.Grow(parts.Middle(parts.NewLabel(f.words.T(groupWord(r.Group)), parts.TextControl, parts.Ink, parts.Bold))),
				parts.Text(strconv.Itoa(r.Count), parts.TextSecond, parts.Muted, parts.Regular), parts.Icon(icon, 18, parts.Muted, parts.Panel))
			return parts.Fixed(0, 40, parts.Box(t.Ground(parts.Fog), parts.Clear, 4, parts.Pad(0, 8, 0, 10, row)))
		}})
	g.outer = parts.Pad(6, 0, 2, 4, g.head)
	return g
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
	f.look()
}
