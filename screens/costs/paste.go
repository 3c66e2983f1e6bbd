package costs

import (
	"reflect"
	"strings"

	"yttra/app"
)

// Paste lays a table from elsewhere over the grid from the active cell on: tabs
// part cells, newlines rows. Rows that are not there are made; what cannot be
// read is shown and marked. It is one step to undo.
func (m *Model) Paste(text string) {
	text = strings.Trim(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	if !m.Open() || text == "" {
		return
	}
	lines := append([]app.CostLine{}, m.estimate().Lines...)
	for i, row := range strings.Split(text, "\n") {
		at := At{m.at.Row + i, m.at.Column}
		if at.Row >= len(lines) {
			if strings.TrimSpace(row) == "" {
				continue
			}
			at.Row = len(lines)
			lines = append(lines, m.fresh())
		}
		lines[at.Row] = m.pasteRow(lines[at.Row], at, strings.Split(row, "\t"))
	}
	if !reflect.DeepEqual(lines, m.estimate().Lines) {
		m.edit(func(e *app.Estimate) { e.Lines = lines })
	}
}

func (m *Model) pasteRow(l app.CostLine, at At, cells []string) app.CostLine {
	for _, s := range cells {
		if at.Column > VATColumn {
			break
		}
		if at.Column != LikelyColumn {
			l = m.put(l, at.Column, s)
		}
		at.Column++
	}
	return l
}

// Copy gives the active cell as it is read.
func (m *Model) Copy() string { return m.Cell(m.at).Text }
