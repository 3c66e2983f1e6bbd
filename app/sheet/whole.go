package sheet

import (
	"slices"
	"strings"

	"yttra/app"
	"yttra/app/cost"
)

// whole reads a workbook of the house: everything an estimate has. What is computed
// in it is not read. own is false for other workbooks, and for one whose terms
// somebody has taken away.
func (r *Reader) whole(tables []Table) (f File, own bool, err error) {
	terms := slices.IndexFunc(tables, func(t Table) bool { return r.hasFormat(t) })
	if terms < 0 {
		return File{}, false, nil
	}
	b := &wholeReader{Reader: r, tables: tables, e: &app.Estimate{}}
	b.readTerms(tables[terms])
	for i, name := range append([]string{""}, b.sheets...) {
		lines, err := b.linesOf(i, name)
		if err != nil {
			return File{}, true, err
		}
		if i == 0 {
			b.e.Lines, f.Lines, f.Sheet = lines.Lines, lines, b.lineSheet
		} else {
			b.e.Alternatives[i-1].Lines = lines.Lines
			b.loose = append(b.loose, lines.Loose...)
			f.Lines.Lines = append(f.Lines.Lines, lines.Lines...)
			f.Rows = append(f.Rows, lines.Rows...)
		}
		for range lines.Lines {
			f.Ways = append(f.Ways, b.e.View(i).Name)
		}
	}
	for _, page := range []struct {
		word string
		read func(Table)
	}{{"page_spent", b.readSpent}, {"page_funding", b.readFunding}, {"page_purchase", b.readPurchase}} {
		if t, found := b.named(page.word); found {
			page.read(t)
		}
	}
	f.Ways = f.Ways[len(f.Ways)-len(f.Lines.Lines):]
	f.FirstYear, f.Loose, f.Whole = b.e.FirstYear, append(f.Loose, b.loose...), b.e
	return f, true, nil
}

// hasFormat finds the mark of the house on a sheet.
func (r *Reader) hasFormat(t Table) bool {
	return slices.ContainsFunc(t.Rows, func(row []string) bool {
		return len(row) > 1 && r.terms[key(row[0])] == "format" && strings.TrimSpace(row[1]) == Format
	})
}

// wholeReader reads the sheets of a workbook of the house.
type wholeReader struct {
	*Reader
	tables    []Table
	e         *app.Estimate
	sheets    []string // with the lines of each alternative
	lineSheet string
	loose     []Loose
}

// named finds a sheet by the house's word for it, in any language.
func (b *wholeReader) named(word string) (Table, bool) {
	for _, t := range b.tables {
		if b.book[key(t.Name)][word] && t.Err == nil {
			return t, true
		}
	}
	return Table{}, false
}

// linesOf reads the lines of a way. That there are none is no fault.
func (b *wholeReader) linesOf(way int, name string) (Lines, error) {
	t, found := b.named("page_lines")
	if way > 0 {
		i := slices.IndexFunc(b.tables, func(t Table) bool { return t.Name == name })
		if found = i >= 0; found {
			t = b.tables[i]
		}
	}
	if !found {
		return Lines{}, &app.Problem{Code: app.CodeNoHeads, Where: name}
	}
	if way == 0 {
		b.lineSheet = t.Name
	}
	lines, err := b.lines(t, b.first(), true)
	if app.CodeOf(err) == app.CodeEmpty {
		err = nil
	}
	return lines, err
}

// first is the calendar year of year 1, 0 when it is not known or cannot be.
func (b *wholeReader) first() int {
	if n := b.e.FirstYear; n >= cost.EarliestYear && n <= cost.LatestYear {
		return n
	}
	return 0
}

// readTerms reads the terms, and the alternatives under them.
func (b *wholeReader) readTerms(t Table) {
	ways := false
	for i, row := range t.Rows {
		a := at(row, 0)
		switch term := b.terms[key(a)]; {
		case b.book[key(a)]["way"] && b.book[key(at(row, 3))]["sheet"]:
			ways = true
		case ways && a != "":
			b.readWay(t, i, row)
		case term != "" && at(row, 1) != "" && !b.setTerm(term, at(row, 1)):
			b.tell(t, i, 1, at(row, 1))
		}
	}
}

func (b *wholeReader) readWay(t Table, i int, row []string) {
	a := app.Alternative{Name: at(row, 0)}
	role, known := b.roles.find(at(row, 1))
	if a.Role = app.WayRole(role); !known && at(row, 1) != "" {
		b.tell(t, i, 1, at(row, 1))
	}
	units, whole := wholeOf(at(row, 2))
	if a.Units = units; !whole {
		b.tell(t, i, 2, at(row, 2))
	}
	b.e.Alternatives = append(b.e.Alternatives, a)
	b.sheets = append(b.sheets, at(row, 3))
}

// at is a cell of a row, empty beyond its end.
func at(row []string, column int) string {
	if column >= len(row) {
		return ""
	}
	return strings.TrimSpace(row[column])
}

// tell reports what cannot be read where a line of its own cannot keep it.
func (b *wholeReader) tell(t Table, i, j int, s string) {
	b.loose = append(b.loose, Loose{where(t.Name, Cell(i, j)), s, NotRead})
}

// wholeOf reads a whole number; nothing is none.
func wholeOf(s string) (int64, bool) {
	q, ok := QuantityOf(s)
	return int64(q) / 1000, ok && q%1000 == 0
}

// setTerm takes the value of a term; ok is false when it cannot be read.
func (b *wholeReader) setTerm(term, s string) (ok bool) {
	e, n := b.e, int64(0)
	ok = true
	switch term {
	case "name":
		e.Name = s
	case "first_year":
		n, ok = wholeOf(s)
		e.FirstYear = int(n)
	case "years":
		n, ok = wholeOf(s)
		e.Years = int(n)
	case "real_rate":
		e.RealRate, ok = PercentOf(s)
	case "inflation":
		e.Inflation, ok = PercentOf(s)
	case "units":
		e.Units, ok = wholeOf(s)
	case "unit_name":
		e.UnitName = s
	case "financing":
		e.Financing = s
	case "pilot":
		e.Pilot, ok = b.truth(s)
	case "letter":
		e.Purchase.Letter, ok = b.truth(s)
	case "law":
		e.Law = app.ProcurementLaw(s)
		ok = e.Law == app.LOU || e.Law == app.LUF
	case "subject":
		var code string
		code, ok = b.subjects.find(s)
		e.Subject = app.ProcurementSubject(code)
	case "start":
		e.Start = app.Date(s)
		ok = e.Start.Valid()
	case "needed":
		e.Purchase.Needed = app.Date(s)
		ok = e.Purchase.Needed.Valid()
	case "done":
		e.Done = strings.Split(s, ", ")
	}
	return ok
}
