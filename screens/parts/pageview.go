package parts

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"yttra/reports/layout"
	"yttra/reports/raster"
)

// PageView shows one placed page as one picture: the preview is the paper. The
// sheet is white in both themes.
type PageView struct {
	widget.BaseWidget
	painter *raster.Painter
	page    *layout.Page
	width   float32
	chosen  bool
	o       PageOptions
	back    *canvas.Rectangle
	edge    *canvas.Rectangle
	ring    *canvas.Rectangle
	bar     *canvas.Rectangle // beside what is pointed at
	mark    *canvas.Rectangle // beside what is written on
	marked  [3]float64        // its left, top and bottom in mm
	over    bool
	picture *canvas.Image
	drawn   *layout.Page // what is in the picture
}

// PageOptions make a PageView.
type PageOptions struct {
	Painter *raster.Painter
	Width   float32 // in logical pixels
	Tap     func()  // may be nil
	Out     bool    // out of the Tab order unless it is the chosen one

	Unfocused bool // never takes the keyboard: it stands beside what has it

	// Over tells what there is to point at, in mm of the page: the rows it stands
	// on get a bar beside them. Point is called when it is tapped. Both may be nil.
	Over  func(y float64) (left, top, bottom float64, ok bool)
	Point func(y float64)
	Key   func(*fyne.KeyEvent) bool // keys when it has the focus; true: taken
	Rune  func(rune)                // what is typed when it has the focus; may be nil
}

var (
	_ fyne.Focusable = (*PageView)(nil)
	_ fyne.Tappable  = (*PageView)(nil)

	_ desktop.Hoverable  = (*PageView)(nil)
	_ desktop.Cursorable = (*PageView)(nil)
	_ fyne.Disableable   = (*PageView)(nil)
)

// NewPageView makes an empty view.
func NewPageView(o PageOptions) *PageView {
	v := &PageView{painter: o.Painter, width: o.Width, o: o, back: Rect(Paper, 1, 1, 0), edge: Frame(Edge, 1, 0), ring: Frame(Accent, 2, 2), bar: Rect(OnPaper, 3, 3, 0), mark: Rect(OnPaper, 3, 3, 0),
		picture: &canvas.Image{ScaleMode: canvas.ImageScaleFastest, FillMode: canvas.ImageFillStretch}}
	v.ring.Hide()
	v.bar.Hide()
	v.mark.Hide()
	v.ExtendBaseWidget(v)
	return v
}

// SetPage shows a page; the picture is drawn when it is seen, and only when the
// page looks otherwise than the one before.
func (v *PageView) SetPage(page *layout.Page) {
	same := v.page != nil && v.page.SameInk(*page)
	v.page = page
	v.unpoint()
	if !same {
		v.Refresh()
	}
}

// SetWidth makes the page wider or narrower.
func (v *PageView) SetWidth(width float32) {
	if round(width) != v.width {
		v.width = round(width)
		v.unpoint()
		v.Refresh()
	}
}

// Choose marks the page as the one that is looked at.
func (v *PageView) Choose(chosen bool) {
	if v.chosen != chosen {
		v.chosen = chosen
		v.edge.StrokeColor, v.edge.StrokeWidth = Color(Edge), 1
		if chosen {
			v.edge.StrokeColor, v.edge.StrokeWidth = Color(Accent), 3
		}
		v.Refresh()
	}
}

// Tapped tells that the page was pointed at, and takes the focus.
func (v *PageView) Tapped(e *fyne.PointEvent) {
	if v.o.Tap != nil {
		v.o.Tap()
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(v); c != nil && !v.o.Unfocused {
		c.Focus(v)
	}
	if v.o.Point != nil {
		v.o.Point(v.mm(e.Position.Y))
	}
}

// FocusGained shows the ring; a small page among others is brought into sight.
func (v *PageView) FocusGained() {
	v.ring.Show()
	if v.o.Out {
		reveal(v)
	}
}

// mm is a distance on the picture as one on the page.
func (v *PageView) mm(px float32) float64 { return float64(px) * layout.PageWidth / float64(v.width) }

// Px is a distance on the page as one on the picture.
func (v *PageView) Px(mm float64) float32 { return float32(mm) * v.width / layout.PageWidth }

func (v *PageView) MouseIn(e *desktop.MouseEvent)    { v.point(e.Position.Y) }
func (v *PageView) MouseMoved(e *desktop.MouseEvent) { v.point(e.Position.Y) }
func (v *PageView) MouseOut()                        { v.unpoint() }

func (v *PageView) point(y float32) {
	if v.o.Over == nil {
		return
	}
	left, top, bottom, ok := v.o.Over(v.mm(y))
	if !ok {
		v.unpoint()
		return
	}
	v.over = true
	v.bar.Show()
	place(v.bar, v.Px(left)-8, v.Px(top), 3, v.Px(bottom)-v.Px(top))
	v.bar.Refresh()
}

func (v *PageView) unpoint() {
	if v.over {
		v.over = false
		v.bar.Hide()
	}
}

// Mark draws a bar beside rows of the page, in mm, or takes it away.
func (v *PageView) Mark(left, top, bottom float64, on bool) {
	if at := [3]float64{left, top, bottom}; on == v.mark.Visible() && at == v.marked {
		return
	}
	v.marked = [3]float64{left, top, bottom}
	if !on {
		v.mark.Hide()
		return
	}
	v.mark.Show()
	v.placeMark()
	v.mark.Refresh()
}

func (v *PageView) placeMark() {
	place(v.mark, v.Px(v.marked[0])-8, v.Px(v.marked[1]), 3, v.Px(v.marked[2])-v.Px(v.marked[1]))
}

// Cursor is a hand over what can be pointed at.
func (v *PageView) Cursor() desktop.Cursor {
	if v.over || v.o.Tap != nil {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// Disabled keeps pages that are not the chosen one out of the Tab order, when the
// options say so. Enable and Disable do nothing.
func (v *PageView) Disabled() bool { return v.o.Unfocused || v.o.Out && !v.chosen }
func (v *PageView) Enable()        {}
func (v *PageView) Disable()       {}

func (v *PageView) FocusLost() { v.ring.Hide() }

// TypedRune gives what is typed to the owner.
func (v *PageView) TypedRune(r rune) {
	if v.o.Rune != nil {
		v.o.Rune(r)
	}
}

// TypedKey asks the owner first.
func (v *PageView) TypedKey(e *fyne.KeyEvent) {
	if v.o.Key == nil || !v.o.Key(e) {
		PassKey(v, e)
	}
}

// MinSize is the sheet's size.
func (v *PageView) MinSize() fyne.Size {
	return fyne.NewSize(v.width, float32(raster.Height(int(v.width))))
}

// paint draws the picture anew when its size in pixels has changed, and else what
// is not on it already.
func (v *PageView) paint() {
	c := fyne.CurrentApp().Driver().CanvasForObject(v)
	if v.page == nil || c == nil || v.width < 8 {
		return
	}
	w, _ := c.PixelCoordinateForPosition(fyne.NewPos(v.width, 0))
	img, _ := v.picture.Image.(*image.RGBA)
	switch {
	case img == nil || img.Rect.Dx() != w:
		v.picture.Image = v.painter.Draw(*v.page, w)
	case v.drawn == v.page:
		return
	default:
		v.painter.Redraw(img, *v.drawn, *v.page)
	}
	v.drawn = v.page
	v.picture.Refresh()
}

// CreateRenderer draws sheet, picture and edge.
func (v *PageView) CreateRenderer() fyne.WidgetRenderer { return &pageRenderer{v} }

type pageRenderer struct{ v *PageView }

func (r *pageRenderer) Layout(fyne.Size) {
	s := r.v.MinSize()
	r.v.back.Resize(s)
	r.v.picture.Resize(s)
	out := float32(0)
	if r.v.chosen {
		out = 3
	}
	r.v.edge.Move(fyne.NewPos(-out, -out))
	r.v.edge.Resize(s.AddWidthHeight(2*out, 2*out))
	r.v.ring.Move(fyne.NewPos(-5, -5))
	r.v.ring.Resize(s.AddWidthHeight(10, 10))
	r.v.placeMark()
	r.v.paint()
}

func (r *pageRenderer) MinSize() fyne.Size { return r.v.MinSize() }

func (r *pageRenderer) Refresh() {
	r.Layout(r.v.Size())
	canvas.Refresh(r.v)
}

func (r *pageRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.v.back, r.v.picture, r.v.edge, r.v.mark, r.v.bar, r.v.ring}
}

func (r *pageRenderer) Destroy() {}
