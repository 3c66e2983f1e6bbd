package screens

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/app/disk"
	"yttra/i18n"
	"yttra/screens/parts"
)

// showRepairs shows all reports of what was found damaged in the register, newest first.
func (w *Window) showRepairs() {
	w.withRegister(func() {
		all, err := w.repairs()
		if err != nil {
			w.Problem(err)
			return
		}
		if len(all) == 0 {
			w.informAbout("repair.title", "repair.none")
			return
		}
		w.repairDialog("repair.title", all)
	})
}

func (w *Window) repairs() ([]app.Repair, error) {
	if w.reg.Keeper == nil {
		return nil, nil
	}
	return w.reg.Keeper.Repairs()
}

// tellRepairs shows what was repaired and nobody has been told of yet.
func (w *Window) tellRepairs() {
	all, err := w.repairs()
	if err != nil {
		w.log(err)
		return
	}
	var unseen []app.Repair
	for _, p := range all {
		if !p.Seen {
			unseen = append(unseen, p)
		}
	}
	if len(unseen) > 0 {
		w.repairDialog("repair.title_new", unseen)
	}
}

// repairDialog shows reports, and notes that they have been seen when it is left.
func (w *Window) repairDialog(title string, all []app.Repair) {
	t := w.words.T
	var d *parts.Dialog
	var rows []fyne.CanvasObject
	for i, p := range all {
		if i > 0 {
			rows = append(rows, parts.Pad(6, 0, 6, 0, parts.HLine(parts.Line)))
		}
		rows = append(rows, repairRows(repairTold(w.words, p), p.Whole)...)
	}
	ok := parts.NewButton(parts.ButtonOptions{Text: t("word.close"), Kind: parts.Primary, Tap: func() { d.Close() }})
	save := parts.NewButton(parts.ButtonOptions{Text: t("repair.save"), Tap: func() { w.saveRepairs(all) }})
	scroll := parts.NewScroll(parts.Pad(14, 20, 16, 20, parts.Column(6, rows...)))
	d = parts.ShowDialog(w.win, w.words, parts.DialogOptions{Title: t(title), Width: 680, Height: 480, Body: scroll.Outer, Scroll: scroll,
		Left: []fyne.CanvasObject{save}, Buttons: []fyne.CanvasObject{ok}, Closed: func() { w.repairsSeen(all) }}, ok)
}

// repairRows are the rows of one report.
func repairRows(r told, whole bool) []fyne.CanvasObject {
	mark := parts.MarkMet
	if !whole {
		mark = parts.MarkSerious
	}
	rows := []fyne.CanvasObject{
		parts.NewLabel(r.when, parts.TextSecond, parts.Muted, parts.Regular),
		parts.RowTop(8, parts.Pad(1, 0, 0, 0, parts.Mark(mark, 18, parts.Panel)), parts.Grow(parts.NewPara(r.ended, parts.TextControl, parts.Ink, parts.Bold)))}
	for _, g := range r.groups {
		rows = append(rows, parts.Pad(6, 0, 0, 0, parts.NewLabel(g.head, parts.TextControl, parts.Ink, parts.Bold)))
		for _, line := range g.lines {
			rows = append(rows, parts.NewPara(line, parts.TextControl, parts.Ink, parts.Regular))
		}
	}
	return rows
}

func (w *Window) repairsSeen(all []app.Repair) {
	for _, p := range all {
		if p.Seen || w.reg.Keeper == nil {
			continue
		}
		if err := w.reg.Keeper.RepairSeen(p); err != nil {
			w.log(err)
		}
	}
}

// saveRepairs writes the reports as a text file.
func (w *Window) saveRepairs(all []app.Repair) {
	t := w.words.T
	var texts []string
	for _, p := range all {
		texts = append(texts, repairTold(w.words, p).text(w.words, p))
	}
	name := t("repair.file_name", i18n.Vars{"Day": all[0].At.Local().Format("2006-01-02")}) + ".txt"
	w.ChooseFile(parts.FileOptions{Purpose: "repair", Title: t("repair.save"), Save: true, Name: name, Endings: []string{".txt"}, Kind: t("repair.text_files"), Done: func(path string) {
		w.Work(t("repair.save"), func(context.Context, func(int, int)) error {
			return disk.Write(path, []byte(strings.Join(texts, "\n\n")), disk.Shared)
		}, func(err error) {
			w.Problem(err)
			if err == nil {
				w.tell(t("paper.saved", i18n.Vars{"Path": path}), parts.Action{})
			}
		})
	}})
}
