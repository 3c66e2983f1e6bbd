package paper

import (
	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/i18n"
	"yttra/screens/parts"
)

// webBox chooses between the full paper and the copy for the web, and says what is
// decided of the latter. Its parts are made once, so that the focus stays in them.
type webBox struct {
	v      *view
	outer  fyne.CanvasObject
	choice *parts.Choice
	below  *fyne.Container
	open   *parts.Press
}

func newWebBox(v *view) *webBox {
	w := v.h.Words()
	b := &webBox{v: v, below: parts.Column(5)}
	b.choice = parts.NewChoice(parts.ChoiceOptions{Options: b.options(), Pick: func(i int) {
		v.m.SetCopy([]app.Copy{app.FullCopy, app.WebCopy}[i])
		v.draw()
	}})
	b.open = parts.NewLink(w.T("web.open"), v.showWeb)
	b.outer = parts.Box(parts.Page, parts.Line, 4, parts.Pad(9, 10, 10, 14, parts.Column(6,
		parts.Row(8, parts.Text(w.T("web.copy"), parts.TextControl, parts.Ink, parts.Bold), parts.Grow(), b.open), parts.Left(b.choice), b.below)))
	return b
}

func (b *webBox) options() []parts.Option {
	t := b.v.h.Words().T
	return []parts.Option{{Text: t("web.full")}, {Text: t("web.web")}}
}

func (b *webBox) draw() {
	b.below.Objects = nil
	c, chosen := b.v.m.Web(), 0
	if b.v.m.Copy() == app.WebCopy {
		chosen = 1
	}
	b.choice.Set(b.options(), chosen)
	if b.open.Hide(); c != nil {
		b.open.Show()
		w := b.v.h.Words()
		text := w.T("web.removed_none")
		if n := c.Removed(); n > 0 {
			text = w.N("web.removed", n)
		}
		b.below.Objects = []fyne.CanvasObject{parts.NewPara(text, parts.TextSecond, parts.Ink, parts.Regular), b.approval()}
	}
	b.below.Refresh()
}

// approval says whether the copy is approved, and what is lacking for a final one.
func (b *webBox) approval() fyne.CanvasObject {
	mark, text := b.v.m.approvalWords()
	return parts.RowTop(7, parts.Pad(1, 0, 0, 0, parts.Mark(mark, 18, parts.Page)), parts.Grow(parts.NewPara(text, parts.TextSecond, parts.Ink, parts.Regular)))
}

// approvalWords say whether the copy for the web is approved, by whom and when, and
// what else a final one needs.
func (m *Model) approvalWords() (mark, text string) {
	w, p := m.words, m.Publishing()
	given, holds := m.Approved()
	vars := i18n.Vars{"Name": p.By, "Day": string(p.On)}
	switch {
	case !given:
		return parts.MarkNotAddressed, w.T("web.unapproved")
	case !holds:
		return parts.MarkNote, w.T("web.lapsed", vars)
	case !m.Final():
		return parts.MarkNote, w.T("web.approved_draft", vars)
	}
	return parts.MarkMet, w.T("web.approved", vars)
}
