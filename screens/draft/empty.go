package draft

import (
	"slices"

	"fyne.io/fyne/v2"

	"yttra/screens/parts"
)

// emptyKind is why there is nothing to write in.
type emptyKind int

const (
	notEmpty emptyKind = iota
	noMatter
	noDocument
)

func (v *view) emptyNow() emptyKind {
	switch s := v.model.State(); {
	case s.Matter == nil:
		return noMatter
	case s.Document() == nil:
		return noDocument
	}
	return notEmpty
}

// showEmpty shows or takes away what stands where there is no document: what is
// missing and the ways to get it.
func (v *view) showEmpty() {
	now := v.emptyNow()
	if now == v.shown {
		return
	}
	v.shown = now
	v.empty.Objects = nil
	switch now {
	case noMatter:
		v.empty.Objects = []fyne.CanvasObject{parts.Fill(parts.Page, parts.Empty(parts.IconMatters, v.words.T("draft.no_matter"), v.words.T("draft.no_matter_text"),
			parts.NewButton(parts.ButtonOptions{Text: v.words.T("draft.choose_matter"), Kind: parts.Primary, Tap: v.orders.matterWanted})))}
	case noDocument:
		v.empty.Objects = []fyne.CanvasObject{parts.Fill(parts.Page, parts.Empty(parts.IconDraft, v.words.T("draft.no_document"), v.words.T("draft.no_document_text"), v.kindButtons()))}
	}
	v.outer.Refresh()
}

// kindsInRow is how many kinds are offered side by side.
const kindsInRow = 3

// kindButtons offers the kinds that are drafted here, in rows; the first is the
// primary.
func (v *view) kindButtons() fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, k := range v.model.Kinds() {
		kind := parts.Plain
		if len(out) == 0 {
			kind = parts.Primary
		}
		out = append(out, parts.NewButton(parts.ButtonOptions{Text: k.Name, Icon: parts.IconPlus, Kind: kind, Tap: func() { v.orders.documentWanted(k.ID) }}))
	}
	var rows []fyne.CanvasObject
	for row := range slices.Chunk(out, kindsInRow) {
		rows = append(rows, parts.Centre(parts.Row(8, row...)))
	}
	return parts.Column(8, rows...)
}
