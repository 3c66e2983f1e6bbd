// Package packs knows what is asked and what a kind of document consists of:
// criteria, rules of form, document kinds, decision wording and dated
// thresholds. All of it is TOML, embedded, and a municipality can lay its own
// folder on top. Whatever is wrong with a file is found when it is loaded, with
// file, line and key.
//
// It never looks for anything in a text (app/check does) and never decides.
package packs

import "yttra/app"

// Rule is one file in data/criteria or data/form: a criterion of the catalogue,
// or a rule of form or language. Criteria have a state for every document they
// apply to; plain rules only speak when they find something.
type Rule struct {
	ID           string         `toml:"id"`
	Area         Area           `toml:"area"`
	Step         Step           `toml:"step"`     // of the three-step test; proportionality only
	Severity     app.Severity   `toml:"severity"` // when no severity_when holds
	Declined     app.Severity   `toml:"declined"` // of a criterion that is not addressed, when nothing is to be carried out; empty: the same
	Measures     []app.Measure  `toml:"measures"` // empty: every kind of measure
	When         string         `toml:"when"`     // expr over Facts: whether it applies; empty: always
	Spoken       bool           `toml:"spoken"`   // criteria: applies also when the text itself speaks of it, whatever when says
	Kinds        []string       `toml:"kinds"`    // document kinds; empty: all
	Section      string         `toml:"section"`  // role of the section where its answer belongs; empty, or not in the document: the assessment
	SeverityWhen []SeverityWhen `toml:"severity_when"`
	SV           Words          `toml:"sv"`
	EN           Words          `toml:"en"`
	Sources      []Source       `toml:"source"`
	Look         []Look         `toml:"look"`
	Examples     []Example      `toml:"example"`

	Off bool `toml:"off"` // in a municipality's folder: the rule with this id is switched off
	Add Add  `toml:"add"` // in a municipality's folder: words for the looks of the rule with this id

	File     string `toml:"-"` // where it came from
	Own      bool   `toml:"-"` // from the municipality's folder
	Base     *Rule  `toml:"-"` // the embedded rule that an own one changes
	Borrowed bool   `toml:"-"` // the examples are the embedded rule's, which may not hold for what is changed
	lines    lineIndex
}

// Area groups rules.
type Area string

const (
	Proportionality Area = "proportionality" // criteria A
	Cost            Area = "cost"            // criteria B
	Form            Area = "form"            // rules of form and contradictions
	Language        Area = "language"        // plain language and typography
	Personal        Area = "personal"        // personal data D
)

// Criterion reports whether the rule has a state (A and B of the catalogue).
func (r *Rule) Criterion() bool { return r.Area == Proportionality || r.Area == Cost }

// Step is a step of the proportionality test (förvaltningslagen 5 § tredje stycket).
type Step string

const (
	Suitability Step = "suitability" // lämplighet
	Necessity   Step = "necessity"   // nödvändighet
	Balance     Step = "balance"     // proportionalitet i strikt mening
)

// SeverityWhen raises or lowers the severity while a condition holds.
type SeverityWhen struct {
	When     string       `toml:"when"` // expr over Facts
	Severity app.Severity `toml:"severity"`
}

// Words is what a person reads about a rule.
type Words struct {
	Title    string `toml:"title"`    // short, as on the card
	Question string `toml:"question"` // criteria: what the clerk must be able to answer
	Accept   string `toml:"accept"`   // what satisfies it
	Fail     string `toml:"fail"`     // what fails it; for plain rules: why it matters
	Missing  string `toml:"missing"`  // what not addressed means
	Wording  string `toml:"wording"`  // model wording to insert, with [brackets] to fill in; Swedish on paper, so EN may be empty
}

// Source is a law or paper a rule rests on.
type Source struct {
	SV      string     `toml:"sv"` // as cited in Swedish: "5 § förvaltningslagen (2017:900)"
	EN      string     `toml:"en"`
	Sure    app.Surety `toml:"sure"`    // V verified, K known, B calculated, P practice
	Checked app.Date   `toml:"checked"` // the day it was read
}

// Look is one way a rule is looked for. Kind names a kind of rule in app/check;
// which other keys a kind takes, and must have, is checked when it is compiled.
//
// Phrases, in every key that holds them, are words of one sentence, in any case:
//
//	samtyck*    every word that begins so
//	plan~       a noun or adjective in its forms: planen, planernas, not planera
//	*kostnad~   also as the last part of a compound: driftskostnaderna
//	*kostnad*   the same, and anything after
//	nytta * intrång~   "*" alone stands for one to three words
//	#           a figure
//	=ombud*     no compound and no slip of a long word
//
// A word of ten letters or more matches inside compounds, with any ending, and
// with one letter wrong, whether it has marks or not.
type Look struct {
	Kind     string            `toml:"kind"`
	Phrases  []string          `toml:"phrases"`  // see Look
	Together []string          `toml:"together"` // "a | b + c ! d": a sentence with one of each group, in any order, and without what follows "!"
	Headings []string          `toml:"headings"` // phrases of a heading under which every sentence answers
	Red      []string          `toml:"red"`      // phrases that fail the criterion
	Unless   []string          `toml:"unless"`   // a sentence with one of these does not count as red
	Needs    []string          `toml:"needs"`    // red only when none of these stands anywhere in the document
	With     []string          `toml:"with"`     // only in a sentence with one of these
	Given    []string          `toml:"given"`    // only when one of these stands anywhere in the document
	Waiver   []string          `toml:"waiver"`   // phrases by which a text waives the question with a reason
	Roles    []string          `toml:"roles"`    // sections to look in; empty: all
	Skip     []string          `toml:"skip"`     // sections to leave out
	When     string            `toml:"when"`     // expr over Facts
	Max      int               `toml:"max"`      // a bound, for kinds that count
	Lines    []app.CostKind    `toml:"lines"`    // kinds of cost, for kinds that look at the estimate
	Tell     Remark            `toml:"tell"`     // what is said of the estimate; app/check fills {gaps} and the like
	Replace  map[string]string `toml:"replace"`  // for kinds that suggest other words
}

// Example is a text that shows what a rule does; every one runs as a test and
// is shown as help.
type Example struct {
	Name     string             `toml:"name"`     // empty: its number
	Text     string             `toml:"text"`     // one section; or several with "## Heading" lines
	Role     string             `toml:"role"`     // role of the section; empty: assessment
	Kind     string             `toml:"kind"`     // document kind; empty: opinion
	State    app.CriterionState `toml:"state"`    // criteria: indicated, failed, not_addressed or waived
	Found    *bool              `toml:"found"`    // plain rules: whether it speaks
	Quote    string             `toml:"quote"`    // words the evidence or finding must contain
	Measures []app.Measure      `toml:"measures"` // empty: the rule's first, or ALLM
	Facts    map[string]any     `toml:"facts"`    // fields of Facts to set, by their expr names
	Matter   map[string]any     `toml:"matter"`   // fields of the matter, by their names in the matter file; its documents stand beside the text
	Document map[string]any     `toml:"document"` // fields of the document the text is, by the same names: date, body, level
	Today    app.Date           `toml:"today"`    // the day it is read; empty: no day
}

// Kind is a kind of document: data/kinds/<id>.toml.
type Kind struct {
	ID       string        `toml:"id"`
	Drafted  bool          `toml:"drafted"` // a clerk writes it here; the others are only checked
	Order    int           `toml:"order"`   // among those that are offered; 0: in the middle
	Records  bool          `toml:"records"` // it tells what was decided; the reasons stand in another paper
	Advice   bool          `toml:"advice"`  // what it is about is for somebody else to decide: a criterion that is not addressed is a note
	Spared   []string      `toml:"spared"`  // rules that are not for it, by id; "*" last stands for the rest
	SV       KindWords     `toml:"sv"`
	EN       KindWords     `toml:"en"`
	LIX      int           `toml:"lix"`    // what is usual for the kind
	Level    app.Level     `toml:"level"`  // of the body it is written for, unless the clerk says otherwise
	To       string        `toml:"to"`     // whom it is addressed to, unless the clerk says otherwise
	Marks    []string      `toml:"marks"`  // phrases that tell an existing paper is of this kind
	Barred   []string      `toml:"barred"` // phrases that tell it is not, whatever it calls itself
	Form     KindForm      `toml:"form"`
	Sections []KindSection `toml:"section"`

	Lead map[app.Level]string `toml:"lead"` // what leads in its points where a body of the level meets; else as data/decisions.toml says

	File  string `toml:"-"`
	Own   bool   `toml:"-"` // from the municipality's folder
	Base  *Kind  `toml:"-"` // the embedded kind that an own one replaces
	lines lineIndex
}

// KindForm is what stands around the text of a kind's paper. Empty words are the
// usual: a letter from the department, signed by those the document names.
type KindForm struct {
	Speaks string `toml:"speaks"` // whose paper it is: "body" (that meets), "signatories" (those who sign) or the department
	Head   string `toml:"head"`   // "meeting": the table of a sitting; else the fields of a letter
	Signs  string `toml:"signs"`  // "body": those who sign for it; "meeting": secretary, chair and counter-signatories; "none"
	Attest bool   `toml:"attest"` // it ends with a table of who has approved it
	Notice bool   `toml:"notice"` // it ends with the notice on the official board
}

// Words of KindForm.
const (
	FormBody        = "body"
	FormSignatories = "signatories"
	FormMeeting     = "meeting"
	FormNone        = "none"
)

// KindWords names a kind.
type KindWords struct {
	Name  string `toml:"name"`  // Yttrande; as printed in the letterhead
	Title string `toml:"title"` // "Yttrande över motion om %s"; the matter's title goes in
}

// KindSection is a section of a kind, in its place.
type KindSection struct {
	Role     string       `toml:"role"`
	Required bool         `toml:"required"`
	Offered  bool         `toml:"offered"` // a new document has it, though it need not
	Fill     string       `toml:"fill"`    // what its text is in a new document, looked up as a field of a phrase; nothing to say: no section
	When     string       `toml:"when"`    // expr over Facts: required only then
	Around   bool         `toml:"around"`  // stands around the text, made of the document's facts: known in finished papers, never written as text here
	Level    int          `toml:"level"`   // of the heading: 2 or 3; 0: no heading is printed
	SV       SectionWords `toml:"sv"`
	EN       SectionWords `toml:"en"`
	Also     []string     `toml:"also"` // other headings by which it is known in existing papers
	Told     []string     `toml:"told"` // phrases that show that a finished paper says this under another heading
}

// SectionWords is a section's heading, guidance and standard phrases. The
// document is Swedish, so EN has a heading and guidance for the person only.
type SectionWords struct {
	Heading  string   `toml:"heading"`
	Guidance string   `toml:"guidance"`
	Phrases  []string `toml:"phrases"`
}
