package transfer

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/app/archive"
	"yttra/app/audit"
	"yttra/i18n"
	"yttra/reports"
	"yttra/screens/parts"
)

// exporting is what somebody has chosen to export.
type exporting struct {
	h    parts.Host
	o    Options
	only string // the open matter alone; empty: all
	bin  bool
	pdf  bool
}

// ShowExport asks what is to be exported, and where.
func ShowExport(h parts.Host, o Options) {
	x := &exporting{h: h, o: o, bin: true, pdf: true}
	w, s := h.Words(), o.Desk.State()
	body := []fyne.CanvasObject{para(w.T("transfer.export_text")), marked(parts.MarkSerious, w.T("transfer.export_protect"))}
	if s.Matter != nil {
		all := parts.Option{Text: w.T("transfer.export_all"), Count: count(w, s.Rows.Len())}
		which := parts.NewChoice(parts.ChoiceOptions{Options: []parts.Option{all, {Text: w.T("transfer.export_open")}}, Pick: func(i int) {
			x.only = ""
			if i == 1 {
				x.only = s.Matter.ID
			}
		}})
		body = append(body, parts.Left(which))
	}
	var with []fyne.CanvasObject
	if bin, err := o.Desk.Bin(); err == nil && len(bin) > 0 {
		with = append(with, parts.NewToggle(w.N("transfer.export_bin", len(bin)), x.bin, func(on bool) { x.bin = on }))
	}
	with = append(with, parts.NewToggle(w.T("transfer.export_pdf"), x.pdf, func(on bool) { x.pdf = on }))
	body = append(body, parts.Flow(8, with...), note(w.T("transfer.export_pdf_note")))
	var d *parts.Dialog
	next := parts.NewButton(parts.ButtonOptions{Text: w.T("transfer.export_choose"), Kind: parts.Primary, Tap: func() { d.Close(); x.choose() }})
	d = parts.ShowDialog(h.Window(), w, parts.DialogOptions{Title: w.T("transfer.export"), Width: 620, Body: parts.Pad(14, 20, 16, 20, parts.Column(12, body...)), Help: o.Help("export"),
		Buttons: []fyne.CanvasObject{parts.NewButton(parts.ButtonOptions{Text: w.T("word.cancel"), Tap: func() { d.Close() }}), next}}, next)
}

func (x *exporting) choose() {
	w := x.h.Words()
	name := w.T("transfer.export_name", i18n.Vars{"Day": x.o.Now().Format(time.DateOnly)}) + ".zip"
	x.h.ChooseFile(parts.FileOptions{Purpose: "export", Title: w.T("transfer.export"), Save: true, Name: name, Endings: []string{".zip"}, Kind: w.T("transfer.files"), Done: x.write})
}

// write makes the archive away from the window's thread; what is open is saved first.
func (x *exporting) write(path string) {
	w := x.h.Words()
	if err := x.o.Desk.Save(); err != nil {
		x.h.Problem(err)
		return
	}
	a, err := x.options()
	if err != nil {
		x.h.Problem(err)
		return
	}
	var told archive.Written
	x.h.Work(w.T("transfer.exporting"), func(ctx context.Context, step func(int, int)) error {
		checker, err := x.o.Checker()
		if err != nil {
			return err
		}
		profile, err := x.o.Store.Profile()
		if err != nil && app.CodeOf(err) != app.CodeDamaged {
			return err
		}
		checker.Know(profile)
		if x.pdf {
			a.Paper = reports.Each(a.Packs, profile, x.o.Program, func(m *app.Matter, doc int) []app.Finding { return checker.Run(m, doc).Findings })
		}
		a.Step = step
		if told, err = archive.Write(ctx, path, x.o.Store, a); err == nil && x.o.Keeper != nil {
			err = x.o.Keeper.Record(app.Event{Action: app.ActRegisterExported})
		}
		return err
	}, func(err error) {
		if err != nil {
			x.h.Problem(err)
			return
		}
		x.o.Done("", w.N("transfer.exported", told.Matters, i18n.Vars{"File": path, "Size": w.Size(told.Bytes)}), false)
		if len(told.Faults) > 0 {
			tell(x.h, w.N("transfer.export_faults", len(told.Faults)), faultLines(w, told.Faults))
		}
	})
}

// options are gathered on the window's thread: they come from the desk.
func (x *exporting) options() (archive.Options, error) {
	sv, err := i18n.New("sv") // what is on the pages is Swedish
	if err != nil {
		return archive.Options{}, err
	}
	a := archive.Options{Bin: x.bin, At: x.o.Now(), Program: x.o.Program, Packs: x.o.Desk.Packs(), Say: func(err error) string {
		title, _, _ := parts.ProblemWords(sv, err)
		return title
	}}
	if x.only != "" {
		a.Matters = []string{x.only}
	}
	if x.o.Keeper != nil {
		bin, err := x.o.Desk.Bin()
		if err != nil && app.CodeOf(err) != app.CodeDamaged {
			return a, err
		}
		tell := audit.Teller{Words: sv, Packs: a.Packs, Matter: audit.Called(x.o.Desk.State().Rows, app.NewRows(bin))}
		a.Events = tell.Stream(x.o.Keeper, a.Matters)
	}
	return a, nil
}

// faultLines are sentences about what could not be read or written.
func faultLines(w i18n.Words, faults []archive.Fault) []string {
	var out []string
	for _, f := range faults {
		s := w.T("transfer.fault."+string(f.Kind), i18n.Vars{"Name": f.Name})
		if f.Title != "" {
			s = f.Title + ": " + s
		}
		if app.ProblemOf(f.Err) != nil {
			title, _, _ := parts.ProblemWords(w, f.Err)
			s += " " + title
		}
		out = append(out, s)
	}
	return out
}
