package cli

import (
	"slices"

	"yttra/app"
	"yttra/app/cost"
	"yttra/app/packs"
	"yttra/i18n"
)

// The JSON of yttra cost. Amounts are whole ören; rows are counted from 1. Its fields
// are those of costHelp, and stay when new ones come.
type (
	costJSON struct {
		Matter      string        `json:"matter"`
		Day         app.Date      `json:"day"`
		Terms       termsJSON     `json:"terms"`
		Ways        []wayJSON     `json:"ways"`
		Swings      []swingJSON   `json:"swings"`
		Tips        []tipJSON     `json:"tips"`
		Sunk        sunkJSON      `json:"sunk"`
		Funding     fundingJSON   `json:"funding"`
		Procurement buyJSON       `json:"procurement"`
		Missing     []missingJSON `json:"missing"`
		Exposure    exposureJSON  `json:"exposure"`
		Faults      []remarkJSON  `json:"faults"`
		Notes       []remarkJSON  `json:"notes"`
	}
	termsJSON struct {
		Years     int `json:"years"`
		FirstYear int `json:"first_year"`
		RealRate  int `json:"real_rate"`
		Inflation int `json:"inflation"`
	}
	spanJSON struct {
		Low    app.Money `json:"low"`
		Likely app.Money `json:"likely"`
		High   app.Money `json:"high"`
	}
	wayJSON struct {
		Name        string     `json:"name"`
		Role        string     `json:"role"`
		Total       spanJSON   `json:"total"`
		Present     app.Money  `json:"present"`
		OneOff      app.Money  `json:"one_off"`
		Running     app.Money  `json:"running"`
		Investment  app.Money  `json:"investment"`
		Units       int64      `json:"units"`
		PerUnit     app.Money  `json:"per_unit"`
		PerUnitYear app.Money  `json:"per_unit_year"`
		Years       []yearJSON `json:"years"`
		Lines       []lineJSON `json:"lines"`
	}
	yearJSON struct {
		Number   int `json:"number"`
		Calendar int `json:"calendar"`
		spanJSON
		Present      app.Money `json:"present"`
		OneOff       app.Money `json:"one_off"`
		Running      app.Money `json:"running"`
		Investment   app.Money `json:"investment"`
		Depreciation app.Money `json:"depreciation"`
		Funded       app.Money `json:"funded"`
		Decided      app.Money `json:"decided"`
		Gap          app.Money `json:"gap"`
	}
	lineJSON struct {
		Row     int          `json:"row"`
		Kind    app.CostKind `json:"kind"`
		What    string       `json:"what"`
		Summed  bool         `json:"summed"`
		Each    app.Money    `json:"each"`
		Total   spanJSON     `json:"total"`
		Present app.Money    `json:"present"`
		Years   []app.Money  `json:"years"`
	}
	swingJSON struct {
		Row  int       `json:"row,omitempty"`
		Term string    `json:"term,omitempty"`
		Low  app.Money `json:"low"`
		High app.Money `json:"high"`
	}
	tipJSON struct {
		Way  string    `json:"way"`
		Row  int       `json:"row,omitempty"`
		Now  app.Money `json:"now,omitempty"`
		At   app.Money `json:"at,omitempty"`
		Year int       `json:"year,omitempty"`
		More bool      `json:"dearer_above"`
	}
	sunkJSON struct {
		Paid app.Money `json:"paid"`
		Back app.Money `json:"back"`
		Lost app.Money `json:"lost"`
	}
	fundingJSON struct {
		Given   app.Money `json:"given"`
		Decided app.Money `json:"decided"`
		Gap     app.Money `json:"gap"`
	}
	remarkJSON struct {
		Part  cost.Part `json:"part"`
		Row   int       `json:"row"`
		Field string    `json:"field"`
		Code  cost.Code `json:"code"`
	}
	exposureJSON struct {
		Caps  []chargeJSON `json:"caps"`
		Cases []chargeJSON `json:"cases"`
	}
	missingJSON struct {
		Kind app.CostKind `json:"kind"`
		Why  string       `json:"why"`
	}
	chargeJSON struct {
		Amount  app.Money `json:"amount"`
		Name    string    `json:"name,omitempty"`
		Text    string    `json:"text"`
		Outcome string    `json:"outcome,omitempty"`
		Day     app.Date  `json:"day,omitempty"`
		Sources []string  `json:"sources"`
	}
)

func spanOf(s cost.Span) spanJSON { return spanJSON(s) }

// costReport is an estimate for machines.
func costReport(x estimated, w i18n.Words) costJSON {
	r := x.proposal()
	t := r.Terms
	out := costJSON{Matter: x.matter.Title, Day: x.day, Terms: termsJSON{t.Years, t.First, t.RealRate, t.Inflation}, Ways: []wayJSON{}, Swings: []swingJSON{}, Tips: []tipJSON{}, Missing: []missingJSON{},
		Sunk: sunkJSON{r.Sunk.Paid, r.Sunk.Back, r.Sunk.Lost()}, Funding: fundingJSON{r.Funding.Given, r.Funding.Decided, r.Funding.Gap},
		Procurement: buyOf(x, w), Exposure: exposureOf(x.risk, w), Faults: remarksOf(r.Faults), Notes: remarksOf(r.Notes)}
	for _, e := range x.missing {
		out.Missing = append(out.Missing, missingJSON{e.Kind, e.Why.In(w.Lang())})
	}
	for i := range x.sums.Ways {
		out.Ways = append(out.Ways, wayOf(x, i))
	}
	for _, s := range r.Swings {
		out.Swings = append(out.Swings, swingJSON{s.Line + 1, s.Term, s.Low, s.High})
	}
	for _, t := range x.sums.Tips {
		out.Tips = append(out.Tips, tipJSON{x.matter.Estimate.View(t.Way).Name, t.Line + 1, t.Now, t.At, t.Year, t.More})
	}
	return out
}

func wayOf(x estimated, i int) wayJSON {
	e, r := x.matter.Estimate.View(i), x.sums.Ways[i]
	role := "proposal"
	if i > 0 {
		role = string(x.matter.Estimate.Alternatives[i-1].Role)
	}
	out := wayJSON{Name: e.Name, Role: role, Total: spanOf(r.Total), Present: r.Present, OneOff: r.OneOff, Running: r.Running, Investment: r.Investment,
		Units: e.Units, PerUnit: r.PerUnit, PerUnitYear: r.PerUnitYear, Years: []yearJSON{}, Lines: []lineJSON{}}
	for _, y := range r.Years {
		out.Years = append(out.Years, yearJSON{y.Number, y.Calendar, spanOf(y.Span), y.Present, y.OneOff, y.Running, y.Investment, y.Depreciation, y.Funded, y.Decided, y.Gap})
	}
	for j, l := range r.Lines {
		line := lineJSON{j + 1, e.Lines[j].Kind, e.Lines[j].What, l.Summed, l.Each, spanOf(l.Total), l.Present, []app.Money{}}
		for _, in := range l.Years {
			line.Years = append(line.Years, in.Likely)
		}
		out.Lines = append(out.Lines, line)
	}
	return out
}

func remarksOf(all []cost.Remark) []remarkJSON {
	out := []remarkJSON{}
	for _, x := range all {
		out = append(out, remarkJSON{x.Part, x.Line + 1, x.Field, x.Code})
	}
	return out
}

func exposureOf(x packs.Exposure, w i18n.Words) exposureJSON {
	out := exposureJSON{[]chargeJSON{}, []chargeJSON{}}
	for _, c := range x.Caps {
		out.Caps = append(out.Caps, chargeJSON{Amount: c.Amount, Text: c.Words.In(w.Lang()), Sources: []string{sourceOf(w, c.Sources)}})
	}
	for _, c := range x.Cases {
		out.Cases = append(out.Cases, chargeJSON{c.Amount, c.Name.In(w.Lang()), c.Words.In(w.Lang()), c.Outcome.In(w.Lang()), c.Day, []string{sourceOf(w, c.Sources)}})
	}
	return out
}

type (
	buyJSON struct {
		Value     app.Money              `json:"value"`
		Highest   app.Money              `json:"highest"`
		Alone     app.Money              `json:"alone"`
		Beside    app.Money              `json:"beside"`
		Parts     []partJSON             `json:"parts"`
		Law       app.ProcurementLaw     `json:"law"`
		Subject   app.ProcurementSubject `json:"subject"`
		Day       app.Date               `json:"day"`
		Procedure cost.Procedure         `json:"procedure"`
		Why       cost.Reason            `json:"why"`
		AtHighest cost.Procedure         `json:"at_highest"`
		Limit     app.Money              `json:"limit"`
		EUR       int64                  `json:"eur"`
		Check     bool                   `json:"check"`
		Under     string                 `json:"under"`
		Source    string                 `json:"source"`
		Risks     []riskJSON             `json:"risks"`
		Duties    []dutyJSON             `json:"duties"`
		Timeline  timelineJSON           `json:"timeline"`
	}
	partJSON struct {
		Code    cost.PartCode `json:"code"`
		Row     int           `json:"row"`
		What    string        `json:"what"`
		Amount  app.Money     `json:"amount"`
		Highest app.Money     `json:"highest"`
		Counted bool          `json:"counted"`
	}
	riskJSON struct {
		Code      cost.RiskCode  `json:"code"`
		Value     app.Money      `json:"value"`
		Limit     app.Money      `json:"limit"`
		Procedure cost.Procedure `json:"procedure"`
	}
	dutyJSON struct {
		Code  string `json:"code"`
		Title string `json:"title"`
		Under string `json:"under"`
		Check bool   `json:"check"`
		Risk  bool   `json:"risk"`
		Done  bool   `json:"done"`
	}
	timelineJSON struct {
		Steps       []stepJSON `json:"steps"`
		Contract    app.Date   `json:"contract"`
		Use         app.Date   `json:"use"`
		Needed      app.Date   `json:"needed"`
		LatestStart app.Date   `json:"latest_start"`
		Late        bool       `json:"late"`
	}
	stepJSON struct {
		Title   string   `json:"title"`
		From    app.Date `json:"from"`
		To      app.Date `json:"to"`
		Days    int      `json:"days"`
		Working bool     `json:"working"`
		Check   bool     `json:"check"`
	}
)

func buyOf(x estimated, w i18n.Words) buyJSON {
	p := x.proposal().Procurement
	t := p.Timeline
	out := buyJSON{Value: p.Value, Highest: p.Highest, Alone: p.Alone, Beside: p.Beside, Parts: []partJSON{}, Law: p.Law, Subject: p.Subject, Day: p.Day, Procedure: p.Procedure,
		Why: p.Why, AtHighest: p.AtHighest, Limit: p.Limit, EUR: p.EUR, Check: p.Check, Under: p.Under, Source: p.Source, Risks: []riskJSON{}, Duties: []dutyJSON{},
		Timeline: timelineJSON{[]stepJSON{}, t.EarliestContract, t.EarliestUse, t.Needed, t.LatestStart, t.Late}}
	for _, v := range p.Parts {
		out.Parts = append(out.Parts, partJSON{v.Code, v.Line + 1, v.What, v.Amount, v.Highest, v.Counted})
	}
	for _, r := range p.Risks {
		out.Risks = append(out.Risks, riskJSON(r))
	}
	for _, d := range p.Duties {
		out.Duties = append(out.Duties, dutyJSON{d.Code, d.In(w.Lang()).Title, d.Under, d.Check, d.Risk, slices.Contains(x.matter.Estimate.Done, d.Code)})
	}
	for _, s := range t.Steps {
		out.Timeline.Steps = append(out.Timeline.Steps, stepJSON{s.In(w.Lang()).Title, s.From, s.To, s.Days, s.Working, s.Check})
	}
	return out
}
