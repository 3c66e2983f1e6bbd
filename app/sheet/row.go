package sheet

import (
	"strconv"
	"strings"

	"yttra/app"
)

// mapping is a table on its way to lines.
type mapping struct {
	reader  *Reader
	columns []column
	own     bool // the house has written it: its sums are formulas, and are not read
	out     Lines
}

// loose reports the cells of a row that have something in them.
func (m *mapping) loose(i int, row []string, why Why) {
	for j, s := range row {
		m.tell(i, j, s, why)
	}
}

func (m *mapping) tell(i, j int, s string, why Why) {
	if s = strings.TrimSpace(s); s != "" {
		m.out.Loose = append(m.out.Loose, Loose{Cell(i, j), s, why})
	}
}

func (m *mapping) unknownHeads(i int, row []string) {
	for j, s := range row {
		if m.columns[j].field == NoField {
			m.tell(i, j, s, NoHead)
		}
	}
}

// row makes a line of a row, or tells why it is none.
func (m *mapping) row(i int, cells []string) {
	at, inYears := map[Field]int{}, []int(nil) // where the fields stand in this row
	for j, s := range cells {
		f := m.field(j)
		if s = strings.TrimSpace(s); s == "" || f == Remark || f.derived() {
			continue
		}
		if f == InYear {
			inYears = append(inYears, j)
			continue
		}
		if f == NoField {
			m.tell(i, j, s, NoHead)
			continue
		}
		if _, err := strconv.Atoi(s); f == Number && err != nil {
			m.tell(i, j, s, NoHead)
			continue
		}
		at[f] = j
	}
	cell := func(f Field) string {
		if j, ok := at[f]; ok {
			return strings.TrimSpace(cells[j])
		}
		return ""
	}
	switch {
	case len(at) == 0 && len(inYears) == 0 && m.remarks(cells) == "":
		return
	case m.isSum(at, cell):
		if !m.own {
			m.named(i, cells, SumRow)
		}
		return
	case len(inYears) == 0 && !m.isLine(at, cell):
		m.named(i, cells, OnlyText)
		return
	}
	l := app.CostLine{Quantity: app.Units(1)}
	for _, f := range []Field{Kind, What, Quantity, Price, Source, VAT, Index, Lifetime, Own, CallOff, Open} {
		if s := cell(f); s != "" {
			l = m.reader.Put(l, f, m.inUnit(at[f], s), m.out.FirstYear)
		}
	}
	l = m.years(l, cell)
	if !m.own && (len(inYears) == 0 || cell(Price) != "") {
		l = m.total(i, l, at, cells, Likely)
		l = m.total(i, l, at, cells, Total)
	}
	l = m.ends(l, at, cell)
	if l.Price != 0 && l.VAT == 0 && cell(VAT) == "" && m.priceHasVAT(at) {
		l.VAT = app.VATRates[0]
	}
	if s := m.remarks(cells); s != "" {
		l.What = strings.TrimPrefix(l.What+", "+s, ", ")
	}
	way := cell(Way)
	if m.reader.proposal[key(way)] {
		way = ""
	}
	for _, l := range m.byYear(i, l, at, inYears, cells) {
		m.out.Lines = append(m.out.Lines, l)
		m.out.Ways = append(m.out.Ways, way)
		m.out.Rows = append(m.out.Rows, i+1)
	}
}

func (m *mapping) field(j int) Field {
	if j < len(m.columns) {
		return m.columns[j].field
	}
	return NoField
}

// named reports a row but for what has been told already.
func (m *mapping) named(i int, cells []string, why Why) {
	for j, s := range cells {
		if f := m.field(j); f != NoField && !f.derived() {
			m.tell(i, j, s, why)
		}
	}
}

// isSum tells whether a row is a sum of others: it has no kind, and its first
// words are those of a sum.
func (m *mapping) isSum(at map[Field]int, cell func(Field) string) bool {
	_, kind := m.reader.kinds.find(cell(Kind))
	if kind {
		return false
	}
	for _, f := range []Field{Kind, What, Number} {
		for _, word := range strings.Fields(cell(f)) {
			return m.reader.sums[key(word)]
		}
	}
	return false
}

// isLine tells whether a row has more than words and a number of its own.
func (m *mapping) isLine(at map[Field]int, cell func(Field) string) bool {
	for f := range at {
		switch f {
		case What, Number, Way, Source:
		case Kind:
			if _, known := m.reader.kinds.find(cell(Kind)); known {
				return true
			}
		default:
			return true
		}
	}
	return false
}

// remarks are the words of a row that are put after those of the line.
func (m *mapping) remarks(cells []string) string {
	var out []string
	for j, s := range cells {
		if s = strings.TrimSpace(s); s != "" && m.field(j) == Remark {
			out = append(out, s)
		}
	}
	return strings.Join(out, ", ")
}

// inUnit writes the unit of a column with an amount that has none.
func (m *mapping) inUnit(j int, s string) string {
	c := m.columns[j]
	if c.unit == "" || !c.field.amount() {
		return s
	}
	n := s
	if m.reader.English {
		n = English(s)
	}
	_, money := app.ParseMoney(n)
	_, thousandths := app.ParseQuantity(n) // 12,345 tkr
	if money != nil && thousandths != nil {
		return s
	}
	return s + " " + c.unit
}

func (m *mapping) priceHasVAT(at map[Field]int) bool {
	for _, f := range []Field{Price, Likely, Total} {
		if j, ok := at[f]; ok {
			return m.columns[j].vat
		}
	}
	return false
}

// years reads years in one cell or two.
func (m *mapping) years(l app.CostLine, cell func(Field) string) app.CostLine {
	s, from, to := cell(Years), cell(From), cell(To)
	switch {
	case s == "" && to == "":
		s = from
	case s == "" && from == "":
		s = to
	case s == "":
		s = from + "–" + to
	}
	if s == "" {
		return l
	}
	return m.reader.Put(l, Years, s, m.out.FirstYear)
}

// ends reads the range. When both ends stand in the row none is made from the
// likely amount.
func (m *mapping) ends(l app.CostLine, at map[Field]int, cell func(Field) string) app.CostLine {
	low, high := cell(Low), cell(High)
	if low != "" {
		l = m.reader.Put(l, Low, m.inUnit(at[Low], low), 0)
	}
	if high == "" {
		return l
	}
	given := l.Low
	l = m.reader.Put(l, High, m.inUnit(at[High], high), 0)
	if low != "" {
		l.Low = given
	}
	if _, unread := l.Unread[string(High)]; unread {
		l.High = 0
	}
	return l
}
