package cli

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"yttra/app"
	"yttra/app/disk"
	"yttra/app/sheet"
	"yttra/i18n"
)

// sheetKind is what a file of an export is to be, by its name.
func sheetKind(path string) string {
	switch ext := strings.ToLower(filepath.Ext(path)); ext {
	case ".xlsx", ".csv":
		return ext
	}
	return ""
}

// exportSheet writes the estimate as a workbook, or its lines as CSV.
func (f *face) exportSheet(x estimated, path string) error {
	e := sheet.Export{Words: f.words(), Title: x.matter.Title, Day: x.day, Estimate: x.matter.Estimate, Sums: x.sums}
	data := e.CSV()
	if sheetKind(path) == ".xlsx" {
		var err error
		if data, err = e.XLSX(); err != nil {
			return fmt.Errorf("export: %w", err)
		}
	}
	if err := disk.Write(path, data, disk.Shared); err != nil {
		return err
	}
	fmt.Fprintln(f.term.Err, f.words().T("cli.written", i18n.Vars{"File": path}))
	return nil
}

// importLines puts what a sheet says in the estimate of a matter, and writes it to
// a file of its own.
func (f *face) importLines(m *app.Matter, path, out string) error {
	data, err := readBytes(path)
	if err != nil {
		return err
	}
	r, err := sheet.NewReader(f.lang)
	if err != nil {
		return fmt.Errorf("import: %w", err)
	}
	got, err := r.File(data, m.Estimate.FirstYear)
	if err != nil {
		return named(path, err)
	}
	if got.Whole != nil {
		extra := m.Estimate.Extra
		m.Estimate = *got.Whole
		m.Estimate.Extra = extra
	} else {
		m.Estimate = got.Into(m.Estimate)
	}
	file, err := app.EncodeMatter(m)
	if err != nil {
		return err
	}
	if err := disk.Write(out, file, disk.Shared); err != nil {
		return err
	}
	f.tellRows(got, out)
	return nil
}

// tellRows says on standard error what was read, what in it cannot be read, and what
// found no place: with the names of the cells.
func (f *face) tellRows(got sheet.File, out string) {
	w := f.words()
	place := ""
	if got.Sheet != "" {
		place = got.Sheet + ", "
	}
	fmt.Fprintln(f.term.Err, w.N("cli.lines_read", len(got.Lines.Lines), i18n.Vars{"File": out}))
	for i, l := range got.Lines.Lines {
		for _, field := range slices.Sorted(maps.Keys(l.Unread)) {
			fmt.Fprintln(f.term.Err, w.T("cli.cell_unread", i18n.Vars{"Place": place + w.T("cli.row_of", i18n.Vars{"N": got.Rows[i]}), "Field": fieldWord(w, field), "Text": l.Unread[field]}))
		}
	}
	for _, x := range got.Loose {
		fmt.Fprintln(f.term.Err, w.T("costs.loose."+string(x.Why), i18n.Vars{"Cell": x.Place(got.Sheet), "Text": x.Text}))
	}
}

// fieldWord is what a person calls a field of an estimate, by its JSON name.
func fieldWord(w i18n.Words, field string) string {
	switch field { // columns that go by another name
	case "year":
		field = "paid_year"
	case "from", "to":
		field = "years"
	case "role":
		field = "way"
	case "lifetime":
		field = "class"
	}
	for _, table := range []string{"sheet.term.", "sheet.head.", "costs.column."} {
		if w.Has(table + field) {
			word, _, _ := strings.Cut(w.T(table+field), "|")
			return word
		}
	}
	return field
}
