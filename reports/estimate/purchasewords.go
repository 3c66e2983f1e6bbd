package estimate

import (
	"yttra/app"
	"yttra/app/cost"
)

// purchaseWords are those of how it is bought.
type purchaseWords struct {
	Head              string                            `json:"head"`
	None              string                            `json:"none"`
	Value             string                            `json:"value"`
	ValueRange        string                            `json:"value_range"`
	Law               string                            `json:"law"`
	Laws              map[app.ProcurementLaw]string     `json:"laws"`
	Subjects          map[app.ProcurementSubject]string `json:"subjects"`
	DirectAward       string                            `json:"direct_award"`
	Advertised        string                            `json:"advertised"`
	AdvertisedSpecial string                            `json:"advertised_special"`
	EuDirective       string                            `json:"eu_directive"`
	Unknown           string                            `json:"unknown"`
	Why               map[cost.Reason]string            `json:"why"`
	Procedures        map[cost.Procedure]string         `json:"procedures"`
	Under             string                            `json:"under"`
	Source            string                            `json:"source"`
	SourceCheck       string                            `json:"source_check"`
	Own               string                            `json:"own"`
	Check             string                            `json:"check"`
	AtHighest         string                            `json:"at_highest"`
	Split             string                            `json:"split"`
	Pilot             string                            `json:"pilot"`
	Beside            string                            `json:"beside"`
	Caption           string                            `json:"caption"`
	Part              string                            `json:"part"`
	WhyHead           string                            `json:"why_head"`
	Counted           string                            `json:"counted"`
	LeftOut           string                            `json:"left_out"`
	Sum               string                            `json:"sum"`
	Parts             map[cost.PartCode]string          `json:"parts"`
	DutyCaption       string                            `json:"duty_caption"`
	Duty              string                            `json:"duty"`
	DutyUnder         string                            `json:"duty_under"`
	DutyState         string                            `json:"duty_state"`
	Done              string                            `json:"done"`
	Open              string                            `json:"open"`
	Risk              string                            `json:"risk"`
	Practice          string                            `json:"practice"`
	ToCheck           string                            `json:"to_check"`
	CheckWord         string                            `json:"check_word"`
	StepCaption       string                            `json:"step_caption"`
	Step              string                            `json:"step"`
	From              string                            `json:"from"`
	To                string                            `json:"to"`
	Days              string                            `json:"days"`
	StepUnder         string                            `json:"step_under"`
	Working           string                            `json:"working"`
	WorkingOne        string                            `json:"working_one"`
	Calendar          string                            `json:"calendar"`
	CalendarOne       string                            `json:"calendar_one"`
	StepNote          string                            `json:"step_note"`
	As                string                            `json:"as"`
	Earliest          string                            `json:"earliest"`
	EarliestUse       string                            `json:"earliest_use"`
	Needed            string                            `json:"needed"`
	Late              string                            `json:"late"`
	OtherLimits       string                            `json:"other_limits"`
}
