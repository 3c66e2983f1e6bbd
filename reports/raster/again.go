package raster

import (
	"image"

	"yttra/reports/layout"
)

// Redraw turns the picture of one page into the picture of another, and draws only
// what differs. The picture becomes the same, to the pixel, as Draw makes it: while
// somebody types, a page is mostly what it was.
func (p *Painter) Redraw(img *image.RGBA, before, after layout.Page) {
	c := p.on(img)
	from, same := common(before.Items, after.Items)
	dirty := image.Rectangle{}
	for _, items := range [][]layout.Item{before.Items[from : len(before.Items)-same], after.Items[from : len(after.Items)-same]} {
		for _, it := range items {
			dirty = dirty.Union(c.touches(it))
		}
	}
	if dirty.Empty() {
		return
	}
	c.clip = dirty
	c.blank(dirty)
	for _, it := range after.Items {
		if c.touches(it).Overlaps(dirty) {
			c.item(it) // all of it is drawn, and what falls in the clip inked: the same pixels
		}
	}
}

// common counts the items that two pages have alike at their beginnings and at
// their ends.
func common(a, b []layout.Item) (first, last int) {
	n := min(len(a), len(b))
	for first < n && a[first].SameInk(b[first]) {
		first++
	}
	for last < n-first && a[len(a)-1-last].SameInk(b[len(b)-1-last]) {
		last++
	}
	return first, last
}
