package language

import "testing"

func TestCapitals(t *testing.T) {
	for _, c := range []struct{ old, s, want string }{{"Åtgärd", "öppna", "Öppna"}, {"åtgärd", "öppna", "öppna"}, {"Å", "", ""}, {"", "a", "a"}} {
		if got := LikeCapital(c.old, c.s); got != c.want {
			t.Errorf("%q like %q: %q", c.s, c.old, got)
		}
	}
	for _, c := range []struct{ old, other, s, want string }{{"Ösa", "ösa", "Öka", "öka"}, {"ösa", "ösa", "Öka", "Öka"}, {"Ösa", "Ösa", "Öka", "Öka"}, {"Ö", "ö", "", ""}} {
		if got := UnlikeCapital(c.old, c.other, c.s); got != c.want {
			t.Errorf("%q for %q and %q: %q", c.s, c.old, c.other, got)
		}
	}
}

func TestAbbreviated(t *testing.T) {
	text := Read("Det är t.ex. kl. 15 och dnr 5, jfr. nämnden. Kl är fel.")
	var got string
	for n := range text.Words {
		if text.Abbreviated(n) {
			got += text.Words[n].Fold + " "
		}
	}
	if got != "ex kl jfr " {
		t.Errorf("%q", got)
	}
}

func TestNumerals(t *testing.T) {
	if Cardinal(12) != "tolv" || Cardinal(13) != "" || Cardinal(-1) != "" || Month(1) != "januari" || Month(13) != "" || Month(0) != "" || !IsMonth("maj") || IsMonth("Maj") {
		t.Error("numbers and months")
	}
}
