package parts

import (
	"testing"

	"fyne.io/fyne/v2"
)

func box(w, h float32) fyne.CanvasObject { return Rect(Page, w, h, 0) }

func TestRowGivesWhatIsLeftToThoseThatGrow(t *testing.T) {
	wear(t, LightLook)
	a, b, g := box(30, 10), box(50, 20), Grow(box(1, 10))
	r := Row(8, a, g, b)
	r.Resize(fyne.NewSize(200, 40))
	if g.Size().Width != 200-30-50-16 || b.Position().X != 150 || b.Position().Y != 10 {
		t.Errorf("grew to %v, the last stands at %v", g.Size(), b.Position())
	}
}

func TestHiddenThingsTakeNoRoom(t *testing.T) {
	wear(t, LightLook)
	a, b := box(10, 10), box(10, 10)
	c := Column(8, a, b)
	full := c.MinSize().Height
	a.Hide()
	if c.MinSize().Height != full-18 {
		t.Errorf("%v with one hidden, %v with both", c.MinSize().Height, full)
	}
}

func TestPlacesAreWholePixels(t *testing.T) {
	wear(t, LightLook)
	a, b := box(10.4, 10), box(10.4, 10)
	for _, o := range []fyne.CanvasObject{Row(3.3, a, b), Column(2.7, a, b), Columns(1, []float32{33.3, 0}, a, b), Align(0.5, 0.5, a)} {
		o.Resize(fyne.NewSize(101, 33))
		for _, k := range []fyne.CanvasObject{a, b} {
			if p := k.Position(); p.X != float32(int(p.X)) || p.Y != float32(int(p.Y)) {
				t.Errorf("%T puts something at %v", o, p)
			}
		}
	}
}

func TestFlowGoesOnBelow(t *testing.T) {
	wear(t, LightLook)
	a, b, c := box(60, 20), box(60, 20), box(60, 20)
	f := Flow(4, a, b, c)
	f.Resize(fyne.NewSize(130, 100))
	if c.Position().Y != 24 || b.Position().Y != 0 || f.MinSize().Height != 44 {
		t.Errorf("%v %v, %v tall", b.Position(), c.Position(), f.MinSize().Height)
	}
}

func TestToggle(t *testing.T) {
	wear(t, LightLook)
	var got []bool
	p := NewToggle("Barn", false, func(on bool) { got = append(got, on) })
	p.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	p.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if len(got) != 2 || !got[0] || got[1] {
		t.Errorf("%v", got)
	}
}

// A paragraph or a row of chips put into a column that already has its width has
// its height at once: nobody has to lay out twice.
func TestLateComersHaveTheirHeightAtOnce(t *testing.T) {
	wear(t, LightLook)
	long := "Förvaltningen har övervägt två åtgärder som är mindre ingripande, och säger varför de valdes bort."
	inner := Column(4, box(10, 10))
	outer := Column(0, Pad(0, 0, 0, 0, inner))
	outer.Resize(fyne.NewSize(150, 400))
	inner.Objects = append(inner.Objects, NewPara(long, TextControl, Ink, Regular), Flow(4, box(60, 20), box(60, 20), box(60, 20)))
	early := outer.MinSize().Height
	outer.Resize(fyne.NewSize(150, 600))
	if late := outer.MinSize().Height; early != late || late < 10+4+5*22+4+44 {
		t.Errorf("%v before it was laid out, %v after", early, late)
	}
}

func TestFlowFollowsItsWidth(t *testing.T) {
	wear(t, LightLook)
	f := Flow(4, box(60, 20), box(60, 20), box(60, 20))
	for width, want := range map[float32]float32{200: 20, 130: 44, 60: 68, 40: 68} {
		f.Resize(fyne.NewSize(width, 100))
		if got := f.MinSize().Height; got != want {
			t.Errorf("%v tall at %v wide, want %v", got, width, want)
		}
		for _, o := range f.Objects {
			if o.Position().X+o.Size().Width > width {
				t.Errorf("something reaches %v in a width of %v", o.Position().X+o.Size().Width, width)
			}
		}
	}
	f.Resize(fyne.NewSize(200, 100))
	f.Objects = append(f.Objects, box(60, 20))
	if got := f.MinSize().Height; got != 44 {
		t.Errorf("with one more it is %v tall at once", got)
	}
}
