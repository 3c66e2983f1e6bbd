package screens

import (
	"context"
	"strings"
	"testing"

	"yttra/app"
	"yttra/app/incoming"
	"yttra/app/intake"
	"yttra/app/sample"
)

const motionText = `Motion om kostnadsfri buss för äldre

Inkom 2026-05-06

Äldre reser mindre än de vill.

Jag yrkar

att kommunen inför kostnadsfri buss för alla över 75 år, samt
att effekterna följs upp efter ett år.

Exempelby den 2 maj 2026

Majken Ros (LL)
`

func TestFormShowsTheWordsEachFieldCameFrom(t *testing.T) {
	f := formOfPaper(named(t, "motion.txt", motionText), "2026-11-22")
	if f.Title != "Kostnadsfri buss för äldre" && f.Title != "kostnadsfri buss för äldre" {
		t.Errorf("title %q", f.Title)
	}
	if len(f.Claims) != 2 || f.Movers != "Majken Ros (LL)" || f.Received != "2026-05-06" {
		t.Errorf("%+v", f)
	}
	for _, name := range []string{fieldTitle, fieldReceived, fieldMovers, claimField(0), claimField(1)} {
		in := f.Found[name]
		if in.Words == "" || !strings.Contains(strings.Join(strings.Fields(motionText), " "), in.Words) {
			t.Errorf("%s: %q are not words of the motion", name, in.Words)
		}
	}
	if got := f.Found[claimField(0)]; strings.Contains(got.After, " ,") || !strings.HasPrefix(got.After, ",") {
		t.Errorf("what follows the claim is %q", got.After)
	}
	if f.Found[fieldRefs].Doubt != intake.NotFound {
		t.Errorf("a missing reference gives %q", f.Found[fieldRefs].Doubt)
	}
	if f.Motion == nil || f.Motion.Name != "motion.txt" {
		t.Error("the motion's text is not kept")
	}
}

// The quote ends where the words do: a bracket that opens in it closes in it.
func TestTheWordsAboutMoversAreWhole(t *testing.T) {
	for names, want := range map[string]string{
		"Sigrid Hallonqvist (FE)\nBörje Ståhl-Öman (FE)": "Sigrid Hallonqvist (FE) · Börje Ståhl-Öman (FE)",
		"Majken Ros (LL)": "Majken Ros (LL)",
		"Majken Ros, LL":  "Majken Ros",
		"Majken Ros (LL":  "",
		"Majken Ros":      "Majken Ros",
	} {
		f := formOfPaper(named(t, "", strings.Replace(motionText, "Majken Ros (LL)", names, 1)), "2026-11-22")
		if got := f.Found[fieldMovers].Words; got != want {
			t.Errorf("%q: %q", names, got)
		}
	}
}

func TestFormOfTheSampleMotion(t *testing.T) {
	f := formOfPaper(named(t, "", sample.Motion()), "2026-11-22")
	if len(f.faults()) != 0 {
		t.Errorf("%v", f.faults())
	}
	for i := range f.Claims {
		if f.Found[claimField(i)].Words == "" {
			t.Errorf("claim %d came from nowhere", i+1)
		}
	}
}

func TestFormFaults(t *testing.T) {
	for name, c := range map[string]struct {
		f    form
		want string
	}{
		"fine":         {form{Title: "A", Received: " 2026-04-15 "}, ""},
		"no day":       {form{Title: "A"}, ""},
		"no title":     {form{Title: "  "}, fieldTitle},
		"no such day":  {form{Title: "A", Received: "2026-02-31"}, fieldReceived},
		"day in words": {form{Title: "A", Received: "15 april"}, fieldReceived},
	} {
		got := c.f.faults()
		if c.want == "" && len(got) != 0 || c.want != "" && got[c.want] == "" {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestFormIntoKeepsWhatWasDecided(t *testing.T) {
	m := &app.Matter{Claims: []app.Claim{{Text: "att a", Decision: app.Reject}, {Text: "att b", Decision: app.Approve}}}
	f := formOf(m)
	f.Title, f.References, f.Movers = " Rubrik ", "KS 2026/1, UN 2026/2", "Ada Bo (S)\n\nCy De, M\nEf Gh"
	f.Claims[0] = "att  a,\nmen tydligare"
	f.Claims = append(f.Claims, "att ")
	f.dropEmpty()
	f.into(m)
	if len(m.Claims) != 2 || m.Claims[0].Text != "att a, men tydligare" || m.Claims[0].Decision != app.Reject || m.Claims[1].Decision != app.Approve {
		t.Errorf("%+v", m.Claims)
	}
	if m.Title != "Rubrik" || len(m.References) != 2 || m.References[1] != "UN 2026/2" {
		t.Errorf("%q %q", m.Title, m.References)
	}
	if len(m.Movers) != 3 || m.Movers[0].Party != "S" || m.Movers[1].Name != "Cy De" || m.Movers[1].Party != "M" || m.Movers[2].Party != "" {
		t.Errorf("%+v", m.Movers)
	}
}

func TestFileNames(t *testing.T) {
	for title, want := range map[string]string{"Kameror vid Norra skolgården!": "kameror-vid-norra-skolgården", "../../etc": "etc", "": "yttra", "???": "yttra"} {
		if got := fileName(&app.Matter{Title: title}); got != want {
			t.Errorf("%q: %q", title, got)
		}
	}
}

func FuzzForm(f *testing.F) {
	f.Add(motionText, 3, 9)
	f.Add(strings.Repeat("0", 84)+" 000", 77, 88)
	f.Fuzz(func(_ *testing.T, text string, a, b int) {
		if p, err := incoming.New().Read(context.Background(), "", []byte(text)); err == nil {
			_ = formOfPaper(p, "2026-11-22")
		}
		if a >= 0 && a <= b && b <= len(text) {
			foundIn(text, intake.Field{Span: app.Span{Start: a, End: b}})
		}
	})
}

func TestPropertiesKeepStageAndHolder(t *testing.T) {
	m := &app.Matter{Title: "A", Stage: app.Waiting, Holder: "Utbildningsnämnden", Motion: &app.Source{Text: "x"}}
	f := formOf(m)
	f.Title = "B"
	f.into(m)
	if m.Stage != app.Waiting || m.Holder != "Utbildningsnämnden" || m.Motion == nil || m.Title != "B" {
		t.Errorf("%+v", m)
	}
}

// named is a text as it is read from a file of a name.
func named(t *testing.T, name, text string) *incoming.Paper {
	t.Helper()
	p, err := incoming.New().Read(context.Background(), name, []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return p
}
