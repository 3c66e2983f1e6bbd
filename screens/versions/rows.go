package versions

import (
	"fmt"

	"fyne.io/fyne/v2"

	"yttra/screens/parts"
)

// showList draws the list of versions, and the dropdown that stands in for it.
func (v *view) showList() {
	at := v.list.at
	v.rows = v.m.Rows()
	var rows []entry
	var names []string
	v.picks = nil
	picked := -1
	for i, r := range v.rows {
		e := entry{height: 58, stamp: fmt.Sprint(r), draw: func(hovered bool) fyne.CanvasObject { return drawVersion(r, hovered) }}
		switch r.Kind {
		case DayRow:
			e.height, e.still = 32, true
			e.draw = func(bool) fyne.CanvasObject {
				return parts.Pad(8, 12, 2, 14, parts.NewLabel(r.Text, parts.TextHint, parts.Muted, parts.Bold))
			}
		case FoldRow:
			e.height = 36
			e.draw = func(hovered bool) fyne.CanvasObject { return drawFold(r, hovered) }
		default:
			if r.Chosen {
				at, picked = i, len(names)
			}
			names, v.picks = append(names, r.Text), append(v.picks, r.Number)
		}
		rows = append(rows, e)
	}
	v.list.set(rows, at)
	v.left.Refit()
	v.version.Set(names, picked)
}

// drawVersion: what has a name weighs more.
func drawVersion(r Row, hovered bool) fyne.CanvasObject {
	ground, bar, face := parts.Clear, parts.Clear, parts.Regular
	switch {
	case r.Chosen:
		ground, bar = parts.Soft, parts.Accent
	case hovered:
		ground = parts.Hover
	}
	if r.Named {
		face = parts.Bold
	}
	text := parts.Column(1, parts.NewLabel(r.Text, parts.TextControl, parts.Ink, face), parts.NewLabel(r.Second, parts.TextHint, parts.Muted, parts.Regular))
	row := []fyne.CanvasObject{parts.Grow(parts.Middle(text))}
	if r.Kind == ProblemRow {
		row = append([]fyne.CanvasObject{parts.Mark(parts.MarkBlocking, 18, parts.Panel)}, row...)
	}
	return parts.Box(ground, parts.Clear, 0, parts.Columns(0, []float32{4, 0}, parts.Rect(bar, 4, 1, 0), parts.Pad(0, 10, 0, 10, parts.Row(8, row...))))
}

func drawFold(r Row, hovered bool) fyne.CanvasObject {
	ground, icon := parts.Clear, parts.IconRight
	if hovered {
		ground = parts.Hover
	}
	if r.Open {
		icon = parts.IconDown
	}
	return parts.Box(ground, parts.Clear, 0, parts.Pad(0, 10, 0, 10, parts.Row(6, parts.Icon(icon, 16, parts.Muted, parts.Panel),
		parts.Grow(parts.Middle(parts.NewLabel(r.Text+" · "+r.Second, parts.TextHint, parts.Muted, parts.Regular))))))
}

// enterRow chooses a version, or unfolds those that were saved by themselves.
func (v *view) enterRow(i int) {
	if r := v.rows[i]; r.Kind == FoldRow {
		v.hears.dayFolded(r.Key)
		v.list.at = i
		v.list.Refresh()
		return
	}
	v.cameToRow(i)
}

func (v *view) cameToRow(i int) {
	if r := v.rows[i]; r.Kind == VersionRow || r.Kind == ProblemRow {
		v.hears.versionPicked(r.Number)
	}
}
