package arrivals

import (
	"slices"
	"strings"
	"testing"

	"yttra/app"
)

// span finds words in the text of a paper.
func span(t *testing.T, m *Model, words string) app.Span {
	t.Helper()
	i := strings.Index(m.Source.Text, words)
	if i < 0 {
		t.Fatalf("%q is not in the paper", words)
	}
	return app.Span{Start: i, End: i + len(words)}
}

func TestWhatWasCorrectedIsToldFromWhatWasProposed(t *testing.T) {
	m := modelOf(t, "motion.txt", motionText)
	p := Place{Title, -1}
	was := m.Origin(p).Value
	m.Set(p, "Avgiftsfri buss")
	if !m.Changed(p) || m.Doubt(p) != "" || !m.Mended() {
		t.Error("a corrected title is not told")
	}
	matter, document := m.Matter()
	if matter.Title != "Avgiftsfri buss" || document != "opinion" {
		t.Errorf("%q %q", matter.Title, document)
	}
	if !slices.ContainsFunc(matter.Motion.Drawn, func(d app.Drawn) bool { return d.Field == Title && d.Value == was }) {
		t.Errorf("the proposal is not kept: %+v", matter.Motion.Drawn)
	}
	m.Back(p)
	if m.Changed(p) || m.Values[Title] != was || m.Mended() {
		t.Error("the proposal does not come back")
	}
	m.Set(p, "  "+was+" ")
	if m.Changed(p) {
		t.Error("spaces alone are a change")
	}
}

func TestWordsOfThePaperBecomeAClaim(t *testing.T) {
	m := modelOf(t, "motion.txt", motionText)
	p := m.Add(Claims, span(t, m, "Äldre reser mindre"))
	if got := m.text(p); got != "att äldre reser mindre" {
		t.Errorf("%q", got)
	}
	if m.Changed(p) || m.Doubt(p) != "" || !m.Mended() {
		t.Error("a claim of one's own is told as a changed proposal")
	}
	marks := m.Marks()
	if i := slices.IndexFunc(marks, func(k Mark) bool { return k.Of == p }); i < 0 || marks[i].Span != span(t, m, "Äldre reser mindre") {
		t.Errorf("its place is not marked: %+v", marks)
	}
	if q := m.Add(Claims, app.Span{Start: 5, End: 9000}); m.text(q) != "att " {
		t.Errorf("words from outside the paper: %q", m.text(q))
	}
}

func TestWordsOfThePaperAreSetInAField(t *testing.T) {
	m := modelOf(t, "motion.txt", motionText)
	for _, c := range []struct {
		p           Place
		words, want string
		ok          bool
	}{
		{Place{Title, -1}, "Äldre reser", "Äldre reser", true},
		{Place{Movers, -1}, "Exempelby", "Majken Ros (LL)\nExempelby", true},
		{Place{Received, -1}, "den 2 maj 2026", "2026-05-02", true},
		{Place{Received, -1}, "Exempelby", "2026-05-02", false},
		{Place{Claims, 0}, "effekterna följs upp", "att effekterna följs upp", true},
		{Place{Claims, -1}, "Äldre", "", false},
	} {
		if ok := m.Put(c.p, span(t, m, c.words)); ok != c.ok || m.text(c.p) != c.want {
			t.Errorf("%v %q: %v %q", c.p, c.words, ok, m.text(c.p))
		}
	}
}

func TestRowsComeBackWhereTheyStood(t *testing.T) {
	m := modelOf(t, "motion.txt", motionText)
	first := m.text(Place{Claims, 0})
	m.Set(Place{Claims, 0}, "att något annat")
	m.Remove(Place{Claims, 0})
	m.Remove(Place{Claims, m.Add(Claims, app.Span{}).Row})
	if m.Taken(Claims) != 1 || len(m.Rows[Claims]) != 1 || !m.Mended() {
		t.Fatalf("%d taken, %+v", m.Taken(Claims), m.Rows[Claims])
	}
	m.PutBack(Claims)
	if m.Taken(Claims) != 0 || len(m.Rows[Claims]) != 2 || m.text(Place{Claims, 0}) != first || m.Mended() {
		t.Errorf("%+v", m.Rows[Claims])
	}
}

func TestDoubtsAreGoneThrough(t *testing.T) {
	m := modelOf(t, "", "Motion om fler bänkar\n\nVi vill att kommunen ställer ut fler bänkar.\n")
	doubtful := m.Doubtful()
	if !slices.Contains(doubtful, Place{Movers, -1}) || !slices.Contains(doubtful, Place{Received, -1}) {
		t.Fatalf("%v", doubtful)
	}
	if slices.Contains(doubtful, Place{Refs, -1}) {
		t.Error("a paper that just came in has no number, and that is no doubt")
	}
	m.Set(Place{Movers, -1}, "Åsa Öst (FE)")
	if slices.Contains(m.Doubtful(), Place{Movers, -1}) {
		t.Error("what a person has written is not in doubt")
	}
}

func TestAnotherKindKeepsWhatAPersonWrote(t *testing.T) {
	m := modelOf(t, "motion.txt", motionText)
	m.Set(Place{Title, -1}, "Min rubrik")
	m.Add(Claims, span(t, m, "Äldre reser"))
	m.Measures = []app.Measure{app.General}
	m.As(app.ReferralSource)
	if m.Kind != app.ReferralSource || m.Values[Title] != "Min rubrik" || !m.Changed(Place{Title, -1}) || len(m.Measures) != 1 {
		t.Errorf("%+v", m.Form)
	}
	if !slices.Contains(m.Fields(), Sender) || !slices.Contains(m.Fields(), Questions) {
		t.Errorf("%v", m.Fields())
	}
	m.Set(Place{Sender, -1}, "Regeringskansliet")
	m.Set(Place{Due, -1}, "2027-01-31")
	m.Add(Questions, span(t, m, "Äldre reser"))
	matter, _ := m.Matter()
	if s := matter.Motion; s.Kind != app.ReferralSource || s.Sender != "Regeringskansliet" || s.Due != "2027-01-31" || !slices.Contains(s.Questions, "Äldre reser") {
		t.Errorf("%+v", s)
	}
	m.As(app.MotionSource)
	matter, _ = m.Matter()
	if matter.Motion.Sender != "" || len(matter.Claims) != 3 || matter.Claims[2].Text != "att äldre reser" {
		t.Errorf("%+v", matter)
	}
}
