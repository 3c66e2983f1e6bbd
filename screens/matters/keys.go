package matters

import "fyne.io/fyne/v2"

// key takes the keys of the list that are about the chosen matter: Delete puts it
// in the bin, F2 asks for its stage and holder, Esc gives up the search.
func (v *view) key(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyDelete:
		v.remove()
	case fyne.KeyF2:
		v.askStanding()
	case fyne.KeyEscape:
		if v.m.Query() == "" {
			return false
		}
		v.clear()
	default:
		return false
	}
	return true
}

// searchKey goes from the search into the list; Esc clears, and then goes too.
func (v *view) searchKey(e *fyne.KeyEvent) bool {
	switch {
	case e.Name == fyne.KeyEscape && v.m.Query() != "":
		v.clear()
	case (e.Name == fyne.KeyEscape || e.Name == fyne.KeyDown) && v.m.Len() > 0:
		v.focus()
	default:
		return false
	}
	return true
}

// typed searches for what stands in the field.
func (v *view) typed(s string) {
	v.m.Search(s)
	v.rowsChanged()
	v.ask()
}

func (v *view) clear() {
	v.search.SetText("")
	v.typed("")
}

// focus puts the keyboard in the list; in the search when nothing is listed.
func (v *view) focus() {
	c := v.h.Window().Canvas()
	if v.m.Len() == 0 {
		c.Focus(v.search.Entry)
		return
	}
	c.Focus(v.list)
}

// find puts the keyboard in the search, with what stands there chosen.
func (v *view) find() {
	v.h.Window().Canvas().Focus(v.search.Entry)
	v.search.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	v.h.After("matters.prepare", 1, v.m.prepare) // before the first letter
}

// jump goes to the chips, the list, or what is told of the chosen matter.
func (v *view) jump(to string) {
	c := v.h.Window().Canvas()
	switch {
	case to == "outline" && v.chips.Visible():
		c.Focus(v.chips)
	case to == "outline":
		c.Focus(v.drop)
	case to == "findings" && v.first != nil:
		c.Focus(v.first)
	default:
		v.focus()
	}
}
