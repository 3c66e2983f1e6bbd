package versions

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"yttra/screens/parts"
)

// Measures of the page, in logical pixels: those of Skriv.
const (
	pageWidth = 640
	pageSide  = 40
	sheetTop  = 14
	firstGap  = 22
	sheetEnd  = 60
)

// sheet is the page: a column of things of which the letters exist only where
// they are in sight. Its buttons always do, so that Tab finds them.
type sheet struct {
	m     *Model
	hears hears

	outer  fyne.CanvasObject
	scroll *parts.Scroll
	body   *fyne.Container
	paper  *canvas.Rectangle
	keys   *parts.Press // takes the keyboard for the page
	ring   *canvas.Rectangle

	things []thing
	width  float32
	height float32
	pitch  float32
	widths map[widthOf]float32
}

type widthOf struct {
	text string
	face parts.Face
	size float32
}

// thing is an item with its place on the page.
type thing struct {
	Item
	y, height float32
	lines     []line
	pitch     float32
	size      float32
	left      float32 // of its text, from the paper's edge
	press     *parts.Press
	drawn     []fyne.CanvasObject // nil until it has been in sight
	active    int                 // hunk drawn as the one that is looked at
}

func newSheet(m *Model, h hears) *sheet {
	s := &sheet{m: m, hears: h, pitch: parts.LineHeight(parts.TextPage, parts.Serif), widths: map[widthOf]float32{}}
	s.paper = canvas.NewRectangle(parts.Color(parts.Page))
	s.paper.StrokeColor, s.paper.StrokeWidth, s.paper.CornerRadius = parts.Color(parts.Line), 1, 2
	s.body = container.New(bodyLayout{s})
	s.scroll = parts.NewScroll(s.body)
	s.scroll.Inner.OnScrolled = func(fyne.Position) { s.fill() }
	s.ring = parts.Frame(parts.Accent, 2, 0)
	s.ring.Hide()
	s.keys = parts.NewPress(parts.PressOptions{Key: s.key, Draw: func(t parts.Touch) fyne.CanvasObject {
		s.ring.Hidden = !t.Focused
		s.ring.Refresh()
		return parts.Rect(parts.Bench, 1, 1, 0)
	}})
	s.outer = container.New(sheetLayout{s}, s.keys, s.scroll.Outer, s.ring)
	return s
}

// sheetLayout lays everything over the whole room, and then puts on the page what
// has come in sight.
type sheetLayout struct{ s *sheet }

func (sheetLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 100) }

func (l sheetLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	for _, k := range o {
		k.Resize(size)
	}
	l.s.fill()
}

// bodyLayout places the things when the width changes.
type bodyLayout struct{ s *sheet }

func (l bodyLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, l.s.height) }

func (l bodyLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	if size.Width != l.s.width && size.Width > 0 {
		l.s.width = size.Width
		l.s.arrange()
	}
	l.s.spread()
}

// show draws what the model has now, from the top when it is another comparison.
func (s *sheet) show() {
	lost := s.focusedInside()
	s.things = nil
	for _, item := range s.m.Items() {
		s.things = append(s.things, s.thing(item))
	}
	s.arrange()
	s.scroll.Refit()
	s.fill()
	if lost {
		s.focus()
	}
}

// focusedInside tells whether a button that is about to go has the keyboard.
func (s *sheet) focusedInside() bool {
	c := fyne.CurrentApp().Driver().CanvasForObject(s.keys)
	if c == nil {
		return false
	}
	for _, t := range s.things {
		if t.press != nil && c.Focused() == fyne.Focusable(t.press) {
			return true
		}
	}
	return false
}

func (s *sheet) focus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(s.keys); c != nil {
		c.Focus(s.keys)
	}
}

// thing makes the button of an item.
func (s *sheet) thing(item Item) thing {
	t := thing{Item: item, active: -1}
	switch {
	case item.Kind == FoldItem:
		t.press = parts.NewPress(parts.PressOptions{Gap: -1, Tap: func() { s.hears.unfolded(item.Fold) }, Draw: func(touch parts.Touch) fyne.CanvasObject {
			return parts.Box(touch.Ground(parts.Fog), parts.Clear, 4, parts.Pad(0, 10, 0, 10, parts.Middle(parts.Row(8,
				parts.Icon(parts.IconRight, 16, parts.Muted, parts.Fog), parts.Text(item.Text, parts.TextSecond, parts.Muted, parts.Regular)))))
		}})
	case item.Restore != nil:
		t.press = parts.NewButton(parts.ButtonOptions{Text: item.Button, Icon: parts.IconUndo, Kind: parts.Quiet, Tap: func() { s.hears.restore(*item.Restore) }})
	}
	return t
}

func (s *sheet) left() float32 {
	return max(0, float32(int((s.width-s.wide())/2)))
}
func (s *sheet) wide() float32 { return min(pageWidth, s.width) }
func (s *sheet) text() float32 { return s.wide() - 2*pageSide }

// arrange gives everything its place.
func (s *sheet) arrange() {
	if s.width == 0 {
		return // not laid out yet
	}
	y := float32(sheetTop + firstGap)
	for i := range s.things {
		t := &s.things[i]
		y += s.gap(i)
		s.measure(t)
		t.y, t.drawn = float32(int(y+0.5)), nil
		y += t.height
	}
	s.height = y + sheetEnd
	s.spread()
}

// spread puts the paper and the buttons where they belong.
func (s *sheet) spread() {
	s.paper.Move(fyne.NewPos(s.left(), sheetTop))
	s.paper.Resize(fyne.NewSize(s.wide(), max(0, max(s.height, s.scroll.Inner.Size().Height)-sheetTop-14)))
	for _, t := range s.things {
		switch {
		case t.press == nil:
		case t.Kind == FoldItem:
			t.press.Move(fyne.NewPos(s.left()+pageSide-10, t.y))
			t.press.Resize(fyne.NewSize(s.text()+20, t.height))
		default:
			m := t.press.MinSize()
			t.press.Move(fyne.NewPos(float32(int(s.left()+s.wide()-pageSide-m.Width+8)), t.y-3))
			t.press.Resize(m)
		}
	}
}

// gap is the room above an item.
func (s *sheet) gap(i int) float32 {
	switch item := s.things[i].Item; {
	case i == 0:
		return 0
	case item.Kind == DocumentItem:
		return 34
	case item.Kind == FactsItem:
		return 20
	case item.Kind == SectionItem:
		return 26
	case item.Kind == FactItem, s.things[i-1].Kind == SectionItem:
		return 7
	}
	return 11
}

// labelWidth is the column of the facts' labels.
const labelWidth = 168

// measure breaks an item's text and gives it its height.
func (s *sheet) measure(t *thing) {
	t.size, t.pitch, t.left = parts.TextPage, s.pitch, pageSide
	plain, bold, italic := parts.Serif, parts.SerifBold, parts.SerifItalic
	width := s.text()
	switch t.Kind {
	case FoldItem:
		t.height = 30
		return
	case FactsItem, SameItem:
		t.height = 24
		return
	case DocumentItem:
		t.height = 30
		return
	case SectionItem:
		t.size, plain, bold, italic = parts.TextSection, parts.Bold, parts.Bold, parts.Bold
		t.pitch = parts.LineHeight(t.size, plain)
		if t.press != nil {
			width -= t.press.MinSize().Width
		}
	case FactItem:
		t.left += min(labelWidth, width/2)
		width -= min(labelWidth, width/2)
	case MovedItem:
		plain, bold = parts.SerifItalic, parts.SerifItalic
	case ParagraphItem:
		if t.Mark == "### " {
			plain, italic = parts.SerifBold, parts.SerifBold
		} else if t.Mark != "" {
			t.left += itemIndent
			width -= itemIndent
		}
	}
	t.lines = linesOf(spansOf(t.Edits, t.Mark, plain, bold, italic), max(60, width), func(text string, f parts.Face) float32 { return s.widthOf(text, f, t.size) })
	if t.Kind == MovedItem && len(t.lines) > 1 {
		t.lines = t.lines[:1]
	}
	t.height = float32(len(t.lines)) * t.pitch
	if t.noted() {
		t.height += noteHeight
	}
}

// itemIndent is where the text of a list's item begins, noteHeight the line that
// says what became of a paragraph.
const (
	itemIndent = 24
	noteHeight = 21
)

func (t *thing) noted() bool { return t.Note != "" && t.Kind != DocumentItem }

func (s *sheet) widthOf(text string, f parts.Face, size float32) float32 {
	k := widthOf{text, f, size}
	w, ok := s.widths[k]
	if !ok {
		w = parts.Measure(text, size, f).Width
		s.widths[k] = w
	}
	return w
}

// fill puts what is in sight on the page, and a little more above and below.
func (s *sheet) fill() {
	const more = 300
	top, bottom := s.scroll.Inner.Offset.Y-more, s.scroll.Inner.Offset.Y+s.scroll.Inner.Size().Height+more
	objects := []fyne.CanvasObject{s.paper}
	for i := range s.things {
		t := &s.things[i]
		if t.press != nil {
			objects = append(objects, t.press)
		}
		if t.y+t.height < top || t.y > bottom {
			t.drawn = nil
			continue
		}
		active := -1
		if at := s.m.At(); at >= t.First && at < t.First+t.Changes {
			active = at - t.First
		}
		if t.drawn == nil || t.active != active || t.height > bottom-top {
			t.active = active
			t.drawn = s.draw(t, top, bottom)
		}
		objects = append(objects, t.drawn...)
	}
	s.body.Objects = objects
	canvas.Refresh(s.paper)
}
