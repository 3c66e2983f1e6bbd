package draft

import (
	"strconv"

	"fyne.io/fyne/v2"

	"yttra/app/markup"
	"yttra/i18n"
	"yttra/screens/parts"
)

// showAreas shows what the list can be narrowed to, and how many there are; last
// comes what has been accepted with a reason, when anything has.
func (f *findings) showAreas(l shownList) {
	names, chosen := []string{f.words.T("draft.all_areas")}, 0
	for i, a := range l.areas {
		names = append(names, f.words.T("draft.area."+string(a.Area))+"  "+strconv.Itoa(a.Count))
		if a.Area == l.area && l.filter != Accepted {
			chosen = i + 1
		}
	}
	if l.accepted > 0 || l.filter == Accepted {
		names = append(names, f.words.T("state.waived")+"  "+strconv.Itoa(l.accepted))
		if l.filter == Accepted {
			chosen = len(names) - 1
		}
	}
	f.of = l.areas
	f.areas.Set(names, chosen)
}

func (f *findings) pickArea(i int) {
	switch {
	case i == 0:
		f.orders.narrowed("")
	case i <= len(f.of):
		f.orders.narrowed(f.of[i-1].Area)
	default:
		f.orders.filtered(Accepted)
	}
}

// showSilenced says under the list how many findings are silenced, and is the way
// to hear of them again.
func (f *findings) showSilenced(n int) {
	if n == f.silence {
		return
	}
	f.silence, f.hushed.Objects = n, nil
	if n > 0 {
		f.hushed.Objects = []fyne.CanvasObject{parts.Pad(10, 0, 0, 4, parts.Left(parts.NewLink(f.words.N("draft.silenced", n), f.orders.silencedWanted)))}
	}
	f.scroll.Refit()
}

// longestMend is how wide the words on a button that mends may be.
const longestMend = 190

// offer adds what can be done about the words an open card speaks of.
func (f *findings) offer(c Card, o *parts.CardOptions) {
	k := c.Key
	for _, with := range c.Mends {
		text := f.words.T("draft.mend", i18n.Vars{"Words": parts.Fit(seen(with), longestMend, parts.TextControl, parts.Bold)})
		switch {
		case with == "":
			text = f.words.T("draft.mend_away")
		case with == c.Finding.Quote: // of a bound figure, which then is bound no longer
			text = f.words.T("draft.mend_plain")
		case len(markup.Fields(with)) > 0:
			text = f.words.T("draft.mend_figure", i18n.Vars{"Words": markup.Read(with).Text})
		}
		o.Mends = append(o.Mends, parts.Action{Text: text, Do: func() { f.orders.cardMend(k, with) }})
	}
	if c.Alike > 1 {
		o.Mends = append(o.Mends, parts.Action{Text: f.words.N("draft.mend_all", c.Alike), Do: func() { f.orders.cardMendAll(k) }})
	}
	if c.Misspelt != "" {
		o.More = append(o.More, parts.NewButton(parts.ButtonOptions{Text: f.words.T("draft.add_word"), Kind: parts.Quiet, Tap: func() { f.orders.cardWord(k) }}))
	}
	if c.Reckon {
		o.More = append(o.More, parts.NewButton(parts.ButtonOptions{Text: f.words.T("draft.to_cost"), Kind: parts.Quiet, Tap: f.orders.cardReckon}))
	}
	if c.Hush {
		var quiet *parts.Press
		quiet = parts.NewButton(parts.ButtonOptions{Text: f.words.T("draft.hush"), Kind: parts.Quiet, Tap: func() { f.orders.cardHush(k, quiet) }})
		o.More = append(o.More, quiet)
	}
}

// seen shows marks that cannot be seen on a button: a space that does not break.
func seen(s string) string {
	out := []rune(s)
	for i, r := range out {
		if r == '\u00a0' || r == '\u202f' {
			out[i] = '␣'
		}
	}
	return string(out)
}
