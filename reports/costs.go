package reports

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"yttra/app"
	"yttra/app/cost"
)

//go:embed costs_sv.json
var costWordsSV []byte

// costWords are the words of the cost table.
type costWords struct {
	Caption   string                  `json:"caption"`
	Kind      string                  `json:"kind"`
	Year      string                  `json:"year"`
	Years     string                  `json:"years"`
	Sum       string                  `json:"sum"`
	Note      string                  `json:"note"`
	NoteRange string                  `json:"note_range"`
	Kinds     map[app.CostKind]string `json:"kinds"`
}

// yearColumns is how many years have a column of their own; a longer horizon is
// shown as the first year and the rest together.
const yearColumns = 4

// CostTable makes the table of an estimate that has been summed: a row for each
// kind of cost, a column for each year, the sum last. Without amounts it is nil.
func CostTable(e app.Estimate, r cost.Result) (*Costs, error) {
	if len(r.Kinds) == 0 {
		return nil, nil
	}
	var w costWords
	if err := json.Unmarshal(costWordsSV, &w); err != nil {
		return nil, fmt.Errorf("read words of the cost table: %w", err)
	}
	t := &Costs{Role: roleEconomy, Caption: w.Caption, Heads: append([]string{w.Kind}, w.heads(r.Years)...), Note: w.note(e, r)}
	for _, k := range r.Kinds {
		name := w.Kinds[k.Kind]
		if name == "" {
			name = string(k.Kind)
		}
		t.Rows = append(t.Rows, costRow(name, k.Years, k.Total))
	}
	years := make([]cost.Span, len(r.Years))
	for i, y := range r.Years {
		years[i] = y.Span
	}
	sum := costRow(w.Sum, years, r.Total)
	sum.Sum = true
	t.Rows = append(t.Rows, sum)
	return t, nil
}

// heads names the columns: the years, by calendar where it is known, and the sum.
func (w costWords) heads(years []cost.Year) []string {
	var out []string
	name := func(y cost.Year) string {
		if y.Calendar > 0 {
			return strconv.Itoa(y.Calendar)
		}
		return fmt.Sprintf(w.Year, y.Number)
	}
	switch n := len(years); {
	case n == 1:
		return []string{w.Sum}
	case n <= yearColumns:
		for _, y := range years {
			out = append(out, name(y))
		}
	case years[0].Calendar > 0:
		out = []string{name(years[0]), fmt.Sprintf("%d–%d", years[1].Calendar, years[n-1].Calendar)}
	default:
		out = []string{name(years[0]), fmt.Sprintf(w.Years, 2, n)}
	}
	return append(out, w.Sum)
}

func costRow(name string, years []cost.Span, total cost.Span) CostRow {
	r := CostRow{Name: name}
	cell := func(m app.Money) Amount { return Amount{Money: m, Absent: m == 0} }
	switch n := len(years); {
	case n == 1:
	case n <= yearColumns:
		for _, y := range years {
			r.Amounts = append(r.Amounts, cell(y.Likely))
		}
	default:
		r.Amounts = []Amount{cell(years[0].Likely), cell(total.Likely - years[0].Likely)}
	}
	r.Amounts = append(r.Amounts, cell(total.Likely))
	return r
}

// note tells present value and range, when there is more than one year or a range.
func (w costWords) note(e app.Estimate, r cost.Result) string {
	var out []string
	if len(r.Years) > 1 && e.RealRate > 0 {
		rate := strings.TrimRight(strings.TrimRight(fmt.Sprintf("%d,%02d", e.RealRate/100, e.RealRate%100), "0"), ",")
		out = append(out, fmt.Sprintf(w.Note, kronor(r.Present), rate, len(r.Years)))
	}
	if r.Total.Low != r.Total.High {
		out = append(out, fmt.Sprintf(w.NoteRange, kronor(r.Total.Low), kronor(r.Total.High)))
	}
	return strings.Join(out, " ")
}
