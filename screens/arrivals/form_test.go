package arrivals

import (
	"context"
	"strings"
	"testing"

	"yttra/app"
	"yttra/app/incoming"
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

// paper is a text as it is read from a file of a name.
func paper(t testing.TB, name, text string) *incoming.Paper {
	t.Helper()
	p, err := incoming.New().Read(context.Background(), name, []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func modelOf(t testing.TB, name, text string) *Model {
	t.Helper()
	return ModelOf(paper(t, name, text), "2026-11-22", nil)
}

func TestEachFieldKnowsItsPlace(t *testing.T) {
	m := modelOf(t, "motion.txt", motionText)
	if !strings.EqualFold(m.Values[Title], "Kostnadsfri buss för äldre") || len(m.Rows[Claims]) != 2 || m.Values[Movers] != "Majken Ros (LL)" || m.Values[Received] != "2026-05-06" {
		t.Errorf("%+v", m.Form)
	}
	words := map[Place]string{{Title, -1}: "kostnadsfri buss för äldre", {Received, -1}: "2026-05-06", {Movers, -1}: "Majken Ros (LL",
		{Claims, 0}: "att kommunen inför kostnadsfri buss för alla över 75 år", {Claims, 1}: "att effekterna följs upp efter ett år"}
	for p, want := range words {
		spans := m.Origin(p).Spans
		if len(spans) != 1 || !strings.HasPrefix(strings.ToLower(m.words(spans[0])), strings.ToLower(want)) {
			t.Errorf("%v: %v are not the words", p, spans)
		}
		if m.Changed(p) {
			t.Errorf("%v is changed and nobody has written", p)
		}
	}
	if got := m.Doubt(Place{Refs, -1}); got != notFound {
		t.Errorf("a missing reference gives %q", got)
	}
	if m.Source == nil || m.Source.Name != "motion.txt" || string(m.Source.Data) != motionText {
		t.Error("the motion is not kept")
	}
}

func TestTheSampleMotionHasAPlaceForEveryClaim(t *testing.T) {
	m := modelOf(t, "", sample.Motion())
	if len(m.Faults()) != 0 || len(m.Rows[Claims]) == 0 {
		t.Errorf("%v", m.Faults())
	}
	for i := range m.Rows[Claims] {
		if len(m.Origin(Place{Claims, i}).Spans) != 1 {
			t.Errorf("claim %d came from nowhere", i+1)
		}
	}
}

func TestFaults(t *testing.T) {
	for name, c := range map[string]struct {
		title, day string
		kind       app.SourceKind
		due        string
		want       string
	}{
		"fine":         {"A", " 2026-04-15 ", "", "", ""},
		"no day":       {"A", "", "", "", ""},
		"no title":     {"  ", "", "", "", Title},
		"no such day":  {"A", "2026-02-31", "", "", Received},
		"day in words": {"A", "15 april", "", "", Received},
		"due in words": {"A", "", app.ReferralSource, "strax", Due},
		"not asked":    {"A", "", app.MotionSource, "strax", ""},
	} {
		f := Form{Kind: c.kind, Values: map[string]string{Title: c.title, Received: c.day, Due: c.due}}
		got := f.Faults()
		if c.want == "" && len(got) != 0 || c.want != "" && got[c.want] == "" {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestIntoKeepsWhatWasDecided(t *testing.T) {
	m := &app.Matter{Claims: []app.Claim{{Text: "att a", Decision: app.Reject}, {Text: "att b", Decision: app.Approve}, {Text: "att c", Decision: app.DeemedAnswered}}}
	f := NewModel(FormOf(m))
	f.Values[Title], f.Values[Refs], f.Values[Movers] = " Rubrik ", "KS 2026/1, UN 2026/2", "Ada Bo (S)\n\nCy De, M\nEf Gh"
	f.Set(Place{Claims, 0}, "att  a,\nmen tydligare")
	f.Remove(Place{Claims, 1})
	f.Add(Claims, app.Span{}) // and nothing is written in it
	f.Into(m)
	if len(m.Claims) != 2 || m.Claims[0].Text != "att a, men tydligare" || m.Claims[0].Decision != app.Reject || m.Claims[1].Decision != app.DeemedAnswered {
		t.Errorf("%+v", m.Claims)
	}
	if m.Title != "Rubrik" || len(m.References) != 2 || m.References[1] != "UN 2026/2" {
		t.Errorf("%q %q", m.Title, m.References)
	}
	if len(m.Movers) != 3 || m.Movers[0].Party != "S" || m.Movers[1].Name != "Cy De" || m.Movers[1].Party != "M" || m.Movers[2].Party != "" {
		t.Errorf("%+v", m.Movers)
	}
}

func TestPropertiesKeepStageAndHolder(t *testing.T) {
	source := &app.Source{Text: "x", Data: []byte("x"), Drawn: []app.Drawn{{Field: Title, Value: "A"}}}
	m := &app.Matter{Title: "A", Stage: app.Waiting, Holder: "Utbildningsnämnden", Motion: source}
	f := FormOf(m)
	f.Values[Title] = "B"
	f.Into(m)
	if m.Stage != app.Waiting || m.Holder != "Utbildningsnämnden" || m.Title != "B" || m.Motion == nil || string(m.Motion.Data) != "x" || m.Motion.Drawn[0].Value != "A" {
		t.Errorf("%+v", m)
	}
}

func FuzzModel(f *testing.F) {
	f.Add(motionText, 3, 9)
	f.Add(strings.Repeat("0", 84)+" 000", 77, 88)
	f.Fuzz(func(t *testing.T, text string, a, b int) {
		p, err := incoming.New().Read(context.Background(), "", []byte(text))
		if err != nil {
			return
		}
		m := ModelOf(p, "2026-11-22", nil)
		m.Add(Claims, app.Span{Start: a, End: b})
		for _, k := range app.SourceKinds {
			m.As(k)
			for _, place := range m.places() {
				m.Put(place, app.Span{Start: a, End: b})
			}
			for _, mark := range m.Marks() {
				if mark.Span.Start < 0 || mark.Span.End > len(p.Text.String) {
					t.Fatalf("%+v lies outside", mark)
				}
			}
		}
		m.Matter()
	})
}
