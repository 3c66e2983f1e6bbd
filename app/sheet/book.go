package sheet

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"yttra/app"
)

// cell is what is written in a cell: a value, or a formula with the value it has.
type cell struct {
	value   any // string, int, float64 of kronor or nil
	formula string
	look    look
}

// page is a sheet that is being written.
type page struct {
	name   string
	rows   [][]cell
	widths []float64
	frozen string // the first cell that moves: C2
	print  int    // columns that are printed
	lists  []choiceList
}

// choiceList gives the cells of a column a list to choose from.
type choiceList struct {
	cells string // A2:A40
	from  string // the cells with the words
}

// row adds a row and gives its number, from 1.
func (p *page) row(cells ...cell) int {
	p.rows = append(p.rows, cells)
	return len(p.rows)
}

// text is a cell with words; without any it is empty.
func text(s string) cell { return lettered(s, plainLook) }

func lettered(s string, l look) cell {
	if s == "" {
		return cell{}
	}
	return cell{value: s, look: l}
}

func head(s string) cell  { return cell{value: s, look: headLook} }
func title(s string) cell { return cell{value: s, look: titleLook} }
func note(s string) cell  { return cell{value: s, look: noteLook} }

// money is an amount that was written; sum one that a formula reckons.
func money(m app.Money) cell                    { return cell{value: inKronor(m), look: moneyLook} }
func reckoned(formula string, m app.Money) cell { return cell{inKronor(m), formula, moneyLook} }
func summed(formula string, m app.Money) cell   { return cell{inKronor(m), formula, sumLook} }

// inKronor is an amount as spreadsheets hold it. Fifteen digits are exact.
func inKronor(m app.Money) float64 { return float64(m) / 100 }

// look is how a cell is shown.
type look int

const (
	plainLook look = iota
	headLook
	titleLook
	noteLook
	moneyLook
	sumLook
	sumTextLook
	quantityLook
	percentLook
	yearLook
	unreadLook
	wrapLook
)

// looks are made in this order, so that the same estimate gives the same file.
var looks = []excelize.Style{
	headLook: {Font: &excelize.Font{Bold: true}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E3E8EF"}},
		Border: []excelize.Border{{Type: "bottom", Style: 1, Color: "44546A"}}, Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}},
	titleLook:    {Font: &excelize.Font{Bold: true, Size: 13}},
	noteLook:     {Font: &excelize.Font{Color: "5A6472"}, NumFmt: 0},
	moneyLook:    {NumFmt: 4},
	sumLook:      {NumFmt: 4, Font: &excelize.Font{Bold: true}, Border: []excelize.Border{{Type: "top", Style: 1, Color: "44546A"}}},
	sumTextLook:  {Font: &excelize.Font{Bold: true}, Border: []excelize.Border{{Type: "top", Style: 1, Color: "44546A"}}},
	quantityLook: {CustomNumFmt: &quantityFormat},
	percentLook:  {NumFmt: 10},
	yearLook:     {NumFmt: 1, Alignment: &excelize.Alignment{Horizontal: "right"}},
	unreadLook:   {Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"FBE3E0"}}, Font: &excelize.Font{Color: "9C1C12"}},
	wrapLook:     {Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}},
}

var quantityFormat = "#,##0.###"

// packed writes pages as a workbook: the same bytes for the same pages.
func packed(pages []*page, props excelize.DocProperties, pageOf string) ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	styles := make([]int, len(looks))
	for i := range looks {
		if look(i) == plainLook {
			continue
		}
		id, err := f.NewStyle(&looks[i])
		if err != nil {
			return nil, fmt.Errorf("make style %d: %w", i, err)
		}
		styles[i] = id
	}
	for i, p := range pages {
		var err error
		if i == 0 {
			err = f.SetSheetName("Sheet1", p.name)
		} else {
			_, err = f.NewSheet(p.name)
		}
		if err != nil {
			return nil, fmt.Errorf("make sheet %s: %w", p.name, err)
		}
	}
	for _, p := range pages {
		if err := p.write(f, styles, pageOf); err != nil {
			return nil, fmt.Errorf("write sheet %s: %w", p.name, err)
		}
	}
	if err := f.SetDocProps(&props); err != nil {
		return nil, fmt.Errorf("write properties: %w", err)
	}
	f.SetZipWriter(func(w io.Writer) excelize.ZipWriter {
		return &sortedZip{to: zip.NewWriter(w), parts: map[string]*bytes.Buffer{}}
	})
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		return nil, fmt.Errorf("write workbook: %w", err)
	}
	return out.Bytes(), nil
}

// write writes a page: set up for a landscape paper of A4, as wide as the paper,
// with its heads on every page.
func (p *page) write(f *excelize.File, styles []int, pageOf string) error {
	size, landscape, wide, high, fit := 9, "landscape", 1, 0, true
	if err := f.SetPageLayout(p.name, &excelize.PageLayoutOptions{Size: &size, Orientation: &landscape, FitToWidth: &wide, FitToHeight: &high}); err != nil {
		return err
	}
	if err := f.SetSheetProps(p.name, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	if err := f.SetHeaderFooter(p.name, &excelize.HeaderFooterOptions{OddHeader: "&L&A", OddFooter: "&R" + pageOf}); err != nil {
		return err
	}
	for _, l := range p.lists {
		v := excelize.NewDataValidation(true)
		v.SetSqref(l.cells)
		v.SetSqrefDropList(l.from)
		v.ShowErrorMessage = false // other words are kept, and marked when they are read
		if err := f.AddDataValidation(p.name, v); err != nil {
			return err
		}
	}
	if err := p.names(f); err != nil {
		return err
	}
	w, err := f.NewStreamWriter(p.name)
	if err != nil {
		return err
	}
	if x, y, err := excelize.CellNameToCoordinates(p.frozen); err == nil {
		active := map[[2]bool]string{{true, true}: "bottomRight", {true, false}: "topRight", {false, true}: "bottomLeft"}[[2]bool{x > 1, y > 1}]
		if err := w.SetPanes(&excelize.Panes{Freeze: true, XSplit: x - 1, YSplit: y - 1, TopLeftCell: p.frozen, ActivePane: active}); err != nil {
			return err
		}
	}
	for i, width := range slices.Backward(p.widths) { // each is written before those there are, and they must rise
		if err := w.SetColWidth(i+1, i+1, width); err != nil {
			return err
		}
	}
	for i, row := range p.rows {
		values := make([]any, len(row))
		for j, c := range row {
			if c != (cell{}) {
				values[j] = excelize.Cell{StyleID: styles[c.look], Formula: c.formula, Value: c.value}
			}
		}
		if err := w.SetRow("A"+strconv.Itoa(i+1), values); err != nil {
			return err
		}
	}
	return w.Flush()
}

// names tells what is printed of a page, and what is repeated.
func (p *page) names(f *excelize.File) error {
	if p.print == 0 || len(p.rows) == 0 {
		return nil
	}
	name := quotedSheet(p.name)
	area := fmt.Sprintf("%s!$A$1:$%s$%d", name, letters(p.print-1), len(p.rows))
	if err := f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", RefersTo: area, Scope: p.name}); err != nil {
		return err
	}
	x, y, err := excelize.CellNameToCoordinates(p.frozen)
	if err != nil {
		return nil // nothing is repeated
	}
	var again []string
	if x > 1 {
		again = append(again, fmt.Sprintf("%s!$A:$%s", name, letters(x-2)))
	}
	if y > 1 {
		again = append(again, fmt.Sprintf("%s!$1:$%d", name, y-1))
	}
	return f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: strings.Join(again, ","), Scope: p.name})
}

// quotedSheet is a sheet's name as formulas have it.
func quotedSheet(name string) string { return "'" + strings.ReplaceAll(name, "'", "''") + "'" }

// letters name a column, counted from 0.
func letters(column int) string { return strings.TrimRight(Cell(0, column), "1") }

// sortedZip packs the parts of a workbook by name: which of them come first in the
// library's own order is left to chance.
type sortedZip struct {
	to    *zip.Writer
	parts map[string]*bytes.Buffer
}

func (z *sortedZip) Create(name string) (io.Writer, error) {
	b := new(bytes.Buffer)
	z.parts[name] = b
	return b, nil
}

func (z *sortedZip) Close() error {
	names := slices.Sorted(maps.Keys(z.parts))
	for _, name := range names {
		w, err := z.to.Create(name)
		if err != nil {
			return err
		}
		if _, err := w.Write(z.parts[name].Bytes()); err != nil {
			return err
		}
	}
	return z.to.Close()
}

// AddFS is no part of what is written here.
func (z *sortedZip) AddFS(fs.FS) error { return errors.ErrUnsupported }
