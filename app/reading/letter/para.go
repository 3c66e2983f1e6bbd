package letter

import (
	"strings"
	"unicode"

	"yttra/app"
	"yttra/app/reading"
)

// para is a paragraph as it is read, before it is known whether it is shown and on
// which line it stands: a cell may become a part of its row.
type para struct {
	kind  reading.BlockKind
	level int
	gap   bool   // stands apart from the one before
	mark  string // of a list, with the space after it
	runs  []run
	place place
	quote int // how many letters that are answered it stands in
}

// run is a part of a paragraph, in which all was changed by one person or by none.
type run struct {
	text   []byte
	change change
	by     string
	cell   int // the column of the cell that begins with it, from 2; 0: none begins
}

// change says what somebody did to words without it being accepted.
type change byte

const (
	unchanged change = iota
	inserted
	deleted
)

// place is in what part of a web page a paragraph stands.
type place byte

const (
	inMain place = 1 << iota
	inArticle
	inChrome // menu, head or foot of the page
)

// add adds words, and tells how many runs it made of them.
func (p *para) add(s string, c change, by string) int {
	if s == "" {
		return 0
	}
	if n := len(p.runs); n > 0 && p.runs[n-1].cell == 0 && p.runs[n-1].change == c && p.runs[n-1].by == by {
		p.runs[n-1].text = append(p.runs[n-1].text, s...)
		return 0
	}
	p.runs = append(p.runs, run{text: []byte(s), change: c, by: by})
	return 1
}

// blank tells that nothing in the paragraph would be seen.
func (p *para) blank() bool {
	for _, r := range p.runs {
		if strings.TrimFunc(string(r.text), unseen) != "" {
			return false
		}
	}
	return true
}

// bare tells that nothing of it stands in the text, although something was deleted.
func (p *para) bare() bool {
	for _, r := range p.runs {
		if r.change != deleted && strings.TrimFunc(string(r.text), unseen) != "" {
			return false
		}
	}
	return true
}

// trim takes away the space at both ends.
func (p *para) trim() {
	if n := len(p.runs); n > 0 {
		p.runs[n-1].text = []byte(strings.TrimRightFunc(string(p.runs[n-1].text), unseen))
		p.runs[0].text = []byte(strings.TrimLeftFunc(string(p.runs[0].text), unseen))
	}
}

func unseen(r rune) bool { return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) }

// script writes paragraphs into a Builder.
type script struct {
	*reading.Builder
	remarks int
}

func (s *script) remark(r app.Remark) {
	if s.remarks++; s.remarks <= mostRemarks {
		s.Remark(r)
	}
}

func (s *script) write(p *para) {
	if p.gap {
		s.Gap()
	}
	if !p.bare() {
		s.Begin(p.kind, p.level)
		s.Write(strings.Repeat("> ", p.quote) + p.mark)
	}
	spaced := false // what was written last ends with a space: that after deleted words is one too many
	for _, r := range p.runs {
		if r.cell > 0 {
			s.Next(r.cell)
			spaced = false
			continue
		}
		text := string(r.text)
		if r.change != deleted {
			if spaced {
				text = strings.TrimLeft(text, " ")
			}
			spaced = strings.HasSuffix(text, " ") || spaced && text == ""
		}
		switch r.change {
		case deleted:
			s.remark(app.Remark{Code: app.RemarkDeleted, Start: s.At(), End: s.At(), What: short(text), By: r.by})
		case inserted:
			at := s.Write(text)
			s.remark(app.Remark{Code: app.RemarkInserted, Start: at.Start, End: at.End, By: r.by})
		default:
			s.Write(text)
		}
	}
}

// short cuts what a remark repeats, between letters.
func short(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if len(s) <= longestSaid {
		return s
	}
	return strings.ToValidUTF8(s[:longestSaid], "") + " …"
}

// row makes one line of the cells of a table's row, parted by tabs. Cells that hold more
// than a paragraph each are not a row of words but a page set in columns: those follow
// one after the other.
func row(cells [][]*para) []*para {
	full, flat := 0, true
	var all []*para
	for _, c := range cells {
		all = append(all, c...)
		if len(c) > 0 {
			full++
		}
		flat = flat && (len(c) == 0 || len(c) == 1 && c[0].mark == "" && c[0].kind != reading.Cell)
	}
	if full < 2 || !flat {
		return all
	}
	out := &para{kind: reading.Cell, level: 1, gap: all[0].gap, place: all[0].place}
	for i, c := range cells {
		if i > 0 {
			out.runs = append(out.runs, run{cell: i + 1})
		}
		if len(c) > 0 {
			for _, r := range c[0].runs {
				out.add(strings.ReplaceAll(string(r.text), "\t", " "), r.change, r.by)
			}
		}
	}
	for n := len(out.runs) - 1; out.runs[n].cell > 0; n-- {
		out.runs = out.runs[:n]
	}
	return []*para{out}
}
