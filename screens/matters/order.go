package matters

import (
	"maps"
	"slices"
	"strings"

	"yttra/app"
)

// Order is how the list is sorted.
type Order int

const (
	ByTime  Order = iota // least time left first
	BySaved              // latest saved first
	ByTitle
)

// sorted gives the places of the rows in an order. Rows that are alike stay as the
// register hands them out: latest saved first.
func sorted(rows []app.Row, o Order) []int {
	switch o {
	case ByTime:
		return byTime(rows)
	case ByTitle:
		return byTitle(rows)
	}
	out := make([]int, len(rows))
	for i := range out {
		out[i] = i
	}
	return out
}

// byTime gathers the rows by day: there are far fewer days than rows.
func byTime(rows []app.Row) []int {
	days := map[string][]int{}
	for i := range rows {
		k := timeKey(&rows[i])
		days[k] = append(days[k], i)
	}
	out := make([]int, 0, len(rows))
	for _, k := range slices.Sorted(maps.Keys(days)) {
		out = append(out, days[k]...)
	}
	return out
}

// timeKey orders by the day the year is counted from; what has no day comes after
// that, and what is decided last.
func timeKey(r *app.Row) string {
	switch {
	case r.Stage == app.Decided:
		return "~~" + string(r.Received)
	case r.Received == "":
		return "~"
	}
	return string(r.Received)
}

func byTitle(rows []app.Row) []int {
	type titled struct {
		key string
		i   int
	}
	list := make([]titled, len(rows))
	for i := range rows {
		list[i] = titled{titleKey(rows[i].Title), i}
	}
	slices.SortStableFunc(list, func(a, b titled) int { return strings.Compare(a.key, b.key) })
	out := make([]int, len(list))
	for i, t := range list {
		out[i] = t.i
	}
	return out
}

// swedish puts å, ä and ö after z, as in the Swedish alphabet.
var swedish = strings.NewReplacer("å", "{", "ä", "|", "ö", "}")

func titleKey(s string) string { return swedish.Replace(strings.ToLower(s)) }
