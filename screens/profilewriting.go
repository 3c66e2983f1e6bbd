package screens

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/i18n"
	"yttra/screens/parts"
)

// writing is what the person's own words are, what advice is not wanted, and
// whether there is a dictionary to spell by.
func (v *profileView) writing() fyne.CanvasObject {
	t, m := v.w.words.T, v.m
	words := v.field("words", parts.FieldOptions{Label: t("profile.words"), Hint: t("profile.words_hint"), Text: strings.Join(m.p.Words, "\n"), Lines: 6, Changed: m.setWords})
	rows := []fyne.CanvasObject{v.dictionary(), words, parts.HLine(parts.Line), parts.Text(t("profile.silenced"), parts.TextSecond, parts.Ink, parts.Bold)}
	for i, q := range m.p.Quiet {
		again := parts.NewButton(parts.ButtonOptions{Text: t("draft.hear_again"), Kind: parts.Quiet, Tap: func() { v.hear(i) }})
		rows = append(rows, parts.Row(8, parts.Grow(parts.Middle(parts.NewPara(v.silenced(q), parts.TextControl, parts.Ink, parts.Regular))), again))
	}
	hint := "profile.silenced_hint"
	if len(m.p.Quiet) == 0 {
		hint = "profile.silenced_none"
	}
	return parts.Column(12, append(rows, parts.NewPara(t(hint), parts.TextHint, parts.Muted, parts.Regular))...)
}

// dictionary says whether words are looked up, and what to do when they are not.
func (v *profileView) dictionary() fyne.CanvasObject {
	t, s := v.w.words.T, v.w.o.Desk.State().Spelling
	switch {
	case s.On():
		return parts.NewPara(t("profile.spelling_on"), parts.TextControl, parts.Ink, parts.Regular)
	case s.Fault == nil:
		return parts.NewPara(t("profile.spelling_waits"), parts.TextControl, parts.Muted, parts.Regular)
	}
	title, _, do := parts.ProblemWords(v.w.words, s.Fault)
	return parts.RowTop(8, parts.Mark(parts.MarkSerious, 18, parts.Panel), parts.Grow(parts.Column(2,
		parts.NewPara(t("profile.spelling_off", i18n.Vars{"Why": title}), parts.TextControl, parts.Ink, parts.Regular),
		parts.NewPara(do, parts.TextHint, parts.Muted, parts.Regular))))
}

// hear takes back what is not wanted, once the profile is kept.
func (v *profileView) hear(i int) {
	v.m.p.Quiet = slices.Delete(slices.Clone(v.m.p.Quiet), i, i+1)
	v.show(v.section)
	v.w.win.Canvas().Focus(v.nav.Row(v.section))
}

// silenced says what is not wanted, by the rule's title.
func (v *profileView) silenced(q app.Quiet) string {
	title := q.Rule
	if r, ok := v.w.o.Desk.Packs().Rule(app.Finding{ID: q.Rule}.Rule()); ok {
		title = r.In(v.w.words.Lang()).General().Title
	}
	return v.w.words.T("draft.hushed", i18n.Vars{"Rule": title, "Word": q.Word})
}

// setWords takes the person's own words, one a line, in order and each once.
func (m *profileModel) setWords(text string) {
	m.p.Words = nil
	for line := range strings.Lines(text) {
		m.p.AddWord(line)
	}
}
