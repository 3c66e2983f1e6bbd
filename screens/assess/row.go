package assess

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"yttra/i18n"
	"yttra/screens/parts"
)

// leastRow is the least width of a row that says its state in words.
const leastRow = 340

// row draws one criterion, or the head of a group.
type row struct {
	widget.BaseWidget
	back, bar, rule, ring *canvas.Rectangle
	mark, stops, turn     *canvas.Image
	title, second, plain  *parts.Label // second is a quotation, plain is not
	state                 *canvas.Text
	section               *parts.Press // goes to the sentence
	heading               string       // of that section
	head                  bool
	jump                  func()
}

func newRow() *row {
	r := &row{back: parts.Rect(parts.Clear, 1, 1, 0), bar: parts.Rect(parts.Accent, 4, 1, 0), rule: parts.HLine(parts.Line), ring: parts.Frame(parts.Accent, 2, 4),
		mark: parts.Mark(parts.MarkMet, 19, parts.Page), stops: parts.Mark(parts.MarkBlocking, 16, parts.Page), turn: parts.Icon(parts.IconDown, 18, parts.Ink, parts.Fog),
		title: parts.NewLabel("", parts.TextControl, parts.Ink, parts.Bold), second: parts.NewLabel("", parts.TextSecond, parts.Muted, parts.Italic), plain: parts.NewLabel("", parts.TextSecond, parts.Muted, parts.Regular),
		state: parts.Text("", parts.TextSecond, parts.Muted, parts.Bold)}
	r.section = parts.NewPress(parts.PressOptions{Out: true, Tap: func() {
		if r.jump != nil {
			r.jump()
		}
	}, Draw: func(t parts.Touch) fyne.CanvasObject {
		return parts.Box(t.Ground(parts.Clear), parts.Clear, 3, parts.Pad(0, 3, 1, 3, parts.Text(r.heading, parts.TextHint, parts.Accent, parts.Bold)))
	}})
	r.ExtendBaseWidget(r)
	return r
}

func (r *row) show(x Row, w i18n.Words, chosen, focused bool) {
	r.head = x.Head
	ground := parts.Page
	r.back.FillColor = parts.Color(parts.Clear)
	if chosen {
		ground = parts.Soft
		r.back.FillColor = parts.Color(parts.Soft)
	}
	r.bar.Hidden, r.ring.Hidden = !chosen, !chosen || !focused
	r.mark.Hidden, r.second.Hidden, r.plain.Hidden, r.turn.Hidden = x.Head, x.Head, x.Head, !x.Head
	r.section.Hidden, r.stops.Hidden = x.Head || x.Section == "", x.Head || !x.Stops
	r.title.Set(x.Title, parts.Ink)
	if x.Head {
		icon := parts.IconDown
		if x.Folded {
			icon = parts.IconRight
		}
		parts.SetIcon(r.turn, icon, parts.Ink, parts.Fog)
		r.back.FillColor = parts.Color(parts.Fog)
		r.state.Color, r.state.TextStyle = parts.Color(parts.Muted), parts.Regular.Style()
		parts.Write(r.state, x.Count)
		r.Refresh()
		return
	}
	if x.Stale { // the state may be as good as before; that it must be judged anew is seen first
		x.Mark, x.State = parts.MarkSerious, w.T("assess.judge_again")
	}
	parts.SetIcon(r.mark, x.Mark, parts.MarkColor(x.Mark), ground)
	parts.SetIcon(r.stops, parts.MarkBlocking, parts.Stop, ground)
	line, quoted := secondLine(x, w)
	r.second.Hidden, r.plain.Hidden = !quoted, quoted
	r.second.Set(line, parts.Muted)
	r.plain.Set(line, parts.Muted)
	r.state.Color, r.state.TextStyle = parts.Color(parts.MarkWord(x.Mark)), parts.Bold.Style()
	parts.Write(r.state, x.State)
	r.heading = parts.Fit(x.Section, 170, parts.TextHint, parts.Bold)
	r.section.Refresh()
	r.Refresh()
}

// secondLine is what stands under a question: the sentence that answers, what the
// estimate says, the reason it was accepted with, or that nothing answers.
func secondLine(x Row, w i18n.Words) (line string, quoted bool) {
	switch {
	case x.Stale:
		return w.T("assess.stale") + " ”" + x.Was + "”", false
	case x.Mark == parts.MarkWaived && x.Reason != "":
		return x.Reason, false
	case x.Evidence != "":
		return "”" + x.Evidence + "”", true
	case x.Reckoned != "":
		return w.T("assess.in_estimate") + ": " + x.Reckoned, false
	case x.Lacks != "":
		return x.Lacks, false
	}
	return w.T("assess.no_evidence"), false
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
	r.state.Hidden = s.Width < leastRow && !r.head // the shape says it, and the panel beside
	if r.head {
		put(r.turn, 16, 6, 18, 18)
		put(r.title, 40, 5, s.Width-76-state.Width, 21)
		put(r.state, s.Width-16-state.Width, 6, state.Width, state.Height)
		return
	}
	right := s.Width - 14
	put(r.bar, 0, 0, 4, s.Height-1)
	put(r.ring, 1, 1, s.Width-2, s.Height-3)
	put(r.mark, 16, 9, 19, 19)
	room := right - 45
	if !r.state.Hidden {
		put(r.state, right-state.Width, 8, state.Width, state.Height)
		room -= state.Width + 10
	}
	if !r.stops.Hidden {
		put(r.stops, 45+room-14, 10, 16, 16)
		room -= 24
	}
	put(r.title, 45, 7, room, 21)
	section := r.section.MinSize()
	second := right - 45
	if !r.section.Hidden && !r.state.Hidden {
		put(r.section, right-section.Width+3, 30, section.Width, section.Height)
		second -= section.Width + 12
	} else {
		put(r.section, s.Width, 30, 0, section.Height)
	}
	put(r.second, 45, 29, second, 20)
	put(r.plain, 45, 29, second, 20)
}

func (d *rowRenderer) MinSize() fyne.Size { return d.r.MinSize() }

func (d *rowRenderer) Refresh() {
	d.Layout(d.r.Size())
	canvas.Refresh(d.r)
}

func (d *rowRenderer) Objects() []fyne.CanvasObject {
	r := d.r
	return []fyne.CanvasObject{r.back, r.bar, r.mark, r.turn, r.title, r.second, r.plain, r.stops, r.state, r.section, r.rule, r.ring}
}

func (d *rowRenderer) Destroy() {}
