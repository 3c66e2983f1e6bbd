package reports

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"yttra/app"
	"yttra/app/check"
	"yttra/app/cost"
	"yttra/app/packs"
	"yttra/app/sample"
	"yttra/reports/layout"
)

// checked is the protocol of the n-th matter of the register.
func checked(t testing.TB, n int) Input {
	t.Helper()
	p, err := packs.Load()
	if err != nil {
		t.Fatal(err)
	}
	c, err := check.Compile(p, "sv")
	if err != nil {
		t.Fatal(err)
	}
	m := sample.Register()[n]
	r := c.RunOn(&m, 0, "2026-11-22")
	in, err := Of(p, &m, &m.Documents[0], profile(), cost.Compare(m.Estimate, p.Thresholds, "2026-11-22"), "Yttra")
	if err != nil {
		t.Fatal(err)
	}
	in.Part, in.Rules = Protocol, "0123456789ab"
	in.Control = Control{Criteria: r.Criteria, Findings: r.Findings, Silenced: r.Silenced, On: "2026-11-22"}
	return in
}

func TestProtocolTellsTheCheck(t *testing.T) {
	in := checked(t, 0)
	set, err := Build(in)
	if err != nil {
		t.Fatal(err)
	}
	outline := set.Outline()
	for _, want := range []string{
		`H1 "Kontroll av yttrande över motion om ansiktsigenkänning vid skolornas entréer"`, `P "Kontrollprotokoll"`, `P "Datum 2026-11-22"`,
		"Kontrollen gjordes den 22\u00a0november 2026 med reglerna 0123456789ab.", `TD "Uppfyllt"`, `TD "Ej behandlat"`, `TD "Underkänt"`, `TD "Undantag"`, `TD "Funnet"`,
		"(Nämndens överväganden, mening 1). Antecknat av Maj Prövelund 2026-11-19.", `H2 "Påpekanden"`, `TD "Stoppande"`, `H2 "Vad ärendet gäller"`,
		"Svaren är bekräftade av Maj Prövelund 2026-11-20.",
	} {
		if !strings.Contains(strings.ReplaceAll(outline, "\\u00a0", "\u00a0"), want) {
			t.Errorf("%q is not in the protocol", want)
		}
	}
	if strings.Contains(outline, "[^") || strings.Contains(outline, "**") {
		t.Error("marks of the text are printed")
	}
	for _, c := range in.Control.Criteria {
		if n := strings.Count(outline, fmt.Sprintf("TH scope=\"Row\" %q", c.Title)); n != 1 {
			t.Errorf("%s stands in %d rows", c.Title, n)
		}
	}
	for _, p := range set.Pages {
		for _, it := range p.Items {
			if it.Artifact == layout.WatermarkArtifact {
				t.Fatal("a protocol of a draft is marked as one")
			}
		}
	}
}

func TestProtocolCounts(t *testing.T) {
	in := half(t)
	in.Part = Protocol
	for want, states := range map[string][]app.CriterionState{
		"Inget kriterium gäller den här sortens handling.":                                           nil,
		"Ett kriterium gäller: ett är underkänt.":                                                    {app.Failed},
		"Tre kriterier gäller: ett är uppfyllt och två har undantag.":                                {app.Waived, app.Met, app.Waived},
		"Två kriterier gäller: ett är funnet i texten men inte bekräftat och ett är inte behandlat.": {app.NotAddressed, app.Indicated},
	} {
		in.Control = Control{}
		for _, s := range states {
			in.Control.Criteria = append(in.Control.Criteria, app.CriterionResult{State: s, Title: "x"})
		}
		doc, err := paper(in)
		if err != nil {
			t.Fatal(err)
		}
		if got := textOf(doc.Blocks[1].Runs); !strings.HasSuffix(got, want) {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// All criteria waived, with hostile words and places that do not exist.
func TestProtocolOfAllWaived(t *testing.T) {
	in := half(t)
	in.Part = Protocol
	for i := range 83 {
		id := fmt.Sprintf("PROP-%d", i)
		in.Control.Criteria = append(in.Control.Criteria, app.CriterionResult{ID: id, Title: strings.Repeat("Långtkriterium", 1+i%7), State: app.Waived, Said: true, Cost: i%2 > 0,
			Reason: "Skäl {n} {sentence}\nmed två rader", Stale: i%3 == 0, Was: strings.Repeat("ord ", 400), Evidence: []app.Evidence{{Place: app.Place{Section: 99}, Text: "x"}}})
		in.Matter.Answers = append(in.Matter.Answers, app.Answer{Criterion: id, Document: "d", By: "Åsa", On: "2026-11-01"})
	}
	in.Control.Criteria = append(in.Control.Criteria, app.CriterionResult{Title: "Okänt", State: "new", Evidence: []app.Evidence{
		{Place: app.Place{Section: 1, Span: app.Span{Start: -5, End: 1 << 30}}, Text: "a"}, {Place: app.Place{Section: -1}, Text: "b"}, {Text: ""}}})
	in.Control.Findings = []app.Finding{{ID: "PROP-1", Title: "told once"}, {ID: "X", Title: "Personnummer", Personal: true, Sentence: "20010101-1234", Place: app.Place{Section: 1}, Repeats: 3, Severity: app.Blocking},
		{ID: "Y", Title: "Godkänd", Waived: "Den får stå", Quote: "ord", Place: app.Place{Section: 1, Span: app.Span{Start: 0, End: 3}}, Severity: app.Note}}
	set, err := Build(in)
	if err != nil {
		t.Fatal(err)
	}
	outline := strings.ReplaceAll(set.Outline(), "\\u00a0", " ")
	if strings.Count(outline, `TD "Undantag"`) != 83 || strings.Count(outline, "Antecknat av Åsa 2026-11-01.") != 83 || !strings.Contains(outline, "Skäl {n} {sentence} med två rader.") {
		t.Error("not every waiver is told with who and when")
	}
	if strings.Contains(outline, "20010101") || strings.Contains(outline, "told once") || !strings.Contains(outline, "Sammanfattning. Tre platser till.") {
		t.Error("findings are told wrongly")
	}
	if !strings.Contains(outline, "Den får stå.") || !strings.Contains(outline, `TD "new"`) {
		t.Error("an accepted finding or an unknown state is lost")
	}
}

func TestWordsOfAProtocolAreAllThere(t *testing.T) {
	w, err := readControlWords()
	if err != nil {
		t.Fatal(err)
	}
	everyWord(t, w)
	for _, s := range app.CriterionStates {
		if w.States[s] == "" || w.CountsOne[s] == "" || w.CountsMany[s] == "" || shapes[s] == layout.NoShape {
			t.Errorf("%s has no words or shape", s)
		}
	}
	for _, m := range app.Measures {
		if w.Measure[m] == "" {
			t.Errorf("%s has no words", m)
		}
	}
	for _, g := range app.Groups {
		if w.Group[g] == "" {
			t.Errorf("%s has no words", g)
		}
	}
}

// everyWord holds that no word of a struct of words is empty.
func everyWord(t *testing.T, w any) {
	t.Helper()
	v := reflect.ValueOf(w)
	for i := range v.NumField() {
		if f := v.Field(i); f.IsZero() || f.Kind() == reflect.Map && f.Len() == 0 {
			t.Errorf("no words for %s", v.Type().Field(i).Name)
		}
	}
}

func TestGoldenOfAProtocol(t *testing.T) {
	in := half(t)
	in.Part, in.Rules = Protocol, "0123456789ab"
	in.Matter.Answers = []app.Answer{{Criterion: "A", By: "Anna Handläggarsson", On: "2026-04-01"}}
	in.Matter.Measures, in.Matter.Affected = []app.Measure{app.Cameras}, []app.Group{app.Children}
	shown := []app.Evidence{{Place: app.Place{Section: 1, Span: app.Span{Start: 0, End: 20}}, Text: "Nämnden delar målet men föreslår att motionen avslås, eftersom gång- och cykelbanan längs Ågatan redan leder till skolan."}}
	in.Control = Control{On: "2026-04-02", Silenced: 2, Criteria: []app.CriterionResult{
		{ID: "A", Title: "Samtycke är inte en säker grund", State: app.Waived, Said: true, Reason: "Förslaget bygger inte på samtycke"},
		{ID: "B", Title: "Tydligt ändamål", State: app.Met, Evidence: shown},
		{ID: "C", Title: "Behovet är belagt", State: app.NotAddressed},
		{ID: "D", Title: "Mindre ingripande alternativ", State: app.Indicated, Evidence: append(shown, shown[0], shown[0])},
		{ID: "E", Title: "Finansiering anges", State: app.Failed, Evidence: shown, Cost: true},
		{ID: "F", Title: "Kostnad per år", State: app.Indicated, Reckoned: []app.Reckoned{{Text: "Summan är 2 415 000 kr"}}, Cost: true}},
		Findings: []app.Finding{{ID: "G", Severity: app.Serious, Title: "Avsnittet ”Ekonomi” saknas", Place: app.Place{Section: -1}}}}
	set, err := Build(in)
	if err != nil {
		t.Fatal(err)
	}
	compare(t, "protocol.txt", sketched(set))
}
