package facts

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"yttra/app"
	"yttra/i18n"
	"yttra/reports"
	"yttra/screens/parts"
)

// annexes are the papers that belong to this one, in the order they are numbered.
func (v *paperView) annexes() fyne.CanvasObject {
	t := v.h.Words().T
	v.hows, v.drawing = nil, true
	defer func() { v.drawing = false }()
	out := []fyne.CanvasObject{parts.NewPara(t("facts.annex_text"), parts.TextControl, parts.Ink, parts.Regular)}
	for i := range v.p.annexes {
		out = append(out, v.annex(i))
	}
	add := parts.NewButton(parts.ButtonOptions{Text: t("facts.annex_add"), Icon: parts.IconPlus, Tap: func() {
		v.p.addAnnex(app.Annex{})
		v.again(annexField(len(v.p.annexes)-1, "title"))
	}})
	file := parts.NewButton(parts.ButtonOptions{Text: t("facts.annex_add_file"), Icon: parts.IconOpen, Tap: func() { v.chooseFile(-1) }})
	if v.first == nil {
		v.first = add
	}
	return parts.Column(12, append(out, parts.Row(8, add, file))...)
}

// annex is one of them: what it is called, how it goes with the paper, its file.
func (v *paperView) annex(i int) fyne.CanvasObject {
	w, t, a := v.h.Words(), v.h.Words().T, &v.p.annexes[i]
	v.form.typed[annexField(i, "title")], v.form.typed[annexField(i, "date")] = a.title, a.date
	title := v.firstOf(annexField(i, "title"), v.form.bare(annexField(i, "title"), parts.FieldOptions{Label: t("facts.annex_title", i18n.Vars{"N": w.Int(int64(i + 1))}),
		Changed: func(s string) { a.title = s }}))
	date := v.form.bare(annexField(i, "date"), parts.FieldOptions{Label: t("facts.annex_date"), Ghost: t("form.day"), Changed: func(s string) { a.date = s }})
	var names []string
	chosen := 0
	for n, how := range howOrder {
		names = append(names, t("annex."+howWord(how)))
		if how == a.kept.How {
			chosen = n
		}
	}
	how := parts.NewDropdown(parts.DropdownOptions{Options: names, Chosen: chosen, Width: 210, Pick: func(n int) {
		a.kept.How = howOrder[n]
		v.again(annexField(i, "title"))
		v.focus(v.hows[i]) // the arrows go on in it
	}})
	v.hows = append(v.hows, how)
	remove := parts.NewButton(parts.ButtonOptions{Icon: parts.IconBin, Tap: func() { v.p.removeAnnex(i); delete(v.heavy, i); v.again(annexField(max(0, i-1), "title")) }})
	rows := []fyne.CanvasObject{
		parts.RowTop(10, parts.Grow(title), parts.Fixed(140, 0, date), parts.Pad(24, 0, 0, 0, remove)),
		parts.Row(10, how, v.fileButton(i), parts.Grow(parts.Middle(parts.NewLabel(v.fileName(a.kept), parts.TextSecond, parts.Muted, parts.Regular)))),
		note(t("annex.note_" + howWord(a.kept.How))),
	}
	if s := v.heavy[i]; s != "" {
		rows = append(rows, warn(s))
	}
	if key, ok := v.p.Faults()[annexField(i, "file")]; ok {
		rows = append(rows, warn(t(key)))
	} else if s := v.unfit(a.kept); s != "" && a.kept.How == app.AnnexAppended {
		rows = append(rows, warn(s))
	} else if s != "" {
		rows = append(rows, note(s))
	}
	return parts.Box(parts.Page, parts.Line, 4, parts.Pad(10, 12, 10, 12, parts.Column(6, rows...)))
}

// unfit says why the pages of a PDF cannot follow; empty when they can, or while it
// is not known. It is looked up once for a file, away from the window's thread.
func (v *paperView) unfit(a app.Annex) string {
	if !isPDF(a.Data) {
		return ""
	}
	file := &a.Data[0]
	err, known := v.judged[file]
	if !known {
		v.judged[file] = nil
		v.h.Work(v.h.Words().T("window.reading"), func(context.Context, func(int, int)) error {
			err = reports.AnnexFault(a.Title, a.Data)
			return nil
		}, func(error) {
			if v.judged[file] = err; err != nil && !v.drawing && v.sections[v.at] == AnnexSection {
				i, what := v.annexAt()
				v.again(annexField(max(0, i), what))
			}
		})
		err = v.judged[file]
	}
	if err == nil {
		return ""
	}
	title, _, do := parts.ProblemWords(v.h.Words(), err)
	return title + " " + do
}

// howWord is the word of how an annex goes with the paper.
func howWord(h app.AnnexHow) string {
	if h == app.AnnexListed {
		return "listed"
	}
	return string(h)
}

func (v *paperView) fileButton(i int) *parts.Press {
	word := "facts.annex_choose"
	if v.p.annexes[i].kept.Name != "" {
		word = "facts.annex_other"
	}
	return parts.NewButton(parts.ButtonOptions{Text: v.h.Words().T(word), Tap: func() { v.chooseFile(i) }})
}

// fileName is the file's name and size; empty when there is none.
func (v *paperView) fileName(a app.Annex) string {
	if len(a.Data) == 0 {
		return a.Name
	}
	return a.Name + ", " + v.h.Words().Size(int64(len(a.Data)))
}

// chooseFile asks for the file of an annex; -1 is a new one.
func (v *paperView) chooseFile(i int) {
	v.h.ChooseFile(parts.FileOptions{Purpose: "annex", Title: v.h.Words().T("facts.annex_add_file"), Done: func(path string) { v.read(i, path) }})
}

func (v *paperView) read(i int, path string) {
	Read(v.h, path, func(now app.Annex, err error) {
		switch {
		case err != nil && i < 0:
			v.tellFault(err)
		case err != nil:
			_, safe, do := parts.ProblemWords(v.h.Words(), err)
			v.heavy[i] = strings.TrimSpace(safe + " " + do)
			v.again(annexField(i, "title"))
		case i < 0:
			v.p.addAnnex(now)
			v.again(annexField(len(v.p.annexes)-1, "title"))
		default:
			delete(v.heavy, i)
			v.p.putFile(i, now)
			v.again(annexField(i, "title"))
		}
	})
}

// tellFault tells of a file that could not be taken; the rows of the window lie
// under the dialog.
func (v *paperView) tellFault(err error) {
	title, safe, do := parts.ProblemWords(v.h.Words(), err)
	var d *parts.Dialog
	ok := parts.NewButton(parts.ButtonOptions{Text: v.h.Words().T("word.close"), Kind: parts.Primary, Tap: func() { d.Close() }})
	d = parts.ShowDialog(v.h.Window(), v.h.Words(), parts.DialogOptions{Title: title, Width: 520,
		Body:    parts.Pad(14, 20, 16, 20, parts.Column(0, parts.NewPara(safe+" "+do, parts.TextControl, parts.Ink, parts.Regular))),
		Buttons: []fyne.CanvasObject{ok}}, ok)
}

// Read makes an annex of a file, away from the window's thread. It fails with
// CodeAnnexSize above app.MostAnnex, before anything is read, and with CodeNoFile.
func Read(h parts.Host, path string, done func(a app.Annex, err error)) {
	var a app.Annex
	h.Work(h.Words().T("window.reading"), func(context.Context, func(int, int)) error {
		name := filepath.Base(path)
		info, err := os.Stat(path)
		if err == nil && info.Size() > app.MostAnnex {
			return &app.Problem{Code: app.CodeAnnexSize, What: name, Where: h.Words().Size(info.Size())}
		}
		var data []byte
		if err == nil {
			data, err = os.ReadFile(path)
		}
		if err != nil {
			return &app.Problem{Code: app.CodeNoFile, What: name, Err: err}
		}
		a = newAnnex(path, data)
		return nil
	}, func(err error) { done(a, err) })
}

// shortcut moves the annex that the keyboard is in with Alt+Up and Alt+Down.
func (v *paperView) shortcut(s fyne.Shortcut) bool {
	k, ok := s.(*desktop.CustomShortcut)
	by := 0
	if ok && k.Modifier == fyne.KeyModifierAlt {
		by = map[fyne.KeyName]int{fyne.KeyUp: -1, fyne.KeyDown: 1}[k.KeyName]
	}
	if by == 0 || v.sections[v.at] != AnnexSection {
		return false
	}
	i, what := v.annexAt()
	if i < 0 {
		return false
	}
	clear(v.heavy)
	to := v.p.moveAnnex(i, by)
	v.again(annexField(to, what))
	if what == "how" {
		v.focus(v.hows[to])
	}
	return true
}

// annexAt is the annex that the keyboard is in, and what of it; -1: none.
func (v *paperView) annexAt() (int, string) {
	focused := v.h.Window().Canvas().Focused()
	for i := range v.p.annexes {
		if i < len(v.hows) && focused == fyne.Focusable(v.hows[i]) {
			return i, "how"
		}
		for _, what := range []string{"title", "date"} {
			if f, ok := v.form.fields[annexField(i, what)]; ok && focused == fyne.Focusable(f.Entry) {
				return i, what
			}
		}
	}
	return -1, ""
}
