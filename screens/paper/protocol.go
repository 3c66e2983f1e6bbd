package paper

import (
	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/app/check"
	"yttra/reports"
	"yttra/screens/parts"
)

// Protocol takes what the protocol of the open document is made from: r is how it was
// checked, in Swedish as all paper is.
func (m *Model) Protocol(r check.Result) (File, error) {
	d := m.state.Document()
	if d == nil {
		return File{}, &app.Problem{Code: app.CodeNoDocument}
	}
	if m.copy == app.WebCopy {
		return File{}, &app.Problem{Code: app.CodeProtocolWeb}
	}
	in, err := m.input(d)
	in.Part, in.LineNumbers = reports.Protocol, 0
	in.Control = reports.Control{Criteria: r.Criteria, Findings: r.Findings, Silenced: r.Silenced, On: m.state.Today}
	return File{in, m.words}, err
}

// ProtocolName is what a protocol is called at first.
func (m *Model) ProtocolName() string {
	return slug(m.words.T("paper.protocol")+" "+m.reference()) + ".pdf"
}

// newProtocolBox saves how the text answers the criteria as a paper of its own.
func newProtocolBox(v *view) fyne.CanvasObject {
	t := v.h.Words().T
	return parts.Box(parts.Page, parts.Line, 4, parts.Pad(9, 10, 10, 14, parts.Column(4,
		parts.Row(8, parts.Text(t("paper.protocol"), parts.TextControl, parts.Ink, parts.Bold), parts.Grow(), parts.NewLink(t("paper.protocol_save"), v.exportProtocol)),
		parts.NewPara(t("paper.protocol_text"), parts.TextSecond, parts.Ink, parts.Regular))))
}

func (v *view) exportProtocol() {
	r, err := v.d.Swedish()
	var file File
	if err == nil {
		file, err = v.m.Protocol(r)
	}
	if err != nil {
		v.h.Problem(err)
		return
	}
	v.h.ChooseFile(parts.FileOptions{Purpose: "pdf", Title: v.h.Words().T("paper.protocol_title"), Save: true, Name: v.m.ProtocolName(), Endings: []string{".pdf"}, Kind: "PDF",
		Done: func(path string) { v.make(path, file, func(reports.Proof, error) {}) }})
}
