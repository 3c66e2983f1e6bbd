package facts

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"yttra/app"
	"yttra/reports"
)

// annex is an annex while it is being written; what is typed goes with it when it
// moves.
type annex struct {
	kept        app.Annex
	title, date string
}

func annexOf(a app.Annex) annex { return annex{a, a.Title, string(a.Date)} }

// howOrder lists how an annex may go with the paper, in the order it is offered.
var howOrder = []app.AnnexHow{app.AnnexListed, app.AnnexAppended, app.AnnexAttached}

func annexField(i int, what string) string { return fmt.Sprintf("annex_%d_%s", i, what) }

// newAnnex makes an annex of a file: a PDF that can follow page by page does, anything
// else is only listed until somebody says that it goes inside the paper.
func newAnnex(path string, data []byte) app.Annex {
	name := filepath.Base(path)
	a := app.Annex{Title: titleOf(name), Name: name, Data: data}
	if isPDF(data) && reports.AnnexFault(a.Title, data) == nil {
		a.How = app.AnnexAppended
	}
	return a
}

// titleOf makes a title of a file's name: "brev_2026-03-02.pdf" is brev 2026-03-02.
func titleOf(name string) string {
	s := strings.TrimSuffix(name, filepath.Ext(name))
	s = strings.Join(strings.Fields(strings.ReplaceAll(s, "_", " ")), " ")
	if s == "" {
		return name
	}
	return s
}

// isPDF goes by what the file begins with, whatever it is called.
func isPDF(data []byte) bool {
	return bytes.Contains(data[:min(len(data), 1024)], []byte("%PDF-"))
}

// addAnnex puts an annex last.
func (p *Paper) addAnnex(a app.Annex) { p.annexes = append(p.annexes, annexOf(a)) }

// moveAnnex moves an annex one step and tells where it went.
func (p *Paper) moveAnnex(i, by int) int {
	to := i + by
	if i < 0 || i >= len(p.annexes) || to < 0 || to >= len(p.annexes) {
		return i
	}
	p.annexes[i], p.annexes[to] = p.annexes[to], p.annexes[i]
	return to
}

func (p *Paper) removeAnnex(i int) { p.annexes = slices.Delete(slices.Clone(p.annexes), i, i+1) }

// putFile gives an annex its file. A title that was made of the old file's name is
// made of the new one's.
func (p *Paper) putFile(i int, now app.Annex) {
	a := &p.annexes[i]
	if strings.TrimSpace(a.title) == "" || a.kept.Name != "" && a.title == titleOf(a.kept.Name) {
		a.title = now.Title
	}
	if a.kept.Name == "" || a.kept.How == app.AnnexAppended && now.How != app.AnnexAppended {
		a.kept.How = now.How
	}
	a.kept.Name, a.kept.Data = now.Name, now.Data
}

func (p *Paper) annexesNow() []app.Annex {
	var out []app.Annex
	for _, a := range p.annexes {
		if a.title != a.kept.Title {
			a.kept.Title = strings.TrimSpace(a.title)
		}
		if a.date != string(a.kept.Date) {
			a.kept.Date, _ = day(a.date)
		}
		if a.kept.Title == "" && a.kept.Date == "" && a.kept.Name == "" && len(a.kept.Data) == 0 && len(a.kept.Extra) == 0 {
			continue // nothing is said of it
		}
		out = append(out, a.kept)
	}
	return out
}

func (p *Paper) annexFaults(out map[string]string) {
	for i, a := range p.annexes {
		if _, ok := day(a.date); !ok {
			out[annexField(i, "date")] = "form.fault_day"
		}
		if strings.TrimSpace(a.title) == "" && (a.kept.Name != "" || strings.TrimSpace(a.date) != "") {
			out[annexField(i, "title")] = "facts.fault_annex_title"
		}
		switch {
		case a.kept.How != app.AnnexListed && len(a.kept.Data) == 0:
			out[annexField(i, "file")] = "facts.fault_annex_file"
		case a.kept.How == app.AnnexAppended && !isPDF(a.kept.Data):
			out[annexField(i, "file")] = "facts.fault_annex_pdf"
		}
	}
}
