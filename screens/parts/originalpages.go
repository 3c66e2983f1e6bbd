package parts

import (
	"image"
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"yttra/app"
	"yttra/app/reading"
	"yttra/i18n"
)

// leaves are the pages of an original under each other, each one picture. Only those
// in view and the next are asked for, one at a time; a picture too many is forgotten.
type leaves struct {
	p      *Original
	text   reading.Text
	scale  float32   // logical pixels to the point
	tops   []float32 // of each page, and where the next would be
	wide   float32
	widest float32 // page, in points
	lines  [][]int // of each page, by their index in Text.Lines
	kept   map[int]*leaf
	turn   int // counts what is looked at: the leaf that was not for longest goes first
	asking bool
}

// leaf is a page that has been drawn.
type leaf struct {
	picture *canvas.Image
	width   int // in pixels
	bytes   int
	seen    int
}

const (
	leafEdge  = 14       // around and between the pages
	leafMost  = 2600     // pixels a page is drawn wide, at most
	leafBytes = 48 << 20 // of pictures kept, beyond those in view
)

func newLeaves(p *Original) *leaves {
	l := &leaves{p: p, text: p.o.Text, kept: map[int]*leaf{}, lines: make([][]int, len(p.o.Text.Pages))}
	for i, line := range l.text.Lines {
		if line.Page >= 0 && line.Page < len(l.lines) {
			l.lines[line.Page] = append(l.lines[line.Page], i)
		}
	}
	for _, page := range l.text.Pages {
		l.widest = max(l.widest, page.Width)
	}
	return l
}

func (l *leaves) inks() inks {
	return inks{marked: Tint, now: TintStrong, found: TintFound, picked: TintStrong, line: OnPaper, over: true, behind: Bench}
}

func (l *leaves) fit(width, zoom float32) {
	l.wide = round(max(80, (width-2*leafEdge)*zoom))
	l.scale = l.wide / max(1, l.widest)
	l.tops = []float32{leafEdge}
	for _, page := range l.text.Pages {
		l.tops = append(l.tops, l.tops[len(l.tops)-1]+round(max(20, page.Height*l.scale))+leafEdge)
	}
}

func (l *leaves) size() fyne.Size {
	if len(l.tops) == 0 {
		return fyne.Size{}
	}
	return fyne.NewSize(l.wide+2*leafEdge, l.tops[len(l.tops)-1])
}

// pageAt is the page at a height, or the next one below it.
func (l *leaves) pageAt(y float32) int {
	n := len(l.text.Pages)
	if len(l.tops) == 0 {
		return 0
	}
	return max(0, min(n-1, sort.Search(n, func(i int) bool { return l.tops[i+1] > y })))
}

func (l *leaves) page(y float32) (n, of int) { return l.pageAt(y) + 1, len(l.text.Pages) }

func (l *leaves) keep(y float32) func() float32 {
	if len(l.tops) == 0 {
		return func() float32 { return 0 }
	}
	i := l.pageAt(y)
	part := (y - l.tops[i]) / (l.tops[i+1] - l.tops[i])
	return func() float32 { return l.tops[i] + part*(l.tops[i+1]-l.tops[i]) }
}

func (l *leaves) reach(app.Span) bool { return false }

// frame is where a page lies.
func (l *leaves) frame(i int) (x, y, w, h float32) {
	page := l.text.Pages[i]
	w = round(page.Width * l.scale)
	return leafEdge + round((l.wide-w)/2), l.tops[i], w, l.tops[i+1] - l.tops[i] - leafEdge
}

func (l *leaves) boxes(s app.Span) []spot {
	var out []spot
	for _, on := range l.text.On(s) {
		if on.Page < 0 || on.Page >= len(l.lines) || len(l.tops) == 0 {
			continue
		}
		x, y, _, _ := l.frame(on.Page)
		out = append(out, spot{x: x + on.Box.X*l.scale, y: y + on.Box.Y*l.scale, w: on.Box.W * l.scale, h: on.Box.H * l.scale, edge: x + 2})
	}
	return out
}

func (l *leaves) within(top, bottom float32) app.Span {
	var s app.Span
	for i := l.pageAt(top); i <= l.pageAt(bottom); i++ {
		for _, n := range l.lines[i] {
			line := l.text.Lines[n].Span
			if s.Empty() {
				s = line
			}
			s.Start, s.End = min(s.Start, line.Start), max(s.End, line.End)
		}
	}
	return s
}

// at finds the line whose middle is nearest in height, then the nearest beside, and
// the letter in it by its share of the line.
func (l *leaves) at(pos fyne.Position) int {
	if len(l.tops) == 0 {
		return 0
	}
	i := l.pageAt(pos.Y)
	x0, y0, _, _ := l.frame(i)
	x, y := (pos.X-x0)/l.scale, (pos.Y-y0)/l.scale
	best, far := -1, float32(0)
	for _, n := range l.lines[i] {
		b := l.text.Lines[n].Box
		d := 8*outside(y, b.Y, b.Y+b.H) + outside(x, b.X, b.X+b.W)
		if best < 0 || d < far {
			best, far = n, d
		}
	}
	if best < 0 {
		return l.before(i)
	}
	line := l.text.Lines[best]
	return letterAt(l.text.String, line.Span, (x-line.Box.X)/max(1, line.Box.W))
}

// before is where the text before a page without any ends.
func (l *leaves) before(page int) int {
	for i := page - 1; i >= 0; i-- {
		if n := len(l.lines[i]); n > 0 {
			return l.text.Lines[l.lines[i][n-1]].Span.End
		}
	}
	return 0
}

func outside(v, from, to float32) float32 { return max(0, from-v, v-to) }

// letterAt is the byte at a share of a line's letters.
func letterAt(text string, s app.Span, share float32) int {
	r := []rune(text[s.Start:s.End])
	n := int(min(max(0, share), 1)*float32(len(r)) + 0.5)
	return s.Start + len(string(r[:n]))
}

// see gives the pages between two heights, and asks for those not drawn yet.
func (l *leaves) see(top, bottom float32) ([]fyne.CanvasObject, bool) {
	if len(l.tops) == 0 {
		return nil, false
	}
	l.turn++
	var out []fyne.CanvasObject
	first, last := l.pageAt(top), l.pageAt(bottom)
	for i := first; i <= last; i++ {
		x, y, w, h := l.frame(i)
		out = append(out, rectAt(Paper, x, y, w, h))
		if k := l.kept[i]; k != nil {
			k.seen = l.turn
			place(k.picture, x, y, w, h)
			out = append(out, k.picture)
		} else {
			out = append(out, l.waiting(i, x, y, w, min(h, 0.5*w)))
		}
		edge := Frame(Edge, 1, 0)
		place(edge, x, y, w, h)
		out = append(out, edge)
	}
	l.forget()
	l.ask(first, min(l.pageAt(bottom-ahead)+1, len(l.text.Pages)-1))
	return out, false
}

// waiting stands on a page that has not been drawn yet.
func (l *leaves) waiting(i int, x, y, w, h float32) fyne.CanvasObject {
	t := Text(l.p.o.Words.T("original.page", i18n.Vars{"N": l.p.o.Words.Int(int64(i + 1))}), TextTitle, OnPaper, Regular)
	size := t.MinSize()
	place(t, x+(w-size.Width)/2, y+(h-size.Height)/2, size.Width, size.Height)
	return t
}

// ask has the first page from one to another drawn that is not, as wide as it is now.
func (l *leaves) ask(from, to int) {
	c := canvasOf(l.p.view)
	if l.asking || c == nil {
		return
	}
	for i := from; i <= to; i++ {
		_, _, w, _ := l.frame(i)
		width, _ := c.PixelCoordinateForPosition(fyne.NewPos(w, 0))
		width = min(width, leafMost)
		if k := l.kept[i]; k == nil || k.width != width {
			l.asking = true
			l.p.o.Draw(i, width, func(img image.Image, err error) { l.came(i, width, img, err) })
			return
		}
	}
}

// canvasOf is the canvas that an object is drawn on, or will be: one that was just laid
// out is on none yet, and all windows are on one kind of screen.
func canvasOf(o fyne.CanvasObject) fyne.Canvas {
	driver := fyne.CurrentApp().Driver()
	if c := driver.CanvasForObject(o); c != nil {
		return c
	}
	for _, w := range driver.AllWindows() {
		return w.Canvas()
	}
	return nil
}

// came takes a picture that was asked for.
func (l *leaves) came(i, width int, img image.Image, err error) {
	l.asking = false
	if l.p.ground != ground(l) {
		return
	}
	if err != nil {
		l.p.fail(err)
		return
	}
	size := img.Bounds().Size()
	l.kept[i] = &leaf{picture: &canvas.Image{Image: img, ScaleMode: canvas.ImageScaleFastest, FillMode: canvas.ImageFillStretch},
		width: width, bytes: 4 * size.X * size.Y, seen: l.turn}
	l.p.view.update()
}

// forget lets go of the pictures that were not looked at for longest.
func (l *leaves) forget() {
	all := 0
	for _, k := range l.kept {
		all += k.bytes
	}
	for all > leafBytes {
		oldest := -1
		for i, k := range l.kept {
			if k.seen < l.turn && (oldest < 0 || k.seen < l.kept[oldest].seen || k.seen == l.kept[oldest].seen && i < oldest) {
				oldest = i
			}
		}
		if oldest < 0 {
			return
		}
		all -= l.kept[oldest].bytes
		delete(l.kept, oldest)
	}
}
