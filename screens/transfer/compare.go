package transfer

import (
	"context"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/app/archive"
	"yttra/app/compare"
	"yttra/i18n"
	"yttra/screens/parts"
)

// beside is the dialog with a matter as it is here and as it is in the archive, part by
// part, and a choice for each.
type beside struct {
	v      *importing
	item   *archive.Item
	mine   *app.Matter
	theirs *app.Matter
	diff   compare.Result
	parts  []archive.Part
	chosen []bool
	picks  []*parts.Choice
	dialog *parts.Dialog
}

// compare opens what differs in the matter that is looked at.
func (v *importing) compare() {
	x := v.m.chosen()
	if x == nil || x.State != archive.Differs {
		return
	}
	b := &beside{v: v, item: x}
	v.h.Work(v.h.Words().T("transfer.comparing"), func(context.Context, func(int, int)) (err error) {
		if b.theirs, _, err = v.m.a.Read(x); err != nil {
			return err
		}
		if b.mine, _, err = v.o.Store.Load(x.Here.ID); err != nil {
			return err
		}
		b.diff = archive.Compare(v.o.Desk.Packs(), b.mine, b.theirs)
		return nil
	}, func(err error) {
		if err != nil {
			refused(v.h, err)
			return
		}
		b.show()
	})
}

func (b *beside) show() {
	w := b.v.h.Words()
	b.parts = archive.PartsOf(b.diff)
	b.chosen = make([]bool, len(b.parts))
	for i := range b.chosen {
		b.chosen[i] = b.item.Take == archive.Theirs || b.item.Take == archive.Parts && i < len(b.item.Chosen) && b.item.Chosen[i]
	}
	heads := parts.Fill(parts.Panel, parts.Pad(8, 20, 8, 20, halves(parts.Text(w.T("transfer.here"), parts.TextSecond, parts.Ink, parts.Bold), parts.Text(w.T("transfer.there"), parts.TextSecond, parts.Ink, parts.Bold))))
	var rows []fyne.CanvasObject
	for i, p := range b.parts {
		rows = append(rows, b.part(i, p))
	}
	if len(rows) == 0 {
		rows = append(rows, para(w.T("transfer.only_identity")))
	}
	list := parts.NewScroll(parts.Pad(14, 20, 20, 20, parts.Column(16, rows...)))
	top := parts.Column(0, parts.Pad(10, 20, 8, 20, note(w.T("transfer.compare_text"))), heads, parts.HLine(parts.Line))
	all := func(theirs bool) func() {
		return func() {
			for i, c := range b.picks {
				b.chosen[i] = theirs
				c.Set(b.options(), pickOf(theirs))
			}
		}
	}
	done := parts.NewButton(parts.ButtonOptions{Text: w.T("transfer.compare_done"), Kind: parts.Primary, Tap: b.done})
	var first fyne.Focusable = done
	if len(b.picks) > 0 {
		first = b.picks[0]
	}
	b.dialog = parts.ShowDialog(b.v.h.Window(), w, parts.DialogOptions{Title: b.item.Title, Width: 1100, Height: 740, Body: parts.Dock(top, nil, parts.Fill(parts.Bench, list.Outer)),
		Left:    []fyne.CanvasObject{parts.NewLink(w.T("transfer.all_mine"), all(false)), parts.NewLink(w.T("transfer.all_theirs"), all(true))},
		Buttons: []fyne.CanvasObject{parts.NewButton(parts.ButtonOptions{Text: w.T("word.cancel"), Tap: func() { b.dialog.Close() }}), done}}, first)
}

// done takes the choice to the list.
func (b *beside) done() {
	some, every := false, true
	for _, on := range b.chosen {
		some, every = some || on, every && on
	}
	b.item.Chosen = b.chosen
	switch {
	case !some:
		b.item.Take = archive.Leave
	case every:
		b.item.Take = archive.Theirs
	default:
		b.item.Take = archive.Parts
	}
	b.dialog.Close()
	b.v.draw()
}

func (b *beside) options() []parts.Option {
	w := b.v.h.Words()
	return []parts.Option{{Text: w.T("transfer.keep_mine")}, {Text: w.T("transfer.take_theirs")}}
}

func pickOf(theirs bool) int {
	if theirs {
		return 1
	}
	return 0
}

// part is one thing that differs: its name, the choice, and both sides.
func (b *beside) part(i int, p archive.Part) fyne.CanvasObject {
	pick := parts.NewChoice(parts.ChoiceOptions{Options: b.options(), Chosen: pickOf(b.chosen[i]), Pick: func(at int) { b.chosen[i] = at == 1 }})
	b.picks = append(b.picks, pick)
	left, right := b.sides(p)
	head := parts.Row(12, parts.Grow(parts.NewLabel(b.name(p), parts.TextControl, parts.Ink, parts.Bold)), pick)
	return parts.Column(6, head, halves(page(left), page(right)))
}

// name is what a part is called, after its document.
func (b *beside) name(p archive.Part) string {
	w := b.v.h.Words()
	if p.Document < 0 {
		return w.T("transfer.part_facts")
	}
	d := b.diff.Documents[p.Document]
	kind := ""
	if d.New >= 0 {
		kind = b.theirs.Documents[d.New].Kind
	} else {
		kind = b.mine.Documents[d.Old].Kind
	}
	vars := i18n.Vars{"Kind": b.v.o.Kind(kind)}
	switch {
	case p.Section >= 0:
		vars["Section"] = heading(d.Sections[p.Section], w)
		return w.T("transfer.part_section", vars)
	case p.Op == compare.Added:
		return w.T("transfer.part_added", vars)
	case p.Op == compare.Removed:
		return w.T("transfer.part_removed", vars)
	}
	return w.T("transfer.part_around", vars)
}

// heading is what a section is called there, or here.
func heading(s compare.Section, w i18n.Words) string {
	var here, there string
	for _, e := range s.Heading {
		here, there = here+e.Old, there+e.New
	}
	if there == "" {
		there = here
	}
	if there == "" {
		return w.T("versions.no_heading")
	}
	return there
}

// halves sets two things beside each other, each with as much room.
func halves(a, b fyne.CanvasObject) fyne.CanvasObject {
	return parts.RowTop(14, parts.Grow(a), parts.Grow(b))
}

// page is one side of a part.
func page(all []fyne.CanvasObject) fyne.CanvasObject {
	return parts.Box(parts.Page, parts.Line, 4, parts.Pad(8, 12, 10, 12, parts.Column(6, all...)))
}
