package paper

import (
	"strings"

	"fyne.io/fyne/v2"

	"yttra/app/webcopy"
	"yttra/screens/parts"
)

// webDialog is "Vad tas bort": everything that is taken out of the copy for the web,
// with what stands instead and where, and what somebody decides about it.
type webDialog struct {
	v       *view
	dialog  *parts.Dialog
	list    *parts.Scroll
	also    *parts.Field
	state   *fyne.Container
	approve *parts.Press
	acts    []*parts.Press // by item; nil: nothing can be done about it
}

func (v *view) showWeb() {
	if v.m.Web() == nil {
		return
	}
	w := v.h.Words()
	x := &webDialog{v: v, list: parts.NewScroll(parts.Column(0)), state: parts.Column(0)}
	x.also = parts.NewField(parts.FieldOptions{Label: w.T("web.also"), Hint: w.T("web.also_hint"), Submit: func(string) { x.addWords() }})
	add := parts.NewButton(parts.ButtonOptions{Text: w.T("web.also_yes"), Tap: x.addWords})
	shut := parts.NewButton(parts.ButtonOptions{Text: w.T("word.close"), Tap: func() { x.dialog.Close() }})
	x.approve = parts.NewButton(parts.ButtonOptions{Text: w.T("web.approve"), Kind: parts.Primary, Tap: func() { v.approve(); x.draw() }})
	foot := parts.Column(0, parts.HLine(parts.Line), parts.Pad(10, 20, 12, 20, parts.Column(10,
		parts.RowTop(8, parts.Grow(x.also.Outer), parts.Pad(24, 0, 0, 0, add)), x.state)))
	x.draw()
	x.dialog = parts.ShowDialog(v.h.Window(), w, parts.DialogOptions{Title: w.T("web.head"), Width: 720, Height: 640, Body: parts.Dock(nil, foot, x.list.Outer),
		Buttons: []fyne.CanvasObject{shut, x.approve}, Closed: v.draw}, x.also.Entry)
}

// addWords takes out what was written, wherever it stands.
func (x *webDialog) addWords() {
	words := strings.TrimSpace(x.also.Text())
	if len([]rune(words)) < 2 {
		x.also.Fault(x.v.h.Words().T("web.also_short"))
		x.dialog.Relayout()
		return
	}
	x.also.Entry.SetText("")
	x.also.Fault("")
	x.v.alsoRemove(words)
	x.draw()
	x.dialog.Relayout()
}

// draw shows the copy anew.
func (x *webDialog) draw() {
	c, w := x.v.m.Web(), x.v.h.Words()
	if c == nil {
		return
	}
	x.acts = make([]*parts.Press, len(c.Items))
	rows := []fyne.CanvasObject{parts.NewPara(w.T("web.text"), parts.TextControl, parts.Ink, parts.Regular)}
	if len(c.Items) == 0 {
		rows = append(rows, parts.NewPara(w.T("web.removed_none"), parts.TextControl, parts.Ink, parts.Bold))
	}
	for i, item := range c.Items {
		rows = append(rows, parts.HLine(parts.Line), x.row(i, item))
	}
	if len(c.Withheld) > 0 {
		rows = append(rows, parts.HLine(parts.Line), x.withheld(c.Withheld))
	}
	x.list.Set(parts.Pad(14, 20, 16, 20, parts.Column(9, rows...)))
	mark, text := x.v.m.approvalWords()
	x.state.Objects = []fyne.CanvasObject{parts.RowTop(7, parts.Pad(1, 0, 0, 0, parts.Mark(mark, 18, parts.Panel)), parts.Grow(parts.NewPara(text, parts.TextSecond, parts.Ink, parts.Regular)))}
	x.state.Refresh()
	_, holds := x.v.m.Approved()
	enable(x.approve, !holds)
}

// row is one item: its forms, what stands instead, what it is and where, and what
// can be done about it.
func (x *webDialog) row(n int, i webcopy.Item) fyne.CanvasObject {
	w := x.v.h.Words()
	mark := parts.MarkMet
	switch {
	case i.Kept != nil:
		mark = parts.MarkWaived
	case i.Times == 0:
		mark = parts.MarkNotAddressed
	case !i.Removed():
		mark = parts.MarkNote
	}
	said := []fyne.CanvasObject{parts.NewPara(i.Becomes(w), parts.TextControl, parts.Ink, parts.Bold), parts.NewPara(i.What(w, x.v.m.state.Document()), parts.TextSecond, parts.Muted, parts.Regular)}
	if i.Kept != nil {
		who := strings.Trim(i.Kept.By+", "+string(i.Kept.On), ", ")
		said = append(said, parts.NewPara(i.Kept.Reason, parts.TextSecond, parts.Ink, parts.Regular), parts.NewPara(who, parts.TextHint, parts.Muted, parts.Regular))
	}
	row := []fyne.CanvasObject{parts.Pad(1, 0, 0, 0, parts.Mark(mark, 18, parts.Panel)), parts.Grow(parts.Column(2, said...))}
	if act := x.act(n, i); act != nil {
		x.acts[n] = act
		row = append(row, act)
	} else if i.Never {
		row = append(row, parts.Hint(w.T("web.never")))
	}
	return parts.RowTop(9, row...)
}

// act is what can be done about an item; nil: nothing.
func (x *webDialog) act(n int, i webcopy.Item) *parts.Press {
	w := x.v.h.Words()
	then := func(do func()) func() {
		return func() {
			do()
			x.draw()
			x.focus(n)
		}
	}
	switch {
	case i.Hand:
		return parts.NewLink(w.T("web.undo"), then(func() { x.v.removeNoMore(i) }))
	case i.Kept != nil:
		return parts.NewLink(w.T("web.remove"), then(func() { x.v.takeOut(i) }))
	case !i.Removed():
		return parts.NewLink(w.T("web.remove"), then(func() { x.v.takeOut(i) }))
	case i.Never:
		return nil
	}
	return parts.NewLink(w.T("web.keep"), func() {
		parts.Ask(x.v.h.Window(), w, parts.AskOptions{Title: w.T("web.keep_title"), Text: webcopy.Quoted(i.Words), Mark: parts.MarkWaived, Label: w.T("web.keep_ask"), Hint: w.T("web.keep_hint"),
			Lines: 3, Yes: w.T("web.keep_yes"), Check: func(s string) string { return parts.ReasonFault(w, s) }, Done: func(s string) { then(func() { x.v.keep(i, s) })() }})
	})
}

// focus goes to what can be done about an item, or to the field when that is nothing
// any longer.
func (x *webDialog) focus(n int) {
	if c := x.v.h.Window().Canvas(); n < len(x.acts) && x.acts[n] != nil {
		c.Focus(x.acts[n])
	} else {
		c.Focus(x.also.Entry)
	}
}

// withheld names the annexes whose files are not in the copy.
func (x *webDialog) withheld(titles []string) fyne.CanvasObject {
	w := x.v.h.Words()
	rows := []fyne.CanvasObject{parts.NewPara(w.N("web.withheld", len(titles)), parts.TextControl, parts.Ink, parts.Bold)}
	for _, t := range titles {
		rows = append(rows, parts.NewPara(t, parts.TextSecond, parts.Ink, parts.Regular))
	}
	return parts.RowTop(9, parts.Pad(1, 0, 0, 0, parts.Mark(parts.MarkNote, 18, parts.Panel)), parts.Grow(parts.Column(2, rows...)))
}
