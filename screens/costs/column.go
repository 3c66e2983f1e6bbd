package costs

// Column is a column of the table that is shown, in the order they stand in it.
type Column int

// The columns of the lines.
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
	IndexColumn
	PayeeColumn
	TermColumn
	ClassColumn
)

// mostColumnsShown is how many columns the widest table has.
const mostColumnsShown = int(ClassColumn) + 1

// Head is what is known of a column without any row.
type Head struct {
	Key      string   // of its name in the words of the house
	Fields   []string // JSON names of what it shows; what cannot be read is kept under the first
	Least    float32  // its width when there is room
	Right    bool     // figures, that stand to the right
	Choice   bool     // chosen from a list, not typed
	Usual    bool     // its first choice is the usual one, and quiet
	Free     bool     // a choice that figures can be typed in too
	Computed bool     // nobody writes in it
	Grows    bool     // takes the room that is left
	Gives    bool     // words that can be cut where there is little room
}

// Option is one of the things a choice column offers.
type Option struct {
	Short string // in the cell
	Long  string // in the menu
}

// At is a cell.
type At struct {
	Row    int
	Column Column
}
