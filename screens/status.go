package screens

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"yttra/app"
	"yttra/app/desk"
	"yttra/i18n"
	"yttra/screens/parts"
)

// status is the line at the bottom: how safe the text is, what the screen counts,
// and how long is left.
type status struct {
	w     *Window
	outer *fyne.Container
	made  map[string]fyne.CanvasObject // what stands in it now, by what it says
	next  map[string]fyne.CanvasObject
}

func newStatus(w *Window) *status {
	return &status{w: w, outer: parts.Column(0)}
}

// piece makes a piece of the line, or takes the one that says the same already:
// a new icon would cost a frame of its own with every key.
func (l *status) piece(says string, make func() fyne.CanvasObject) fyne.CanvasObject {
	o, ok := l.made[says]
	if !ok {
		o = make()
	}
	l.next[says] = o
	return o
}

func (l *status) text(s string, c parts.Token) fyne.CanvasObject {
	return l.piece(string(c)+s, func() fyne.CanvasObject { return parts.Text(s, parts.TextSecond, c, parts.Regular) })
}

func (l *status) mark(name, place string) fyne.CanvasObject {
	return l.piece(place+name, func() fyne.CanvasObject { return parts.Mark(name, 17, parts.Fog) })
}

func (l *status) show(s desk.State) {
	l.next = map[string]fyne.CanvasObject{}
	bar := func() fyne.CanvasObject { return parts.Fixed(1, 16, parts.VLine(parts.Line)) }
	row := l.safe(s)
	var yields []fyne.CanvasObject // what goes first when there is no room
	if f, ok := l.w.screen().(parts.Facts); ok {
		for _, fact := range f.Facts() {
			if len(row) > 0 {
				row = append(row, bar())
				yields = append(yields, row[len(row)-1])
			}
			row = append(row, l.text(fact, parts.Muted))
			yields = append(yields, row[len(row)-1])
		}
	}
	if f, ok := l.w.screen().(parts.Stops); ok && f.Stopping() > 0 {
		row = append(row, bar(), l.mark(parts.MarkBlocking, "stops"), l.text(l.w.words.N("window.stopping", f.Stopping()), parts.Ink))
	}
	left := len(row)
	if mark, text := deadlineLine(s, l.w.words, l.w.front == "matters"); text != "" {
		row = append(row, l.mark(mark, "left"), l.text(text, parts.Ink))
	}
	row = append(row, bar(), l.piece("help", l.help))
	slices.Reverse(yields)
	yields = append(row[len(row)-2:len(row):len(row)], yields...)
	l.made, l.next = l.next, nil
	l.outer.Objects = []fyne.CanvasObject{parts.HLine(parts.Line),
		parts.Fill(parts.Fog, parts.Fixed(0, 30, parts.Pad(0, 14, 0, 14, container.New(&statusRow{left: left, yields: yields}, row...))))}
	l.outer.Refresh()
}

// safe tells how safe the text is.
func (l *status) safe(s desk.State) []fyne.CanvasObject {
	switch {
	case l.w.face != atWork:
		return []fyne.CanvasObject{l.text(l.w.words.T("window.no_register"), parts.Muted)}
	case s.Matter == nil:
		return nil
	case l.w.reg.Example:
		return []fyne.CanvasObject{l.text(l.w.words.T("window.example_kept"), parts.Muted)}
	}
	state := saving(s.Saved)
	return []fyne.CanvasObject{l.piece(fmt.Sprint("saved ", state, l.w.words.Clock(s.Saved.At)), func() fyne.CanvasObject {
		return parts.SavedLine(l.w.words, state, s.Saved.At)
	})}
}

func (l *status) help() fyne.CanvasObject {
	return parts.NewPress(parts.PressOptions{Out: true, Tap: func() { l.w.whole(l.w.showHelp) }, Draw: func(t parts.Touch) fyne.CanvasObject {
		return parts.Box(t.Ground(parts.Clear), parts.Clear, 3, parts.Pad(1, 4, 2, 4, parts.Hint(l.w.words.T("window.help_key"))))
	}})
}

func saving(s desk.Saved) parts.Saving {
	switch s.State {
	case desk.Changed:
		return parts.SavedSoon
	case desk.Failed:
		return parts.SavedFailed
	}
	return parts.SavedKept
}

// deadlineLine says how long is left to the one-year day of the open matter, or
// of the one that has the least left when the list is in front.
func deadlineLine(s desk.State, w i18n.Words, list bool) (mark, text string) {
	if list {
		return nearest(s, w)
	}
	if s.Matter == nil || s.Matter.Stage == app.Decided {
		return parts.MarkPending, ""
	}
	source := s.Matter.SourceKind()
	d, ok := app.LastDay(source, s.Matter.Received, s.Matter.Due(), s.Today)
	switch {
	case !ok && source != app.MotionSource:
		return parts.MarkPending, w.T("deadline.none_asked")
	case !ok:
		return parts.MarkPending, w.T("deadline.none")
	}
	vars := i18n.Vars{"Day": string(d.Day)}
	switch {
	case d.Asked && d.Left == 0:
		return parts.MarkSerious, w.T("deadline.asked_today")
	case d.Asked && d.Passed():
		return parts.MarkBlocking, w.N("deadline.asked_over", -d.Left, vars)
	case d.Asked && d.Short():
		return parts.MarkSerious, w.N("deadline.asked_left", d.Left, vars)
	case d.Asked:
		return parts.MarkPending, w.N("deadline.asked_left", d.Left, vars)
	case d.Left == 0:
		return parts.MarkSerious, w.T("deadline.today")
	case d.Passed():
		return parts.MarkBlocking, w.N("deadline.over_day", -d.Left, vars)
	case d.Short():
		return parts.MarkSerious, w.N("deadline.left_day", d.Left, vars)
	}
	return parts.MarkPending, w.N("deadline.left_day", d.Left, vars)
}

// nearest tells of the matter with the least time left that is not yet over.
func nearest(s desk.State, w i18n.Words) (mark, text string) {
	best, at := -1, 0
	type last struct {
		received, due app.Date
		source        app.SourceKind
	}
	counted := map[last]bool{} // thousands of matters came in on the same days
	var k app.RowKeys
	for i := range s.Rows.Len() {
		s.Rows.Keys(i, &k)
		if k.Stage == app.Decided || counted[last{k.Received, k.Due, k.Source}] {
			continue
		}
		counted[last{k.Received, k.Due, k.Source}] = true
		if d, ok := app.LastDay(k.Source, k.Received, k.Due, s.Today); ok && !d.Passed() && (best < 0 || d.Left < best) {
			best, at = d.Left, i
		}
	}
	if best < 0 {
		return parts.MarkPending, ""
	}
	if best < 30 {
		mark = parts.MarkSerious
	} else {
		mark = parts.MarkPending
	}
	return mark, w.T("window.nearest", i18n.Vars{"Title": shorten(s.Rows.At(at).Title, 60), "Left": w.N("deadline.left", best)})
}

func shorten(s string, most int) string {
	r := []rune(s)
	if len(r) <= most {
		return s
	}
	return string(r[:most-1]) + "…"
}

// statusRow lays the first so many pieces from the left and the others from the
// right. In a narrow window pieces yield, one by one, so that none is cut.
type statusRow struct {
	left   int
	yields []fyne.CanvasObject
}

const statusGap = 10

func (r *statusRow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var high float32
	for _, o := range objects {
		high = max(high, o.MinSize().Height)
	}
	return fyne.NewSize(0, high)
}

func (r *statusRow) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	for _, o := range r.yields {
		o.Show()
	}
	for _, o := range r.yields {
		if statusWidth(objects) <= s.Width {
			break
		}
		o.Hide()
	}
	x := float32(0)
	for i, o := range objects {
		if i == r.left {
			x = max(x, s.Width-statusWidth(objects[i:]))
		}
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		o.Resize(m)
		o.Move(fyne.NewPos(float32(int(x)), float32(int((s.Height-m.Height)/2))))
		x += m.Width + statusGap
	}
}

func statusWidth(objects []fyne.CanvasObject) (width float32) {
	for _, o := range objects {
		if o.Visible() {
			width += o.MinSize().Width + statusGap
		}
	}
	return max(0, width-statusGap)
}
