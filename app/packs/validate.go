package packs

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"yttra/app"
)

var (
	areas    = []Area{Proportionality, Cost, Form, Language, Personal}
	steps    = []Step{"", Suitability, Necessity, Balance}
	sureties = []app.Surety{app.Verified, app.Known, app.Calculated, app.Practice}
)

var errMissing = &Flaw{Why: Missing}

// validate refuses a rule with missing or unknown words. What a look's kind
// demands, and whether conditions make sense, is for app/check to say.
func (r *Rule) validate() error {
	if strings.TrimSpace(r.ID) == "" || strings.ContainsAny(r.ID, " \t\n") {
		return r.Fault("id", errMissing)
	}
	if r.Off {
		return nil
	}
	if err := r.validateWords(); err != nil {
		return err
	}
	if !slices.Contains(areas, r.Area) {
		return r.Fault("area", unknown(r.Area, areas))
	}
	if !slices.Contains(steps, r.Step) {
		return r.Fault("step", unknown(r.Step, steps))
	}
	if !slices.Contains(app.Severities, r.Severity) {
		return r.Fault("severity", unknown(r.Severity, app.Severities))
	}
	if r.Declined != "" && !slices.Contains(app.Severities, r.Declined) {
		return r.Fault("declined", unknown(r.Declined, app.Severities))
	}
	for _, m := range r.Measures {
		if !slices.Contains(app.Measures, m) {
			return r.Fault("measures", unknown(m, app.Measures))
		}
	}
	for i, s := range r.SeverityWhen {
		at := fmt.Sprintf("severity_when[%d]", i)
		if s.When == "" {
			return r.Fault(at+".when", errMissing)
		}
		if !slices.Contains(app.Severities, s.Severity) {
			return r.Fault(at+".severity", unknown(s.Severity, app.Severities))
		}
	}
	if err := r.validateSources(); err != nil {
		return err
	}
	return r.validateExamples()
}

func (r *Rule) validateWords() error {
	for _, w := range []struct {
		lang string
		Words
	}{{"sv", r.SV}, {"en", r.EN}} {
		need := map[string]string{"title": w.Title, "fail": w.Fail}
		if r.Criterion() {
			need["question"], need["accept"], need["missing"] = w.Question, w.Accept, w.Missing
		}
		for _, key := range []string{"title", "question", "accept", "fail", "missing"} {
			if text, wanted := need[key]; wanted && strings.TrimSpace(text) == "" {
				return r.Fault(w.lang+"."+key, errMissing)
			}
		}
	}
	return nil
}

func (r *Rule) validateSources() error {
	if len(r.Sources) == 0 && r.Criterion() {
		return r.Fault("source", errMissing)
	}
	for i, s := range r.Sources {
		if key, err := s.fault(); err != nil {
			return r.Fault(fmt.Sprintf("source[%d].%s", i, key), err)
		}
	}
	if len(r.Look) == 0 {
		return r.Fault("look", errMissing)
	}
	for i, k := range r.Look {
		if k.Kind == "" {
			return r.Fault(fmt.Sprintf("look[%d].kind", i), errMissing)
		}
	}
	return nil
}

// fault names the key of what is wrong with a source.
func (s Source) fault() (key string, err error) {
	switch {
	case s.SV == "":
		return "sv", errMissing
	case !slices.Contains(sureties, s.Sure):
		return "sure", unknown(s.Sure, sureties)
	case s.Checked != "" && !s.Checked.Valid():
		return "checked", &Flaw{Why: NoDay, What: string(s.Checked)}
	}
	return "", nil
}

// sourceFault names the key of the first source that is wrong; there must be one.
func sourceFault(all []Source) (key string, err error) {
	if len(all) == 0 {
		return "source", errMissing
	}
	for _, s := range all {
		if _, err := s.fault(); err != nil {
			return "source", err
		}
	}
	return "", nil
}

func (r *Rule) validateExamples() error {
	for i, e := range r.Examples {
		at := fmt.Sprintf("example[%d]", i)
		switch {
		case e.Text == "":
			return r.Fault(at+".text", errMissing)
		case r.Criterion() && e.State == "":
			return r.Fault(at+".state", errMissing)
		case r.Criterion() && !slices.Contains(app.CriterionStates, e.State):
			return r.Fault(at+".state", unknown(e.State, app.CriterionStates))
		case !r.Criterion() && e.Found == nil:
			return r.Fault(at+".found", errMissing)
		}
		for _, m := range e.Measures {
			if !slices.Contains(app.Measures, m) {
				return r.Fault(at+".measures", unknown(m, app.Measures))
			}
		}
	}
	return nil
}

// validate refuses a kind with missing words or two sections of one role.
func (k *Kind) validate(own bool) error {
	for _, w := range []struct{ key, text string }{{"id", k.ID}, {"sv.name", k.SV.Name}, {"sv.title", k.SV.Title}, {"en.name", k.EN.Name}} {
		if strings.TrimSpace(w.text) == "" {
			return k.Fault(w.key, errMissing)
		}
	}
	if !slices.Contains(app.Levels, k.Level) {
		return k.Fault("level", unknown(k.Level, app.Levels))
	}
	if len(k.Sections) == 0 {
		return k.Fault("section", errMissing)
	}
	for _, w := range []struct {
		key, word string
		want      []string
	}{{"form.speaks", k.Form.Speaks, []string{FormBody, FormSignatories}}, {"form.head", k.Form.Head, []string{FormMeeting}}, {"form.signs", k.Form.Signs, []string{FormBody, FormMeeting, FormNone}}} {
		if w.word != "" && !slices.Contains(w.want, w.word) {
			return k.Fault(w.key, unknown(w.word, w.want))
		}
	}
	for level, text := range k.Lead {
		switch {
		case !slices.Contains(app.Levels, level):
			return k.Fault("lead", unknown(level, app.Levels))
		case !strings.HasSuffix(text, ":"):
			return k.Fault("lead."+string(level), &Flaw{Why: Other, What: "does not end with a colon"})
		}
	}
	roles := map[string]bool{}
	for i, s := range k.Sections {
		at := fmt.Sprintf("section[%d]", i)
		switch {
		case s.Role == "":
			return k.Fault(at+".role", errMissing)
		case roles[s.Role]:
			return k.Fault(at+".role", &Flaw{Why: Twice, What: s.Role})
		case s.Level != 0 && s.Level != 2 && s.Level != 3:
			return k.Fault(at+".level", &Flaw{Why: NotOneOf, What: strconv.Itoa(s.Level), Want: []string{"0", "2", "3"}})
		case s.SV.Heading == "":
			return k.Fault(at+".sv.heading", errMissing)
		case !own && s.EN.Heading == "":
			return k.Fault(at+".en.heading", errMissing)
		case !own && k.Drafted && !s.Around && (s.SV.Guidance == "" || s.EN.Guidance == ""):
			return k.Fault(at+".sv.guidance", errMissing)
		}
		if err := phraseFault(s.SV.Phrases); err != nil {
			return k.Fault(at+".sv.phrases", err)
		}
		if s.Fill != "" && !slices.Contains(sources, s.Fill) {
			return k.Fault(at+".fill", unknown(s.Fill, sources))
		}
		roles[s.Role] = true
	}
	return nil
}

func unknown[T ~string](got T, want []T) error {
	words := make([]string, len(want))
	for i, w := range want {
		words[i] = string(w)
	}
	return &Flaw{Why: NotOneOf, What: string(got), Want: words}
}
