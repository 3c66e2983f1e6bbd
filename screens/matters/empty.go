package matters

import (
	"strings"

	"fyne.io/fyne/v2"

	"yttra/app/search"
	"yttra/i18n"
	"yttra/screens/parts"
)

// empty says why nothing is shown, and what can be done.
func (v *view) empty() fyne.CanvasObject {
	t := v.h.Words().T
	newMatter := v.button(t("matters.new"), parts.IconPlus, parts.Plain, v.o.New)
	switch {
	case v.m.Narrowed() != Narrow{} && v.asks():
		return parts.Empty(parts.IconSearch, t("matters.looking"), "")
	case v.m.Narrowed() != Narrow{}:
		return v.nothingNarrowed()
	case v.m.Query() != "":
		return v.nothing()
	case v.m.Registered() == 0 && v.m.Chosen() != Bin:
		buttons := []fyne.CanvasObject{v.button(t("matters.new"), parts.IconPlus, parts.Primary, v.o.New), v.button(t("matters.open_motion"), "", parts.Plain, v.o.OpenMotion)}
		if v.o.Samples != nil {
			buttons = append(buttons, v.button(t("matters.samples"), "", parts.Plain, v.o.Samples))
		}
		return parts.Empty(parts.IconMatters, t("matters.none"), t("matters.begin"), buttons...)
	case v.m.Chosen() == Bin:
		return parts.Empty(parts.IconBin, t("matters.bin_none"), t("matters.bin_none_text"), v.button(t("matters.show_all"), "", parts.Plain, func() { v.wider(All) }))
	}
	return parts.Empty(parts.IconMatters, t("matters.none_here"), t("matters.none_text", i18n.Vars{"Where": v.chipWords()[v.m.Chosen()]}),
		v.button(t("matters.show_all"), "", parts.Primary, func() { v.wider(All) }), newMatter)
}

// nothing says that a search found nothing, where it looked, and offers to look
// more widely.
func (v *view) nothing() fyne.CanvasObject {
	t := v.h.Words().T
	if v.asks() {
		return parts.Empty(parts.IconSearch, t("matters.looking"), t("matters.looking_text"))
	}
	at := v.m.Chosen()
	vars := i18n.Vars{"Query": shorten(v.m.Query()), "Where": v.chipWords()[at], "N": v.matters(v.m.Count(at)), "All": v.number(v.m.Registered())}
	var text string
	var buttons []fyne.CanvasObject
	switch {
	case at == All:
		vars["All"] = v.matters(v.m.Registered())
		text = t("matters.looked_all", vars)
	default:
		text = t("matters.looked", vars)
		buttons = append(buttons, v.button(t("matters.search_all"), "", parts.Primary, func() { v.wider(All) }))
	}
	if at == All && v.m.Count(Bin) > 0 {
		buttons = append(buttons, v.button(t("matters.search_bin"), "", parts.Primary, func() { v.wider(Bin) }))
	}
	text, buttons = v.orNear(text, buttons)
	buttons = append(buttons, v.button(t("matters.clear"), "", parts.Plain, func() { v.clear(); v.focus() }),
		v.button(t("matters.new"), parts.IconPlus, parts.Plain, v.o.New))
	return parts.Empty(parts.IconSearch, t("matters.nothing", vars), text, buttons...)
}

// orNear asks whether a word that is near was meant, when there is one.
func (v *view) orNear(text string, buttons []fyne.CanvasObject) (string, []fyne.CanvasObject) {
	near := v.m.Near()
	if len(near) == 0 {
		return text, buttons
	}
	vars := i18n.Vars{"Word": near[0].Near}
	first := v.button(v.h.Words().T("matters.search_near", vars), "", parts.Plain, func() { v.instead(near[0]) })
	return v.h.Words().T("matters.near", vars) + " " + text, append([]fyne.CanvasObject{first}, buttons...)
}

// instead searches for a word that is near what was typed.
func (v *view) instead(n Nearby) {
	s := strings.Replace(search.Fold(v.m.Query()), n.Typed, n.Near, 1)
	v.search.SetText(s)
	v.typed(s)
}

// matters counts matters in words.
func (v *view) matters(n int) string { return v.h.Words().N("matters.matters", n) }

// wider looks among other rows, and goes there.
func (v *view) wider(f Filter) {
	v.show(f)
	v.focus()
}

func (v *view) button(text, icon string, kind parts.ButtonKind, tap func()) fyne.CanvasObject {
	return parts.NewButton(parts.ButtonOptions{Text: text, Icon: icon, Kind: kind, Tap: tap})
}

// shorten keeps a long search on one line.
func shorten(s string) string {
	const most = 36
	if r := []rune(s); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return s
}
