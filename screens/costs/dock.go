package costs

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"yttra/screens/parts"
)

// drawDock shows the sums, which never scroll away. Each is made once, so that the
// focus stays in it.
func (v *view) drawDock() {
	sums := v.m.Sums()
	var row []fyne.CanvasObject
	for i, s := range sums {
		if i >= len(v.sums) {
			v.sums = append(v.sums, newDocked(v, i == 0))
		}
		v.sums[i].show(s)
		row = append(row, v.sums[i].outer)
	}
	if v.paid == nil {
		v.paid = parts.NewPress(parts.PressOptions{Gap: 2, Tap: v.financingTapped, Draw: v.drawFinancing})
	}
	v.paid.Refresh()
	row = append(row, v.paid)
	v.dock.Objects = []fyne.CanvasObject{parts.Fill(parts.Panel, parts.Pad(7, 14, 9, 14, container.New(dockLayout{sums}, row...)))}
}

// docked is one of the sums. It is pressed to see how it was reckoned.
type docked struct {
	sum   Sum
	outer *fyne.Container
	press *parts.Press
}

func newDocked(v *view, big bool) *docked {
	d := &docked{}
	size := float32(parts.TextSection)
	if big {
		size = parts.TextBig
	}
	d.press = parts.NewPress(parts.PressOptions{Gap: 1, Tap: func() { v.openWorkings(d.sum.Ask) }, Draw: func(t parts.Touch) fyne.CanvasObject {
		return parts.Box(t.Ground(parts.Clear), parts.Clear, 4, parts.Pad(2, 6, 2, 6, drawSum(d.sum, size)))
	}})
	d.outer = container.NewStack()
	return d
}

func (d *docked) show(s Sum) {
	d.sum = s
	if s.Ask == (Asked{}) {
		d.outer.Objects = []fyne.CanvasObject{parts.Pad(2, 6, 2, 6, drawSum(s, parts.TextSection))}
	} else {
		d.press.Refresh()
		d.outer.Objects = []fyne.CanvasObject{d.press}
	}
	d.outer.Refresh()
}

// dockLayout sets sums side by side with the last one at the right. Where there
// is no room for all, they give way as they are ranked.
type dockLayout struct{ sums []Sum }

const dockGap = 12

func (dockLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	s := fyne.NewSize(300, 0)
	for _, x := range o {
		s.Height = max(s.Height, x.MinSize().Height)
	}
	return s
}

func (l dockLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	last := o[len(o)-1]
	edge := s.Width - last.MinSize().Width
	put(last, edge, 0, s.Width-edge, last.MinSize().Height)
	needs, most := float32(0), 0
	for i, c := range o[:len(l.sums)] {
		needs += c.MinSize().Width + dockGap
		most = max(most, l.sums[i].Gives)
	}
	for ; needs-dockGap > edge && most > 0; most-- {
		for i, c := range o[:len(l.sums)] {
			if l.sums[i].Gives == most {
				needs -= c.MinSize().Width + dockGap
			}
		}
	}
	x := float32(0)
	for i, c := range o[:len(l.sums)] {
		if show(c, l.sums[i].Gives <= most); !c.Visible() {
			continue
		}
		m := c.MinSize()
		put(c, x, 0, m.Width, m.Height)
		x += m.Width + dockGap
	}
}

func drawSum(s Sum, size float32) fyne.CanvasObject {
	value := parts.Fixed(0, 34, parts.Left(parts.Text(s.Value, size, parts.Ink, parts.Bold)))
	return parts.Column(0, parts.Text(s.Label, parts.TextHint, parts.Muted, parts.Bold), value,
		parts.Text(s.Second, parts.TextHint, parts.Muted, parts.Regular))
}

// drawFinancing says how it is paid; pressing it opens where that is written.
func (v *view) drawFinancing(t parts.Touch) fyne.CanvasObject {
	s := v.m.FinancingSum()
	ink := parts.Muted
	label := []fyne.CanvasObject{}
	if s.Warn {
		ink = parts.Serious
		label = append(label, parts.Mark(parts.MarkSerious, 16, parts.Panel))
	}
	label = append(label, parts.Text(s.Label, parts.TextHint, ink, parts.Bold))
	column := []fyne.CanvasObject{parts.Row(6, label...)}
	if s.Value != "" {
		column = append(column, parts.Fixed(0, 34, parts.Left(parts.Text(s.Value, parts.TextSection, parts.Ink, parts.Bold))),
			lines(s.Second, financingWidth-12, 2, parts.Muted))
	} else {
		column = append(column, lines(s.Second, financingWidth-12, 3, parts.Ink))
	}
	return parts.Fixed(financingWidth, 0, parts.Box(t.Ground(parts.Clear), parts.Clear, 4, parts.Pad(2, 6, 2, 6, parts.Column(0, column...))))
}

const financingWidth = 228

// lines are as much of a text as there is room for under its label, in so many
// lines at most.
func lines(s string, width float32, most int, ink parts.Token) fyne.CanvasObject {
	rows := parts.Wrap(s, width, parts.TextHint, parts.Regular)
	if len(rows) > most {
		rows = append(rows[:most-1:most-1], parts.Fit(rows[most-1]+" "+rows[most], width, parts.TextHint, parts.Regular))
	}
	var out []fyne.CanvasObject
	for _, r := range rows {
		out = append(out, parts.Text(r, parts.TextHint, ink, parts.Regular))
	}
	return parts.Column(0, out...)
}

// financingTapped goes to who pays, and from there to how what is missing was
// reckoned; in an alternative there is nobody.
func (v *view) financingTapped() {
	if v.m.Way() > 0 && v.m.Tab() == Lines {
		v.openWorkings(Asked{Of: TotalSum})
		return
	}
	if v.m.Tab() == Funding && v.m.state.Cost.Funding.Gap > 0 {
		v.openWorkings(Asked{Of: GapSum})
		return
	}
	v.showTab(Funding)
	v.grid.focus()
}
