package screens

import (
	"fyne.io/fyne/v2"

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
}

func newStatus(w *Window) *status {
	return &status{w: w, outer: parts.Column(0)}
}

func (l *status) show(s desk.State) {
	var row []fyne.CanvasObject
	if s.Matter != nil && l.w.reg.Example {
		row = append(row, parts.Text(l.w.words.T("window.example_kept"), parts.TextSecond, parts.Muted, parts.Regular))
	} else if s.Matter != nil {
		row = append(row, parts.SavedLine(l.w.words, saving(s.Saved), s.Saved.At))
	}
	if l.w.face != atWork {
		row = []fyne.CanvasObject{parts.Text(l.w.words.T("window.no_register"), parts.TextSecond, parts.Muted, parts.Regular)}
	}
	if f, ok := l.w.screen().(parts.Facts); ok {
		for _, fact := range f.Facts() {
			if len(row) > 0 {
				row = append(row, parts.Fixed(1, 16, parts.VLine(parts.Line)))
			}
			row = append(row, parts.Text(fact, parts.TextSecond, parts.Muted, parts.Regular))
		}
	}
	if f, ok := l.w.screen().(parts.Stops); ok && f.Stopping() > 0 {
		row = append(row, parts.Fixed(1, 16, parts.VLine(parts.Line)), parts.Mark(parts.MarkBlocking, 17, parts.Fog),
			parts.Text(l.w.words.N("window.stopping", f.Stopping()), parts.TextSecond, parts.Ink, parts.Regular))
	}
	row = append(row, parts.Grow())
	mark, text := deadlineLine(s, l.w.words, l.w.front == "matters")
	if text != "" {
		row = append(row, parts.Mark(mark, 17, parts.Fog), parts.Text(text, parts.TextSecond, parts.Ink, parts.Regular))
	}
	row = append(row, parts.Fixed(1, 16, parts.VLine(parts.Line)), parts.NewPress(parts.PressOptions{Out: true, Tap: func() { l.w.whole(l.w.showHelp) }, Draw: func(t parts.Touch) fyne.CanvasObject {
		return parts.Box(t.Ground(parts.Clear), parts.Clear, 3, parts.Pad(1, 4, 2, 4, parts.Hint(l.w.words.T("window.help_key"))))
	}}))
	l.outer.Objects = []fyne.CanvasObject{parts.HLine(parts.Line),
		parts.Fill(parts.Fog, parts.Fixed(0, 30, parts.Pad(0, 14, 0, 14, parts.Middle(parts.Row(10, row...)))))}
	l.outer.Refresh()
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
	d, ok := app.DeadlineFor(s.Matter.Received, s.Today)
	if !ok {
		return parts.MarkPending, w.T("deadline.none")
	}
	vars := i18n.Vars{"Day": string(d.Day)}
	switch {
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
	best, title := -1, ""
	counted := map[app.Date]bool{} // thousands of matters came in on the same days
	for _, r := range s.Rows {
		if r.Stage == app.Decided || counted[r.Received] {
			continue
		}
		counted[r.Received] = true
		if d, ok := app.DeadlineFor(r.Received, s.Today); ok && !d.Passed() && (best < 0 || d.Left < best) {
			best, title = d.Left, r.Title
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
	return mark, w.T("window.nearest", i18n.Vars{"Title": shorten(title, 60), "Left": w.N("deadline.left", best)})
}

func shorten(s string, most int) string {
	r := []rune(s)
	if len(r) <= most {
		return s
	}
	return string(r[:most-1]) + "…"
}
