package parts_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"yttra/app"
	"yttra/i18n"
	"yttra/reports/layout"
	"yttra/reports/raster"
	"yttra/screens/parts"
	"yttra/screens/parts/parttest"
)

// sheets are the parts as design/window/delar-*.png draws them, and the states
// it does not show.
var sheets = []parttest.Sheet{
	{Name: "acts", Width: 680, Height: 436, Draw: drawActs},
	{Name: "marks", Width: 660, Height: 330, Draw: drawMarks},
	{Name: "fields", Width: 660, Height: 400, Draw: drawFields},
	{Name: "cards", Width: 700, Height: 480, Draw: drawCards},
	{Name: "rows", Width: 760, Height: 440, Draw: drawRows},
	{Name: "pages", Width: 420, Height: 230, Draw: drawPages},
	{Name: "dialog", Width: 560, Height: 400, Draw: drawDialogGround, Over: overDialog},
	{Name: "narrow", Width: 260, Height: 620, Draw: drawNarrow},
	{Name: "files", Width: 960, Height: 640, Draw: drawFilesGround, Over: overFiles},
	{Name: "files-save", Width: 660, Height: 460, Draw: drawFilesGround, Over: overSave},
	{Name: "original", Width: 860, Height: 560, Draw: drawOriginal},
	{Name: "original-text", Width: 860, Height: 620, Draw: drawOriginalText},
	{Name: "menu", Width: 300, Height: 180, Draw: drawMenu, Over: overMenu},
}

var (
	hovered = func(o desktop.Hoverable) { o.MouseIn(&desktop.MouseEvent{}) }
	focused = func(o fyne.Focusable) { o.FocusGained() }
)

// swedish are the words on the sheets; without them a sheet is empty and differs.
func swedish() i18n.Words {
	w, _ := i18n.New("sv")
	return w
}

func head(s string) fyne.CanvasObject { return parts.Text(s, parts.TextHint, parts.Muted, parts.Bold) }

func button(text string, kind parts.ButtonKind, icon string) *parts.Press {
	return parts.NewButton(parts.ButtonOptions{Text: text, Kind: kind, Icon: icon})
}

// inStates makes five of the same: at rest, under the pointer, pressed, in focus
// and not possible.
func inStates(makeOne func(disabled bool) *parts.Press) []fyne.CanvasObject {
	rest, over, down, ring, not := makeOne(false), makeOne(false), makeOne(false), makeOne(false), makeOne(true)
	hovered(over)
	down.MouseDown(&desktop.MouseEvent{})
	focused(ring)
	return []fyne.CanvasObject{rest, over, down, ring, not}
}

func drawActs(*testing.T, fyne.Window) fyne.CanvasObject {
	of := func(text string, kind parts.ButtonKind, icon string) func(bool) *parts.Press {
		return func(disabled bool) *parts.Press {
			return parts.NewButton(parts.ButtonOptions{Text: text, Kind: kind, Icon: icon, Disabled: disabled, Why: map[parts.ButtonKind]string{parts.Primary: "Skriv ett skäl först"}[kind]})
		}
	}
	links := inStates(func(bool) *parts.Press { return parts.NewLink("Gå dit", nil) })[:4]
	chips := []parts.Option{{Text: "Mina", Count: "14"}, {Text: "Alla", Count: "128"}, {Mark: parts.MarkBlocking, Count: "1"}, {Mark: parts.MarkSerious, Count: "3"}}
	seg := []parts.Option{{Text: "Bifall"}, {Text: "Delvis"}, {Text: "Besvarad"}, {Text: "Avslag"}}
	choice := func(o []parts.Option, chosen int, chips bool) *parts.Choice {
		return parts.NewChoice(parts.ChoiceOptions{Options: o, Chosen: chosen, Chips: chips})
	}
	ringed, ringedChips, overSeg := choice(seg, 3, false), choice(chips, 0, true), choice(seg, -1, false)
	focused(ringed)
	ringedChips.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	focused(ringedChips)
	toggles := []fyne.CanvasObject{parts.NewToggle("Barn", true, nil), parts.NewToggle("Elever", false, nil), parts.NewToggle("Personal", true, nil)}
	focused(toggles[2].(*parts.Press))
	radio := func(o parts.RadioOptions) *parts.Press { return parts.NewRadio(o) }
	chosen, other := radio(parts.RadioOptions{Mark: parts.MarkMet, Text: "Uppfyllt", Hint: "1", Chosen: true, Behind: parts.Page}), radio(parts.RadioOptions{Mark: parts.MarkFailed, Text: "Underkänt", Hint: "2", Behind: parts.Page})
	focused(other)
	down := func(chosen int) *parts.Dropdown {
		return parts.NewDropdown(parts.DropdownOptions{Options: []string{"Minst tid kvar", "Rubrik"}, Chosen: chosen, Ghost: "Välj sortering", Width: 170})
	}
	open := down(0)
	focused(open)
	return parts.Column(14,
		head("Knapp: vanlig, pekare över, nedtryckt, i fokus, ej möjlig"),
		parts.Row(10, inStates(of("Infoga förslag", parts.Plain, ""))...),
		parts.Row(10, inStates(of("Spara", parts.Primary, parts.IconPlus))...),
		parts.Row(10, inStates(of("Godkänn …", parts.Quiet, ""))...),
		parts.Row(16, links...),
		parts.Row(24, choice(chips, 0, true), ringedChips),
		parts.Row(24, choice(seg, 3, false), overSeg),
		parts.Row(24, ringed, parts.Row(8, toggles...)),
		parts.Columns(24, []float32{200, 200, 0}, chosen, other, parts.Row(8, parts.Tag("Utkast", parts.Muted), parts.Tag("PDF/A-2a", parts.OK))),
		parts.Row(16, down(0), down(-1), open),
	)
}

func drawMarks(t *testing.T, _ fyne.Window) fyne.CanvasObject {
	w := swedish()
	at := time.Date(2026, 11, 22, 9, 42, 0, 0, time.UTC)
	line := func(mark, word string) fyne.CanvasObject {
		return parts.Row(10, parts.Mark(mark, 22, parts.Page), parts.Text(word, parts.TextControl, parts.MarkWord(mark), parts.Bold))
	}
	var left, right []fyne.CanvasObject
	left = append(left, head("Allvar"))
	for _, s := range []app.Severity{app.Blocking, app.Serious, app.Note} {
		left = append(left, line(parts.SeverityMark(s), w.T("severity."+string(s))))
	}
	left = append(left, head("Sparläge"))
	for _, s := range []parts.Saving{parts.SavedKept, parts.SavedSoon, parts.SavedFailed} {
		left = append(left, parts.Left(parts.Fill(parts.Fog, parts.Pad(3, 10, 4, 10, parts.SavedLine(w, s, at)))))
	}
	right = append(right, head("Kriteriets läge"))
	for _, s := range []app.CriterionState{app.Met, app.Indicated, app.Failed, app.NotAddressed, app.Waived} {
		right = append(right, line(parts.StateMark(s), w.T("state."+string(s))))
	}
	return parts.Columns(20, []float32{0, 0}, parts.Column(8, left...), parts.Column(8, right...))
}

func drawFields(*testing.T, fyne.Window) fyne.CanvasObject {
	field := func(o parts.FieldOptions) *parts.Field { return parts.NewField(o) }
	bad := field(parts.FieldOptions{Label: "Inkom", Text: "2026-02-31", Hint: "ÅÅÅÅ-MM-DD", Width: 274})
	bad.Fault("Februari har 28 dagar 2026. Skriv ÅÅÅÅ-MM-DD.")
	ringed := field(parts.FieldOptions{Label: "Namn", Text: "Efter samråd", Width: 274})
	focused(ringed.Entry)
	area := field(parts.FieldOptions{Label: "Varför behöver texten inte ändras?", Text: "Alternativen prövades i nämndens beslut 2025-03-12,\nsom bifogas.", Lines: 3,
		Hint: "Minst tio ord. Sparas med ditt namn och dagens datum."})
	badArea := field(parts.FieldOptions{Label: "Skäl", Text: "För kort", Lines: 3})
	badArea.Fault("Skälet har 2 ord. Skriv minst tio, så att den som läser förstår bedömningen.")
	both := field(parts.FieldOptions{Label: "Fel och i fokus", Text: "tolv", Width: 274})
	both.Fault("”tolv” är inte ett tal.")
	focused(both.Entry)
	return parts.Columns(40, []float32{0, 0},
		parts.Column(14, field(parts.FieldOptions{Label: "Diarienummer", Ghost: "BUN-2026-014", Hint: "Som det står i diariet", Width: 274}).Outer,
			bad.Outer, ringed.Outer, both.Outer),
		parts.Column(14, field(parts.FieldOptions{Ghost: "Sök i ärenden", Icon: parts.IconSearch, Width: 274}).Outer, area.Outer, badArea.Outer))
}

func finding(s app.Severity) app.Finding {
	return app.Finding{ID: "PROP-ALT-01", Severity: s, Title: "Alternativ avfärdas utan skäl", Why: "Texten säger att alternativ saknas men anger inga skäl.",
		Quote: "Några andra åtgärder bedöms inte vara aktuella.", Source: "5 § förvaltningslagen (2017:900)", Wording: "Förvaltningen har övervägt …"}
}

func card(f app.Finding, open bool) (fyne.CanvasObject, *parts.Press) {
	nothing := func() {}
	return parts.Card(parts.CardOptions{Words: swedish(), Finding: f, Section: "Bedömning", Open: open, Tap: nothing, Show: nothing, Insert: nothing, Waive: nothing, Unwaive: nothing})
}

func drawCards(t *testing.T, _ fyne.Window) fyne.CanvasObject {
	var left []fyne.CanvasObject
	for _, s := range []app.Severity{app.Blocking, app.Serious, app.Note} {
		c, _ := card(finding(s), false)
		left = append(left, c)
	}
	waived := finding(app.Serious)
	waived.Waived = "Alternativen prövades i nämndens beslut 2025-03-12."
	closed, _ := card(waived, false)
	over, overHead := card(finding(app.Note), false)
	hovered(overHead)
	ring, ringHead := card(finding(app.Serious), false)
	focused(ringHead)
	left = append(left, closed, over, ring)
	open, openHead := card(finding(app.Blocking), true)
	focused(openHead)
	openWaived, waivedHead := card(waived, true)
	hovered(waivedHead)
	return parts.Fill(parts.Panel, parts.Columns(16, []float32{0, 0}, parts.Column(4, left...), parts.Column(10, open, openWaived)))
}

func drawRows(t *testing.T, _ fyne.Window) fyne.CanvasObject {
	w := swedish()
	work := parts.NewProgress(w, "Skriver PDF", func() {})
	work.Set(w, 7, 12)
	nothing := func() {}
	return parts.Column(12,
		parts.ShowProblem(w, &app.Problem{Code: app.CodeNotSaved}, nothing, parts.Action{Text: "Spara kopia …", Do: nothing}, parts.Action{Text: "Försök igen", Do: nothing}),
		work.Outer,
		parts.Banner(parts.MarkSerious, "Rad 9, Antal: ”tolv” är inte ett tal", &parts.Action{Text: "Gå dit", Do: nothing}),
		parts.Banner(parts.MarkBlocking, "Slutlig version hålls: 1 stoppande påpekande", nil),
		parts.Banner(parts.MarkMet, "Filen är läst tillbaka", nil),
		parts.Empty(parts.IconMatters, "Inga ärenden än", "Öppna en motion eller skapa ett ärende.", button("Nytt ärende", parts.Primary, parts.IconPlus), button("Öppna motion …", parts.Plain, "")))
}

func drawPages(*testing.T, fyne.Window) fyne.CanvasObject {
	page := layout.Page{Items: []layout.Item{{Kind: layout.Text, X: 25, Y: 40, S: "Yttrande över motion", Face: layout.SansBold, Size: 18},
		{Kind: layout.Rule, X: 25, Y: 50, X2: 185, Y2: 50, Weight: 0.5}}}
	for i := range 20 {
		page.Items = append(page.Items, layout.Item{Kind: layout.Text, X: 25, Y: 65 + 7*float64(i), S: "Under läsåret anmäldes elva obehöriga besök vid kommunens skolor.", Face: layout.Serif, Size: 11})
	}
	painter := raster.New()
	view := func() *parts.PageView {
		v := parts.NewPageView(parts.PageOptions{Painter: painter, Width: 100})
		v.SetPage(&page)
		return v
	}
	rest, chosen, ring := view(), view(), view()
	chosen.Choose(true)
	ring.Choose(true)
	focused(ring)
	return parts.Fill(parts.Bench, parts.Pad(16, 16, 16, 16, parts.Row(24, rest, chosen, ring)))
}

func drawDialogGround(*testing.T, fyne.Window) fyne.CanvasObject {
	return parts.NewPara("Förvaltningen har övervägt två åtgärder som är mindre ingripande.", parts.TextPage, parts.Ink, parts.Serif)
}

func overDialog(t *testing.T, win fyne.Window) {
	w := swedish()
	parts.AskReason(win, w, "Alternativ avfärdas utan skäl", "Alternativen prövades i nämndens beslut 2025-03-12,\nsom bifogas.", func(string) {})
}

// drawNarrow is what has too little room: words end in "…", rows go on below.
func drawNarrow(t *testing.T, _ fyne.Window) fyne.CanvasObject {
	w := swedish()
	c, _ := card(finding(app.Blocking), true)
	short := parts.NewField(parts.FieldOptions{Ghost: "Utbildningsnämnden i Exempelkommun", Icon: parts.IconSearch})
	long := parts.NewField(parts.FieldOptions{Text: "Utbildningsnämnden i Exempelkommun och andra"})
	return parts.Column(10, c, short.Outer, long.Outer,
		parts.NewLabel("Ansiktsigenkänning vid kommunens skolor", parts.TextControl, parts.Ink, parts.Regular),
		parts.Flow(6, parts.NewToggle("Barn", true, nil), parts.NewToggle("Vårdnadshavare", false, nil), parts.NewToggle("Personal", false, nil)),
		parts.Banner(parts.MarkSerious, "Rad 9, Antal: ”tolv” är inte ett tal", &parts.Action{Text: w.T("part.show"), Do: func() {}}))
}

func drawMenu(*testing.T, fyne.Window) fyne.CanvasObject {
	return parts.Align(0, 0, parts.NewDropdown(parts.DropdownOptions{Options: []string{"Minst tid kvar", "Rubrik", "Senast ändrat"}, Width: 200}))
}

func overMenu(t *testing.T, w fyne.Window) {
	c, ok := w.Content().(*fyne.Container)
	if !ok {
		t.Fatal("no sheet")
	}
	parts.OpenMenuAt(c, fyne.NewPos(20, 52), []string{"Minst tid kvar", "Rubrik", "Senast ändrat"}, 1, func(int) {})
}
