package draft

import (
	"strings"

	"fyne.io/fyne/v2"

	"yttra/screens/parts"
)

// record is the line at the top of the page: the kind of paper, whose it is, its
// day and number.
func (m *Model) record() Item {
	d := m.state.Document()
	name := d.Kind
	if k := m.state.Kind; k != nil {
		if name = k.SV.Name; m.words.Lang() == "en" && k.EN.Name != "" {
			name = k.EN.Name
		}
	}
	var says []string
	for _, s := range []string{d.Body, string(d.Date), d.CaseRef} {
		if s != "" {
			says = append(says, s)
		}
	}
	return Item{Kind: RecordItem, Section: -1, Text: name, Lead: strings.Join(says, " · ")}
}

// recordCell is that line. It is pressed to change what it says, and stays while
// it changes, so that the keyboard comes back to it.
type recordCell struct {
	item  Item
	press *parts.Press
}

func newRecordCell(p *page) *recordCell {
	c := &recordCell{}
	c.press = parts.NewPress(parts.PressOptions{Gap: 1, Tap: p.hears.recordWanted, Draw: func(t parts.Touch) fyne.CanvasObject {
		return parts.Box(t.Calm(parts.Clear), parts.Clear, 4, parts.Pad(3, 6, 4, 6, parts.Row(8,
			parts.Text(c.item.Text, parts.TextSecond, parts.Ink, parts.Bold),
			parts.Grow(parts.Middle(parts.NewLabel(c.item.Lead, parts.TextSecond, parts.Muted, parts.Regular))),
			parts.Text(p.words.T("draft.head_change"), parts.TextSecond, parts.Accent, parts.Bold))))
	}})
	return c
}

func (c *recordCell) object() fyne.CanvasObject { return c.press }

func (c *recordCell) set(i Item) {
	if !sameCell(c.item, i) {
		c.item = i
		c.press.Refresh()
	}
}

func (c *recordCell) height(float32) float32 { return c.press.MinSize().Height }

// recordWanted opens what the document says around its text.
func (s *Screen) recordWanted() {
	if s.Record != nil {
		s.Record()
	}
}
