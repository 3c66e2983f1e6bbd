package screens

import (
	"context"
	"errors"
	"path/filepath"

	"yttra/app"
	"yttra/app/check"
	"yttra/app/packs"
	"yttra/i18n"
	"yttra/screens/parts"
	"yttra/screens/settings"
)

// RulesFolder is the name of the folder beside a register in which its
// municipality's own rules lie. The rules are the municipality's, so they lie with
// its register and come along when that is copied; another place is a matter of
// one computer, and is remembered there.
const RulesFolder = "rules"

// Rules is the rules the window works by, with the municipality's own folder laid
// on the built-in ones.
type Rules struct {
	check.Laid
	Folder string // where own rules are read, or would be; empty: nowhere
	Chosen bool   // the person has chosen the folder; else it lies beside the register
	Here   bool   // the folder is there
	Fault  error  // the chosen folder cannot be opened
}

// ReadRules reads the rules of a register anew: from the folder the person has
// chosen, or else from the one beside the register, which need not be there. It
// fails when the built-in rules are at fault; what is wrong with a municipality's
// is told in what it gives.
func ReadRules(register, chosen, lang string) (Rules, error) {
	r := Rules{Folder: chosen, Chosen: chosen != ""}
	if chosen == "" && register != "" {
		r.Folder = filepath.Join(register, RulesFolder)
	}
	var err error
	if r.Folder != "" {
		own, fault := packs.OpenFolder(r.Folder)
		r.Here = fault == nil
		if r.Chosen {
			r.Fault = fault
		}
		if r.Here {
			r.Laid, err = check.Lay(own, lang)
			return r, err
		}
	}
	r.Laid, err = check.Lay(nil, lang)
	return r, err
}

// wrong is the problem that is told when the window opens: that the folder cannot
// be opened, or the first fault in it.
func (r Rules) wrong(w i18n.Words) error {
	switch {
	case r.Fault != nil:
		return r.Fault
	case len(r.Faults) > 0:
		at := packs.FaultOf(r.Faults[0])
		return &app.Problem{Code: app.CodePack, What: at.File, Where: placeOf(w, at) + flawOf(w, at.Flaw), Err: &ownFault{r.Faults[0]}}
	}
	return nil
}

// ownFault marks a problem with the municipality's own rules.
type ownFault struct{ error }

func (o *ownFault) Unwrap() error { return o.error }

// isOwnFault tells problems that are shown in Profil, Egna regler.
func isOwnFault(err error, r Rules) bool {
	var own *ownFault
	return errors.As(err, &own) || r.Fault != nil && errors.Is(err, r.Fault)
}

// placeOf says where in a file a fault is: "rad 3, severity: ".
func placeOf(w i18n.Words, at packs.Fault) string {
	switch {
	case at.Line > 0 && at.Key != "":
		return w.T("own_rules.line_key", i18n.Vars{"Line": at.Line, "Key": at.Key}) + ": "
	case at.Line > 0:
		return w.T("own_rules.line", i18n.Vars{"Line": at.Line}) + ": "
	}
	return ""
}

func flawOf(w i18n.Words, f packs.Flaw) string { return w.T(f.Key(), i18n.Vars(f.Vars())) }

// readRules reads the municipality's rules anew and works by them at once.
func (w *Window) readRules() {
	register, chosen, lang := w.reg.Folder, w.known().Rules, w.words.Lang()
	var r Rules
	w.Work(w.words.T("own_rules.reading"), func(context.Context, func(int, int)) (err error) {
		r, err = w.o.Rules(register, chosen, lang)
		return err
	}, func(err error) {
		if err != nil {
			w.Problem(err)
			return
		}
		if isOwnFault(w.shown, w.reg.Rules) {
			w.Problem(nil)
		}
		w.anew(func() {
			w.leaveScreen()
			w.reg.Rules = r
			w.o.Desk.Lay(r.Packs, r.Checker)
			w.build()
		})
	})
}

// chooseRules asks for the folder of the municipality's rules.
func (w *Window) chooseRules() {
	w.ChooseFile(parts.FileOptions{Purpose: "rules", Title: w.words.T("own_rules.choose_title"), Folder: true, Done: w.toRules})
}

// toRules remembers a folder of rules; the one beside the register, and none, are
// the same as not having chosen.
func (w *Window) toRules(folder string) {
	if w.reg.Folder != "" && folder == filepath.Join(w.reg.Folder, RulesFolder) {
		folder = ""
	}
	w.remember(func(s *settings.Settings) { s.Rules = folder })
	w.readRules()
}
