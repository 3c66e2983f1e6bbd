package arrivals

import (
	"slices"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/screens/parts"
)

// choices are what cannot be written but chosen: kind of measure, whom it touches,
// whether something is bought, and which paper to begin with.
func (v *view) choices() []fyne.CanvasObject {
	t := v.h.Words().T
	var measures, groups []fyne.CanvasObject
	for _, m := range app.Measures {
		measures = append(measures, parts.NewToggle(t("measure."+string(m)), slices.Contains(v.m.Measures, m), func(on bool) { v.m.Measures = with(v.m.Measures, m, on) }))
	}
	for _, g := range app.Groups {
		groups = append(groups, parts.NewToggle(t("group."+string(g)), slices.Contains(v.m.Affected, g), func(on bool) { v.m.Affected = with(v.m.Affected, g, on) }))
	}
	groups = append(groups, parts.NewToggle(t("form.purchase"), v.m.Purchase, func(on bool) { v.m.Purchase = on }))
	out := []fyne.CanvasObject{
		parts.Column(4, parts.Text(t("form.measures"), parts.TextSecond, parts.Ink, parts.Bold), parts.Flow(6, measures...), parts.Hint(t("form.measures_hint"))),
		parts.Column(4, parts.Text(t("form.affected"), parts.TextSecond, parts.Ink, parts.Bold), parts.Flow(6, groups...)),
	}
	switch {
	case v.m.Document != "":
		out = append(out, v.documents())
	case v.m.Paper == nil:
		out = append(out, v.whereabouts())
	}
	return out
}

// documents choose the paper to begin with.
func (v *view) documents() fyne.CanvasObject {
	ids, names := v.o.Kinds()
	drop := parts.NewDropdown(parts.DropdownOptions{Options: names, Chosen: max(0, slices.Index(ids, v.m.Document)), Width: 320, Pick: func(i int) { v.m.Document = ids[i] }})
	return parts.Column(4, parts.Text(v.h.Words().T("form.kind"), parts.TextSecond, parts.Ink, parts.Bold), parts.Left(drop))
}

// stages are the steps of a matter, in order.
var stages = []app.Stage{app.New, app.Drafting, app.Referred, app.Waiting, app.Decided}

// whereabouts are how far the matter has come, and who has it.
func (v *view) whereabouts() fyne.CanvasObject {
	t := v.h.Words().T
	names := []string{t("stage.new"), t("stage.drafting"), t("stage.referred"), t("stage.waiting"), t("stage.decided")}
	stage := parts.NewDropdown(parts.DropdownOptions{Options: names, Chosen: slices.Index(stages, v.m.Stage), Width: 240, Pick: func(i int) { v.m.Stage = stages[i] }})
	holder := parts.NewField(parts.FieldOptions{Label: t("form.holder"), Hint: t("form.holder_hint"), Text: v.m.Holder, Changed: func(s string) { v.m.Holder = s }})
	return parts.RowTop(20, parts.Column(3, parts.Text(t("matters.stage"), parts.TextSecond, parts.Ink, parts.Bold), stage), parts.Grow(holder.Outer))
}

// sections are those that were found in a finished paper.
func (v *view) sections() []fyne.CanvasObject {
	if len(v.m.Sections) == 0 {
		return nil
	}
	t := v.h.Words().T
	rows := []fyne.CanvasObject{parts.Text(t("arrivals.sections"), parts.TextSecond, parts.Ink, parts.Bold), parts.NewPara(t("arrivals.sections_hint"), parts.TextHint, parts.Muted, parts.Regular)}
	for _, s := range v.m.Sections {
		name := s.Heading
		if name == "" {
			name = t("versions.no_heading")
		}
		rows = append(rows, parts.Row(8, parts.Icon(parts.IconCheck, 16, parts.Muted, parts.Panel), parts.Grow(parts.NewLabel(name, parts.TextSecond, parts.Ink, parts.Regular))))
	}
	return []fyne.CanvasObject{parts.Column(4, rows...)}
}

func with[T comparable](list []T, item T, on bool) []T {
	list = slices.DeleteFunc(slices.Clone(list), func(o T) bool { return o == item })
	if on {
		list = append(list, item)
	}
	return list
}
