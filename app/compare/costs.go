package compare

import (
	"slices"
	"strconv"

	"yttra/app"
)

// costs tells the rows of the estimates apart by what they are for.
func (l *list) costs(a, b app.Estimate) {
	pairs(l, Line, a.Lines, b.Lines, func(x *app.CostLine) row {
		x.Extra = nil
		return row{string(x.Kind) + "\x00" + x.What, x.What, inOren(x.Amount())}
	})
	pairs(l, Way, a.Alternatives, b.Alternatives, func(x *app.Alternative) row { return row{x.Name, x.Name, yes(true)} })
	l.text(Financing, a.Financing, b.Financing)
	pairs(l, Spent, a.Spent, b.Spent, func(x *app.Spent) row { return row{x.What, x.What, inOren(x.Amount)} })
	pairs(l, Funding, a.Funding, b.Funding, func(x *app.Funding) row { return row{x.Who + "\x00" + x.Budget, x.Who, inOren(x.Amount)} })
	if !alikeRest(terms(a), terms(b)) {
		l.facts = append(l.facts, Fact{What: Terms})
	}
}

// row is what a row of an estimate is known by, called, and says.
type row struct{ key, name, value string }

// pairs holds rows with the same key against each other, in turn. One that says
// the same and still differs is told with the same value twice.
func pairs[T any](l *list, w What, a, b []T, as func(*T) row) {
	left := map[string][]int{}
	rows := slices.Clone(a)
	for i := range rows {
		key := as(&rows[i]).key
		left[key] = append(left[key], i)
	}
	for _, now := range b {
		is := as(&now)
		if len(left[is.key]) == 0 {
			l.facts = append(l.facts, Fact{What: w, Name: is.name, New: is.value})
			continue
		}
		was := left[is.key][0]
		left[is.key] = left[is.key][1:]
		if !alikeRest(rows[was], now) {
			l.facts = append(l.facts, Fact{What: w, Name: is.name, Old: as(&rows[was]).value, New: is.value})
		}
	}
	for i := range rows {
		gone := as(&rows[i])
		if queue := left[gone.key]; len(queue) > 0 && i >= queue[0] { // they were taken from the front
			l.facts = append(l.facts, Fact{What: w, Name: gone.name, Old: gone.value})
		}
	}
}

// terms is an estimate without what has facts of its own.
func terms(e app.Estimate) app.Estimate {
	e.Lines, e.Alternatives, e.Financing, e.Spent, e.Funding, e.Done = nil, nil, "", nil, nil, nil
	return e
}

func inOren(m app.Money) string { return strconv.FormatInt(int64(m), 10) }
