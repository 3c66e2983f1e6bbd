package screens

import (
	"slices"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/i18n"
	"yttra/screens/parts"
)

// economy is how the municipality reckons, and the limits somebody here has looked up.
func (v *profileView) economy() fyne.CanvasObject {
	t, m := v.w.words.T, v.m.economy
	rows := []fyne.CanvasObject{parts.NewPara(t("economy.text"), parts.TextControl, parts.Muted, parts.Regular)}
	number := func(name string) fyne.CanvasObject {
		return parts.Grow(v.field(name, parts.FieldOptions{Label: t("economy." + name), Hint: t("economy." + name + "_hint"), Text: m.typed[name],
			Changed: func(s string) { m.typed[name] = s; v.tell(v.m.faults()) }}))
	}
	for _, pair := range [][2]string{{fieldYears, fieldHour}, {fieldRealRate, fieldInflation}} {
		rows = append(rows, parts.RowTop(18, number(pair[0]), number(pair[1])))
	}
	rows = append(rows, parts.RowTop(18, number(fieldInterest), parts.Grow(parts.Column(0))))
	rows = append(rows, parts.HLine(parts.Line), parts.Text(t("economy.limits"), parts.TextSecond, parts.Ink, parts.Bold),
		parts.NewPara(t("economy.limits_text"), parts.TextHint, parts.Muted, parts.Regular))
	return parts.Column(12, append(append(rows, v.confirmed()...), v.limit()...)...)
}

// confirmed lists what is confirmed; each row can be shown or taken away.
func (v *profileView) confirmed() []fyne.CanvasObject {
	t, m := v.w.words.T, v.m.economy
	var out []fyne.CanvasObject
	for _, i := range m.confirmed() {
		d := m.limits[i]
		show := parts.NewButton(parts.ButtonOptions{Text: t("economy.limit_show"), Kind: parts.Quiet, Tap: func() { m.show(d.kept); v.again(fieldLimitSEK) }})
		drop := parts.NewButton(parts.ButtonOptions{Icon: parts.IconBin, Tap: func() {
			m.limits = slices.Delete(m.limits, i, i+1)
			v.again(fieldLimitSEK)
		}})
		text := t("economy.limit_row", i18n.Vars{"Law": string(d.kept.Law), "Subject": t("costs.subject." + string(d.kept.Subject)), "From": string(d.kept.From), "Source": d.source})
		out = append(out, parts.Row(8, parts.Grow(parts.Middle(parts.NewPara(text, parts.TextSecond, parts.Ink, parts.Regular))), show, drop))
	}
	return out
}

// limit is the row of the dated table that is shown: which, what the table says of
// it, and what has been looked up.
func (v *profileView) limit() []fyne.CanvasObject {
	t, m, table := v.w.words.T, v.m.economy, v.w.o.Desk.Packs().Thresholds
	row := m.row(table)
	again := func(pick int) { v.again(fieldLimitSEK); v.w.win.Canvas().Focus(v.picks[pick]) } // the arrows go on in it
	laws, subjects := []app.ProcurementLaw{app.LOU, app.LUF}, []app.ProcurementSubject{app.GoodsAndServices, app.Works, app.SocialServices}
	var lawNames, subjectNames, periods []string
	for _, l := range laws {
		lawNames = append(lawNames, string(l))
	}
	for _, s := range subjects {
		subjectNames = append(subjectNames, t("costs.subject."+string(s)))
	}
	rows := m.periods(table)
	for _, r := range rows {
		periods = append(periods, string(r.From)+" – "+string(r.To))
	}
	law := parts.NewDropdown(parts.DropdownOptions{Options: lawNames, Chosen: slices.Index(laws, m.law), Width: 90, Pick: func(i int) { m.law = laws[i]; again(0) }})
	subject := parts.NewDropdown(parts.DropdownOptions{Options: subjectNames, Chosen: slices.Index(subjects, m.subject), Width: 220, Pick: func(i int) { m.subject = subjects[i]; again(1) }})
	period := parts.NewDropdown(parts.DropdownOptions{Options: periods, Chosen: slices.Index(rows, row), Width: 230, Pick: func(i int) { m.from = rows[i].From; again(2) }})
	v.picks = []*parts.Dropdown{law, subject, period}
	out := []fyne.CanvasObject{parts.Row(8, law, subject, period), parts.NewPara(v.tableSays(row), parts.TextHint, parts.Muted, parts.Regular)}
	d := m.draft()
	if d.empty() {
		d.by, d.on = v.m.p.Officer.Name, string(v.w.o.Desk.State().Today)
	}
	fields := map[string]fyne.CanvasObject{}
	for _, name := range limitFields {
		o := parts.FieldOptions{Label: t("economy." + name), Text: *d.field(name), Changed: func(s string) { *m.draft().field(name) = s; v.tell(v.m.faults()) }}
		if name == fieldLimitDirect && asThreshold(d.kept) {
			o.Hint = t("economy.limit_special")
		}
		fields[name] = parts.Grow(v.field(name, o))
	}
	return append(out, parts.RowTop(12, fields[fieldLimitSEK], fields[fieldLimitDirect]), parts.RowTop(12, fields[fieldLimitSource]),
		parts.RowTop(12, fields[fieldLimitBy], fields[fieldLimitOn]))
}

// tableSays tells what the dated table has for a row, and what it lacks.
func (v *profileView) tableSays(row app.Threshold) string {
	t, w := v.w.words.T, v.w.words
	amount := func(m app.Money) string {
		if m == 0 {
			return t("economy.not_confirmed")
		}
		return w.Kronor(int64(m))
	}
	euro := t("economy.not_confirmed")
	if row.EUR > 0 {
		euro = w.Int(row.EUR)
	}
	return t("economy.table_says", i18n.Vars{"EUR": euro, "SEK": amount(row.SEK), "Direct": amount(row.DirectAward), "Source": row.Source})
}
