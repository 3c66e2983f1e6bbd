package costs

import (
	"strconv"
	"strings"

	"yttra/app"
	"yttra/app/cost"
	"yttra/app/sheet"
	"yttra/i18n"
)

// Term is something that holds for the whole estimate and is typed in a field.
type Term string

// The terms, by their JSON names.
const (
	FirstYear Term = "first_year"
	Years     Term = "years"
	RealRate  Term = "real_rate"
	Units     Term = "units"
	UnitName  Term = "unit_name"
	Start     Term = "start"
	Financing Term = "financing"
)

// Terms lists them in the order they stand.
var Terms = []Term{FirstYear, Years, RealRate, Units, UnitName, Start, Financing}

// Term gives what a term's field shows: what was typed, when that cannot be read.
func (m *Model) Term(t Term) string {
	if typed, ok := m.badTerms[t]; ok {
		return typed
	}
	e := m.estimate()
	switch t {
	case FirstYear:
		return digits(int64(e.FirstYear))
	case Years:
		return digits(int64(e.Years))
	case RealRate:
		if e.RealRate == 0 {
			return ""
		}
		s := m.words.Percent(e.RealRate)
		return strings.TrimRight(strings.TrimSuffix(s, "%"), "\u00a0")
	case Units:
		return digits(e.Units)
	case UnitName:
		return e.UnitName
	case Start:
		return string(e.Start)
	}
	return e.Financing
}

func digits(n int64) string {
	if n == 0 {
		return ""
	}
	return strconv.FormatInt(n, 10)
}

// TermFault is a sentence saying what is wrong with what was typed for a term;
// empty when it can be read.
func (m *Model) TermFault(t Term) string {
	if typed, ok := m.badTerms[t]; ok {
		return m.words.T("costs.bad_term."+string(t), i18n.Vars{"Typed": typed})
	}
	for _, f := range m.sum.Faults {
		if f.Line < 0 && f.Field == string(t) {
			return m.wrong(string(t), f.Code)
		}
	}
	return ""
}

// SetTerm takes what was typed for a term. What cannot be read stays in the
// field, and the estimate keeps what it had.
func (m *Model) SetTerm(t Term, s string) {
	if !m.Open() || s == m.Term(t) {
		return
	}
	e, typed := m.estimate(), strings.TrimSpace(s)
	if (t == Units || t == RealRate) && m.words.Lang() == "en" {
		typed = sheet.English(typed)
	}
	if !setTerm(&e, t, typed) {
		m.badTerms[t] = s
		return
	}
	delete(m.badTerms, t)
	name := ""
	if t == Financing || t == UnitName { // typed letter by letter
		name = "costs." + string(t)
	}
	m.editAs(name, func(e *app.Estimate) { setTerm(e, t, typed) })
}

func setTerm(e *app.Estimate, t Term, s string) bool {
	switch t {
	case FirstYear:
		return whole(s, cost.EarliestYear, cost.LatestYear, &e.FirstYear)
	case Years:
		return whole(s, 1, sheet.LastYear, &e.Years)
	case RealRate:
		n, ok := sheet.MoneyOf(strings.TrimSuffix(s, "%"))
		if ok && n >= 0 && n <= 10000 {
			e.RealRate = int(n)
			return true
		}
		return false
	case Units:
		q, ok := sheet.QuantityOf(s)
		if ok && q >= 0 && q%1000 == 0 {
			e.Units = int64(q) / 1000
			return true
		}
		return false
	case UnitName:
		e.UnitName = s
	case Financing:
		e.Financing = s
	case Start:
		if s != "" {
			if _, err := app.ParseDate(s); err != nil {
				return false
			}
		}
		e.Start = app.Date(s)
	}
	return true
}

// whole reads a number within bounds; nothing is 0, which means not given.
func whole(s string, least, most int, to *int) bool {
	if s == "" {
		*to = 0
		return true
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < least || n > most {
		return false
	}
	*to = n
	return true
}

// Laws and Subjects are the choices of a purchase, in the order they are offered.
var (
	Laws     = []app.ProcurementLaw{app.LOU, app.LUF}
	Subjects = []app.ProcurementSubject{app.GoodsAndServices, app.Works, app.SocialServices}
)

// SetLaw chooses the act the purchase falls under.
func (m *Model) SetLaw(l app.ProcurementLaw) {
	if m.Open() && m.Law() != l {
		m.edit(func(e *app.Estimate) { e.Law = l })
	}
}

// SetSubject chooses what is bought.
func (m *Model) SetSubject(s app.ProcurementSubject) {
	if m.Open() && m.Subject() != s {
		m.edit(func(e *app.Estimate) { e.Subject = s })
	}
}

// Law is the act that applies.
func (m *Model) Law() app.ProcurementLaw { return m.sum.Procurement.Law }

// Subject is what is bought.
func (m *Model) Subject() app.ProcurementSubject { return m.sum.Procurement.Subject }

// TermsLine is what holds for the estimate, in one line.
func (m *Model) TermsLine() string {
	e, w := m.estimate(), m.words
	n := len(m.sum.Years)
	out := []string{w.N("costs.years", n)}
	if e.RealRate > 0 {
		out = append(out, w.T("costs.rate", i18n.Vars{"Rate": w.Percent(e.RealRate)}))
	}
	return strings.Join(out, " · ")
}
