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
	cells := sheet.Pasted(text).Rows
	switch n := len(cells); {
	case n > m.room():
		return m.tooMany(max(n, 1+strings.Count(strings.TrimRight(text, "\r\n"), "\n")))
	case strings.TrimSpace(text) == "":
		return nil
	case n == 1 && len(cells[0]) == 1 && m.Many():
		b := m.Block()
		m.lay(b.From, b.Columns, spread(cells[0][0], b, m.Len()))
		return nil
	case m.tab == Lines && n > 1:
		if done, err := m.named(cells); done || err != nil {
			return err
		}
	case n > 1:
		if done := m.headed(cells); done {
			return nil
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
	if err := m.take(lines, false); err != nil {
		return false, err
	}
	m.report(lines, "")
	return true, nil
}

// headed adds the rows of a table with heads to another table than the lines; done
// is false when its first row is none.
func (m *Model) headed(cells [][]string) (done bool) {
	columns, unknown := m.headRow(cells[0])
	if len(columns) < 2 {
		return false
	}
	var rows [][]string
	var shown []Column
	for _, c := range columns {
		shown = append(shown, c)
	}
	slices.Sort(shown)
	for _, line := range cells[1:] {
		row := make([]string, len(shown))
		for i, s := range line {
			if c, ok := columns[i]; ok {
				row[slices.Index(shown, c)] = s
			}
		}
		rows = append(rows, row)
	}
	at := m.Len()
	m.lay(at, shown, rows)
	m.Go(At{at, m.First()})
	out := sheet.Lines{Lines: make([]app.CostLine, m.Len()-at)}
	for _, i := range unknown {
		out.Loose = append(out.Loose, sheet.Loose{Cell: sheet.Cell(0, i), Text: cells[0][i], Why: sheet.NoHead})
		for r, line := range cells[1:] {
			if i < len(line) && strings.TrimSpace(line[i]) != "" {
				out.Loose = append(out.Loose, sheet.Loose{Cell: sheet.Cell(r+1, i), Text: line[i], Why: sheet.NoHead})
			}
		}
	}
	m.report(out, "")
	return true
}

// headRow finds the columns that cells name, in any language of the house, and
// those cells that name none.
func (m *Model) headRow(cells []string) (columns map[int]Column, unknown []int) {
	columns = map[int]Column{}
	names := map[string]Column{}
	for _, lang := range i18n.Languages {
		w, err := i18n.New(lang)
		if err != nil {
			continue // it has the words the window speaks, at least
		}
		for c, h := range m.heads() {
			names[wordKey(w.T("costs.column."+h.Key))] = Column(c)
		}
	}
	for i, s := range cells {
		if c, ok := names[wordKey(s)]; ok {
			columns[i] = c
			delete(names, wordKey(s)) // one more of that name is another
		} else if strings.TrimSpace(s) != "" {
			unknown = append(unknown, i)
		}
	}
	return columns, unknown
}

// take adds lines after those there are, or puts them in the place of those of the
// ways they belong to, and tells what found no place.
func (m *Model) take(lines sheet.Lines, instead bool) error {
	e, own := m.state.Matter.Estimate, m.Ways()[m.way]
	if n := len(lines.Lines) + len(m.lines()); n > sheet.MaxRows && !instead {
		return m.tooMany(len(lines.Lines))
	}
	for i, name := range lines.Ways { // those that say nothing belong to the way that is shown
		if name == "" || name == own {
			lines.Ways[i] = e.View(m.way).Name
		}
	}
	if !instead {
		lines = after(e, lines)
	}
	row := len(m.lines())
	if instead {
		row = 0
	}
	m.ShowTab(Lines)
	m.structure(m.way, func(matter *app.Matter) {
		matter.Estimate.Begin(m.state.Profile.Economy)
		matter.Estimate = lines.Into(matter.Estimate)
	})
	m.Go(At{row, WhatColumn})
	return nil
}

// after is what was read, with the lines there are before it in each of its ways.
func after(e app.Estimate, lines sheet.Lines) sheet.Lines {
	out := lines
	out.Lines, out.Ways = nil, nil
	for i := range len(e.Alternatives) + 1 {
		v := e.View(i)
		if !slices.Contains(lines.Ways, v.Name) {
			continue
		}
		for _, l := range v.Lines {
			out.Lines, out.Ways = append(out.Lines, l), append(out.Ways, v.Name)
		}
	}
	out.Lines, out.Ways = append(out.Lines, lines.Lines...), append(out.Ways, lines.Ways...)
	return out
}

// report keeps what came of taking lines until something else is done: how many
// there were, from where, and what found no place.
func (m *Model) report(lines sheet.Lines, from string) {
	t := &Told{Text: m.words.N("costs.added", len(lines.Lines))}
	for _, l := range lines.Loose {
		t.Loose = append(t.Loose, m.words.T("costs.loose."+string(l.Why), i18n.Vars{"Cell": l.Place(from), "Text": l.Text}))
	}
	if n := len(lines.Loose); n > 0 {
		t.Text += " " + m.words.N("costs.loose_cells", n)
	}
	m.told = t
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
