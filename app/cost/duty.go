package cost

import (
	"slices"
	"strconv"
	"strings"

	"yttra/app"
)

// Duty is something the law asks of a purchase of this value and kind, or a risk
// that comes with it.
type Duty struct {
	Code  string
	Under string    // the section; empty when it is a practice
	Limit app.Money // the amount it hangs on; 0 when it always holds
	Days  int       // within so many days, or so many days to wait; 0 when none
	Other int       // standstill: days when the notice is not sent electronically
	Risk  bool      // nothing to do: what may come of it
	Sure  app.Surety
	Check bool // to be shown as "kontrollera"

	sv, en app.BuyingWords
	most   app.Money
}

// In words the duty in a language, sv or en: a line, and a sentence or two on what
// it means.
func (d Duty) In(lang string) app.BuyingWords {
	w, kr := d.sv, func(m app.Money) string { return m.Written(app.InKr) }
	if lang == "en" {
		w = d.en
		kr = func(m app.Money) string {
			return "SEK\u00a0" + strings.ReplaceAll(strings.TrimSuffix(m.Written(app.InKr), "\u00a0kr"), "\u00a0", ",")
		}
	}
	fill := strings.NewReplacer("{limit}", kr(d.Limit), "{most}", kr(d.most), "{days}", strconv.Itoa(d.Days), "{letter}", strconv.Itoa(d.Other))
	return app.BuyingWords{Title: fill.Replace(w.Title), Text: fill.Replace(w.Text)}
}

// Follow adds what follows from the procedure by the dated rules: duties and
// timeline. When the procedure is not known, the duties are those that all
// possible ones share, and both are told as for the longest.
func (p Procurement) Follow(rules app.Buying) Procurement { return p.follow(rules, newCalendar()) }

func (p Procurement) follow(rules app.Buying, c *calendar) Procurement {
	p.Duties, p.Timeline = nil, Timeline{}
	possible := p.possible()
	if len(possible) == 0 {
		return p
	}
	longest := possible[len(possible)-1]
	for _, r := range rules.Duties {
		cite, ok := p.cited(r.Cites)
		if !ok || !slices.Contains(r.Procedures, string(longest)) || len(r.Subjects) > 0 && !slices.Contains(r.Subjects, p.Subject) ||
			slices.ContainsFunc(possible, func(o Procedure) bool { return !asked(rules.Duties, r.Code, o) }) {
			continue
		}
		other := slices.ContainsFunc(possible, func(o Procedure) bool { return !slices.Contains(r.Procedures, string(o)) }) // stands elsewhere for it
		p.Duties = append(p.Duties, Duty{Code: r.Code, Under: cite.Section, Limit: max(cite.Over, cite.Least), Days: cite.Days, Other: cite.Letter, Risk: r.Risk,
			Sure: cite.Sure, Check: other || unsure(cite.Sure), sv: r.SV, en: r.EN, most: min(damageFee, p.Value/10)})
	}
	p.Timeline = p.timeline(rules.Steps, longest, c)
	return p
}

// asked reports whether a duty of a code is asked for by a procedure.
func asked(rules []app.DutyRule, code string, by Procedure) bool {
	return slices.ContainsFunc(rules, func(r app.DutyRule) bool { return r.Code == code && slices.Contains(r.Procedures, string(by)) })
}

// Follow adds to a result what follows from its procurement.
func (r Result) Follow(rules app.Buying) Result {
	r.Procurement = r.Procurement.Follow(rules)
	return r
}

// Follow adds to every way what follows from its procurement.
func (c Comparison) Follow(rules app.Buying) Comparison {
	c.Ways = slices.Clone(c.Ways)
	days := newCalendar()
	for i := range c.Ways {
		c.Ways[i].Procurement = c.Ways[i].Procurement.follow(rules, days)
	}
	return c
}

// damageFee is the highest procurement damage fee; it is also no more than a tenth
// of the value (LOU 21 kap. 9 §).
const damageFee = app.Money(20_000_000_00)

// possible lists the procedures it can come to, the shortest first.
func (p Procurement) possible() []Procedure {
	all := []Procedure{DirectAward, Advertised, EUDirective}
	if p.Subject == app.SocialServices {
		all = all[:2] // never by the directive's own rules (LOU 1 kap. 4 §)
	}
	switch {
	case p.Procedure == NoPurchase:
		return nil
	case p.Procedure != NotKnown:
		return []Procedure{p.Procedure}
	case p.Why == CompareEUR || p.Why == NoThreshold:
		return all[1:]
	case p.Why == NoDirectLimit && p.Row.SEK > 0 && p.Row.Sure != app.Calculated:
		return all[:2] // the threshold is known and not reached
	}
	return all
}

// cited finds the section that holds.
func (p Procurement) cited(cs []app.Citation) (app.Citation, bool) {
	i := slices.IndexFunc(cs, func(c app.Citation) bool { return c.Holds(p.Law, p.Day, p.Value) })
	if i < 0 {
		return app.Citation{}, false
	}
	return cs[i], true
}

// unsure reports whether a fact is to be shown as "kontrollera"; a practice binds
// nobody, and is shown as one.
func unsure(s app.Surety) bool { return s == app.Known || s == app.Calculated }
