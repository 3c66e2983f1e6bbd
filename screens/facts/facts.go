// Package facts is the dialogs in which a person fills in what a paper says around
// its text: whose it is and to whom, the sitting and its votes, who has approved
// it, its annexes; and the bodies a matter has been sent to for their opinion.
//
// A dialog works on a copy. Saving is one step to undo; nothing is thrown away
// without asking.
package facts

import (
	"strings"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/app/desk"
	"yttra/screens/parts"
)

// Options are what the window does for the dialogs.
type Options struct {
	// Kind is what a kind of document is called in the window's language.
	Kind func(id string) string
	// Reference writes an example of a case reference as a form says; empty when the
	// form says nothing that can be written.
	Reference func(form string) string
	// Help opens a page of the help; nil: there is none.
	Help func(page string) func()
}

// Sections of the dialog about a document, which ShowPaper can open at.
const (
	PaperSection   = "paper"
	PeopleSection  = "people"
	MeetingSection = "meeting"
	VotesSection   = "votes"
	NoticeSection  = "notice"
	AttestSection  = "attest"
	AnnexSection   = "annex"
)

// Lines writes people one on each line: Namn, titel.
func Lines(people []app.Person) string {
	var lines []string
	for _, p := range people {
		line := p.Name
		if p.Title != "" {
			line += ", " + p.Title
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

// rows gives the lines of a text that say something.
func rows(s string) []string {
	var out []string
	for l := range strings.Lines(s) {
		if l = strings.TrimSpace(l); l != "" {
			out = append(out, l)
		}
	}
	return out
}

// day reads a day as it was typed; ok is false when there is no such day. Nothing
// is no day, and fine.
func day(s string) (app.Date, bool) {
	d := app.Date(strings.TrimSpace(s))
	return d, d == "" || d.Valid()
}

// dialogOf is what the two dialogs have in common.
type dialogOf struct {
	h    parts.Host
	d    *desk.Desk
	o    Options
	form *form
	nav  *parts.Nav
	main *parts.Scroll
	box  *parts.Dialog

	changed func() bool // something would be lost
	keep    func() bool // saves; false: something has to be mended first
}

// help gives the page, when there is help.
func (d *dialogOf) help(page string) func() {
	if d.o.Help == nil {
		return nil
	}
	return d.o.Help(page)
}

// save keeps what was written and closes.
func (d *dialogOf) save() {
	if d.keep() {
		d.box.Close()
	}
}

// mayLeave asks before what was written is thrown away; false keeps the dialog.
func (d *dialogOf) mayLeave() bool {
	if !d.changed() {
		return true
	}
	t := d.h.Words().T
	var ask *parts.Dialog
	save := parts.NewButton(parts.ButtonOptions{Text: t("word.save"), Kind: parts.Primary, Tap: func() { ask.Close(); d.save() }})
	stay := parts.NewButton(parts.ButtonOptions{Text: t("profile.go_on"), Tap: func() { ask.Close() }})
	drop := parts.NewButton(parts.ButtonOptions{Text: t("profile.throw"), Tap: func() { ask.Close(); d.box.Close() }})
	ask = parts.ShowDialog(d.h.Window(), d.h.Words(), parts.DialogOptions{Title: t("facts.unsaved"), Width: 520,
		Body: parts.Pad(14, 20, 16, 20, parts.Column(0, parts.NewPara(t("facts.unsaved_text"), parts.TextControl, parts.Ink, parts.Regular))),
		Left: []fyne.CanvasObject{drop}, Buttons: []fyne.CanvasObject{stay, save}}, save)
	return false
}

// buttons are Avbryt and Spara.
func (d *dialogOf) buttons() []fyne.CanvasObject {
	t := d.h.Words().T
	return []fyne.CanvasObject{
		parts.NewButton(parts.ButtonOptions{Text: t("word.cancel"), Tap: func() { d.box.Dismiss() }}),
		parts.NewButton(parts.ButtonOptions{Text: t("word.save"), Kind: parts.Primary, Tap: d.save})}
}
