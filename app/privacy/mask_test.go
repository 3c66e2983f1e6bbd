package privacy

import (
	"strings"
	"testing"
)

func TestMask(t *testing.T) {
	for text, want := range map[string]string{
		"Eleven Elias Berg i 4B och Elias Bergs mamma. Elias grät.":          "Eleven [elev A] i 4B och [elev A]s mamma. [elev A] grät.",
		"Eleverna heter: pojken Elias och flickan Tilde. Pojken Elias kom.":  "Eleverna heter: pojken [elev A] och flickan [elev B]. Pojken [elev A] kom.",
		"Göran Testsson, Storgatan 12, och åter Storgatan 12 och Bygatan 3.": "[person A], [adress 1], och åter [adress 1] och [adress 2].",
		"18900101-9802 är 900101 9802, inte 900102-9801.":                    "[personnummer 1] är [personnummer 1], inte [personnummer 2].",
		"Familjen Testssons hus.":                                            "Familjen [person A]s hus.",
		"Tre elever i klass 7B.":                                             "Tre elever i klass 7B.",
		"Ingen nämns här.":                                                   "Ingen nämns här.",
	} {
		hits := find(text, &Known{})
		got := mask(text, hits)
		if got != want {
			t.Errorf("%q is masked %q, want %q", text, got, want)
		}
		if again := mask(got, find(got, &Known{})); again != got {
			t.Errorf("%q is masked again: %q", got, again)
		}
	}
}

// What is masked is gone: no letter of a name or digit of a number is left.
func TestMaskRemoves(t *testing.T) {
	text := "Eleven Elias Berg, 9\u00ad00101\u20139802, bor på Storgatan 12, 123 45 Lillby, 070-123 45 67, elias@exempel.se."
	got := mask(text, find(text, &Known{}))
	for _, left := range []string{"Elias", "Berg", "9802", "00101", "Storgatan", "Lillby", "123 45", "exempel"} {
		if strings.Contains(got, left) {
			t.Errorf("%q is left in %q", left, got)
		}
	}
}

func TestMaskerKeepsWhoIsWho(t *testing.T) {
	m := NewMasker()
	one, two := "Eleven Elias Berg i 4B.", "Pojken Tilde och eleven Elias Berg."
	if got := m.mask(one, find(one, &Known{})); got != "Eleven [elev A] i 4B." {
		t.Error(got)
	}
	if got := m.mask(two, find(two, &Known{})); got != "Pojken [elev B] och eleven [elev A]." {
		t.Error(got)
	}
	if got := m.mask("kort", []Hit{{Kind: Child, Span: Hit{}.Span}, {Kind: Phone}}); got != "kort" {
		t.Errorf("empty hits: %q", got)
	}
}

func TestKnown(t *testing.T) {
	var k Known
	for _, s := range []string{"@kommun.exempel.se", "Göran Testsson", "Exempelkommun\nStorgatan 12, 123 45 Lillby\n0123-45 67 00\nregistrator@exempel.se", "Fastigheten Backa 1:2", "Xy Zz"} {
		k.Add(s)
	}
	for text, want := range map[string]string{
		"Göran Testssons hus. Göran Berg ringde.":                "person: Göran Berg",
		"Storgatan 12 i 123 45 Lillby, Storgatan 14.":            "street: Storgatan 14",
		"Ring 0123-456700 eller 070-123 45 67.":                  "phone: 070-123 45 67",
		"a@kommun.exempel.se, b@exempel.se och c@post.annan.se.": "mail: c@post.annan.se",
		"Fastigheten Backa 1:2 och Backa 1:3 har sålts.":         "property: Backa 1:3",
	} {
		if got := said(text, find(text, &k)); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// Who is named with a party or title in one paragraph is known in all, and who is
// a child in one is a child in all.
func TestSettle(t *testing.T) {
	part := func(s string, official, other bool) Part {
		return Part{Reading: Read(s), Official: official, Other: other}
	}
	for name, c := range map[string]struct {
		parts []Part
		want  string
	}{
		"party elsewhere":      {[]Part{part("Elsa Testsson vill ha kameror.", false, false), part("Elsa Testsson (S)", false, false)}, ""},
		"party in the motion":  {[]Part{part("Elsa Testsson vill ha kameror.", false, false), part("Elsa Testsson (S)", false, true)}, ""},
		"title above the name": {[]Part{part("Ordförande", false, false), part(".....\nElsa Testsson\n.....", false, false), part("Elsa Testsson", false, false)}, ""},
		"in the head":          {[]Part{part("Elsa Testsson\n070-123 45 67, a@b.se", true, false), part("Ring Elsa Testsson.", false, false)}, ""},
		"a number in the head": {[]Part{part("900101-9802", true, false)}, "personnummer"},
		"a child later on":     {[]Part{part("Elias trivs.", false, false), part("Eleven Elias Berg i 4B.", false, false)}, "child child"},
		"children in a table":  {[]Part{part("| Elev | Klass |", false, false), part("| Elias Berg | ja |", false, false), part("Elsa Ek skrev.", false, false)}, "child person"},
		"children in a list":   {[]Part{part("Följande elever deltog:", false, false), part("- Elias Berg", false, false)}, "child"},
		"other papers":         {[]Part{part("900101-9802", false, true)}, ""},
	} {
		var got []string
		for _, hits := range Settle(c.parts, &Known{}) {
			for _, h := range hits {
				got = append(got, string(h.Kind))
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: %q, want %q", name, s, c.want)
		}
	}
}

// What stands with a child or a private person weighs more than what stands alone.
func TestNear(t *testing.T) {
	for text, want := range map[string]bool{
		"Skolan ligger på Storgatan 12.":                      false,
		"Hon bor på Storgatan 12.":                            true,
		"Göran Testsson, Storgatan 12.":                       true,
		"Eleven hämtas på Storgatan 12.":                      true,
		"Fastigheten Backa 1:2 bebyggs.":                      false,
		"Ägaren till Backa 1:2 har klagat.":                   true,
		"Försöket på Lindskolan gällde 22 elever i en klass.": false,
		"Tre elever i klass 7B.":                              true,
	} {
		hits := find(text, &Known{})
		if len(hits) == 0 || hits[len(hits)-1].Near != want {
			t.Errorf("%q: %+v", text, hits)
		}
	}
}
