// Package sheet carries an estimate to and from a spreadsheet: what is pasted, CSV
// files and workbooks (XLSX).
//
// It knows the words that heads and choices have in every language of the house,
// and reads cells the way they are written in Swedish. It never guesses what a
// figure may have meant: a cell that cannot be read is kept as it stands in
// app.CostLine.Unread, and what has no place in a line is told in the report with
// the name of its cell. Nothing that stands in a cell is lost. It never sums; the
// formulas it writes are held against app/cost by a spreadsheet program.
package sheet

// Field is what a column holds: the JSON name of the field of app.CostLine where
// there is one.
type Field string

const (
	Kind     Field = "kind"
	What     Field = "what"
	Quantity Field = "quantity"
	Price    Field = "price"
	Years    Field = "years" // from and to in one cell
	From     Field = "from"
	To       Field = "to"
	Low      Field = "low"
	Likely   Field = "likely" // a year's amount: computed, or the price when no price is given
	High     Field = "high"
	Total    Field = "total" // of all years: computed, or the price of a line of one year
	Source   Field = "source"
	VAT      Field = "vat"
	Index    Field = "index"
	Lifetime Field = "lifetime"
	Own      Field = "internal"
	CallOff  Field = "call_off"
	Open     Field = "open"
	Remark   Field = "remark"  // words that are put after those of the line: unit, comment
	Way      Field = "way"     // the alternative the line belongs to
	Number   Field = "number"  // of the row, from 1
	InYear   Field = "in_year" // a year's amount, under the year as its head
	NoField  Field = ""        // a head nobody knows

	// What formulas of a workbook go by; they stand beside the paper and are not read.
	counted Field = "counted"  // 1: the line is summed
	sign    Field = "sign"     // −1 for a saving
	highNet Field = "high_net" // the highest at the prices of year 1, without VAT
	ranged  Field = "ranged"   // 1: the range holds the likely amount
)

// Order is how the columns stand where there are no heads: as the house writes them.
var Order = []Field{Kind, What, Quantity, Price, Years, Low, Likely, High, Source, VAT,
	Index, Lifetime, Own, CallOff, Open}

// known are the fields that a head can name.
var known = append([]Field{From, To, Total, Remark, Way, Number, counted, sign, highNet, ranged}, Order...)

// derived tells whether a column holds only what formulas go by.
func (f Field) derived() bool {
	return f == counted || f == sign || f == highNet || f == ranged
}

// amount tells whether a column holds kronor.
func (f Field) amount() bool {
	return f == Price || f == Low || f == Likely || f == High || f == Total || f == InYear
}
