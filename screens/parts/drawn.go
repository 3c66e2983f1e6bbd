package parts

import (
	"image"
	"image/color"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// iconKey is what an icon's picture follows from: the same key, the same points.
type iconKey struct {
	name       string
	size       float32
	ink, under color.NRGBA
}

// pictures holds every icon that has been drawn. A drawing is read and rendered
// once for each colour and size, not once for each row that shows it.
type pictures struct {
	mu    sync.Mutex
	drawn map[iconKey]image.Image
}

var icons = sync.OnceValue(func() *pictures { return &pictures{drawn: map[iconKey]image.Image{}} })

// drawnIcon is an icon's picture at twice its size: sharp up to 200 %.
func drawnIcon(name string, size float32, c, behind Token) image.Image {
	key := iconKey{name, size, value(c, Dark()), value(behind, Dark())}
	p := icons()
	p.mu.Lock()
	defer p.mu.Unlock()
	if img, ok := p.drawn[key]; ok {
		return img
	}
	i := canvas.NewImageFromResource(IconResource(name, c, behind))
	i.MinSize()                        // reads the drawing
	i.Resize(fyne.NewSize(size, size)) // outside a canvas: two points to a pixel
	p.drawn[key] = i.Image
	return i.Image
}
