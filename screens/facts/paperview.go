package facts

import (
	"slices"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/app/desk"
	"yttra/i18n"
	"yttra/screens/parts"
)

// paperView is the dialog Handlingens uppgifter.
type paperView struct {
	dialogOf
	p        *Paper
	id       string // of the document
	sections []string
	at       int

	count   *parts.Label // of the votes
	rows    []*parts.Choice
	refer   *parts.Label // example of a case reference
	first   fyne.Focusable
	hows    []*parts.Dropdown // how each annex goes with the paper
	drawing bool              // the annexes are being drawn
	judged  map[*byte]error   // why each file cannot follow page by page; nil: it can, or is being looked through
	heavy   map[int]string    // what is wrong with a file that was not taken, by annex
}

// ShowPaper opens the dialog about the open document at a section; one that its
// kind does not have is the first.
func ShowPaper(d *desk.Desk, h parts.Host, o Options, section string) {
	s := d.State()
	doc := s.Document()
	if doc == nil {
		return
	}
	v := &paperView{dialogOf: dialogOf{h: h, d: d, o: o}, p: NewPaper(doc, s.Kind), id: doc.ID, heavy: map[int]string{}, judged: map[*byte]error{}}
	v.changed, v.keep = v.p.Changed, v.keepPaper
	v.sections = v.p.Sections()
	v.at = max(0, slices.Index(v.sections, section))
	v.form = &form{words: h.Words(), typed: v.p.typed, faults: v.p.Faults, submit: v.save}
	v.main = parts.NewScroll(parts.Column(0))
	v.form.refit = v.main.Refit
	t := h.Words().T
	var names []parts.NavRow
	for _, s := range v.sections {
		names = append(names, parts.NavRow{Text: t("facts.section_" + s)})
	}
	v.nav = parts.NewNav(parts.NavOptions{Rows: names, At: v.at, Pick: v.show})
	v.show(v.at)
	body := parts.Columns(0, []float32{180, 0}, parts.Fill(parts.Fog, parts.Pad(10, 0, 10, 0, v.nav.Outer)), v.main.Outer)
	v.box = parts.ShowDialog(h.Window(), h.Words(), parts.DialogOptions{Title: t("facts.paper", i18n.Vars{"Kind": o.Kind(doc.Kind)}), Width: 880, Height: 600,
		Body: body, Help: v.help("facts"), Buttons: v.buttons(), Leave: v.mayLeave, Shortcut: v.shortcut}, v.begin())
}

// begin is where the keyboard goes when the dialog opens.
func (v *paperView) begin() fyne.Focusable {
	if v.first != nil {
		return v.first
	}
	return v.nav.Row(v.at)
}

// show draws a section anew.
func (v *paperView) show(i int) {
	v.at, v.first = i, nil
	v.nav.Choose(i)
	v.form.clear()
	draw := map[string]func() fyne.CanvasObject{PaperSection: v.paper, PeopleSection: v.people, MeetingSection: v.meeting, VotesSection: v.votes,
		NoticeSection: v.notice, AttestSection: v.attest, AnnexSection: v.annexes}[v.sections[i]]
	v.main.Set(parts.Pad(16, 22, 18, 22, draw()))
	v.form.tell()
}

// again draws the section anew where it is, with the keyboard in one of its fields.
func (v *paperView) again(field string) {
	offset := v.main.Inner.Offset
	v.show(v.at)
	v.main.Inner.ScrollToOffset(offset)
	if f, ok := v.form.fields[field]; ok {
		v.focus(f.Entry)
	} else {
		v.focus(v.begin())
	}
}

func (v *paperView) focus(f fyne.Focusable) { v.h.Window().Canvas().Focus(f) }

// field makes a field; the first of a section has the keyboard when it opens.
func (v *paperView) field(name string, o parts.FieldOptions) fyne.CanvasObject {
	return v.firstOf(name, v.form.field(name, o))
}

func (v *paperView) day(name string) fyne.CanvasObject { return v.firstOf(name, v.form.day(name)) }

func (v *paperView) firstOf(name string, o fyne.CanvasObject) fyne.CanvasObject {
	if v.first == nil {
		v.first = v.form.fields[name].Entry
	}
	return o
}

// keepPaper writes the document as one step to undo. What has to be mended first
// is shown, and nothing is written.
func (v *paperView) keepPaper() bool {
	if v.mendFirst() {
		return false
	}
	if !v.p.Changed() {
		return true
	}
	v.d.Edit("", func(m *app.Matter) {
		if i := m.Document(v.id); i >= 0 {
			v.p.Into(&m.Documents[i])
		}
	})
	return true
}

// mendFirst goes to the first field with a fault, in the order of the dialog.
func (v *paperView) mendFirst() bool {
	faults := v.p.Faults()
	if len(faults) == 0 {
		return false
	}
	var names []string
	for name := range faults {
		names = append(names, name)
	}
	slices.Sort(names)
	slices.SortStableFunc(names, func(a, b string) int {
		return slices.Index(v.sections, sectionOf(a)) - slices.Index(v.sections, sectionOf(b))
	})
	if i := slices.Index(v.sections, sectionOf(names[0])); i >= 0 {
		v.show(i)
	}
	if f, ok := v.form.fields[names[0]]; ok {
		v.focus(f.Entry)
	} else {
		v.focus(v.begin())
	}
	return true
}

// paper is whose paper it is, and to whom.
func (v *paperView) paper() fyne.CanvasObject {
	t := v.h.Words().T
	kind := parts.Column(3, head(t("facts.kind")), parts.Fixed(0, 34, parts.Left(parts.Text(v.o.Kind(v.p.was.Kind), parts.TextControl, parts.Ink, parts.Regular))))
	title := v.field(fieldTitle, parts.FieldOptions{Ghost: v.d.Packs().Title(v.d.State().Matter, &app.Document{Kind: v.p.was.Kind})})
	return parts.Column(12, title,
		parts.RowTop(14, parts.Grow(kind), parts.Grow(v.day(fieldDate)), parts.Fixed(130, 0, v.field(fieldDraft, parts.FieldOptions{}))),
		v.body(),
		v.field(fieldDepartment, parts.FieldOptions{}),
		v.field(fieldTo, parts.FieldOptions{Lines: 2}),
		abreast(v.caseRef(), v.field(fieldYourRef, parts.FieldOptions{})))
}

// body is the body that meets, by name and kind; those of the profile can be taken
// as they stand there.
func (v *paperView) body() fyne.CanvasObject {
	t := v.h.Words().T
	var levels []string
	for _, l := range app.Levels {
		levels = append(levels, t("level."+string(l)))
	}
	level := parts.NewDropdown(parts.DropdownOptions{Options: levels, Chosen: slices.Index(app.Levels, v.p.level), Ghost: t("facts.level_none"), Width: 170,
		Pick: func(i int) { v.p.level = app.Levels[i]; v.sayReference() }})
	name := v.field(fieldBody, parts.FieldOptions{Changed: func(string) { v.sayReference() }})
	rows := []fyne.CanvasObject{parts.Grow(name), parts.Column(3, head(t("facts.level")), level)}
	bodies := v.d.State().Profile.Bodies
	if len(bodies) > 0 {
		var names []string
		for _, b := range bodies {
			names = append(names, b.Name)
		}
		at := slices.IndexFunc(bodies, func(b app.Body) bool { return b.Name == v.p.typed[fieldBody] })
		var take *parts.Dropdown
		take = parts.NewDropdown(parts.DropdownOptions{Options: names, Chosen: at, Ghost: t("facts.body_choose"), Width: 170,
			Pick: func(i int) {
				v.p.TakeBody(bodies[i], bodies)
				v.form.set(fieldBody, bodies[i].Name)
				level.Set(levels, slices.Index(app.Levels, v.p.level))
				v.sayReference()
				v.focus(take)
			}})
		rows = append(rows, parts.Column(3, head(t("facts.body_profile")), take))
	}
	return parts.RowTop(14, rows...)
}

// caseRef is the paper's own number, with an example of how such are written here.
func (v *paperView) caseRef() fyne.CanvasObject {
	v.refer = parts.NewLabel("", parts.TextHint, parts.Muted, parts.Regular)
	v.sayReference()
	return parts.Column(3, v.field(fieldCaseRef, parts.FieldOptions{}), v.refer)
}

// sayReference writes the example: as the body does, or else as all do.
func (v *paperView) sayReference() {
	if v.refer == nil {
		return
	}
	pr := v.d.State().Profile
	form := pr.Reference
	if i := slices.IndexFunc(pr.Bodies, func(b app.Body) bool { return b.Name == v.p.typed[fieldBody] }); i >= 0 && pr.Bodies[i].Reference != "" {
		form = pr.Bodies[i].Reference
	}
	s := v.o.Reference(form)
	if s != "" {
		s = v.h.Words().T("facts.reference_example", i18n.Vars{"Example": s})
	}
	v.refer.Set(s, parts.Muted)
}

// people are those who have handled it and those who sign.
func (v *paperView) people() fyne.CanvasObject {
	return parts.Column(12, v.field(fieldOfficers, parts.FieldOptions{Lines: 3}), v.field(fieldSignatories, parts.FieldOptions{Lines: 5}))
}
