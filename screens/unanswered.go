package screens

import (
	"yttra/i18n"
	"yttra/reports"
	"yttra/screens/paper"
	"yttra/screens/parts"
)

// saveUnanswered makes the list of motions that have not been answered, of every
// matter in the register, as they stand today.
func (w *Window) saveUnanswered() {
	w.leaveScreen()
	s := w.o.Desk.State()
	in, err := reports.Unanswered(w.o.Desk.Packs(), reports.Motions{Rows: s.Rows.List(), Today: s.Today}, s.Profile, w.o.Creator)
	if err != nil {
		w.Problem(err)
		return
	}
	name := w.words.T("window.unanswered_name", i18n.Vars{"Day": s.Today})
	paper.Save(w, in, w.words.T("window.unanswered"), name, func(path string) {
		w.tell(w.words.T("paper.saved", i18n.Vars{"Path": path}), parts.Action{})
	})
}
