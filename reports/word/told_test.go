package word

import (
	"strconv"
	"strings"

	"yttra/reports/layout"
)

// tale is what a document says, told from its blocks without the writer.
type tale struct {
	heads, contents, items, alts []string
	body, notes                  strings.Builder
	seen                         map[*layout.Footnote]int
	tables, figures              int
	title                        bool
}

func told(d layout.Doc) *tale {
	s := &tale{seen: map[*layout.Footnote]int{}}
	byRow := map[int][]layout.Field{} // fields are read across, a row of three at a time
	counts := map[layout.Column]int{}
	for _, f := range d.Head.Fields {
		if len(f.Lines) > 0 {
			n := counts[f.Column]
			byRow[n], counts[f.Column] = append(byRow[n], f), n+1
		}
	}
	for n := range len(byRow) {
		for c := layout.LeftColumn; c <= layout.RightColumn; c++ {
			for _, f := range byRow[n] {
				if f.Column == c {
					s.say(f.Label + " " + strings.Join(f.Lines, " ") + " ")
				}
			}
		}
	}
	for _, b := range d.Blocks {
		s.block(b, d.Words)
	}
	return s
}

func (s *tale) say(text string) {
	s.body.WriteString(strings.NewReplacer("\n", " ").Replace(text))
}

func (s *tale) runs(runs []layout.Run) string {
	var b strings.Builder
	for _, r := range runs {
		b.WriteString(clean(r.Text))
		if r.Note == nil {
			continue
		}
		if n, ok := s.seen[r.Note]; ok {
			b.WriteString(strconv.Itoa(n))
			continue
		}
		s.seen[r.Note] = len(s.seen) + 1
		for _, n := range r.Note.Runs {
			s.notes.WriteString(n.Text)
		}
		s.notes.WriteString(" ")
	}
	return b.String()
}

func (s *tale) block(b layout.Block, w layout.Words) {
	if empty(b) {
		return
	}
	head := func(level string, text string) {
		s.heads = append(s.heads, level+" "+joined(text))
		if s.title {
			s.contents = append(s.contents, joined(text))
		}
		s.title = true
	}
	switch b.Role {
	case layout.ListBlock, layout.Decisions:
		if b.Role == layout.Decisions {
			b.List.Mark = layout.Decimal
		}
		s.list(b.List)
		return
	case layout.TableBlock:
		s.table(b.Table, w)
		return
	case layout.FigureBlock:
		s.alts = append(s.alts, b.Figure.Alt)
		if plain(b.Figure.Caption) != "" {
			s.figures++
			s.say(strings.ReplaceAll(w.Figure, "{n}", strconv.Itoa(s.figures)) + " " + s.runs(b.Figure.Caption))
		}
	case layout.HeadTable:
		for _, f := range b.Fields {
			if len(f.Lines) > 0 {
				s.say(f.Label + " " + strings.Join(f.Lines, " ") + " ")
			}
		}
	case layout.NoticeBox:
		head("2", b.Notice.Heading)
		s.say(b.Notice.Heading + " " + b.Notice.Text + " ")
		for _, f := range b.Notice.Fields {
			s.say(f.Label + " " + strings.Join(f.Lines, " ") + " ")
		}
	case layout.Signatures:
		for _, p := range b.Signed {
			s.say(p.Name + " " + p.Title + " ")
		}
	case layout.Annex, layout.ItemTitle:
		text := strings.TrimSpace(b.Label + " " + s.runs(b.Runs))
		head("1", text)
		s.say(text)
	default:
		text := s.runs(b.Runs)
		if level := map[layout.Role]string{layout.Title: "1", layout.Heading: "2", layout.Subheading: "3"}[b.Role]; level != "" {
			head(level, text)
		}
		s.say(text)
	}
	s.say(" ")
}

func (s *tale) list(l layout.List) {
	for i, item := range l.Items {
		n := max(l.Start, 1) + i
		label := map[layout.Mark]string{layout.Decimal: strconv.Itoa(n) + ".", layout.Alpha: string(rune('a'+n-1)) + ")", layout.Dash: "–"}[l.Mark]
		for k, b := range item {
			if b.Role == layout.ListBlock {
				s.list(b.List)
				continue
			}
			text := s.runs(b.Runs)
			if first := strings.Fields(text); k == 0 && len(first) > 0 {
				s.items = append(s.items, label+" "+first[0])
			}
			s.say(text + " ")
		}
	}
}

func (s *tale) table(t layout.Table, w layout.Words) {
	if t.Label != "" {
		s.say(t.Label + " " + s.runs(t.Caption) + " ")
	} else if !nothing(t.Caption) {
		s.tables++
		s.say(strings.ReplaceAll(w.Table, "{n}", strconv.Itoa(s.tables)) + " " + s.runs(t.Caption) + " ")
	}
	for _, c := range t.Columns {
		s.say(s.runs(c.Head) + " ")
	}
	for _, r := range t.Rows {
		for _, c := range r.Cells {
			s.say(s.runs(c) + " ")
		}
	}
	s.say(s.runs(t.Note) + " ")
}
