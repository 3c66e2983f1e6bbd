package sheet

import (
	"bytes"

	"yttra/app"
)

// File is what a file says.
type File struct {
	Lines
	Sheet string // the sheet the lines stand in; empty in a text

	// Whole is everything, when the house has written the workbook; else nil. Lines
	// has the lines of all its ways.
	Whole *app.Estimate
}

// File reads a workbook or a CSV file, by what is in it. Of a workbook it takes
// the sheet with the heads of cost lines, one that is shown before one that is
// hidden. First is the calendar year of year 1, 0 when it is not known.
//
// Its errors are those of Tables, TextTable and Lines; Where is the sheet and the
// cell.
func (r *Reader) File(data []byte, first int) (File, error) {
	if len(data) == 0 {
		return File{}, &app.Problem{Code: app.CodeEmpty}
	}
	if !isWorkbook(data) {
		t, err := TextTable(data)
		if err != nil {
			return File{}, err
		}
		lines, err := r.Lines(t, first)
		return File{Lines: lines}, err
	}
	tables, err := Tables(data)
	if err != nil {
		return File{}, err
	}
	if f, own, err := r.whole(tables); own {
		return f, err
	}
	t, err := r.best(tables)
	if err != nil {
		return File{}, err
	}
	lines, err := r.Lines(t, first)
	return File{Lines: lines, Sheet: t.Name}, err
}

func isWorkbook(data []byte) bool {
	return bytes.HasPrefix(data, []byte("PK\x03\x04")) || bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0"))
}

// best finds the table with cost lines: the first that can be read.
func (r *Reader) best(tables []Table) (Table, error) {
	var fault error
	for _, t := range tables {
		err := t.Err
		if err == nil {
			_, _, err = r.columns(t)
		}
		if err == nil {
			return t, nil
		}
		if fault == nil || app.CodeOf(fault) == app.CodeEmpty {
			fault = err
		}
	}
	return Table{}, fault
}
