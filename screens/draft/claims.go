package draft

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"yttra/app"
	"yttra/screens/parts"
)

func (m *Model) claims(section int) []Item {
	var out []Item
	claims := m.state.Matter.Claims
	for i, c := range claims {
		form, _ := m.desk.Packs().Decisions.Form(c.Decision)
		out = append(out, Item{Kind: ClaimItem, Section: section, N: i, Text: c.Text, Decision: c.Decision, Lead: form.Reason, Reason: c.Reason, Last: i == len(claims)-1})
	}
	if len(claims) == 0 {
		out = append(out, Item{Kind: NoClaimsItem, Section: section})
	}
	return out
}

// proposal is what the claims' decisions lead to, numbered; only to be read.
func (p *page) proposal(i Item) fyne.CanvasObject {
	rows := []fyne.CanvasObject{parts.Text(p.words.T("draft.follows"), parts.TextHint, parts.Muted, parts.Bold),
		parts.NewPara(i.Text, parts.TextPage, parts.Ink, parts.Serif)}
	for n, point := range i.Points {
		text := parts.NewPara(point, parts.TextPage, parts.Ink, parts.Serif)
		if len(i.Points) == 1 {
			rows = append(rows, text)
			break
		}
		rows = append(rows, parts.RowTop(8, parts.Fixed(20, 0, parts.Text(strconv.Itoa(n+1)+".", parts.TextPage, parts.Muted, parts.Serif)), parts.Grow(text)))
	}
	return parts.Pad(6, 0, 0, 0, parts.Columns(12, []float32{3, 0}, parts.Rect(parts.Line, 3, 1, 1), parts.Column(5, rows...)))
}

func (p *page) noClaims(Item) fyne.CanvasObject {
	return parts.NewPara(p.words.T("draft.no_claims"), parts.TextSecond, parts.Muted, parts.Regular)
}

// claimCell is a claim with its decision. It changes in place, so that the
// choice and the field keep the focus while they are used.
type claimCell struct {
	p      claimParts
	item   Item
	box    *fyne.Container
	choice *parts.Choice
	reason *parts.Field
	lead   *parts.Label
	ask    *fyne.Container
	missed *fyne.Container
	rule   fyne.CanvasObject
}

// claimParts is what a claim cell needs of the page.
type claimParts struct {
	model *Model
	words wordsOf
}

func (c *claimCell) object() fyne.CanvasObject { return c.box }

func (c *claimCell) set(i Item) {
	if c.box != nil && sameCell(c.item, i) {
		return
	}
	if c.box == nil || c.item.Text != i.Text || c.item.N != i.N {
		c.build(i)
	}
	c.item = i
	c.choice.Set(c.options(), decisionAt(i.Decision))
	c.reason.SetText(i.Reason)
	c.lead.Set(i.Lead+" …", parts.Muted)
	c.ask.Hidden = i.Lead == ""
	c.missed.Hidden = i.Decision != app.Undecided
	c.rule.(*fyne.Container).Hidden = i.Last
	width := c.box.Size().Width
	if width > 0 {
		c.box.Layout.Layout(c.box.Objects, c.box.Size())
	}
}

func (c *claimCell) build(i Item) {
	w := c.p.words
	c.choice = parts.NewChoice(parts.ChoiceOptions{Options: c.options(), Chosen: decisionAt(i.Decision),
		Pick: func(n int) { c.p.model.Decide(c.item.N, app.Decisions[n]) }})
	c.reason = parts.NewField(parts.FieldOptions{Text: i.Reason, Ghost: w.T("draft.reason"), Lines: 2, Key: noNewLine,
		Changed: func(s string) { c.p.model.Reason(c.item.N, s) }})
	c.lead = parts.NewLabel("", parts.TextSecond, parts.Muted, parts.Regular)
	c.ask = parts.Column(3, c.lead, c.reason.Outer)
	c.missed = parts.Row(5, parts.Mark(parts.MarkSerious, 17, parts.Page), parts.Text(w.T("decision.choose"), parts.TextSecond, parts.Serious, parts.Bold))
	c.rule = container.NewStack(parts.HLine(parts.Line))
	body := parts.Column(8, parts.NewPara(i.Text, parts.TextPage, parts.Ink, parts.Serif), parts.Row(10, c.choice, c.missed), c.ask)
	number := parts.Fixed(18, 0, parts.Text(strconv.Itoa(i.N+1), parts.TextPage, parts.Muted, parts.Bold))
	c.box = parts.Column(0, parts.Pad(8, 0, 10, 0, parts.RowTop(10, number, parts.Grow(body))), c.rule)
}

// noNewLine keeps a reason one sentence: Enter does nothing.
func noNewLine(e *fyne.KeyEvent) bool { return e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter }

func (c *claimCell) height(width float32) float32 { return heightAt(c.box, width) }

func (c *claimCell) options() []parts.Option {
	var out []parts.Option
	for _, d := range app.Decisions {
		out = append(out, parts.Option{Text: c.p.words.T("decision." + string(d))})
	}
	return out
}

func decisionAt(d app.Decision) int {
	for i, o := range app.Decisions {
		if o == d {
			return i
		}
	}
	return -1
}

// focusClaim puts the keyboard on the first claim of a section that waits for a
// choice, else on its first.
func (p *page) focusClaim(section int) {
	var best *claimCell
	for _, item := range p.items {
		if item.Kind == ClaimItem && item.Section == section && (best == nil || item.Decision == app.Undecided && best.item.Decision != app.Undecided) {
			best = p.cell(item).(*claimCell)
		}
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(p.board); c != nil && best != nil {
		c.Focus(best.choice)
	}
}
