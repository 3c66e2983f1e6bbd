package draft

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// What is drawn anew by a layout is laid out anew by the canvas, and so on: the
// window would never come to rest.
func TestALayoutDrawsNothingAnew(t *testing.T) {
	test.NewTempApp(t)
	o := newOutline(nil, nil)
	o.show([]OutlineRow{{Heading: "Sammanfattning"}, {Heading: "Bedömning", Count: 2}})
	r := test.WidgetRenderer(o)
	before := append([]fyne.CanvasObject{}, r.Objects()...)
	r.Layout(fyne.NewSize(300, 64))
	for i, now := range r.Objects() {
		if now != before[i] {
			t.Fatalf("row %d was drawn anew", i)
		}
	}
	o.Resize(fyne.NewSize(240, 64))
	if w := o.objects[1].Size().Width; w != 240 {
		t.Errorf("the row is %v wide", w)
	}
}
