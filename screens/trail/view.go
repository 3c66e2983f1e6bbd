package trail

import (
	"context"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/app/audit"
	"yttra/i18n"
	"yttra/screens/parts"
)

// Options are what the dialog needs of the window.
type Options struct {
	Trail   app.Trail
	Tell    audit.Teller
	Matter  string // the open one; empty: none is
	Only    bool   // its events alone, to begin with
	Profile app.Profile
	Creator string
	Now     func() time.Time
	Help    func()
	Told    func(path string) // a file has been written
}

// view is the dialog.
type view struct {
	m *Model
	h parts.Host
	o Options

	box        *parts.Dialog
	list       *parts.List
	who, sort  *parts.Dropdown
	from, to   *parts.Field
	stands     *fyne.Container
	detail     *fyne.Container
	empty      *parts.Label
	reading    bool
	csv, paper *parts.Press
}

// Show opens the dialog, reads the latest events and then looks through the chain.
func Show(h parts.Host, o Options) {
	v := &view{m: NewModel(o), h: h, o: o, stands: parts.Column(0), detail: parts.Column(0)}
	t := h.Words().T
	v.list = parts.NewList(parts.ListOptions{Len: v.m.Len, Height: rowHeight, Make: func() fyne.CanvasObject { return newRow() }, Fill: v.fill,
		Chose: func(int) { v.drawDetail() }})
	v.list.Outer.Resize(fyne.NewSize(1, 1))
	v.empty = parts.NewLabel(t("trail.reading"), parts.TextControl, parts.Muted, parts.Regular)
	v.csv = parts.NewButton(parts.ButtonOptions{Text: t("trail.save.csv"), Tap: v.saveCSV})
	v.paper = parts.NewButton(parts.ButtonOptions{Text: t("trail.save.pdf"), Tap: v.savePDF})
	shut := parts.NewButton(parts.ButtonOptions{Text: t("word.close"), Kind: parts.Primary, Tap: func() { v.box.Dismiss() }})
	middle := parts.Stack(parts.Rect(parts.Page, 1, 1, 0), v.list.Outer, parts.Centre(v.empty))
	foot := parts.Column(0, parts.HLine(parts.Line), parts.Fixed(0, detailHeight, parts.Pad(9, 20, 9, 20, v.detail)))
	body := parts.Dock(parts.Column(0, v.stands, v.filters(), parts.HLine(parts.Line)), foot, middle)
	v.drawStands()
	v.drawDetail()
	v.box = parts.ShowDialog(h.Window(), h.Words(), parts.DialogOptions{Title: t("trail.title"), Width: 1020, Height: 660, Body: body, Help: o.Help,
		Left: []fyne.CanvasObject{v.csv, v.paper}, Buttons: []fyne.CanvasObject{shut}}, v.list)
	v.read(true, v.verify)
}

// filters chooses whose, who, what and when.
func (v *view) filters() fyne.CanvasObject {
	t := v.h.Words().T
	pick := func(take func(int)) func(int) {
		return func(i int) {
			take(i)
			v.read(true, nil)
		}
	}
	drop := func(width float32, of func() ([]string, int), take func(int)) *parts.Dropdown {
		names, chosen := of()
		return parts.NewDropdown(parts.DropdownOptions{Options: names, Chosen: chosen, Width: width, Pick: pick(take)})
	}
	whose := drop(232, v.m.Whose, v.m.pickWhose)
	v.who = drop(180, v.m.People, v.m.pickWho)
	v.sort = drop(204, v.m.Sorts, v.m.pickSort)
	day := func(last bool) *parts.Field {
		var f *parts.Field
		f = parts.NewField(parts.FieldOptions{Ghost: t("trail.day"), Width: 124, Changed: func(s string) { v.pickDay(f, last, s) }})
		return f
	}
	v.from, v.to = day(false), day(true)
	word := func(key string) fyne.CanvasObject {
		return parts.Text(t(key), parts.TextSecond, parts.Muted, parts.Regular)
	}
	days := parts.RowTop(8, parts.Pad(8, 0, 0, 0, word("trail.from")), v.from.Outer, parts.Pad(8, 0, 0, 0, word("trail.to")), v.to.Outer)
	return parts.Pad(10, 20, 10, 20, parts.Flow(8, whose, v.who, v.sort, days)) // the days go below in a narrow window
}

// pickDay takes a day when it is one; while it is being typed nothing is read.
func (v *view) pickDay(f *parts.Field, last bool, typed string) {
	typed = strings.TrimSpace(typed)
	if !v.m.pickDay(last, typed) {
		fault := ""
		if len(typed) >= len(time.DateOnly) {
			fault = v.h.Words().T("form.fault_day")
		}
		f.Fault(fault)
		return
	}
	f.Fault("")
	v.h.After("trail.day", 250, func() { v.read(true, nil) })
}

// read reads a page away from the window's thread: the latest, or the one after what
// is there. What was chosen meanwhile is read by the next call.
func (v *view) read(anew bool, then func()) {
	before := v.m.next()
	if anew {
		before = 0
	} else if before == 0 || v.reading {
		return
	}
	v.reading = true
	f, trail := v.m.filter(), v.o.Trail
	var events []app.Event
	v.h.Work(v.h.Words().T("trail.reading"), func(context.Context, func(int, int)) (err error) {
		events, err = read(trail, f, before)
		return err
	}, func(err error) {
		v.reading = false
		if err != nil {
			v.h.Problem(err)
			return
		}
		v.m.take(events, anew)
		v.draw(anew)
		if then != nil {
			then()
		}
	})
}

// verify looks through the chain, and says what it found.
func (v *view) verify() {
	var c app.TrailCheck
	trail := v.o.Trail
	v.h.Work(v.h.Words().T("trail.checking"), func(_ context.Context, step func(int, int)) (err error) {
		c, err = trail.CheckTrail(nil, step)
		return err
	}, func(err error) {
		if err != nil {
			v.h.Problem(err)
			return
		}
		v.m.Verified(c)
		names, chosen := v.m.People()
		v.who.Set(names, chosen)
		v.drawStands()
		v.box.Relayout()
	})
}

// draw shows what was read.
func (v *view) draw(anew bool) {
	at := v.list.At()
	if anew {
		at = min(0, v.m.Len()-1)
	}
	v.list.Reset(at)
	if anew {
		v.list.ScrollToTop()
	}
	none := ""
	if v.m.Len() == 0 {
		none = v.h.Words().T("trail.none")
	}
	v.empty.Set(none, parts.Muted)
	v.drawDetail()
}

// drawStands says whether the chain holds: quietly when it does.
func (v *view) drawStands() {
	whole, head, breaks := v.m.Stands()
	ground, mark, edge := parts.OKSoft, parts.MarkMet, parts.OK
	switch {
	case !v.m.checked:
		ground, mark, edge = parts.Fog, parts.MarkPending, parts.Line
	case !whole:
		ground, mark, edge = parts.StopSoft, parts.MarkBlocking, parts.Stop
	}
	said := []fyne.CanvasObject{parts.NewPara(head, parts.TextControl, parts.Ink, parts.Bold)}
	for _, b := range breaks {
		said = append(said, parts.NewPara(b, parts.TextSecond, parts.Ink, parts.Regular))
	}
	row := parts.RowTop(10, parts.Mark(mark, 18, ground), parts.Grow(parts.Column(2, said...)))
	v.stands.Objects = []fyne.CanvasObject{parts.Fill(ground, parts.Columns(0, []float32{4, 0}, parts.Rect(edge, 4, 1, 0), parts.Pad(8, 16, 8, 16, row)))}
	v.stands.Refresh()
}

// detailHeight is room for five lines about the chosen event.
const detailHeight = 118

// drawDetail tells all of the chosen event.
func (v *view) drawDetail() {
	v.detail.Objects = nil
	if i := v.list.At(); i >= 0 && i < v.m.Len() {
		l := v.m.Line(i)
		t := v.h.Words().T
		when := strings.TrimSuffix(strings.Join([]string{l.At.Format(time.DateTime), l.Who, l.Matter}, " · "), " · ")
		said := append([]string{when}, l.Said...)
		if l.Sum != "" {
			said = append(said, t("trail.sum", i18n.Vars{"Sum": l.Sum}))
		}
		said = append(said, t("trail.chained", i18n.Vars{"N": l.Number, "Sum": v.m.Hash(i)}))
		v.detail.Add(parts.NewPara(l.What, parts.TextControl, parts.Ink, parts.Bold))
		v.detail.Add(parts.NewPara(strings.Join(said, "\n"), parts.TextSecond, parts.Muted, parts.Regular))
	}
	v.detail.Refresh()
}
