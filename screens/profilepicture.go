package screens

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"yttra/app"
	"yttra/app/cost"
	"yttra/app/sample"
	"yttra/i18n"
	"yttra/reports"
	"yttra/reports/layout"
	"yttra/reports/raster"
	"yttra/screens/parts"
)

// pictured is the live picture of a paper in the profile's look: the open one, or
// an invented one when none is open.
type pictured struct {
	builder *reports.Builder
	page    *parts.PageView
	caption *parts.Label
	pages   []layout.Page
	at      int
}

// pictureWidth is how wide the page is, in logical pixels.
const pictureWidth = 236

// pictureSoon is how many milliseconds without a key there are before the picture
// is drawn anew.
const pictureSoon = 200

func (v *profileView) picture() fyne.CanvasObject {
	if v.shown == nil {
		v.shown = &pictured{builder: reports.NewBuilder()}
	}
	p := v.shown
	p.page = parts.NewPageView(parts.PageOptions{Painter: raster.New(), Width: pictureWidth, Out: true, Tap: v.turnPicture})
	p.caption = parts.NewLabel("", parts.TextHint, parts.Muted, parts.Regular)
	v.drawPicture()
	next := parts.NewLink(v.w.words.T("look.next"), v.turnPicture)
	return parts.Fixed(pictureWidth, 0, parts.Column(6, p.page, parts.Row(4, parts.Grow(parts.Middle(p.caption)), next)))
}

// turnPicture looks at the next page; after the last comes the first.
func (v *profileView) turnPicture() {
	if p := v.shown; len(p.pages) > 0 {
		p.at = (p.at + 1) % len(p.pages)
		v.showPicture()
	}
}

// drawSoon draws the picture anew once nobody types.
func (v *profileView) drawSoon() {
	v.w.After("profile.picture", pictureSoon, func() {
		if v.w.profile == v && v.section == sectionLook {
			v.drawPicture()
		}
	})
}

func (v *profileView) drawPicture() {
	p := v.shown
	if p == nil {
		return
	}
	p.pages = v.w.picturePages(p.builder, v.m.profile())
	p.at = max(0, min(p.at, len(p.pages)-1))
	v.showPicture()
}

func (v *profileView) showPicture() {
	p := v.shown
	if len(p.pages) == 0 {
		p.caption.Set(v.w.words.T("look.no_picture"), parts.Muted)
		return
	}
	page := p.pages[p.at]
	p.page.SetPage(&page)
	n := func(i int) string { return v.w.words.Int(int64(i)) }
	p.caption.Set(v.w.words.T("look.picture", i18n.Vars{"N": n(p.at + 1), "Of": n(len(p.pages))}), parts.Muted)
}

// picturePages makes the pages of the open document in a profile, or of an
// invented one; none when they cannot be made.
func (w *Window) picturePages(b *reports.Builder, p app.Profile) []layout.Page {
	s := w.o.Desk.State()
	m, doc, sums := s.Matter, s.Document(), s.Compared
	if doc == nil {
		all := sample.Register()
		if len(all) == 0 || len(all[0].Documents) == 0 {
			return nil
		}
		m = &all[0]
		m.Estimate, doc = app.Estimate{}, &m.Documents[0]
		sums = cost.Compare(m.Estimate, nil, s.Today)
	}
	in, err := reports.Of(w.o.Desk.Packs(), m, doc, p, sums, w.o.Creator)
	if err != nil {
		return nil
	}
	set, err := b.Build(in)
	if err != nil {
		return nil
	}
	return set.Pages
}

// besidePicture sets a picture at the right of what is filled in, and above it
// where there is no room for both.
func besidePicture(left, picture fyne.CanvasObject) fyne.CanvasObject {
	return container.New(&pictureLayout{}, left, picture)
}

// pictureLayout remembers its width: MinSize is asked without one.
type pictureLayout struct{ width float32 }

const (
	pictureGap  = 20
	leastFields = 300 // the room the fields need beside the picture
)

func (l *pictureLayout) apart() bool { return l.width < leastFields+pictureGap+pictureWidth }

func (l *pictureLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	left, picture := o[0].MinSize(), o[1].MinSize()
	if l.apart() {
		return fyne.NewSize(1, left.Height+pictureGap+picture.Height)
	}
	return fyne.NewSize(1, max(left.Height, picture.Height))
}

func (l *pictureLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	l.width = s.Width
	picture := o[1].MinSize()
	width, top := s.Width, picture.Height+pictureGap
	o[1].Move(fyne.NewPos(0, 0))
	if !l.apart() {
		width, top = s.Width-pictureGap-pictureWidth, 0
		o[1].Move(fyne.NewPos(width+pictureGap, 0))
	}
	o[1].Resize(fyne.NewSize(pictureWidth, picture.Height))
	o[0].Resize(fyne.NewSize(width, o[0].MinSize().Height))
	o[0].Resize(fyne.NewSize(width, o[0].MinSize().Height)) // paragraphs know their height when they know their width
	o[0].Move(fyne.NewPos(0, top))
}
