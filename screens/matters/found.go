package matters

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"yttra/app/search"
	"yttra/screens/parts"
)

// found is a line that quotes a text: where, and each word that was searched for in
// bold among those around it.
type found struct {
	widget.BaseWidget
	is    *Found
	texts [mostRuns + 1]*canvas.Text // where, and the runs
}

// mostRuns is how many pieces of a quote are drawn: a line has no room for more.
const mostRuns = 9

func newFound() *found {
	f := &found{}
	for i := range f.texts {
		f.texts[i] = parts.Text("", parts.TextHint, parts.Muted, parts.Regular)
	}
	f.ExtendBaseWidget(f)
	return f
}

func (f *found) set(is *Found) {
	if !f.is.same(is) {
		f.is = is
		f.fit(f.Size().Width)
	}
}

// fit gives the words that were found first their room, then where they stand, what
// goes before them, and what follows as far as there is room.
func (f *found) fit(width float32) {
	var runs []search.Run
	if f.is != nil {
		runs = append([]search.Run{{Text: f.is.Where + " "}}, f.is.Runs[:min(mostRuns, len(f.is.Runs))]...)
	}
	first := 0
	for i, r := range runs {
		if r.Hit {
			first = i
			break
		}
	}
	rest := width
	cut := func(i int) {
		if i >= len(runs) {
			return
		}
		s := parts.Fit(runs[i].Text, max(0, rest), parts.TextHint, faceOf(runs[i]))
		if s == "…" && rest < 8 {
			s = ""
		}
		runs[i].Text = s
		rest -= parts.Measure(s, parts.TextHint, faceOf(runs[i])).Width
	}
	cut(first)
	for i := range runs {
		if i != first {
			cut(i)
		}
	}
	x := float32(0)
	for i, t := range f.texts {
		r := search.Run{}
		if i < len(runs) {
			r = runs[i]
		}
		t.Color, t.TextStyle = parts.Color(parts.Muted), faceOf(r).Style()
		if r.Hit {
			t.Color = parts.Color(parts.Ink)
		}
		parts.Write(t, r.Text)
		w := parts.Measure(r.Text, parts.TextHint, faceOf(r)).Width
		t.Move(fyne.NewPos(float32(int(x+0.5)), 0))
		t.Resize(fyne.NewSize(w, f.Size().Height))
		t.Refresh()
		x += w
	}
}

func faceOf(r search.Run) parts.Face {
	if r.Hit {
		return parts.Bold
	}
	return parts.Regular
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
	out := make([]fyne.CanvasObject, len(r.f.texts))
	for i, t := range r.f.texts {
		out[i] = t
	}
	return out
}
func (r *foundRenderer) Destroy() {}
