package costs

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"yttra/screens/parts"
)

// drawDock shows the sums, which never scroll away.
func (v *view) drawDock() {
	var row []fyne.CanvasObject
	for i, s := range v.m.Sums() {
		size := float32(parts.TextSection)
		if i == 0 {
			size = parts.TextBig
		}
		row = append(row, sum(s, size))
	}
	row = append(row, v.financing())
	v.dock.Objects = []fyne.CanvasObject{parts.Fill(parts.Panel, parts.Pad(9, 20, 11, 20, container.New(dockLayout{}, row...)))}
}

// dockLayout sets sums side by side with the last one at the right. Where there
// is no room for all, those before it give way; the first never does.
type dockLayout struct{}

const dockGap = 24

func (dockLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	s := fyne.NewSize(300, 0)
	for _, x := range o {
		s.Height = max(s.Height, x.MinSize().Height)
	}
	return s
}

func (dockLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	last := o[len(o)-1]
	edge := s.Width - last.MinSize().Width
	put(last, edge, 0, s.Width-edge, last.MinSize().Height)
	x := float32(0)
	for i, c := range o[:len(o)-1] {
		m := c.MinSize()
		show(c, i == 0 || x+m.Width <= edge)
		put(c, x, 0, m.Width, m.Height)
		x += m.Width + dockGap
	}
}

func sum(s Sum, size float32) fyne.CanvasObject {
	value := parts.Fixed(0, 34, parts.Left(parts.Text(s.Value, size, parts.Ink, parts.Bold)))
	return parts.Column(0, parts.Text(s.Label, parts.TextHint, parts.Muted, parts.Bold), value,
		parts.Text(s.Second, parts.TextHint, parts.Muted, parts.Regular))
}

// financing says how it is paid; pressing it opens the field.
func (v *view) financing() fyne.CanvasObject {
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
			parts.NewLabel(s.Second, parts.TextHint, parts.Muted, parts.Regular))
	} else {
		column = append(column, lines(s.Second, financingWidth-12))
	}
	return parts.NewPress(parts.PressOptions{Gap: 2, Tap: v.financingTapped, Draw: func(t parts.Touch) fyne.CanvasObject {
		return parts.Fixed(financingWidth, 0, parts.Box(t.Ground(parts.Clear), parts.Clear, 4, parts.Pad(0, 6, 0, 6, parts.Column(0, column...))))
	}})
}

const financingWidth = 206

// lines are as much of a text as there is room for under its label.
func lines(s string, width float32) fyne.CanvasObject {
	rows := parts.Wrap(s, width, parts.TextHint, parts.Regular)
	if len(rows) > 3 {
		rows = append(rows[:2:2], parts.Fit(rows[2]+" "+rows[3], width, parts.TextHint, parts.Regular))
	}
	var out []fyne.CanvasObject
	for _, r := range rows {
		out = append(out, parts.Text(r, parts.TextHint, parts.Ink, parts.Regular))
	}
	return parts.Column(0, out...)
}

func (v *view) financingTapped() {
	v.fold(true)
	v.h.Window().Canvas().Focus(v.terms.fields[Financing].Entry)
}
