package packs

import (
	"fmt"
	"slices"
	"strings"

	"yttra/app"
)

// Decisions is the wording of decisions: data/decisions.toml. In texts {body}
// stands for the body that meets, {to} for whom the paper goes to, {claims} for
// the numbers of claims and {reason} for the clerk's own words.
type Decisions struct {
	Leads   []Lead         `toml:"lead"`
	Forms   []DecisionForm `toml:"decision"`
	Chain   ChainWords     `toml:"chain"`
	Bodies  []BodyWords    `toml:"body"` // how papers name the bodies
	Speech  SpeechWords    `toml:"speech"`
	Unsure  Remark         `toml:"unsure"`  // follows a source that nobody has read: " (kontrollera)"
	Lighter Remark         `toml:"lighter"` // follows what is missing where the paper declines the measure
	Sitting Sitting        `toml:"sitting"`
	Basis   Basis          `toml:"basis"`
	And     string         `toml:"and"`     // between the last two numbers: "och"
	Address string         `toml:"address"` // whom a proposal goes to when the paper does not say
}

// Lead is the line that leads in the points, by the body that meets.
type Lead struct {
	Level app.Level `toml:"level"`
	Body  string    `toml:"body"`  // its name when the paper does not say
	Text  string    `toml:"text"`  // ends with a colon
	After string    `toml:"after"` // the same when an ingress has already said what is handed over
}

// DecisionForm is a way to decide a claim (beslutsform).
type DecisionForm struct {
	ID     app.Decision `toml:"id"`
	SV     FormWords    `toml:"sv"`
	EN     FormWords    `toml:"en"`
	Whole  string       `toml:"whole"`  // one outcome for the whole motion
	Part   string       `toml:"part"`   // for some claims
	Rest   string       `toml:"rest"`   // for what is left; only of reject
	Reason string       `toml:"reason"` // what the clerk's reason begins with; cut when written anyway
	Phrase []string     `toml:"phrase"` // how existing papers say it: "avslå*"
}

// FormWords names a decision and says what it means.
type FormWords struct {
	Name  string `toml:"name"`  // Bifall
	Short string `toml:"short"` // as on a button
	Help  string `toml:"help"`
}

// BodyWords is how papers name a body, by its level: whole phrases, and the ends
// of words that name one, as "nämnden" ends "kulturnämnden".
type BodyWords struct {
	Level   app.Level `toml:"level"`
	Phrases []string  `toml:"phrases"`
	Ends    []string  `toml:"ends"`
}

// SpeechWords tell who says what in a sentence about a motion.
type SpeechWords struct {
	Matter  []string `toml:"matter"`  // what is decided on: "motion*", "yrkande*"
	Movers  []string `toml:"movers"`  // those who ask: "motionär*"
	Claims  []string `toml:"claims"`  // words that a claim's number stands by: "yrkande"
	Ordinal []string `toml:"ordinal"` // first, second … in order, as they begin
	Joins   []string `toml:"joins"`   // words between the numbers of claims
	Rest    []string `toml:"rest"`    // what is left: "i övrigt"
	Propose []string `toml:"propose"` // words of proposing: "föreslår"
	Acts    []string `toml:"acts"`    // what one who decides does, as it begins: "beslut", "avslå"
	Task    string   `toml:"task"`    // what is given: "uppdrag"
	Give    []string `toml:"give"`    // verbs whose object gets a task: "ge kulturnämnden i uppdrag"
	Get     []string `toml:"get"`     // verbs whose subject gets it: "kulturnämnden får i uppdrag"
	Offices []string `toml:"offices"` // ends of words for those who write to a body: "förvaltningen"
}

// Remark is something that is said to a person, by language.
type Remark struct {
	SV string `toml:"sv"`
	EN string `toml:"en"`
}

// In gives the remark in a language, sv or en. A municipality need not write English.
func (m Remark) In(lang string) string {
	if lang == "en" && m.EN != "" {
		return m.EN
	}
	return m.SV
}

// ChainWords are the words by which a proposal climbs from body to body.
type ChainWords struct {
	Direct string `toml:"direct"` // the addressee decides: "{to} att besluta"
	Via    string `toml:"via"`    // the addressee proposes on: "{to} att föreslå kommunfullmäktige att besluta"
}

// Form finds the wording of a decision; ok is false for Undecided.
func (d *Decisions) Form(id app.Decision) (DecisionForm, bool) {
	i := slices.IndexFunc(d.Forms, func(f DecisionForm) bool { return f.ID == id })
	if i < 0 {
		return DecisionForm{}, false
	}
	return d.Forms[i], true
}

// Lead finds the line of a level; the committee's when the level is unknown.
func (d *Decisions) Lead(level app.Level) Lead {
	if i := slices.IndexFunc(d.Leads, func(l Lead) bool { return l.Level == level }); i >= 0 {
		return d.Leads[i]
	}
	if len(d.Leads) == 0 {
		return Lead{}
	}
	return d.Leads[0]
}

func (l *loader) decisions(name string, data []byte) error {
	var d Decisions
	ix, err := decode(name, data, &d)
	if err != nil {
		return err
	}
	for i, lead := range d.Leads {
		at := fmt.Sprintf("lead[%d]", i)
		switch {
		case !slices.Contains(app.Levels, lead.Level):
			return ix.fault(at+".level", unknown(lead.Level, app.Levels))
		case !strings.HasSuffix(lead.Text, ":"):
			return ix.fault(at+".text", &Flaw{Why: Other, What: "does not end with a colon"})
		case lead.Body == "":
			return ix.fault(at+".body", errMissing)
		}
	}
	for i, b := range d.Bodies {
		if !slices.Contains(app.Levels, b.Level) || len(b.Phrases)+len(b.Ends) == 0 {
			return ix.fault(fmt.Sprintf("body[%d].level", i), unknown(b.Level, app.Levels))
		}
	}
	for i, f := range d.Forms {
		at := fmt.Sprintf("decision[%d]", i)
		switch {
		case !slices.Contains(app.Decisions, f.ID):
			return ix.fault(at+".id", unknown(f.ID, app.Decisions))
		case f.Whole == "" || f.Part == "" || f.SV.Name == "" || f.EN.Name == "" || len(f.Phrase) == 0:
			return ix.fault(at+".whole", errMissing)
		}
	}
	if len(d.Leads) != len(app.Levels) || len(d.Forms) != len(app.Decisions) {
		return ix.fault("lead", errMissing)
	}
	if d.Sitting.Chair == "" || d.Sitting.Secretary == "" || d.Sitting.Adjuster == "" || len(d.Sitting.Postpones) == 0 {
		return ix.fault("sitting", errMissing)
	}
	if d.Basis.Paper == "" || d.Basis.Minutes == "" || d.Basis.Referral == "" || d.Basis.Motion == "" {
		return ix.fault("basis", errMissing)
	}
	if d.Chain.Direct == "" || d.Chain.Via == "" || d.And == "" || d.Address == "" {
		return ix.fault("chain", errMissing)
	}
	l.packs.Decisions = d
	return nil
}
