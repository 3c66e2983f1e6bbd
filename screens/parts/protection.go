package parts

import (
	"strings"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/i18n"
)

// LevelName is what a level of protection is called: as the municipality calls
// it, else as the program does. 0 is no level.
func LevelName(w i18n.Words, own []string, level int) string {
	if level > app.NoProtection && level <= len(own) && strings.TrimSpace(own[level-1]) != "" {
		return own[level-1]
	}
	return w.T(levelKey("name", level))
}

// levelKey is the key of what is said of a level, from 0 to the highest.
func levelKey(of string, level int) string {
	return "protection." + of + string(rune('0'+max(app.NoProtection, min(app.MaxProtection, level))))
}

// LevelQuestion is what to ask of a paper by one level.
func LevelQuestion(w i18n.Words, level int) string { return w.T(levelKey("ask", level)) }

// LevelQuestions are the questions to ask of a paper before it is made final:
// those of the level, and of every level below it.
func LevelQuestions(w i18n.Words, own []string, level int) fyne.CanvasObject {
	if level == app.NoProtection {
		return NewPara(w.T("protection.none"), TextSecond, Muted, Regular)
	}
	var rows []fyne.CanvasObject
	for l := 1; l <= level; l++ {
		rows = append(rows, RowTop(8, Fixed(18, 18, Centre(Text(w.Int(int64(l)), TextSecond, Accent, Bold))),
			Grow(Column(1, NewPara(LevelName(w, own, l), TextSecond, Ink, Bold), NewPara(LevelQuestion(w, l), TextSecond, Ink, Regular)))))
	}
	return Column(7, rows...)
}
