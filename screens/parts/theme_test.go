package parts

import (
	"runtime"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// The system's theme is dark only when the system has said so: Fyne says dark on
// a Linux desktop where nobody answers.
func TestDarkOnlyWhenSomebodySaidSo(t *testing.T) {
	for _, c := range []struct {
		name    string
		theme   Theme
		variant fyne.ThemeVariant
		want    bool
	}{
		{"unheard", Theme{}, theme.VariantDark, false},
		{"heard dark", Theme{Heard: true}, theme.VariantDark, true},
		{"heard light", Theme{Heard: true}, theme.VariantLight, false},
		{"light chosen", Theme{Look: LightLook, Heard: true}, theme.VariantDark, false},
		{"dark chosen", Theme{Look: DarkLook}, theme.VariantLight, true},
	} {
		if got := c.theme.dark(c.variant); got != c.want {
			t.Errorf("%s: dark %v", c.name, got)
		}
	}
}

func TestSystemHeard(t *testing.T) {
	t.Setenv("FYNE_THEME", "")
	if got, want := SystemHeard(), runtime.GOOS == "windows" || runtime.GOOS == "darwin"; got != want {
		t.Errorf("heard %v on %s before anybody spoke", got, runtime.GOOS)
	}
	t.Setenv("FYNE_THEME", "dark")
	if !SystemHeard() {
		t.Error("a theme given from outside is not heard")
	}
}

func TestLookOf(t *testing.T) {
	for s, want := range map[string]Look{"light": LightLook, "dark": DarkLook, "": SystemLook, "blue": SystemLook} {
		if LookOf(s) != want {
			t.Errorf("%q is read as %v", s, LookOf(s))
		}
	}
}
