package parttest

import (
	"image"
	"image/color"
	"testing"
)

// The measure itself: a test of pictures that lets everything through proves
// nothing.
func TestDifferingSeesOnePoint(t *testing.T) {
	a, b := image.NewRGBA(image.Rect(0, 0, 4, 4)), image.NewRGBA(image.Rect(0, 0, 4, 4))
	b.SetRGBA(1, 2, color.RGBA{R: coarse + 3, A: 255})
	if differing(a, b) != 1 || differing(b, a) != 1 || differing(a, a) != 0 || differing(a, image.NewRGBA(image.Rect(0, 0, 4, 5))) == 0 {
		t.Error("a point that differs is not seen")
	}
}
