package draft

import (
	"strings"

	"yttra/app"
)

// A table is written with bars; the person never sees them. Its first row is the
// head, the second says how the columns stand, and each cell is a stretch of its
// own in the section's text.

// tableFrom reads a table that fills a span from its first line on.
func tableFrom(text string, s app.Span) (unit, bool) {
	head := lineAt(text[:s.End], s.Start)
	if head.End >= s.End || strings.IndexByte(text[head.Start:head.End], '|') < 0 {
		return unit{}, false
	}
	rule := lineAt(text[:s.End], head.End+1)
	columns := len(cellsOf(text, head, 0))
	if len(alignsOf(text[rule.Start:rule.End])) != columns || strings.IndexByte(text[rule.Start:rule.End], '|') < 0 {
		return unit{}, false
	}
	u := unit{span: s, text: s, kind: tableUnit, cells: [][]app.Span{cellsOf(text, head, columns)}}
	for at := rule.End + 1; at <= s.End; {
		line := lineAt(text[:s.End], at)
		u.cells = append(u.cells, cellsOf(text, line, columns))
		at = line.End + 1
	}
	return u, true
}

// cellsOf gives what is written in the cells of a row. With columns above 0 there
// are so many: what stands beyond the last belongs to it, and missing ones start
// at -1.
func cellsOf(text string, line app.Span, columns int) []app.Span {
	from, to := line.Start, line.End
	for from < to && text[from] == ' ' {
		from++
	}
	for to > from && text[to-1] == ' ' {
		to--
	}
	if from < to && text[from] == '|' {
		from++
	}
	if to > from && text[to-1] == '|' && (to-1 == from || text[to-2] != '\\') {
		to--
	}
	var out []app.Span
	for at := from; ; {
		end := at
		for end < to && (text[end] != '|' || columns > 0 && len(out) == columns-1) {
			if text[end] == '\\' && end+1 < to {
				end++
			}
			end++
		}
		out = append(out, tight(text, app.Span{Start: at, End: min(end, to)}))
		if end >= to {
			break
		}
		at = end + 1
	}
	for len(out) < columns {
		out = append(out, app.Span{Start: -1, End: -1})
	}
	return out
}

// tight leaves out the one space at each side that parts a cell from its bars.
func tight(text string, s app.Span) app.Span {
	if s.Start < s.End && text[s.Start] == ' ' {
		s.Start++
	}
	if s.Start < s.End && text[s.End-1] == ' ' {
		s.End--
	}
	return s
}

// align is how a column of a table stands.
type align int

const (
	alignLeft align = iota
	alignRight
	alignCentre
)

// alignsOf reads the row under the head; nil when it is none.
func alignsOf(line string) []align {
	var out []align
	for _, s := range strings.Split(strings.Trim(strings.TrimSpace(line), "|"), "|") {
		s = strings.TrimSpace(s)
		left, right := strings.HasPrefix(s, ":"), strings.HasSuffix(s, ":")
		if s = strings.TrimSuffix(strings.TrimPrefix(s, ":"), ":"); s == "" || strings.Trim(s, "-") != "" {
			return nil
		}
		switch {
		case left && right:
			out = append(out, alignCentre)
		case right:
			out = append(out, alignRight)
		default:
			out = append(out, alignLeft)
		}
	}
	return out
}

// grid is a table taken apart, to be changed and written anew.
type grid struct {
	aligns []align
	rows   [][]string
}

func gridOf(text string, u unit) grid {
	head := lineAt(text[:u.span.End], u.span.Start)
	rule := lineAt(text[:u.span.End], head.End+1)
	g := grid{aligns: alignsOf(text[rule.Start:rule.End])}
	for _, cells := range u.cells {
		var row []string
		for _, c := range cells {
			if c.Start < 0 {
				row = append(row, "")
			} else {
				row = append(row, text[c.Start:c.End])
			}
		}
		g.rows = append(g.rows, row)
	}
	return g
}

// moved is the unit in a text that begins elsewhere.
func (u unit) moved(by int) unit {
	u.span, u.text = shift(u.span, by), shift(u.text, by)
	var cells [][]app.Span
	for _, row := range u.cells {
		var out []app.Span
		for _, c := range row {
			if c.Start >= 0 {
				c = shift(c, by)
			}
			out = append(out, c)
		}
		cells = append(cells, out)
	}
	u.cells = cells
	return u
}

// newGrid is an empty table with a head.
func newGrid(rows, columns int) grid {
	g := grid{aligns: make([]align, columns)}
	for range rows {
		g.rows = append(g.rows, make([]string, columns))
	}
	return g
}

// write gives the table's text, and where each cell's begins in it.
func (g grid) write() (string, [][]int) {
	var b strings.Builder
	var at [][]int
	for i, row := range g.rows {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteByte('|')
		var starts []int
		for _, c := range row {
			b.WriteByte(' ')
			starts = append(starts, b.Len())
			b.WriteString(c + " |")
		}
		at = append(at, starts)
		if i == 0 {
			b.WriteString("\n|")
			for _, a := range g.aligns {
				b.WriteString([...]string{" --- |", " ---: |", " :---: |"}[a])
			}
		}
	}
	return b.String(), at
}

// cellText makes what was typed fit a cell: no line ends, and bars are letters.
func cellText(s string) string {
	if !strings.ContainsAny(s, "|\n") {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\' && i+1 < len(s):
			b.WriteByte(s[i])
			i++
		case s[i] == '|':
			b.WriteByte('\\')
		case s[i] == '\n':
			b.WriteByte(' ')
			continue
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// TableOrder is what can be done to the table the caret is in.
type TableOrder int

const (
	RowAfter TableOrder = iota
	RowAway
	ColumnAfter
	ColumnAway
	ColumnRight // figures to the right, or back to the left
	TableAway
)

// change does an order at a cell and tells where the caret goes; empty tells that
// nothing of the table is left.
func (g *grid) change(o TableOrder, row, column int) (r, c int, empty bool) {
	switch o {
	case RowAfter:
		row++
		g.rows = append(g.rows[:row], append([][]string{make([]string, len(g.aligns))}, g.rows[row:]...)...)
		return row, column, false
	case RowAway:
		g.rows = append(g.rows[:row], g.rows[row+1:]...)
		row = max(0, min(row, len(g.rows)-1))
	case ColumnAfter:
		column++
		g.aligns = append(g.aligns[:column], append([]align{alignLeft}, g.aligns[column:]...)...)
		for i, r := range g.rows {
			g.rows[i] = append(r[:column], append([]string{""}, r[column:]...)...)
		}
	case ColumnAway:
		g.aligns = append(g.aligns[:column], g.aligns[column+1:]...)
		for i, r := range g.rows {
			g.rows[i] = append(r[:column], r[column+1:]...)
		}
		column = max(0, min(column, len(g.aligns)-1))
	case ColumnRight:
		g.aligns[column] = map[bool]align{true: alignLeft, false: alignRight}[g.aligns[column] == alignRight]
	case TableAway:
		g.rows = nil
	}
	return row, column, len(g.rows) == 0 || len(g.aligns) == 0
}
