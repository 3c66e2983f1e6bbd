package figures

import (
	"slices"
	"strconv"

	"yttra/app"
	"yttra/app/cost"
)

// sums are the figures that every way has.
var sums = map[Code]func(app.Estimate, cost.Result) (app.Money, Fault){
	Total:      func(_ app.Estimate, r cost.Result) (app.Money, Fault) { return r.Total.Likely, Found },
	Low:        func(_ app.Estimate, r cost.Result) (app.Money, Fault) { return r.Total.Low, Found },
	High:       func(_ app.Estimate, r cost.Result) (app.Money, Fault) { return r.Total.High, Found },
	Present:    func(_ app.Estimate, r cost.Result) (app.Money, Fault) { return r.Present, Found },
	OneOff:     func(_ app.Estimate, r cost.Result) (app.Money, Fault) { return r.OneOff, Found },
	Running:    func(_ app.Estimate, r cost.Result) (app.Money, Fault) { return r.Running, Found },
	Investment: func(_ app.Estimate, r cost.Result) (app.Money, Fault) { return r.Investment, Found },
	First:      func(_ app.Estimate, r cost.Result) (app.Money, Fault) { return r.Years[0].Likely, Found },
	After:      func(_ app.Estimate, r cost.Result) (app.Money, Fault) { return after(r), found(len(r.Years) > 1) },
	PerYear: func(_ app.Estimate, r cost.Result) (app.Money, Fault) {
		return divided(after(r), int64(len(r.Years)-1)), found(len(r.Years) > 1)
	},
	Unit: func(e app.Estimate, r cost.Result) (app.Money, Fault) { return r.PerUnit, found(e.Units > 0) },
	UnitYear: func(e app.Estimate, r cost.Result) (app.Money, Fault) {
		return divided(r.PerUnit, int64(len(r.Years))), found(e.Units > 0)
	},
}

// own are the figures that the proposal alone has.
var own = map[Code]func(*Set) (app.Money, Fault){
	Given:    func(s *Set) (app.Money, Fault) { return s.ways.Ways[0].Funding.Given, s.isFunded() },
	Decided:  func(s *Set) (app.Money, Fault) { return s.ways.Ways[0].Funding.Decided, s.isFunded() },
	Gap:      func(s *Set) (app.Money, Fault) { return s.ways.Ways[0].Funding.Gap, s.isFunded() },
	SunkPaid: func(s *Set) (app.Money, Fault) { return s.ways.Ways[0].Sunk.Paid, s.isSpent() },
	SunkBack: func(s *Set) (app.Money, Fault) { return s.ways.Ways[0].Sunk.Back, s.isSpent() },
	SunkLost: func(s *Set) (app.Money, Fault) { return s.ways.Ways[0].Sunk.Lost(), s.isSpent() },
	Value:    func(s *Set) (app.Money, Fault) { return s.ways.Ways[0].Procurement.Value, Found },
	ProcurementHigh: func(s *Set) (app.Money, Fault) {
		return s.ways.Ways[0].Procurement.Highest, Found
	},
	Limit: func(s *Set) (app.Money, Fault) { return s.limit, found(s.limit > 0) },
}

func (s *Set) isFunded() Fault { return found(len(s.estimate.Funding) > 0) }
func (s *Set) isSpent() Fault  { return found(len(s.estimate.Spent) > 0) }

func found(ok bool) Fault {
	if ok {
		return Found
	}
	return Gone
}

// after is what the years after the first cost together.
func after(r cost.Result) app.Money { return r.Total.Likely - r.Years[0].Likely }

// divided rounds halves away from zero.
func divided(m app.Money, by int64) app.Money {
	if by < 1 {
		return 0
	}
	n, rest := int64(m)/by, int64(m)%by
	switch {
	case rest >= by-rest && rest > 0:
		n++
	case -rest >= by+rest && rest < 0:
		n--
	}
	return app.Money(n)
}

// year looks a year up by the calendar or by its number.
func (s *Set) year(f Figure, name string) (Figure, Fault) {
	y, why := yearOf(s.ways.Ways[f.Way], name)
	if why != Found {
		return f, why
	}
	f.Amount, f.Year = y.Likely, yearName(y)
	return f, Found
}

func yearOf(r cost.Result, name string) (cost.Year, Fault) {
	n, ok := number(name)
	if !ok {
		return cost.Year{}, Unknown
	}
	i := slices.IndexFunc(r.Years, func(y cost.Year) bool { return y.Calendar == n || n < 1000 && y.Number == n })
	if i < 0 {
		return cost.Year{}, Gone
	}
	return r.Years[i], Found
}

// yearName is the year of the calendar, or the number when that is not known.
func yearName(y cost.Year) int {
	if y.Calendar > 0 {
		return y.Calendar
	}
	return y.Number
}

func (s *Set) kind(f Figure, name string) (Figure, Fault) {
	f.Kind = app.CostKind(name)
	if !slices.Contains(app.CostKinds, f.Kind) {
		return f, Unknown
	}
	kinds := s.ways.Ways[f.Way].Kinds
	i := slices.IndexFunc(kinds, func(k cost.Kind) bool { return k.Kind == f.Kind })
	if i < 0 {
		return f, Gone
	}
	f.Amount = kinds[i].Total.Likely
	return f, Found
}

// compared is how far the proposal is above or below a way.
func (s *Set) compared(key string, c Code, name string) (Figure, Fault) {
	f := Figure{Key: key, Code: c, Line: -1}
	var why Fault
	if f.Way, why = s.way(name); why != Found {
		return f, why
	}
	if !s.has(0, c) || !s.has(f.Way, c) {
		return f, Gone
	}
	if c == WayName {
		f.Text = plain(s.estimate.Alternatives[f.Way-1].Name)
		return f, found(f.Text != "")
	}
	f.Amount = s.ways.Ways[0].Total.Likely - s.ways.Ways[f.Way].Total.Likely
	if c == Lower {
		f.Amount = -f.Amount
	}
	return f, Found
}

// line is what a line of the proposal costs in all years of the horizon, or in the
// first of its years.
func (s *Set) line(key string, parts []string) (Figure, Fault) {
	n, ok := number(parts[1])
	if !ok {
		return Figure{}, Unknown
	}
	f := Figure{Key: key, Code: OfLine, Line: n - 1}
	if len(parts) == 3 {
		f.Code = LineYear
	}
	lines := s.ways.Ways[0].Lines
	if f.Line >= len(lines) || !lines[f.Line].Summed {
		return f, Gone
	}
	if f.Amount = lines[f.Line].Total.Likely; f.Code == LineYear {
		from := max(s.estimate.Lines[f.Line].From, 1) - 1
		if from >= len(lines[f.Line].Years) {
			return f, Gone
		}
		f.Amount = lines[f.Line].Years[from].Likely
	}
	return f, Found
}

// funded is what a year is paid with, or lacks.
func (s *Set) funded(key, head, name string) (Figure, Fault) {
	y, why := yearOf(s.ways.Ways[0], name)
	if why != Found {
		return Figure{}, why
	}
	f := Figure{Key: key, Code: GivenYear, Amount: y.Funded, Year: yearName(y), Line: -1}
	if head == "gap" {
		f.Code, f.Amount = GapYear, y.Gap
	}
	if s.isFunded() != Found || !s.has(0, f.Code) {
		why = Gone
	}
	return f, why
}

// List gives the figures that are worth offering, in the order they are offered:
// what the proposal costs, how it compares, how it is paid, how it is bought, its
// years, kinds and lines, and then what the other ways cost.
func (s *Set) List() []Figure {
	var out []Figure
	add := func(keys ...string) {
		for _, k := range keys {
			if f, ok := s.Find(k); ok && (f.Amount != 0 || f.Code == Total) {
				out = append(out, f)
			}
		}
	}
	s.costs(0, "", add)
	for i := range s.estimate.Alternatives {
		name := s.wayName(i + 1)
		d, ok := s.Find("difference/" + name)
		if ok && d.Amount >= 0 {
			add("difference/" + name)
		} else if ok {
			add("lower/" + name)
		}
		add("against/" + name)
	}
	add("funding", "decided", "gap", "sunk", "sunkback", "sunklost", "procurement")
	if p := s.ways.Ways[0].Procurement; p.Highest != p.Value {
		add("procurementhigh")
	}
	add("limit")
	s.parts(0, "", add)
	for _, y := range s.ways.Ways[0].Years {
		n := strconv.Itoa(yearName(y))
		add("funding/"+n, "gap/"+n)
	}
	for _, k := range []string{"procedure", "years", "period", "count", "swing"} {
		if f, ok := s.Find(k); ok {
			out = append(out, f)
		}
	}
	for i := range s.estimate.Lines {
		n := strconv.Itoa(i + 1)
		if add("line/" + n); s.estimate.Lines[i].To > max(s.estimate.Lines[i].From, 1) {
			add("line/" + n + "/year")
		}
	}
	for i := range s.estimate.Alternatives {
		prefix := "way/" + s.wayName(i+1) + "/"
		s.costs(i+1, prefix, add)
		s.parts(i+1, prefix, add)
	}
	return out
}

// costs offers the sums of a way.
func (s *Set) costs(way int, prefix string, add func(...string)) {
	r := s.ways.Ways[way]
	add(prefix + "total")
	if r.Total.Low != r.Total.High {
		add(prefix+"low", prefix+"high")
	}
	if r.Present != r.Total.Likely {
		add(prefix + "present")
	}
	if len(r.Years) > 1 {
		add(prefix+"first", prefix+"peryear", prefix+"after")
	}
	add(prefix+"oneoff", prefix+"running", prefix+"investment", prefix+"unit", prefix+"unityear")
}

// parts offers the years and kinds of a way.
func (s *Set) parts(way int, prefix string, add func(...string)) {
	r := s.ways.Ways[way]
	for _, y := range r.Years {
		if len(r.Years) > 1 {
			add(prefix + "year/" + strconv.Itoa(yearName(y)))
		}
	}
	for _, k := range r.Kinds {
		if slices.Contains(app.CostKinds, k.Kind) {
			add(prefix + "kind/" + string(k.Kind))
		}
	}
}
