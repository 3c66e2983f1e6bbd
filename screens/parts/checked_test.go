package parts_test

import (
	"strings"
	"testing"

	"yttra/app"
	"yttra/i18n"
	"yttra/screens/parts"
)

func TestCheckedWords(t *testing.T) {
	for _, lang := range []string{"sv", "en"} {
		w, err := i18n.New(lang)
		if err != nil {
			t.Fatal(err)
		}
		now := app.Checked{Packs: "3f2a19c4a1b2", On: "2026-11-23"}
		for _, c := range []struct {
			was     *app.Checked
			has     []string
			changed bool
		}{
			{nil, []string{"3f2a19c4a1b2"}, false},
			{&app.Checked{Packs: "3f2a19c4a1b2", On: "2026-11-22"}, []string{"3f2a19c4a1b2", "2026-11-22"}, false},
			{&app.Checked{Packs: "0123456789ab", On: "2026-01-02"}, []string{"0123456789ab", "3f2a19c4a1b2", "2026-01-02"}, true},
		} {
			text, changed := parts.CheckedWords(w, c.was, now)
			if changed != c.changed {
				t.Errorf("%s %v: changed is %v", lang, c.was, changed)
			}
			for _, s := range c.has {
				if !strings.Contains(text, s) {
					t.Errorf("%s: %q does not say %s", lang, text, s)
				}
			}
		}
	}
}
