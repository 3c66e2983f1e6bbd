package costs

import (
	"strings"

	"fyne.io/fyne/v2"

	"yttra/i18n"
	"yttra/screens/parts"
)

const (
	compareWidth = 980
	figureName   = 190 // width of what is compared
	columnGap    = 16
)

// openComparison shows all ways beside each other, and what that leads to.
func (v *view) openComparison() {
	v.finish()
	t, x := v.h.Words().T, v.m.Comparison()
	width := min(compareWidth, v.h.Window().Canvas().Size().Width-32) - 36
	var d *parts.Dialog
	var scroll *parts.Scroll
	keys := func(e *fyne.KeyEvent) bool { return scrollBy(scroll, e) }
	column := (width-figureName)/float32(len(x.Names)) - columnGap - 10
	names := make([]*parts.Press, len(x.Names))
	for i, name := range x.Names {
		names[i] = parts.NewPress(parts.PressOptions{Gap: 1, Key: keys, Tap: func() { v.closeDialogs(); v.ways.show(i) }, Draw: func(touch parts.Touch) fyne.CanvasObject {
			return drawWayName(name, x.Roles[i], column, touch)
		}})
	}
	table := beside(x, names)
	if widest(x) > column {
		table = below(x, names)
	}
	out := []fyne.CanvasObject{table}
	for _, s := range x.Says {
		out = append(out, parts.RowTop(8, parts.Pad(2, 0, 0, 0, parts.Mark(parts.MarkNote, 17, parts.Panel)), parts.Grow(parts.NewPara(s, parts.TextSecond, parts.Ink, parts.Regular))))
	}
	c := v.m.WayChart()
	out = append(out, parts.HLine(parts.Line), parts.Text(c.Title, parts.TextSecond, parts.Ink, parts.Bold), still(newWaysDrawing(c)),
		parts.NewPara(c.Says, parts.TextHint, parts.Muted, parts.Regular), parts.NewPara(t("costs.compare.terms", i18n.Vars{"Terms": v.m.compareTerms()}), parts.TextHint, parts.Muted, parts.Regular))
	scroll = parts.NewScroll(parts.Pad(14, 18, 16, 18, parts.Column(10, out...)))
	content := parts.Column(10, out...)
	content.Resize(fyne.NewSize(width, 1))
	d = v.dialog(parts.DialogOptions{Title: t("costs.compare.title"), Width: compareWidth, Height: min(content.MinSize().Height+138, 660), Body: scroll.Outer,
		Left:    []fyne.CanvasObject{parts.NewButton(parts.ButtonOptions{Text: t("costs.copy_text"), Tap: func() { copyText(x.Text()) }})},
		Buttons: []fyne.CanvasObject{parts.NewButton(parts.ButtonOptions{Text: t("word.close"), Kind: parts.Primary, Tap: func() { d.Dismiss() }})}}, names[0])
}

// widest is the width of the widest figure.
func widest(x Table) float32 {
	var most float32
	for _, f := range x.Rows {
		for _, v := range f.Values {
			most = max(most, parts.Measure(v, parts.TextSecond, parts.Bold).Width)
		}
	}
	return most
}

// drawWayName is the head of a way's column, over its figures at the right.
func drawWayName(name, role string, width float32, touch parts.Touch) fyne.CanvasObject {
	var lines []fyne.CanvasObject
	for _, s := range parts.Wrap(name, width, parts.TextSecond, parts.Bold) {
		lines = append(lines, parts.Right(parts.Text(s, parts.TextSecond, parts.Accent, parts.Bold)))
	}
	lines = append(lines, parts.Right(parts.Hint(role)))
	return parts.Box(touch.Calm(parts.Clear), parts.Clear, 3, parts.Pad(2, 5, 3, 5, parts.Column(0, lines...)))
}

// beside sets the ways in columns.
func beside(x Table, names []*parts.Press) fyne.CanvasObject {
	widths := []float32{figureName}
	head := []fyne.CanvasObject{parts.Rect(parts.Clear, 1, 1, 0)}
	for _, n := range names {
		widths = append(widths, 0)
		head = append(head, parts.Column(0, n))
	}
	rows := []fyne.CanvasObject{parts.Columns(columnGap, widths, head...), parts.HLine(parts.Edge)}
	for _, f := range x.Rows {
		face := parts.Regular
		if f.Strong {
			face = parts.Bold
		}
		row := []fyne.CanvasObject{parts.NewPara(f.Name, parts.TextSecond, parts.Ink, face)}
		for _, s := range f.Values {
			row = append(row, parts.Pad(0, 5, 0, 5, parts.Right(parts.Text(s, parts.TextSecond, parts.Ink, face))))
		}
		rows = append(rows, parts.Pad(5, 0, 5, 0, parts.Columns(columnGap, widths, row...)), parts.HLine(parts.Line))
	}
	return parts.Column(0, rows...)
}

// below sets the ways under each other, for a narrow window.
func below(x Table, names []*parts.Press) fyne.CanvasObject {
	var out []fyne.CanvasObject
	for i, n := range names {
		out = append(out, n)
		for _, f := range x.Rows {
			face := parts.Regular
			if f.Strong {
				face = parts.Bold
			}
			out = append(out, parts.Pad(1, 4, 1, 4, parts.Row(12, parts.Grow(parts.NewLabel(f.Name, parts.TextSecond, parts.Muted, parts.Regular)),
				parts.Text(f.Values[i], parts.TextSecond, parts.Ink, face))))
		}
		out = append(out, parts.Pad(6, 0, 6, 0, parts.HLine(parts.Line)))
	}
	return parts.Column(0, out...)
}

// Text is the table as rows with tabs, to be pasted anywhere.
func (t Table) Text() string {
	var b strings.Builder
	b.WriteString("\t" + strings.Join(t.Names, "\t") + "\n")
	for _, f := range t.Rows {
		b.WriteString(f.Name + "\t" + strings.Join(f.Values, "\t") + "\n")
	}
	for _, s := range t.Says {
		b.WriteString(s + "\n")
	}
	return b.String()
}

// still is a drawing without a keyboard.
func still(d drawing) fyne.CanvasObject {
	return &fyne.Container{Layout: stillLayout{d}, Objects: d.objects()}
}

type stillLayout struct{ d drawing }

func (l stillLayout) MinSize([]fyne.CanvasObject) fyne.Size        { return fyne.NewSize(1, l.d.height(0)) }
func (l stillLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) { l.d.arrange(size) }

// scrollBy scrolls by keys that nobody else uses.
func scrollBy(s *parts.Scroll, e *fyne.KeyEvent) bool {
	inner := s.Inner
	page, y := max(40, inner.Size().Height-40), inner.Offset.Y
	switch e.Name {
	case fyne.KeyPageDown:
		y += page
	case fyne.KeyPageUp:
		y -= page
	case fyne.KeyDown:
		y += 40
	case fyne.KeyUp:
		y -= 40
	case fyne.KeyHome:
		y = 0
	case fyne.KeyEnd:
		y = inner.Content.Size().Height
	default:
		return false
	}
	scrollTo(s, y)
	return true
}

func scrollTo(s *parts.Scroll, y float32) {
	inner := s.Inner
	if y = max(0, min(y, inner.Content.Size().Height-inner.Size().Height)); y != inner.Offset.Y {
		inner.ScrollToOffset(fyne.NewPos(0, y))
	}
}
