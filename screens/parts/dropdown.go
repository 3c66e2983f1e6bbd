package parts

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// DropdownOptions make a Dropdown.
type DropdownOptions struct {
	Options []string
	Chosen  int // -1: none
	Ghost   string
	Width   float32
	Pick    func(i int)
}

// Dropdown shows the chosen one of many and opens a menu of all. Up and Down
// change it without opening.
type Dropdown struct {
	Press
	o DropdownOptions
}

// NewDropdown makes a dropdown, 34 px tall.
func NewDropdown(o DropdownOptions) *Dropdown {
	d := &Dropdown{o: o}
	d.init(d, PressOptions{Draw: d.draw, Tap: d.open, Key: d.key})
	return d
}

// Set changes what is offered and chosen without telling anybody.
func (d *Dropdown) Set(options []string, chosen int) {
	if slices.Equal(options, d.o.Options) && chosen == d.o.Chosen {
		return
	}
	d.o.Options, d.o.Chosen = options, chosen
	d.Refresh()
}

// Chosen is the index of the chosen option; -1 when there is none.
func (d *Dropdown) Chosen() int { return d.o.Chosen }

func (d *Dropdown) draw(t Touch) fyne.CanvasObject {
	s, ink := d.o.Ghost, Muted
	if d.o.Chosen >= 0 && d.o.Chosen < len(d.o.Options) {
		s, ink = d.o.Options[d.o.Chosen], Ink
	}
	return Fixed(d.o.Width, 34, Box(t.Ground(Page), Edge, 4,
		Pad(0, 8, 1, 10, Row(6, Grow(Middle(NewLabel(s, TextControl, ink, Regular))), Icon(IconDown, 18, Muted, Page)))))
}

func (d *Dropdown) pick(i int) {
	if i < 0 || i >= len(d.o.Options) || i == d.o.Chosen {
		return
	}
	d.o.Chosen = i
	d.Refresh()
	if d.o.Pick != nil {
		d.o.Pick(i)
	}
}

func (d *Dropdown) key(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyDown:
		d.pick(d.o.Chosen + 1)
	case fyne.KeyUp:
		d.pick(d.o.Chosen - 1)
	default:
		return false
	}
	return true
}

func (d *Dropdown) open() { OpenMenu(d, d.o.Options, d.o.Chosen, d.pick) }

// OpenMenu opens a menu under an object; the chosen one is ticked.
func OpenMenu(under fyne.CanvasObject, options []string, chosen int, pick func(int)) {
	OpenMenuAt(under, fyne.NewPos(0, under.Size().Height+2), options, chosen, pick)
}

// OpenMenuAt opens a menu at a place in an object, which gets the focus back.
func OpenMenuAt(under fyne.CanvasObject, at fyne.Position, options []string, chosen int, pick func(int)) {
	driver := fyne.CurrentApp().Driver()
	c := driver.CanvasForObject(under)
	if c == nil {
		return
	}
	var items []*fyne.MenuItem
	for i, s := range options {
		item := fyne.NewMenuItem(s, func() {
			if f, ok := under.(fyne.Focusable); ok {
				c.Focus(f)
			}
			pick(i)
		})
		item.Checked = i == chosen
		items = append(items, item)
	}
	p := driver.AbsolutePositionForObject(under).Add(at)
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), c, p)
}

// RadioOptions make one row of a radio group.
type RadioOptions struct {
	Mark   string // shape after the dot; may be empty
	Text   string
	Hint   string
	Chosen bool
	Tap    func()
	Behind Token // what the row lies on; empty: a panel
}

// NewRadio makes a row with a dot, filled when it is the chosen one.
func NewRadio(o RadioOptions) *Press {
	if o.Behind == "" {
		o.Behind = Panel
	}
	return NewPress(PressOptions{Tap: o.Tap, Draw: func(t Touch) fyne.CanvasObject {
		dot, face := Box(Page, Edge, 9, Rect(Clear, 18, 18, 9)), Regular
		if o.Chosen {
			dot, face = Box(Accent, Accent, 9, Centre(Rect(Page, 8, 8, 4))), Bold
		}
		objects := []fyne.CanvasObject{Fixed(18, 18, dot)}
		if o.Mark != "" {
			objects = append(objects, Mark(o.Mark, 18, t.Calm(o.Behind)))
		}
		objects = append(objects, Text(o.Text, TextControl, Ink, face))
		if o.Hint != "" {
			objects = append(objects, Grow(NewLabel(o.Hint, TextHint, Muted, Regular)))
		}
		return Box(t.Calm(Clear), Clear, 4, Pad(3, 4, 4, 4, Row(9, objects...)))
	}})
}
