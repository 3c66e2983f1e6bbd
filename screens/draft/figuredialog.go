package draft

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"yttra/app"
	"yttra/app/figures"
	"yttra/screens/parts"
)

// figureDialog lists the amounts of the estimate, to put one in the text. The
// keyboard stays in the field that narrows the list; the arrows move in it.
type figureDialog struct {
	dialog *parts.Dialog
	field  *parts.Field
	list   *parts.List
	empty  *parts.Label
	rows   []Figure
	form   app.MoneyForm
	model  *Model
	chose  func(key string, form app.MoneyForm)
}

const (
	figureRow    = 34 // height of an amount that can be chosen
	figuresShown = 9
	figuresWide  = 620
)

// figureWanted opens the list over a selection of the live text. In a figure that
// stands there already it begins with that one.
func (s *Screen) figureWanted(text string, sel app.Span) {
	w := s.host.Words()
	d := &figureDialog{model: s.model}
	now := ""
	if f, ok := figureAt(text, sel.End); ok {
		if key, form, good := figures.Split(f.Name); good {
			now, d.form = key, form
		}
	}
	d.chose = func(key string, form app.MoneyForm) {
		s.model.SetFigure(sel, key, form)
		s.view.show()
		s.view.page.reveal()
		s.view.page.focusText()
	}
	d.field = parts.NewField(parts.FieldOptions{Icon: parts.IconSearch, Ghost: w.T("draft.figure_find"), Changed: func(string) { d.narrow("") }, Key: d.key, Submit: func(string) { d.take(d.list.At()) }})
	d.list = parts.NewList(parts.ListOptions{Len: func() int { return len(d.rows) }, Make: func() fyne.CanvasObject { return newFigureRow() }, Height: figureRow,
		Fill: func(o fyne.CanvasObject, i int, chosen, focused bool) {
			if r, ok := o.(*figureRowView); ok {
				r.set(d.rows[i], chosen, focused)
			}
		}, Chose: func(int) {}, Enter: d.take})
	d.empty = parts.NewLabel("", parts.TextControl, parts.Muted, parts.Regular)
	insert := parts.NewButton(parts.ButtonOptions{Text: w.T("draft.figure_insert"), Kind: parts.Primary, Tap: func() { d.take(d.list.At()) }})
	buttons := []fyne.CanvasObject{parts.NewButton(parts.ButtonOptions{Text: w.T("word.cancel"), Tap: func() { d.dialog.Close() }}), insert}
	d.narrow(now)
	body := parts.Column(0,
		parts.Pad(12, 20, 10, 20, parts.Column(10, d.field.Outer, d.forms())), parts.HLine(parts.Line),
		parts.Fixed(0, figuresShown*figureRow, parts.Stack(parts.Rect(parts.Page, 1, 1, 0), d.list.Outer, parts.Centre(d.empty))))
	d.dialog = parts.ShowDialog(s.host.Window(), w, parts.DialogOptions{Title: w.T("draft.figure_title"), Width: figuresWide, Body: body, Buttons: buttons}, d.field.Entry)
	d.list.Reset(d.list.At())
}

// forms chooses how the amount is written; the words are the forms themselves.
func (d *figureDialog) forms() fyne.CanvasObject {
	var options []parts.Option
	chosen := 0
	for i, f := range app.MoneyForms {
		options = append(options, parts.Option{Text: d.model.words.T("draft.figure_form." + formKey(f))})
		if f == d.form {
			chosen = i
		}
	}
	return parts.NewChoice(parts.ChoiceOptions{Options: options, Chosen: chosen, Pick: func(i int) {
		d.form = app.MoneyForms[i]
		d.narrow("")
	}})
}

func formKey(f app.MoneyForm) string {
	if f == app.InKronor {
		return "kronor"
	}
	return string(f)
}

// narrow lists the amounts again, with the same one chosen, or the one with a key.
func (d *figureDialog) narrow(key string) {
	if at := d.list.At(); key == "" && at >= 0 && at < len(d.rows) {
		key = d.rows[at].Key
	}
	d.rows = d.model.Figures(d.field.Text(), d.form)
	at := min(0, len(d.rows)-1)
	for i, f := range d.rows {
		if f.Key == key {
			at = i
		}
	}
	d.list.Reset(at)
	if at >= 0 {
		d.list.ScrollTo(at)
	}
	word := ""
	switch {
	case len(d.rows) > 0:
	case d.field.Text() == "":
		word = d.model.words.T("draft.figure_none")
	default:
		word = d.model.words.T("draft.figure_no_hit")
	}
	d.empty.Set(word, parts.Muted)
}

// key moves in the list while one writes in the field.
func (d *figureDialog) key(e *fyne.KeyEvent) bool {
	by := map[fyne.KeyName]int{fyne.KeyUp: -1, fyne.KeyDown: 1, fyne.KeyPageUp: 1 - figuresShown, fyne.KeyPageDown: figuresShown - 1}[e.Name]
	if by == 0 || len(d.rows) == 0 {
		return by != 0
	}
	at := max(0, min(d.list.At()+by, len(d.rows)-1))
	d.list.Reset(at)
	d.list.ScrollTo(at)
	return true
}

func (d *figureDialog) take(i int) {
	if i < 0 || i >= len(d.rows) {
		return
	}
	d.dialog.Close()
	d.chose(d.rows[i].Key, d.form)
}

// figureRowView is one amount: its name, and what will stand in the text.
type figureRowView struct {
	widget.BaseWidget
	ground, ring *canvas.Rectangle
	name         *parts.Label
	amount       *canvas.Text
}

func newFigureRow() *figureRowView {
	r := &figureRowView{ground: parts.Rect(parts.Clear, 1, 1, 0), ring: parts.Frame(parts.Accent, 2, 4),
		name: parts.NewLabel("", parts.TextControl, parts.Ink, parts.Regular), amount: parts.Text("", parts.TextControl, parts.Ink, parts.Bold)}
	r.amount.Alignment = fyne.TextAlignTrailing
	r.ExtendBaseWidget(r)
	return r
}

func (r *figureRowView) set(f Figure, chosen, focused bool) {
	ground := parts.Page
	if chosen {
		ground = parts.Soft
	}
	r.ground.FillColor = parts.Color(ground)
	r.ring.Hidden = !chosen || !focused
	r.name.Set(f.Name, parts.Ink)
	r.amount.Text, r.amount.Color = f.Amount, parts.Color(parts.Ink)
	r.ground.Refresh()
	r.ring.Refresh()
	r.amount.Refresh()
}

// CreateRenderer draws the row.
func (r *figureRowView) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(parts.Stack(r.ground, parts.Pad(0, 20, 0, 20, parts.Row(12, parts.Grow(parts.Middle(r.name)), parts.Middle(r.amount))), parts.Pad(2, 4, 2, 4, r.ring)))
}
