package check

import (
	"slices"

	"yttra/app"
	"yttra/app/cost"
)

// EstimateFacts is what conditions may ask of the estimate beside its sums:
// "cost_lines > 0 && !estimate.today". Money is whole kronor, of the proposal.
type EstimateFacts struct {
	Funded    int    `expr:"funded" json:"funded"`       // rows that say who pays
	Gap       int    `expr:"gap" json:"gap"`             // what nobody pays, all years together
	Today     bool   `expr:"today" json:"today"`         // an alternative is today's solution
	Full      bool   `expr:"full" json:"full"`           // one is full scale
	Others    int    `expr:"others" json:"others"`       // other ways to the same end
	Pilot     bool   `expr:"pilot" json:"pilot"`         // the proposal is a trial
	Spent     int    `expr:"spent" json:"spent"`         // what has been paid already
	Ranged    int    `expr:"ranged" json:"ranged"`       // lines with a lowest and a highest
	Buffer    bool   `expr:"buffer" json:"buffer"`       // there is a line for risk
	Unsourced int    `expr:"unsourced" json:"unsourced"` // lines that do not say where the figure comes from
	VAT       int    `expr:"vat" json:"vat"`             // lines whose price was given with VAT
	Indexed   int    `expr:"indexed" json:"indexed"`     // bought in several years, and the price follows an index
	Unindexed int    `expr:"unindexed" json:"unindexed"` // bought in several years at the same price
	Classed   int    `expr:"classed" json:"classed"`     // lines that are an investment with a time of depreciation
	Unclassed int    `expr:"unclassed" json:"unclassed"` // things bought once that nobody has called an investment
	Similar   int    `expr:"similar" json:"similar"`     // rows of the same kind bought in the year
	Options   int    `expr:"options" json:"options"`     // rows of options and extensions
	Procedure string `expr:"procedure" json:"procedure"` // direct_award, advertised, eu_directive or unknown; empty: nothing is bought
}

func estimateFacts(e app.Estimate, sum cost.Result) EstimateFacts {
	count := func(is func(app.CostLine) bool) (n int) {
		for _, l := range e.Lines {
			if is(l) {
				n++
			}
		}
		return n
	}
	f := EstimateFacts{Funded: len(e.Funding), Gap: int(sum.Funding.Gap / 100), Pilot: e.Pilot, Spent: int(sum.Sunk.Paid / 100),
		Ranged: count(hasRange), Buffer: count(isRisk) > 0, Unsourced: count(unsourced), VAT: count(withVAT),
		Indexed: count(indexed), Unindexed: count(unindexed), Classed: count(classed), Unclassed: count(unclassed),
		Similar: len(e.Purchase.Similar), Options: len(e.Purchase.Options), Procedure: string(sum.Procurement.Procedure)}
	for _, a := range e.Alternatives {
		switch {
		case len(a.Lines) == 0: // a name is no calculation
		case a.Role == app.Today:
			f.Today = true
		case a.Role == app.Full:
			f.Full = true
		default:
			f.Others++
		}
	}
	return f
}

func hasRange(l app.CostLine) bool  { return l.Low != 0 || l.High != 0 }
func isRisk(l app.CostLine) bool    { return l.Kind == app.CostRisk }
func unsourced(l app.CostLine) bool { return l.Source == "" }
func withVAT(l app.CostLine) bool   { return l.VAT != 0 }
func classed(l app.CostLine) bool   { return l.Lifetime > 0 }

func indexed(l app.CostLine) bool   { return recurs(l) && l.Index != 0 }
func unindexed(l app.CostLine) bool { return recurs(l) && l.Index == 0 }

// recurs tells whether a line is bought from others in several years, by a contract
// of its own.
func recurs(l app.CostLine) bool {
	return l.To > max(1, l.From) && !l.Internal && !l.CallOff && !slices.Contains(unbought, l.Kind)
}

// unclassed tells whether a line is a thing that is bought once and not called an
// investment. How large it must be for that is for each municipality to say.
func unclassed(l app.CostLine) bool {
	return l.Lifetime == 0 && l.To <= max(1, l.From) && !l.Internal &&
		slices.Contains([]app.CostKind{app.CostPurchase, app.CostPeripherals, app.CostInstallation}, l.Kind)
}

// unbought are kinds of cost that no supplier is paid for.
var unbought = []app.CostKind{app.CostRisk, app.CostSaving}
