package facts

import (
	"strings"

	"fyne.io/fyne/v2"

	"yttra/i18n"
	"yttra/screens/parts"
)

// meeting is the sitting that the minutes are from.
func (v *paperView) meeting() fyne.CanvasObject {
	digitally := parts.NewToggle(v.h.Words().T("facts.meeting_digitally"), v.p.digitally, func(on bool) { v.p.digitally = on })
	return parts.Column(12,
		abreast(v.day(fieldMeetingDate), v.field(fieldTime, parts.FieldOptions{})),
		v.field(fieldPlace, parts.FieldOptions{}),
		abreast(v.field(fieldItem, parts.FieldOptions{}), v.field(fieldItems, parts.FieldOptions{})),
		v.field(fieldDeciding, parts.FieldOptions{Lines: 6}),
		v.field(fieldOthers, parts.FieldOptions{Lines: 3}),
		v.field(fieldAdjusters, parts.FieldOptions{Lines: 2}),
		abreast(v.day(fieldAdjusted), parts.Column(3, head(v.h.Words().T("facts.meeting_how")), parts.Fixed(0, 34, parts.Left(digitally)))))
}

// votes is the table of how each of those deciding voted, counted as it is filled
// in. Up and Down go between the rows; a letter votes and goes on to the next.
func (v *paperView) votes() fyne.CanvasObject {
	t := v.h.Words().T
	v.rows, v.count = nil, nil
	if len(v.p.voters) > 0 {
		v.p.FetchVoters() // somebody may have come since
	}
	fetch := parts.NewButton(parts.ButtonOptions{Text: t("facts.votes_fetch"), Icon: parts.IconPlus, Disabled: len(v.p.deciding()) == 0, Why: t("facts.votes_nobody"),
		Tap: func() { v.p.FetchVoters(); v.again("") }})
	if len(v.p.voters) == 0 {
		v.first = nil
		if !fetch.Disabled() {
			v.first = fetch
		}
		return parts.Column(12, parts.NewPara(t("facts.votes_text"), parts.TextControl, parts.Ink, parts.Regular), parts.Left(fetch))
	}
	v.count = parts.NewLabel("", parts.TextControl, parts.Ink, parts.Bold)
	out := []fyne.CanvasObject{v.count, note(t("facts.votes_keys")), parts.HLine(parts.Line)}
	deciding := strings.Join(v.p.deciding(), "\n") + "\n"
	for i, name := range v.p.voters {
		out = append(out, v.voter(i, name, strings.Contains(deciding, voter(name)+"\n")))
	}
	v.first = v.rows[0]
	v.sayCount()
	return parts.Column(6, append(out, parts.HLine(parts.Line), parts.Left(fetch))...)
}

func (v *paperView) voter(i int, name string, decides bool) fyne.CanvasObject {
	t := v.h.Words().T
	var options []parts.Option
	chosen, letters := -1, ""
	for n, c := range castOrder {
		word := t("cast." + string(c))
		options = append(options, parts.Option{Text: word})
		letters += strings.ToLower(word[:1])
		if v.p.casts[name] == c {
			chosen = n
		}
	}
	var choice *parts.Choice
	put := func(n int) {
		if n < 0 {
			delete(v.p.casts, name)
		} else {
			v.p.casts[name] = castOrder[n]
		}
		choice.Set(options, n)
		v.sayCount()
	}
	choice = parts.NewChoice(parts.ChoiceOptions{Options: options, Chosen: chosen, Pick: put,
		Key: func(e *fyne.KeyEvent) bool { return v.voteKey(i, e.Name, put) },
		Rune: func(r rune) {
			if n := strings.IndexRune(letters, []rune(strings.ToLower(string(r)))[0]); n >= 0 {
				put(n)
				v.focus(v.rows[min(i+1, len(v.rows)-1)])
			}
		}})
	v.rows = append(v.rows, choice)
	row := []fyne.CanvasObject{parts.Grow(parts.Middle(parts.NewLabel(name, parts.TextControl, parts.Ink, parts.Regular)))}
	if !decides {
		row = append(row, parts.Hint(t("facts.votes_stranger")),
			parts.NewButton(parts.ButtonOptions{Icon: parts.IconBin, Tap: func() { v.p.removeVoter(name); v.again("") }}))
	}
	return parts.Row(10, append(row, choice)...)
}

// voteKey goes between the rows, and takes a vote back.
func (v *paperView) voteKey(i int, key fyne.KeyName, put func(int)) bool {
	switch key {
	case fyne.KeyUp:
		v.focus(v.rows[max(0, i-1)])
	case fyne.KeyDown:
		v.focus(v.rows[min(len(v.rows)-1, i+1)])
	case fyne.KeyDelete, fyne.KeyBackspace:
		put(-1)
	default:
		return false
	}
	return true
}

// sayCount counts the votes.
func (v *paperView) sayCount() {
	if v.count == nil {
		return
	}
	w := v.h.Words()
	yes, no, abstain, untold := v.p.tally()
	s := w.T("facts.votes_count", i18n.Vars{"Yes": w.Int(int64(yes)), "No": w.Int(int64(no)), "Abstain": w.Int(int64(abstain))})
	if untold > 0 {
		s += " · " + w.N("facts.votes_untold", untold)
	}
	v.count.Set(s, parts.Ink)
}

// attest is the table of who has approved the paper digitally.
func (v *paperView) attest() fyne.CanvasObject {
	t := v.h.Words().T
	out := []fyne.CanvasObject{parts.NewPara(t("facts.attest_text"), parts.TextControl, parts.Ink, parts.Regular)}
	for i := range v.p.attested {
		o := func(what string) parts.FieldOptions { return parts.FieldOptions{Label: t("facts.attest_" + what)} }
		name := v.firstOf(attestField(i, "name"), v.form.bare(attestField(i, "name"), o("name")))
		on := o("on")
		on.Ghost = t("form.day")
		remove := parts.NewButton(parts.ButtonOptions{Icon: parts.IconBin, Tap: func() { v.p.removeAttested(i); v.again(attestField(max(0, i-1), "name")) }})
		out = append(out, parts.RowTop(10, parts.Grow(name), parts.Grow(v.form.bare(attestField(i, "title"), o("title"))),
			parts.Fixed(140, 0, v.form.bare(attestField(i, "on"), on)), parts.Pad(24, 0, 0, 0, remove)))
	}
	add := parts.NewButton(parts.ButtonOptions{Text: t("facts.attest_add"), Icon: parts.IconPlus, Tap: func() {
		v.p.addAttested()
		v.again(attestField(len(v.p.attested)-1, "name"))
	}})
	if v.first == nil {
		v.first = add
	}
	return parts.Column(10, append(out, parts.Left(add))...)
}
