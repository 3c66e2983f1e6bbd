package matters

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"yttra/screens/parts"
)

// found is a line that quotes a text: where, and the words that were searched for
// in bold among those around them.
type found struct {
	widget.BaseWidget
	is    Found
	texts [4]*canvas.Text
}

func newFound() *found {
	f := &found{}
	for i, k := range [4]struct {
		ink  parts.Token
		face parts.Face
	}{{parts.Muted, parts.Regular}, {parts.Muted, parts.Regular}, {parts.Ink, parts.Bold}, {parts.Muted, parts.Regular}} {
		f.texts[i] = parts.Text("", parts.TextHint, k.ink, k.face)
	}
	f.ExtendBaseWidget(f)
	return f
}

func (f *found) set(is Found) {
	if f.is != is {
		f.is = is
		f.fit(f.Size().Width)
	}
}

// fit gives the words their room first, then where they stand, what follows, and
// what goes before.
func (f *found) fit(width float32) {
	face := func(i int) parts.Face {
		if i == 2 {
			return parts.Bold
		}
		return parts.Regular
	}
	line := [4]string{f.is.Where + " ", f.is.Before, f.is.Words, f.is.After}
	rest := width
	for _, i := range [...]int{2, 0, 1, 3} {
		line[i] = parts.Fit(line[i], max(0, rest), parts.TextHint, face(i))
		if line[i] == "…" && rest < 8 {
			line[i] = ""
		}
		rest -= parts.Measure(line[i], parts.TextHint, face(i)).Width
	}
	x := float32(0)
	for i, t := range f.texts {
		parts.Write(t, line[i])
		w := parts.Measure(line[i], parts.TextHint, face(i)).Width
		t.Move(fyne.NewPos(float32(int(x+0.5)), 0))
		t.Resize(fyne.NewSize(w, f.Size().Height))
		t.Refresh()
		x += w
	}
}

// MinSize is the line's height: the row decides how wide it is.
func (f *found) MinSize() fyne.Size {
	return fyne.NewSize(1, parts.LineHeight(parts.TextHint, parts.Bold))
}

// CreateRenderer draws the line.
func (f *found) CreateRenderer() fyne.WidgetRenderer { return &foundRenderer{f} }

type foundRenderer struct{ f *found }

func (r *foundRenderer) Layout(s fyne.Size) { r.f.fit(s.Width) }
func (r *foundRenderer) MinSize() fyne.Size { return r.f.MinSize() }
func (r *foundRenderer) Refresh()           {}
func (r *foundRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.f.texts[0], r.f.texts[1], r.f.texts[2], r.f.texts[3]}
}
func (r *foundRenderer) Destroy() {}
