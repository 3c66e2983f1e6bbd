package draft

import (
	"strings"

	"yttra/app"
)

// UnitRun is units From..To of a section, counted from 0.
type UnitRun struct{ Section, From, To int }

// TextOf is what units say, as it is written: Markdown, which other programs show
// as plain text.
func (m *Model) TextOf(runs []UnitRun) string {
	var out []string
	for _, r := range runs {
		text := m.text(r.Section)
		units := m.units(text)
		if s := text[units[r.From].span.Start:units[r.To].span.End]; strings.TrimSpace(s) != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, gap)
}

// RemoveUnits takes units away, in one step to undo. With empty, an empty
// paragraph stays in the first one's place, for what is typed next.
func (m *Model) RemoveUnits(runs []UnitRun, empty bool) {
	if m.state.Document() == nil || len(runs) == 0 {
		return
	}
	texts, caret := map[int]string{}, Caret{}
	for i, r := range runs {
		text := m.text(r.Section)
		units := m.units(text)
		if r.From < 0 || r.To >= len(units) || r.From > r.To {
			return
		}
		var with []string
		if empty && i == 0 {
			with = []string{""}
		}
		out, at := splice(text, units, r.From, r.To, with...)
		texts[r.Section] = out
		if i > 0 {
			continue
		}
		caret = Caret{r.Section, min(units[r.From].span.Start, len(out))}
		if len(at) > 0 {
			caret.At = at[0]
		}
	}
	caret.At = m.settle(texts[caret.Section], caret.At)
	m.caret, m.inText, m.look, m.own = caret, true, -1, true
	m.desk.Edit("", func(matter *app.Matter) {
		for section, text := range texts {
			matter.Documents[m.state.Doc].Sections[section].Text = text
		}
	})
	m.own = false
	m.run.number++
}

// RestyleRuns is Restyle over blocks selected as wholes.
func (m *Model) RestyleRuns(runs []UnitRun, s Style) {
	for _, r := range runs {
		m.Restyle(r.Section, r.From, r.To, s)
	}
}
