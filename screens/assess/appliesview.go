package assess

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"yttra/app"
	"yttra/i18n"
	"yttra/screens/parts"
)

// applies shows in one line what decides which questions are asked, and unfolds
// to the choices.
type applies struct {
	m      *Model
	w      i18n.Words
	outer  *fyne.Container
	line   *parts.Label
	fold   *parts.Press
	open   bool
	own    bool   // an edit of our own is on its way
	last   string // what the choices were drawn from
	layout func()
}

func newApplies(m *Model, w i18n.Words, layout func()) *applies {
	a := &applies{m: m, w: w, outer: container.NewStack(), line: parts.NewLabel("", parts.TextSecond, parts.Ink, parts.Regular), layout: layout}
	return a
}

// draw shows the model anew. Choices that already look as they should are left
// alone, so that they keep the focus.
func (a *applies) draw() {
	now := a.m.Applies()
	if a.own || now == a.last {
		return
	}
	a.last = now
	a.build()
}

func (a *applies) build() {
	word := a.w.T("assess.change")
	if a.open {
		word = a.w.T("assess.done")
	}
	a.line.Set(a.last, parts.Ink)
	a.fold = parts.NewButton(parts.ButtonOptions{Text: word, Kind: parts.Quiet, Tap: a.turn})
	rows := []fyne.CanvasObject{parts.Row(8, parts.Text(a.w.T("assess.about"), parts.TextHint, parts.Muted, parts.Bold), parts.Grow(parts.Middle(a.line)), a.fold)}
	if a.open {
		rows = append(rows, a.choices()...)
	}
	a.outer.Objects = []fyne.CanvasObject{parts.Pad(6, 16, 8, 20, parts.Column(8, rows...))}
}

func (a *applies) turn() {
	a.open = !a.open
	a.build()
	a.layout()
}

func (a *applies) choices() []fyne.CanvasObject {
	toggle := func(text string, on bool, set func(bool)) fyne.CanvasObject {
		return parts.NewToggle(text, on, func(on bool) { a.say(func() { set(on) }) })
	}
	var measures, groups []fyne.CanvasObject
	for _, k := range app.Measures {
		measures = append(measures, toggle(a.w.T("measure."+string(k)), a.m.Has(k), func(on bool) { a.m.SetMeasure(k, on) }))
	}
	for _, g := range AffectedGroups {
		groups = append(groups, toggle(a.w.T("group."+string(g)), a.m.Touches(g), func(on bool) { a.m.SetAffected(g, on) }))
	}
	groups = append(groups, toggle(a.w.T("form.purchase"), a.m.Buys(), a.m.SetPurchase))
	label := func(s string) fyne.CanvasObject { return parts.Text(s, parts.TextHint, parts.Muted, parts.Bold) }
	return []fyne.CanvasObject{parts.Column(5, label(a.w.T("form.measures")), parts.Flow(8, measures...)),
		parts.Column(5, label(a.w.T("form.affected")), parts.Flow(8, groups...)), parts.Hint(a.w.T("form.measures_hint"))}
}

// say makes an edit whose choice already looks as it should: the state that
// follows does not draw it again.
func (a *applies) say(edit func()) {
	a.own = true
	edit()
	a.own = false
	a.last = a.m.Applies()
	a.line.Set(a.last, parts.Ink)
}
