package matters

import (
	"cmp"
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
func sorted(rows app.Rows, o Order) []int {
	switch o {
	case ByTime:
		return byTime(rows)
	case ByTitle:
		return byTitle(rows)
	}
	out := make([]int, rows.Len())
	for i := range out {
		out[i] = i
	}
	return out
}

// byTime gathers the rows by day: there are far fewer days than rows.
func byTime(rows app.Rows) []int {
	type key struct {
		decided       bool
		received, due app.Date
		source        app.SourceKind
	}
	of, days := map[key]day{}, map[day][]int{}
	var k app.RowKeys
	for i := range rows.Len() {
		rows.Keys(i, &k)
		id := key{k.Stage == app.Decided, k.Received, k.Due, k.Source}
		d, ok := of[id]
		if !ok {
			d = day{decided: id.decided}
			if l, dated := app.LastDay(k.Source, k.Received, k.Due, anyDay); dated {
				d.at = l.Day
			}
			of[id] = d
		}
		days[d] = append(days[d], i)
	}
	out := make([]int, 0, rows.Len())
	for _, k := range slices.SortedFunc(maps.Keys(days), day.compare) {
		out = append(out, days[k]...)
	}
	return out
}

// anyDay is a day to count from where only the last day is asked for.
const anyDay app.Date = "2000-01-01"

// day is what rows are ordered by in time: the last day to answer, or the one-year day; what
// has no day comes after that, and what is decided last.
type day struct {
	decided bool
	at      app.Date
}

func (a day) compare(b day) int {
	switch {
	case a.decided != b.decided:
		return cmp.Compare(rank(a.decided), rank(b.decided))
	case !a.decided && (a.at == "") != (b.at == ""):
		return cmp.Compare(rank(a.at == ""), rank(b.at == ""))
	}
	return cmp.Compare(a.at, b.at)
}

func rank(last bool) int {
	if last {
		return 1
	}
	return 0
}

func byTitle(rows app.Rows) []int {
	type titled struct {
		key string
		i   int
	}
	list := make([]titled, rows.Len())
	for i, r := range rows.All() {
		list[i] = titled{titleKey(r.Title), i}
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
