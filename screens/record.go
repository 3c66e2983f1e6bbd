package screens

import (
	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/screens/facts"
	"yttra/screens/parts"
)

// factOptions is what the dialogs about a paper and about referrals need of the
// window.
func (w *Window) factOptions() facts.Options {
	return facts.Options{Kind: func(id string) string { return kindName(w, id) }, Help: w.helpAt, Reference: func(form string) string {
		s, _ := referenceExample(form, w.o.Desk.State().Today)
		return s
	}}
}

// showFacts opens what the open document says around its text, at a section of
// the dialog.
func (w *Window) showFacts(section string) func() {
	return func() {
		w.leaveScreen()
		facts.ShowPaper(w.o.Desk, w, w.factOptions(), section)
	}
}

// showReferrals opens whom the open matter has been sent to.
func (w *Window) showReferrals() {
	w.leaveScreen()
	facts.ShowReferrals(w.o.Desk, w, w.factOptions())
}

// takesAnnex reports whether a file that is dropped becomes an annex: the paper is
// in front.
func (w *Window) takesAnnex() bool {
	return w.face == atWork && w.front == "paper" && w.o.Desk.State().Document() != nil
}

// annexesDropped makes files annexes of the open document, in the order they were
// dropped, and then shows them. All of them are one step to undo.
func (w *Window) annexesDropped(uris []fyne.URI) {
	doc := w.o.Desk.State().Document().ID
	var taken []app.Annex
	var last error
	var next func(i int)
	next = func(i int) {
		if i == len(uris) {
			w.Problem(last)
			w.addAnnexes(doc, taken)
			return
		}
		facts.Read(w, uris[i].Path(), func(a app.Annex, err error) {
			if err != nil {
				last = err
			} else {
				taken = append(taken, a)
			}
			next(i + 1)
		})
	}
	next(0)
}

func (w *Window) addAnnexes(doc string, taken []app.Annex) {
	s := w.o.Desk.State()
	if len(taken) == 0 || s.Matter == nil || s.Matter.Document(doc) < 0 {
		return
	}
	w.o.Desk.Edit("", func(m *app.Matter) {
		d := &m.Documents[m.Document(doc)]
		d.Annexes = append(d.Annexes, taken...)
	})
	if _, open := w.win.Canvas().Overlays().Top().(*parts.Dialog); !open && w.o.Desk.State().Document().ID == doc {
		w.showFacts(facts.AnnexSection)()
	}
}
