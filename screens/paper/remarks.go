package paper

import (
	"fyne.io/fyne/v2"

	"yttra/screens/parts"
)

// Remarks are what the profile asks for that the paper cannot have: a logo that is no
// picture, a colour too light. The paper is made without it.
func (m *Model) Remarks() []error { return m.remarks }

// told says what the paper is made without, and what to do about it.
func (v *view) told(remarks []error) fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, err := range remarks {
		title, safe, do := parts.ProblemWords(v.h.Words(), err)
		rows = append(rows, parts.RowTop(6, parts.Mark(parts.MarkNote, 16, parts.Panel), parts.Grow(parts.Column(1,
			parts.NewPara(title, parts.TextSecond, parts.Ink, parts.Bold), parts.NewPara(safe+" "+do, parts.TextSecond, parts.Ink, parts.Regular)))))
	}
	return parts.Column(7, rows...)
}
