package check

import (
	"fmt"
	"strings"
	"testing"

	"yttra/app"
)

// What a paper is about is told by whatever words its writer has for it, and not by
// words that only look alike.
func TestProposeMeasures(t *testing.T) {
	p := loadPacks(t)
	for text, want := range map[string]string{
		"Motion om bodycam\n\nKontrollanterna möts av hot.":                                "KAM",
		"Ordningsvakterna bör bära kroppsburen utrustning.":                                "KAM",
		"ANPR vid infarterna skulle hjälpa polisen.":                                       "KAM",
		"En bil läser av registreringsskyltar längs gatan.":                                "KAM",
		"Med digital nattillsyn kan den boende sova.":                                      "KAM",
		"Motion om kamera vid badplatsen\n\nSkräpet ökar.":                                 "KAM",
		"Trygghetsklockan larmar även utomhus.":                                            "WEAR",
		"Teknik som räknar mobiltelefoner visar besöksflödet.":                             "WEAR",
		"Sensormattor vid sängen upptäcker fall.":                                          "WEAR",
		"Eleverna betalar genom att handens vener läses av.":                               "BIO",
		"Personalen loggar in med fingret.":                                                "BIO",
		"Besökaren släpps in när läsaren jämför ansiktet med ett foto.":                    "BIO",
		"Kommunen går över till M365.":                                                     "MOLN",
		"Motion om felanmälan\n\nEn app för felanmälan vore enkel.":                        "MOLN",
		"Beslut kan skickas som digital post till Kivra.":                                  "MOLN",
		"Verktyg som omvandlar tal till text avlastar.":                                    "AI",
		"En programvarurobot kan fatta beslut automatiskt.":                                "AI",
		"Motion om skyddade personuppgifter\n\nRutinerna skiljer sig.":                     "SKYDD",
		"Partiernas positioner låser debatten. Positionerna är kända.":                     "ALLM",
		"Motion om musikfestivalen\n\nArmbanden gäller alla dagar. Armbanden säljs i byn.": "ALLM",
		"Motion om fotoklubben\n\nKlubben lånar ut en kamera. En kamera är ett verktyg.":   "ALLM",
		"Trafikverkets kameror längs riksvägen påverkar inte tätorten.":                    "ALLM",
		"Ett öppet wifi-nät i biblioteket gör nytta.":                                      "ALLM",
		"Livsmedelsföretagens avgift beror på riskklass.":                                  "ALLM",
		"Bilarna kör fort. En kamera finns bara på riksvägen.":                             "ALLM",
		"Elevhälsan behöver fler psykologer.":                                              "ALLM",
	} {
		measures, _, _ := Propose(p, text)
		if got := strings.Trim(fmt.Sprint(measures), "[]"); got != want {
			t.Errorf("%q: %s, not %s", text, got, want)
		}
	}
}

// A word that must be said again counts in the title of a matter, and not in the
// heading of a section that answers it.
func TestScreenTitle(t *testing.T) {
	c := screener(t)
	doc := app.Document{Kind: "opinion", Sections: []app.Section{{Role: app.RoleAssessment, Text: "Kamera vid badet\n\nSkräpet ökar."}}}
	for title, want := range map[string]bool{"Kamera vid badet": true, "Städning vid badet": false, "Fotoklubbens kamera": false} {
		m := app.Matter{Title: title, Documents: []app.Document{doc}}
		if got := strings.Contains(answers(c.Screen(&m, 0)), "KAM"); got != want {
			t.Errorf("%q: %v", title, got)
		}
	}
}
