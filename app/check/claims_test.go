package check

import (
	"fmt"
	"strings"
	"testing"

	"yttra/app"
)

func TestClaimsNamedInASentence(t *testing.T) {
	c := compiled(t)
	for text, want := range map[string]string{
		"Nämnden avslår yrkande 1.":                                     "[1]",
		"Nämnden avslår yrkande 1 och 3.":                               "[1 3]",
		"Nämnden avslår yrkandena 1, 2 samt 4 i motionen.":              "[1 2 4]",
		"Nämnden avslår yrkande 2–4.":                                   "[2 3 4]",
		"Nämnden avslår yrkande 2-4.":                                   "[2 3 4]",
		"Nämnden avslår yrkande nr 2.":                                  "[2]",
		"Nämnden avslår det andra yrkandet.":                            "[2]",
		"Nämnden avslår motionens första att-sats och yrkande 3.":       "[1 3]",
		"Nämnden avslår yrkandet.":                                      "[]",
		"Nämnden avslår motionen, som kostar 2 miljoner.":               "[]",
		"Nämnden avslår yrkande 2026.":                                  "[]",
		"Nämnden avslår yrkande 0.":                                     "[]",
		"Nämnden avslår yrkande 5-2.":                                   "[]",
		"Nämnden avslår yrkande 1 på 3 sidor.":                          "[1]",
		"Yrkande 1–99999999999999999999 och yrkande 1–9999999 avslås.":  "[1]",
		"Vid sammanträdet den 3 mars 2026 fick motionärens yrkande nej": "[]",
	} {
		m := opinion("assessment: " + text)
		r := c.newRun(m, &m.Documents[0])
		if got := fmt.Sprint(r.claimsNamedIn(sentence{})); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

// What stands between the bodies decides who proposes to whom.
func TestChainOfASentence(t *testing.T) {
	c := compiled(t)
	for text, ok := range map[string]bool{
		"Kommunstyrelsens arbetsutskott föreslår kommunstyrelsen föreslå kommunfullmäktige besluta":                                      true,
		"Arbetsutskottet föreslår att kommunstyrelsen föreslår kommunfullmäktige att avslå motionen.":                                    true,
		"KSAU föreslår KS föreslå KF att avslå motionen.":                                                                                true,
		"Socialnämnden föreslår kommunstyrelsen att i sin tur föreslå kommunfullmäktige att avslå motionen.":                             true,
		"Socialnämnden avstyrker motionen och föreslår kommunstyrelsen att föreslå kommunfullmäktige att avslå den.":                     true,
		"Därför föreslår socialnämnden att motionen avslås och att kommunstyrelsen får i uppdrag att följa frågan.":                      true,
		"Efter samråd med förvaltningen föreslår nämnden kommunstyrelsen att avslå motionen.":                                            true,
		"Efter samråd med förvaltningen föreslår nämnden att motionen avslås.":                                                           true,
		"Mot bakgrund av kulturnämndens yttrande föreslår kommunstyrelsen att kommunfullmäktige avslår motionen.":                        true,
		"Kommunstyrelsen föreslår att kommunstyrelsens ordförande får i uppdrag att svara.":                                              true,
		"Kommunstyrelsen föreslår kommunfullmäktige att avslå motionen (KS 2026/12).":                                                    true,
		"Stadskontoret föreslår att kommunstyrelsens arbetsutskott föreslår att kommunstyrelsen föreslår att kommunfullmäktige beslutar": true,
		"Arbetsutskottet föreslår att kommunfullmäktige avslår motionen.":                                                                false,
		"Kommunstyrelsen föreslår att föreslå kommunfullmäktige att avslå motionen.":                                                     false,
		"Kommunstyrelsen föreslår att arbetsutskottet beslutar att avslå motionen.":                                                      false,
		"Nämnden föreslår kommunfullmäktige att föreslå kommunstyrelsen att avslå motionen.":                                             false,
	} {
		m := opinion("proposal: " + text)
		m.Documents[0].Body = ""
		if got := quotes(c.Run(m, 0), "FORM-CHAIN-02"); (got == "") != ok {
			t.Errorf("%s: %q", text, got)
		}
	}
}

// A huge sentence of numbers and bodies is read in one go.
func TestManyClaimsAndBodies(t *testing.T) {
	m := opinion("proposal: " + strings.Repeat("Nämnden avslår yrkande 1 och 2 och föreslår kommunstyrelsen, ", 20000))
	compiled(t).Run(m, 0)
	if m.Documents[0].Level != app.Committee {
		t.Error("the document changed")
	}
}
