package originals

import (
	"testing"

	"yttra/app"
	"yttra/app/packs"
	"yttra/app/reading"
)

const motion = "Motion om bänkar\n\nJag yrkar\n\natt kommunen ställer ut fler bänkar, och\n\natt de målas gröna.\n"

func spanIn(t *testing.T, text, words string) app.Span {
	t.Helper()
	for i := range text {
		if len(text)-i >= len(words) && text[i:i+len(words)] == words {
			return app.Span{Start: i, End: i + len(words)}
		}
	}
	t.Fatalf("%q is not in the text", words)
	return app.Span{}
}

// matter came from the motion; its claims were drawn from it.
func matter(t *testing.T) *app.Matter {
	t.Helper()
	drawn := func(field, value, words string) app.Drawn {
		s := spanIn(t, motion, words)
		return app.Drawn{Field: field, Value: value, Start: s.Start, End: s.End}
	}
	return &app.Matter{Title: "Bänkar", Claims: []app.Claim{{Text: "att kommunen ställer ut fler bänkar"}, {Text: "att de målas gröna"}},
		Motion: &app.Source{Name: "m.pdf", Text: motion, Drawn: []app.Drawn{drawn("title", "Bänkar", "Motion om bänkar"),
			drawn("claim", "att kommunen ställer ut fler bänkar", "att kommunen ställer ut fler bänkar"), drawn("claim", "att de målas gröna", "att de målas gröna")}}}
}

func model(t *testing.T, m *app.Matter, text string) *Model {
	t.Helper()
	p, err := packs.Load()
	if err != nil {
		t.Fatal(err)
	}
	return &Model{matter: m, packs: p, text: reading.Plain(text)}
}

func TestWhereClaimsStand(t *testing.T) {
	again := "Sida 1\n\nMotion om\nbänkar\n\nJag yrkar\n\natt kommunen ställer ut\nfler bänkar, och\n\natt de målas gröna.\n"
	for name, c := range map[string]struct {
		change func(m *app.Matter)
		text   string
		claim  int
		want   string
	}{
		"as it was drawn":           {nil, motion, 1, "att de målas gröna"},
		"read otherwise now":        {nil, again, 0, "att kommunen ställer ut\nfler bänkar"},
		"in another order":          {func(m *app.Matter) { m.Claims[0], m.Claims[1] = m.Claims[1], m.Claims[0] }, motion, 0, "att de målas gröna"},
		"corrected":                 {func(m *app.Matter) { m.Claims[1].Text = "att bänkarna målas gröna" }, motion, 1, "att de målas gröna"},
		"corrected, and one away":   {func(m *app.Matter) { m.Claims = []app.Claim{{Text: "att bänkarna målas"}} }, motion, 0, ""},
		"nothing was noted":         {func(m *app.Matter) { m.Motion.Drawn = nil }, motion, 1, "att de målas gröna"},
		"nothing, and not verbatim": {func(m *app.Matter) { m.Motion.Drawn, m.Claims[1].Text = nil, "att måla" }, motion, 1, ""},
		"there is no such claim":    {nil, motion, 7, ""},
		"there is no paper":         {func(m *app.Matter) { m.Motion = nil }, motion, 0, ""},
		"a place outside the text":  {func(m *app.Matter) { m.Motion.Drawn[2].End = 9999 }, motion, 1, "att de målas gröna"},
	} {
		m := matter(t)
		if c.change != nil {
			c.change(m)
		}
		s, ok := model(t, m, c.text).Claim(c.claim)
		if got := c.text[s.Start:s.End]; got != c.want || ok != (c.want != "") {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestMarks(t *testing.T) {
	m := matter(t)
	if got := model(t, m, motion).Marks(); len(got) != 3 || got[0] != spanIn(t, motion, "Motion om bänkar") {
		t.Errorf("%v", got)
	}
	m.Motion.Drawn = nil
	if got := model(t, m, motion).Marks(); len(got) != 2 {
		t.Errorf("an old matter: %v", got)
	}
	m.Motion = nil
	if got := model(t, m, motion).Marks(); got != nil {
		t.Errorf("no paper: %v", got)
	}
}

// Of words that stand in several places the nearest is meant.
func TestTheNearestIsMeant(t *testing.T) {
	text := "bänkar\n\nen två tre fyra\n\nbänkar\n\nslut"
	m := &app.Matter{Motion: &app.Source{Text: text + "\n", Drawn: []app.Drawn{{Field: "title", Start: len("bänkar\n\nen två tre fyra\n\n"), End: len("bänkar\n\nen två tre fyra\n\nbänkar")}}}}
	if got := model(t, m, text).Marks(); len(got) != 1 || got[0].Start == 0 {
		t.Errorf("%v", got)
	}
}
