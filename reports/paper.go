package reports

import (
	"slices"
	"strconv"
	"strings"

	"yttra/app"
	"yttra/app/packs"
	"yttra/reports/estimate"
	"yttra/reports/layout"
)

// Roles whose place on paper the paper itself decides.
const (
	roleEconomy     = "economy"
	roleReservation = "reservation" // after the signatures, as the annexes
	roleAnnexes     = "annexes"
)

// maker holds what the parts of one paper need.
type maker struct {
	in     Input
	d      *app.Document
	l      labels
	out    []layout.Block
	places []string // for each block, the heading it stands under
	place  string
	headed bool // a heading of the second level has been set

	faces                  layout.Measurer
	kept                   *kept          // of the paper before; nil: nothing
	economy, annex         []layout.Block // of the estimate
	numbers                []int          // of the document's annexes
	annexNumber            int            // of the cost sheet; 0: it is no annex
	annexTitle, annexLabel string

	control  controlWords  // of a Protocol
	register registerWords // of UnansweredMotions
	events   eventWords    // of EventList
}

func newMaker(in Input, faces layout.Measurer, kept *kept) (*maker, error) {
	if in.Matter == nil || in.Document == nil {
		return nil, &app.Problem{Code: app.CodeNoDocument}
	}
	l, err := readLabels()
	if err != nil {
		return nil, err
	}
	l = l.own(in.Profile.Look.Labels)
	if in.Part == WholePaper && !Reckons(in.Kind) {
		in.Sheet = estimate.Sheet{}
	}
	m := &maker{in: in, d: in.Document, l: l, faces: faces, kept: kept}
	if in.Part == Protocol {
		if m.control, err = readControlWords(); err != nil {
			return nil, err
		}
	}
	if in.Part == UnansweredMotions {
		if m.register, err = readRegisterWords(); err != nil {
			return nil, err
		}
	}
	if in.Part == EventList {
		if m.events, err = readEventWords(); err != nil {
			return nil, err
		}
	}
	if in.Part == CostSheet && !in.Sheet.Has() {
		return nil, &app.Problem{Code: app.CodeNoEstimate}
	}
	return m, m.costs()
}

func (m *maker) paper() layout.Doc {
	doc := layout.Doc{Words: m.l.words(), Head: m.head(), Draft: m.d.Status != app.Final, LineNumbers: m.lineNumbers(), Meta: m.meta(), Look: m.look()}
	if m.sits() {
		m.opening()
	} else {
		for _, column := range m.in.Profile.Foot {
			doc.Foot = append(doc.Foot, linesOf(column))
		}
		m.place = m.l.Title
		m.add(layout.Block{Role: layout.Title, Runs: layout.Plain(m.title())})
	}
	switch m.in.Part {
	case CostSheet:
		m.add(m.annex...)
	case UnansweredMotions:
		m.unanswered()
	case EventList:
		m.listEvents()
	case Protocol:
		doc.Draft, doc.LineNumbers = false, 0 // it is finished, whatever it tells of
		m.protocol()
	default:
		m.sections()
	}
	doc.Blocks = m.out
	return doc
}

// title is never empty in a file: a paper without one is called by its kind.
func (m *maker) title() string {
	if m.in.Part == CostSheet {
		if s, err := m.in.Sheet.Title(m.in.Matter.Title); err == nil {
			return s
		}
	}
	if m.in.Part == Protocol {
		return m.protocolTitle()
	}
	return first(m.in.Title, m.d.Title, m.in.Matter.Title, m.in.Kind.SV.Name, m.l.Untitled)
}

// speaker is the body or department whose paper it is.
func (m *maker) speaker() string {
	if m.own() {
		return strings.Join(m.signers(), ", ")
	}
	if m.in.Kind.Form.Speaks == packs.FormBody {
		return first(m.d.Body, m.d.Department, m.in.Profile.Department)
	}
	return first(m.d.Department, m.in.Profile.Department, m.d.Body)
}

func (m *maker) head() layout.Letterhead {
	h := layout.Letterhead{Name: m.in.Profile.Municipality, Body: m.speaker(), Kind: m.kind(), Draft: m.draft(), Number: m.d.CaseRef,
		Logo: m.logo(), LogoAlt: first(m.in.Profile.LogoText, fill(m.l.Logo, "name", m.in.Profile.Municipality))}
	if m.sits() {
		return h
	}
	to := linesOf(m.d.To)
	if len(to) == 0 && m.in.Kind.Form.Speaks != packs.FormBody {
		to = linesOf(m.d.Body)
	}
	if m.own() {
		h.Body, h.Fields = "", m.dissentFields(to)
		return h
	}
	var officers []string
	for _, p := range m.d.Officers {
		officers = append(officers, strings.Trim(p.Name+", "+p.Title, ", "))
	}
	h.Fields = []layout.Field{
		{Label: m.l.Officer, Lines: slices.DeleteFunc(officers, func(s string) bool { return s == "" })},
		{Label: m.l.To, Lines: to},
		{Label: m.l.Date, Lines: linesOf(string(m.d.Date)), Column: layout.MiddleColumn},
		{Label: m.l.CaseRef, Lines: linesOf(m.d.CaseRef), Column: layout.RightColumn},
		{Label: m.l.YourRef, Lines: linesOf(m.d.YourRef), Column: layout.RightColumn},
	}
	if m.in.Part == Protocol {
		h.Fields = slices.DeleteFunc(h.Fields, func(f layout.Field) bool { return f.Label == m.l.To || f.Label == m.l.YourRef })
		h.Fields[1].Lines = linesOf(first(string(m.in.Control.On), string(m.d.Date)))
	}
	return h
}

// kind is what the paper calls itself.
func (m *maker) kind() string {
	if m.in.Part == CostSheet {
		return m.annexTitle
	}
	if m.in.Part == Protocol {
		return m.control.Kind
	}
	return m.in.Kind.SV.Name
}

// draft is "Utkast 3, 2026-03-02"; empty for a final paper. A copy for the web says
// so instead.
func (m *maker) draft() string {
	final, n := m.d.Status == app.Final, strconv.Itoa(m.d.Draft)
	switch {
	case final:
		return m.copy()
	case m.in.Copy == app.WebCopy && m.d.Draft > 0:
		return fill(m.l.WebDraftNumbered, "n", n)
	case m.in.Copy == app.WebCopy:
		return m.l.WebDraft
	}
	s := m.l.Draft
	if m.d.Draft > 0 {
		s = fill(m.l.DraftNumbered, "n", n)
	}
	if m.d.Date != "" {
		s += ", " + string(m.d.Date)
	}
	return s
}

func (m *maker) meta() layout.Meta {
	status := m.l.Draft
	if m.d.Status == app.Final {
		status = m.l.Final
	}
	return layout.Meta{Title: m.title(), Author: strings.Trim(m.speaker()+", "+m.in.Profile.Municipality, ", "),
		Subject: strings.Trim(m.kind()+": "+m.in.Matter.Title, ": "), Reference: m.d.CaseRef, Status: status,
		Lang: "sv-SE", Date: first(string(m.d.Date), string(m.meeting().Date)), Creator: m.in.Creator, Rules: m.in.Rules, Copy: m.copy(), Plain: m.in.Profile.Look.Plain}
}

// add appends blocks under the heading that was set last.
func (m *maker) add(blocks ...layout.Block) {
	for _, b := range blocks {
		if b.Role == layout.Subheading && !m.headed {
			b.Role = layout.Heading // no level is skipped
		}
		if b.Role == layout.Heading {
			m.headed = true
		}
		m.out, m.places = append(m.out, b), append(m.places, m.place)
	}
}

// linesOf gives the lines of a field that say something.
func linesOf(s string) []string {
	var out []string
	for l := range strings.Lines(s) {
		if l = strings.TrimSpace(l); l != "" {
			out = append(out, l)
		}
	}
	return out
}

func first(ss ...string) string {
	for _, s := range ss {
		if says(s) {
			return strings.TrimSpace(s)
		}
	}
	return ""
}
