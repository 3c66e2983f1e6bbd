package costs

// Column is a column of the grid, in the order they stand.
type Column int

const (
	KindColumn Column = iota
	WhatColumn
	QuantityColumn
	PriceColumn
	YearsColumn
	LowColumn
	LikelyColumn // computed: nobody writes in it
	HighColumn
	SourceColumn
	VATColumn
)

// Columns lists them.
var Columns = []Column{KindColumn, WhatColumn, QuantityColumn, PriceColumn, YearsColumn,
	LowColumn, LikelyColumn, HighColumn, SourceColumn, VATColumn}

// key is the column's name in the words of the house.
func (c Column) key() string {
	return [...]string{"kind", "what", "quantity", "price", "years", "low", "likely", "high", "source", "vat"}[c]
}

// field is the JSON name of the field a column shows; the years are two.
func (c Column) field() string { return c.key() }

// Numeric columns stand to the right.
func (c Column) Numeric() bool { return c >= QuantityColumn && c <= HighColumn }

// Choice columns are chosen from a list, not typed.
func (c Column) Choice() bool { return c == KindColumn || c == SourceColumn || c == VATColumn }

// columnOf finds the column that shows a field of a line, by its JSON name.
func columnOf(field string) Column {
	switch field {
	case "what":
		return WhatColumn
	case "quantity":
		return QuantityColumn
	case "price":
		return PriceColumn
	case "from", "to", "years":
		return YearsColumn
	case "low":
		return LowColumn
	case "high":
		return HighColumn
	case "source":
		return SourceColumn
	case "vat":
		return VATColumn
	}
	return KindColumn
}

// At is a cell.
type At struct {
	Row    int
	Column Column
}
