package draft

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/screens/parts"
)

// roomForPoints is how many letters of a proposal stand open without being asked
// for.
const roomForPoints = 320

// proposal is what follows from the claims' decisions, in its section; folded to
// a line when it is long.
func (m *Model) proposal(section int) Item {
	if len(m.state.Matter.Claims) == 0 {
		return Item{Kind: NoClaimsItem, Section: section}
	}
	p := m.state.Proposal
	folded, chosen := m.folded[foldedPoints]
	if !chosen {
		folded = len(strings.Join(p.Points, " ")) > roomForPoints
	}
	return Item{Kind: ProposalItem, Section: section, Text: p.Lead, Points: p.Points, Waiting: m.state.Matter.Undecided(), Folded: folded}
}

// foldedPoints is the name under which the proposal's fold is remembered; no
// role has a space.
const foldedPoints = app.RoleProposal + " points"

// proposal draws it, numbered; only to be read.
func (p *page) proposal(i Item) (fyne.CanvasObject, *parts.Press) {
	head := []fyne.CanvasObject{parts.Text(p.words.T("draft.follows"), parts.TextHint, parts.Muted, parts.Bold)}
	if i.Waiting > 0 {
		head = append(head, parts.Mark(parts.MarkSerious, 16, parts.Page), parts.Text(p.words.N("draft.waiting", i.Waiting), parts.TextHint, parts.Serious, parts.Bold))
	}
	change := parts.NewLink(p.words.T("draft.to_claims"), func() { p.focusClaim(p.firstToDecide()) })
	head = append(head, parts.Grow(), change)
	fold := change
	if len(strings.Join(i.Points, " ")) > roomForPoints {
		word := "draft.hide"
		if i.Folded {
			word = "draft.show"
		}
		fold = parts.NewLink(p.words.T(word), func() { p.refold(i, foldedPoints) })
		head = append(head, fold)
	}
	rows := []fyne.CanvasObject{parts.Row(8, head...)}
	switch {
	case len(i.Points) == 0:
	case i.Folded:
		rows = append(rows, parts.NewLabel(strings.Join(i.Points, " "), parts.TextPage, parts.Ink, parts.Serif))
	default:
		rows = append(rows, parts.NewPara(i.Text, parts.TextPage, parts.Ink, parts.Serif))
		rows = append(rows, numbered(i.Points)...)
	}
	return parts.Pad(6, 0, 0, 0, parts.Columns(12, []float32{3, 0}, parts.Rect(parts.Line, 3, 1, 1), parts.Column(5, rows...))), fold
}

// numbered sets points under each other; one point alone has no number.
func numbered(points []string) []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for n, point := range points {
		text := fyne.CanvasObject(parts.NewPara(point, parts.TextPage, parts.Ink, parts.Serif))
		if len(points) > 1 {
			text = parts.RowTop(8, parts.Fixed(20, 0, parts.Text(strconv.Itoa(n+1)+".", parts.TextPage, parts.Muted, parts.Serif)), parts.Grow(text))
		}
		rows = append(rows, text)
	}
	return rows
}

// firstToDecide is the first claim that waits for a choice, else the first.
func (p *page) firstToDecide() int {
	for _, item := range p.items {
		if item.Kind == ClaimItem && item.Decision == app.Undecided {
			return item.N
		}
	}
	return 0
}
