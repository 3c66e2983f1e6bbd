package paper

import (
	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/reports"
	"yttra/screens/parts"
)

// HasSheet reports whether the matter has an estimate to print.
func (m *Model) HasSheet() bool { return m.sheet }

// Annexed reports whether the cost sheet follows the paper as an annex.
func (m *Model) Annexed() bool {
	d := m.state.Document()
	return d != nil && m.sheet && !d.NoCostSheet
}

// Sheet takes what the cost sheet alone is made from. It is final when the
// document is, and nothing stops.
func (m *Model) Sheet() (File, error) {
	file, err := m.Snapshot(m.Final() && m.Ready())
	file.in.Part = reports.CostSheet
	return file, err
}

// SheetName is what the cost sheet alone is called at first.
func (m *Model) SheetName() string {
	return slug(m.words.T("paper.sheet")+" "+m.reference()) + ".pdf"
}

// sheetBox lets the cost sheet follow the paper or not, and saves it alone. Its
// parts are made once, so that the focus stays in them.
type sheetBox struct {
	v      *view
	outer  fyne.CanvasObject
	choice *parts.Choice
}

func newSheetBox(v *view) *sheetBox {
	w := v.h.Words()
	b := &sheetBox{v: v}
	b.choice = parts.NewChoice(parts.ChoiceOptions{Options: b.options(), Pick: func(i int) { b.follow(i == 0) }})
	alone := parts.NewLink(w.T("paper.sheet_alone"), b.export)
	b.outer = parts.Box(parts.Page, parts.Line, 4, parts.Pad(9, 10, 10, 14, parts.Column(6,
		parts.Row(8, parts.Text(w.T("paper.sheet"), parts.TextControl, parts.Ink, parts.Bold), parts.Grow(), alone), parts.Left(b.choice))))
	return b
}

func (b *sheetBox) options() []parts.Option {
	t := b.v.h.Words().T
	return []parts.Option{{Text: t("paper.sheet_annex")}, {Text: t("paper.sheet_none")}}
}

func (b *sheetBox) draw() {
	chosen := 1
	if b.v.m.Annexed() {
		chosen = 0
	}
	b.choice.Set(b.options(), chosen)
}

// follow says in the document whether the cost sheet comes with it.
func (b *sheetBox) follow(annexed bool) {
	i := b.v.d.State().Doc
	b.v.d.Edit("", func(m *app.Matter) {
		if i >= 0 && i < len(m.Documents) {
			m.Documents[i].NoCostSheet = !annexed
		}
	})
}

// export saves the cost sheet as a paper of its own.
func (b *sheetBox) export() {
	v := b.v
	file, err := v.m.Sheet()
	if err != nil {
		v.h.Problem(err)
		return
	}
	v.h.ChooseFile(parts.FileOptions{Purpose: "pdf", Title: v.h.Words().T("paper.sheet_save"), Save: true, Name: v.m.SheetName(), Endings: []string{".pdf"}, Kind: "PDF",
		Done: func(path string) { b.saveTo(path, file) }})
}

// saveTo writes it; what was found of the paper's own file stands.
func (b *sheetBox) saveTo(path string, file File) {
	b.v.make(path, file, func(reports.Proof, error) {})
}
