package app

// Estimate is what a measure costs over its life (livscykelkostnad), line by line.
// Its own lines are those of the proposal: what is summed, checked and printed.
// Alternatives are other ways to the same end, on the same terms.
type Estimate struct {
	Name      string     `json:"name,omitempty"` // of the proposal; empty: not named
	Lines     []CostLine `json:"lines,omitempty"`
	Years     int        `json:"years,omitempty"`      // horizon, 1–30; 0 means not set
	FirstYear int        `json:"first_year,omitempty"` // calendar year of year 1
	RealRate  int        `json:"real_rate,omitempty"`  // hundredths of a per cent: 350 is 3.5 %
	Units     int64      `json:"units,omitempty"`      // pupils or places the sum is divided by
	UnitName  string     `json:"unit_name,omitempty"`  // elev, plats
	Financing string     `json:"financing,omitempty"`  // how it is paid, in words
	Inflation int        `json:"inflation,omitempty"`  // general rise of prices a year, hundredths of a per cent; with the real rate it discounts
	Pilot     bool       `json:"pilot,omitempty"`      // the proposal is a trial of something larger

	Spent   []Spent   `json:"spent,omitempty"`   // what has been paid already; never part of the sums
	Funding []Funding `json:"funding,omitempty"` // who pays, from which budget, when

	Law      ProcurementLaw     `json:"law,omitempty"`     // empty means LOU
	Subject  ProcurementSubject `json:"subject,omitempty"` // empty means goods and services
	Start    Date               `json:"start,omitempty"`   // the day the procurement starts
	Purchase Purchase           `json:"purchase,omitzero"` // what the lines do not say of it

	Alternatives []Alternative `json:"alternatives,omitempty"`
	Done         []string      `json:"done,omitempty"` // codes of the duties of the purchase that are done
	Extra        Extra         `json:"-"`
}

// Alternative is another way to the same end, to be compared with the proposal.
type Alternative struct {
	Name  string     `json:"name"`
	Role  WayRole    `json:"role,omitempty"`
	Units int64      `json:"units,omitempty"` // pupils or places of this way; 0: as many as the proposal has
	Lines []CostLine `json:"lines,omitempty"`
	Extra Extra      `json:"-"`
}

// WayRole is what an alternative is beside the proposal. No two have the same,
// but for the empty one.
type WayRole string

const (
	OtherWay WayRole = ""      // another way to the same end
	Today    WayRole = "today" // today's solution goes on (nollalternativ)
	Full     WayRole = "full"  // full scale, when the proposal is a pilot
)

// WayRoles lists them in the order they are offered.
var WayRoles = []WayRole{OtherWay, Today, Full}

// Spent is money that is gone whatever is decided (nedlagd kostnad).
type Spent struct {
	What   string     `json:"what"`
	Year   int        `json:"year,omitempty"`   // of the calendar
	Amount Money      `json:"amount"`           // in ören, without VAT
	Back   Money      `json:"back,omitempty"`   // what can be had back by return or sale
	Source CostSource `json:"source,omitempty"` // where the figure comes from

	// Unread is what was written in fields and cannot be read, as in CostLine.
	Unread map[string]string `json:"unread,omitempty"`
	Extra  Extra             `json:"-"`
}

// Funding is money somebody sets aside for the measure.
type Funding struct {
	Who     string `json:"who"`               // who pays: Utbildningsnämnden
	Budget  string `json:"budget,omitempty"`  // from which: driftbudget 2027, KF:s förfogandeanslag
	From    int    `json:"from,omitempty"`    // first year it holds for, 1 is the first; 0 means 1
	To      int    `json:"to,omitempty"`      // last year; 0 means the same as From
	Amount  Money  `json:"amount"`            // a year, in ören
	Decided bool   `json:"decided,omitempty"` // it is in a decided budget, not only proposed

	// Unread is what was written in fields and cannot be read, as in CostLine.
	Unread map[string]string `json:"unread,omitempty"`
	Extra  Extra             `json:"-"`
}

// Purchase is what must be known of a purchase beside the lines.
type Purchase struct {
	Options []PurchaseSum `json:"options,omitempty"` // options and extensions that no line holds (LOU 5 kap. 3 §)
	Similar []PurchaseSum `json:"similar,omitempty"` // the same kind, bought or planned by the whole authority in the year (LOU 5 kap. 4 and 11 §§)
	Letter  bool          `json:"letter,omitempty"`  // the award is told otherwise than electronically: standstill of 15 days
	Needed  Date          `json:"needed,omitempty"`  // the day it is to be in use
	Extra   Extra         `json:"-"`
}

// PurchaseSum is an amount that counts in the value of a procurement.
type PurchaseSum struct {
	What   string `json:"what"`
	Amount Money  `json:"amount"` // in ören, without VAT

	// Unread is what was written in fields and cannot be read, as in CostLine.
	Unread map[string]string `json:"unread,omitempty"`
	Extra  Extra             `json:"-"`
}

// CostLine is one row: a kind of cost, how much, and in which years.
type CostLine struct {
	Kind     CostKind   `json:"kind"`
	What     string     `json:"what"`
	Quantity Quantity   `json:"quantity"`
	Price    Money      `json:"price"`              // per unit, in ören, at the prices of year 1
	From     int        `json:"from,omitempty"`     // first year it falls in, 1 is the first; 0 means 1
	To       int        `json:"to,omitempty"`       // last year; 0 means the same as From
	Low      Money      `json:"low,omitempty"`      // a year's amount at its lowest; 0 with High 0: no range
	High     Money      `json:"high,omitempty"`     // a year's amount at its highest
	Source   CostSource `json:"source,omitempty"`   // where the figure comes from
	VAT      int        `json:"vat,omitempty"`      // per cent of VAT that price, low and high were given with: 25, 12 or 6; 0: without
	Index    int        `json:"index,omitempty"`    // change of the price a year, hundredths of a per cent; year 1 has the price as given
	Internal bool       `json:"internal,omitempty"` // own staff's time: not part of the procurement value
	CallOff  bool       `json:"call_off,omitempty"` // called off under a contract there is: no procurement of its own
	Open     bool       `json:"open,omitempty"`     // leasing, or a contract without an end: 48 months in the value (LOU 5 kap. 10 and 13 §§)
	Lifetime int        `json:"lifetime,omitempty"` // an investment, written off over so many years; 0: running cost

	// Unread is what was written in fields and cannot be read, by the fields'
	// JSON names ("years" for from and to). Such a line is not summed.
	Unread map[string]string `json:"unread,omitempty"`
	Extra  Extra             `json:"-"`
}

// Amount is the likely cost of one year of the line, in ören.
func (l CostLine) Amount() Money { return l.Price.Times(l.Quantity) }

// CostKind is a row of the life-cycle table (criteria.md B.2).
type CostKind string

const (
	CostPurchase     CostKind = "purchase"     // inköp
	CostPeripherals  CostKind = "peripherals"  // kringutrustning
	CostInstallation CostKind = "installation" // installation
	CostIntegration  CostKind = "integration"  // integration
	CostLicences     CostKind = "licences"     // licenser, abonnemang
	CostOperation    CostKind = "operation"    // drift och nätverk
	CostSupport      CostKind = "support"      // support och förvaltning
	CostTraining     CostKind = "training"     // utbildning (tid)
	CostNewWork      CostKind = "new_work"     // nya arbetsmoment (tid)
	CostLegal        CostKind = "legal"        // konsekvensbedömning, juridik, informationsklassning
	CostRisk         CostKind = "risk"         // riskbuffert
	CostExit         CostKind = "exit"         // avveckling och radering
	CostSaving       CostKind = "saving"       // avgår: belagd besparing
)

// CostKinds lists them in the order of the table.
var CostKinds = []CostKind{CostPurchase, CostPeripherals, CostInstallation, CostIntegration, CostLicences,
	CostOperation, CostSupport, CostTraining, CostNewWork, CostLegal, CostRisk, CostExit, CostSaving}

// CostSource tells how well a figure is founded.
type CostSource string

const (
	SourceQuote      CostSource = "quote"      // offert
	SourceContract   CostSource = "contract"   // avtal
	SourceExperience CostSource = "experience" // erfarenhet
	SourceGuess      CostSource = "estimate"   // uppskattning
)

// CostSources lists them, best founded first.
var CostSources = []CostSource{SourceQuote, SourceContract, SourceExperience, SourceGuess}

// ProcurementLaw is the act a purchase falls under.
type ProcurementLaw string

const (
	LOU ProcurementLaw = "LOU" // lagen (2016:1145) om offentlig upphandling
	LUF ProcurementLaw = "LUF" // lagen (2016:1146), the utilities sectors
)

// ProcurementSubject is what is bought.
type ProcurementSubject string

const (
	GoodsAndServices ProcurementSubject = "goods_services"
	Works            ProcurementSubject = "works"
	SocialServices   ProcurementSubject = "social" // social and other special services
)

// Threshold is one row of the dated table (criteria.md B.0). Amounts exclude VAT.
// A zero SEK amount means not confirmed: it must not be used as a limit.
type Threshold struct {
	Law         ProcurementLaw
	Subject     ProcurementSubject
	From, To    Date   // both days included
	EUR         int64  // EU threshold, whole euro
	SEK         Money  // the same in kronor; 0 when not confirmed
	DirectAward Money  // a value below this may be awarded directly; 0 when not confirmed
	Sure        Surety // of the SEK amounts
	Source      string
	Own         bool // confirmed by the municipality itself, in its profile
}

// VATRates are those a price can have been given with, per cent.
var VATRates = []int{25, 12, 6}

// Surety is how well a fact is known: criteria.md 0.1.
type Surety string

const (
	Verified   Surety = "V" // the source was read
	Known      Surety = "K" // general knowledge; shown as "kontrollera"
	Calculated Surety = "B" // never a limit
	Practice   Surety = "P"
)

// Begin gives an estimate that nobody has written in the terms the municipality
// reckons with.
func (e *Estimate) Begin(x Economy) {
	if len(e.Lines)+len(e.Alternatives) == 0 && e.Years == 0 && e.FirstYear == 0 && e.RealRate == 0 && e.Inflation == 0 {
		e.Years, e.RealRate, e.Inflation = x.Years, x.RealRate, x.Inflation
	}
}
