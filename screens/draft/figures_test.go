package draft

import (
	"strings"
	"testing"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"yttra/app"
	"yttra/app/figures"
	"yttra/app/markup"
	"yttra/i18n"
)

// counted is an opinion over an estimate of 12 000 kronor.
func counted(t testing.TB, economy string) *house {
	t.Helper()
	h := open(t, texts{"economy": "x"})
	h.desk.Edit("", func(m *app.Matter) {
		m.Estimate = app.Estimate{Years: 3, FirstYear: 2027, Units: 10, UnitName: "elev", Lines: []app.CostLine{
			{Kind: app.CostPurchase, What: "Armband", Quantity: app.Units(1), Price: app.Kronor(9000), From: 1},
			{Kind: app.CostLicences, What: "Licens", Quantity: app.Units(1), Price: app.Kronor(1000), From: 1, To: 3}},
			Alternatives: []app.Alternative{{Name: "Fler vuxna", Lines: []app.CostLine{{Kind: app.CostNewWork, What: "Tid", Quantity: app.Units(1), Price: app.Kronor(2000), From: 1, To: 3}}},
				{Role: app.Today, Lines: []app.CostLine{{Kind: app.CostOperation, What: "Drift", Quantity: app.Units(1), Price: app.Kronor(500), From: 1, To: 3}}}}}
		m.Documents[0].Sections[m.Documents[0].Section("economy")].Text = economy
	})
	return h
}

const bound = "Det kostar [12\u00a0000\u00a0kronor](cost:total) i allt."

// shows gives an entry that shows a text.
func shows(source string) *live { return &live{source: source, read: markup.Read(source)} }

func TestTurn(t *testing.T) {
	const f = "a [12 kr](cost:total) b"
	for _, c := range []struct {
		name, was, shown, want string // | is the caret
	}{
		{"beside it, before", f, "a x|12 kr b", "a x|[12 kr](cost:total) b"},
		{"beside it, after", f, "a 12 krx| b", "a [12 kr](cost:total)x| b"},
		{"far from it", f, "ay| 12 kr b", "ay| [12 kr](cost:total) b"},
		{"a letter in it", f, "a 123| kr b", "a 123| kr b"},
		{"a letter less", f, "a 1| kr b", "a 1| kr b"},
		{"its last letter", f, "a 12 k| b", "a 12 k| b"},
		{"its first letter", f, "a |2 kr b", "a |2 kr b"},
		{"all of it", f, "a | b", "a | b"},
		{"all of it by a letter", f, "a x| b", "a x| b"},
		{"more than it", f, "a|b", "a|b"},
		{"over its beginning", f, "|2 kr b", "|2 kr b"},
		{"of two the one", f + f, "a 12 kr ba 2| b", "a [12 kr](cost:total) ba 2| b"},
		{"bold", "a [**12 kr**](cost:total) b", "a **12 kr** bc|", "a [**12 kr**](cost:total) bc|"},
		{"no figure", "a b", "a c|b", "a c|b"},
	} {
		l, at := shows(c.was), strings.IndexByte(c.shown, '|')
		at = l.turn(strings.Replace(c.shown, "|", "", 1), at)
		if got := l.source[:at] + "|" + l.source[at:]; got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// Whatever is typed or erased, what is shown is what was typed, and only figures
// that were not touched are bound.
func TestTurnKeepsWhatIsShown(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var b strings.Builder
		for range rapid.IntRange(1, 4).Draw(t, "pieces") {
			b.WriteString(rapid.SampledFrom([]string{"a b", "12", " ", "å", ""}).Draw(t, "prose"))
			b.WriteString(markup.BoundTo("total", rapid.SampledFrom([]string{"12 kr", "5\u00a0kr", "a"}).Draw(t, "words")))
		}
		l := shows(b.String())
		was := l.read.Text
		from := rapid.IntRange(0, len(was)).Draw(t, "from")
		to := min(len(was), from+rapid.IntRange(0, 12).Draw(t, "long"))
		for from > 0 && from < len(was) && !utf8.RuneStart(was[from]) {
			from--
		}
		for to < len(was) && !utf8.RuneStart(was[to]) {
			to++
		}
		with := rapid.SampledFrom([]string{"", "x", "12", " "}).Draw(t, "with")
		shown := was[:from] + with + was[to:]
		at := l.turn(shown, from+len(with))
		if l.read.Text != shown || markup.Read(l.source[:at]).Text != shown[:from+len(with)] {
			t.Fatalf("%q became %q, which reads %q, with the caret at %d", b.String(), l.source, l.read.Text, at)
		}
		for _, f := range markup.Fields(l.source) {
			if w := l.source[f.Words.Start:f.Words.End]; w != "12 kr" && w != "5\u00a0kr" && w != "a" {
				t.Fatalf("%q is bound in %q", w, l.source)
			}
		}
	})
}

func TestTypingInAFigureMakesItPlainText(t *testing.T) {
	h := counted(t, bound)
	at := strings.Index(h.text("economy"), "kronor](")
	h.caret("economy", at)
	h.typed("x")
	if got := h.text("economy"); got != "Det kostar 12\u00a0000\u00a0xkronor i allt." {
		t.Fatalf("%q", got)
	}
	if got := h.page().live.Text; got != h.text("economy") {
		t.Errorf("the entry shows %q", got)
	}
	h.desk.Undo()
	if got := h.text("economy"); got != bound {
		t.Errorf("after undo %q", got)
	}
}

func TestTheTextUnderTheCaretFollowsTheEstimate(t *testing.T) {
	h := counted(t, bound)
	h.caret("economy", len(bound))
	h.desk.Edit("", func(m *app.Matter) { m.Estimate.Lines[0].Price = app.Kronor(20_000) })
	if got := h.page().live.Text; got != "Det kostar 23\u00a0000\u00a0kronor i allt." {
		t.Errorf("the entry shows %q", got)
	}
}

func TestChooseAFigure(t *testing.T) {
	h := counted(t, "Det kostar i allt.")
	h.caret("economy", len("Det kostar"))
	h.screen.Format("figure")
	d := h.window.Canvas().Overlays().Top()
	if d == nil || !says(d, "Kostnad totalt") || !says(d, "12\u00a0000\u00a0kronor") {
		t.Fatal("no amounts are offered")
	}
	test.Type(h.window.Canvas().Focused(), "vuxna tot")
	h.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got := h.text("economy"); got != "Det kostar [6\u00a0000\u00a0kronor](cost:way/1/total) i allt." {
		t.Fatalf("%q", got)
	}
	h.screen.Format("figure") // the caret stands after it: it is exchanged
	if got := h.screen.model.Figures("2027", app.InThousands); len(got) != 4 || got[0].Name != "2027" || got[0].Amount != "10\u00a0tkr" {
		t.Errorf("%+v", got)
	}
	for sought, want := range map[string]string{"per elev": "Per elev", "dagens 2028": "Dagens lösning: 2028", "dyrare fler": "Förslaget är dyrare än ”Fler vuxna”", "12 000": "Kostnad totalt", "licens": "Licenser och abonnemang"} {
		if got := h.screen.model.Figures(sought, app.InKronor); len(got) == 0 || got[0].Name != want {
			t.Errorf("%s: %+v", sought, got)
		}
	}
	if got := h.screen.model.Figures("saknas helt", app.InKronor); got != nil {
		t.Errorf("%+v", got)
	}
}

func TestAFigureKeepsClearOfLetters(t *testing.T) {
	h := counted(t, "ab")
	h.caret("economy", 1)
	if !h.screen.model.SetFigure(app.Span{Start: 1, End: 1}, "total", app.InKr) || h.text("economy") != "a [12\u00a0000\u00a0kr](cost:total?kr) b" {
		t.Errorf("%q", h.text("economy"))
	}
	if h.screen.model.SetFigure(app.Span{}, "way/9/total", app.InKr) {
		t.Error("an amount nobody has is put in")
	}
}

// Every figure there is has a name in both languages.
func TestFiguresHaveNames(t *testing.T) {
	for _, lang := range []string{"sv", "en"} {
		w, err := i18n.New(lang)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range figures.Codes {
			if !w.Has("draft.figure." + string(c)) {
				t.Errorf("%s: %s has no name", lang, c)
			}
		}
		for _, f := range app.MoneyForms {
			if !w.Has("draft.figure_form." + formKey(f)) {
				t.Errorf("%s: the form %q has no name", lang, f)
			}
		}
	}
}

func TestCtrlClickGoesToTheLine(t *testing.T) {
	h := counted(t, "Licensen kostar [3\u00a0000\u00a0kronor](cost:kind/licences), år 2028 [1\u00a0000\u00a0kronor](cost:year/2028), [500\u00a0kronor](cost:way/today/year/2028).")
	way, line := -1, -1
	h.screen.Cost = func(w, l int) { way, line = w, l }
	for _, c := range []struct {
		at        string
		way, line int
	}{{"000\u00a0kronor](cost:kind", 0, 1}, {"000\u00a0kronor](cost:year", 0, 1}, {"kronor](cost:way", 2, 0}} {
		h.caret("economy", strings.Index(h.text("economy"), c.at))
		h.page().clicked(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary, Modifier: fyne.KeyModifierShortcutDefault})
		if way != c.way || line != c.line {
			t.Errorf("%s: %d %d", c.at, way, line)
		}
		if way, line = -1, -1; h.screen.HelpTopic() != "figures" {
			t.Error("F1 shows another page")
		}
		if h.screen.Insert(); way != c.way || line != c.line {
			t.Errorf("with the keys: %d %d", way, line)
		}
	}
	h.caret("economy", 0)
	if h.page().toCost(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary, Modifier: fyne.KeyModifierShortcutDefault}) {
		t.Error("plain words lead to the costs")
	}
}

func TestCopyGivesOthersTheWords(t *testing.T) {
	h := counted(t, bound)
	h.caret("economy", 0)
	p, clip := h.page(), test.NewClipboard()
	p.choosePart(app.Span{End: len(bound)})
	p.shortcut(&fyne.ShortcutCopy{Clipboard: clip})
	if clip.Content() != "Det kostar 12\u00a0000\u00a0kronor i allt." {
		t.Errorf("others get %q", clip.Content())
	}
	h.caret("economy", 0) // where nothing is selected
	p.paste(clip.Content())
	if got := h.text("economy"); got != bound+bound {
		t.Errorf("%q", got)
	}
	p.choosePart(app.Span{End: len(bound)})
	p.shortcut(&fyne.ShortcutCut{Clipboard: clip})
	if got := h.text("economy"); got != bound {
		t.Errorf("after cutting: %q", got)
	}
	p.paste("Det kostar annat.")
	if got := h.text("economy"); strings.Count(got, "cost:total") != 1 {
		t.Errorf("%q", got)
	}
}

func TestBoldGoesRoundAFigure(t *testing.T) {
	h := counted(t, bound)
	h.caret("economy", strings.Index(bound, "000"))
	h.screen.Emphasize("**")
	if got := h.text("economy"); got != "Det kostar **[12\u00a0000\u00a0kronor](cost:total)** i allt." {
		t.Errorf("%q", got)
	}
}

func TestFigureIsDrawn(t *testing.T) {
	h := counted(t, bound+"\n\nAnnat stycke, se [vägledningen](https://example.org).")
	h.caret("summary", 0)
	for i, item := range h.page().items {
		if item.Kind == BlockItem && item.Section == h.section("economy") {
			name := "figure-bound"
			if item.N > 0 {
				name = "figure-link"
			}
			h.golden(name, h.page().block(i))
		}
	}
	h.caret("economy", 3)
	h.screen.Format("figure")
	h.golden("figure-dialog", h.window.Canvas().Overlays().Top())
}

func TestDraftFromTheEstimate(t *testing.T) {
	for _, c := range []struct{ name, was, before, after string }{
		{"empty", "", "", ""},
		{"below what stands there", "Eget stycke.", "Eget stycke.\n\n", ""},
		{"above the footnotes", "Eget[^1].\n\n[^1]: Not.", "Eget[^1].\n\n", "\n\n[^1]: Not."},
		{"after a list", "- ett\n- två", "- ett\n- två\n\n", ""},
		{"a table", "| a | b |\n|---|---|\n| 1 | 2 |", "| a | b |\n|---|---|\n| 1 | 2 |\n\n", ""},
	} {
		h := counted(t, c.was)
		guide := -1
		for i, item := range h.page().items {
			if item.Kind == GuideItem && item.Drafts {
				guide = i
			}
		}
		if guide < 0 || h.page().items[guide].Section != h.section("economy") {
			t.Fatal("it is not offered")
		}
		h.screen.economyWanted(h.section("economy"))
		got := h.text("economy")
		if !strings.HasPrefix(got, c.before) || !strings.HasSuffix(got, c.after) || !strings.Contains(got, "Den totala kostnaden under [3\u00a0år](cost:years)") {
			t.Errorf("%s: %q", c.name, got)
		}
		if len(unitsOf(got)) < 6 {
			t.Errorf("%s: it is not in paragraphs: %q", c.name, got)
		}
		h.desk.Undo()
		if h.text("economy") != c.was {
			t.Errorf("%s: after one undo %q", c.name, h.text("economy"))
		}
	}
	h := open(t, texts{})
	for _, item := range h.page().items {
		if item.Drafts {
			t.Error("a draft of nothing is offered")
		}
	}
}

func TestFindReadsTheWordsOfAFigure(t *testing.T) {
	h := counted(t, bound+" En kostnad på 12 kronor.")
	m := h.screen.model
	for what, want := range map[string]int{"cost": 0, "total": 0, "](": 0, "kronor": 2, "kronor i allt": 1, "kostar 12": 1} {
		if got := m.Search(Query{What: what}); got != want {
			t.Errorf("%q is found %d times", what, got)
		}
	}
	m.Search(Query{What: "12\u00a0000\u00a0kronor"})
	m.ReplaceAll("en del")
	if got := h.text("economy"); got != "Det kostar en del i allt. En kostnad på 12 kronor." {
		t.Errorf("%q", got)
	}
	h.desk.Undo()
	m.Search(Query{What: "kronor"})
	m.ReplaceAll("kr")
	if got := h.text("economy"); got != "Det kostar 12\u00a0000\u00a0kr i allt. En kostnad på 12 kr." {
		t.Errorf("%q", got)
	}
}

// A paragraph with bound figures breaks in the entry where it is drawn to break.
func TestRowsWithFiguresAreTheEntrysRows(t *testing.T) {
	e, widen := wrapped(t)
	for _, width := range []float32{600, 431, 301} {
		widen(width)
		for i, text := range longParagraphs() {
			text = strings.ReplaceAll(text, "35 000 kronor", "[35\u00a0000\u00a0kronor](cost:total)")
			text = strings.ReplaceAll(text, " att ", " [att](cost:kind/new_work) ")
			shown := markup.Read(text).Text
			e.SetText(shown)
			for n, r := range rowsOf(text, width, true, false, serif) {
				var drawn strings.Builder
				for _, p := range r.pieces {
					drawn.WriteString(p.text)
				}
				e.CursorRow, e.CursorColumn = n, 0
				from := byteAt(shown, e.CursorTextOffset())
				e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
				to := byteAt(shown, e.CursorTextOffset())
				if got := shown[from:to]; strings.TrimRight(drawn.String(), " \u00a0") != strings.TrimRight(got, " \u00a0") {
					t.Fatalf("width %v, paragraph %d, row %d is %q in the entry, drawn %q", width, i, n, got, drawn.String())
				}
				if row, column := placeIn([]row{r}, r.from); row != 0 || column != 0 {
					t.Fatalf("the row begins at column %d", column)
				}
			}
		}
	}
}
