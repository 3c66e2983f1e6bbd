package costs

import (
	"yttra/app"
	"yttra/app/cost"
	"yttra/app/sheet"
)

// Tab is one of the tables behind the tabs.
type Tab int

// The tables, in the order of their tabs.
const (
	Lines Tab = iota
	Spent
	Funding
	Bought
)

// tables makes them all.
func tables() []table {
	return []table{Lines: linesTable(), Spent: spentTable(), Funding: fundingTable(), Bought: boughtTable()}
}

// The columns of what has been spent.
const (
	SpentWhat Column = iota
	SpentYear
	SpentAmount
	SpentBack
	SpentLost
	SpentSource
)

// spentTable is what has been paid already.
func spentTable() table {
	type f = field[app.Spent]
	source := f{Head: Head{Key: "source", Fields: []string{"source"}, Least: 116, Choice: true, Gives: true}, options: sourceOptions,
		chosen: func(s app.Spent) int { return sourceChosen(s.Source) }, choose: func(_ *Model, s *app.Spent, i int) { s.Source = sourceAt(i) }}
	source.show = option(source)
	return &rows[app.Spent]{key: "spent",
		get:   func(e app.Estimate) []app.Spent { return e.Spent },
		set:   func(e *app.Estimate, all []app.Spent) { e.Spent = all },
		fresh: func(*Model) app.Spent { return app.Spent{} },
		bad:   func(s *app.Spent) *map[string]string { return &s.Unread },
		columns: []f{
			SpentWhat: {Head: Head{Key: "what", Fields: []string{"what"}, Least: 160, Grows: true}, show: func(_ *Model, s app.Spent) string { return s.What },
				read: func(_ *Model, s *app.Spent, typed string) bool { s.What = plainText(typed); return true }},
			SpentYear: {Head: Head{Key: "paid_year", Fields: []string{"year"}, Least: 64, Right: true}, show: func(_ *Model, s app.Spent) string { return digits(int64(s.Year)) },
				read: func(_ *Model, s *app.Spent, typed string) bool {
					return whole(typed, cost.EarliestSpent, cost.LatestYear, &s.Year)
				}},
			SpentAmount: {Head: Head{Key: "amount", Fields: []string{"amount"}, Least: 110, Right: true}, show: func(m *Model, s app.Spent) string { return m.amount(s.Amount) },
				read: func(_ *Model, s *app.Spent, typed string) bool { return read(&s.Amount, typed, sheet.MoneyOf) }},
			SpentBack: {Head: Head{Key: "back", Fields: []string{"back"}, Least: 110, Right: true}, show: func(m *Model, s app.Spent) string { return m.amount(s.Back) },
				read: func(_ *Model, s *app.Spent, typed string) bool { return read(&s.Back, typed, sheet.MoneyOf) }},
			SpentLost: {Head: Head{Key: "lost", Fields: []string{"lost"}, Least: 110, Right: true, Computed: true}, show: func(m *Model, s app.Spent) string {
				return m.amount(s.Amount - s.Back)
			}},
			SpentSource: source,
		}}
}

// The columns of the financing.
const (
	FundingWho Column = iota
	FundingBudget
	FundingYears
	FundingAmount
	FundingTotal
	FundingDecided
)

// fundingTable is who pays, from which budget, when.
func fundingTable() table {
	type f = field[app.Funding]
	decided := f{Head: Head{Key: "decided", Fields: []string{"decided"}, Least: 92, Choice: true}, options: decidedOptions,
		chosen: func(g app.Funding) int { return map[bool]int{true: 1}[g.Decided] }, choose: func(_ *Model, g *app.Funding, i int) { g.Decided = i == 1 }}
	decided.show = option(decided)
	return &rows[app.Funding]{key: "funding",
		get:   func(e app.Estimate) []app.Funding { return e.Funding },
		set:   func(e *app.Estimate, all []app.Funding) { e.Funding = all },
		fresh: (*Model).freshFunding,
		bad:   func(g *app.Funding) *map[string]string { return &g.Unread },
		columns: []f{
			FundingWho: {Head: Head{Key: "who", Fields: []string{"who"}, Least: 150, Gives: true}, show: func(_ *Model, g app.Funding) string { return g.Who },
				read: func(_ *Model, g *app.Funding, s string) bool { g.Who = plainText(s); return true }},
			FundingBudget: {Head: Head{Key: "budget", Fields: []string{"budget"}, Least: 160, Grows: true}, show: func(_ *Model, g app.Funding) string { return g.Budget },
				read: func(_ *Model, g *app.Funding, s string) bool { g.Budget = plainText(s); return true }},
			FundingYears: {Head: Head{Key: "years", Fields: []string{"years", "from", "to"}, Least: 76, Right: true},
				show: func(m *Model, g app.Funding) string { return m.span(g.From, g.To) },
				read: func(m *Model, g *app.Funding, s string) bool { return readYears(m, s, &g.From, &g.To) }},
			FundingAmount: {Head: Head{Key: "amount_year", Fields: []string{"amount"}, Least: 112, Right: true}, show: func(m *Model, g app.Funding) string { return m.amount(g.Amount) },
				read: func(_ *Model, g *app.Funding, s string) bool { return read(&g.Amount, s, sheet.MoneyOf) }},
			FundingTotal: {Head: Head{Key: "in_all", Fields: []string{"in_all"}, Least: 104, Right: true, Computed: true}, show: func(m *Model, g app.Funding) string {
				years := max(g.To, g.From, 1) - max(g.From, 1) + 1
				return m.amount(g.Amount.Times(app.Units(int64(years))))
			}},
			FundingDecided: decided,
		}}
}

// freshFunding is new financing for all the years of the estimate, unless the
// first year's.
func (m *Model) freshFunding() app.Funding {
	if years := len(m.state.Cost.Years); years > 1 {
		return app.Funding{From: 1, To: years}
	}
	return app.Funding{}
}

func decidedOptions(m *Model) []Option {
	var out []Option
	for _, k := range []string{"no", "yes"} {
		out = append(out, Option{m.words.T("costs.decided." + k), m.words.T("costs.decided_long." + k)})
	}
	return out
}

// The columns of what the lines do not say of the purchase.
const (
	BoughtKind Column = iota
	BoughtWhat
	BoughtAmount
)

// bought is a row of what the lines do not say of the purchase: an option, or
// something of the same kind that is bought elsewhere.
type bought struct {
	app.PurchaseSum
	similar bool
}

// boughtTable has options first and similar purchases after them.
func boughtTable() table {
	type f = field[bought]
	kind := f{Head: Head{Key: "counts_as", Fields: []string{"counts_as"}, Least: 200, Choice: true}, options: boughtOptions,
		chosen: func(b bought) int { return b.rank() }, choose: func(_ *Model, b *bought, i int) { b.similar = i == 1 }}
	kind.show = option(kind)
	return &rows[bought]{key: "bought", get: boughtOf, set: setBought, rank: bought.rank,
		fresh: func(*Model) bought { return bought{} },
		bad:   func(b *bought) *map[string]string { return &b.Unread },
		columns: []f{
			BoughtKind: kind,
			BoughtWhat: {Head: Head{Key: "what", Fields: []string{"what"}, Least: 160, Grows: true}, show: func(_ *Model, b bought) string { return b.What },
				read: func(_ *Model, b *bought, s string) bool { b.What = plainText(s); return true }},
			BoughtAmount: {Head: Head{Key: "amount", Fields: []string{"amount"}, Least: 120, Right: true}, show: func(m *Model, b bought) string { return m.amount(b.Amount) },
				read: func(_ *Model, b *bought, s string) bool { return read(&b.Amount, s, sheet.MoneyOf) }},
		}}
}

func (b bought) rank() int {
	if b.similar {
		return 1
	}
	return 0
}

func boughtOf(e app.Estimate) []bought {
	var out []bought
	for _, s := range e.Purchase.Options {
		out = append(out, bought{s, false})
	}
	for _, s := range e.Purchase.Similar {
		out = append(out, bought{s, true})
	}
	return out
}

func setBought(e *app.Estimate, all []bought) {
	e.Purchase.Options, e.Purchase.Similar = nil, nil
	for _, b := range all {
		if b.similar {
			e.Purchase.Similar = append(e.Purchase.Similar, b.PurchaseSum)
		} else {
			e.Purchase.Options = append(e.Purchase.Options, b.PurchaseSum)
		}
	}
}

func boughtOptions(m *Model) []Option {
	var out []Option
	for _, k := range []string{"option", "similar"} {
		out = append(out, Option{m.words.T("costs.bought." + k), m.words.T("costs.bought_long." + k)})
	}
	return out
}
