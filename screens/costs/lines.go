package costs

import (
	"yttra/app"
	"yttra/app/cost"
	"yttra/app/sheet"
)

// linesTable is what the measure costs, line by line, of the way that is shown.
func linesTable() table {
	return &rows[app.CostLine]{key: "lines", columns: lineColumns(), shown: [][]Column{
		{KindColumn, WhatColumn, QuantityColumn, PriceColumn, YearsColumn, LowColumn, LikelyColumn, HighColumn, SourceColumn},
		{KindColumn, WhatColumn, LikelyColumn, VATColumn, IndexColumn, PayeeColumn, TermColumn, ClassColumn}},
		get:   func(e app.Estimate) []app.CostLine { return e.Lines },
		set:   func(e *app.Estimate, all []app.CostLine) { e.Lines = all },
		fresh: (*Model).fresh,
		bad:   func(l *app.CostLine) *map[string]string { return &l.Unread },
	}
}

// lineField completes a column of the lines: a choice is shown by its word, and read
// by all the words a sheet may have for it.
func lineField(f field[app.CostLine]) field[app.CostLine] {
	if f.show == nil {
		f.show = option(f)
	}
	named := f
	f.read = func(m *Model, l *app.CostLine, s string) bool {
		return named.named(m, l, s) || m.spoken(l, sheet.Field(f.Fields[0]), s)
	}
	return f
}

// spoken takes a word that a sheet may have for a choice, in any language of the
// house.
func (m *Model) spoken(l *app.CostLine, f sheet.Field, s string) bool {
	if f != sheet.Kind && f != sheet.Source && f != sheet.VAT {
		return false
	}
	if m.reader == nil {
		r, err := sheet.NewReader(m.words.Lang())
		if err != nil {
			return false
		}
		m.reader = r
	}
	next := m.reader.Put(*l, f, s, 0)
	if _, bad := next.Unread[string(f)]; bad {
		return false
	}
	*l = next
	return true
}

func lineColumns() []field[app.CostLine] {
	class := field[app.CostLine]{Head: Head{Key: "class", Fields: []string{"lifetime"}, Least: 84, Choice: true, Free: true, Usual: true},
		show: func(m *Model, l app.CostLine) string { return m.class(l.Lifetime) }, options: classOptions, chosen: classChosen, choose: chooseClass}
	class.read = readClass(class)
	return []field[app.CostLine]{
		KindColumn: lineField(field[app.CostLine]{Head: Head{Key: "kind", Fields: []string{"kind"}, Least: 118, Choice: true, Gives: true}, show: showKind,
			options: kindOptions, chosen: kindChosen, choose: chooseKind}),
		WhatColumn: {Head: Head{Key: "what", Fields: []string{"what"}, Least: 96, Grows: true},
			show: func(_ *Model, l app.CostLine) string { return l.What },
			read: func(_ *Model, l *app.CostLine, s string) bool { l.What = plainText(s); return true }},
		QuantityColumn: {Head: Head{Key: "quantity", Fields: []string{"quantity"}, Least: 60, Right: true},
			show: func(m *Model, l app.CostLine) string { return m.quantity(l.Quantity) },
			read: func(_ *Model, l *app.CostLine, s string) bool { return read(&l.Quantity, s, sheet.QuantityOf) }},
		PriceColumn: {Head: Head{Key: "price", Fields: []string{"price"}, Least: 76, Right: true},
			show: func(m *Model, l app.CostLine) string { return m.amount(l.Price) },
			read: func(_ *Model, l *app.CostLine, s string) bool { return read(&l.Price, s, sheet.MoneyOf) }},
		YearsColumn: {Head: Head{Key: "years", Fields: []string{"years", "from", "to"}, Least: 58, Right: true},
			show: func(m *Model, l app.CostLine) string { return m.span(l.From, l.To) },
			read: func(m *Model, l *app.CostLine, s string) bool { return readYears(m, s, &l.From, &l.To) }},
		LowColumn: {Head: Head{Key: "low", Fields: []string{"low"}, Least: 70, Right: true},
			show: func(m *Model, l app.CostLine) string { return m.end(l.Low, l.High) }, read: readLow},
		LikelyColumn: {Head: Head{Key: "likely", Fields: []string{"likely"}, Least: 76, Right: true, Computed: true}, show: (*Model).likely},
		HighColumn: {Head: Head{Key: "high", Fields: []string{"high"}, Least: 70, Right: true},
			show: func(m *Model, l app.CostLine) string { return m.end(l.High, l.Low) }, read: readHigh},
		SourceColumn: lineField(field[app.CostLine]{Head: Head{Key: "source", Fields: []string{"source"}, Least: 102, Choice: true, Gives: true},
			options: sourceOptions, chosen: func(l app.CostLine) int { return sourceChosen(l.Source) },
			choose: func(_ *Model, l *app.CostLine, i int) { l.Source = sourceAt(i) }}),
		VATColumn: lineField(field[app.CostLine]{Head: Head{Key: "vat", Fields: []string{"vat"}, Least: 60, Choice: true, Usual: true},
			options: vatOptions, chosen: vatChosen, choose: chooseVAT}),
		IndexColumn: {Head: Head{Key: "index", Fields: []string{"index"}, Least: 58, Right: true},
			show: func(m *Model, l app.CostLine) string { return m.percent(l.Index) },
			read: func(_ *Model, l *app.CostLine, s string) bool { return read(&l.Index, s, indexOf) }},
		PayeeColumn: lineField(field[app.CostLine]{Head: Head{Key: "payee", Fields: []string{"internal", "call_off"}, Least: 90, Choice: true, Usual: true},
			options: payeeOptions, chosen: payeeChosen, choose: choosePayee}),
		TermColumn: lineField(field[app.CostLine]{Head: Head{Key: "runs", Fields: []string{"open"}, Least: 90, Choice: true, Usual: true},
			options: termOptions, chosen: termChosen, choose: func(_ *Model, l *app.CostLine, i int) { l.Open = i == 1 }}),
		ClassColumn: class,
	}
}

// read puts what a text says into a field, or leaves it as it was.
func read[V any](to *V, s string, of func(string) (V, bool)) bool {
	v, ok := of(s)
	if ok {
		*to = v
	}
	return ok
}

func readLow(_ *Model, l *app.CostLine, s string) bool {
	if !read(&l.Low, s, sheet.MoneyOf) {
		return false
	}
	l.Low, l.High = sheet.Spanned(*l, s, l.Low, l.High)
	return true
}

func readHigh(_ *Model, l *app.CostLine, s string) bool {
	if !read(&l.High, s, sheet.MoneyOf) {
		return false
	}
	l.High, l.Low = sheet.Spanned(*l, s, l.High, l.Low)
	return true
}

func readYears(m *Model, s string, from, to *int) bool {
	a, b, ok := sheet.YearsOf(s, m.firstYear())
	if ok {
		*from, *to = a, b
	}
	return ok
}

func showKind(m *Model, l app.CostLine) string { return m.kind(l.Kind) }

func kindChosen(l app.CostLine) int {
	for i, k := range app.CostKinds {
		if k == l.Kind {
			return i
		}
	}
	return -1
}

// chooseKind sets the kind; a line always has one.
func chooseKind(_ *Model, l *app.CostLine, i int) {
	if i >= 0 {
		l.Kind = app.CostKinds[i]
	}
}

func sourceChosen(s app.CostSource) int {
	for i, k := range app.CostSources {
		if k == s {
			return i
		}
	}
	return -1
}

// likely is what a year of the line adds to the sum: without VAT, savings
// negative. The cost room computes it, as the estimate of that line alone.
func (m *Model) likely(l app.CostLine) string {
	if cost.Unsummed(l) {
		return "…"
	}
	l.From, l.To, l.Low, l.High, l.Index = 1, 1, 0, 0, 0
	r := cost.Sum(app.Estimate{Lines: []app.CostLine{l}, Years: 1}, nil, m.state.Today)
	return m.amount(r.Total.Likely)
}

// fresh is a new line: of the first kind nobody has spoken of yet, one piece.
func (m *Model) fresh() app.CostLine {
	l := app.CostLine{Kind: app.CostPurchase, Quantity: app.Units(1)}
	if missing := m.Missing(); len(missing) > 0 && len(m.lines()) > 0 {
		l.Kind = missing[0].Kind
	}
	return l
}
