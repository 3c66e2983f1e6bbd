package reports

import (
	"strings"

	"yttra/app/packs"
	"yttra/reports/layout"
)

// own reports whether the paper belongs to those who sign it, as a reservation
// does: then neither the body nor its officers speak.
func (m *maker) own() bool { return m.in.Kind.Form.Speaks == packs.FormSignatories }

// signers names those who sign the document, each once.
func (m *maker) signers() []string {
	var out []string
	for _, p := range m.d.Signatories {
		if says(p.Name) {
			out = append(out, strings.TrimSpace(p.Name))
		}
	}
	return out
}

// decision is the day and number of the decision that a dissent is about:
// "2026-03-12, § 27".
func (m *maker) decision() string {
	if m.d.Meeting == nil {
		return ""
	}
	day, item := string(m.d.Meeting.Date), strings.TrimLeft(m.d.Meeting.Item, "§ \u00a0")
	if item != "" {
		item = "§\u00a0" + item
	}
	return strings.Trim(day+", "+item, ", ")
}

// dissentFields stand at the head of a paper of the signatories' own.
func (m *maker) dissentFields(to []string) []layout.Field {
	return []layout.Field{
		{Label: m.l.GivenBy, Lines: m.signers()},
		{Label: m.l.To, Lines: to},
		{Label: m.l.Date, Lines: linesOf(string(m.d.Date)), Column: layout.MiddleColumn},
		{Label: m.l.CaseRef, Lines: linesOf(m.d.CaseRef), Column: layout.RightColumn},
		{Label: m.l.Decision, Lines: linesOf(m.decision()), Column: layout.RightColumn},
	}
}
