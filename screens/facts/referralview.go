package facts

import (
	"slices"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/app/desk"
	"yttra/screens/parts"
)

// referralView is the dialog Remisser: those who were asked at the left, one of
// them beside.
type referralView struct {
	dialogOf
	r   *Referrals
	new *parts.Press // asks one more
	at  int          // -1: nobody has been asked
}

// ShowReferrals opens the dialog about whom the open matter has been sent to.
func ShowReferrals(d *desk.Desk, h parts.Host, o Options) {
	s := d.State()
	if s.Matter == nil {
		return
	}
	t := h.Words().T
	v := &referralView{dialogOf: dialogOf{h: h, d: d, o: o}, r: NewReferrals(s.Matter)}
	v.changed, v.keep = v.r.Changed, v.keepReferrals
	v.main = parts.NewScroll(parts.Column(0))
	v.nav = parts.NewNav(parts.NavOptions{Pick: v.show})
	v.new = parts.NewButton(parts.ButtonOptions{Text: t("facts.refer_add"), Icon: parts.IconPlus, Tap: v.add})
	v.at = len(v.r.list) - 1
	if v.at > 0 {
		v.at = 0
	}
	v.show(v.at)
	scroll := parts.NewScroll(v.nav.Outer)
	left := parts.Fill(parts.Fog, parts.Dock(nil, parts.Pad(8, 10, 10, 10, parts.Left(v.new)), parts.Pad(10, 0, 0, 0, scroll.Outer)))
	first := fyne.Focusable(v.new)
	if v.at >= 0 {
		first = v.nav.Row(v.at)
	}
	v.box = parts.ShowDialog(h.Window(), h.Words(), parts.DialogOptions{Title: t("facts.referrals"), Width: 880, Height: 600,
		Body: parts.Columns(0, []float32{250, 0}, left, v.main.Outer), Help: v.help("referrals"), Buttons: v.buttons(), Leave: v.mayLeave}, first)
}

// show draws one of them; -1: what this is for.
func (v *referralView) show(i int) {
	v.at = i
	v.sayRows()
	if i < 0 {
		v.main.Set(parts.Pad(16, 22, 18, 22, parts.Column(0, parts.NewPara(v.h.Words().T("facts.refer_none"), parts.TextControl, parts.Muted, parts.Regular))))
		return
	}
	r := &v.r.list[i]
	v.form = &form{words: v.h.Words(), typed: r.typed, fields: map[string]*parts.Field{}, faults: r.faults, refit: v.main.Refit, submit: v.save}
	v.main.Set(parts.Pad(16, 22, 18, 22, v.one(r)))
	v.form.tell()
}

func (v *referralView) one(r *referral) fyne.CanvasObject {
	t := v.h.Words().T
	tell := func(string) { v.sayRows() }
	f := v.form
	day := func(name string) fyne.CanvasObject {
		return f.field(name, parts.FieldOptions{Ghost: t("form.day"), Changed: tell})
	}
	names := []string{t("stand.none")}
	for _, s := range app.Stands {
		names = append(names, t("stand."+string(s)))
	}
	stand := parts.NewDropdown(parts.DropdownOptions{Options: names, Chosen: slices.Index(app.Stands, r.kept.Stand) + 1, Width: 260, Pick: func(n int) {
		if r.kept.Stand = app.NoStand; n > 0 {
			r.kept.Stand = app.Stands[n-1]
		}
	}})
	remove := parts.NewButton(parts.ButtonOptions{Text: t("facts.refer_remove"), Icon: parts.IconBin, Tap: v.remove})
	return parts.Column(12,
		f.field(fieldReferBody, parts.FieldOptions{Changed: tell}),
		abreast(day(fieldReferSent), day(fieldReferDue), day(fieldReferAnswered)),
		abreast(f.field(fieldReferRef, parts.FieldOptions{}), f.field(fieldReferItem, parts.FieldOptions{})),
		parts.Column(3, head(t("facts.refer_stand")), parts.Left(stand)),
		f.field(fieldReferSummary, parts.FieldOptions{Lines: 6}),
		f.field(fieldReferDissent, parts.FieldOptions{Lines: 3}),
		parts.Left(remove))
}

// sayRows writes the list at the left: who, and how it stands, in words.
func (v *referralView) sayRows() {
	w := v.h.Words()
	var rows []parts.NavRow
	for _, one := range v.r.list {
		r := one.now()
		row := parts.NavRow{Text: r.Body}
		if row.Text == "" {
			row.Text = w.T("facts.refer_new")
		}
		row.Mark, row.Second = parts.ReferralWords(w, r, v.d.State().Today)
		rows = append(rows, row)
	}
	v.nav.Set(rows, v.at)
}

func (v *referralView) add() {
	v.show(v.r.add())
	v.focus(fieldReferBody)
}

func (v *referralView) focus(name string) {
	if f, ok := v.form.fields[name]; ok {
		v.h.Window().Canvas().Focus(f.Entry)
	}
}

func (v *referralView) remove() {
	v.r.remove(v.at)
	v.show(min(v.at, len(v.r.list)-1))
	if v.at >= 0 {
		v.h.Window().Canvas().Focus(v.nav.Row(v.at))
	} else {
		v.h.Window().Canvas().Focus(v.new)
	}
}

// keepReferrals writes them in order as one step to undo; what has to be mended
// first is shown.
func (v *referralView) keepReferrals() bool {
	if i := v.r.Faulty(); i >= 0 {
		v.show(i)
		for _, name := range []string{fieldReferBody, fieldReferSent, fieldReferDue, fieldReferAnswered} {
			if v.r.list[i].faults()[name] != "" {
				v.focus(name)
				return false
			}
		}
		return false
	}
	if v.r.Changed() {
		v.r.sort(v.at)
		now := v.r.Now()
		v.d.Edit("", func(m *app.Matter) { m.Referrals = now })
	}
	return true
}
