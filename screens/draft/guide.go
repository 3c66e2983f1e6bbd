package draft

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/screens/parts"
)

// economyRole is the section that can be drafted from the estimate.
const economyRole = "economy"

// guide is the guidance of a section. It is folded when something is written
// there already, until the person says otherwise.
func (m *Model) guide(section int) (Item, bool) {
	if m.state.Kind == nil {
		return Item{}, false
	}
	role := m.state.Document().Sections[section].Role
	k, ok := m.state.Kind.Section(role)
	words := k.SV
	if m.words.Lang() == "en" {
		words = k.EN
	}
	if !ok || words.Guidance == "" && len(k.SV.Phrases) == 0 {
		return Item{}, false
	}
	folded, chosen := m.folded[role]
	if !chosen { // once open it stays so while one writes under it
		folded = strings.TrimSpace(m.text(section)) != "" && !m.begun[role]
		m.begun[role] = m.begun[role] || !folded
	}
	return Item{Kind: GuideItem, Section: section, Text: words.Guidance, Folded: folded, Phrases: k.SV.Phrases, Examples: len(m.Examples(section)) > 0,
		Drafts: role == economyRole && len(m.state.Matter.Estimate.Lines) > 0}, true
}

// Phrases are the standard phrases of a section, with what the matter knows
// filled in.
func (m *Model) Phrases(section int) []string {
	doc := m.state.Document()
	if doc == nil || m.state.Kind == nil || section < 0 || section >= len(doc.Sections) {
		return nil
	}
	k, _ := m.state.Kind.Section(doc.Sections[section].Role)
	var out []string
	for _, s := range k.SV.Phrases {
		out = append(out, m.desk.Packs().Phrase(s, m.state.Matter, doc))
	}
	return out
}

// Example is a text that answers a criterion.
type Example struct{ Title, Question, Text string }

// Examples gives, for each criterion of this document that is answered in a
// section, a text that answers it.
func (m *Model) Examples(section int) []Example {
	doc := m.state.Document()
	if doc == nil || section < 0 || section >= len(doc.Sections) {
		return nil
	}
	var out []Example
	for _, c := range m.state.Criteria {
		r, ok := m.desk.Packs().Rule(c.ID)
		if !ok || m.home(r.Section) != section {
			continue
		}
		for _, e := range r.Examples {
			if e.State == app.Indicated {
				out = append(out, Example{Title: c.Title, Question: c.Question, Text: e.Text})
				break
			}
		}
	}
	return out
}

// home is the section where a role's answers are written; see app/check.
func (m *Model) home(role string) int {
	if i := m.state.Document().Section(role); i >= 0 {
		return i
	}
	return m.state.Document().Section(app.RoleAssessment)
}

// guide draws the guidance of a section, whole or folded to a line.
func (p *page) guide(i Item) (fyne.CanvasObject, *parts.Press) {
	role := p.model.state.Document().Sections[i.Section].Role
	word := "draft.hide"
	if i.Folded {
		word = "draft.show"
	}
	fold := parts.NewLink(p.words.T(word), func() { p.refold(i, role) })
	head := []fyne.CanvasObject{parts.Icon(parts.IconBook, 20, parts.Muted, parts.Fog), parts.Text(p.words.T("draft.guidance"), parts.TextControl, parts.Ink, parts.Bold)}
	if i.Folded {
		row := parts.Row(8, append(head, parts.Grow(parts.Middle(parts.NewLabel(i.Text, parts.TextSecond, parts.Muted, parts.Regular))), fold)...)
		return parts.Box(parts.Fog, parts.Clear, 4, parts.Pad(4, 8, 5, 12, row)), fold
	}
	body := []fyne.CanvasObject{parts.Row(8, append(head, parts.Grow(), fold)...)}
	if i.Text != "" {
		body = append(body, parts.NewPara(i.Text, parts.TextControl, parts.Ink, parts.Regular))
	}
	var links []fyne.CanvasObject
	if len(i.Phrases) > 0 {
		links = append(links, parts.NewButton(parts.ButtonOptions{Text: p.words.T("draft.phrase"), Icon: parts.IconPlus, Kind: parts.Quiet, Tap: func() { p.hears.phraseWanted(i.Section) }}))
	}
	if i.Examples {
		links = append(links, parts.NewButton(parts.ButtonOptions{Text: p.words.T("draft.example"), Kind: parts.Quiet, Tap: func() { p.hears.examplesWanted(i.Section) }}))
	}
	if i.Drafts {
		links = append(links, parts.NewButton(parts.ButtonOptions{Text: p.words.T("draft.from_estimate"), Icon: parts.IconPlus, Kind: parts.Quiet, Tap: func() { p.hears.economyWanted(i.Section) }}))
	}
	if len(links) > 0 {
		body = append(body, parts.Row(8, links...))
	}
	return parts.Box(parts.Fog, parts.Clear, 4, parts.Pad(6, 8, 7, 12, parts.Column(5, body...))), fold
}

// foldCell is a thing on the page that folds to a line. What folds it is drawn
// anew with it.
type foldCell struct {
	plainCell
	fold *parts.Press
}

func newFoldCell(draw func(Item) (fyne.CanvasObject, *parts.Press)) *foldCell {
	c := &foldCell{}
	c.draw = func(i Item) fyne.CanvasObject {
		o, fold := draw(i)
		c.fold = fold
		return o
	}
	return c
}

// refold folds or unfolds and keeps the keyboard on what did it.
func (p *page) refold(i Item, name string) {
	p.model.Fold(name, !i.Folded)
	p.hears.foldChanged()
	k := slices.IndexFunc(p.items, func(o Item) bool { return o.Kind == i.Kind && o.Section == i.Section })
	if k < 0 {
		return
	}
	if c, ok := p.cell(p.items[k]).(*foldCell); ok {
		p.focusOn(c.fold)
	}
}
