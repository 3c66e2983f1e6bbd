package matters

import (
	"fmt"

	"fyne.io/fyne/v2"

	"yttra/app/desk"
	"yttra/screens/parts"
)

// drawSide shows the open matter beside the list, or what can be done with one
// that lies in the bin.
func (v *view) drawSide(s desk.State) {
	bin := v.m.Chosen() == Bin
	side, ok := v.m.SideOf(s, v.kindName)
	if bin {
		side, ok = v.m.BinSide(v.list.At())
	}
	key := fmt.Sprint(ok, side, bin)
	if key == v.last {
		return
	}
	v.last, v.first = key, nil
	var panel, strip fyne.CanvasObject
	switch {
	case !ok:
		panel = v.words("matters.choose")
		if bin {
			panel = v.words("matters.bin_text")
		}
		strip = parts.Column(0)
	case bin:
		panel = parts.Dock(nil, v.binFoot(), parts.NewScroll(parts.Pad(16, 18, 12, 18, parts.Column(12, v.about(side)...))).Outer)
		strip = v.stripOf(side, v.back())
	default:
		all := append(v.about(side), v.standingRow(side), v.referrals(side), v.more(side), v.removeRow())
		panel = parts.Dock(nil, v.foot(), parts.NewScroll(parts.Pad(16, 18, 12, 18, parts.Column(12, all...))).Outer)
		t := v.h.Words().T
		strip = v.stripOf(side, v.to("draft", parts.Primary), v.to("assess", parts.Plain), v.to("paper", parts.Plain),
			parts.NewButton(parts.ButtonOptions{Text: t("matters.more"), Kind: parts.Quiet, Tap: v.showMore}))
	}
	v.panel.Objects, v.strip.Objects = []fyne.CanvasObject{panel}, []fyne.CanvasObject{strip}
	v.panel.Refresh()
	v.strip.Refresh()
}

func (v *view) words(key string) fyne.CanvasObject {
	return parts.Pad(16, 18, 12, 18, parts.Column(0, parts.NewPara(v.h.Words().T(key), parts.TextControl, parts.Muted, parts.Regular)))
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

// about is title and facts.
func (v *view) about(s Side) []fyne.CanvasObject {
	var facts []fyne.CanvasObject
	for _, f := range s.Facts {
		facts = append(facts, parts.RowTop(8, parts.Fixed(84, 0, parts.Text(f[0], parts.TextSecond, parts.Muted, parts.Regular)),
			parts.Grow(parts.NewPara(f[1], parts.TextSecond, parts.Ink, parts.Regular))))
	}
	return []fyne.CanvasObject{parts.NewPara(s.Title, parts.TextTitle, parts.Ink, parts.Bold), parts.Column(4, facts...)}
}

// standingRow says how far the matter has come, and changes it.
func (v *view) standingRow(s Side) fyne.CanvasObject {
	t := v.h.Words().T
	ink := parts.Muted
	if s.Icon == parts.MarkMet {
		ink = parts.OK
	}
	link := parts.NewLink(t("matters.stand_link"), v.askStanding)
	v.first = link
	return parts.Row(6, parts.Fixed(84, 0, parts.Text(t("matters.stage"), parts.TextSecond, parts.Muted, parts.Regular)),
		parts.Icon(s.Icon, 17, ink, parts.Panel), parts.Grow(parts.Middle(parts.NewLabel(s.Stage, parts.TextSecond, parts.Ink, parts.Regular))), link, parts.Hint("F2"))
}

// referrals says how many were asked and have answered, names those who are late,
// and is the way to all of them.
func (v *view) referrals(s Side) fyne.CanvasObject {
	t := v.h.Words().T
	rows := []fyne.CanvasObject{parts.Row(6, parts.Fixed(84, 0, parts.Text(t("matters.referrals"), parts.TextSecond, parts.Muted, parts.Regular)),
		parts.Grow(parts.Middle(parts.NewLabel(s.Referrals, parts.TextSecond, parts.Ink, parts.Regular))), parts.NewLink(t("matters.stand_link"), v.o.Referrals))}
	for _, late := range s.Late {
		rows = append(rows, parts.RowTop(6, parts.Mark(parts.MarkSerious, 16, parts.Panel), parts.Grow(parts.NewPara(late, parts.TextSecond, parts.Serious, parts.Regular))))
	}
	return parts.Column(4, rows...)
}

// more is claims and papers.
func (v *view) more(s Side) fyne.CanvasObject {
	t := v.h.Words().T
	label := func(s string) fyne.CanvasObject { return parts.Text(s, parts.TextHint, parts.Muted, parts.Bold) }
	var out []fyne.CanvasObject
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
	out = append(out, parts.Column(3, papers...))
	return parts.Column(12, out...)
}

func (v *view) claim(n int, c ClaimLine) fyne.CanvasObject {
	mark, ink := parts.Icon(parts.IconArrow, 17, parts.Muted, parts.Panel), parts.Ink
	if !c.Chosen {
		mark, ink = parts.Mark(parts.MarkSerious, 16, parts.Panel), parts.Serious
	}
	return parts.RowTop(8, parts.Fixed(16, 0, parts.Text(v.number(n), parts.TextControl, parts.Muted, parts.Bold)),
		parts.Grow(parts.Column(2, parts.NewPara(c.Text, parts.TextControl, parts.Ink, parts.Regular),
			parts.Row(6, mark, parts.Text(c.Proposed, parts.TextSecond, ink, parts.Bold)))))
}

func (v *view) paper(p PaperLine) fyne.CanvasObject {
	icon := parts.IconPaper
	open := func() { v.d.OpenDocument(p.Doc); v.h.Go("draft") }
	switch p.Doc {
	case PaperMotion:
		open = v.o.Original
	case PaperCosts:
		icon, open = parts.IconCosts, func() { v.h.Go("costs") }
	}
	return parts.Row(4, parts.Icon(icon, 18, parts.Muted, parts.Panel), parts.NewLink(p.Name, open),
		parts.Grow(parts.Middle(parts.NewLabel(p.Second, parts.TextSecond, parts.Muted, parts.Regular))))
}

func (v *view) removeRow() fyne.CanvasObject {
	return parts.Column(12, parts.HLine(parts.Line), parts.Row(6, parts.Icon(parts.IconBin, 18, parts.Muted, parts.Panel),
		parts.NewLink(v.h.Words().T("matters.remove"), v.remove), parts.Grow(), parts.Hint(v.h.Words().T("matters.remove_key"))))
}

func (v *view) to(name string, kind parts.ButtonKind) fyne.CanvasObject {
	return v.button(v.h.Words().T("screen."+name), "", kind, func() { v.enterScreen(name) })
}

func (v *view) foot() fyne.CanvasObject {
	return v.footOf(v.to("draft", parts.Primary), parts.Hint("Enter"), parts.Grow(), v.to("assess", parts.Plain), v.to("paper", parts.Plain))
}

func (v *view) footOf(row ...fyne.CanvasObject) fyne.CanvasObject {
	return parts.Column(0, parts.HLine(parts.Line), parts.Pad(8, 16, 10, 18, parts.Row(8, row...)))
}

func (v *view) binFoot() fyne.CanvasObject {
	if v.o.Erase == nil {
		return v.footOf(v.back(), parts.Hint("Enter"), parts.Grow())
	}
	return v.footOf(v.back(), parts.Grow(), v.button(v.h.Words().T("matters.erase"), "", parts.Plain, v.erase))
}

func (v *view) back() fyne.CanvasObject {
	b := parts.NewButton(parts.ButtonOptions{Text: v.h.Words().T("matters.take_back"), Icon: parts.IconUndo, Kind: parts.Primary, Tap: v.enter})
	v.first = b
	return b
}

// stripOf is the panel in one line, where there is no room for it.
func (v *view) stripOf(s Side, buttons ...fyne.CanvasObject) fyne.CanvasObject {
	row := append([]fyne.CanvasObject{parts.Grow(parts.Middle(parts.NewLabel(s.Title, parts.TextControl, parts.Ink, parts.Bold)))}, buttons...)
	return parts.Column(0, parts.HLine(parts.Line), parts.Fixed(0, 47, parts.Pad(0, 16, 0, 20, parts.Middle(parts.Row(8, row...)))))
}

// showMore shows the panel over the list.
func (v *view) showMore() {
	side, ok := v.m.SideOf(v.d.State(), v.kindName)
	if !ok {
		return
	}
	var d *parts.Dialog
	inside := func(do func()) func() { return func() { d.Close(); do() } }
	t := v.h.Words().T
	stand := parts.NewButton(parts.ButtonOptions{Text: t("matters.stand_long"), Tap: inside(v.askStanding)})
	refer := parts.NewButton(parts.ButtonOptions{Text: t("matters.referrals"), Tap: inside(v.o.Referrals)})
	bin := parts.NewButton(parts.ButtonOptions{Text: t("matters.remove"), Icon: parts.IconBin, Tap: inside(v.remove)})
	shut := parts.NewButton(parts.ButtonOptions{Text: t("word.close"), Kind: parts.Primary, Tap: func() { d.Close() }})
	body := parts.Column(12, append(v.about(side)[1:], v.more(side))...)
	d = parts.ShowDialog(v.h.Window(), v.h.Words(), parts.DialogOptions{Title: side.Title, Width: 560, Height: 520,
		Body: parts.NewScroll(parts.Pad(16, 20, 12, 20, body)).Outer,
		Left: []fyne.CanvasObject{stand, refer, bin}, Buttons: []fyne.CanvasObject{shut}}, shut)
}
