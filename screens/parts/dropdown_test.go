package parts_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"yttra/screens/parts"
	"yttra/screens/parts/parttest"
)

// A list of choices that is set again as it stands is not drawn again: it is set
// with every key.
func TestADropdownThatIsTheSameIsNotDrawnAgain(t *testing.T) {
	h := parttest.New(t, "sv", 300, 100)
	d := parts.NewDropdown(parts.DropdownOptions{Options: []string{"Alla", "Form"}, Width: 200})
	h.Put(d)
	first := drawn(d)
	d.Set([]string{"Alla", "Form"}, 0)
	if drawn(d) != first {
		t.Error("it was drawn again")
	}
	d.Set([]string{"Alla", "Form"}, 1)
	if drawn(d) == first || parttest.Texts(d)[0] != "Form" {
		t.Errorf("another choice does not show: %q", parttest.Texts(d))
	}
	changed := drawn(d)
	if d.Set([]string{"Alla", "Kostnad"}, 1); drawn(d) == changed || parttest.Texts(d)[0] != "Kostnad" {
		t.Errorf("another option does not show: %q", parttest.Texts(d))
	}
}

// drawn is the first thing that a dropdown is drawn with.
func drawn(d *parts.Dropdown) fyne.CanvasObject { return test.WidgetRenderer(d).Objects()[0] }
