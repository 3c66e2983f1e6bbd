package costs

import (
	"fmt"
	"slices"
	"strings"

	"yttra/app"
	"yttra/app/sheet"
	"yttra/i18n"
)

// Copy gives the cells that are chosen as they would be typed: tabs part cells,
// newlines rows. Thousands are not parted, so that any program reads the figures.
func (m *Model) Copy() string {
	b := m.Block()
	var out []string
	for row := b.From; row <= b.To; row++ {
		if row > b.From && !m.has(row) {
			break
		}
		var cells []string
		for _, c := range b.Columns {
			cells = append(cells, quoted(m.plain(At{row, c})))
		}
		out = append(out, strings.Join(cells, "\t"))
	}
	return strings.Join(out, "\n")
}

// quoted puts quotes around a cell that would else be read as several.
func quoted(s string) string {
	if strings.ContainsAny(s, "\t\n\r\"") {
		return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
	}
	return strings.ReplaceAll(s, "\u2212", "-")
}

// Told is what came of a paste or an import: a sentence, and what found no place.
type Told struct {
	Text  string
	Loose []string
}

// Told is what there is to tell; nil: nothing.
func (m *Model) Told() *Told { return m.told }

// Heard takes away what has been told.
func (m *Model) Heard() { m.told = nil }

// Paste lays a table from elsewhere over the grid from the first of the cells that
// are chosen on. Rows that are not there are made; what cannot be read is shown and
// marked. One cell is laid in all that are chosen. A table with heads is added
// after the lines there are, whatever order its columns have. It is one step to
// undo. A table that is too long is refused whole, with CodeTooManyRows.
func (m *Model) Paste(text string) error {
	if !m.Open() {
		return nil
	}
	cells, n := pasted(text, m.room())
	switch {
	case n > len(cells):
		return m.tooMany(n)
	case n == 0:
		return nil
	case n == 1 && len(cells[0]) == 1 && m.Many():
		b := m.Block()
		m.lay(b.From, b.Columns, spread(cells[0][0], b, m.Len()))
		return nil
	case m.tab == Lines && n > 1:
		if done, err := m.named(cells); done || err != nil {
			return err
		}
	}
	b := m.Block()
	m.lay(b.From, m.columns()[m.place(b.Columns[0]):], cells)
	return nil
}

// tooMany says that none of so many rows were taken.
func (m *Model) tooMany(n int) error {
	return &app.Problem{Code: app.CodeTooManyRows, What: m.words.Int(sheet.MaxRows), Where: m.words.N("costs.none_taken", n)}
}

// room is how many rows can be pasted from the active cell on.
func (m *Model) room() int { return max(0, sheet.MaxRows-m.Block().From) }

// named adds the lines of a table with heads; done is false when it has none.
func (m *Model) named(cells [][]string) (done bool, err error) {
	r, err := sheet.NewReader(m.words.Lang())
	if err != nil {
		return false, fmt.Errorf("paste: %w", err)
	}
	lines, err := r.Lines(sheet.Table{Rows: cells}, m.here().FirstYear)
	if err != nil || lines.Heads == 0 {
		return false, nil // it is laid cell by cell
	}
	return true, m.take(lines)
}

// take adds lines after those there are, and tells what found no place.
func (m *Model) take(lines sheet.Lines) error {
	if n := m.size(Lines) + len(lines.Lines); n > sheet.MaxRows {
		return m.tooMany(len(lines.Lines))
	}
	row := m.Len()
	m.edit(func(e *app.Estimate) {
		m.begin(e)
		if e.FirstYear == 0 {
			e.FirstYear = lines.FirstYear
		}
		e.Lines = append(slices.Clone(e.Lines), lines.Lines...)
	})
	m.Go(At{row, WhatColumn})
	m.told = &Told{Text: m.words.N("costs.added", len(lines.Lines))}
	for _, l := range lines.Loose {
		m.told.Loose = append(m.told.Loose, m.words.T("costs.loose."+string(l.Why), i18n.Vars{"Cell": l.Cell, "Text": l.Text}))
	}
	if n := len(lines.Loose); n > 0 {
		m.told.Text += " " + m.words.N("costs.loose_cells", n)
	}
	return nil
}

// spread is one cell in all of a block, without the empty row after the last.
func spread(s string, b Block, n int) [][]string {
	var out [][]string
	for row := b.From; row <= max(b.From, min(b.To, n-1)); row++ {
		line := make([]string, len(b.Columns))
		for i := range line {
			line[i] = s
		}
		out = append(out, line)
	}
	return out
}

// pasted reads what a spreadsheet puts on the clipboard: a cell with a tab, a
// newline or a quote in it stands in quotes. It gives at most so many rows, and
// counts them all.
func pasted(text string, most int) (cells [][]string, n int) {
	text = strings.TrimRight(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	for ; text != ""; n++ {
		var row []string
		var cell string
		for more := true; more; {
			cell, text, more = nextCell(text)
			if n < most {
				row = append(row, cell)
			}
		}
		if n < most {
			cells = append(cells, row)
		}
	}
	return cells, n
}

// nextCell takes a cell and what parts it from the next; more tells that the next
// is in the same row.
func nextCell(s string) (cell, rest string, more bool) {
	if strings.HasPrefix(s, `"`) {
		if cell, rest, ok := quotedCell(s[1:]); ok {
			switch {
			case strings.HasPrefix(rest, "\t"):
				return cell, rest[1:], true
			case rest == "" || rest[0] == '\n':
				return cell, strings.TrimPrefix(rest, "\n"), false
			}
		}
	}
	i := strings.IndexAny(s, "\t\n")
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+1:], s[i] == '\t'
}

// quotedCell reads to the quote that ends a cell; two of them are one.
func quotedCell(s string) (cell, rest string, ok bool) {
	var b strings.Builder
	for {
		i := strings.IndexByte(s, '"')
		if i < 0 {
			return "", "", false
		}
		b.WriteString(s[:i])
		if !strings.HasPrefix(s[i+1:], `"`) {
			return b.String(), s[i+1:], true
		}
		b.WriteByte('"')
		s = s[i+2:]
	}
}
