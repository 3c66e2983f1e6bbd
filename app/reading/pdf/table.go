package pdf

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"yttra/app/reading"
)

// grid is a band of rows cut by white stripes: a table, or columns of text.
type grid struct {
	rows  []row
	cells [][][]word // by row and column
	lines []float32  // the rules across it, from the top
	ruled bool
}

// tableRow is a row of a table, and the printed lines of each of its cells.
type tableRow struct{ cells [][]row }

func gridOf(rows []row, strips []strip, rules []reading.Box) grid {
	g := grid{rows: rows}
	for _, r := range rows {
		cells := make([][]word, len(strips)+1)
		k := 0
		for _, w := range r.words {
			for k < len(strips) && w.x0 >= strips[k].to-0.01 {
				k++
			}
			cells[k] = append(cells[k], w)
		}
		g.cells = append(g.cells, cells)
	}
	top, bottom := rows[0].base-2*rows[0].size, rows[len(rows)-1].base+1.5*rows[len(rows)-1].size
	g.rules(strips, within(rules, top, bottom))
	return g
}

// within gives the rules between two heights.
func within(rules []reading.Box, top, bottom float32) []reading.Box {
	var out []reading.Box
	for _, b := range rules {
		if b.Y+b.H >= top && b.Y <= bottom {
			out = append(out, b)
		}
	}
	return out
}

// rules finds the heights at which rules go from one column over to the next: in one
// piece, or cell by cell.
func (g *grid) rules(strips []strip, rules []reading.Box) {
	type height struct{ left, right bool }
	for _, s := range strips {
		at := map[int]height{}
		for _, b := range rules {
			if b.H > b.W {
				continue
			}
			h := at[int(b.Y/2)]
			h.left = h.left || b.X < s.from-3 && b.X+b.W > s.from
			h.right = h.right || b.X < s.to && b.X+b.W > s.to+3
			at[int(b.Y/2)] = h
		}
		for y, h := range at {
			if h.left && h.right && !slices.Contains(g.lines, float32(y)*2) {
				g.lines = append(g.lines, float32(y)*2)
			}
		}
	}
	slices.Sort(g.lines)
	g.ruled = len(g.lines) >= 2
}

// rowwise tells whether the grid is read row by row, as a table and as labels with what
// they say beside them, and not column by column.
func (g grid) rowwise() bool {
	n, k := len(g.rows), len(g.cells[0])
	switch {
	case n == 1 || g.ruled:
		return true
	case g.labels(), g.beside():
		return true
	case k >= 3 && n >= 3 && g.filled() >= 0.8 && !g.proseAll() && (n >= 6 || g.numbers() >= 0.25):
		return true
	case n >= 3 && g.numbers() >= 0.6:
		return true
	}
	return false
}

// filled is the share of the cells that hold something.
func (g grid) filled() float64 {
	all, some := 0, 0
	for _, r := range g.cells {
		for _, c := range r {
			all++
			if len(c) > 0 {
				some++
			}
		}
	}
	return float64(some) / float64(all)
}

// prose tells whether a column holds running text.
func (g grid) prose(k int) bool {
	lines, runes := 0, 0
	for _, r := range g.cells {
		if len(r[k]) > 0 {
			lines++
			runes += utf8.RuneCountInString(wordsText(r[k]))
		}
	}
	return lines >= 4 && runes >= 22*lines
}

func (g grid) proseAll() bool {
	for k := range g.cells[0] {
		if !g.prose(k) {
			return false
		}
	}
	return true
}

// numbers is the share of cells after the first column that are figures.
func (g grid) numbers() float64 {
	all, some := 0, 0
	for _, r := range g.cells {
		for _, c := range r[1:] {
			if len(c) == 0 {
				continue
			}
			all++
			s := wordsText(c)
			if strings.IndexFunc(s, unicode.IsDigit) >= 0 && strings.IndexFunc(s, unicode.IsLetter) < 0 {
				some++
			}
		}
	}
	if all == 0 {
		return 0
	}
	return float64(some) / float64(all)
}

// labels tells whether the first column is labels and the others are not.
func (g grid) labels() bool {
	left, labels, right := 0, 0, 0
	for _, r := range g.cells {
		if len(r[0]) > 0 {
			left++
			if isLabel(wordsText(r[0])) {
				labels++
			}
			if len(r[1]) > 0 && isLabel(wordsText(r[1])) {
				right++
			}
		}
	}
	return labels*2 > left && right*2 <= labels
}

// beside tells whether the first column says shortly what the rows beside it are about:
// each of its rows stands on the line of another, and those are longer and more.
func (g grid) beside() bool {
	left, right, leftRunes, rightRunes, lead := 0, 0, 0, 0, 0
	for i, r := range g.cells {
		if len(r) != 2 {
			return false
		}
		if len(r[0]) > 0 {
			if len(r[1]) == 0 || len(r[0]) > 4 {
				return false
			}
			left++
			leftRunes += utf8.RuneCountInString(wordsText(r[0]))
			if i > 0 && len(g.cells[i-1][0]) == 0 {
				lead++
			}
		}
		if len(r[1]) > 0 {
			right++
			rightRunes += utf8.RuneCountInString(wordsText(r[1]))
		}
	}
	return left >= 3 && right > left && right < 5*left && lead > 0 && rightRunes*left > 2*leftRunes*right
}

// labelWords are what labels of letterheads and minutes say.
var labelWords = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields("datum diarienummer dnr diarienr till från ärende ärendenummer handläggare telefon e-post epost adress plats tid sammanträdestid " +
		"sammanträdesdatum ordförande sekreterare justerande justeringen underskrifter underskrift paragraf referens sida namn parti beslutande närvarande övriga utses protokollet organ nämnd avsändare mottagare rubrik") {
		m[w] = true
	}
	return m
}()

// isLabel recognises "Datum", "Till:" and the like.
func isLabel(s string) bool {
	if utf8.RuneCountInString(s) > 40 {
		return false
	}
	first, rest, _ := strings.Cut(strings.ToLower(s), " ")
	if strings.HasSuffix(first, ":") && rest != "" { // the label of what stands after it
		return false
	}
	return strings.HasSuffix(s, ":") || labelWords[strings.TrimRight(first, ":.")] && strings.Count(rest, " ") < 3 && !strings.ContainsAny(rest, "(0123456789,")
}

// tableRows gives the rows of a table. Where rules part them, what stands between two
// rules is one row.
func (g grid) tableRows() []tableRow {
	var out []tableRow
	last := -1
	for i, r := range g.rows {
		at := i
		if len(g.lines) >= 3 {
			at = 0
			for at < len(g.lines) && g.lines[at] < r.base-0.3*r.size {
				at++
			}
		}
		if i > 0 && len(g.cells[i][0]) == 0 && r.base-g.rows[i-1].base < 1.5*r.size { // goes on in a cell
			at = last
		}
		if at != last || i == 0 {
			out = append(out, tableRow{make([][]row, len(g.cells[i]))})
			last = at
		}
		t := out[len(out)-1]
		for k, c := range g.cells[i] {
			if len(c) > 0 {
				cell := row{words: c, base: r.base, size: r.size}
				t.cells[k] = append(t.cells[k], cell)
			}
		}
	}
	return out
}
