package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// FieldOptions make a field. Label and Hint may be empty; a field without a
// label is a bare box, for a search or a cell.
type FieldOptions struct {
	Label   string
	Hint    string
	Text    string
	Ghost   string // shown while it is empty
	Icon    string
	Lines   int // rows of text; 0 and 1: one line
	Width   float32
	Changed func(string)
	Submit  func(string)              // Enter, in a field of one line
	Key     func(*fyne.KeyEvent) bool // before the field's own keys; true: taken
	Gained  func()                    // the focus came; may be nil
	Left    func()                    // the focus went away
	Whole   bool                      // the focus marks all that stands in it
	Secret  bool                      // what is written is not shown; see Show
}

// Field is a labelled entry with its hint, and its fault in the hint's place.
type Field struct {
	Outer fyne.CanvasObject // what to lay out
	Entry *Entry

	o      FieldOptions
	below  *fyne.Container // hint or fault
	box    *fyne.Container
	dress  *container.ThemeOverride
	corner *fyne.Container // the triangle
	fault  string
}

// NewField makes a field.
func NewField(o FieldOptions) *Field {
	f := &Field{o: o, Entry: newEntry(o)}
	f.dress = container.NewThemeOverride(f.Entry, f.theme())
	f.corner = Align(1, 0, Pad(8, 9, 0, 0, Mark(MarkSerious, 17, SeriousSoft)))
	f.corner.Hide()
	height := float32(34)
	if o.Lines > 1 {
		height = 0
	}
	f.box = Fixed(o.Width, height, Stack(f.dress, f.corner, f.Entry.ring))
	f.below = Column(0)
	parts := []fyne.CanvasObject{f.box, f.below}
	if o.Label != "" {
		parts = append([]fyne.CanvasObject{Text(o.Label, TextSecond, Ink, Bold)}, parts...)
	}
	f.Outer = Column(3, parts...)
	f.sayBelow()
	return f
}

func (f *Field) theme() Theme {
	t, _ := fyne.CurrentApp().Settings().Theme().(Theme)
	t.field, t.line, t.plain, t.fault = true, f.o.Lines <= 1, f.o.Icon == "", f.fault != ""
	return t
}

// SetText puts text into the field without telling Changed.
func (f *Field) SetText(s string) {
	if f.Entry.Text == s {
		return
	}
	f.Entry.silent = true
	f.Entry.SetText(s)
	f.Entry.silent = false
}

// Show shows what is written in a secret field, or hides it again.
func (f *Field) Show(on bool) {
	f.Entry.Password = !on
	f.Entry.Refresh()
}

// Text is what stands in the field.
func (f *Field) Text() string { return f.Entry.Text }

// Fault marks the field with a sentence saying what is wrong; empty clears it.
func (f *Field) Fault(sentence string) {
	if f.fault == sentence {
		return
	}
	f.fault = sentence
	f.dress.Theme = f.theme()
	f.dress.Refresh()
	f.corner.Hidden = sentence == ""
	f.sayBelow()
	f.box.Refresh()
}

func (f *Field) sayBelow() {
	f.below.Objects = nil
	switch {
	case f.fault != "":
		f.below.Add(NewPara(f.fault, TextHint, Serious, Regular))
	case f.o.Hint != "":
		f.below.Add(NewPara(f.o.Hint, TextHint, Muted, Regular))
	}
	f.below.Hidden = len(f.below.Objects) == 0
	f.below.Refresh()
	if f.Outer != nil {
		f.Outer.Refresh()
	}
}

// Entry is Fyne's entry with the house's ring, which gives Tab, Esc and the
// function keys to those who want them.
type Entry struct {
	widget.Entry
	o      FieldOptions
	ring   *canvas.Rectangle
	silent bool
}

func newEntry(o FieldOptions) *Entry {
	e := &Entry{o: o, ring: Frame(Accent, 2, 5)}
	e.ring.Hide()
	e.Text, e.PlaceHolder, e.Password = o.Text, o.Ghost, o.Secret
	e.Icon = IconResource(o.Icon, Muted, Page) // a blank one only takes room
	if o.Lines > 1 {
		e.MultiLine, e.Wrapping = true, fyne.TextWrapWord
		e.SetMinRowsVisible(o.Lines)
	} else {
		e.ActionItem = Rect(Clear, fieldPadding, 1, 0) // a long line ends before the frame
	}
	e.OnChanged = func(s string) {
		if !e.silent && o.Changed != nil {
			o.Changed(s)
		}
	}
	if o.Submit != nil {
		e.OnSubmitted = o.Submit
	}
	e.ExtendBaseWidget(e)
	return e
}

// AcceptsTab is false: Tab goes to the next part, also from many lines.
func (e *Entry) AcceptsTab() bool { return false }

// Resize shortens what is shown while the field is empty to the room there is.
func (e *Entry) Resize(s fyne.Size) {
	e.Entry.Resize(s)
	if e.MultiLine || e.o.Ghost == "" || s.Width == 0 {
		return
	}
	room := s.Width - 2*fieldSide
	if e.o.Icon != "" {
		room -= 20
	}
	if ghost := Fit(e.o.Ghost, room, TextControl, Regular); ghost != e.PlaceHolder {
		e.SetPlaceHolder(ghost)
	}
}

// FocusGained shows the ring.
func (e *Entry) FocusGained() {
	e.Entry.FocusGained()
	e.ring.Show()
	reveal(e)
	if e.o.Gained != nil {
		e.o.Gained()
	}
	if e.o.Whole {
		e.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
}

// FocusLost hides it.
func (e *Entry) FocusLost() {
	e.Entry.FocusLost()
	e.ring.Hide()
	if e.o.Left != nil {
		e.o.Left()
	}
}

// TypedKey lets the owner take a key first, and passes Esc and function keys on.
func (e *Entry) TypedKey(k *fyne.KeyEvent) {
	if e.o.Key != nil && e.o.Key(k) {
		return
	}
	switch k.Name {
	case fyne.KeyEscape, fyne.KeyF1, fyne.KeyF2, fyne.KeyF3:
		PassKey(e, k)
	default:
		e.Entry.TypedKey(k)
	}
}

// TypedShortcut passes shortcuts with Alt or Enter on to the window: an entry has
// none of its own, and would keep them from it.
func (e *Entry) TypedShortcut(s fyne.Shortcut) {
	if k, ok := s.(*desktop.CustomShortcut); ok && (k.Modifier&fyne.KeyModifierAlt != 0 || k.KeyName == fyne.KeyEnter) {
		if c, ok := fyne.CurrentApp().Driver().CanvasForObject(e).(fyne.Shortcutable); ok {
			c.TypedShortcut(s)
		}
		return
	}
	e.Entry.TypedShortcut(s)
}
