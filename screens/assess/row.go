package assess

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"yttra/i18n"
	"yttra/screens/parts"
)

// row draws one criterion, or the head of a group.
type row struct {
	widget.BaseWidget
	back, bar, rule, ring *canvas.Rectangle
	mark, severity        *canvas.Image
	title, second         *parts.Label
	id, state, section    *canvas.Text
	head                  bool
	full                  string // of the title
}

func newRow() *row {
	r := &row{back: parts.Rect(parts.Clear, 1, 1, 0), bar: parts.Rect(parts.Accent, 4, 1, 0), rule: parts.HLine(parts.Line), ring: parts.Frame(parts.Accent, 2, 4),
		mark: parts.Mark(parts.MarkMet, 19, parts.Page), severity: parts.Mark(parts.MarkNote, 15, parts.Page),
		title: parts.NewLabel("", parts.TextControl, parts.Ink, parts.Bold), second: parts.NewLabel("", parts.TextSecond, parts.Muted, parts.Italic),
		id:    parts.Text("", parts.TextHint, parts.Muted, parts.Regular),
		state: parts.Text("", parts.TextSecond, parts.Muted, parts.Bold), section: parts.Text("", parts.TextHint, parts.Accent, parts.Bold)}
	r.ExtendBaseWidget(r)
	return r
}

func (r *row) show(x Row, w i18n.Words, chosen, focused bool) {
	r.head, r.full = x.Head, x.Title
	ground := parts.Page
	r.back.FillColor = parts.Color(parts.Clear)
	if chosen {
		ground = parts.Soft
		r.back.FillColor = parts.Color(parts.Soft)
	}
	r.bar.Hidden, r.ring.Hidden = !chosen, !chosen || !focused
	r.mark.Hidden, r.severity.Hidden, r.id.Hidden, r.second.Hidden, r.section.Hidden = x.Head, x.Head, x.Head, x.Head, x.Head
	r.title.Set(x.Title, parts.Ink)
	if x.Head {
		r.back.FillColor = parts.Color(parts.Fog)
		r.state.Text, r.state.Color, r.state.TextStyle = x.Count, parts.Color(parts.Muted), parts.Regular.Style()
		r.Refresh()
		return
	}
	parts.SetIcon(r.mark, x.Mark, parts.MarkColor(x.Mark), ground)
	parts.SetIcon(r.severity, parts.SeverityMark(x.Severity), parts.MarkColor(parts.SeverityMark(x.Severity)), ground)
	r.severity.Hidden = x.Mark == parts.MarkMet || x.Mark == parts.MarkWaived // nothing is wrong any more
	second := w.T("assess.no_evidence")
	switch {
	case x.Stale:
		second = w.T("assess.stale")
	case x.Evidence != "":
		second = "”" + x.Evidence + "”"
	}
	r.second.Set(second, parts.Muted)
	r.id.Text = x.ID
	r.state.Text, r.state.Color, r.state.TextStyle = x.State, parts.Color(parts.MarkWord(x.Mark)), parts.Bold.Style()
	r.section.Text = ""
	if x.Section != "" {
		r.section.Text = parts.Fit(x.Section, 150, parts.TextHint, parts.Bold)
	}
	r.Refresh()
}

// MinSize is the row's height.
func (r *row) MinSize() fyne.Size { return fyne.NewSize(300, headHeight) }

// CreateRenderer draws the row.
func (r *row) CreateRenderer() fyne.WidgetRenderer { return &rowRenderer{r} }

type rowRenderer struct{ r *row }

func put(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(float32(int(x+0.5)), float32(int(y+0.5))))
	o.Resize(fyne.NewSize(max(0, w), max(0, h)))
}

func (d *rowRenderer) Layout(s fyne.Size) {
	r := d.r
	put(r.back, 0, 0, s.Width, s.Height)
	put(r.rule, 0, s.Height-1, s.Width, 1)
	state := r.state.MinSize()
	if r.head {
		put(r.title, 20, 5, s.Width-56-state.Width, 21)
		put(r.state, s.Width-16-state.Width, 6, state.Width, state.Height)
		return
	}
	put(r.bar, 0, 0, 4, s.Height-1)
	put(r.ring, 1, 1, s.Width-2, s.Height-3)
	put(r.mark, 20, 9, 19, 19)
	section, id := r.section.MinSize(), r.id.MinSize()
	put(r.state, s.Width-16-state.Width, 8, state.Width, state.Height)
	x := s.Width - 16 - state.Width - 26
	put(r.severity, x, 10, 15, 15)
	room := x - 49 - 8
	title := parts.Measure(r.full, parts.TextControl, parts.Bold).Width
	r.id.Hidden = title+id.Width+12 > room
	put(r.id, 49+title+10, 8, id.Width, id.Height)
	put(r.title, 49, 7, room, 21)
	put(r.section, s.Width-16-section.Width, 30, section.Width, section.Height)
	put(r.second, 49, 29, s.Width-49-32-section.Width, 20)
}

func (d *rowRenderer) MinSize() fyne.Size { return d.r.MinSize() }

func (d *rowRenderer) Refresh() {
	d.Layout(d.r.Size())
	canvas.Refresh(d.r)
}

func (d *rowRenderer) Objects() []fyne.CanvasObject {
	r := d.r
	return []fyne.CanvasObject{r.back, r.bar, r.mark, r.title, r.id, r.second, r.severity, r.state, r.section, r.rule, r.ring}
}

func (d *rowRenderer) Destroy() {}
