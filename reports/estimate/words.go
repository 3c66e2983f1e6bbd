package estimate

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"strings"
	"sync"

	"yttra/app"
)

//go:embed words_sv.json
var wordsSV []byte

// words are those printed in tables and figures of an estimate. The paper is
// always Swedish. {name} and so on are filled in with say.
type words struct {
	Proposal     string                    `json:"proposal"`
	ProposalRole string                    `json:"proposal_role"`
	Today        string                    `json:"today"`
	TodayRole    string                    `json:"today_role"`
	Full         string                    `json:"full"`
	FullRole     string                    `json:"full_role"`
	Other        string                    `json:"other"`
	Year         string                    `json:"year"`
	Years        string                    `json:"years"`
	Sum          string                    `json:"sum"`
	PerUnit      string                    `json:"per_unit"`
	UnitName     string                    `json:"unit_name"`
	And          string                    `json:"and"`
	Months       []string                  `json:"months"`
	Units        map[unit]string           `json:"units"`
	Kinds        map[app.CostKind]string   `json:"kinds"`
	ShortKinds   map[app.CostKind]string   `json:"short_kinds"`
	Sources      map[app.CostSource]string `json:"sources"`

	KindsTable struct {
		CaptionOne     string `json:"caption_one"`
		Caption        string `json:"caption"`
		CaptionPeriods string `json:"caption_periods"`
		Kind           string `json:"kind"`
		Summary        string `json:"summary"`
	} `json:"kinds_table"`

	Notes struct {
		Prices           string `json:"prices"`
		PricesFirst      string `json:"prices_first"`
		Index            string `json:"index"`
		Present          string `json:"present"`
		PresentInflation string `json:"present_inflation"`
		Range            string `json:"range"`
		Rounded          string `json:"rounded"`
		RoundedUnit      string `json:"rounded_unit"`
		Annex            string `json:"annex"`
	} `json:"notes"`

	YearTable struct {
		Caption      string `json:"caption"`
		Year         string `json:"year"`
		OneOff       string `json:"one_off"`
		Running      string `json:"running"`
		Sum          string `json:"sum"`
		Low          string `json:"low"`
		High         string `json:"high"`
		Present      string `json:"present"`
		Depreciation string `json:"depreciation"`
		Investment   string `json:"investment"`
	} `json:"year_table"`

	Capital struct {
		Caption  string `json:"caption"`
		Rest     string `json:"rest"`
		Interest string `json:"interest"`
		Sum      string `json:"sum"`
		Note     string `json:"note"`
	} `json:"capital"`

	WayTable struct {
		Caption string `json:"caption"`
		Way     string `json:"way"`
		OneOff  string `json:"one_off"`
		Running string `json:"running"`
		Sum     string `json:"sum"`
		Low     string `json:"low"`
		High    string `json:"high"`
		Present string `json:"present"`
		Note    string `json:"note"`
	} `json:"way_table"`

	SunkTable struct {
		Caption string `json:"caption"`
		What    string `json:"what"`
		Year    string `json:"year"`
		Paid    string `json:"paid"`
		Back    string `json:"back"`
		Lost    string `json:"lost"`
		Note    string `json:"note"`
		Unnamed string `json:"unnamed"`
	} `json:"sunk_table"`

	FundingTable struct {
		Caption     string `json:"caption"`
		Who         string `json:"who"`
		Budget      string `json:"budget"`
		Years       string `json:"years"`
		Amount      string `json:"amount"`
		State       string `json:"state"`
		Decided     string `json:"decided"`
		Proposed    string `json:"proposed"`
		Unnamed     string `json:"unnamed"`
		YearCaption string `json:"year_caption"`
		Year        string `json:"year"`
		Cost        string `json:"cost"`
		Funded      string `json:"funded"`
		Gap         string `json:"gap"`
		Note        string `json:"note"`
		NoneTold    string `json:"none_told"`
		None        string `json:"none"`
		Whole       string `json:"whole"`
		Part        string `json:"part"`
		Undecided   string `json:"undecided"`
	} `json:"funding_table"`

	LineTable struct {
		Caption      string `json:"caption"`
		Kind         string `json:"kind"`
		What         string `json:"what"`
		Quantity     string `json:"quantity"`
		Price        string `json:"price"`
		Years        string `json:"years"`
		Sum          string `json:"sum"`
		Source       string `json:"source"`
		Unnamed      string `json:"unnamed"`
		VAT          string `json:"vat"`
		Index        string `json:"index"`
		Range        string `json:"range"`
		Internal     string `json:"internal"`
		CallOff      string `json:"call_off"`
		Open         string `json:"open"`
		Lifetime     string `json:"lifetime"`
		Unsummed     string `json:"unsummed"`
		NoteUnsummed string `json:"note_unsummed"`
	} `json:"line_table"`

	Figures struct {
		YearsCaption      string `json:"years_caption"`
		YearsAlt          string `json:"years_alt"`
		YearsAltRow       string `json:"years_alt_row"`
		YearsAltRowOne    string `json:"years_alt_row_one"`
		OneOff            string `json:"one_off"`
		Running           string `json:"running"`
		Parts             string `json:"parts"`
		WaysCaption       string `json:"ways_caption"`
		WaysCaptionPlain  string `json:"ways_caption_plain"`
		WaysAlt           string `json:"ways_alt"`
		WaysAltRow        string `json:"ways_alt_row"`
		WaysAltRowRange   string `json:"ways_alt_row_range"`
		LegendProposal    string `json:"legend_proposal"`
		LegendOther       string `json:"legend_other"`
		LegendToday       string `json:"legend_today"`
		SwingsCaption     string `json:"swings_caption"`
		SwingsCaptionRate string `json:"swings_caption_rate"`
		SwingsAlt         string `json:"swings_alt"`
		SwingsAltRow      string `json:"swings_alt_row"`
		Lower             string `json:"lower"`
		Higher            string `json:"higher"`
	} `json:"figures"`

	Sensitivity struct {
		Head           string            `json:"head"`
		Most           string            `json:"most"`
		MoreOne        string            `json:"more_one"`
		More           string            `json:"more"`
		None           string            `json:"none"`
		Terms          map[string]string `json:"terms"`
		Tips           string            `json:"tips"`
		TipDearer      string            `json:"tip_dearer"`
		TipCheaper     string            `json:"tip_cheaper"`
		TipWithin      string            `json:"tip_within"`
		AYear          string            `json:"a_year"`
		TipYearCheaper string            `json:"tip_year_cheaper"`
		TipYearDearer  string            `json:"tip_year_dearer"`
		NoTip          string            `json:"no_tip"`
	} `json:"sensitivity"`

	Annex struct {
		Title        string `json:"title"`
		Label        string `json:"label"`
		Mention      string `json:"mention"`
		PaperTitle   string `json:"paper_title"`
		Intro        string `json:"intro"`
		IntroSpan    string `json:"intro_span"`
		IntroOne     string `json:"intro_one"`
		Range        string `json:"range"`
		Parts        string `json:"parts"`
		Present      string `json:"present"`
		Per          string `json:"per"`
		PerYear      string `json:"per_year"`
		Faults       string `json:"faults"`
		Pilot        string `json:"pilot"`
		PilotBare    string `json:"pilot_bare"`
		PilotUnknown string `json:"pilot_unknown"`
		None         string `json:"none"`
		Ways         string `json:"ways"`
		NoToday      string `json:"no_today"`
		Cheaper      string `json:"cheaper"`
		Dearer       string `json:"dearer"`
		Same         string `json:"same"`
		WayPer       string `json:"way_per"`
		Years        string `json:"years"`
		Lines        string `json:"lines"`
		Sunk         string `json:"sunk"`
		Funding      string `json:"funding"`
		Missing      string `json:"missing"`
		MissingLead  string `json:"missing_lead"`
		MissingItem  string `json:"missing_item"`
		MissingNone  string `json:"missing_none"`
		Empty        string `json:"empty"`
		NoSaving     string `json:"no_saving"`
		Risk         string `json:"risk"`
		RiskLead     string `json:"risk_lead"`
		Cap          string `json:"cap"`
		CaseCaption  string `json:"case_caption"`
		Case         string `json:"case"`
		CaseAmount   string `json:"case_amount"`
		CaseOutcome  string `json:"case_outcome"`
		Check        string `json:"check"`
		Method       string `json:"method"`
	} `json:"annex"`

	Purchase purchaseWords `json:"purchase"`

	Method struct {
		Caption          string `json:"caption"`
		Term             string `json:"term"`
		Value            string `json:"value"`
		Horizon          string `json:"horizon"`
		HorizonValue     string `json:"horizon_value"`
		HorizonSpan      string `json:"horizon_span"`
		Rate             string `json:"rate"`
		Inflation        string `json:"inflation"`
		Percent          string `json:"percent"`
		None             string `json:"none"`
		Prices           string `json:"prices"`
		PricesValue      string `json:"prices_value"`
		PricesFirst      string `json:"prices_first"`
		Unit             string `json:"unit"`
		VAT              string `json:"vat"`
		VATValue         string `json:"vat_value"`
		VATTaken         string `json:"vat_taken"`
		LineOne          string `json:"line_one"`
		LineMany         string `json:"line_many"`
		Amounts          string `json:"amounts"`
		Present          string `json:"present"`
		PresentInflation string `json:"present_inflation"`
		Range            string `json:"range"`
	} `json:"method"`
}

// readWords reads them once; nobody changes them.
var readWords = sync.OnceValues(func() (words, error) {
	var w words
	if err := json.Unmarshal(wordsSV, &w); err != nil {
		return w, fmt.Errorf("read words of the estimate: %w", err)
	}
	return w, nil
})

// say fills {name} in a sentence; the values come in pairs with their names.
func say(s string, pairs ...string) string {
	for i := 0; i+1 < len(pairs); i += 2 {
		pairs[i] = "{" + pairs[i] + "}"
	}
	return strings.NewReplacer(pairs...).Replace(s)
}
