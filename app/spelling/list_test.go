package spelling_test

import (
	"testing"

	"yttra/app/spelling"
)

func TestList(t *testing.T) {
	d := small(t)
	l := spelling.NewList([]string{"# terms", "", "Grönköping", "padel kommun", "vattna"})
	for word, want := range map[string]bool{
		"grönköping": true, "Grönköpings": true, "GRÖNKÖPING": true, "Grönköpingar": false,
		"padel": true, "padelen": true, "padels": true, "padelar": false, // as kommun, kommunen, kommuns
		"padelskola": true, "padelskolan": true, "nämndspadel": true, "Grönköpingsnämnden": true, "padelxyz": false, "xyzpadel": false,
		"vattnas": true, "": false, "kommun": false,
	} {
		if got := l.Has(d, word); got != want {
			t.Errorf("%q: %v", word, got)
		}
	}
	if (spelling.List{}).Has(d, "padel") || l.Has(d, "\xff") {
		t.Error("nothing is in an empty list, and what is no word in none")
	}
}
