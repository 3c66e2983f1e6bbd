package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"yttra/reports/layout"
)

// A line that says by name which file it is drawn from costs that file. One that
// asks the theme costs three times as much memory, and the time to read it: for
// every face Fyne then reads its own font and one of the system's too, to have
// them when a letter is missing. So a line names its file as long as the file has
// all its letters, and asks the theme when it has not.

// Write changes the words of a line, in the face its TextStyle says.
func Write(t *canvas.Text, s string) { t.Text, t.FontSource = s, source(s, t.TextStyle) }

// source is the file a line is drawn from; nil when the theme must look for the
// letters elsewhere.
func source(s string, style fyne.TextStyle) fyne.Resource {
	for _, r := range s {
		if !common(r) {
			return nil
		}
	}
	return fontOf(fileOf(style))
}

// common reports whether all six faces have a letter; a test asks them.
func common(r rune) bool {
	if r >= ' ' && r <= '~' {
		return true
	}
	switch r {
	case 'Ĭ', 'ĭ', 'Ĳ', 'ĳ', 'ŉ', 'Ŧ', 'ŧ':
		return false
	case '–', '—', '‘', '’', '‚', '“', '”', '„', '•', '…', '‹', '›', '−', '≤', '≥', '≈', '€', '™', '→', '←', '↑', '↓':
		return true
	}
	return r >= '\u00a0' && r <= 'ž'
}

// fileOf is the face a style stands for; see Theme about Monospace.
func fileOf(s fyne.TextStyle) layout.Face {
	switch {
	case s.Monospace && s.Bold:
		return layout.SerifBold
	case s.Monospace && s.Italic:
		return layout.SerifItalic
	case s.Monospace:
		return layout.Serif
	case s.Bold:
		return layout.SansBold
	case s.Italic:
		return layout.SansItalic
	}
	return layout.Sans
}
