package privacy

import (
	"strings"
	"testing"
)

func TestSeek(t *testing.T) {
	var s Seeker
	for id, w := range []string{"Alva Lindgren", "Alva", "070-123 45 67", "Storgatan 12", "alva.lindgren@exempel.se", "ABC 123", "18900101-9802", "Lindgren", "Pär Ågrén", "Pär"} {
		s.Gone(w, id)
	}
	s.Stand("Karin Lindgren")
	seam := string(Seam)
	for text, want := range map[string]string{
		"Eleven Alva Lindgren i 4B.":            "Alva Lindgren",
		"ALVA LINDGREN och alva lindgren":       "ALVA LINDGREN|alva lindgren",
		"Alva Lindgrens mamma":                  "Alva Lindgrens",
		"Alva\nLindgren, Alva\u00a0Lindgren":    "Alva\nLindgren|Alva\u00a0Lindgren",
		"Alva Lind-" + seam + "gren bor":        "Alva Lind-" + seam + "gren",
		"Al" + seam + "va Lind" + seam + "gren": "Al" + seam + "va Lind" + seam + "gren",
		"Alva Lind\u00adgren":                   "Alva Lind\u00adgren",
		"**Alva** Lindgren":                     "Alva** Lindgren",
		"| Alva | Lindgren |":                   "Alva | Lindgren",
		"bild_alva-lindgren.jpg, AlvaLindgren":  "alva-lindgren|AlvaLindgren",
		"Alvas bok. ALVA.":                      "Alvas|ALVA",
		"alva utan versal, Alvarlig, kAlva":     "Alva", // a capital in the midst begins a word
		"Alva-" + seam + "rlig är ett ord":      "",
		"Alva-" + seam + "Lisa":                 "Alva",
		"Karin Lindgrens motion":                "",
		"Lindgren är arg på Karin Lindgren":     "Lindgren",
		"0701234567, 070 – 123 45 67":           "0701234567|070 – 123 45 67",
		"10701234567 och 07012345678":           "",
		"storgatan 12b, STORGATAN\n12":          "storgatan 12|STORGATAN\n12",
		"Storgatan 120":                         "",
		"mailto:alva.lindgren@exempel.se?x=1":   "alva.lindgren@exempel.se",
		"abc123, ABC-123":                       "abc123|ABC-123",
		"189001019802 och 1890-01-01-98 02":     "189001019802|1890-01-01-98 02",
		"bilder/par-agren.jpg och PÄR ÅGRÉN":    "par-agren|PÄR ÅGRÉN",
		"Par och Pär":                           "Pär",
		"Ingen finns här.":                      "",
		"":                                      "",
	} {
		var got []string
		for _, f := range s.Find(text) {
			got = append(got, text[f.Span.Start:f.Span.End])
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q: found %q, want %q", text, strings.Join(got, "|"), want)
		}
	}
}

func TestSeekNothing(t *testing.T) {
	var none *Seeker
	if !none.Empty() || none.Find("Alva") != nil {
		t.Error("a seeker that is not there finds something")
	}
	var s Seeker
	s.Gone("", 1)
	s.Gone("A", 1)
	s.Gone(" – ", 1)
	if !s.Empty() || s.Find("A – A") != nil {
		t.Error("next to nothing is sought")
	}
}

func TestForms(t *testing.T) {
	for words, want := range map[string]string{
		"Elias Andersson":  "Elias Andersson|Andersson Elias|Elias|Andersson",
		"Elias Anderssons": "Elias Anderssons|Elias Andersson|Andersson Elias|Elias|Andersson",
		"Elias":            "Elias",
		"Alvas":            "Alvas|Alva",
	} {
		if got := strings.Join((&Known{}).Forms(Hit{Kind: Child}, words), "|"); got != want {
			t.Errorf("%q: %s", words, got)
		}
	}
	if got := (&Known{}).Forms(Hit{Kind: Health}, "autism"); got != nil {
		t.Errorf("an illness is looked for everywhere: %q", got)
	}
	var known Known
	known.Add("Karin Andersson")
	if got := known.Forms(Hit{Kind: Child}, "Elias Andersson"); len(got) != 3 {
		t.Errorf("the surname of somebody known is looked for alone: %q", got)
	}
	if got := (&Known{}).Forms(Hit{Kind: Street}, "Storgatan 12"); len(got) != 1 {
		t.Errorf("%q", got)
	}
}

func TestTakenWordsAreNotGiven(t *testing.T) {
	m := NewMasker()
	m.Taken("Skriv om [elev A] och [adress 1] och \\[elev C\\].")
	text := "Eleven Elias Berg, eleven Tilde Ek, eleven Alva Frisk. Storgatan 12."
	if got, want := m.mask(text, find(text, &Known{})), "Eleven [elev B], eleven [elev D], eleven [elev E]. [adress 2]."; got != want {
		t.Errorf("%s", got)
	}
}

// A long text with words that nearly match takes time in proportion.
func TestSeekHostile(t *testing.T) {
	var s Seeker
	for i := range 100 {
		s.Gone("Alva Lindgren "+strings.Repeat("x", i), i)
	}
	for _, unit := range []string{"A", "Alva ", "Alva Lindgren ", "Alva-\x1f", "\x1f", "-", "é", "\u0301"} {
		s.Find(strings.Repeat(unit, 300_000/len(unit)))
	}
}

func BenchmarkSeek28Pages(b *testing.B) {
	text := strings.Join(pages(), "\n\n")
	var s Seeker
	for i, w := range []string{"Alva Lindgren", "Elias Berg", "Storgatan 120", "070-123 45 67"} {
		s.Gone(w, i)
	}
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		s.Find(text)
	}
}
