package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// The house's layouts round every place to whole pixels: a 1 px border between
// two pixels is drawn blurred over both.

func round(v float32) float32 { return float32(int(v + 0.5)) }

func place(o fyne.CanvasObject, x, y, w, h float32) {
	x, y = round(x), round(y)
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(max(0, w), max(0, h)))
}

func shown(objects []fyne.CanvasObject) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, o := range objects {
		if o.Visible() {
			out = append(out, o)
		}
	}
	return out
}

// Column stacks objects from the top, each as tall as it needs to be and as wide
// as there is room for. Paragraphs get their width before they are asked for
// their height.
func Column(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&column{gap: gap}, objects...)
}

// column remembers the width it was given: what is put into it later has its
// height at that width, also before it has been laid out.
type column struct{ gap, width float32 }

func (l *column) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var s fyne.Size
	for i, o := range shown(objects) {
		m := o.MinSize()
		if l.width > 0 && o.Size().Width != l.width {
			o.Resize(fyne.NewSize(l.width, m.Height))
			m = o.MinSize()
		}
		s.Width = max(s.Width, m.Width)
		s.Height += m.Height
		if i > 0 {
			s.Height += l.gap
		}
	}
	return s
}

func (l *column) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	l.width = s.Width
	var y float32
	for _, o := range shown(objects) {
		m := o.MinSize()
		if o.Size().Width != s.Width {
			o.Resize(fyne.NewSize(s.Width, m.Height))
			m = o.MinSize()
		}
		place(o, 0, y, s.Width, m.Height)
		y += m.Height + l.gap
	}
}

// Row sets objects side by side in their natural widths, centred on one line.
// What is wrapped in Grow takes the room that is left.
func Row(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(row{gap: gap}, objects...)
}

// RowTop is a Row whose objects hang from the top.
func RowTop(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(row{gap: gap, top: true}, objects...)
}

// Grow makes an object take the room left in its Row; without objects it is a
// spring.
func Grow(objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(grow{}, objects...)
}

type grow struct{}

func (grow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var s fyne.Size
	for _, o := range shown(objects) {
		s = s.Max(o.MinSize())
	}
	return s
}

func (grow) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	for _, o := range objects {
		place(o, 0, 0, s.Width, s.Height)
	}
}

func grows(o fyne.CanvasObject) bool {
	c, ok := o.(*fyne.Container)
	if !ok {
		return false
	}
	_, ok = c.Layout.(grow)
	return ok
}

type row struct {
	gap float32
	top bool
}

func (l row) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var s fyne.Size
	for i, o := range shown(objects) {
		m := o.MinSize()
		s.Height = max(s.Height, m.Height)
		s.Width += m.Width
		if i > 0 {
			s.Width += l.gap
		}
	}
	return s
}

func (l row) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	objects = shown(objects)
	rest, growing := s.Width-l.gap*float32(len(objects)-1), 0
	for _, o := range objects {
		if grows(o) {
			growing++
		} else {
			rest -= o.MinSize().Width
		}
	}
	var x float32
	for _, o := range objects {
		m := o.MinSize()
		if grows(o) {
			m.Width = max(0, rest) / float32(growing)
			if o.Size().Width != m.Width {
				o.Resize(fyne.NewSize(m.Width, m.Height))
				m.Height = o.MinSize().Height
			}
		}
		y := (s.Height - m.Height) / 2
		if l.top {
			y = 0
		}
		place(o, x, y, m.Width, m.Height)
		x += m.Width + l.gap
	}
}

// Columns gives each object a fixed width and the full height; width 0 shares
// what is left.
func Columns(gap float32, widths []float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(columns{gap, widths}, objects...)
}

type columns struct {
	gap    float32
	widths []float32
}

func (l columns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var s fyne.Size
	for i, o := range objects {
		m := o.MinSize()
		s.Height = max(s.Height, m.Height)
		if l.widths[i] == 0 {
			s.Width += m.Width
		}
		s.Width += l.widths[i]
	}
	s.Width += l.gap * float32(len(objects)-1)
	return s
}

func (l columns) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	rest, sharing := s.Width-l.gap*float32(len(objects)-1), 0
	for _, w := range l.widths {
		rest -= w
		if w == 0 {
			sharing++
		}
	}
	var x float32
	for i, o := range objects {
		w := l.widths[i]
		if w == 0 {
			w = max(0, rest) / float32(sharing)
		}
		end := round(x + w)
		place(o, x, 0, end-round(x), s.Height)
		x += w + l.gap
	}
}

// Pad leaves room around an object.
func Pad(top, right, bottom, left float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(pad{top, right, bottom, left}, o)
}

type pad struct{ top, right, bottom, left float32 }

func (l pad) MinSize(o []fyne.CanvasObject) fyne.Size {
	return o[0].MinSize().AddWidthHeight(l.left+l.right, l.top+l.bottom)
}

func (l pad) Layout(o []fyne.CanvasObject, s fyne.Size) {
	place(o[0], l.left, l.top, s.Width-l.left-l.right, s.Height-l.top-l.bottom)
}

// Fixed gives an object a least width and height; 0 leaves its own.
func Fixed(w, h float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(fixed{w, h}, o)
}

type fixed struct{ w, h float32 }

func (l fixed) MinSize(o []fyne.CanvasObject) fyne.Size {
	m := o[0].MinSize()
	if l.w != 0 {
		m.Width = l.w
	}
	if l.h != 0 {
		m.Height = l.h
	}
	return m
}

func (l fixed) Layout(o []fyne.CanvasObject, s fyne.Size) { place(o[0], 0, 0, s.Width, s.Height) }

// Align puts an object in its natural size within the room: x and y are 0 for
// the start, 0.5 for the middle, 1 for the end; Stretch takes all of it.
func Align(x, y float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(align{x, y}, o)
}

// Stretch, as an x or y of Align, fills that direction.
const Stretch = -1

// Middle is an object over the whole width, centred in height.
func Middle(o fyne.CanvasObject) *fyne.Container { return Align(Stretch, 0.5, o) }

// Left, Right and Centre are Align with the object centred in height.
func Left(o fyne.CanvasObject) *fyne.Container   { return Align(0, 0.5, o) }
func Right(o fyne.CanvasObject) *fyne.Container  { return Align(1, 0.5, o) }
func Centre(o fyne.CanvasObject) *fyne.Container { return Align(0.5, 0.5, o) }

type align struct{ x, y float32 }

func (l align) MinSize(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize() }

func (l align) Layout(o []fyne.CanvasObject, s fyne.Size) {
	m := o[0].MinSize()
	if l.x == Stretch && o[0].Size().Width != s.Width {
		o[0].Resize(fyne.NewSize(s.Width, m.Height))
		m = o[0].MinSize()
	}
	x, w := l.x*(s.Width-m.Width), m.Width
	if l.x == Stretch {
		x, w = 0, s.Width
	}
	y, h := l.y*(s.Height-m.Height), m.Height
	if l.y == Stretch {
		y, h = 0, s.Height
	}
	place(o[0], x, y, w, h)
}

// Dock lays an object between one along the top and one along the bottom; either
// may be nil. The focus goes through them from the top.
func Dock(top, bottom, middle fyne.CanvasObject) *fyne.Container {
	var objects []fyne.CanvasObject
	for _, o := range []fyne.CanvasObject{top, middle, bottom} {
		if o != nil {
			objects = append(objects, o)
		}
	}
	return container.New(dock{top, bottom, middle}, objects...)
}

type dock struct{ top, bottom, middle fyne.CanvasObject }

func (l dock) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var s fyne.Size
	for _, o := range shown(objects) {
		m := o.MinSize()
		s.Width = max(s.Width, m.Width)
		s.Height += m.Height
	}
	return s
}

func (l dock) Layout(_ []fyne.CanvasObject, s fyne.Size) {
	top, bottom := float32(0), s.Height
	if l.top != nil && l.top.Visible() {
		top = round(heightAt(l.top, s.Width))
		place(l.top, 0, 0, s.Width, top)
	}
	if l.bottom != nil && l.bottom.Visible() {
		h := round(heightAt(l.bottom, s.Width))
		bottom -= h
		place(l.bottom, 0, bottom, s.Width, h)
	}
	place(l.middle, 0, top, s.Width, bottom-top)
}

// heightAt is how tall an object is at a width: paragraphs in it must be given
// the width before they know.
func heightAt(o fyne.CanvasObject, width float32) float32 {
	if o.Size().Width != width {
		o.Resize(fyne.NewSize(width, o.MinSize().Height))
	}
	return o.MinSize().Height
}
