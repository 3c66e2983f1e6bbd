package draft

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"yttra/app"
	"yttra/screens/parts"
)

// cell is a thing on the page that is not a block: a heading, guidance, a claim.
type cell interface {
	object() fyne.CanvasObject
	set(Item)
	height(width float32) float32
}

func (p *page) newCell(k ItemKind) cell {
	switch k {
	case ClaimItem:
		return &claimCell{p: claimParts{model: p.model, words: p.words}}
	case GuideItem:
		return &plainCell{draw: p.guide}
	case ProposalItem:
		return &plainCell{draw: p.proposal}
	case NoClaimsItem:
		return &plainCell{draw: p.noClaims}
	}
	return &plainCell{draw: heading}
}

// plainCell is drawn anew whenever its item is another.
type plainCell struct {
	draw func(Item) fyne.CanvasObject
	item *Item
	box  *fyne.Container
}

func (c *plainCell) object() fyne.CanvasObject { return c.box }

func (c *plainCell) set(i Item) {
	if c.item != nil && sameCell(*c.item, i) {
		return
	}
	c.item = &i
	if c.box == nil {
		c.box = parts.Stack(c.draw(i))
		return
	}
	c.box.Objects[0] = c.draw(i)
	c.box.Objects[0].Resize(c.box.Size())
	c.box.Refresh()
}

func (c *plainCell) height(width float32) float32 { return heightAt(c.box, width) }

// sameCell tells whether two items that are not blocks are drawn alike.
func sameCell(a, b Item) bool {
	return a.Kind == b.Kind && a.Section == b.Section && a.N == b.N && a.Text == b.Text && a.Level == b.Level && a.Folded == b.Folded &&
		a.Decision == b.Decision && a.Lead == b.Lead && a.Reason == b.Reason && a.Last == b.Last &&
		strings.Join(a.Phrases, "\x00") == strings.Join(b.Phrases, "\x00") && strings.Join(a.Points, "\x00") == strings.Join(b.Points, "\x00")
}

// heightAt gives an object a width and asks how tall it became.
func heightAt(o fyne.CanvasObject, width float32) float32 {
	if o.Size().Width != width {
		o.Resize(fyne.NewSize(width, o.MinSize().Height))
	}
	return o.MinSize().Height
}

func heading(i Item) fyne.CanvasObject {
	switch i.Level {
	case 0: // not printed
		return parts.NewLabel(i.Text, parts.TextHint, parts.Muted, parts.Bold)
	case 3:
		return parts.NewPara(i.Text, parts.TextPage, parts.Ink, parts.Bold)
	}
	return parts.NewPara(i.Text, parts.TextSection, parts.Ink, parts.Bold)
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
