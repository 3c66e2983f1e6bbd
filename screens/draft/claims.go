package draft

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"yttra/app"
	"yttra/app/packs"
	"yttra/screens/parts"
)

// claims lists the claims, which stand first on the page.
func (m *Model) claims() []Item {
	var out []Item
	claims := m.state.Matter.Claims
	for i, c := range claims {
		form, _ := m.desk.Packs().Decisions.Form(c.Decision)
		out = append(out, Item{Kind: ClaimItem, Section: -1, N: i, Text: c.Text, Decision: c.Decision, Lead: form.Reason, Reason: form.Own(c.Reason), Last: i == len(claims)-1, Sourced: m.state.Matter.Motion != nil})
	}
	return out
}

// Decide sets the proposed decision of a claim.
func (m *Model) Decide(claim int, d app.Decision) {
	if m.state.Matter == nil || claim >= len(m.state.Matter.Claims) || m.state.Matter.Claims[claim].Decision == d {
		return
	}
	m.desk.Edit("", func(matter *app.Matter) { matter.Claims[claim].Decision = d })
}

// Reason sets the clerk's own words of a decision: why a claim is deemed
// answered, in what part it is granted. What the program writes before them is
// left out.
func (m *Model) Reason(claim int, reason string) {
	if m.state.Matter == nil || claim >= len(m.state.Matter.Claims) {
		return
	}
	form, _ := m.desk.Packs().Decisions.Form(m.state.Matter.Claims[claim].Decision)
	if reason = form.Own(reason); m.state.Matter.Claims[claim].Reason == reason {
		return
	}
	m.desk.Edit("reason:"+strconv.Itoa(claim), func(matter *app.Matter) { matter.Claims[claim].Reason = reason })
}

// claimOf is the claim that a finding speaks of; ok is false when it speaks of
// none. Such a finding is about the proposal and tells the claims apart by their
// numbers.
func (m *Model) claimOf(f app.Finding) (claim int, ok bool) {
	doc := m.state.Document()
	_, part, _ := strings.Cut(f.ID, "/")
	n, err := strconv.Atoi(part)
	if doc == nil || err != nil || n < 1 || n > len(m.state.Matter.Claims) || !f.Place.Span.Empty() {
		return 0, false
	}
	return n - 1, f.Place.Section == doc.Section(app.RoleProposal)
}

func (p *page) noClaims(Item) fyne.CanvasObject {
	return parts.NewPara(p.words.T("draft.no_claims"), parts.TextSecond, parts.Muted, parts.Regular)
}

// claimCell is a claim with its decision. It changes in place, so that the
// choice and the field keep the focus while they are used.
type claimCell struct {
	p       claimParts
	item    Item
	box     *fyne.Container
	choice  *parts.Choice
	reason  *parts.Field
	lead    *parts.Label
	ask     *fyne.Container
	missed  *fyne.Container
	follows *parts.Label // where the reasons of a plain yes or no stand
	rule    fyne.CanvasObject
}

// claimParts is what a claim cell needs of the page.
type claimParts struct {
	model *Model
	words wordsOf
	hears hears
}

func (c *claimCell) object() fyne.CanvasObject { return c.box }

func (c *claimCell) set(i Item) {
	if c.box != nil && sameCell(c.item, i) {
		return
	}
	if c.box == nil || c.item.Text != i.Text || c.item.N != i.N || c.item.Sourced != i.Sourced {
		c.build(i)
	}
	c.item = i
	c.choice.Set(c.options(), decisionAt(i.Decision))
	if form := (packs.DecisionForm{Reason: i.Lead}); form.Own(c.reason.Text()) != i.Reason { // what is being typed stays as it is typed
		c.reason.SetText(i.Reason)
	}
	c.lead.Set(i.Lead+" …", parts.Muted)
	c.ask.Hidden = i.Lead == ""
	c.missed.Hidden = i.Decision != app.Undecided
	c.follows.Hidden = i.Decision == app.Undecided || i.Lead != ""
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
		Changed: func(s string) { c.p.model.Reason(c.item.N, s) }, Left: c.tidy})
	c.lead = parts.NewLabel("", parts.TextSecond, parts.Muted, parts.Regular)
	c.ask = parts.Column(3, c.lead, c.reason.Outer)
	c.missed = parts.Row(5, parts.Mark(parts.MarkSerious, 17, parts.Page), parts.Text(w.T("decision.choose"), parts.TextSecond, parts.Serious, parts.Bold))
	c.follows = parts.NewLabel(w.T("draft.claim_follows"), parts.TextSecond, parts.Muted, parts.Regular)
	c.rule = container.NewStack(parts.HLine(parts.Line))
	said := fyne.CanvasObject(parts.NewPara(i.Text, parts.TextPage, parts.Ink, parts.Serif))
	if i.Sourced {
		said = parts.Column(2, said, parts.Pad(0, 0, 0, -4, parts.Left(parts.NewLink(w.T("original.claim"), func() { c.p.hears.originalWanted(c.item.N) }))))
	}
	body := parts.Column(8, said, parts.Row(10, c.choice, c.missed, parts.Grow(parts.Middle(c.follows))), c.ask)
	number := parts.Fixed(18, 0, parts.Text(strconv.Itoa(i.N+1), parts.TextPage, parts.Muted, parts.Bold))
	c.box = parts.Column(0, parts.Pad(8, 0, 10, 0, parts.RowTop(10, number, parts.Grow(body))), c.rule)
}

// tidy takes away, when the field is left, what the program writes before the
// reason anyway.
func (c *claimCell) tidy() {
	c.reason.SetText(packs.DecisionForm{Reason: c.item.Lead}.Own(c.reason.Text()))
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

// focusClaims puts the keyboard on the first claim that waits for a choice; when
// none does, on what follows from the choices in a section.
func (p *page) focusClaims(section int) {
	for _, item := range p.items {
		if item.Kind == ClaimItem && item.Decision == app.Undecided {
			p.focusClaim(item.N)
			return
		}
	}
	for _, item := range p.items {
		if c, ok := p.cell(item).(*foldCell); ok && item.Kind == ProposalItem && item.Section == section && c.fold != nil {
			p.focusOn(c.fold)
			return
		}
	}
	p.focusClaim(0)
}

// showClaim scrolls to a claim.
func (p *page) showClaim(claim int) {
	for i, item := range p.items {
		if item.Kind == ClaimItem && item.N == claim && i < len(p.places) {
			p.showItem(i)
		}
	}
}

// focusClaim puts the keyboard on a claim's choice and scrolls to it.
func (p *page) focusClaim(claim int) {
	p.showClaim(claim)
	for _, item := range p.items {
		if item.Kind == ClaimItem && item.N == claim {
			p.focusOn(p.cell(item).(*claimCell).choice)
		}
	}
}

func (p *page) focusOn(f fyne.Focusable) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(p.board); c != nil {
		c.Focus(f)
	}
}
