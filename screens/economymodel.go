package screens

import (
	"cmp"
	"slices"
	"strings"

	"yttra/app"
	"yttra/app/sheet"
)

// economyModel is how the municipality reckons while it is being changed: what is
// typed, as it is typed.
type economyModel struct {
	kept    app.Economy
	typed   map[string]string // by field
	limits  []limitDraft
	law     app.ProcurementLaw
	subject app.ProcurementSubject
	from    app.Date // of the row of the dated table that is shown
	english bool     // numbers are written the English way
}

// limitDraft is a row of the dated table while somebody confirms it.
type limitDraft struct {
	kept app.Confirmed // which row, and what this version does not know about it
	limitWords
}

type limitWords struct{ sek, direct, source, by, on string }

// Names of the fields of the section; they are those of the faults.
const (
	fieldYears     = "years"
	fieldRealRate  = "real_rate"
	fieldInflation = "inflation"
	fieldInterest  = "interest"
	fieldHour      = "hour"

	fieldLimitSEK    = "limit_sek"
	fieldLimitDirect = "limit_direct"
	fieldLimitSource = "limit_source"
	fieldLimitBy     = "limit_by"
	fieldLimitOn     = "limit_on"
)

// economyFields and limitFields list them as they stand.
var (
	economyFields = []string{fieldYears, fieldRealRate, fieldInflation, fieldInterest, fieldHour}
	limitFields   = []string{fieldLimitSEK, fieldLimitDirect, fieldLimitSource, fieldLimitBy, fieldLimitOn}
)

func newEconomyModel(e app.Economy, english bool) *economyModel {
	m := &economyModel{kept: e, english: english, law: app.LOU, subject: app.GoodsAndServices}
	percent := func(n int) string { return m.written(app.Money(n)) }
	m.typed = map[string]string{fieldRealRate: percent(e.RealRate), fieldInflation: percent(e.Inflation), fieldInterest: percent(e.Interest), fieldHour: m.written(e.Hour)}
	if e.Years > 0 {
		m.typed[fieldYears] = written(int64(e.Years))
	}
	for _, c := range e.Limits {
		m.limits = append(m.limits, limitDraft{c, limitWords{m.written(c.SEK), m.written(c.DirectAward), c.Source, c.By, string(c.On)}})
	}
	return m
}

// economy is what is kept: what can be read, and the kept figure in place of what
// cannot.
func (m *economyModel) economy() app.Economy {
	e := m.kept
	for field, to := range map[string]*int{fieldYears: &e.Years, fieldRealRate: &e.RealRate, fieldInflation: &e.Inflation, fieldInterest: &e.Interest} {
		if n, ok := m.whole(field); ok {
			*to = n
		}
	}
	if hour, ok := m.money(m.typed[fieldHour]); ok {
		e.Hour = hour
	}
	e.Limits = nil
	for _, d := range m.limits {
		c := d.kept
		if d.empty() {
			continue
		}
		if sek, ok := m.money(d.sek); ok {
			c.SEK = sek
		}
		if direct, ok := m.money(d.direct); ok {
			c.DirectAward = direct
		}
		if c.DirectAward == 0 && asThreshold(c) {
			c.DirectAward = c.SEK
		}
		c.Source, c.By, c.On = strings.TrimSpace(d.source), strings.TrimSpace(d.by), app.Date(strings.TrimSpace(d.on))
		e.Limits = append(e.Limits, c)
	}
	return e
}

// asThreshold reports whether direct award is allowed below the threshold itself:
// so it is for social and other special services since direct award got a chapter of
// its own (19 a kap. 2 § LOU and LUF).
func asThreshold(c app.Confirmed) bool {
	return c.Subject == app.SocialServices && !c.From.Before("2022-02-01")
}

// empty reports whether nothing is confirmed of the row; who and when alone say nothing.
func (d limitDraft) empty() bool {
	return strings.TrimSpace(d.sek+d.direct+d.source) == ""
}

// draft is what has been typed of the row that is shown.
func (m *economyModel) draft() *limitDraft {
	i := slices.IndexFunc(m.limits, func(d limitDraft) bool {
		return d.kept.Law == m.law && d.kept.Subject == m.subject && d.kept.From == m.from
	})
	if i < 0 {
		m.limits = append(m.limits, limitDraft{kept: app.Confirmed{Law: m.law, Subject: m.subject, From: m.from}})
		i = len(m.limits) - 1
	}
	return &m.limits[i]
}

// field is the text of a field of the row that is shown.
func (d *limitDraft) field(name string) *string {
	return map[string]*string{fieldLimitSEK: &d.sek, fieldLimitDirect: &d.direct, fieldLimitSource: &d.source, fieldLimitBy: &d.by, fieldLimitOn: &d.on}[name]
}

// periods are the rows of the table for the law and subject that are shown, the
// latest first.
func (m *economyModel) periods(table []app.Threshold) []app.Threshold {
	var out []app.Threshold
	for _, t := range table {
		if t.Law == m.law && t.Subject == m.subject {
			out = append(out, t)
		}
	}
	slices.SortFunc(out, func(a, b app.Threshold) int { return cmp.Compare(b.From, a.From) })
	return out
}

// row shows a row of the table: the one that was shown, or else the latest.
func (m *economyModel) row(table []app.Threshold) app.Threshold {
	rows := m.periods(table)
	i := slices.IndexFunc(rows, func(t app.Threshold) bool { return t.From == m.from })
	if i < 0 && len(rows) > 0 {
		i, m.from = 0, rows[0].From
	}
	if i < 0 {
		return app.Threshold{}
	}
	return rows[i]
}

// confirmed are the rows that something is confirmed of, in the order of the table.
func (m *economyModel) confirmed() []int {
	var out []int
	for i, d := range m.limits {
		if !d.empty() {
			out = append(out, i)
		}
	}
	slices.SortStableFunc(out, func(a, b int) int {
		x, y := m.limits[a].kept, m.limits[b].kept
		return cmp.Or(cmp.Compare(x.Law, y.Law), cmp.Compare(x.Subject, y.Subject), cmp.Compare(y.From, x.From))
	})
	return out
}

// show shows a row.
func (m *economyModel) show(c app.Confirmed) { m.law, m.subject, m.from = c.Law, c.Subject, c.From }

// money reads an amount of kronor that is not below nothing.
func (m *economyModel) money(s string) (app.Money, bool) {
	if s = strings.TrimSpace(s); m.english {
		s = sheet.English(s)
	}
	n, ok := sheet.MoneyOf(s)
	return n, ok && n >= 0 && n <= mostLimit
}

// mostLimit is the largest amount that is believed, as in the dated table.
const mostLimit = app.Money(1e14)

// whole reads years, or hundredths of a per cent.
func (m *economyModel) whole(field string) (int, bool) {
	s := strings.TrimSpace(m.typed[field])
	if m.english {
		s = sheet.English(s)
	}
	if field == fieldYears {
		q, ok := sheet.QuantityOf(s)
		return int(q / 1000), ok && q%1000 == 0 && (s == "" || q > 0) && q <= app.Units(sheet.LastYear)
	}
	n, ok := sheet.PercentOf(s)
	return n, ok && n >= 0 && n <= 10000
}
