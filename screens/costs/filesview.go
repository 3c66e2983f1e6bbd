package costs

import (
	"context"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/app/disk"
	"yttra/app/sheet"
	"yttra/i18n"
	"yttra/screens/parts"
)

// mostBytes bounds a file that is read.
const mostBytes = 64 << 20

// importFile asks for a file and reads it away from the window's thread.
func (v *view) importFile() {
	w := v.h.Words()
	v.finish()
	v.h.ChooseFile(parts.FileOptions{Purpose: "sheet", Title: w.T("costs.import_title"), Endings: []string{xlsxEnding, csvEnding, ".txt", ".tsv"}, Kind: w.T("costs.files_sheet"),
		Done: v.readFile})
}

func (v *view) readFile(path string) {
	var f sheet.File
	name, read := filepath.Base(path), v.m.Read()
	v.h.Work(v.h.Words().T("window.reading"), func(context.Context, func(int, int)) error {
		info, err := os.Stat(path)
		if err == nil && info.Size() > mostBytes {
			return &app.Problem{Code: app.CodeTooLarge, What: name}
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return &app.Problem{Code: app.CodeNoFile, What: name, Err: err}
		}
		f, err = read(name, data)
		return err
	}, func(err error) {
		if v.h.Problem(err); err == nil {
			v.askHow(name, f)
		}
	})
}

// askHow asks whether the lines of a file come after those there are or in their
// place; where there are none there is nothing to ask.
func (v *view) askHow(name string, f sheet.File) {
	if v.m.size(Lines) == 0 {
		v.take(f, true)
		return
	}
	w := v.h.Words()
	var d *parts.Dialog
	do := func(word string, kind parts.ButtonKind, instead bool) *parts.Press {
		return parts.NewButton(parts.ButtonOptions{Text: w.T(word), Kind: kind, Tap: func() { d.Close(); v.take(f, instead) }})
	}
	replace := "costs.import_instead"
	if f.Whole != nil {
		replace = "costs.import_whole"
	}
	after, instead := do("costs.import_after", parts.Primary, false), do(replace, parts.Plain, true)
	text := w.N("costs.import_found", len(f.Lines.Lines), i18n.Vars{"File": name})
	d = parts.ShowDialog(v.h.Window(), w, parts.DialogOptions{Title: w.T("costs.import_title"), Width: 480,
		Body:    parts.Pad(14, 20, 16, 20, parts.Column(6, parts.NewPara(text, parts.TextControl, parts.Ink, parts.Regular), parts.NewPara(w.T("costs.import_undo"), parts.TextSecond, parts.Muted, parts.Regular))),
		Buttons: []fyne.CanvasObject{instead, after}}, after)
}

func (v *view) take(f sheet.File, instead bool) {
	v.h.Problem(v.m.Import(f, instead))
	v.draw()
	v.grid.focus()
	v.grid.seen()
}

// exportFile asks where to, and writes the estimate there.
func (v *view) exportFile() {
	w := v.h.Words()
	v.finish()
	if !v.m.Open() {
		return
	}
	parts.OpenMenu(v.export, []string{w.T("costs.as_xlsx"), w.T("costs.as_csv")}, -1, func(i int) {
		ending := []string{xlsxEnding, csvEnding}[i]
		v.h.ChooseFile(parts.FileOptions{Purpose: "sheet", Title: w.T("costs.export_title"), Save: true, Name: v.m.ExportName(ending), Endings: []string{ending},
			Kind: w.T("costs.files_sheet"), Done: v.writeFile})
	})
}

func (v *view) writeFile(path string) {
	x := v.m.Export()
	v.h.Work(v.h.Words().T("window.writing"), func(context.Context, func(int, int)) error {
		data, err := written(x, filepath.Ext(path))
		if err != nil {
			return err
		}
		return disk.Write(path, data, disk.Private)
	}, v.h.Problem)
}
