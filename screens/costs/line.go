package costs

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"yttra/screens/parts"
)

// line draws one row of cells. It is made once for each row that is seen and
// filled again and again.
type line struct {
	widget.BaseWidget
	g      *grid
	i      int
	ground *canvas.Rectangle
	number *canvas.Text
	rule   *canvas.Rectangle
	cells  [mostColumnsShown]*drawn // as they stand
	ring   *canvas.Rectangle
	beside *canvas.Text // in the text of a line, when VAT has no column
	active int          // where the active cell stands in this row; -1: in another
	live   bool         // the entry lies in this row
	filled layout       // the columns it was filled for
}

// drawn is one cell.
type drawn struct {
	full   string
	right  bool
	text   *canvas.Text
	ground *canvas.Rectangle // behind what cannot be read
	mark   *canvas.Image
	edge   *canvas.Rectangle
	more   *canvas.Image // the arrow of a choice, in the active cell
}

func newLine(g *grid) *line {
	l := &line{g: g, active: -1, ground: parts.Rect(parts.Clear, 1, 1, 0), number: parts.Text("", parts.TextHint, parts.Muted, parts.Regular),
		rule: parts.HLine(parts.Line), ring: parts.Frame(parts.Accent, 2, 0), beside: parts.Text("", parts.TextHint, parts.Muted, parts.Regular)}
	for c := range l.cells {
		l.cells[c] = &drawn{text: parts.Text("", parts.TextSecond, parts.Ink, parts.Regular), ground: parts.Rect(parts.SeriousSoft, 1, 1, 0),
			mark: parts.Mark(parts.MarkSerious, 15, parts.SeriousSoft), edge: parts.VLine(parts.Line), more: parts.Icon(parts.IconDown, 16, parts.Muted, parts.Page)}
	}
	l.ExtendBaseWidget(l)
	return l
}

// Tapped makes a cell the active one.
func (l *line) Tapped(e *fyne.PointEvent) { l.g.tapped(l.i, e.Position.X) }

// Dragged chooses the cells the pointer is drawn over.
func (l *line) Dragged(e *fyne.DragEvent) { l.g.dragged(l.i, e.Position) }

// DragEnd has nothing to do: what is chosen stays so.
func (l *line) DragEnd() {}

// TappedSecondary offers what can be done with the row.
func (l *line) TappedSecondary(e *fyne.PointEvent) { l.g.menu(l.i, e) }

func (l *line) show(i int) {
	l.i = i
	l.fill()
	l.Refresh()
}

// fill writes the row's cells, of the columns that are shown.
func (l *line) fill() {
	i, at := l.i, l.g.m.At()
	l.filled = l.g.m.layout()
	parts.Write(l.number, l.g.m.words.Int(int64(i+1)))
	switch n := l.g.m.Len(); {
	case i == n:
		parts.Write(l.number, "+")
	case i > n:
		parts.Write(l.number, "")
	}
	parts.Write(l.beside, l.g.m.Beside(i))
	l.active, l.live = -1, false
	l.ground.FillColor = parts.Color(parts.Clear)
	if at.Row == i {
		l.active, l.live = l.g.m.place(at.Column), l.g.editing
		if l.g.focused || l.g.editing {
			l.ground.FillColor = parts.Color(parts.Fog)
		}
	}
	heads := l.g.m.heads()
	columns := l.g.m.columns()
	many := l.g.m.Many()
	for p, d := range l.cells {
		if p >= len(columns) {
			d.none()
			continue
		}
		here := At{i, columns[p]}
		d.show(l.g.m.Cell(here), heads[columns[p]], p == l.active && l.g.focused, many && l.g.m.In(here))
	}
	l.ring.Hidden = l.active < 0 || l.live
	l.ring.StrokeColor, l.ring.StrokeWidth = parts.Color(parts.Edge), 1
	if l.g.focused {
		l.ring.StrokeColor, l.ring.StrokeWidth = parts.Color(parts.Accent), 2
	}
}

func (d *drawn) show(c Cell, h Head, active, chosen bool) {
	ink, face, ground := parts.Ink, parts.Regular, parts.SeriousSoft
	switch {
	case c.Bad:
		ink, face = parts.Serious, parts.Bold
	case h.Computed:
		face = parts.Bold
	case c.Usual:
		ink = parts.Muted
	}
	if chosen && !c.Bad {
		ground = parts.Soft
	}
	d.full, d.right = c.Text, h.Right
	d.text.Color, d.text.TextStyle = parts.Color(ink), face.Style()
	d.ground.FillColor = parts.Color(ground)
	d.ground.Hidden, d.mark.Hidden = !c.Bad && !chosen, !c.Bad
	d.more.Hidden = !active || !h.Choice || c.Bad
}

// none is a cell that is not shown.
func (d *drawn) none() {
	d.full, d.right = "", false
	d.ground.Hidden, d.mark.Hidden, d.more.Hidden = true, true, true
}

// MinSize is the row's height.
func (l *line) MinSize() fyne.Size { return fyne.NewSize(400, rowHeight) }

// CreateRenderer draws the row.
func (l *line) CreateRenderer() fyne.WidgetRenderer { return &lineRenderer{l} }

type lineRenderer struct{ l *line }

func put(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(float32(int(x+0.5)), float32(int(y+0.5))))
	o.Resize(fyne.NewSize(max(0, w), max(0, h)))
}

func (r *lineRenderer) Layout(s fyne.Size) {
	l := r.l
	put(l.ground, 0, 0, s.Width, s.Height)
	put(l.rule, 0, s.Height-1, s.Width, 1)
	n := l.number.MinSize()
	put(l.number, (numberWidth-n.Width)/2, (s.Height-1-n.Height)/2, n.Width, n.Height)
	widths := l.g.columns(s.Width)
	if l.filled != l.g.m.layout() { // other columns have room now
		l.fill()
	}
	grows := l.g.grows()
	for p, d := range l.cells {
		if p >= len(widths)-1 {
			d.layout(0, 0, 0, s.Height)
			continue
		}
		x, w := cellSpan(widths, p)
		room := w
		if p == grows && l.beside.Text != "" {
			m := l.beside.MinSize()
			if l.beside.Hidden = w-m.Width < 84; !l.beside.Hidden { // the text comes first
				room -= m.Width + 6
			}
			put(l.beside, x+w-7-m.Width, (s.Height-1-m.Height)/2+1, m.Width, m.Height)
		}
		d.layout(x, w, room, s.Height)
		if p != l.active {
			continue
		}
		put(l.ring, x-1, 0, w+1, s.Height)
		if l.live {
			put(l.g.live.outer, x-1, 0, max(w+1, 72), s.Height)
		}
	}
}

// layout places a cell of a width, with less room in it for its text.
func (d *drawn) layout(x, w, room, height float32) {
	if d.edge.Hidden = w == 0; w == 0 {
		put(d.text, x, 0, 0, 0)
		parts.Write(d.text, "")
		return
	}
	put(d.edge, x-1, 0, 1, height)
	put(d.ground, x, 0, w-1, height-1)
	from, to := x+6, x+room-7
	if !d.mark.Hidden {
		put(d.mark, x+4, (height-16)/2, 15, 15)
		from = x + 22
	}
	if !d.more.Hidden {
		put(d.more, x+w-20, (height-17)/2, 16, 16)
		to = x + w - 20
	}
	face := parts.Regular
	if d.text.TextStyle.Bold {
		face = parts.Bold
	}
	parts.Write(d.text, parts.Fit(d.full, to-from, parts.TextSecond, face))
	if d.full == "" {
		parts.Write(d.text, "")
	}
	m := d.text.MinSize()
	if d.right {
		from = max(from, to-m.Width)
	}
	put(d.text, from, (height-1-m.Height)/2, m.Width, m.Height)
}

func (r *lineRenderer) MinSize() fyne.Size { return r.l.MinSize() }

func (r *lineRenderer) Refresh() {
	r.Layout(r.l.Size())
	canvas.Refresh(r.l)
}

func (r *lineRenderer) Objects() []fyne.CanvasObject {
	l := r.l
	out := []fyne.CanvasObject{l.ground}
	for _, d := range l.cells {
		out = append(out, d.ground)
	}
	out = append(out, l.rule, l.number)
	for _, d := range l.cells {
		out = append(out, d.edge, d.text, d.mark, d.more)
	}
	out = append(out, l.beside, l.ring)
	if l.live {
		out = append(out, l.g.live.outer)
	}
	return out
}

func (r *lineRenderer) Destroy() {}
