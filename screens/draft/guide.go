package draft

import (
	"strings"

	"fyne.io/fyne/v2"

	"yttra/screens/parts"
)

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
	return Item{Kind: GuideItem, Section: section, Text: words.Guidance, Folded: folded, Phrases: k.SV.Phrases}, true
}

// guide is the guidance of a section, whole or folded to a line.
func (p *page) guide(i Item) fyne.CanvasObject {
	role := p.model.state.Document().Sections[i.Section].Role
	word := "draft.hide"
	if i.Folded {
		word = "draft.show"
	}
	fold := parts.NewLink(p.words.T(word), func() {
		p.model.Fold(role, !i.Folded)
		p.hears.foldChanged()
	})
	head := []fyne.CanvasObject{parts.Icon(parts.IconBook, 20, parts.Muted, parts.Fog), parts.Text(p.words.T("draft.guidance"), parts.TextControl, parts.Ink, parts.Bold)}
	if i.Folded {
		row := parts.Row(8, append(head, parts.Grow(parts.Middle(parts.NewLabel(i.Text, parts.TextSecond, parts.Muted, parts.Regular))), fold)...)
		return parts.Box(parts.Fog, parts.Clear, 4, parts.Pad(4, 8, 5, 12, row))
	}
	body := []fyne.CanvasObject{parts.Row(8, append(head, parts.Grow(), fold)...)}
	if i.Text != "" {
		body = append(body, parts.NewPara(i.Text, parts.TextControl, parts.Ink, parts.Regular))
	}
	if len(i.Phrases) > 0 {
		body = append(body, parts.Row(0, p.phraseButton(i.Section)))
	}
	return parts.Box(parts.Fog, parts.Clear, 4, parts.Pad(6, 8, 7, 12, parts.Column(5, body...)))
}

func (p *page) phraseButton(section int) fyne.CanvasObject {
	var button *parts.Press
	button = parts.NewButton(parts.ButtonOptions{Text: p.words.T("draft.phrase"), Icon: parts.IconPlus, Kind: parts.Quiet,
		Tap: func() { p.hears.phraseWanted(section, button) }})
	return button
}
