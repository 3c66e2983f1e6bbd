package parts

import (
	"path/filepath"

	"fyne.io/fyne/v2"

	"yttra/i18n"
)

// say puts what is wrong with the name under it; empty: nothing is. A question
// about the name goes with it.
func (p *filePicker) say(fault string) {
	if fault != "" {
		fault = p.from.Words.T(fault)
	}
	if p.asking && p.naming == nil {
		p.unask()
	}
	if p.name.fault != fault {
		p.name.Fault(fault)
		p.dialog.Relayout()
	}
}

// ask puts a question about a file that is there already, as a row. The keyboard
// stands on the answer that loses nothing.
func (p *filePicker) ask(path string) {
	t := p.from.Words.T
	back := func() { p.unask(); p.focus(p.name.Entry) }
	keep := NewLink(t("files.other_name"), back)
	replace := NewLink(t("files.replace"), func() { p.finish(path) })
	text := NewPara(t("files.there", i18n.Vars{"Name": shownName(filepath.Base(path))}), TextSecond, Ink, Bold)
	p.put(Fill(SeriousSoft, Pad(7, 14, 8, 14, Row(10, Mark(MarkSerious, 18, SeriousSoft), Grow(text), replace, keep))))
	p.focus(keep)
}

// nameFolder asks for the name of a folder to make here.
func (p *filePicker) nameFolder() {
	if p.m.fault != "" || p.m.reading {
		return
	}
	t := p.from.Words.T
	field := NewField(FieldOptions{Text: t("files.new_folder"), Submit: p.newFolder, Whole: true})
	yes := NewButton(ButtonOptions{Text: t("files.make"), Tap: func() { p.newFolder(field.Text()) }})
	no := NewButton(ButtonOptions{Text: t("word.cancel"), Kind: Quiet, Tap: func() { p.unask(); p.focus(p.list) }})
	p.put(Fill(Soft, Pad(8, 16, 9, 16, RowTop(10, Pad(6, 0, 0, 0, Text(t("files.folder_name"), TextSecond, Ink, Bold)), Grow(field.Outer), yes, no))))
	p.naming = field
	p.focus(field.Entry)
}

func (p *filePicker) put(row fyne.CanvasObject) {
	p.asking, p.naming = true, nil
	p.below.Objects = []fyne.CanvasObject{HLine(Line), row}
	p.dialog.Relayout()
}

func (p *filePicker) unask() {
	p.asking, p.naming = false, nil
	p.below.Objects = nil
	p.dialog.Relayout()
}

// mayLeave is Esc: a question that is open goes first.
func (p *filePicker) mayLeave() bool {
	if !p.asking {
		return true
	}
	naming := p.naming != nil
	p.unask()
	if naming {
		p.focus(p.list)
	} else {
		p.focus(p.name.Entry)
	}
	return false
}
