package packs

import (
	"fmt"
	"slices"
	"strings"

	"yttra/app"
)

// procedures are those of cost.Procedure that rules may name.
var procedures = []string{"direct_award", "advertised", "eu_directive"}

// buyingSlots are the places that cost fills in.
var buyingSlots = []string{"{limit}", "{days}", "{letter}", "{most}"}

// buyingFile is data/procurement.toml: duties and steps, amounts in whole kronor.
type buyingFile struct {
	Duties []struct {
		Code       string                   `toml:"code"`
		Procedures []string                 `toml:"procedures"`
		Subjects   []app.ProcurementSubject `toml:"subjects"`
		Risk       bool                     `toml:"risk"`
		SV         buyingWords              `toml:"sv"`
		EN         buyingWords              `toml:"en"`
		Cites      []citation               `toml:"cite"`
	} `toml:"duty"`
	Steps []struct {
		Code       string      `toml:"code"`
		Procedures []string    `toml:"procedures"`
		Days       int         `toml:"days"`
		Letter     int         `toml:"letter"`
		Working    bool        `toml:"working"`
		After      string      `toml:"after"`
		SV         buyingWords `toml:"sv"`
		EN         buyingWords `toml:"en"`
		Cites      []citation  `toml:"cite"`
	} `toml:"step"`
}

type buyingWords struct {
	Title string `toml:"title"`
	Text  string `toml:"text"`
}

type citation struct {
	Law     app.ProcurementLaw `toml:"law"`
	From    app.Date           `toml:"from"`
	To      app.Date           `toml:"to"`
	Section string             `toml:"section"`
	Over    int64              `toml:"over"`
	Least   int64              `toml:"least"`
	Days    int                `toml:"days"`
	Letter  int                `toml:"letter"`
	Sure    app.Surety         `toml:"sure"`
	Checked app.Date           `toml:"checked"`
}

// buying reads duties and steps. A row takes the place of the one with its code for
// a procedure they share, so that a municipality writes only what it changes; what
// is new comes last.
func (l *loader) buying(name string, data []byte) error {
	var f buyingFile
	ix, err := decode(name, data, &f)
	if err != nil {
		return err
	}
	b := l.packs.Buying
	seen := map[string]bool{}
	for i, d := range f.Duties {
		key, err := ruleFault("duty ", d.Code, d.Procedures, d.SV, d.EN, d.Cites, seen)
		if j := slices.IndexFunc(d.Subjects, func(s app.ProcurementSubject) bool { return !slices.Contains(subjects, s) }); err == nil && j >= 0 {
			key, err = "subjects", unknown(d.Subjects[j], subjects)
		}
		if err != nil {
			return ix.fault(fmt.Sprintf("duty[%d].%s", i, key), err)
		}
		rule := app.DutyRule{Code: d.Code, Procedures: d.Procedures, Subjects: d.Subjects, Risk: d.Risk, Cites: citations(d.Cites), SV: app.BuyingWords(d.SV), EN: app.BuyingWords(d.EN)}
		b.Duties = put(b.Duties, rule, func(r *app.DutyRule) (string, *[]string) { return r.Code, &r.Procedures })
	}
	for i, s := range f.Steps {
		key, err := ruleFault("step ", s.Code, s.Procedures, s.SV, s.EN, s.Cites, seen)
		earlier := func(o app.StepRule) bool { return o.Code == s.After && shares(o.Procedures, s.Procedures) }
		switch {
		case err != nil:
		case s.Days < 1 || s.Days > maxDays || s.Letter < 0 || s.Letter > maxDays:
			key, err = "days", &Flaw{Why: Range}
		case s.After != "" && !slices.ContainsFunc(b.Steps, earlier):
			key, err = "after", &Flaw{Why: NotOneOf, What: s.After, Want: stepCodes(b.Steps)}
		}
		if err != nil {
			return ix.fault(fmt.Sprintf("step[%d].%s", i, key), err)
		}
		rule := app.StepRule{Code: s.Code, Procedures: s.Procedures, Days: s.Days, Letter: s.Letter, Working: s.Working, After: s.After, Cites: citations(s.Cites), SV: app.BuyingWords(s.SV), EN: app.BuyingWords(s.EN)}
		b.Steps = put(b.Steps, rule, func(r *app.StepRule) (string, *[]string) { return r.Code, &r.Procedures })
	}
	l.packs.Buying = b
	return nil
}

// put lays a row in the place of the first that has its code for a procedure they
// share, or last. What it replaces stays for the procedures that are not named.
func put[R any](rows []R, r R, on func(*R) (code string, procedures *[]string)) []R {
	code, procedures := on(&r)
	var out []R
	placed := false
	for _, old := range rows {
		if was, left := on(&old); was == code && shares(*left, *procedures) {
			*left = slices.DeleteFunc(slices.Clone(*left), func(p string) bool { return slices.Contains(*procedures, p) })
			if !placed {
				out, placed = append(out, r), true
			}
			if len(*left) == 0 {
				continue
			}
		}
		out = append(out, old)
	}
	if !placed {
		out = append(out, r)
	}
	return out
}

func shares(a, b []string) bool {
	return slices.ContainsFunc(a, func(s string) bool { return slices.Contains(b, s) })
}

// maxDays is the longest step that is believed, in days.
const maxDays = 1000

// ruleFault finds what is wrong in a duty or step. A code stands once for each
// procedure; what has been seen is remembered with its kind.
func ruleFault(kind, code string, on []string, sv, en buyingWords, cites []citation, seen map[string]bool) (key string, err error) {
	switch {
	case strings.TrimSpace(code) == "":
		return "code", errMissing
	case len(on) == 0:
		return "procedures", errMissing
	case sv.Title == "" || en.Title == "":
		return "sv.title", errMissing
	case len(cites) == 0:
		return "cite", errMissing
	}
	for _, w := range []string{sv.Title, sv.Text, en.Title, en.Text} {
		for _, slot := range slot.FindAllString(w, -1) {
			if !slices.Contains(buyingSlots, slot) {
				return "sv.text", unknown(slot, buyingSlots)
			}
		}
	}
	for _, p := range on {
		if !slices.Contains(procedures, p) {
			return "procedures", unknown(p, procedures)
		}
		if seen[kind+code+" "+p] {
			return "code", &Flaw{Why: Twice, What: code}
		}
		seen[kind+code+" "+p] = true
	}
	for i, c := range cites {
		if key, err := c.fault(); err != nil {
			return fmt.Sprintf("cite[%d].%s", i, key), err
		}
	}
	return "", nil
}

func (c citation) fault() (key string, err error) {
	switch {
	case c.Law != "" && !slices.Contains(laws, c.Law):
		return "law", unknown(c.Law, laws)
	case c.From != "" && !c.From.Valid():
		return "from", &Flaw{Why: NoDay, What: string(c.From)}
	case c.To != "" && (!c.To.Valid() || c.To.Before(c.From)):
		return "to", &Flaw{Why: NoDay, What: string(c.To)}
	case c.Over < 0 || c.Least < 0 || max(c.Over, c.Least) > 1e12:
		return "over", &Flaw{Why: Range}
	case c.Days < 0 || c.Letter < 0 || max(c.Days, c.Letter) > maxDays:
		return "days", &Flaw{Why: Range}
	case !slices.Contains(sureties, c.Sure):
		return "sure", unknown(c.Sure, sureties)
	case c.Section == "" && c.Sure != app.Practice:
		return "section", errMissing
	case c.Checked != "" && !c.Checked.Valid():
		return "checked", &Flaw{Why: NoDay, What: string(c.Checked)}
	}
	return "", nil
}

func citations(cs []citation) []app.Citation {
	out := make([]app.Citation, len(cs))
	for i, c := range cs {
		out[i] = app.Citation{Law: c.Law, From: c.From, To: c.To, Section: c.Section, Over: app.Kronor(c.Over), Least: app.Kronor(c.Least),
			Days: c.Days, Letter: c.Letter, Sure: c.Sure, Checked: c.Checked}
	}
	return out
}

func stepCodes(steps []app.StepRule) []string {
	var out []string
	for _, s := range steps {
		if !slices.Contains(out, s.Code) {
			out = append(out, s.Code)
		}
	}
	return out
}
