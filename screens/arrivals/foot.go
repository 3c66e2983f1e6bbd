package arrivals

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"yttra/i18n"
	"yttra/screens/parts"
)

// turned is told when there is room for both sides, and when not: then each field has a
// way to its place.
func (v *view) turned(narrow bool) {
	for _, r := range v.rows {
		if r.jump != nil {
			r.jump.Hidden = !narrow
		}
	}
}

// front puts a side in front where one is shown at a time.
func (v *view) front(side int) {
	if v.sides != nil && v.sides.narrow {
		v.sides.bring(side)
	}
}

// sayDoubts tells in the foot how much is not sure, and leads to the next.
func (v *view) sayDoubts() {
	if v.m.Paper == nil {
		return
	}
	w, n := v.h.Words(), len(v.m.Doubtful())
	if n == 0 {
		v.doubts.Objects = []fyne.CanvasObject{parts.Row(6, parts.Icon(parts.IconCheck, 16, parts.Muted, parts.Panel), parts.Hint(w.T("arrivals.no_doubt")))}
	} else {
		next := parts.NewLink(w.T("arrivals.next_doubt"), v.nextDoubt)
		v.doubts.Objects = []fyne.CanvasObject{parts.Row(6, parts.Mark(parts.MarkSerious, 16, parts.Panel), parts.Text(w.N("arrivals.doubts", n), parts.TextSecond, parts.Ink, parts.Regular), next, parts.Hint("Ctrl+J"))}
	}
	v.doubts.Refresh()
	if v.dialog != nil {
		v.dialog.Relayout()
	}
}

// nextDoubt goes to the next place that is not sure, after where the keyboard is.
func (v *view) nextDoubt() {
	doubtful := v.m.Doubtful()
	if len(doubtful) == 0 {
		return
	}
	here := slices.Index(v.places, v.at)
	for _, p := range doubtful {
		if slices.Index(v.places, p) > here {
			v.focus(p)
			return
		}
	}
	v.focus(doubtful[0])
}

// shortcut takes Ctrl+J (the next doubt), Ctrl+F (search in the original) and F6-like
// Ctrl+Shift+E (to the original and back).
func (v *view) shortcut(s fyne.Shortcut) bool {
	k, ok := s.(*desktop.CustomShortcut)
	if !ok || v.side == nil || k.Modifier&fyne.KeyModifierControl == 0 {
		return false
	}
	switch {
	case k.KeyName == fyne.KeyJ:
		v.nextDoubt()
	case k.KeyName == fyne.KeyF:
		v.front(originalSide)
		v.side.original.FocusSearch(v.h.Window().Canvas())
	case k.KeyName == fyne.KeyE:
		v.toOriginal()
	default:
		return false
	}
	return true
}

// toOriginal puts the keyboard in the original, or back in the fields.
func (v *view) toOriginal() {
	c := v.h.Window().Canvas()
	if f := c.Focused(); slices.ContainsFunc(v.places, func(p Place) bool { return f == v.rows[p].focusable() }) {
		v.front(originalSide)
		v.side.original.Focus(c)
		return
	}
	v.focus(v.at)
}

// mayLeave asks before what was corrected is thrown away.
func (v *view) mayLeave() bool {
	if !v.m.Mended() {
		return true
	}
	t := v.h.Words().T
	parts.Confirm(v.h.Window(), v.h.Words(), t("arrivals.throw"), t("arrivals.throw_text", i18n.Vars{}), t("arrivals.throw_yes"), func() { v.dialog.Close() })
	return false
}
