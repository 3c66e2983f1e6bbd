package paper

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/i18n"
	"yttra/reports"
	"yttra/screens/parts"
)

// mostMade is how many of the files that were made are shown beside the pages.
const mostMade = 3

// made describes a file for the matter; ok is false when none came of it that says
// anything of the paper: it was stopped, or had no room.
func (f File) made(path string, found reports.Proof, err error) (e app.Export, ok bool) {
	e = app.Export{Name: filepath.Base(path), Copy: f.in.Copy, Status: f.in.Document.Status,
		Claims: found.Claims, Pages: found.Pages, Words: found.Words, Tags: found.Tags, Sum: found.Sum}
	var fault *reports.ProofError
	switch {
	case err == nil:
		return e, true
	case errors.As(err, &fault):
		e.Fault = string(fault.Fault)
	case app.CodeOf(err) == app.CodeUnproven:
		e.Fault = string(reports.FaultRules)
	default:
		return e, false
	}
	return e, true
}

// noteMade keeps with the matter what a file was found to be. The text is the same:
// what is known of the paper's last file stands.
func (v *view) noteMade(path string, f File, found reports.Proof, err error) {
	if e, ok := f.made(path, found, err); ok {
		known := v.m.proof
		v.d.RecordFile(f.in.Document.ID, e)
		v.m.proof = known
	}
}

// Claims are the standards that the paper's file says it keeps.
func (m *Model) Claims() []string {
	if m.proof.Found.Claims != nil {
		return m.proof.Found.Claims
	}
	return reports.Claims(m.state.Document(), m.state.Profile)
}

// Made lists the files that were made of the document, latest first.
func (m *Model) Made() []app.Export {
	d := m.state.Document()
	if d == nil {
		return nil
	}
	out := slices.Clone(d.Exports)
	slices.Reverse(out)
	return out
}

// MadeLine says of a file when it was made, which copy it is, how long, and what it
// claims to be, or what it failed on.
func (m *Model) MadeLine(e app.Export) string {
	w := m.words
	kind := w.T("paper.made_draft")
	switch {
	case e.Copy == app.WebCopy:
		kind = w.T("paper.made_web")
	case e.Status == app.Final:
		kind = w.T("paper.made_final")
	}
	s := w.T("paper.made_row", i18n.Vars{"Day": e.At.Format("2006-01-02"), "Time": w.Clock(e.At), "Kind": kind})
	if e.Fault != "" {
		if key := "paper.fault." + e.Fault; w.Has(key) {
			return s + ". " + w.T(key)
		}
		return s + ". " + w.T("paper.failed")
	}
	return s + " · " + w.N("paper.pages", e.Pages) + " · " + strings.Join(e.Claims, ", ")
}

// filesMade is the list of files that were made, the latest of them, with a way to
// all.
func (v *view) filesMade() fyne.CanvasObject {
	w, all := v.h.Words(), v.m.Made()
	rows := []fyne.CanvasObject{parts.Text(w.T("paper.made"), parts.TextControl, parts.Ink, parts.Bold)}
	rows = append(rows, v.madeRows(all[:min(mostMade, len(all))], parts.Page)...)
	if len(all) > mostMade {
		rows = append(rows, parts.Left(parts.NewLink(w.T("paper.made_all", i18n.Vars{"N": w.Int(int64(len(all)))}), v.showMade)))
	}
	return parts.Box(parts.Page, parts.Line, 4, parts.Pad(9, 10, 10, 14, parts.Column(6, rows...)))
}

func (v *view) madeRows(files []app.Export, ground parts.Token) []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, e := range files {
		mark := parts.MarkMet
		if e.Fault != "" {
			mark = parts.MarkBlocking
		}
		rows = append(rows, parts.RowTop(8, parts.Pad(1, 0, 0, 0, parts.Mark(mark, 18, ground)), parts.Grow(parts.Column(1,
			parts.NewPara(e.Name, parts.TextSecond, parts.Ink, parts.Regular), parts.NewPara(v.m.MadeLine(e), parts.TextHint, parts.Muted, parts.Regular)))))
	}
	return rows
}

// showMade lists every file that is remembered, with its sum.
func (v *view) showMade() {
	w := v.h.Words()
	var d *parts.Dialog
	shut := parts.NewButton(parts.ButtonOptions{Text: w.T("word.close"), Kind: parts.Primary, Tap: func() { d.Close() }})
	d = parts.ShowDialog(v.h.Window(), w, parts.DialogOptions{Title: w.T("paper.made"), Width: 620,
		Body: parts.Pad(14, 20, 16, 20, parts.Column(9, v.madeRows(v.m.Made(), parts.Panel)...)), Buttons: []fyne.CanvasObject{shut}}, shut)
}
