package check

import (
	"cmp"
	"slices"

	"yttra/app"
	"yttra/app/language"
)

// findOtherLimits finds limits of another year: an amount in a sentence with one of
// the phrases that is a limit of the same law and subject, but not on the day whose
// limits apply. A sentence with one of unless tells of those days.
func findOtherLimits(r *run, l *look) []found {
	p := r.sum.Procurement
	same := slices.DeleteFunc(slices.Clone(r.limits), func(row app.Threshold) bool { return row.Law != p.Law || row.Subject != p.Subject })
	if len(same) == 0 {
		return nil
	}
	day := cmp.Or(p.Day, r.today, same[len(same)-1].From) // a paper without a day is of these days
	at := slices.IndexFunc(same, func(row app.Threshold) bool { return !day.Before(row.From) && !row.To.Before(day) })
	if at < 0 {
		return nil
	}
	now := same[at]
	var out []found
	for _, a := range r.amountsWith(l) {
		if a.Money == now.DirectAward || a.Money == now.SEK {
			continue
		}
		i := slices.IndexFunc(same, func(row app.Threshold) bool { return a.Money == row.DirectAward || a.Money == row.SEK })
		if i >= 0 && len(out) < maxTold {
			out = append(out, found{place: a.place, words: []string{"{here}", a.written, "{from}", string(same[i].From), "{to}", string(same[i].To), "{day}", string(day)}})
		}
	}
	return out
}

// findOtherValues finds a value of the procurement that is not the estimate's: an
// amount in a sentence with one of the phrases. The value at its highest, and what
// is paid for all the years together, are the estimate's too.
func findOtherValues(r *run, l *look) []found {
	p := r.sum.Procurement
	if p.Value <= 0 {
		return nil
	}
	var out []found
	for _, a := range r.amountsWith(l) {
		limit := slices.ContainsFunc(r.limits, func(row app.Threshold) bool { return a.Money == row.DirectAward || a.Money == row.SEK })
		if _, ok := agrees(a.Amount, a.written, []app.Money{p.Value, p.Highest}); !ok && !limit && len(out) < maxTold {
			out = append(out, found{place: a.place, words: []string{"{here}", a.written}})
		}
	}
	return out
}

// amountsWith gives the body's own amounts in sentences with one of the look's
// phrases and none of its unless.
func (r *run) amountsWith(l *look) []writtenAmount {
	wanted, excused := r.within(l.phrases), r.within(l.unless)
	if wanted.bits == nil {
		return nil
	}
	var out []writtenAmount
	for i, s := range r.sections {
		if !r.covers(l, i) {
			continue
		}
		for _, p := range s.parts {
			for _, a := range p.amounts {
				at := place(i, p.at, a.Span)
				n, ok := r.sentenceAt(at)
				if ok && p.kind != language.Quote && wanted.has(n) && !excused.has(n) && !inside(p.quotes, a.Span) && !inside(p.reported, a.Span) {
					out = append(out, writtenAmount{a, at, p.text.Of(a.Span)})
				}
			}
		}
	}
	return out
}
