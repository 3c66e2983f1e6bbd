package screens

import (
	"context"

	"yttra/app"
	"yttra/app/spelling"
)

// dictionary is what the window has read to spell by. It is read once, whatever
// register is opened.
type dictionary struct {
	asked bool
	read  bool
	words *spelling.Dictionary
	fault error
}

// spell gives the desk the dictionary, and has it read elsewhere the first time.
// One that is missing is told in the profile; one that is damaged as a problem.
func (w *Window) spell() {
	d := &w.dictionary
	if w.o.Speller == nil {
		return
	}
	if d.read {
		w.o.Desk.Spell(d.words, d.fault)
		return
	}
	if d.asked {
		return // it is on its way
	}
	d.asked = true
	w.Work(w.words.T("window.dictionary"), func(context.Context, func(int, int)) error {
		d.words, d.fault = w.o.Speller()
		return nil
	}, func(err error) {
		if err != nil {
			d.words, d.fault = nil, err
		}
		d.read = true
		w.o.Desk.Spell(d.words, d.fault)
		if d.fault == nil {
			return
		}
		if app.CodeOf(d.fault) == app.CodeNoDictionary {
			w.log(d.fault)
			return
		}
		w.Problem(d.fault)
	})
}
