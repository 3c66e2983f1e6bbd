package matters

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/i18n"
	"yttra/screens/parts"
)

// narrowBar is the row of choices that narrow the list. It is there once it has been
// asked for, and as long as something is chosen in it.
type narrowBar struct {
	outer *fyne.Container
	drops [5]*parts.Dropdown
	clear *parts.Press
	open  bool
}

// sorts are what the choices are about, in their order.
var sorts = [5]string{"stage", "year", "body", "party", "kind"}

var sortWidths = [5]float32{130, 100, 190, 116, 190}

func (v *view) newNarrowBar() {
	b := &v.narrow
	b.outer = parts.Column(0)
	for i := range b.drops {
		b.drops[i] = parts.NewDropdown(parts.DropdownOptions{Options: []string{v.anyOf(i)}, Width: sortWidths[i], Pick: func(k int) { v.pickNarrow(i, k) }})
	}
	b.clear = parts.NewLink(v.h.Words().T("matters.clear_filters"), func() { v.setNarrow(Narrow{}) })
}

func (v *view) anyOf(i int) string {
	t := v.h.Words().T
	return [5]string{t("matters.any_stage"), t("matters.any_year"), t("matters.any_body"), t("matters.any_party"), t("matters.any_kind")}[i]
}

// toggleNarrow shows the choices and goes to the first, or puts them away when nothing
// is chosen.
func (v *view) toggleNarrow() {
	v.narrow.open = !v.narrow.open || v.m.Narrowed() != Narrow{}
	v.drawNarrow()
	v.outer.Refresh() // the list makes room at once
	if !v.narrow.open {
		return
	}
	v.h.Window().Canvas().Focus(v.narrow.drops[0])
	v.askBodies()
}

// values are what there is to choose of a sort, as the model has it.
func (v *view) values(i int) []string {
	switch sorts[i] {
	case "stage":
		return v.stageNames()
	case "year":
		return v.m.Years()
	case "body":
		return v.m.Bodies()
	case "party":
		return v.m.Parties()
	}
	var out []string
	for _, k := range app.Measures {
		out = append(out, string(k))
	}
	return out
}

// chosenOf is which of the values is chosen: 1 is the first, 0 none.
func (v *view) chosenOf(i int, n Narrow) int {
	if sorts[i] == "stage" {
		return n.Stage
	}
	return slices.Index(v.values(i), *n.field(i)) + 1
}

// field is the part of a Narrow that a choice is about; nil for the stage.
func (n *Narrow) field(i int) *string {
	return [5]*string{nil, &n.Year, &n.Body, &n.Party, &n.Kind}[i]
}

func (v *view) pickNarrow(i, k int) {
	n := v.m.Narrowed()
	switch values := v.values(i); {
	case sorts[i] == "stage":
		n.Stage = k
	case k == 0:
		*n.field(i) = ""
	default:
		*n.field(i) = values[k-1]
	}
	v.setNarrow(n)
}

func (v *view) setNarrow(n Narrow) {
	v.unsay()
	v.m.Narrow(n)
	v.rowsChanged()
	v.ask()
}

// drawNarrow shows what can be chosen and is.
func (v *view) drawNarrow() {
	b, n := &v.narrow, v.m.Narrowed()
	b.open = b.open || n != Narrow{}
	var shown []fyne.CanvasObject
	if b.open {
		row := []fyne.CanvasObject{}
		for i, d := range b.drops {
			words := []string{v.anyOf(i)}
			for _, s := range v.values(i) {
				words = append(words, v.valueWord(i, s))
			}
			d.Set(words, v.chosenOf(i, n))
			row = append(row, d)
		}
		if n != (Narrow{}) {
			row = append(row, parts.Fixed(0, 34, parts.Middle(b.clear)))
		}
		shown = []fyne.CanvasObject{parts.Pad(8, 16, 8, 20, parts.Flow(8, row...)), parts.HLine(parts.Line)}
	}
	b.outer.Objects = shown
	b.outer.Refresh()
}

func (v *view) valueWord(i int, s string) string {
	if sorts[i] == "kind" {
		return v.h.Words().T("measure." + s)
	}
	return s
}

// narrowed names what is chosen, by sort.
func (v *view) narrowed(n Narrow) (names []string, without []Narrow) {
	for i := range sorts {
		k := v.chosenOf(i, n)
		if k == 0 {
			continue
		}
		names = append(names, v.valueWord(i, v.values(i)[k-1]))
		less := n
		if f := less.field(i); f != nil {
			*f = ""
		} else {
			less.Stage = 0
		}
		without = append(without, less)
	}
	return names, without
}

// askBodies reads which bodies the texts name, away from the window's thread.
func (v *view) askBodies() {
	v.m.Offer(bodyNames(v.d.State().Profile))
	if v.asker.texts == nil {
		return
	}
	lists := v.m.Everything()
	var bodies []string
	v.h.Work(v.h.Words().T("matters.reading"), func(ctx context.Context, step func(done, total int)) (err error) {
		if err = v.asker.texts.Keep(ctx, lists, step); err == nil {
			bodies, err = v.asker.texts.Bodies()
		}
		return err
	}, func(err error) {
		if err != nil && app.CodeOf(err) != app.CodeCancelled {
			v.h.Problem(err)
		}
		v.m.Offer(append(bodyNames(v.d.State().Profile), bodies...))
		v.drawNarrow()
	})
}

func bodyNames(p app.Profile) []string {
	var out []string
	for _, b := range p.Bodies {
		out = append(out, nonEmpty(strings.TrimSpace(b.Name))...)
	}
	return out
}

// nothingNarrowed says that nothing passes what is chosen, and offers to let more
// through.
func (v *view) nothingNarrowed() fyne.CanvasObject {
	t := v.h.Words().T
	names, without := v.narrowed(v.m.Narrowed())
	var buttons []fyne.CanvasObject
	for i, name := range names {
		if len(names) > 1 && i < 2 {
			buttons = append(buttons, v.button(t("matters.drop_filter", i18n.Vars{"Filter": name}), "", parts.Plain, func() { v.setNarrow(without[i]); v.focus() }))
		}
	}
	buttons = append(buttons, v.button(t("matters.drop_filters"), "", parts.Primary, func() { v.setNarrow(Narrow{}); v.focus() }))
	title, text := t("matters.filtered_none"), t("matters.filtered_text", i18n.Vars{"Filters": strings.Join(names, ", ")})
	if q := v.m.Query(); q != "" {
		title = t("matters.nothing", i18n.Vars{"Query": shorten(q)})
		buttons = append(buttons, v.button(t("matters.clear"), "", parts.Plain, func() { v.clear(); v.focus() }))
	}
	text, buttons = v.orNear(text, buttons)
	return parts.Empty(parts.IconSearch, title, text, buttons...)
}
