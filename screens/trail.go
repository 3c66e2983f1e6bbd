package screens

import (
	"yttra/app"
	"yttra/app/audit"
	"yttra/i18n"
	"yttra/screens/parts"
	"yttra/screens/trail"
)

// showTrail opens who did what when in the register.
func (w *Window) showTrail() { w.openTrail(false) }

// showMatterTrail opens the events of the open matter; without one, of the register.
func (w *Window) showMatterTrail() {
	w.openTrail(true)
}

// openTrail saves first: the latest event ought to be in the list.
func (w *Window) openTrail(only bool) {
	if w.face != atWork || w.reg.Trail == nil || !w.safe() {
		return
	}
	d := w.o.Desk
	bin, err := d.Bin()
	if err != nil {
		w.log(err) // titles that cannot be read are not what is asked for
	}
	s := d.State()
	tell := audit.Teller{Words: w.words, Packs: d.Packs(), Matter: audit.Called(s.Rows, app.NewRows(bin))}
	matter := ""
	if s.Matter != nil {
		matter = s.Matter.ID
	}
	trail.Show(w, trail.Options{Trail: w.reg.Trail, Tell: tell, Matter: matter, Only: only, Profile: s.Profile, Creator: w.o.Creator, Now: w.threads.now, Help: w.helpAt("events"),
		Told: func(path string) { w.tell(w.words.T("paper.saved", i18n.Vars{"Path": path}), parts.Action{}) }})
}
