package assess

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"yttra/screens/parts"
)

// weigh is the picture with its head, its axes and the row beneath: the result
// in words, the point that is chosen, or the field for why one was moved.
type weigh struct {
	v       *view
	outer   *fyne.Container
	picture *picture
	shut    *parts.Press // folds the picture, in a wide window
	row     *fyne.Container
	at      string // the chosen point, when chosen
	chosen  bool
	reason  *parts.Field // while a point waits for its reason
	last    string       // what the row was drawn from
}

func newWeigh(v *view) *weigh {
	w := &weigh{v: v, picture: newPicture(v), row: container.NewStack()}
	t := v.h.Words().T
	w.shut = parts.NewPress(parts.PressOptions{Gap: 2, Tap: func() { v.fold.turn() }, Draw: func(touch parts.Touch) fyne.CanvasObject { return link(t("assess.picture.hide"), touch) }})
	head := parts.GiveWay(12, parts.Row(8, parts.Text(t("assess.picture.title"), parts.TextControl, parts.Ink, parts.Bold), w.shut), parts.Text(t("assess.picture.up"), parts.TextHint, parts.Muted, parts.Bold))
	axis := parts.GiveWay(12, parts.Text(t("assess.picture.origin"), parts.TextHint, parts.Muted, parts.Regular), parts.Text(t("assess.picture.right"), parts.TextHint, parts.Muted, parts.Bold))
	w.outer = parts.Column(4, parts.Fixed(0, 22, head), parts.Fixed(0, pictureHeight, w.picture), axis, parts.Stack(parts.Rect(parts.Clear, 1, 42, 0), w.row))
	return w
}

// draw shows the model anew; a field that is being typed in is left alone.
func (w *weigh) draw() {
	if _, ok := w.v.m.Point(w.at); !ok {
		w.chosen = false
	}
	w.picture.draw()
	w.drawRow()
}

func (w *weigh) drawRow() {
	m := w.v.m
	moving, waits := m.Moving()
	if !waits {
		w.reason = nil
	}
	point, _ := m.Point(w.at)
	key := m.Says() + m.Because() + "\x00" + moving
	if w.chosen {
		key += "\x00" + m.Tells(point)
	}
	if waits && w.reason != nil || key == w.last && !waits {
		return
	}
	w.last = key
	switch {
	case waits:
		w.row.Objects = []fyne.CanvasObject{w.askRow(moving)}
	case w.chosen:
		w.row.Objects = []fyne.CanvasObject{w.pointRow(point)}
	default:
		w.row.Objects = []fyne.CanvasObject{w.resultRow()}
	}
	w.row.Refresh()
	w.v.outer.Refresh()
}

// resultRow says the result in words.
func (w *weigh) resultRow() fyne.CanvasObject {
	m, t := w.v.m, w.v.h.Words().T
	add := parts.Stack()
	if len(m.Points()) > 0 && !m.Full() {
		add.Objects = []fyne.CanvasObject{parts.NewLink(t("assess.picture.add"), w.add)}
	}
	if _, ok := m.Point(""); !ok {
		return parts.Right(add)
	}
	return parts.Column(0, parts.NewPara(m.Says(), parts.TextSecond, parts.Ink, parts.Bold),
		parts.RowTop(8, parts.Grow(parts.NewPara(m.Because(), parts.TextHint, parts.Muted, parts.Regular)), add))
}

// pointRow says where the chosen point stands and what can be done with it.
func (w *weigh) pointRow(p Point) fyne.CanvasObject {
	t := w.v.h.Words().T
	does := []fyne.CanvasObject{}
	switch {
	case p.Name != "":
		does = append(does, parts.NewLink(t("assess.picture.rename"), func() { w.picture.rename(p.Name) }),
			parts.NewLink(t("assess.picture.remove"), func() { w.picture.away(p.Name) }))
	case p.Reason != "":
		does = append(does, parts.NewLink(t("assess.picture.reset"), func() { w.picture.away("") }))
	}
	does = append(does, parts.Grow(parts.NewLabel(t("assess.picture.how"), parts.TextHint, parts.Muted, parts.Regular)))
	return parts.Column(1, parts.NewPara(w.v.m.Tells(p), parts.TextSecond, parts.Ink, parts.Regular), parts.Row(8, does...))
}

// askRow asks why a point was moved.
func (w *weigh) askRow(name string) fyne.CanvasObject {
	t := w.v.h.Words().T
	w.reason = parts.NewField(parts.FieldOptions{Ghost: t("assess.picture.why"), Submit: func(string) { w.keep() }, Key: w.reasonKey})
	return parts.Column(4, parts.RowTop(8, parts.Grow(w.reason.Outer),
		parts.NewButton(parts.ButtonOptions{Text: t("word.cancel"), Tap: w.drop}),
		parts.NewButton(parts.ButtonOptions{Text: t("word.save"), Kind: parts.Primary, Tap: w.keep})))
}

func (w *weigh) reasonKey(e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeyEscape {
		w.drop()
		return true
	}
	return false
}

// keep keeps the move with its reason.
func (w *weigh) keep() {
	name, _ := w.v.m.Moving()
	if fault := w.v.m.Keep(w.reason.Text()); fault != "" {
		w.reason.Fault(fault)
		w.v.outer.Refresh()
		w.v.h.Window().Canvas().Focus(w.reason.Entry)
		return
	}
	w.draw()
	w.focus(name)
}

// drop lets a moved point go back.
func (w *weigh) drop() {
	name, _ := w.v.m.Moving()
	w.v.m.Back()
	w.draw()
	w.focus(name)
}

// focus goes to a point, or to the list when it is gone.
func (w *weigh) focus(name string) {
	for _, d := range w.picture.dots {
		if d.name == name {
			w.v.h.Window().Canvas().Focus(d)
			return
		}
	}
	w.v.focus()
}

// add asks for the name of an alternative; it is then placed with the arrows or
// the pointer.
func (w *weigh) add() {
	t := w.v.h.Words().T
	parts.Ask(w.v.h.Window(), w.v.h.Words(), parts.AskOptions{Title: t("assess.picture.add_title"), Text: t("assess.picture.add_text"),
		Label: t("assess.picture.name"), Yes: t("assess.picture.place"), Check: w.v.m.NameFault, Done: func(name string) {
			if w.v.m.Begin(name) == "" {
				name, _ = w.v.m.Moving()
				w.draw()
				w.focus(name)
			}
		}})
}

// The picture tells of its points:

func (p *picture) choose(name string) {
	w := p.v.weigh
	if w.chosen && w.at == name {
		return
	}
	w.at, w.chosen = name, true
	w.drawRow()
}

func (p *picture) moved(name string, s Spot) {
	p.v.m.MoveTo(name, s)
	p.v.weigh.at, p.v.weigh.chosen = name, true
	p.draw()
	p.v.weigh.drawRow()
}

// ask puts the keyboard in the field for the reason, when a point waits for one.
func (p *picture) ask() {
	if w := p.v.weigh; w.reason != nil {
		p.v.h.Window().Canvas().Focus(w.reason.Entry)
	}
}

func (p *picture) away(name string) {
	w := p.v.weigh
	if waiting, ok := p.v.m.Moving(); ok && waiting == name {
		w.drop()
		return
	}
	if !p.v.m.Away(name) {
		return
	}
	p.v.draw()
	w.focus(name)
}

// letGo takes a move back, or leaves the point for the list.
func (p *picture) letGo() {
	if _, ok := p.v.m.Moving(); ok {
		p.v.weigh.drop()
		return
	}
	p.v.weigh.chosen = false
	p.v.weigh.drawRow()
	p.v.focus()
}

func (p *picture) rename(name string) {
	t := p.v.h.Words().T
	if name == "" || p.v.m.state.Matter.Placement(name) < 0 {
		return
	}
	parts.Ask(p.v.h.Window(), p.v.h.Words(), parts.AskOptions{Title: t("assess.picture.rename"), Label: t("assess.picture.name"), Start: name, Yes: t("word.save"),
		Check: func(to string) string {
			if to == name {
				return ""
			}
			return p.v.m.NameFault(to)
		},
		Done: func(to string) {
			if p.v.m.Rename(name, to) == "" {
				p.v.weigh.at = to
				p.v.draw()
				p.v.weigh.focus(to)
			}
		}})
}
