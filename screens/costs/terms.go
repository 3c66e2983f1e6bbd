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
	Inflation Term = "inflation"
	Units     Term = "units"
	UnitName  Term = "unit_name"
	Start     Term = "start"
	Needed    Term = "needed"
	Financing Term = "financing"
)

// Terms lists them in the order they stand.
var Terms = []Term{FirstYear, Years, RealRate, Inflation, Units, UnitName, Start, Needed, Financing}

// Term gives what a term's field shows: what was typed, when that cannot be read.
func (m *Model) Term(t Term) string {
	if typed, ok := m.badTerms[t]; ok {
		return typed
	}
	return m.text(t)
}

// text writes a term.
func (m *Model) text(t Term) string {
	e := m.estimate()
	switch t {
	case FirstYear:
		return digits(int64(e.FirstYear))
	case Years:
		return digits(int64(e.Years))
	case RealRate:
		return m.rate(e.RealRate)
	case Inflation:
		return m.rate(e.Inflation)
	case Units:
		return digits(e.Units)
	case UnitName:
		return e.UnitName
	case Start:
		return string(e.Start)
	case Needed:
		return string(e.Purchase.Needed)
	}
	return m.estimateOf(Funding).Financing // the proposal's, whichever way is shown
}

// rate writes a percentage without its sign; nothing when there is none.
func (m *Model) rate(hundredths int) string {
	return strings.TrimRight(strings.TrimSuffix(m.percent(hundredths), "%"), "\u00a0")
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
	if (t == Units || t == RealRate || t == Inflation) && m.words.Lang() == "en" {
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
	way := m.way
	if t == Financing { // the proposal's own
		way = 0
	}
	m.editIn(way, name, func(e *app.Estimate) { setTerm(e, t, typed) })
}

func setTerm(e *app.Estimate, t Term, s string) bool {
	switch t {
	case FirstYear:
		return whole(s, cost.EarliestYear, cost.LatestYear, &e.FirstYear)
	case Years:
		return whole(s, 1, sheet.LastYear, &e.Years)
	case RealRate:
		return rateIn(s, &e.RealRate)
	case Inflation:
		return rateIn(s, &e.Inflation)
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
		return dayIn(s, &e.Start)
	case Needed:
		return dayIn(s, &e.Purchase.Needed)
	}
	return true
}

// rateIn reads a percentage from 0 to 100, in hundredths.
func rateIn(s string, to *int) bool {
	n, ok := sheet.PercentOf(s)
	if ok = ok && n >= 0 && n <= 10000; ok {
		*to = n
	}
	return ok
}

// dayIn reads a day of the calendar; nothing is none.
func dayIn(s string, to *app.Date) bool {
	if s != "" {
		if _, err := app.ParseDate(s); err != nil {
			return false
		}
	}
	*to = app.Date(s)
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

// SetPilot says whether the proposal is a trial of something larger.
func (m *Model) SetPilot(on bool) {
	if m.Open() && m.state.Matter.Estimate.Pilot != on {
		m.editIn(0, "", func(e *app.Estimate) { e.Pilot = on })
	}
}

// SetLetter says whether the award is told otherwise than electronically.
func (m *Model) SetLetter(on bool) {
	if m.Open() && m.state.Matter.Estimate.Purchase.Letter != on {
		m.editIn(0, "", func(e *app.Estimate) { e.Purchase.Letter = on })
	}
}

// explained is the example of what a real rate does: so much, so many years on.
const (
	explainedSum   = app.Money(100_00)
	explainedYears = 5
)

// RateExplained says what the real rate is and what this one does, and what the
// municipality uses.
func (m *Model) RateExplained() string {
	w, e := m.words, m.estimate()
	out := w.T("costs.rate_is")
	if e.RealRate == 0 {
		out += " " + w.T("costs.rate_none")
	} else {
		last := explainedYears + 1
		r := cost.Sum(app.Estimate{Years: last, RealRate: e.RealRate, Lines: []app.CostLine{
			{Kind: app.CostPurchase, Quantity: app.Units(1), Price: explainedSum, From: last, To: last}}}, nil, m.state.Today)
		out += " " + w.T("costs.rate_does", i18n.Vars{"Rate": w.Percent(e.RealRate), "Sum": m.kr(explainedSum), "Years": w.N("costs.years", explainedYears), "Now": m.kr(r.Present)})
	}
	switch own := m.state.Profile.Economy.RealRate; {
	case own == 0:
		out += " " + w.T("costs.rate_no_own")
	case own != e.RealRate:
		out += " " + w.T("costs.rate_own", i18n.Vars{"Rate": w.Percent(own)})
	default:
		out += " " + w.T("costs.rate_is_own")
	}
	return out
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
