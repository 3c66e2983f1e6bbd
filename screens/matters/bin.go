package matters

import (
	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/i18n"
	"yttra/screens/parts"
)

// remove puts the chosen matter in the bin at once; a row says so, and takes it
// back.
func (v *view) remove() {
	at := v.list.At()
	r := v.m.Source(at)
	if r.ID == "" || v.m.Chosen() == Bin {
		return
	}
	// What is not yet saved must come into the bin too.
	if err := v.d.Save(); err != nil {
		v.h.Problem(err)
		return
	}
	if err := v.d.Remove(r.ID); err != nil {
		v.h.Problem(err)
		return
	}
	v.m.SetBin(v.readBin())
	v.say(v.h.Words().T("matters.removed", i18n.Vars{"Title": shorten(v.m.rowOf(r).Title)}), func() { v.bringBack(r.ID) })
	v.near(at)
}

// takeBack takes a matter out of the bin and stays there.
func (v *view) takeBack(id string) {
	at := v.list.At()
	if id == "" || !v.unremove(id) {
		return
	}
	v.near(at)
}

// bringBack takes what was just put in the bin out again, to where it stood.
func (v *view) bringBack(id string) {
	v.unsay()
	if v.unremove(id) {
		v.near(max(0, v.m.Index(id)))
	}
}

func (v *view) unremove(id string) bool {
	err := v.d.Unremove(id)
	if err != nil {
		v.h.Problem(err)
	}
	v.m.SetBin(v.readBin())
	return err == nil
}

func (v *view) readBin() []app.Row {
	rows, err := v.d.Bin()
	if err != nil {
		v.h.Problem(err)
	}
	return rows
}

// say tells what was done in a row over the list, with a way to undo it.
func (v *view) say(text string, undo func()) {
	v.notice.Objects = []fyne.CanvasObject{parts.Banner(parts.MarkNote, text, &parts.Action{Text: v.h.Words().T("word.undo"), Do: undo}), parts.HLine(parts.Line)}
	v.outer.Refresh()
}

// unsay takes the row away.
func (v *view) unsay() {
	if len(v.notice.Objects) > 0 {
		v.notice.Objects = nil
		v.outer.Refresh()
	}
}

// erase takes the chosen matter away for good, when somebody has read what that means.
func (v *view) erase() {
	at := v.list.At()
	if id := v.m.Source(at).ID; id != "" {
		v.o.Erase(id, func() {
			v.m.SetBin(v.readBin())
			v.near(at)
		})
	}
}
