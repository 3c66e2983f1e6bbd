package assess

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"yttra/screens/parts"
)

const (
	pointWidth  = 760
	pointHeight = 520
	pointRow    = 58
)

// pointer is the dialog in which the clerk points at the sentence that answers.
type pointer struct {
	v      *view
	all    []Candidate
	found  []Candidate
	list   *parts.List
	search *parts.Field
	none   *fyne.Container
	dialog *parts.Dialog
}

// point opens the dialog for the chosen criterion.
func (v *view) point() {
	c, ok := v.m.Chosen()
	if !ok {
		return
	}
	w := v.h.Words()
	p := &pointer{v: v, all: v.m.Candidates(), none: parts.Stack()}
	p.found = p.all
	p.list = parts.NewList(parts.ListOptions{Len: func() int { return len(p.found) }, Height: pointRow, Make: func() fyne.CanvasObject { return newSentenceRow() },
		Fill: p.fill, Chose: func(int) {}, Enter: func(int) { p.take() }})
	p.search = parts.NewField(parts.FieldOptions{Ghost: w.T("assess.point_ghost"), Icon: parts.IconSearch, Changed: p.sift, Submit: func(string) { p.take() }, Key: p.key})
	head := []fyne.CanvasObject{parts.NewPara(c.Question, parts.TextControl, parts.Ink, parts.Bold)}
	if c.Was != "" {
		head = append(head, parts.NewPara(w.T("assess.was")+": ”"+c.Was+"”", parts.TextSecond, parts.Muted, parts.Regular))
	}
	head = append(head, parts.NewPara(w.T("assess.point_text"), parts.TextSecond, parts.Muted, parts.Regular), p.search.Outer)
	body := parts.Dock(parts.Column(0, parts.Pad(12, 20, 10, 20, parts.Column(8, head...)), parts.HLine(parts.Line)), nil,
		parts.Fill(parts.Page, parts.Stack(p.list.Outer, p.none)))
	no := parts.NewButton(parts.ButtonOptions{Text: w.T("word.cancel"), Tap: func() { p.dialog.Close() }})
	yes := parts.NewButton(parts.ButtonOptions{Text: w.T("assess.point_yes"), Kind: parts.Primary, Tap: p.take})
	p.dialog = parts.ShowDialog(v.h.Window(), w, parts.DialogOptions{Title: w.T("assess.point_title"), Width: pointWidth, Height: pointHeight, Body: body,
		Buttons: []fyne.CanvasObject{no, yes}}, p.search.Entry)
	p.sift("")
}

// sift shows the sentences that have the words, the first of them chosen.
func (p *pointer) sift(text string) {
	p.found = having(p.all, text)
	at := -1
	p.none.Objects = nil
	if len(p.found) > 0 {
		at = 0
	} else {
		p.none.Objects = []fyne.CanvasObject{parts.Centre(parts.Text(p.v.h.Words().T("assess.point_none"), parts.TextControl, parts.Muted, parts.Regular))}
	}
	p.none.Refresh()
	p.list.Reset(at)
}

// key moves in the list from the field.
func (p *pointer) key(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyDown:
		p.list.Choose(min(p.list.At()+1, len(p.found)-1))
	case fyne.KeyUp:
		p.list.Choose(max(p.list.At()-1, 0))
	default:
		return false
	}
	return true
}

// take ties the judgement to the chosen sentence.
func (p *pointer) take() {
	i := p.list.At()
	if i < 0 || i >= len(p.found) {
		return
	}
	p.dialog.Close()
	p.v.m.Tie(p.found[i].Text)
	p.v.side.leave()
	p.v.draw()
	p.v.focus()
}

func (p *pointer) fill(o fyne.CanvasObject, i int, chosen, focused bool) {
	if r, ok := o.(*sentenceRow); ok {
		r.show(p.found[i], chosen, focused)
	}
}

// sentenceRow draws a sentence and the heading it stands under.
type sentenceRow struct {
	widget.BaseWidget
	back, bar, rule, ring *canvas.Rectangle
	text, section         *parts.Label
}

func newSentenceRow() *sentenceRow {
	r := &sentenceRow{back: parts.Rect(parts.Clear, 1, 1, 0), bar: parts.Rect(parts.Accent, 4, 1, 0), rule: parts.HLine(parts.Line), ring: parts.Frame(parts.Accent, 2, 4),
		text: parts.NewLabel("", parts.TextControl, parts.Ink, parts.Serif), section: parts.NewLabel("", parts.TextHint, parts.Muted, parts.Regular)}
	r.ExtendBaseWidget(r)
	return r
}

func (r *sentenceRow) show(c Candidate, chosen, focused bool) {
	r.back.FillColor = parts.Color(parts.Clear)
	if chosen {
		r.back.FillColor = parts.Color(parts.Soft)
	}
	r.bar.Hidden, r.ring.Hidden = !chosen, !chosen || !focused
	r.text.Set(c.Line, parts.Ink)
	r.section.Set(c.Section, parts.Muted)
	canvas.Refresh(r)
}

// MinSize is the row's height.
func (r *sentenceRow) MinSize() fyne.Size { return fyne.NewSize(200, pointRow) }

// CreateRenderer draws the row.
func (r *sentenceRow) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(&fyne.Container{Layout: sentenceLayout{}, Objects: []fyne.CanvasObject{r.back, r.bar, r.text, r.section, r.rule, r.ring}})
}

type sentenceLayout struct{}

func (sentenceLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, pointRow) }

func (sentenceLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	put(o[0], 0, 0, s.Width, s.Height)
	put(o[1], 0, 0, 4, s.Height-1)
	put(o[2], 18, 7, s.Width-36, 23)
	put(o[3], 18, 32, s.Width-36, 19)
	put(o[4], 0, s.Height-1, s.Width, 1)
	put(o[5], 1, 1, s.Width-2, s.Height-3)
}
