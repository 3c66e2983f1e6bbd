package draft

import (
	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/screens/parts"
)

// tie draws what answers the open card where it speaks of no words: the shape in
// the margin and the bar on the page's right edge, beside the claim or the
// heading of the section it belongs to. A finding with words is tied in its block.
func (p *page) tie() []fyne.CanvasObject {
	_, f, ok := p.model.Opened()
	if !ok || f.Waived != "" || !f.Place.Span.Empty() {
		return nil
	}
	i := p.itemFor(f)
	if i < 0 || i >= len(p.places) {
		return nil
	}
	mark := parts.SeverityMark(f.Severity)
	if p.tied.name != mark { // a new icon would cost a frame of its own with every key
		p.tied = tieLook{mark, parts.Mark(mark, markSize, parts.Page), parts.Rect(parts.MarkColor(mark), 4, 1, 0)}
	}
	shape, bar := p.tied.shape, p.tied.bar
	at := p.places[i]
	y := at.y
	if p.items[i].Kind == ClaimItem {
		y += 8 // the claim's own room above its text
	}
	put(shape, p.left()+12, round(y+(p.pitch-markSize)/2), markSize, markSize)
	put(bar, p.left()+p.width()-4, at.y, 4, at.height)
	return []fyne.CanvasObject{shape, bar}
}

// itemFor is the thing on the page that a finding without words speaks of: a
// claim or a heading; -1 for the whole document.
func (p *page) itemFor(f app.Finding) int {
	claim, isClaim := p.model.claimOf(f)
	for i, item := range p.items {
		switch {
		case isClaim && item.Kind == ClaimItem && item.N == claim:
			return i
		case !isClaim && f.Place.Section >= 0 && item.Kind == HeadingItem && item.Section == f.Place.Section:
			return i
		}
	}
	return -1
}

// tieLook is the shape and the bar that tie the open card to the page.
type tieLook struct {
	name       string
	shape, bar fyne.CanvasObject
}
