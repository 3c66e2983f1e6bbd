package check

import (
	"slices"
	"strings"
	"testing"
	"time"

	"yttra/app"
	"yttra/app/packs"
)

func screener(t *testing.T) *Checker {
	t.Helper()
	p, err := packs.Load()
	if err != nil {
		t.Fatal(err)
	}
	c, err := Compile(p, "sv")
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func answers(in []Sighting) string {
	var out []string
	for _, s := range in {
		out = append(out, s.Answer)
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}

func TestScreen(t *testing.T) {
	c := screener(t)
	doc := func(texts ...string) []app.Document {
		d := app.Document{Kind: "opinion"}
		for _, s := range texts {
			d.Sections = append(d.Sections, app.Section{Role: app.RoleAssessment, Text: s})
		}
		return []app.Document{d}
	}
	motion := func(s string) *app.Source { return &app.Source{Text: s} }
	for name, x := range map[string]struct {
		matter app.Matter
		want   string
	}{
		"nothing":              {app.Matter{}, ""},
		"title":                {app.Matter{Title: "Drönare över badplatsen"}, "KAM public"},
		"claim":                {app.Matter{Claims: []app.Claim{{Text: "att en språkmodell prövas i hemtjänsten"}}}, "AI public"},
		"motion":               {app.Matter{Motion: motion("Vi vill sätta upp övervakningskameror. Eleverna ska känna sig trygga.")}, "KAM children purchase"},
		"denied":               {app.Matter{Motion: motion("Ingen ansiktsigenkänning ska användas. Kameror behövs vid torget.")}, "KAM public"},
		"a paper":              {app.Matter{Documents: doc("Kamerabevakning av parkeringen föreslås.")}, "KAM"},
		"a paper beside":       {app.Matter{Motion: motion("Cykelvägen ska lysas upp."), Documents: doc("Kamerabevakning har föreslagits tidigare.")}, "public"},
		"a paper says it more": {app.Matter{Motion: motion("Cykelvägen ska lysas upp."), Documents: doc("Kamerabevakning ingår.", "Kamerorna filmar dygnet runt.")}, "KAM public"},
		"trial and purchase":   {app.Matter{Motion: motion("En pilot ska upphandlas.")}, "pilot purchase"},
	} {
		if got := answers(c.Screen(&x.matter, len(x.matter.Documents)-1)); got != x.want {
			t.Errorf("%s: %q, not %q", name, got, x.want)
		}
	}
}

func TestScreenShowsTheSentence(t *testing.T) {
	c := screener(t)
	m := &app.Matter{Title: "Trygg skola", Documents: []app.Document{{Sections: []app.Section{{Text: "Ingress."},
		{Text: "Förslaget är nytt.\n\nKameror\nsätts upp vid entrén. Kamerorna är tolv."}}}}}
	got := c.Screen(m, 0)
	i := slices.IndexFunc(got, func(s Sighting) bool { return s.Answer == "KAM" })
	if i < 0 || got[i].Sentence != "Kameror sätts upp vid entrén." || got[i].Place.Section != 1 {
		t.Fatalf("%+v", got)
	}
	if p := got[i].Place.Span; m.Documents[0].Sections[1].Text[p.Start:p.End] != "Kameror\nsätts upp vid entrén." {
		t.Errorf("%+v", p)
	}
	if i = slices.IndexFunc(got, func(s Sighting) bool { return s.Answer == "children" }); i < 0 || got[i].Place.Section != -1 || got[i].Sentence != "Trygg skola" {
		t.Errorf("%+v", got)
	}
	for _, doc := range []int{-1, 7} {
		if got := answers(c.Screen(m, doc)); got != "children" {
			t.Errorf("document %d: %s", doc, got)
		}
	}
}

func TestPilotIsTheClerksWord(t *testing.T) {
	c := screener(t)
	m := &app.Matter{Measures: []app.Measure{app.Cameras}, Documents: []app.Document{{Kind: "opinion", Sections: []app.Section{{Role: app.RoleAssessment, Text: "Försöket börjar i mars."}}}}}
	asked := func() bool {
		return slices.ContainsFunc(c.Run(m, 0).Criteria, func(r app.CriterionResult) bool { return r.ID == "PROP-PILOT-01" })
	}
	if !asked() {
		t.Error("the text speaks of a trial")
	}
	m.Screening = &app.Screening{}
	if asked() {
		t.Error("the clerk has said that it is no trial")
	}
	m.Screening.Topics, m.Documents[0].Sections[0].Text = []string{app.TopicPilot}, "Kameror sätts upp."
	if !asked() {
		t.Error("the clerk has said that it is a trial")
	}
}

func TestScreenOfMuchText(t *testing.T) {
	c := screener(t)
	m := &app.Matter{Motion: &app.Source{Text: strings.Repeat("Kameror sätts upp i skolan på prov. ", 30_000)}}
	start := time.Now()
	if got := answers(c.Screen(m, -1)); !strings.Contains(got, "KAM") {
		t.Error(got)
	}
	if took := time.Since(start); took > 4*time.Second {
		t.Errorf("a megabyte took %v", took)
	}
}
