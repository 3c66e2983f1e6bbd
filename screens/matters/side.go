package matters

import (
	"fmt"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/app/desk"
	"yttra/i18n"
	"yttra/screens/parts"
)

// drawSide shows the open matter beside the list, or what can be done with one
// that lies in the bin.
func (v *view) drawSide(s desk.State) {
	side, ok := v.m.SideOf(s, v.kindName)
	key := fmt.Sprint(ok, side, v.m.Chosen() == Bin, v.chosen())
	if key == v.last {
		return
	}
	v.last = key
	switch {
	case v.m.Chosen() == Bin:
		v.side.Objects = []fyne.CanvasObject{v.binned()}
	case ok:
		v.side.Objects = []fyne.CanvasObject{parts.Dock(nil, v.foot(), parts.NewScroll(parts.Pad(16, 18, 12, 18, v.about(side))).Outer)}
	default:
		v.side.Objects = []fyne.CanvasObject{parts.Pad(16, 18, 12, 18, parts.Column(0, parts.NewPara(v.h.Words().T("matters.choose"), parts.TextControl, parts.Muted, parts.Regular)))}
	}
	v.side.Refresh()
}

// kindName is what a kind of document is called in the window's language.
func (v *view) kindName(id string) string {
	k, ok := v.d.Packs().Kind(id)
	switch {
	case !ok:
		return id
	case v.h.Words().Lang() == "en":
		return k.EN.Name
	}
	return k.SV.Name
}

func (v *view) about(s Side) fyne.CanvasObject {
	t := v.h.Words().T
	label := func(s string) fyne.CanvasObject { return parts.Text(s, parts.TextHint, parts.Muted, parts.Bold) }
	out := []fyne.CanvasObject{parts.NewPara(s.Title, parts.TextTitle, parts.Ink, parts.Bold)}
	var facts []fyne.CanvasObject
	for _, f := range s.Facts {
		facts = append(facts, parts.RowTop(8, parts.Fixed(84, 0, parts.Text(f[0], parts.TextSecond, parts.Muted, parts.Regular)),
			parts.Grow(parts.NewPara(f[1], parts.TextSecond, parts.Ink, parts.Regular))))
	}
	out = append(out, parts.Column(5, facts...))
	if len(s.Claims) > 0 {
		out = append(out, parts.HLine(parts.Line), label(t("matters.claims")))
	}
	for i, c := range s.Claims {
		out = append(out, v.claim(i+1, c))
	}
	if len(s.Papers) > 0 {
		out = append(out, parts.HLine(parts.Line), label(t("matters.papers")))
	}
	var papers []fyne.CanvasObject
	for _, p := range s.Papers {
		papers = append(papers, v.paper(p))
	}
	return parts.Column(12, append(out, parts.Column(4, papers...))...)
}

func (v *view) claim(n int, c ClaimLine) fyne.CanvasObject {
	mark, ink := parts.Icon(parts.IconArrow, 16, parts.Muted, parts.Panel), parts.Ink
	if !c.Chosen {
		mark, ink = parts.Mark(parts.MarkSerious, 16, parts.Panel), parts.Serious
	}
	return parts.RowTop(8, parts.Fixed(16, 0, parts.Text(v.h.Words().Int(int64(n)), parts.TextControl, parts.Muted, parts.Bold)),
		parts.Grow(parts.Column(2, parts.NewPara(c.Text, parts.TextControl, parts.Ink, parts.Regular),
			parts.Row(6, mark, parts.Text(c.Proposed, parts.TextSecond, ink, parts.Bold)))))
}

func (v *view) paper(p PaperLine) fyne.CanvasObject {
	name := fyne.CanvasObject(parts.Text(p.Name, parts.TextControl, parts.Ink, parts.Bold))
	if p.Doc >= 0 {
		name = parts.NewLink(p.Name, func() { v.d.OpenDocument(p.Doc); v.h.Go("draft") })
	}
	return parts.Row(8, parts.Icon(parts.IconPaper, 18, parts.Muted, parts.Panel), name,
		parts.Grow(parts.Middle(parts.NewLabel(p.Second, parts.TextSecond, parts.Muted, parts.Regular))))
}

func (v *view) foot() fyne.CanvasObject {
	t := v.h.Words().T
	to := func(name string, kind parts.ButtonKind) fyne.CanvasObject {
		return parts.NewButton(parts.ButtonOptions{Text: t("screen." + name), Kind: kind, Tap: func() { v.enterScreen(name) }})
	}
	remove := parts.NewButton(parts.ButtonOptions{Icon: parts.IconBin, Kind: parts.Quiet, Tap: v.askRemove})
	return parts.Column(0, parts.HLine(parts.Line), parts.Pad(8, 16, 10, 18,
		parts.Row(8, to("draft", parts.Primary), parts.Hint("Enter"), parts.Grow(), to("assess", parts.Plain), to("paper", parts.Plain), remove)))
}

// askRemove puts the open matter in the bin, after a question; the row that
// follows takes it back.
func (v *view) askRemove() {
	w := v.h.Words()
	s := v.d.State()
	if s.Matter == nil {
		return
	}
	id, title := s.Matter.ID, s.Matter.Title
	parts.Confirm(v.h.Window(), w, w.T("matters.remove_title"), w.T("matters.remove_text", i18n.Vars{"Title": title}), w.T("matters.remove"), func() {
		if err := v.d.Remove(id); err != nil {
			v.h.Problem(err)
			return
		}
		v.m.SetBin(v.bin())
		v.sayRemoved(id, title)
	})
}

func (v *view) bin() []app.Row {
	rows, err := v.d.Bin()
	if err != nil {
		v.h.Problem(err)
	}
	return rows
}

func (v *view) sayRemoved(id, title string) {
	w := v.h.Words()
	v.notice.Objects = []fyne.CanvasObject{parts.Banner(parts.MarkNote, w.T("matters.removed", i18n.Vars{"Title": title}),
		&parts.Action{Text: w.T("word.undo"), Do: func() { v.takeBack(id) }})}
	v.rowsChanged()
	v.outer.Refresh()
}

// takeBack takes a matter out of the bin.
func (v *view) takeBack(id string) {
	v.notice.Objects = nil
	if err := v.d.Unremove(id); err != nil {
		v.h.Problem(err)
	}
	v.m.SetBin(v.bin())
	v.rowsChanged()
	v.outer.Refresh()
}

func (v *view) binned() fyne.CanvasObject {
	w := v.h.Words()
	id := v.chosen()
	if id == "" {
		return parts.Pad(16, 18, 12, 18, parts.Column(0, parts.NewPara(w.T("matters.bin_text"), parts.TextControl, parts.Muted, parts.Regular)))
	}
	return parts.Pad(16, 18, 12, 18, parts.Column(12, parts.NewPara(w.T("matters.bin_text"), parts.TextControl, parts.Muted, parts.Regular),
		parts.Left(parts.NewButton(parts.ButtonOptions{Text: w.T("matters.take_back"), Icon: parts.IconUndo, Kind: parts.Primary, Tap: func() { v.takeBack(id) }}))))
}
