package draft

import (
	"strings"

	"fyne.io/fyne/v2"

	"yttra/screens/parts"
)

// cell is a thing on the page that is not a block: a heading, guidance, a claim.
type cell interface {
	object() fyne.CanvasObject
	set(Item)
	height(width float32) float32
}

func (p *page) newCell(k ItemKind) cell {
	switch k {
	case ClaimItem:
		return &claimCell{p: claimParts{model: p.model, words: p.words, hears: p.hears}}
	case GuideItem:
		return newFoldCell(p.guide)
	case ProposalItem:
		return newFoldCell(p.proposal)
	case RecordItem:
		return newRecordCell(p)
	case NoClaimsItem:
		return &plainCell{draw: p.noClaims}
	}
	return &plainCell{draw: heading}
}

// plainCell is drawn anew whenever its item is another.
type plainCell struct {
	draw func(Item) fyne.CanvasObject
	item *Item
	box  *fyne.Container
}

func (c *plainCell) object() fyne.CanvasObject { return c.box }

func (c *plainCell) set(i Item) {
	if c.item != nil && sameCell(*c.item, i) {
		return
	}
	c.item = &i
	if c.box == nil {
		c.box = parts.Stack(c.draw(i))
		return
	}
	c.box.Objects[0] = c.draw(i)
	c.box.Objects[0].Resize(c.box.Size())
	c.box.Refresh()
}

func (c *plainCell) height(width float32) float32 { return heightAt(c.box, width) }

// sameCell tells whether two items that are not blocks are drawn alike.
func sameCell(a, b Item) bool {
	return a.Kind == b.Kind && a.Section == b.Section && a.N == b.N && a.Text == b.Text && a.Level == b.Level && a.Folded == b.Folded && a.Examples == b.Examples && a.Drafts == b.Drafts && a.Waiting == b.Waiting &&
		a.Decision == b.Decision && a.Lead == b.Lead && a.Reason == b.Reason && a.Last == b.Last && a.Sourced == b.Sourced &&
		strings.Join(a.Phrases, "\x00") == strings.Join(b.Phrases, "\x00") && strings.Join(a.Points, "\x00") == strings.Join(b.Points, "\x00")
}

// heightAt gives an object a width and asks how tall it became.
func heightAt(o fyne.CanvasObject, width float32) float32 {
	if o.Size().Width != width {
		o.Resize(fyne.NewSize(width, o.MinSize().Height))
	}
	return o.MinSize().Height
}

func heading(i Item) fyne.CanvasObject {
	switch i.Level {
	case 0: // not printed
		return parts.NewLabel(i.Text, parts.TextHint, parts.Muted, parts.Bold)
	case 3:
		return parts.NewPara(i.Text, parts.TextPage, parts.Ink, parts.Bold)
	}
	return parts.NewPara(i.Text, parts.TextSection, parts.Ink, parts.Bold)
}
