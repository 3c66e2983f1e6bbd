package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"yttra/i18n"
)

// DialogOptions make a Dialog. Dialogs open only when somebody asks for one.
type DialogOptions struct {
	Title         string
	Width, Height float32 // Height 0: as the body needs
	Body          fyne.CanvasObject
	Left          []fyne.CanvasObject      // buttons at the left of the foot
	Buttons       []fyne.CanvasObject      // at the right of the foot; the primary one last
	Leave         func() bool              // asked before Esc or the cross closes it; false: it stays. May be nil
	Scroll        *Scroll                  // of the body: arrows, Page Up and Down, Home and End that nothing else takes scroll it; may be nil
	Closed        func()                   // after it has closed in any way; may be nil
	Help          func()                   // opens the help about it; nil: there is none
	Shortcut      func(fyne.Shortcut) bool // before the dialog's own; true: taken. May be nil
}

// Dialog lies over the window until it is closed, by a button or Esc.
type Dialog struct {
	widget.BaseWidget
	o      DialogOptions
	canvas fyne.Canvas
	before fyne.Focusable
	body   fyne.CanvasObject
	frame  fyne.CanvasObject
}

// ShowDialog opens a dialog over a window. The focus goes to first, or to
// the cross when that is nil; when the dialog closes it goes back to where it was.
func ShowDialog(w fyne.Window, words i18n.Words, o DialogOptions, first fyne.Focusable) *Dialog {
	d := &Dialog{o: o, canvas: w.Canvas()}
	d.before = d.canvas.Focused()
	d.body = o.Body
	title := Grow(NewLabel(o.Title, TextTitle, Ink, Bold))
	if o.Help != nil {
		title = Grow(Row(8, Grow(NewLabel(o.Title, TextTitle, Ink, Bold)), NewLink(words.T("window.help_key"), o.Help)))
	}
	cross := NewPress(PressOptions{Tap: d.Dismiss, Gap: 1, Draw: func(t Touch) fyne.CanvasObject {
		return Box(t.Ground(Clear), Clear, 4, Fixed(26, 26, Centre(Icon(IconClose, 20, Muted, Panel))))
	}})
	head := Pad(10, 12, 10, 20, Row(8, title, Hint("Esc"), cross))
	var foot fyne.CanvasObject
	if len(o.Left)+len(o.Buttons) > 0 {
		row := append(append([]fyne.CanvasObject{}, o.Left...), Grow())
		foot = Column(0, HLine(Line), Pad(10, 16, 11, 20, Row(8, append(row, o.Buttons...)...)))
	}
	d.frame = Framed(Panel, Edge, 6, Dock(Column(0, head, HLine(Line)), foot, d.body))
	d.ExtendBaseWidget(d)
	d.canvas.Overlays().Add(d)
	d.Resize(d.canvas.Size())
	if first == nil {
		first = cross
	}
	d.canvas.Focus(first)
	return d
}

// Dismiss is Esc or the cross: the dialog goes unless something in it would be
// lost.
func (d *Dialog) Dismiss() {
	if d.o.Leave == nil || d.o.Leave() {
		d.Close()
	}
}

// Close takes the dialog away.
func (d *Dialog) Close() {
	if d.canvas.Overlays().Top() != fyne.CanvasObject(d) {
		return
	}
	d.canvas.Overlays().Remove(d)
	if d.before != nil {
		d.canvas.Focus(d.before)
	}
	if d.o.Closed != nil {
		d.o.Closed()
	}
}

// Help opens the help about the dialog, when there is any.
func (d *Dialog) Help() {
	if d.o.Help != nil {
		d.o.Help()
	}
}

// TypedKey takes a key that nothing in the dialog has taken: the body scrolls.
func (d *Dialog) TypedKey(e *fyne.KeyEvent) {
	if d.o.Scroll != nil {
		d.o.Scroll.typed(e.Name)
	}
}

// Shortcut takes a shortcut while the dialog is on top: Ctrl+Enter presses the
// primary button, wherever in the dialog the keyboard is.
func (d *Dialog) Shortcut(s fyne.Shortcut) bool {
	if d.o.Shortcut != nil && d.o.Shortcut(s) {
		return true
	}
	k, ok := s.(*desktop.CustomShortcut)
	if !ok || k.Modifier != fyne.KeyModifierControl || k.KeyName != fyne.KeyReturn && k.KeyName != fyne.KeyEnter {
		return false
	}
	if n := len(d.o.Buttons); n > 0 {
		if b, ok := d.o.Buttons[n-1].(*Press); ok {
			b.press()
		}
	}
	return true
}

// Relayout lays out again when something in the body changed height.
func (d *Dialog) Relayout() { d.Refresh() }

// Tapped keeps a click beside the dialog from reaching what is behind.
func (d *Dialog) Tapped(*fyne.PointEvent) {}

// CreateRenderer draws the shade and the dialog in the middle.
func (d *Dialog) CreateRenderer() fyne.WidgetRenderer {
	return &dialogRenderer{d: d, shade: Rect(Shade, 1, 1, 0)}
}

type dialogRenderer struct {
	d     *Dialog
	shade fyne.CanvasObject
}

func (r *dialogRenderer) Layout(s fyne.Size) {
	r.shade.Resize(s)
	w := min(r.d.o.Width, s.Width-32)
	h := r.d.o.Height
	if h == 0 {
		h = heightAt(r.d.frame, w)
	}
	h = min(h, s.Height-32)
	place(r.d.frame, (s.Width-w)/2, (s.Height-h)/2, w, h)
}

func (r *dialogRenderer) MinSize() fyne.Size { return fyne.NewSize(64, 64) }
func (r *dialogRenderer) Refresh()           { r.Layout(r.d.Size()); r.d.frame.Refresh() }
func (r *dialogRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.shade, r.d.frame}
}
func (r *dialogRenderer) Destroy() {}

// AskOptions make a question with one field: a name for a version, a reason.
type AskOptions struct {
	Title, Text string // Text stands above the field
	Mark        string // shape before Text, which then names a thing; may be empty
	Label, Hint string
	Start       string   // what the field holds at first
	Offers      []string // what one may press to have in the field
	Lines       int
	Below       fyne.CanvasObject // a choice that stands under the field; nil: none
	Yes         string
	Check       func(string) string // a sentence saying what is wrong; empty: fine
	Done        func(string)
}

// Ask opens a dialog with one field. Done is called with what was written once
// Check has nothing against it.
func Ask(w fyne.Window, words i18n.Words, o AskOptions) *Dialog {
	var d *Dialog
	var f *Field
	finish := func() {
		if o.Check != nil {
			if fault := o.Check(f.Text()); fault != "" {
				f.Fault(fault)
				d.Relayout()
				return
			}
		}
		d.Close()
		o.Done(f.Text())
	}
	f = NewField(FieldOptions{Label: o.Label, Hint: o.Hint, Text: o.Start, Lines: o.Lines, Whole: o.Start != "" && o.Lines < 2, Submit: func(string) { finish() }})
	objects := []fyne.CanvasObject{f.Outer}
	switch {
	case o.Mark != "":
		named := RowTop(8, Pad(2, 0, 0, 0, Mark(o.Mark, 18, Panel)), Grow(NewPara(o.Text, TextControl, Ink, Bold)))
		objects = append([]fyne.CanvasObject{named}, objects...)
	case o.Text != "":
		objects = append([]fyne.CanvasObject{NewPara(o.Text, TextControl, Ink, Regular)}, objects...)
	}
	if len(o.Offers) > 0 {
		objects = append(objects, offers(o.Offers, f))
	}
	if o.Below != nil {
		objects = append(objects, o.Below)
	}
	d = ShowDialog(w, words, DialogOptions{Title: o.Title, Width: 460, Body: Pad(14, 20, 16, 20, Column(10, objects...)),
		Buttons: []fyne.CanvasObject{
			NewButton(ButtonOptions{Text: words.T("word.cancel"), Tap: func() { d.Close() }}),
			NewButton(ButtonOptions{Text: o.Yes, Kind: Primary, Tap: finish})}}, f.Entry)
	return d
}

// offers are links that put their words in a field.
func offers(texts []string, f *Field) fyne.CanvasObject {
	var row []fyne.CanvasObject
	for _, s := range texts {
		row = append(row, NewLink(s, func() {
			f.Entry.SetText(s)
			if c := fyne.CurrentApp().Driver().CanvasForObject(f.Entry); c != nil {
				c.Focus(f.Entry)
			}
		}))
	}
	return Row(6, row...)
}

// Confirm opens a question that is answered with one button or left alone.
func Confirm(w fyne.Window, words i18n.Words, title, text, yes string, done func()) *Dialog {
	var d *Dialog
	button := NewButton(ButtonOptions{Text: yes, Kind: Primary, Tap: func() { d.Close(); done() }})
	d = ShowDialog(w, words, DialogOptions{Title: title, Width: 460,
		Body: Pad(14, 20, 16, 20, Column(0, NewPara(text, TextControl, Ink, Regular))),
		Buttons: []fyne.CanvasObject{
			NewButton(ButtonOptions{Text: words.T("word.cancel"), Tap: func() { d.Close() }}), button}}, button)
	return d
}
