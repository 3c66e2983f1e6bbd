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
	m       *Model
	w       i18n.Words
	line    *fyne.Container // what applies, under the steps
	choices *fyne.Container // what it is chosen from, when unfolded
	text    *parts.Label
	fold    *parts.Press
	open    bool
	own     bool   // an edit of our own is on its way
	last    string // what the choices were drawn from
	layout  func()
}

func newApplies(m *Model, w i18n.Words, layout func()) *applies {
	a := &applies{m: m, w: w, line: container.NewStack(), choices: container.NewStack(), text: parts.NewLabel("", parts.TextHint, parts.Ink, parts.Regular), layout: layout}
	a.choices.Hide()
	a.fold = parts.NewPress(parts.PressOptions{Tap: a.turn, Gap: 2, Draw: a.drawFold})
	a.line.Objects = []fyne.CanvasObject{parts.Row(8, parts.Text(w.T("assess.about"), parts.TextHint, parts.Muted, parts.Bold), parts.Grow(parts.Middle(a.text)), a.fold)}
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

func (a *applies) drawFold(t parts.Touch) fyne.CanvasObject {
	word := a.w.T("assess.change")
	if a.open {
		word = a.w.T("assess.done")
	}
	return link(word, t)
}

// link draws a quiet word to press.
func link(word string, t parts.Touch) fyne.CanvasObject {
	return parts.Box(t.Ground(parts.Clear), parts.Clear, 3, parts.Pad(1, 4, 2, 4, parts.Text(word, parts.TextSecond, parts.Accent, parts.Bold)))
}

func (a *applies) build() {
	a.text.Set(a.last, parts.Ink)
	a.choices.Objects, a.choices.Hidden = nil, !a.open
	if a.open {
		a.choices.Objects = []fyne.CanvasObject{parts.Column(6, a.offered()...)}
	}
	a.choices.Refresh()
}

func (a *applies) turn() {
	a.open = !a.open
	a.build()
	a.fold.Refresh()
	a.layout()
}

func (a *applies) offered() []fyne.CanvasObject {
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
	a.text.Set(a.last, parts.Ink)
}
