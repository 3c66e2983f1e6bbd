package reports

import "yttra/reports/layout"

// attestTitle is how wide the titles are in the table of those who have approved,
// in mm: names and days share the rest.
const attestTitle = 56.4

// attest is the table of those who have approved the paper in the municipality's
// own system.
func (m *maker) attest() {
	if !m.in.Kind.Form.Attest {
		return
	}
	t := layout.Table{Label: m.l.Attested, Caption: layout.Plain(m.l.AttestedText), Columns: []layout.TableColumn{
		{Head: layout.Plain(m.l.PersonName)}, {Head: layout.Plain(m.l.PersonTitle), Width: attestTitle}, {Head: layout.Plain(m.l.Date), Right: true}}}
	for _, a := range m.d.Attested {
		if says(a.Name) {
			t.Rows = append(t.Rows, layout.TableRow{Cells: [][]layout.Run{layout.Plain(a.Name), layout.Plain(a.Title), layout.Plain(string(a.On))}})
		}
	}
	if len(t.Rows) == 0 {
		return
	}
	m.place = m.l.Attested
	m.add(layout.Block{Role: layout.TableBlock, Table: t})
}
