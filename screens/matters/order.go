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
	days := map[day][]int{}
	var k app.RowKeys
	for i := range rows.Len() {
		rows.Keys(i, &k)
		d := day{k.Stage == app.Decided, k.Received}
		days[d] = append(days[d], i)
	}
	out := make([]int, 0, rows.Len())
	for _, k := range slices.SortedFunc(maps.Keys(days), day.compare) {
		out = append(out, days[k]...)
	}
	return out
}

// day is what rows are ordered by in time: the day the year is counted from; what
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
