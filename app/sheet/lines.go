package sheet

import (
	"fmt"
	"strconv"
	"strings"

	"yttra/app"
)

// MaxRows bounds a table, in rows: more is refused whole, so that nobody gets a part
// and thinks it is all.
const MaxRows = 5000

// Table is cells by row, as they stand in a sheet or in what was copied.
type Table struct {
	Name string // of the sheet; empty when there is only one
	Rows [][]string
	Lang string // how its numbers are written, "sv" or "en"; empty: in the reader's language
	Err  error  // why it could not be read; nil when it could
}

// Lines is what a table says.
type Lines struct {
	Lines     []app.CostLine
	Ways      []string // the alternative each line belongs to; empty: the proposal
	Rows      []int    // of the table, the first is 1: where each line stands
	Heads     int      // the row with the heads
	FirstYear int      // calendar year of year 1: as it was given, or the earliest one in the table
	Loose     []Loose
}

// Loose is something in a table that has no place in a line.
type Loose struct {
	Cell string // as a spreadsheet names it: B7; after another sheet's name where it stands there
	Text string // what stands there
	Why  Why
}

// Place names the cell with the sheet that was read, unless it stands in another.
func (l Loose) Place(sheet string) string {
	if strings.Contains(l.Cell, ", ") {
		return l.Cell
	}
	return where(sheet, l.Cell)
}

// Why says why something has no place in a line.
type Why string

const (
	Above    Why = "above"     // it stands before the heads
	NoHead   Why = "no_head"   // its column has no head that is known
	SumRow   Why = "sum_row"   // a sum: the house makes its own
	OnlyText Why = "only_text" // a heading, or a remark, between the rows
	NotEqual Why = "not_equal" // an amount that is not quantity times price
	ManyYear Why = "many_year" // the sum of several years: a price a year is needed
	NotRead  Why = "not_read"  // a term of the whole estimate that cannot be read
	Uneven   Why = "uneven"    // a quantity that does not divide the amount: the amount is taken as one
)

// Cell names a cell as a spreadsheet does; row and column are counted from 0.
func Cell(row, column int) string {
	name := ""
	for column++; column > 0; column = (column - 1) / 26 {
		name = string(rune('A'+(column-1)%26)) + name
	}
	return name + strconv.Itoa(row+1)
}

// Lines reads a table. Its heads may stand in any order and language, and not in
// the first row; without heads the columns stand as in Order, and the first is to
// hold a kind of cost. First is the calendar year of year 1, 0 when it is not known.
//
// It fails with CodeTooManyRows, CodeNoHeads and CodeEmpty.
func (r *Reader) Lines(t Table, first int) (Lines, error) { return r.lines(t, first, false) }

// lines reads a table; one that the house has written has sums of its own.
func (r *Reader) lines(t Table, first int, own bool) (Lines, error) {
	if t.Err != nil {
		return Lines{}, t.Err
	}
	if len(t.Rows) > MaxRows {
		return Lines{}, &app.Problem{Code: app.CodeTooManyRows, What: fmt.Sprint(MaxRows), Where: where(t.Name, Cell(MaxRows, 0))}
	}
	columns, head, err := r.columns(t)
	if err != nil {
		return Lines{}, err
	}
	in := *r
	if t.Lang != "" {
		in.English = t.Lang == "en"
	}
	m := mapping{reader: &in, columns: columns, own: own, out: Lines{Heads: head + 1, FirstYear: first}}
	if first == 0 {
		m.out.FirstYear = firstYear(t.Rows[head+1:], columns)
	}
	for i, row := range t.Rows {
		switch again, ok := r.headRow(row); {
		case i < head:
			m.loose(i, row, Above)
		case i == head:
			m.unknownHeads(i, row)
		case ok: // a table under the table
			m.columns = again
			m.unknownHeads(i, row)
		default:
			m.row(i, row)
		}
	}
	if len(m.out.Lines) == 0 {
		return m.out, &app.Problem{Code: app.CodeEmpty, Where: t.Name}
	}
	return m.out, nil
}

func where(sheet, cell string) string {
	if sheet == "" {
		return cell
	}
	return sheet + ", " + cell
}

// columns finds the heads; head is -1 when the columns stand as the house has them.
func (r *Reader) columns(t Table) (columns []column, head int, err error) {
	for i, row := range t.Rows {
		if columns, ok := r.headRow(row); ok {
			return columns, i, nil
		}
	}
	for _, f := range Order {
		columns = append(columns, column{field: f})
	}
	empty := true
	for _, row := range t.Rows {
		empty = empty && blank(row)
		if len(row) > 0 {
			if _, ok := r.kinds.find(row[0]); ok {
				return columns, -1, nil
			}
		}
	}
	if empty {
		return nil, 0, &app.Problem{Code: app.CodeEmpty, Where: t.Name}
	}
	return nil, 0, &app.Problem{Code: app.CodeNoHeads, Where: where(t.Name, Cell(0, 0))}
}

func blank(row []string) bool {
	for _, s := range row {
		if strings.TrimSpace(s) != "" {
			return false
		}
	}
	return true
}

// firstYear is the earliest calendar year in the columns with years.
func firstYear(rows [][]string, columns []column) int {
	first := 0
	for _, c := range columns {
		if c.year > 0 && (first == 0 || c.year < first) {
			first = c.year
		}
	}
	for _, row := range rows {
		for i, s := range row {
			if i >= len(columns) || columns[i].field != Years && columns[i].field != From {
				continue
			}
			if n := earliest(s); n > 0 && (first == 0 || n < first) {
				first = n
			}
		}
	}
	return first
}
