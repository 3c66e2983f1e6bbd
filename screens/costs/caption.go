package costs

import (
	"fyne.io/fyne/v2"

	"yttra/screens/parts"
)

// caption is the sentence under a picture. It takes two lines also when it has
// one, so that what is under it stays while one walks through the picture.
type caption struct {
	outer *fyne.Container
	says  string
	high  float32
}

const captionHeight = 38

func newCaption() *caption { return &caption{outer: parts.Column(0)} }

// set changes the words, and reports whether they now take another height.
func (c *caption) set(says string) bool {
	if c.says == says && len(c.outer.Objects) > 0 {
		return false
	}
	c.says = says
	p := parts.NewPara(says, parts.TextHint, parts.Muted, parts.Regular)
	c.outer.Objects = []fyne.CanvasObject{atLeast(captionHeight, p)}
	if width := c.outer.Size().Width; width > 0 {
		p.Resize(fyne.NewSize(width, 1))
	}
	was := c.high
	c.high = c.outer.MinSize().Height
	c.outer.Refresh()
	return was != c.high
}

// atLeast gives an object a least height.
func atLeast(height float32, o fyne.CanvasObject) fyne.CanvasObject {
	return &fyne.Container{Layout: leastHeight(height), Objects: []fyne.CanvasObject{o}}
}

type leastHeight float32

func (l leastHeight) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(1, max(float32(l), o[0].MinSize().Height))
}

func (l leastHeight) Layout(o []fyne.CanvasObject, s fyne.Size) { put(o[0], 0, 0, s.Width, s.Height) }
