package paper

import (
	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/i18n"
	"yttra/screens/parts"
)

// Annexes counts the annexes that the document lists, and those of them that go
// with the file.
func (m *Model) Annexes() (all, with int) {
	d := m.state.Document()
	if d == nil {
		return 0, 0
	}
	for _, a := range d.Annexes {
		if a.How != app.AnnexListed {
			with++
		}
	}
	return len(d.Annexes), with
}

// recordBox is the way to what the document says around its text, and to its
// annexes. Its parts are made once, so that the focus stays in them.
type recordBox struct {
	v     *view
	outer fyne.CanvasObject
	says  *fyne.Container
}

func newRecordBox(v *view) *recordBox {
	t := v.h.Words().T
	b := &recordBox{v: v, says: parts.Column(0)}
	change := parts.NewLink(t("paper.facts_open"), v.o.Record)
	annexes := parts.NewLink(t("paper.annexes_open"), v.o.Annexes)
	b.outer = parts.Box(parts.Page, parts.Line, 4, parts.Pad(9, 10, 10, 14, parts.Column(4,
		parts.Row(8, parts.Text(t("paper.facts"), parts.TextControl, parts.Ink, parts.Bold), parts.Grow(), annexes, change), b.says)))
	return b
}

func (b *recordBox) draw() {
	w := b.v.h.Words()
	all, with := b.v.m.Annexes()
	s := w.T("paper.annexes_none")
	if all > 0 {
		s = w.N("paper.annexes", all, i18n.Vars{"With": w.Int(int64(with))})
	}
	b.says.Objects = []fyne.CanvasObject{parts.NewPara(s, parts.TextSecond, parts.Ink, parts.Regular)}
	b.says.Refresh()
}
