package facts

import (
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"yttra/app"
	"yttra/app/packs"
)

// Names of fields. Those of a sitting, a notice, an approval and an annex begin
// with the section they stand in.
const (
	fieldTitle       = "title"
	fieldDate        = "date"
	fieldDraft       = "draft"
	fieldBody        = "body"
	fieldDepartment  = "department"
	fieldTo          = "to"
	fieldCaseRef     = "case_ref"
	fieldYourRef     = "your_ref"
	fieldOfficers    = "officers"
	fieldSignatories = "signatories"
)

// Paper is what a document says around its text, while it is being written.
type Paper struct {
	was   app.Document
	kind  *packs.Kind       // nil: nobody knows the kind
	typed map[string]string // by field
	begun map[string]string // the same, when it was opened

	level     app.Level
	digitally bool
	casts     map[string]app.Cast // by voter; empty: not told
	voters    []string            // the table of votes; empty: no vote is told
	attested  []app.Attested      // as they were; what is typed lies in typed
	annexes   []annex
}

// NewPaper reads a document. kind may be nil.
func NewPaper(d *app.Document, kind *packs.Kind) *Paper {
	p := &Paper{was: *d, kind: kind, level: d.Level, casts: map[string]app.Cast{}}
	p.typed = map[string]string{fieldTitle: d.Title, fieldDate: string(d.Date), fieldBody: d.Body, fieldDepartment: d.Department, fieldTo: d.To,
		fieldCaseRef: d.CaseRef, fieldYourRef: d.YourRef, fieldOfficers: Lines(d.Officers), fieldSignatories: Lines(d.Signatories)}
	if d.Draft > 0 {
		p.typed[fieldDraft] = strconv.Itoa(d.Draft)
	}
	p.readMeeting(d.Meeting)
	for i, a := range d.Attested {
		p.attested = append(p.attested, a)
		p.typed[attestField(i, "name")], p.typed[attestField(i, "title")], p.typed[attestField(i, "on")] = a.Name, a.Title, string(a.On)
	}
	for _, a := range d.Annexes {
		p.annexes = append(p.annexes, annexOf(a))
	}
	p.begun = maps.Clone(p.typed)
	return p
}

// Sections are those that the kind of paper has, or that already say something.
func (p *Paper) Sections() []string {
	form := packs.KindForm{}
	if p.kind != nil {
		form = p.kind.Form
	}
	out := []string{PaperSection, PeopleSection}
	if form.Head == packs.FormMeeting || p.was.Meeting != nil {
		out = append(out, MeetingSection, VotesSection)
	}
	if form.Notice || p.was.Meeting != nil && p.was.Meeting.Notice != nil {
		out = append(out, NoticeSection)
	}
	if form.Attest || len(p.was.Attested) > 0 {
		out = append(out, AttestSection)
	}
	return append(out, AnnexSection)
}

// Into writes what was typed into a document. What nobody has touched stays as it
// was, to the letter.
func (p *Paper) Into(d *app.Document) {
	line := func(name string, to *string) {
		if p.touched(name) {
			*to = strings.TrimSpace(p.typed[name])
		}
	}
	line(fieldTitle, &d.Title)
	line(fieldBody, &d.Body)
	line(fieldDepartment, &d.Department)
	line(fieldCaseRef, &d.CaseRef)
	line(fieldYourRef, &d.YourRef)
	if p.touched(fieldTo) {
		d.To = strings.Join(rows(p.typed[fieldTo]), "\n")
	}
	if p.touched(fieldDate) {
		d.Date, _ = day(p.typed[fieldDate])
	}
	if n, ok := p.draft(); ok && p.touched(fieldDraft) {
		d.Draft = n
	}
	if p.touched(fieldOfficers) {
		d.Officers = People(p.typed[fieldOfficers], d.Officers)
	}
	if p.touched(fieldSignatories) {
		d.Signatories = People(p.typed[fieldSignatories], d.Signatories)
	}
	d.Level = p.level
	d.Meeting = p.meeting()
	d.Attested = p.attestedNow()
	d.Annexes = p.annexesNow()
}

func (p *Paper) touched(name string) bool { return p.typed[name] != p.begun[name] }

// draft is the number of the draft; none is nought.
func (p *Paper) draft() (int, bool) {
	s := strings.TrimSpace(p.typed[fieldDraft])
	if s == "" {
		return 0, true
	}
	n, err := strconv.Atoi(s)
	return n, err == nil && n >= 0 && n < 1000
}

// Changed reports whether something would be lost by leaving.
func (p *Paper) Changed() bool {
	if len(p.Faults()) > 0 && !maps.Equal(p.typed, p.begun) { // what cannot be kept as it is has been typed all the same
		return true
	}
	d := p.was
	p.Into(&d)
	return !reflect.DeepEqual(plain(d), plain(p.was))
}

// plain makes an empty list and none the same.
func plain(d app.Document) app.Document {
	if len(d.Officers) == 0 {
		d.Officers = nil
	}
	if len(d.Signatories) == 0 {
		d.Signatories = nil
	}
	if len(d.Attested) == 0 {
		d.Attested = nil
	}
	if len(d.Annexes) == 0 {
		d.Annexes = nil
	}
	return d
}

// TakeBody takes a body out of the profile: its name and kind, and those who sign
// for it in place of those who signed for another body, or for none.
func (p *Paper) TakeBody(b app.Body, bodies []app.Body) {
	signs := strings.Join(rows(p.typed[fieldSignatories]), "\n")
	known := signs == "" || slices.ContainsFunc(bodies, func(o app.Body) bool { return Lines(o.Signatories) == signs })
	p.typed[fieldBody], p.level = b.Name, b.Level
	if known && len(b.Signatories) > 0 {
		p.typed[fieldSignatories] = Lines(b.Signatories)
	}
}

// Faults names the fields that cannot be kept as they are, by the key of the
// sentence that says why.
func (p *Paper) Faults() map[string]string {
	out := map[string]string{}
	if _, ok := day(p.typed[fieldDate]); !ok {
		out[fieldDate] = "form.fault_day"
	}
	if _, ok := p.draft(); !ok {
		out[fieldDraft] = "facts.fault_draft"
	}
	p.meetingFaults(out)
	p.attestFaults(out)
	p.annexFaults(out)
	return out
}

// sectionOf is where a field stands.
func sectionOf(field string) string {
	switch section, _, _ := strings.Cut(field, "_"); section {
	case MeetingSection, NoticeSection, AttestSection, AnnexSection:
		return section
	}
	if field == fieldOfficers || field == fieldSignatories {
		return PeopleSection
	}
	return PaperSection
}

// People reads what Lines writes, Namn, titel; a person who was there before
// keeps what this version does not know about them.
func People(s string, before []app.Person) []app.Person {
	var out []app.Person
	for _, line := range rows(s) {
		name, title, _ := strings.Cut(line, ",")
		p := app.Person{Name: strings.TrimSpace(name)}
		if i := slices.IndexFunc(before, func(o app.Person) bool { return o.Name == p.Name }); i >= 0 {
			p = before[i]
		}
		p.Title = strings.TrimSpace(title)
		out = append(out, p)
	}
	return out
}
