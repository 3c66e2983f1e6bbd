package parts

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"yttra/reports/layout"
)

// PageView shows one placed page as one picture: the preview is the paper. The
// sheet is white in both themes.
type PageView struct {
	widget.BaseWidget
	painter *Painter
	page    *layout.Page
	width   float32
	chosen  bool
	o       PageOptions
	back    *canvas.Rectangle
	edge    *canvas.Rectangle
	ring    *canvas.Rectangle
	picture *canvas.Image
	drawn   image.Point // size of the picture in pixels; zero: to be drawn
}

// PageOptions make a PageView.
type PageOptions struct {
	Painter *Painter
	Width   float32                   // in logical pixels
	Tap     func()                    // may be nil
	Key     func(*fyne.KeyEvent) bool // keys when it has the focus; true: taken
}

var (
	_ fyne.Focusable = (*PageView)(nil)
	_ fyne.Tappable  = (*PageView)(nil)
)

// NewPageView makes an empty view.
func NewPageView(o PageOptions) *PageView {
	v := &PageView{painter: o.Painter, width: o.Width, o: o, back: Rect(Paper, 1, 1, 0), edge: Frame(Edge, 1, 0), ring: Frame(Accent, 2, 2),
		picture: &canvas.Image{ScaleMode: canvas.ImageScaleFastest, FillMode: canvas.ImageFillStretch}}
	v.ring.Hide()
	v.ExtendBaseWidget(v)
	return v
}

// SetPage shows a page; the picture is drawn when it is seen.
func (v *PageView) SetPage(page *layout.Page) {
	v.page, v.drawn = page, image.Point{}
	v.Refresh()
}

// SetWidth makes the page wider or narrower.
func (v *PageView) SetWidth(width float32) {
	if round(width) != v.width {
		v.width = round(width)
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

// Tapped takes the focus and tells that the page was pointed at.
func (v *PageView) Tapped(*fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(v); c != nil {
		c.Focus(v)
	}
	if v.o.Tap != nil {
		v.o.Tap()
	}
}

func (v *PageView) FocusGained()   { v.ring.Show() }
func (v *PageView) FocusLost()     { v.ring.Hide() }
func (v *PageView) TypedRune(rune) {}

// TypedKey asks the owner first.
func (v *PageView) TypedKey(e *fyne.KeyEvent) {
	if v.o.Key == nil || !v.o.Key(e) {
		PassKey(v, e)
	}
}

// MinSize is the sheet's size.
func (v *PageView) MinSize() fyne.Size {
	return fyne.NewSize(v.width, float32(PageHeight(int(v.width))))
}

// paint draws the picture anew when the page or its size in pixels has changed.
func (v *PageView) paint() {
	c := fyne.CurrentApp().Driver().CanvasForObject(v)
	if v.page == nil || c == nil || v.width < 8 {
		return
	}
	w, _ := c.PixelCoordinateForPosition(fyne.NewPos(v.width, 0))
	if v.drawn.X == w {
		return
	}
	img := v.painter.Draw(*v.page, w)
	v.drawn = img.Bounds().Size()
	v.picture.Image = img
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
	r.v.paint()
}

func (r *pageRenderer) MinSize() fyne.Size { return r.v.MinSize() }

func (r *pageRenderer) Refresh() {
	r.Layout(r.v.Size())
	canvas.Refresh(r.v)
}

func (r *pageRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.v.back, r.v.picture, r.v.edge, r.v.ring}
}

func (r *pageRenderer) Destroy() {}
