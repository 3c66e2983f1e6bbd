package language

import (
	"strings"
	"testing"
)

func TestReported(t *testing.T) {
	for text, want := range map[string]string{
		"Motionären menar att kameror ökar tryggheten.":     "Motionären menar att kameror ökar tryggheten",
		"Motionärerna vill också att barnens bästa prövas.": "Motionärerna vill också att barnens bästa prövas",
		"I motionen föreslås att kameror sätts upp.":        "I motionen föreslås att kameror sätts upp",
		"I motionen yrkas:": "I motionen yrkas",
		"Vidare anges i motionen att behovet är stort.":                                     "i motionen att behovet är stort",
		"Enligt motionären saknas alternativ.":                                              "Enligt motionären saknas alternativ",
		"Enligt motionens yrkanden kan tekniken registrera närvaro.":                        "Enligt motionens yrkanden kan tekniken registrera närvaro",
		"Behovet är enligt motionären stort.":                                               "Behovet är enligt motionären stort",
		"I skrivelsen efterfrågas svar om administration.":                                  "I skrivelsen efterfrågas svar om administration",
		"Skrivelsen tar även upp frågan om stöd till skolledningar.":                        "Skrivelsen tar även upp frågan om stöd till skolledningar",
		"Det framgår vidare av skrivelsen att svar önskas.":                                 "Det framgår vidare av skrivelsen att svar önskas",
		"Motionärerna hänvisar i sitt yrkande till en rapport.":                             "Motionärerna hänvisar i sitt yrkande till en rapport",
		"Vidare menar motionärerna att kostnaden är låg.":                                   "menar motionärerna att kostnaden är låg",
		"Kostnaden är låg, menar motionären.":                                               "Kostnaden är låg, menar motionären",
		"Anna Ek (S) och Bo Al (M) föreslår att kameror köps.":                              "M) föreslår att kameror köps",
		"Nämnden har tagit del av en motion av Anna Ek (S) om att testa kameror.":           "om att testa kameror",
		"En motion om kameror har väckts av Anna Ek (S).":                                   "om kameror",
		"Förvaltningen konstaterar att motionären föreslår kameror.":                        "motionären föreslår kameror",
		"Motionären vill ha kameror, men förvaltningen bedömer att belysning räcker.":       "Motionären vill ha kameror",
		"I motionen föreslås kameror; nämnden anser att belysning räcker.":                  "I motionen föreslås kameror",
		"Medborgarförslaget syftar till att öka tryggheten.":                                "Medborgarförslaget syftar till att öka tryggheten",
		"Motionären vill ha kameror. De menar också att priset är lågt. Nämnden säger nej.": "Motionären vill ha kameror|De menar också att priset är lågt",
		"I motionen anges tre skäl. Vidare framhålls nyttan för barn.":                      "I motionen anges tre skäl|Vidare framhålls nyttan för barn",
		"Förvaltningen delar inte motionärens bedömning att samtycke räcker.":               "",
		"Till skillnad från motionären bedömer förvaltningen att samtycke inte räcker.":     "",
		"Som motionären framhåller är behovet av trygghet stort.":                           "",
		"Motionen bör avslås eftersom intrånget är för stort.":                              "",
		"Motionen föreslås avslås med hänsyn till barnens integritet.":                      "",
		"Med anledning av motionen har förvaltningen prövat alternativ.":                    "",
		"Förslaget i motionen bedöms inte vara proportionerligt.":                           "",
		"Det motionärerna föreslår innebär en risk för barnens integritet.":                 "",
		"Ett införande enligt motionen skulle kosta 2 miljoner kronor.":                     "",
		"Nämnden instämmer med motionären i att tryggheten är viktig.":                      "",
		"Motionens förslag om kameror är inte förenligt med barnets bästa.":                 "",
		"Nämnden anser, liksom motionären, att trygghet är viktigt.":                        "",
		"Motionen om kameror bör avslås eftersom den inte står i proportion till behovet.":  "",
		"Att köpa kameror, vilket motionären föreslår, kräver en konsekvensbedömning.":      "",
		"Utöver vad motionären föreslår har förvaltningen prövat belysning.":                "",
		"Förvaltningen avstyrker motionen, eftersom det redan finns sådana tjänster.":       "",
		"Nämnden tillstyrker därför motionen, då behovet är stort.":                         "",
		"Motionen går ut på att kameror köps.":                                              "Motionen går ut på att kameror köps",
		"Centerpartiet föreslår i en motion att kameror köps.":                              "Centerpartiet föreslår i en motion att kameror köps",
		"Nämnden (S) föreslås.":                                                             "",
		"":                                                                                  "",
	} {
		var got []string
		r := Read(text)
		for _, span := range r.Reported() {
			got = append(got, r.Of(span))
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestAsked(t *testing.T) {
	r := Read("Har barnets bästa prövats? Ja. ”Vad kostar det?” Nej!")
	for n, want := range []bool{true, false, true, false} {
		if r.Asked(n) != want {
			t.Errorf("%q: %v", r.Of(r.Sentences[n].Span), !want)
		}
	}
}
