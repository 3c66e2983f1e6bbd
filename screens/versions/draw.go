package versions

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"yttra/app/compare"
	"yttra/screens/parts"
)

// draw makes the objects of a thing; of a very long one only those in sight.
func (s *sheet) draw(t *thing, top, bottom float32) []fyne.CanvasObject {
	switch t.Kind {
	case FoldItem:
		return []fyne.CanvasObject{}
	case FactsItem:
		return s.heading(t, parts.TextControl, parts.Muted)
	case DocumentItem:
		return s.document(t)
	case SameItem:
		return []fyne.CanvasObject{s.word(t.Text, parts.TextControl, parts.Muted, parts.Regular, pageSide, t.y)}
	}
	y := t.y
	var out []fyne.CanvasObject
	if t.Kind == FactItem {
		label := parts.Fit(t.Text, t.left-pageSide-12, parts.TextSecond, parts.Regular)
		out = append(out, s.word(label, parts.TextSecond, parts.Muted, parts.Regular, pageSide, y+1))
	}
	if t.noted() && t.Kind != SectionItem {
		out = append(out, s.note(t, y)...)
		y += noteHeight
	}
	out = append(out, s.sign(t, y)...)
	for i, l := range t.lines {
		if at := y + float32(i)*t.pitch; at+t.pitch >= top && at <= bottom {
			out = append(out, s.line(t, l, at, i == len(t.lines)-1)...)
		}
	}
	if t.Kind == SectionItem && t.noted() {
		out = append(out, s.note(t, y+float32(len(t.lines))*t.pitch+1)...)
	}
	return append(out, s.margin(t)...)
}

func (s *sheet) word(text string, size float32, c parts.Token, f parts.Face, x, y float32) fyne.CanvasObject {
	o := parts.Text(text, size, c, f)
	o.Move(fyne.NewPos(float32(int(s.left()+x)), float32(int(y))))
	o.Resize(o.MinSize())
	return o
}

func (s *sheet) heading(t *thing, size float32, c parts.Token) []fyne.CanvasObject {
	return []fyne.CanvasObject{s.word(t.Text, size, c, parts.Bold, pageSide, t.y)}
}

// document is the name of a document over a rule, and what became of it.
func (s *sheet) document(t *thing) []fyne.CanvasObject {
	out := s.heading(t, parts.TextTitle, parts.Accent)
	if t.Note != "" {
		mark, ink := signOf(t.Op, false)
		x := pageSide + parts.Measure(t.Text, parts.TextTitle, parts.Bold).Width + 14
		out = append(out, s.icon(mark, ink, x, t.y+4), s.word(t.Note, parts.TextHint, ink, parts.Bold, x+20, t.y+3))
	}
	return append(out, s.rect(parts.Edge, pageSide, t.y+t.height-3, s.text(), 1))
}

// sign is the bullet or number of an item of a list.
func (s *sheet) sign(t *thing, y float32) []fyne.CanvasObject {
	if t.Kind != ParagraphItem || t.Mark == "" || t.Mark == "### " {
		return nil
	}
	sign, ink := trim(t.Mark), parts.Ink
	if sign == "-" || sign == "*" {
		sign = "•"
	}
	switch t.Op {
	case compare.Added:
		ink = parts.OK
	case compare.Removed:
		ink = parts.Stop
	}
	w := parts.Measure(sign, parts.TextPage, parts.Serif).Width
	return []fyne.CanvasObject{s.word(sign, parts.TextPage, ink, parts.Serif, t.left-8-w, y)}
}

func trim(mark string) string {
	for len(mark) > 0 && (mark[0] == ' ' || mark[0] == '\t') {
		mark = mark[1:]
	}
	for len(mark) > 0 && mark[len(mark)-1] == ' ' {
		mark = mark[:len(mark)-1]
	}
	return mark
}

// line draws a row: added words underlined, removed ones struck through, both on
// a soft ground.
func (s *sheet) line(t *thing, l line, y float32, last bool) []fyne.CanvasObject {
	var grounds, letters, rules []fyne.CanvasObject
	for k, p := range l {
		ink := parts.Ink
		if t.Kind == MovedItem {
			ink = parts.Muted
		}
		x, w := t.left+p.x, p.width
		if p.op != compare.Same {
			soft, at := parts.OKSoft, y+t.pitch-4
			ink = parts.OK
			if p.op == compare.Removed {
				ink, soft, at = parts.Stop, parts.StopSoft, y+float32(int(t.pitch*0.56))
			}
			if k == len(l)-1 || endsInSpace(p.text) {
				w = s.widthOf(trimEnd(p.text), p.face, t.size)
			}
			grounds = append(grounds, s.rect(soft, x-1, y+1, w+2, t.pitch-1))
			rules = append(rules, s.rect(ink, x, at, w, 2))
			if p.hunk == t.active {
				frame := parts.Frame(parts.Accent, 2, 3)
				place(frame, s.left()+x-3, y-1, w+6, t.pitch+3)
				rules = append(rules, frame)
			}
		}
		text := p.text
		if t.Kind == MovedItem && last && k == len(l)-1 {
			text = trimEnd(text) + " …"
		}
		o := parts.Text(text, t.size, ink, p.face)
		o.Move(fyne.NewPos(s.left()+x, y))
		o.Resize(fyne.NewSize(p.width, t.pitch))
		letters = append(letters, o)
	}
	return append(append(grounds, letters...), rules...)
}

func trimEnd(s string) string {
	for len(s) > 0 && s[len(s)-1] == ' ' {
		s = s[:len(s)-1]
	}
	return s
}

// note says in words what became of a paragraph.
func (s *sheet) note(t *thing, y float32) []fyne.CanvasObject {
	mark, ink := signOf(t.Op, t.Moved)
	return []fyne.CanvasObject{s.icon(mark, ink, t.left, y+2), s.word(t.Note, parts.TextHint, ink, parts.Bold, t.left+20, y)}
}

// margin draws the bar at the left of what differs, with its sign, and the bar at
// the right of what is looked at.
func (s *sheet) margin(t *thing) []fyne.CanvasObject {
	if t.Changes == 0 {
		return nil
	}
	mark, ink := signOf(t.Op, t.Moved)
	out := []fyne.CanvasObject{s.rect(ink, 27, t.y, 4, t.height), s.icon(mark, ink, 7, t.y+3)}
	if t.active >= 0 {
		out = append(out, s.rect(parts.Accent, s.wide()-4, t.y, 4, t.height))
	}
	return out
}

// signOf is the sign and colour of what became of a part.
func signOf(op compare.Op, moved bool) (icon string, ink parts.Token) {
	switch {
	case moved:
		return parts.IconJump, parts.Note
	case op == compare.Added:
		return parts.IconPlus, parts.OK
	case op == compare.Removed:
		return parts.IconMinus, parts.Stop
	}
	return parts.IconDraft, parts.Accent
}

func (s *sheet) icon(name string, ink parts.Token, x, y float32) fyne.CanvasObject {
	i := parts.Icon(name, 16, ink, parts.Page)
	place(i, s.left()+x, y, 16, 16)
	return i
}

func (s *sheet) rect(c parts.Token, x, y, w, h float32) fyne.CanvasObject {
	r := canvas.NewRectangle(parts.Color(c))
	place(r, s.left()+x, y, w, h)
	return r
}

// place rounds to whole pixels: a rule between two is drawn blurred over both.
func place(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(float32(int(x+0.5)), float32(int(y+0.5))))
	o.Resize(fyne.NewSize(w, h))
}
