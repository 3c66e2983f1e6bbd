package arrivals

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"yttra/app"
	"yttra/screens/parts"
	"yttra/screens/parts/parttest"
)

// shown opens the dialog about a paper.
func shown(t *testing.T, m *Model, width float32) (*parttest.Host, *view, *[]*Model) {
	t.Helper()
	h := parttest.New(t, "sv", width, 800)
	h.Put(parts.Rect(parts.Fog, 1, 1, 0))
	var done []*Model
	v := open(h, m, Options{Title: "Stämmer det här?", Yes: "Skapa ärende", Done: func(m *Model) { done = append(done, m) },
		Kinds: func() (ids, names []string) { return []string{"opinion"}, []string{"Yttrande"} }})
	return h, v, &done
}

func TestAFieldShowsItsPlaceAndAPlaceItsField(t *testing.T) {
	m := modelOf(t, "motion.txt", motionText)
	h, v, done := shown(t, m, 1280)
	h.Shot(t, "beside")
	if v.sides.narrow || !v.side.outer.Visible() {
		t.Fatal("the original does not stand beside the fields")
	}
	c := h.Win.Canvas()
	c.Focus(v.rows[Place{Claims, 1}].focusable())
	if got := v.side.original.Picked(); m.words(got) != "att effekterna följs upp efter ett år" {
		t.Errorf("shown is %q", m.words(got))
	}
	i := slices.IndexFunc(v.side.marks, func(k Mark) bool { return k.Of == Place{Received, -1} })
	v.side.original.Press(i)
	if c.Focused() != v.rows[Place{Received, -1}].focusable() {
		t.Errorf("the focus is on %T", c.Focused())
	}
	v.side.original.Pick(span(t, m, "Äldre reser mindre"))
	parttest.Press(t, top(h), "Gör till yrkande")
	if c.Focused() != v.rows[Place{Claims, 2}].focusable() || len(v.side.marks) != len(m.Marks()) {
		t.Error("the new claim is not where the keyboard is")
	}
	c.Focus(v.rows[Place{Title, -1}].focusable())
	v.side.original.Pick(span(t, m, "Exempelby"))
	parttest.Press(t, top(h), "Till Rubrik")
	texts := strings.Join(parttest.Texts(top(h)), " ")
	if m.Values[Title] != "Exempelby" || !strings.Contains(texts, "Ändrat") || !strings.Contains(texts, "Föreslaget: ") {
		t.Errorf("%q in %s", m.Values[Title], texts)
	}
	parttest.Press(t, top(h), "Ta tillbaka förslaget")
	if m.Changed(Place{Title, -1}) || v.rows[Place{Title, -1}].field.Text() != m.Values[Title] {
		t.Error("the proposal does not come back")
	}
	parttest.Press(t, top(h), "Skapa ärende")
	if len(*done) != 1 || top(h) != nil {
		t.Error("it is not finished")
	}
}

func TestNarrowWindowShowsOneSideAtATime(t *testing.T) {
	m := modelOf(t, "motion.txt", motionText)
	h, v, _ := shown(t, m, 760)
	h.Shot(t, "narrow")
	if !v.sides.narrow || v.side.outer.Visible() || !v.rows[Place{Title, -1}].jump.Visible() {
		t.Fatal("both sides are shown")
	}
	parttest.Press(t, v.left.Outer, "Visa")
	if !v.side.outer.Visible() || v.left.Outer.Visible() {
		t.Fatal("the original does not come to front")
	}
	v.side.original.Press(0)
	if !v.left.Outer.Visible() || h.Win.Canvas().Focused() != v.rows[v.side.marks[0].Of].focusable() {
		t.Error("the field does not come to front")
	}
}

func TestDoubtsAndFaultsAreLedTo(t *testing.T) {
	m := modelOf(t, "", "Motion om fler bänkar\n\nVi vill att kommunen ställer ut fler bänkar.\n")
	h, v, done := shown(t, m, 1280)
	v.nextDoubt()
	if c := h.Win.Canvas(); c.Focused() != v.rows[m.Doubtful()[0]].focusable() && c.Focused() != v.rows[m.Doubtful()[1]].focusable() {
		t.Errorf("the focus is on %T", c.Focused())
	}
	m.Set(Place{Title, -1}, " ")
	v.finish()
	if len(*done) != 0 || h.Win.Canvas().Focused() != v.rows[Place{Title, -1}].focusable() || !strings.Contains(strings.Join(parttest.Texts(top(h)), " "), "Ärendet behöver en rubrik.") {
		t.Error("a matter without a title")
	}
}

func TestAnotherKindChangesTheFields(t *testing.T) {
	m := modelOf(t, "motion.txt", motionText)
	h, v, _ := shown(t, m, 1280)
	v.become(app.ReferralSource)
	texts := strings.Join(parttest.Texts(top(h)), " ")
	for _, want := range []string{"Avsändare", "Sista svarsdag", "Frågor att svara på"} {
		if !strings.Contains(texts, want) {
			t.Errorf("%q is not asked for", want)
		}
	}
	if v.mayLeave() != true {
		t.Error("nothing was written, and it asks")
	}
	m.Set(Place{Title, -1}, "Ny")
	h.Win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	if v.mayLeave() {
		t.Error("what was written is thrown away without asking")
	}
}

func TestTheFormOfAMatterHasNoOriginal(t *testing.T) {
	f := NewModel(FormOf(&app.Matter{Title: "A", Claims: []app.Claim{{Text: "att a"}}}))
	h, v, done := shown(t, f, 1280)
	if v.side != nil || strings.Contains(strings.Join(parttest.Texts(top(h)), " "), "Vad är det som kommit in?") {
		t.Error("there is an original")
	}
	parttest.Press(t, top(h), "Skapa ärende")
	if len(*done) != 1 {
		t.Error("it is not finished")
	}
}

func TestTheKeyboardStaysWithTheKinds(t *testing.T) {
	m := modelOf(t, "motion.txt", motionText)
	h, v, _ := shown(t, m, 1280)
	c := h.Win.Canvas()
	c.Focus(v.kind)
	for _, want := range []app.SourceKind{app.ReferralSource, app.LetterSource} {
		c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
		c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
		c.Focused().TypedRune(' ') // as the space bar does
		if m.Kind != want || c.Focused() != v.kind || strings.HasPrefix(m.Values[Title], " ") {
			t.Fatalf("%s, the focus is on %T, the title is %q", m.Kind.Word(), c.Focused(), m.Values[Title])
		}
	}
	for _, k := range []app.SourceKind{app.PaperSource, app.MotionSource} {
		if v.become(k); m.Mended() {
			for _, p := range m.places() {
				t.Logf("%v: %q was %q", p, m.text(p), m.Origin(p).Value)
			}
			t.Errorf("%s: to choose a kind is taken for mending", k.Word())
		}
	}
}

func TestANumberThatNobodyHasGivenIsNoDoubt(t *testing.T) {
	m := modelOf(t, "motion.txt", motionText)
	_, v, _ := shown(t, m, 1280)
	at := Place{Refs, -1}
	if m.Doubt(at) != notFound || slices.Contains(m.Doubtful(), at) {
		t.Fatalf("%q", m.Doubt(at))
	}
	if marks := marksIn(v.rows[at].note); marks != 0 {
		t.Errorf("%d marks of warning", marks)
	}
	if marksIn(doubtLine("Osäkert.")) == 0 {
		t.Error("a doubt has no mark")
	}
}

// marksIn counts the marks in what is drawn.
func marksIn(o fyne.CanvasObject) (n int) {
	parttest.Visit(o, func(o fyne.CanvasObject) {
		if _, ok := o.(*canvas.Image); ok {
			n++
		}
	})
	return n
}
