package screens

import (
	"testing"

	"yttra/screens/parts"
)

// A theme that was not set by us is the system speaking: from then on its dark is
// believed.
func TestSystemIsHeardWhenItSpeaks(t *testing.T) {
	t.Setenv("FYNE_THEME", "")
	b := open(t, true)
	b.heard = false
	b.dress()
	worn := func() parts.Theme {
		th, ok := b.app.Settings().Theme().(parts.Theme)
		if !ok {
			t.Fatal("the window wears another theme")
		}
		return th
	}
	if worn().Heard || b.heard {
		t.Fatal("our own change of theme was taken for the system's")
	}
	b.app.Settings().SetTheme(parts.Theme{})
	if !worn().Heard {
		t.Error("the system spoke and was not heard")
	}
	b.look("light")
	if !worn().Heard || parts.Dark() {
		t.Error("an own choice forgets what the system said")
	}
}

// What somebody said before the window opened is believed from the start.
func TestSystemHeardBeforeTheWindowOpens(t *testing.T) {
	t.Setenv("FYNE_THEME", "dark")
	b := open(t, true)
	if worn, ok := b.app.Settings().Theme().(parts.Theme); !ok || !worn.Heard {
		t.Error("a dark theme said from outside is not believed")
	}
}
