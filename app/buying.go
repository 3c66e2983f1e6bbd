package app

// Buying is what the dated rules say follows from a purchase: what the law asks,
// and the steps it is made in.
type Buying struct {
	Duties []DutyRule // in the order they are shown
	Steps  []StepRule // in the order they are taken
}

// DutyRule is something the law asks of a purchase, or a risk that comes with it.
type DutyRule struct {
	Code       string
	Procedures []string             // those it holds for, as cost.Procedure names them
	Subjects   []ProcurementSubject // those it holds for; empty: all
	Risk       bool                 // nothing to do: what may come of it
	Cites      []Citation           // where it stands; it holds on the days that one of them does
	SV, EN     BuyingWords
}

// StepRule is a step of a procedure.
type StepRule struct {
	Code       string
	Procedures []string
	Days       int    // how long it takes
	Letter     int    // the same when the award is told otherwise than electronically; 0: as Days
	Working    bool   // the days are working days; otherwise a period of the calendar
	After      string // code of the step it is counted from, and nothing waits for it; empty: it follows the one before
	Cites      []Citation
	SV, EN     BuyingWords
}

// Citation is a section of law, or a practice, and the days it is cited for.
type Citation struct {
	Law      ProcurementLaw // empty: whichever law the purchase falls under
	From, To Date           // both days included; empty: without a bound
	Section  string         // "19 a kap. 11 § LOU"; empty for a practice
	Over     Money          // the value must be above it; 0: any value
	Least    Money          // the value must be at least that; 0: any value
	Days     int            // within so many days, or so many days to wait; 0: none
	Letter   int            // the same when the award is told otherwise than electronically; 0: as Days
	Sure     Surety
	Checked  Date // the day the source was read
}

// Holds reports whether it is the law, on a day, for a purchase of a value.
func (c Citation) Holds(law ProcurementLaw, day Date, value Money) bool {
	return (c.Law == "" || c.Law == law) && !day.Before(c.From) && (c.To == "" || !c.To.Before(day)) &&
		(c.Over == 0 || value > c.Over) && (c.Least == 0 || value >= c.Least)
}

// BuyingWords are the words for a duty or a step in one language. {limit}, {days},
// {letter} and {most} are filled in by cost.
type BuyingWords struct {
	Title string // one line
	Text  string // what it means, in a sentence or two; may be empty
}
