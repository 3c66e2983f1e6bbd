package screens

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/i18n"
	"yttra/screens/parts"
)

// personal is who and what may stand in every paper, and the levels of
// protection: which one holds where nobody chose, what each is called, and what
// to ask by it.
func (v *profileView) personal() fyne.CanvasObject {
	t, m := v.w.words.T, v.m
	known := v.field("known", parts.FieldOptions{Label: t("profile.known"), Hint: t("profile.known_hint"), Text: m.known, Lines: 5,
		Changed: func(s string) { m.known = s }})
	var options []parts.Option
	for l := 1; l <= app.MaxProtection; l++ {
		options = append(options, parts.Option{Text: t("paper.level_n", i18n.Vars{"Level": v.w.words.Int(int64(l))})})
	}
	level := parts.NewChoice(parts.ChoiceOptions{Options: options, Chosen: m.level() - 1, Pick: func(i int) { m.p.Protection = i + 1 }})
	rows := []fyne.CanvasObject{known, parts.HLine(parts.Line),
		labelled(t("profile.protection"), level, t("profile.protection_hint"))}
	for l := 1; l <= app.MaxProtection; l++ {
		n := v.w.words.Int(int64(l))
		rows = append(rows, v.field("level"+n, parts.FieldOptions{Label: t("profile.level_name", i18n.Vars{"Level": n}), Ghost: parts.LevelName(v.w.words, nil, l),
			Hint: parts.LevelQuestion(v.w.words, l), Text: m.levelName(l), Changed: func(s string) { m.setLevelName(l, s) }}))
	}
	return parts.Column(12, append(rows, parts.NewPara(t("profile.protection_source"), parts.TextHint, parts.Muted, parts.Regular))...)
}

// level is the level of protection that holds where nobody chose one.
func (m *profileModel) level() int {
	if m.p.Protection > app.NoProtection && m.p.Protection < app.MaxProtection {
		return m.p.Protection
	}
	return app.MaxProtection
}

// levelName is what a level is called here; empty: as the program calls it.
func (m *profileModel) levelName(level int) string {
	if level <= len(m.p.Levels) {
		return m.p.Levels[level-1]
	}
	return ""
}

func (m *profileModel) setLevelName(level int, name string) {
	levels := slices.Clone(m.p.Levels)
	for len(levels) < level {
		levels = append(levels, "")
	}
	levels[level-1] = name
	m.p.Levels = levels
}

// keepPersonal trims what was written of personal data.
func (m *profileModel) keepPersonal(p *app.Profile) {
	p.Known = nil
	for line := range strings.Lines(m.known) {
		if line = strings.TrimSpace(line); line != "" {
			p.Known = append(p.Known, line)
		}
	}
	levels := make([]string, len(p.Levels))
	for i, s := range p.Levels {
		levels[i] = strings.TrimSpace(s)
	}
	for len(levels) > 0 && levels[len(levels)-1] == "" {
		levels = levels[:len(levels)-1]
	}
	p.Levels = levels
}
