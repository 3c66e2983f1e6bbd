package sheet

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"yttra/app"
)

// Bounds of what is read of a workbook.
const (
	maxUnpacked = 64 << 20 // bytes, of the whole file
	maxColumns  = 200      // that have something in them
	maxSheets   = 100
)

// Tables reads the sheets of a workbook (XLSX), those that are shown first. Of
// formulas it takes the values they had when the file was saved. A sheet with more
// than MaxRows rows, or 200 columns, has an error instead of rows, so that others
// can be read.
//
// It fails with CodeOldSheet, CodeLockedSheet, CodeNotSheet and CodeTooLarge.
func Tables(data []byte) (tables []Table, err error) {
	if err := refused(data); err != nil {
		return nil, err
	}
	defer func() { // a file can be broken in ways that its reader does not expect
		if r := recover(); r != nil {
			tables, err = nil, &app.Problem{Code: app.CodeNotSheet, Err: fmt.Errorf("%v", r)}
		}
	}()
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{
		RawCellValue: true, UnzipSizeLimit: maxUnpacked, UnzipXMLSizeLimit: maxUnpacked})
	if err != nil && strings.Contains(err.Error(), "unzip size") {
		return nil, &app.Problem{Code: app.CodeTooLarge, Where: fmt.Sprintf("%d MB", maxUnpacked>>20), Err: err}
	}
	if err != nil {
		return nil, &app.Problem{Code: app.CodeNotSheet, Err: err}
	}
	if err := sound(f); err != nil {
		return nil, err
	}
	names := f.GetSheetList()
	if len(names) > maxSheets {
		names = names[:maxSheets]
	}
	slices.SortStableFunc(names, func(a, b string) int { return hidden(f, a) - hidden(f, b) })
	props, err := f.GetWorkbookProps()
	if err != nil {
		return nil, &app.Problem{Code: app.CodeNotSheet, Err: err}
	}
	book := book{file: f, since1904: props.Date1904 != nil && *props.Date1904, formats: map[int]format{}}
	for _, name := range names {
		tables = append(tables, book.table(name))
	}
	return tables, nil
}

// sound refuses a file whose sheets are cut off or damaged: its reader would take
// what comes before the damage for all there is.
func sound(f *excelize.File) (err error) {
	f.Pkg.Range(func(name, part any) bool {
		path := strings.ToLower(name.(string))
		data, ok := part.([]byte)
		if !ok || !strings.HasPrefix(path, "xl/worksheets/") && path != "xl/sharedstrings.xml" {
			return true
		}
		d := xml.NewDecoder(bytes.NewReader(data))
		d.CharsetReader = f.CharsetReader
		for {
			_, fault := d.Token()
			if fault == io.EOF {
				break
			}
			if fault != nil {
				err = &app.Problem{Code: app.CodeNotSheet, Where: name.(string), Err: fault}
				return false
			}
		}
		return true
	})
	return err
}

func hidden(f *excelize.File, sheet string) int {
	if visible, err := f.GetSheetVisible(sheet); err == nil && visible {
		return 0
	}
	return 1
}

// refused tells the files that people take for workbooks.
func refused(data []byte) error {
	head := data[:min(len(data), 4096)]
	fault := func(c app.Code, what string) error {
		return &app.Problem{Code: c, Err: errors.New("looks like " + what)}
	}
	switch {
	case bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0")) && bytes.Contains(data, []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00")):
		return fault(app.CodeLockedSheet, "an encrypted workbook")
	case bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0")):
		return fault(app.CodeOldSheet, "XLS")
	case bytes.Contains(head, []byte("application/vnd.oasis.opendocument.spreadsheet")):
		return fault(app.CodeOldSheet, "ODS")
	case !bytes.HasPrefix(data, []byte("PK\x03\x04")):
		return fault(app.CodeNotSheet, "no workbook")
	}
	return nil
}

// book is a workbook that is read.
type book struct {
	file      *excelize.File
	since1904 bool
	formats   map[int]format // by style
}

// table reads a sheet, first how large it is.
func (b *book) table(name string) Table {
	t := Table{Name: name, Lang: "sv"} // as cell writes them
	if t.Err = b.bounded(name); t.Err != nil {
		return t
	}
	rows, err := b.file.GetRows(name)
	if err != nil {
		t.Err = &app.Problem{Code: app.CodeNotSheet, Where: name, Err: err}
		return t
	}
	for i, row := range rows {
		for j, s := range row {
			if s != "" {
				row[j] = b.cell(name, Cell(i, j), s)
			}
		}
	}
	t.Rows = b.merged(name, rows)
	return t
}

// bounded refuses a sheet that is too large before it is read whole.
func (b *book) bounded(name string) error {
	rows, err := b.file.Rows(name)
	if err != nil {
		return &app.Problem{Code: app.CodeNotSheet, Where: name, Err: err}
	}
	defer rows.Close()
	for i := 0; rows.Next(); i++ {
		if i >= 1<<16 {
			return &app.Problem{Code: app.CodeTooManyRows, What: fmt.Sprint(MaxRows), Where: where(name, Cell(i, 0))}
		}
		cells, err := rows.Columns()
		if err != nil {
			return &app.Problem{Code: app.CodeNotSheet, Where: where(name, Cell(i, 0)), Err: err}
		}
		switch n := len(cells); {
		case blank(cells) && n <= maxColumns:
		case i >= MaxRows:
			return &app.Problem{Code: app.CodeTooManyRows, What: fmt.Sprint(MaxRows), Where: where(name, Cell(i, 0))}
		case n > maxColumns:
			return &app.Problem{Code: app.CodeTooLarge, Where: where(name, Cell(i, maxColumns))}
		}
	}
	return rows.Error()
}

// merged writes the words of cells that are merged downwards in each of their
// rows. Figures stay in the first: they would count more than once.
func (b *book) merged(name string, rows [][]string) [][]string {
	merges, err := b.file.GetMergeCells(name)
	if err != nil {
		return rows
	}
	for _, m := range merges {
		x, y, err1 := excelize.CellNameToCoordinates(m.GetStartAxis())
		x2, y2, err2 := excelize.CellNameToCoordinates(m.GetEndAxis())
		if err1 != nil || err2 != nil || x != x2 || y > len(rows) || x > len(rows[y-1]) {
			continue
		}
		s := rows[y-1][x-1]
		if _, err := app.ParseMoney(s); err == nil {
			continue
		}
		for i := y; i < min(y2, len(rows)); i++ {
			for len(rows[i]) < x {
				rows[i] = append(rows[i], "")
			}
			rows[i][x-1] = s
		}
	}
	return rows
}
