package cli

import (
	"testing"

	"yttra/app/packs"
	"yttra/i18n"
)

// Every flaw can be told in both languages.
func TestFlawsHaveWords(t *testing.T) {
	for _, lang := range i18n.Languages {
		w, err := i18n.New(lang)
		if err != nil {
			t.Fatal(err)
		}
		for _, why := range packs.Whys {
			if f := (&packs.Flaw{Why: why}); !w.Has(f.Key()) {
				t.Errorf("%s has no words for %s", lang, f.Key())
			}
		}
		codes, err := i18n.Under("rule_fault")
		if err != nil || len(codes) != len(packs.Whys) {
			t.Errorf("%d words for %d flaws: %v", len(codes), len(packs.Whys), err)
		}
	}
}
