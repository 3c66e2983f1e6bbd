package facts

import (
	"cmp"
	"reflect"
	"slices"
	"strings"

	"yttra/app"
)

// Fields of a referral.
const (
	fieldReferBody     = "refer_body"
	fieldReferSent     = "refer_sent"
	fieldReferDue      = "refer_due"
	fieldReferAnswered = "refer_answered"
	fieldReferItem     = "refer_item"
	fieldReferRef      = "refer_ref"
	fieldReferSummary  = "refer_summary"
	fieldReferDissent  = "refer_dissent"
)

// referralDays and referralTexts are where each field of a referral lies.
func referralDays(r *app.Referral) map[string]*app.Date {
	return map[string]*app.Date{fieldReferSent: &r.Sent, fieldReferDue: &r.Due, fieldReferAnswered: &r.Answered}
}

func referralTexts(r *app.Referral) map[string]*string {
	return map[string]*string{fieldReferBody: &r.Body, fieldReferItem: &r.Item, fieldReferRef: &r.Reference, fieldReferSummary: &r.Summary, fieldReferDissent: &r.Dissent}
}

// referral is one body that was asked, while it is being written.
type referral struct {
	kept  app.Referral
	typed map[string]string
	begun map[string]string
}

func referralOf(r app.Referral) referral {
	out := referral{kept: r, typed: map[string]string{}, begun: map[string]string{}}
	for name, s := range referralTexts(&r) {
		out.typed[name], out.begun[name] = *s, *s
	}
	for name, d := range referralDays(&r) {
		out.typed[name], out.begun[name] = string(*d), string(*d)
	}
	return out
}

// now is the referral as it has been written.
func (r referral) now() app.Referral {
	out := r.kept
	for name, to := range referralTexts(&out) {
		if r.typed[name] != r.begun[name] {
			*to = strings.TrimSpace(r.typed[name])
		}
	}
	for name, to := range referralDays(&out) {
		if d, ok := day(r.typed[name]); ok && r.typed[name] != r.begun[name] {
			*to = d
		}
	}
	return out
}

// empty reports whether nothing is said of it.
func (r referral) empty() bool {
	return reflect.DeepEqual(r.now(), app.Referral{}) && len(r.faults()) == 0
}

// faults names the fields that cannot be kept as they are.
func (r referral) faults() map[string]string {
	out := map[string]string{}
	days := map[string]app.Date{}
	for name := range referralDays(&r.kept) {
		d, ok := day(r.typed[name])
		if !ok {
			out[name] = "form.fault_day"
			continue
		}
		days[name] = d
	}
	for _, name := range []string{fieldReferDue, fieldReferAnswered} {
		if d := days[name]; d != "" && d.Before(days[fieldReferSent]) {
			out[name] = "facts.fault_before_sent"
		}
	}
	if strings.TrimSpace(r.typed[fieldReferBody]) == "" && !reflect.DeepEqual(r.now(), app.Referral{}) {
		out[fieldReferBody] = "facts.fault_bodyless"
	}
	return out
}

// Referrals are the bodies that a matter has been sent to, while they are being
// written.
type Referrals struct {
	was  []app.Referral
	list []referral
}

// NewReferrals reads those of a matter, the one that is due first before the
// others; those without such a day come last.
func NewReferrals(m *app.Matter) *Referrals {
	r := &Referrals{was: m.Referrals}
	for _, one := range m.Referrals {
		r.list = append(r.list, referralOf(one))
	}
	r.sort(-1)
	return r
}

// sort orders by the day they are due, and tells where one of them went.
func (r *Referrals) sort(at int) int {
	order := make([]int, len(r.list))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := r.list[a].now().Due, r.list[b].now().Due
		if (x == "") != (y == "") {
			return cmp.Compare(y, x)
		}
		return cmp.Compare(x, y)
	})
	list := make([]referral, 0, len(order))
	to := -1
	for i, from := range order {
		if list = append(list, r.list[from]); from == at {
			to = i
		}
	}
	r.list = list
	return to
}

func (r *Referrals) add() int {
	r.list = append(r.list, referralOf(app.Referral{}))
	return len(r.list) - 1
}

func (r *Referrals) remove(i int) { r.list = slices.Delete(r.list, i, i+1) }

// Now are those that something is said of, in order.
func (r *Referrals) Now() []app.Referral {
	var out []app.Referral
	for _, one := range r.list {
		if now := one.now(); !one.empty() {
			out = append(out, now)
		}
	}
	return out
}

// Faulty is the first with something to mend; -1: none.
func (r *Referrals) Faulty() int {
	return slices.IndexFunc(r.list, func(o referral) bool { return len(o.faults()) > 0 })
}

// Changed reports whether something would be lost by leaving. The order alone is
// no change.
func (r *Referrals) Changed() bool {
	for _, one := range r.list {
		if len(one.faults()) > 0 && !reflect.DeepEqual(one.typed, one.begun) {
			return true
		}
	}
	before := NewReferrals(&app.Matter{Referrals: r.was}).Now()
	return !reflect.DeepEqual(r.Now(), before)
}
