package packs_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"yttra/app"
	"yttra/app/packs"
)

func TestPhraseIsFilledWithWhatIsKnown(t *testing.T) {
	p, err := packs.Load()
	if err != nil {
		t.Fatal(err)
	}
	m := &app.Matter{Title: "Motion om åkbanor", Received: "2026-04-15", Movers: []app.Mover{{Name: "Åsa Ek", Party: "FE"}, {Name: "Bo Alm"}, {Name: "Eva Öst", Party: "FX"}}}
	d := &app.Document{Kind: "opinion", Body: "Kulturnämnden", Date: "2026-11-22"}
	for phrase, want := range map[string]string{
		"[Nämnden|body] beslutar.":            "Kulturnämnden beslutar.",
		"Sänt till [nämnden|body].":           "Sänt till kulturnämnden.",
		"Den [datum|received], [datum|date].": "Den 2026-04-15, 2026-11-22.",
		"Av [namn (parti)|movers].":           "Av Åsa Ek (FE), Bo Alm och Eva Öst (FX).",
		"[titel|title]: [titel|document]":     "Motion om åkbanor: Yttrande över motion om åkbanor",
		"Kostar [belopp] kronor och |x":       "Kostar [belopp] kronor och |x",
		"":                                    "",
	} {
		if got := p.Phrase(phrase, m, d); got != want {
			t.Errorf("%q: %q, want %q", phrase, got, want)
		}
	}
	if got := p.Phrase("[Nämnden|body] den [datum|received] av [namn|movers]", &app.Matter{}, &app.Document{}); got != "[Nämnden] den [datum] av [namn]" {
		t.Errorf("nothing is known: %q", got)
	}
	if got := p.Phrase("[namn|movers]", &app.Matter{Movers: m.Movers[:1]}, d); got != "Åsa Ek (FE)" {
		t.Errorf("one mover: %q", got)
	}
}

func TestPhraseWithAnUnknownSourceIsRefused(t *testing.T) {
	own := fstest.MapFS{"kinds/x.toml": {Data: []byte(`id = "x"
level = "committee"
sv = { name = "X", title = "X %s" }
[[section]]
role = "summary"
sv = { heading = "S", phrases = ["Den [datum|saga]."] }
`)}}
	_, faults, err := packs.LoadWith(own)
	if err != nil || len(faults) != 1 || !strings.Contains(faults[0].Error(), "saga") {
		t.Errorf("%v %v", faults, err)
	}
}

// No phrase leaves a bar behind, whatever is known.
func TestEmbeddedPhrasesAreClean(t *testing.T) {
	p, err := packs.Load()
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, k := range p.Kinds {
		for _, s := range k.Sections {
			for _, phrase := range s.SV.Phrases {
				n++
				if got := p.Phrase(phrase, &app.Matter{}, &app.Document{}); strings.Contains(got, "|") {
					t.Errorf("%s %s: %q", k.ID, s.Role, got)
				}
			}
		}
	}
	if n == 0 {
		t.Fatal("there are no phrases")
	}
}

func TestReasonWithoutWhatTheFormSays(t *testing.T) {
	f := packs.DecisionForm{Reason: "i den del som avser"}
	for in, want := range map[string]string{"i den del som avser boende": "boende", "I den del som avser": "", " i den del som avser  åtta": "åtta",
		"i den del som avserade": "i den del som avserade", "boende": "boende", "": "", "i den": "i den"} {
		if got := f.Own(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	if got := (packs.DecisionForm{}).Own("alltid"); got != "alltid" {
		t.Errorf("a form without opening words: %q", got)
	}
}
