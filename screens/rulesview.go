package screens

import (
	"fyne.io/fyne/v2"

	"yttra/app/packs"
	"yttra/i18n"
	"yttra/screens/parts"
)

// rules is the section of the municipality's own rules: where they are read, what
// is wrong with them, and what they do.
func (v *profileView) rules() fyne.CanvasObject {
	t, r := v.w.words.T, v.w.reg.Rules
	rows := []fyne.CanvasObject{parts.NewPara(t("own_rules.text"), parts.TextControl, parts.Ink, parts.Regular), v.rulesFolder(r)}
	if v.w.o.Rules != nil {
		buttons := []fyne.CanvasObject{parts.NewButton(parts.ButtonOptions{Text: t("own_rules.choose") + " …", Tap: v.w.chooseRules}),
			parts.NewButton(parts.ButtonOptions{Text: t("own_rules.again"), Tap: v.w.readRules})}
		if r.Chosen {
			buttons = append(buttons, parts.NewButton(parts.ButtonOptions{Text: t("own_rules.back"), Kind: parts.Quiet, Tap: func() { v.w.toRules("") }}))
		}
		rows = append(rows, parts.Row(8, buttons...))
	}
	rows = append(rows, parts.Left(parts.NewLink(t("own_rules.how"), v.w.helpAt("own-rules"))))
	rows = append(rows, v.rulesWrong(r)...)
	if r.Here && r.Packs != nil {
		rows = append(rows, v.rulesDone(r.Packs)...)
	}
	return parts.Column(12, rows...)
}

// rulesFolder says where own rules are read.
func (v *profileView) rulesFolder(r Rules) fyne.CanvasObject {
	t := v.w.words.T
	hint := t("own_rules.beside")
	switch {
	case r.Chosen:
		hint = t("own_rules.chosen")
	case r.Folder == "":
		return parts.NewPara(t("own_rules.nowhere"), parts.TextControl, parts.Muted, parts.Regular)
	case !r.Here:
		hint = t("own_rules.not_there")
	}
	return parts.Column(3, parts.Text(t("own_rules.folder"), parts.TextSecond, parts.Ink, parts.Bold),
		parts.NewPara(shortFolder(r.Folder, 90), parts.TextControl, parts.Ink, parts.Regular),
		parts.NewPara(hint, parts.TextHint, parts.Muted, parts.Regular))
}

// rulesWrong tells every fault, and every example that does not hold.
func (v *profileView) rulesWrong(r Rules) []fyne.CanvasObject {
	w := v.w.words
	var rows []fyne.CanvasObject
	tell := func(mark, where, what string) {
		rows = append(rows, parts.RowTop(8, parts.Mark(mark, 18, parts.Panel), parts.Grow(parts.Column(2,
			parts.NewPara(where, parts.TextControl, parts.Ink, parts.Bold), parts.NewPara(what, parts.TextControl, parts.Ink, parts.Regular)))))
	}
	if r.Fault != nil {
		title, _, do := parts.ProblemWords(w, r.Fault)
		tell(parts.MarkSerious, title, do)
	}
	for _, p := range r.Faults {
		at := packs.FaultOf(p)
		tell(parts.MarkSerious, at.File, placeOf(w, at)+flawOf(w, at.Flaw))
	}
	for _, e := range r.Failed() {
		tell(parts.MarkNote, w.T("own_rules.example", i18n.Vars{"Rule": e.Rule.ID, "Name": e.Name}), flawOf(w, *e.Flaw))
	}
	if n := len(r.Faults); n > 0 {
		rows = append([]fyne.CanvasObject{parts.Text(w.N("own_rules.faults", n), parts.TextControl, parts.Serious, parts.Bold)}, rows...)
		rows = append(rows, parts.NewPara(w.T("own_rules.left_out"), parts.TextHint, parts.Muted, parts.Regular))
	}
	return rows
}

// rulesDone tells what the folder adds, changes and switches off.
func (v *profileView) rulesDone(p *packs.Packs) []fyne.CanvasObject {
	w := v.w.words
	var rows []fyne.CanvasObject
	for _, g := range []struct {
		key   string
		rules []*packs.Rule
	}{{"own_rules.added", p.Added()}, {"own_rules.changed", p.Changed()}, {"own_rules.off", p.Own.Off}} {
		if len(g.rules) == 0 {
			continue
		}
		list := []fyne.CanvasObject{parts.Text(w.N(g.key, len(g.rules)), parts.TextControl, parts.Ink, parts.Bold)}
		for _, r := range g.rules {
			list = append(list, parts.RowTop(8, parts.Mark(parts.SeverityMark(r.Severity), 16, parts.Panel),
				parts.Grow(parts.NewPara(r.In(w.Lang()).General().Title+" · "+r.ID, parts.TextControl, parts.Ink, parts.Regular))))
		}
		rows = append(rows, parts.Column(5, list...))
	}
	if len(rows) == 0 {
		return []fyne.CanvasObject{parts.NewPara(w.T("own_rules.nothing"), parts.TextControl, parts.Muted, parts.Regular)}
	}
	return rows
}
