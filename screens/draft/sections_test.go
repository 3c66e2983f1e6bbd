package draft

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"yttra/app"
	"yttra/screens/parts"
)

func TestSubheadings(t *testing.T) {
	text := "Först.\n\n### Ändamål\n\nText.\n\n#### Djupare\n\n### Tomt\n\n###inte\n\n### \n\n## Två\n\nSlut."
	var got []string
	for _, h := range subheadings(text) {
		got = append(got, fmt.Sprintf("%s:%d:%v:%q", h.text, h.deep, h.nothing, strings.TrimSpace(text[h.body.Start:h.body.End])))
	}
	want := []string{`Ändamål:1:false:"Text."`, `Djupare:2:true:""`, `Tomt:1:false:"###inte\n\n###"`, `Två:1:false:"Slut."`}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	for _, s := range []string{"", "#", "Ingen # rubrik", strings.Repeat("#", 40) + " x"} {
		if hs := subheadings(s); len(hs) != 0 {
			t.Errorf("%q has %+v", s, hs)
		}
	}
}

func TestOutlineShowsWhatIsInsideASection(t *testing.T) {
	text := "Inledning.\n\n### Behov\n\nDSO vill.\n\n### Barn\n\nBarn.\n\n### Tomt"
	m, _ := shown(t, texts{"assessment": text}, found("intro", app.Note, 2, 0, 4), found("dso", app.Serious, 2, strings.Index(text, "DSO"), strings.Index(text, "DSO")+3), found("whole", app.Blocking, 2, 0, 0))
	m.Place(Caret{2, strings.Index(text, "Barn.")})
	var got []string
	rows, written, of := m.Outline()
	for _, r := range rows {
		s := strings.Repeat(">", r.Level) + r.Heading + strings.Repeat("+", r.Count) + string(r.Worst)
		for name, on := range map[string]bool{" active": r.Active, " ancestor": r.Ancestor} {
			if on {
				s += name
			}
		}
		if r.Empty {
			s += " empty"
		}
		got = append(got, s)
	}
	want := []string{"Sammanfattning empty", "Ställningstagande empty", "Nämndens överväganden+++blocking ancestor", ">Behov+serious", ">Barn active", ">Tomt empty", ">Barnets bästa empty", ">Ekonomi empty"}
	if !slices.Equal(got, want) || written != 1 || of != 5 {
		t.Errorf("%d of %d\n got %q\nwant %q", written, of, got, want)
	}
}

func TestHeadingsInATextAreMovedRenamedRemoved(t *testing.T) {
	const text = "In.\n\n### A\n\nText å.\n\n### B\n\nMer.\n\nOch.\n\n### C"
	row := func(m *Model, heading string) OutlineRow {
		rows, _, _ := m.Outline()
		for _, r := range rows {
			if r.Heading == heading {
				return r
			}
		}
		return OutlineRow{Section: -1, At: -1}
	}
	for _, c := range []struct {
		name, want string
		do         func(*Model)
	}{
		{"down", "In.\n\n### B\n\nMer.\n\nOch.\n\n### A\n\nText å.\n\n### C", func(m *Model) { m.MoveRow(row(m, "A"), 1) }},
		{"down and back", text, func(m *Model) { m.MoveRow(m.MoveRow(row(m, "A"), 1), -1) }},
		{"last up", "In.\n\n### A\n\nText å.\n\n### C\n\n### B\n\nMer.\n\nOch.", func(m *Model) { m.MoveRow(row(m, "C"), -1) }},
		{"first up", text, func(m *Model) { m.MoveRow(row(m, "A"), -1) }},
		{"last down", text, func(m *Model) { m.MoveRow(row(m, "C"), 1) }},
		{"renamed", "In.\n\n### Ö ny\n\nText å.\n\n### B\n\nMer.\n\nOch.\n\n### C", func(m *Model) { m.RenameRow(row(m, "A"), "  Ö  ny\n") }},
		{"renamed to nothing", text, func(m *Model) { m.RenameRow(row(m, "A"), " ") }},
		{"removed", "In.\n\n### B\n\nMer.\n\nOch.\n\n### C", func(m *Model) { m.RemoveRow(row(m, "A")) }},
		{"last removed", "In.\n\n### A\n\nText å.\n\n### B\n\nMer.\n\nOch.", func(m *Model) { m.RemoveRow(row(m, "C")) }},
	} {
		h := open(t, texts{"assessment": text})
		c.do(h.screen.model)
		if got := h.text("assessment"); got != c.want {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
		}
		if c.want != text && c.name != "down and back" {
			h.desk.Undo()
			if h.text("assessment") != text {
				t.Errorf("%s is not one step to undo", c.name)
			}
		}
	}
}

func TestTheCaretFollowsItsSection(t *testing.T) {
	h := open(t, texts{"summary": "Kort.", "assessment": "Lång text.", "children": "Barn."})
	h.caret("children", 3)
	m := h.screen.model
	at := func() string {
		c, _ := m.Caret()
		return fmt.Sprintf("%s %d", h.desk.State().Document().Sections[c.Section].Role, c.At)
	}
	m.MoveRow(OutlineRow{Section: h.section("assessment"), At: -1}, -1)
	if at() != "children 3" {
		t.Errorf("after a move: %s", at())
	}
	m.AddSection("ingress")
	if at() != "ingress 0" {
		t.Errorf("after adding: %s", at())
	}
	h.caret("children", 2)
	h.desk.Undo()
	if at() != "children 2" {
		t.Errorf("after undo: %s", at())
	}
	m.RenameRow(OutlineRow{Section: h.section("children"), At: -1}, "Barnen")
	if at() != "children 2" {
		t.Errorf("after a new heading: %s", at())
	}
	m.RemoveRow(OutlineRow{Section: h.section("children"), At: -1})
	if c, ok := m.Caret(); !ok || c.At != 0 {
		t.Errorf("after its section is gone: %+v %v", c, ok)
	}
	h.desk.Undo()
	if h.text("children") != "Barn." {
		t.Error("the text did not come back")
	}
}

func TestSectionsByKeys(t *testing.T) {
	h := open(t, texts{"summary": "Kort.", "assessment": "Lång."})
	h.caret("summary", 0)
	h.screen.Jump("outline")
	h.typed("↓↓") // assessment
	roles := func() string {
		var out []string
		for _, s := range h.desk.State().Document().Sections {
			out = append(out, s.Role)
		}
		return strings.Join(out, " ")
	}
	h.screen.Move(-1)
	if got := roles(); got != "summary assessment children economy proposal" {
		t.Fatalf("moved: %s", got)
	}
	if r, _ := h.screen.view.outline.here(); h.desk.State().Document().Sections[r.Section].Role != "assessment" {
		t.Error("the arrows did not follow the section")
	}
	key := func(k fyne.KeyName) { h.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k}) }
	key(fyne.KeyF2)
	entry := h.window.Canvas().Focused().(*parts.Entry)
	entry.SetText("")
	tapText(t, h.window.Canvas().Overlays().Top(), h.words.T("draft.rename_yes"))
	if !says(h.window.Canvas().Overlays().Top(), h.words.T("draft.own_empty")) {
		t.Error("an empty heading is not refused")
	}
	entry.SetText("Bedömning")
	tapText(t, h.window.Canvas().Overlays().Top(), h.words.T("draft.rename_yes"))
	if got := h.desk.State().Document().Sections[1].Heading; got != "Bedömning" {
		t.Errorf("heading %q", got)
	}
	if h.window.Canvas().Focused() != fyne.Focusable(h.screen.view.outline) {
		t.Errorf("focus %T", h.window.Canvas().Focused())
	}
	key(fyne.KeyDelete)
	if got := roles(); got != "summary children economy proposal" || h.window.Canvas().Focused() != fyne.Focusable(h.screen.view.outline) {
		t.Errorf("removed: %s, focus %T", got, h.window.Canvas().Focused())
	}
	h.desk.Undo()
	if got := roles(); got != "summary assessment children economy proposal" {
		t.Errorf("undone: %s", got)
	}
}

func TestSectionIsAddedByTheDialog(t *testing.T) {
	h := open(t, texts{"summary": "Kort."})
	h.caret("assessment", 0)
	tapText(t, h.screen.view.left, h.words.T("draft.add_section"))
	dialog := h.window.Canvas().Overlays().Top()
	if !says(dialog, "Bilagor") || says(dialog, "Sammanfattning") {
		t.Error("the dialog does not list what is missing")
	}
	tapText(t, dialog, "Bilagor")
	if i := h.section("annexes"); i < 0 || h.window.Canvas().Focused() != fyne.Focusable(h.page().live) {
		t.Fatalf("at %d, focus %T", i, h.window.Canvas().Focused())
	}
	h.typed("1")
	if h.text("annexes") != "1" {
		t.Error("one cannot write in it at once")
	}
	h.caret("assessment", 0)
	h.screen.sectionWanted()
	tapText(t, h.window.Canvas().Overlays().Top(), h.words.T("draft.own_add"))
	if !says(h.window.Canvas().Overlays().Top(), h.words.T("draft.own_empty")) {
		t.Error("an empty heading is not refused")
	}
	field, ok := (*parts.Entry)(nil), false
	objects(h.window.Canvas().Overlays().Top(), func(o fyne.CanvasObject) {
		if e, is := o.(*parts.Entry); is {
			field, ok = e, true
		}
	})
	if !ok {
		t.Fatal("the dialog has no field")
	}
	h.window.Canvas().Focus(field)
	test.Type(h.window.Canvas().Focused(), "Ägande")
	h.typed("\n")
	doc := h.desk.State().Document()
	i := h.section("own")
	if i < 0 || doc.Sections[i].Heading != "Ägande" || doc.Sections[i-1].Role != "economy" {
		t.Errorf("%+v", doc.Sections)
	}
}

func TestMenuOfASection(t *testing.T) {
	h := open(t, texts{"summary": "Kort."})
	h.screen.view.sectionDo(OutlineRow{Section: h.section("summary"), At: -1}, 2)
	if h.section("summary") != 1 {
		t.Errorf("moved to %d", h.section("summary"))
	}
	h.screen.view.sectionDo(OutlineRow{Section: 1, At: -1}, 1)
	h.screen.view.sectionDo(OutlineRow{Section: 0, At: -1}, 3)
	if h.section("summary") != -1 {
		t.Error("not removed")
	}
}
