package versions

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"yttra/app/compare"
	"yttra/i18n"
	"yttra/screens/parts"
)

// hears is what the view tells of.
type hears interface {
	versionPicked(n uint64)
	dayFolded(key string)
	withPicked(i int)
	unfolded(f Fold)
	restore(r Restore)
	step(by int)
}

// view draws the list, the page between its two bars, and the outline.
type view struct {
	m     *Model
	h     parts.Host
	hears hears

	outer   *fyne.Container
	list    *listing
	rows    []Row
	left    *parts.Scroll
	with    *parts.Dropdown
	count   *fyne.Container
	narrow  *fyne.Container // what stands in for list and outline
	foot    *fyne.Container
	bed     *fyne.Container
	sheet   *sheet
	outline *listing
	right   *parts.Scroll
	picks   []uint64 // versions of the narrow dropdown
	version *parts.Dropdown
	section *parts.Dropdown
	whole   *parts.Press
}

func newView(m *Model, h parts.Host, o hears) *view {
	v := &view{m: m, h: h, hears: o, count: container.NewStack(), foot: container.NewStack(), bed: container.NewStack()}
	t := h.Words().T
	v.list = newListing(v.enterRow, v.cameToRow)
	v.left = parts.NewScroll(v.list)
	v.list.seen = seenIn(v.left)
	v.outline = newListing(v.goToSection, nil)
	v.right = parts.NewScroll(v.outline)
	v.outline.seen = seenIn(v.right)
	v.sheet = newSheet(m, o)
	v.with = parts.NewDropdown(parts.DropdownOptions{Width: 216, Pick: o.withPicked})
	v.version = parts.NewDropdown(parts.DropdownOptions{Width: 250, Pick: func(i int) { o.versionPicked(v.picks[i]) }})
	v.section = parts.NewDropdown(parts.DropdownOptions{Width: 216, Chosen: -1, Ghost: t("versions.sections"), Pick: v.goToSection})
	v.whole = parts.NewButton(parts.ButtonOptions{Text: t("versions.restore_all"), Icon: parts.IconUndo, Tap: func() { o.restore(Restore{Section: -1}) }})
	bar := parts.Pad(6, 14, 6, 14, parts.Row(8, parts.Text(t("versions.with"), parts.TextSecond, parts.Muted, parts.Regular), v.with, parts.Grow(), v.count))
	v.narrow = parts.Pad(6, 14, 0, 14, parts.Row(8, v.version, v.section))
	middle := parts.Dock(parts.Fill(parts.Panel, parts.Column(0, v.narrow, bar, parts.HLine(parts.Line))),
		v.foot, parts.Fill(parts.Bench, v.bed))
	v.outer = container.New(rooms{v}, parts.Fill(parts.Panel, panel(t("versions.title"), "Esc", v.left)), parts.VLine(parts.Line), middle,
		parts.VLine(parts.Line), parts.Fill(parts.Panel, panel(t("versions.sections"), "Ctrl+J", v.right)))
	return v
}

// panel is a scroll under a small heading with a key.
func panel(title, key string, s *parts.Scroll) fyne.CanvasObject {
	head := parts.Pad(10, 12, 8, 14, parts.Row(8, parts.Grow(parts.NewLabel(title, parts.TextSecond, parts.Muted, parts.Bold)), parts.Hint(key)))
	return parts.Dock(head, nil, s.Outer)
}

func seenIn(s *parts.Scroll) func(y, height float32) {
	return func(y, height float32) {
		top, h := s.Inner.Offset.Y, s.Inner.Size().Height
		switch {
		case y < top:
			s.Inner.ScrollToOffset(fyne.NewPos(0, y))
		case y+height > top+h:
			s.Inner.ScrollToOffset(fyne.NewPos(0, y+height-h))
		}
	}
}

// rooms lays list, page and outline side by side. In a narrow window the outline
// gives way first and then the list; dropdowns over the page stand in for them.
type rooms struct{ v *view }

const (
	listWidth    = 252
	outlineWidth = 214
	leastPage    = 560
)

func (rooms) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(320, 200) }

func (r rooms) Layout(o []fyne.CanvasObject, s fyne.Size) {
	left, right := float32(listWidth), float32(outlineWidth)
	if s.Width-left-right-2 < leastPage {
		right = 0
	}
	if s.Width-left-1 < leastPage-60 {
		left = 0
	}
	show := func(on bool, objects ...fyne.CanvasObject) {
		for _, k := range objects {
			switch {
			case on && !k.Visible():
				k.Show()
			case !on && k.Visible():
				k.Hide()
			}
		}
	}
	show(left > 0, o[0], o[1])
	show(right > 0, o[3], o[4])
	show(left == 0, r.v.version)
	show(right == 0, r.v.section)
	show(left == 0 || right == 0, r.v.narrow)
	x := float32(0)
	for i, w := range []float32{left, min(left, 1), s.Width - left - min(left, 1) - right - min(right, 1), min(right, 1), right} {
		place(o[i], x, 0, w, s.Height)
		x += w
	}
}

// show draws the model anew.
func (v *view) show() {
	v.showList()
	names, chosen := v.m.Withs()
	v.with.Set(names, chosen)
	v.bed.Objects = []fyne.CanvasObject{v.body()}
	v.sheet.show()
	v.sheet.scrollTo(0)
	v.showOutline()
	v.showCount()
	v.showFoot()
	if v.m.Restorable() {
		v.whole.Enable()
	} else {
		v.whole.Disable()
	}
	v.outer.Refresh()
}

// body is the page, or why there is none.
func (v *view) body() fyne.CanvasObject {
	t := v.h.Words().T
	if err := v.m.Err(); err != nil {
		return parts.Align(parts.Stretch, 0, parts.ShowProblem(v.h.Words(), err, func() { v.focus("outline") }))
	}
	if len(v.m.Rows()) == 0 {
		return parts.Empty(parts.IconPaper, t("versions.none"), t("versions.none_text"))
	}
	return v.sheet.outer
}

// showCount says which change is looked at, with the way to the next.
func (v *view) showCount() {
	w, n := v.h.Words(), v.m.Changes()
	text := w.N("versions.changes", n)
	switch {
	case v.m.Err() != nil:
		text = ""
	case n == 0:
		text = w.T("versions.no_changes")
	case v.m.At() >= 0:
		text = w.T("versions.change_of", i18n.Vars{"N": w.Int(int64(v.m.At() + 1)), "Of": w.Int(int64(n))})
	}
	v.count.Objects = []fyne.CanvasObject{parts.Row(4, parts.Text(text, parts.TextSecond, parts.Ink, parts.Regular), v.stepButton(parts.IconUp, -1), v.stepButton(parts.IconDown, 1))}
	v.count.Refresh()
}

func (v *view) stepButton(icon string, by int) fyne.CanvasObject {
	return parts.NewButton(parts.ButtonOptions{Icon: icon, Kind: parts.Quiet, Disabled: v.m.Changes() == 0, Tap: func() {
		v.hears.step(by)
		v.sheet.focus()
	}})
}

// showFoot tells what the marks mean, and offers all of the version.
func (v *view) showFoot() {
	w := v.h.Words()
	older, newer := v.m.Sides()
	stands := w.T("versions.stands_now")
	if newer != "" {
		stands = w.T("versions.stands_in", i18n.Vars{"Version": newer})
	}
	legend := []fyne.CanvasObject{parts.Grow(parts.Column(1,
		legendRow(w.T("versions.underlined"), parts.OK, parts.OKSoft, false, stands),
		legendRow(w.T("versions.struck"), parts.Stop, parts.StopSoft, true, w.T("versions.stood_in", i18n.Vars{"Version": older}))))}
	v.foot.Objects = []fyne.CanvasObject{parts.Column(0, parts.HLine(parts.Line), parts.Fill(parts.Panel, parts.Pad(7, 14, 8, 14, parts.Row(10, append(legend, v.whole)...))))}
	if v.m.Damaged() {
		v.foot.Objects = []fyne.CanvasObject{parts.Column(0, parts.Banner(parts.MarkSerious, w.T("versions.missing"), nil), v.foot.Objects[0])}
	}
	v.foot.Refresh()
}

// legendRow shows a word as it is drawn in the page, and what that means.
func legendRow(word string, ink, soft parts.Token, struck bool, means string) fyne.CanvasObject {
	const size = parts.TextSecond
	m := parts.Measure(word, size, parts.Serif)
	at := m.Height - 3
	if struck {
		at = m.Height * 0.56
	}
	rule := parts.Rect(ink, m.Width, 2, 0)
	sample := container.NewWithoutLayout(parts.Rect(soft, m.Width, m.Height, 0), parts.Text(word, size, ink, parts.Serif), rule)
	for _, o := range sample.Objects {
		o.Resize(m)
	}
	place(rule, 0, at, m.Width, 2)
	return parts.Row(8, parts.Fixed(m.Width, m.Height, sample), parts.Grow(parts.NewLabel(means, parts.TextHint, parts.Muted, parts.Regular)))
}

func (v *view) showOutline() {
	var rows []entry
	var names []string
	for _, r := range v.m.Outline() {
		name := r.Text
		if r.Count > 0 {
			name = fmt.Sprintf("%s (%d)", r.Text, r.Count)
		}
		names = append(names, name)
		rows = append(rows, entry{height: 32, stamp: fmt.Sprint(r), draw: func(hovered bool) fyne.CanvasObject { return v.outlineRow(r, hovered) }})
	}
	v.outline.set(rows, v.outline.at)
	v.right.Refit()
	v.section.Set(names, -1)
}

func (v *view) outlineRow(r OutlineRow, hovered bool) fyne.CanvasObject {
	ground, face, ink := parts.Clear, parts.Regular, parts.Ink
	if hovered {
		ground = parts.Hover
	}
	if r.Level == 0 {
		face = parts.Bold
	}
	var sign fyne.CanvasObject = parts.Rect(parts.Clear, 16, 16, 0)
	if mark, c := signOf(r.Op, r.Moved); r.Op != compare.Same || r.Moved {
		sign = parts.Icon(mark, 16, c, parts.Panel)
	} else {
		ink = parts.Muted
	}
	row := []fyne.CanvasObject{sign, parts.Grow(parts.Middle(parts.NewLabel(r.Text, parts.TextControl, ink, face)))}
	if r.Count > 0 {
		row = append(row, parts.Text(v.h.Words().Int(int64(r.Count)), parts.TextSecond, parts.Muted, parts.Regular))
	}
	return parts.Box(ground, parts.Clear, 0, parts.Pad(0, 12, 0, 12+float32(r.Level)*12, parts.Row(8, row...)))
}

func (v *view) goToSection(i int) {
	if rows := v.m.Outline(); i >= 0 && i < len(rows) {
		v.sheet.showItem(rows[i].Item)
		if rows[i].Count > 0 {
			v.m.GoTo(v.m.Items()[rows[i].Item].First - 1)
			v.showCount()
			v.sheet.fill()
		}
	}
}

// stepped shows the change that is looked at.
func (v *view) stepped() {
	v.sheet.stepped()
	v.showCount()
}

func (v *view) focus(to string) {
	c := v.h.Window().Canvas()
	switch {
	case to == "text":
		v.sheet.focus()
	case to == "findings" && v.right.Outer.Visible() && v.outer.Objects[4].Visible():
		c.Focus(v.outline)
	case to == "findings":
		c.Focus(v.section)
	case v.outer.Objects[0].Visible():
		c.Focus(v.list)
	default:
		c.Focus(v.version)
	}
}
