package costs

import (
	"slices"
	"strconv"
	"strings"

	"yttra/app"
	"yttra/app/cost"
	"yttra/i18n"
)

// Group is what a part of a bar is of. Each is drawn in a way of its own.
type Group string

const (
	RunningCost Group = "running" // of lines that fall in several years: pale, with an outline
	OneOffCost  Group = "one_off" // of lines that fall in one year: filled
	SavedCost   Group = "saving"  // what is proved to fall away: striped, below the line
)

// Groups lists them from the line outwards.
var Groups = []Group{RunningCost, OneOffCost, SavedCost}

// Piece is a part of a bar, between two places in per mille of the chart's room,
// counted from its lowest.
type Piece struct {
	Group    Group
	From, To int
}

// Bar is a year of the picture, or a kind: its name, its sum as a number, and its parts.
type Bar struct {
	Name, Number string
	Says         string // the year in words
	Pieces       []Piece
	Net          int // where the year's sum lies, in per mille; -1: at the end of the pieces
}

// YearChart is the picture of the years, or of the kinds of cost.
type YearChart struct {
	Title  string
	Says   string // what it shows, in a sentence
	Bars   []Bar
	Zero   int     // where the line is, in per mille of the room
	Groups []Group // that occur
	Lying  bool    // the names are words: the bars lie under each other
}

// parted is a year's likely cost by group. A line whose amount is below zero
// counts as saved, whatever its kind.
type parted map[Group]app.Money

// partedYears sorts every year's amounts by group.
func partedYears(e app.Estimate, r cost.Result) []parted {
	out := make([]parted, len(r.Years))
	for y := range out {
		out[y] = parted{}
	}
	for i, l := range r.Lines {
		if !l.Summed || i >= len(e.Lines) {
			continue
		}
		group := groupOf(e.Lines[i])
		for y, s := range l.Years {
			if s.Likely != 0 {
				out[y][group] += s.Likely
			}
		}
	}
	return out
}

func groupOf(l app.CostLine) Group {
	switch {
	case l.Kind == app.CostSaving:
		return SavedCost
	case oneYear(l):
		return OneOffCost
	}
	return RunningCost
}

// oneYear reports whether a line falls in one year.
func oneYear(l app.CostLine) bool { return l.To == 0 || max(l.From, 1) == l.To }

// up is what is spent, down what is saved, both as positive amounts.
func (p parted) up() app.Money   { return p[RunningCost] + p[OneOffCost] }
func (p parted) down() app.Money { return -p[SavedCost] }

// Years is the picture of the years.
func (m *Model) Years() YearChart {
	all := partedYears(m.estimate(), m.sum)
	c, at, s := m.groupChart("costs.per_year", all)
	c.Says = m.YearsSay()
	for i, y := range m.sum.Years {
		c.Bars = append(c.Bars, bar(yearName(y), m.number(y.Likely, s), m.yearSays(y, all[i]), all[i], y.Likely, at))
	}
	return c
}

// groupChart begins a picture of bars: its title, scale, zero line and the groups
// that occur; at places an amount in it.
func (m *Model) groupChart(title string, all []parted) (c YearChart, at func(app.Money) int, s Scale) {
	var up, down app.Money
	for _, p := range all {
		up, down = max(up, p.up()), max(down, p.down())
	}
	s = scaleOf(max(up, down))
	c.Title = m.words.T(title, i18n.Vars{"Unit": m.unitOf(s)})
	room := up + down
	at = func(a app.Money) int {
		if room == 0 {
			return 0
		}
		return perMille(down+a, room)
	}
	c.Zero = at(0)
	for _, g := range Groups {
		if slices.ContainsFunc(all, func(p parted) bool { return p[g] != 0 }) {
			c.Groups = append(c.Groups, g)
		}
	}
	return c, at, s
}

// bar lays the groups on each other from the line outwards.
func bar(name, number, says string, p parted, sum app.Money, at func(app.Money) int) Bar {
	b := Bar{Name: name, Number: number, Says: says, Net: -1}
	if p.down() > 0 && p.up() > 0 {
		b.Net = at(sum)
	}
	zero := at(0)
	b.Pieces = []Piece{{RunningCost, zero, at(p[RunningCost])}, {OneOffCost, at(p[RunningCost]), at(p.up())}, {SavedCost, at(p[SavedCost]), zero}}
	return b
}

func yearName(y cost.Year) string {
	if y.Calendar > 0 {
		return strconv.Itoa(y.Calendar)
	}
	return strconv.Itoa(y.Number)
}

// yearCalled names a year in a sentence: 2027, år 3.
func (m *Model) yearCalled(y cost.Year) string {
	if y.Calendar > 0 {
		return yearName(y)
	}
	return m.words.T("costs.year_no", i18n.Vars{"N": yearName(y)})
}

// yearSays tells what a year is made of.
func (m *Model) yearSays(y cost.Year, p parted) string {
	return m.partsSay(m.yearCalled(y), y.Likely, p)
}

// partsSay tells what a sum is made of.
func (m *Model) partsSay(name string, sum app.Money, p parted) string {
	w := m.words
	var of []string
	for _, g := range []Group{OneOffCost, RunningCost, SavedCost} {
		if p[g] != 0 {
			of = append(of, w.T("costs.group_sum."+string(g), i18n.Vars{"Sum": w.Kronor(int64(nearest(p[g])))}))
		}
	}
	vars := i18n.Vars{"Year": name, "Sum": w.Kronor(int64(nearest(sum))), "Of": strings.Join(of, ", ")}
	switch len(of) {
	case 0:
		return w.T("costs.year_says_none", vars)
	case 1:
		return w.T("costs.year_says_one", vars)
	}
	return w.T("costs.year_says", vars)
}

// YearsSay tells the picture of the years in a sentence or two: which is the
// dearest, and what the others cost.
func (m *Model) YearsSay() string {
	years, w := m.sum.Years, m.words
	if len(years) == 0 {
		return ""
	}
	top, low, high := 0, years[0].Likely, years[0].Likely
	for i, y := range years {
		if y.Likely > years[top].Likely {
			top = i
		}
		low, high = min(low, y.Likely), max(high, y.Likely)
	}
	switch {
	case low == 0 && high == 0:
		return w.T("costs.years_nothing")
	case len(years) == 1:
		return w.T("costs.years_one", i18n.Vars{"Year": m.yearCalled(years[0]), "Sum": m.tell(high, toldIn(high))})
	case low == high && low > 0:
		return w.T("costs.years_same", i18n.Vars{"Sum": m.tell(high, toldIn(high))})
	case high <= 0:
		return w.T("costs.years_saved", i18n.Vars{"Year": m.yearCalled(years[leastYear(years)]), "Sum": m.tell(-low, toldIn(low))})
	}
	return m.dearest(years, top)
}

// dearest tells of the year that costs the most, and of those beside it.
func (m *Model) dearest(years []cost.Year, top int) string {
	w := m.words
	var low, high app.Money
	saved := 0
	for i, y := range years {
		if y.Likely < 0 {
			saved++
		}
		switch {
		case i == top:
		case i == 0 || top == 0 && i == 1:
			low, high = y.Likely, y.Likely
		default:
			low, high = min(low, y.Likely), max(high, y.Likely)
		}
	}
	s := toldIn(years[top].Likely, low, high)
	key := "costs.years_others"
	switch {
	case low == 0 && high == 0:
		key = "costs.years_only"
	case top == 0:
		key = "costs.years_then"
	}
	says := w.T("costs.years_top", i18n.Vars{"Year": m.yearCalled(years[top]), "Sum": m.tell(years[top].Likely, s)}) + " " +
		w.T(key, i18n.Vars{"Sum": m.tellRange(low, high, s)})
	if saved > 0 {
		says += " " + w.N("costs.years_below", saved)
	}
	return says
}

func leastYear(years []cost.Year) int {
	at := 0
	for i, y := range years {
		if y.Likely < years[at].Likely {
			at = i
		}
	}
	return at
}
