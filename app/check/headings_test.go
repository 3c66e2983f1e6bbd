package check

import (
	"strings"
	"testing"
)

func TestLooksLikeHeading(t *testing.T) {
	for text, want := range map[string]bool{
		"Nämndens bedömning":             true,
		"4.1 Hur ser det ut?\n\nSå här.": true,
		"**B. Kalkyl**":                  true,
		"## även med liten bokstav":      true,
		"Barnets bästa\nEleverna på skolan har rätt till utbildning.":             true,
		"Nämnden har vid sitt möte i mars behandlat de\nFörslag som lämnades in.": false, // a paragraph that goes on
		"Nämnden delar motionärens syn.":                                          false,
		"med liten bokstav":                                                       false,
		"Lås, 730 st     1 058 500":                                               false,
		"- Punkt i en lista":                                                      false,
		"2026-05-11":                                                              false,
		"| Post | Kronor |":                                                       false,
		"Rubrik med " + strings.Repeat("ord ", 30):                                false,
		"Summa kronor 1 200":                                                      false,
		"Vad kostar det?\n\nDet kostar en hel del.":                               true,
		"Rubrik\nmed fortsättning på en annan rad":                                false,
		"Barnkonsekvensanalys (enligt riktlinjerna)":                              true,
	} {
		if got := linesOf(text)[0].looksLikeHeading(); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
	if linesOf("Text.\nRubrik")[1].looksLikeHeading() {
		t.Error("a line inside a paragraph is no heading")
	}
}

func TestCutNumber(t *testing.T) {
	for text, want := range map[string]struct {
		parts int
		rest  string
	}{
		"4.1 Skäl":     {2, "Skäl"},
		"4. Skäl":      {1, "Skäl"},
		"2) Skäl":      {1, "Skäl"},
		"B. Kalkyl":    {1, "Kalkyl"},
		"§ 4 Skäl":     {0, "§ 4 Skäl"},
		"2026 års mål": {0, "2026 års mål"},
		"Skäl":         {0, "Skäl"},
		"4..1 Skäl":    {0, "4..1 Skäl"},
		". Skäl":       {0, ". Skäl"},
		"":             {0, ""},
	} {
		if parts, rest := cutNumber(text); parts != want.parts || rest != want.rest {
			t.Errorf("%q: %d %q", text, parts, rest)
		}
	}
}

// Headings that no kind knows: what stands below the motion's content is the
// body's own words again, unless it is a part of it.
func TestSplitUnknownHeadings(t *testing.T) {
	const own, theirs = "\n\nNämnden har prövat frågan och ser inget behov av bänkar.\n\n", "\n\nMotionären skriver att det behövs bänkar i parken nu.\n\n"
	p := loadPacks(t)
	for name, c := range map[string]struct{ text, roles string }{
		"after the motion":       {"Motionen" + theirs + "Bänkar i dag" + own, "motion_content assessment"},
		"the motion goes on":     {"Motionen" + theirs + "Motionärens tredje skäl" + theirs + "Bänkar" + own, "motion_content assessment"},
		"deeper by number":       {"2 Motionen" + theirs + "2.1 Parkerna" + theirs + "3 Parkerna" + own, "motion_content assessment"},
		"deeper by mark":         {"## Motionen" + theirs + "### Parkerna" + theirs + "## Parkerna" + own, "motion_content assessment"},
		"after a list":           {"Beslutsunderlag\n\n- Motionen\n\nParkerna" + own, "documents assessment"},
		"a list goes on":         {"Beslutsunderlag\n\nMotionen\n\nNämndens yttrande över motionen\n", "documents"},
		"a reservation goes on":  {"Sammanfattning" + own + "Reservation\n\nParkerna" + theirs, "summary reservation"},
		"after another topic":    {"Barnets bästa" + own + "Hur länge" + own, "children assessment"},
		"a short sentence":       {"Barnets bästa" + own + "Fortsatt arbete\n\nPlanen ses över nästa år.\n", "children assessment"},
		"two headings":           {"Motionen" + theirs + "Skäl\n\nBänkarna" + own, "motion_content assessment"},
		"a name is no heading":   {"Bedömning" + own + "Nils Modell\nOrdförande\n", "assessment"},
		"room for a signature":   {"Bedömning" + own + "Ordförande\n\n.....\nNils Modell Modell\n.....\n", "assessment"},
		"decisions are a list":   {"Förslag till beslut\n\nNämnden föreslår fullmäktige\n\natt avslå motionen i alla delar och tacka för den.\n\nSammanfattning" + own, "proposal summary"},
		"numbered decisions":     {"Beslut\n\nNämnden beslutar följande\n\n1. Nämnden avslår motionen i alla dess delar och tackar.\n", "proposal"},
		"a title is no heading":  {"Svar på motion om bänkar\n\n2026-03-12\n\nSammanfattning" + own, "head summary"},
		"number and known words": {"1. Sammanfattning" + own + "2. Vad motionären vill" + theirs + "3. Skälen för förslaget" + own, "summary motion_content assessment"},
	} {
		d, _ := SplitPaper(p, c.text, "motion_response")
		if got := roles(d); got != c.roles {
			t.Errorf("%s: %s, want %s", name, got, c.roles)
		}
	}
}
