package draft

import (
	"context"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"yttra/app"
	"yttra/app/check"
	"yttra/app/desk"
	"yttra/app/store"
	"yttra/i18n"
	"yttra/screens/parts"
	"yttra/screens/parts/parttest"
)

// house is a desk over a store in memory with an opinion open, and the screen in
// a window. Findings are invented, so that the rules may change: a sentence with
// "ansiktsigenkänning" is blocking, one with "DSO" a note, and the economy, when
// it is empty, is serious.
type house struct {
	t      testing.TB
	desk   *desk.Desk
	screen *Screen
	window fyne.Window
	words  i18n.Words
	now    time.Time
	went   string
	fault  error
	asked  string // question that Pröva was to show
	real   bool   // the findings are those of the packs
}

// texts by role, for the document of a house.
type texts map[string]string

func open(t testing.TB, in texts) *house {
	t.Helper()
	h := openDesk(t)
	m := &app.Matter{ID: "M1", Title: "Motion om skolornas entréer", Measures: []app.Measure{app.Biometrics},
		Claims: []app.Claim{{Text: "att tekniken prövas vid tre skolor"}, {Text: "att provet utvärderas"}}}
	if err := h.desk.Add(m, "opinion"); err != nil {
		t.Fatal(err)
	}
	h.desk.Edit("", func(m *app.Matter) {
		m.Documents[0].Sections = nil
		for _, s := range []app.Section{{Role: "summary", Heading: "Sammanfattning"}, {Role: "proposal", Heading: "Ställningstagande"},
			{Role: "assessment", Heading: "Nämndens överväganden"}, {Role: "children", Heading: "Barnets bästa"}, {Role: "economy", Heading: "Ekonomi"}} {
			s.Text = in[s.Role]
			m.Documents[0].Sections = append(m.Documents[0].Sections, s)
		}
	})
	h.show()
	return h
}

func openDesk(t testing.TB) *house {
	t.Helper()
	st, err := store.OpenMemory(nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { st.Close() })
	p := parttest.Packs(t)
	c, err := check.Compile(p, "sv")
	if err != nil {
		t.Fatal(err)
	}
	h := &house{t: t, now: time.Date(2026, 11, 22, 9, 42, 0, 0, time.UTC)}
	if h.words, err = i18n.New("sv"); err != nil {
		t.Fatal(err)
	}
	h.desk, err = desk.New(desk.Parts{Store: st, Packs: p, Checker: c, Now: func() time.Time { return h.now }})
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// show opens the window on the desk as it is.
func (h *house) show() {
	a := test.NewTempApp(h.t)
	a.Settings().SetTheme(parts.Theme{Look: parts.LightLook})
	h.window = test.NewTempWindow(h.t, widget.NewLabel(""))
	w := h.window
	h.t.Cleanup(func() { parttest.HoldPairs(h.t, w) })
	h.screen = New(h.desk, host{h})
	h.screen.Criterion = func(id string) { h.asked = id }
	h.window.SetPadded(false)
	h.window.SetContent(h.screen.Content())
	h.window.Resize(fyne.NewSize(1196, 720))
	h.desk.Listen(func(s desk.State) {
		if !h.real {
			s.Findings = invented(s)
			s.Tally = app.TallyOf(s.Findings)
		}
		h.screen.Show(s)
	})
}

func invented(s desk.State) []app.Finding {
	doc := s.Document()
	if doc == nil {
		return nil
	}
	var out []app.Finding
	add := func(f app.Finding) {
		f.Sentence = f.Quote
		for _, a := range s.Matter.Answers {
			if a.Criterion == f.ID && a.Sentence == f.Quote {
				f.Waived = a.Reason
			}
		}
		out = append(out, f)
	}
	for i, sec := range doc.Sections {
		for from := 0; ; {
			at := strings.Index(sec.Text[from:], "ansiktsigenkänning")
			if at < 0 {
				break
			}
			span := app.Span{Start: from + at, End: from + at + len("ansiktsigenkänning")}
			add(app.Finding{ID: "TEST-STOP", Severity: app.Blocking, Place: app.Place{Section: i, Span: span}, Quote: "ansiktsigenkänning",
				Title: "Biometri utan grund", Why: "Skäl saknas.", Source: "5 §", Wording: "Alternativet [åtgärd] räcker eftersom [skäl]."})
			from = span.End
		}
		if at := strings.Index(sec.Text, "DSO"); at >= 0 {
			add(app.Finding{ID: "TEST-NOTE", Severity: app.Note, Place: app.Place{Section: i, Span: app.Span{Start: at, End: at + 3}}, Quote: "DSO", Title: "Förkortningen DSO"})
		}
		if sec.Role == "economy" && sec.Text == "" {
			add(app.Finding{ID: "TEST-EMPTY", Severity: app.Serious, Place: app.Place{Section: i}, Title: "Kostnad saknas", Wording: "Kostnaden är [belopp] kronor."})
		}
	}
	return out
}

func (h *house) text(role string) string {
	h.t.Helper()
	doc := h.desk.State().Document()
	return doc.Sections[doc.Section(role)].Text
}

func (h *house) section(role string) int { return h.desk.State().Document().Section(role) }

// caret puts the caret in a section and the keyboard with it.
func (h *house) caret(role string, at int) {
	h.screen.ShowPlace(app.Place{Section: h.section(role), Span: app.Span{Start: at}})
}

// type types letters; \n is Enter, \b Backspace, \t Tab, \x7f Delete.
func (h *house) typed(keys string) {
	h.t.Helper()
	names := map[rune]fyne.KeyName{'\n': fyne.KeyReturn, '\b': fyne.KeyBackspace, '\t': fyne.KeyTab, '\x7f': fyne.KeyDelete,
		'←': fyne.KeyLeft, '→': fyne.KeyRight, '↑': fyne.KeyUp, '↓': fyne.KeyDown, '⇱': fyne.KeyHome, '⇲': fyne.KeyEnd, '⎋': fyne.KeyEscape}
	for _, r := range keys {
		f := h.window.Canvas().Focused()
		if f == nil {
			h.t.Fatalf("nothing has the focus when %q is typed", r)
		}
		if name, ok := names[r]; ok {
			f.TypedKey(&fyne.KeyEvent{Name: name})
		} else {
			f.TypedRune(r)
		}
	}
}

func (h *house) page() *page { return h.screen.view.page }

// host is a window that only remembers what it was asked.
type host struct{ h *house }

func (w host) ChooseFile(parts.FileOptions) {}
func (w host) Window() fyne.Window          { return w.h.window }
func (w host) Words() i18n.Words            { return w.h.words }
func (w host) Problem(err error)            { w.h.fault = err }
func (w host) Go(screen string)             { w.h.went = screen }
func (w host) Work(_ string, do func(context.Context, func(int, int)) error, done func(error)) {
	done(do(context.Background(), func(int, int) {}))
}
func (w host) After(_ string, _ int, f func()) { f() }

// objects walks everything that is drawn under an object.
func objects(o fyne.CanvasObject, see func(fyne.CanvasObject)) {
	if !o.Visible() {
		return
	}
	see(o)
	switch c := o.(type) {
	case *fyne.Container:
		for _, o := range c.Objects {
			objects(o, see)
		}
	case fyne.Widget:
		for _, o := range test.WidgetRenderer(c).Objects() {
			objects(o, see)
		}
	}
}

// says tells whether a text is drawn somewhere under an object.
func says(in fyne.CanvasObject, text string) bool {
	found := false
	objects(in, func(o fyne.CanvasObject) {
		if c, ok := o.(*canvas.Text); ok && c.Text == text {
			found = true
		}
	})
	return found
}
