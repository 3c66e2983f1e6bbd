package backups

import (
	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/app/compare"
	"yttra/i18n"
	"yttra/screens/parts"
)

// showMatter shows a matter as it was in a backup, to read. Where there is one now, what
// would come and go stands on the colours of the versions.
func showMatter(v *view, b app.Backup, then, now *app.Matter) {
	w := v.m.words
	title := then.Title
	if title == "" {
		title = w.T("backup.untitled")
	}
	rows := []fyne.CanvasObject{parts.NewPara(w.T("backup.read_only", v.when(b)), parts.TextSecond, parts.Muted, parts.Regular)}
	if now == nil {
		now = then // there is nothing to hold it against
	} else if r := compare.Matters(compare.Side{Matter: now}, compare.Side{Matter: then}); r.Changes() == 0 {
		rows = append(rows, parts.Banner(parts.MarkMet, w.T("backup.no_change"), nil))
	} else {
		rows = append(rows, parts.NewPara(w.T("backup.compare_heading"), parts.TextControl, parts.Ink, parts.Bold))
	}
	rows = append(rows, drawn(w, compare.Matters(compare.Side{Matter: now}, compare.Side{Matter: then}), then, now)...)
	var d *parts.Dialog
	shut := parts.NewButton(parts.ButtonOptions{Text: w.T("word.close"), Kind: parts.Primary, Tap: func() { d.Close() }})
	scroll := parts.NewScroll(parts.Pad(12, 24, 16, 24, parts.Column(6, rows...)))
	d = parts.ShowDialog(v.h.Window(), w, parts.DialogOptions{Title: title, Width: 760, Height: 600, Body: parts.Stack(parts.Rect(parts.Page, 1, 1, 0), scroll.Outer),
		Buttons: []fyne.CanvasObject{shut}}, shut)
}

// drawn lays out the sections of a matter. What the matter now does not have stands on
// green, and what only it has on red.
func drawn(w i18n.Words, r compare.Result, then, now *app.Matter) (rows []fyne.CanvasObject) {
	for _, d := range r.Documents {
		for _, s := range d.Sections {
			rows = append(rows, parts.Pad(8, 0, 0, 0, parts.NewPara(heading(s, d, then, now), parts.TextControl, parts.Ink, parts.Bold)))
			for _, p := range s.Paragraphs {
				rows = append(rows, paragraph(w, p)...)
			}
		}
	}
	return rows
}

func heading(s compare.Section, d compare.Document, then, now *app.Matter) string {
	if s.New >= 0 {
		return then.Documents[d.New].Sections[s.New].Heading
	}
	return now.Documents[d.Old].Sections[s.Old].Heading
}

// paragraph draws one as it was; where it differs, as it is now before it.
func paragraph(w i18n.Words, p compare.Paragraph) (rows []fyne.CanvasObject) {
	text := func(s string) fyne.CanvasObject { return parts.NewPara(s, parts.TextControl, parts.Ink, parts.Regular) }
	marked := func(word, s string, ground, edge parts.Token) fyne.CanvasObject {
		said := parts.RowTop(8, parts.Fixed(34, 0, parts.NewLabel(w.T(word), parts.TextSecond, parts.Ink, parts.Bold)), parts.Grow(text(s)))
		return parts.Fill(ground, parts.Columns(0, []float32{4, 0}, parts.Rect(edge, 4, 1, 0), parts.Pad(3, 10, 4, 10, said)))
	}
	if p.Op == compare.Same {
		return []fyne.CanvasObject{text(p.New)}
	}
	if p.Old != "" {
		rows = append(rows, marked("backup.mark_now", p.Old, parts.StopSoft, parts.Stop))
	}
	if p.New != "" {
		rows = append(rows, marked("backup.mark_then", p.New, parts.OKSoft, parts.OK))
	}
	return rows
}
