package check

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"yttra/app"
	"yttra/app/packs"
)

// ExampleResult is how one example of a rule came out.
type ExampleResult struct {
	Rule    *packs.Rule
	Example packs.Example
	Name    string // the example's, or its number
	OK      bool
	Flaw    *packs.Flaw // what came out instead; nil when OK
}

// RunExamples runs every example of every rule. A fault in a rule is CodePack.
func RunExamples(p *packs.Packs) ([]ExampleResult, error) {
	c, err := Compile(p, "sv")
	if err != nil {
		return nil, err
	}
	return c.examples(func(*packs.Rule) bool { return true }), nil
}

// tryExample runs one rule over one example and says what is wrong; empty when
// it came out as written.
func (c *Checker) tryExample(rule *rule, e packs.Example) *packs.Flaw {
	m, err := c.exampleMatter(rule, e)
	if err != nil {
		return &packs.Flaw{Why: packs.Other, What: err.Error()}
	}
	r := c.newRun(m, &m.Documents[0])
	r.today = e.Today
	r.facts = c.factsOf(r)
	if err := r.facts.set(e.Facts); err != nil {
		return &packs.Flaw{Why: packs.Other, What: "facts: " + err.Error()}
	}
	if !c.applies(rule, r) && !c.spoken(rule, r) {
		return &packs.Flaw{Why: packs.NotAsked}
	}
	res := c.result(r, only(rule))
	if rule.Criterion() {
		return compareState(res.Criteria[0], e)
	}
	return compareFound(res.Findings, e)
}

func compareState(res app.CriterionResult, e packs.Example) *packs.Flaw {
	if res.State != e.State {
		return &packs.Flaw{Why: packs.OtherState, What: string(res.State), Want: []string{string(e.State)}}
	}
	if e.Quote == "" {
		return nil
	}
	for _, ev := range res.Evidence {
		if strings.Contains(ev.Text, e.Quote) {
			return nil
		}
	}
	return &packs.Flaw{Why: packs.NoQuote, What: e.Quote}
}

func compareFound(fs []app.Finding, e packs.Example) *packs.Flaw {
	if *e.Found != (len(fs) > 0) {
		return &packs.Flaw{Why: packs.Findings, What: strconv.Itoa(len(fs))}
	}
	if e.Quote == "" {
		return nil
	}
	for _, f := range fs {
		if strings.Contains(f.Quote, e.Quote) {
			return nil
		}
	}
	return &packs.Flaw{Why: packs.NoQuote, What: e.Quote}
}

// exampleMatter is a matter whose first document is the example's text; what the
// example says of either stands over what follows from its kind.
func (c *Checker) exampleMatter(rule *rule, e packs.Example) (*app.Matter, error) {
	m := &app.Matter{Measures: measuresOf(rule, e)}
	if err := overlay(e.Matter, m); err != nil {
		return nil, fmt.Errorf("matter: %w", err)
	}
	d := c.exampleDocument(e)
	if err := overlay(e.Document, &d); err != nil {
		return nil, fmt.Errorf("document: %w", err)
	}
	m.Documents = append([]app.Document{d}, m.Documents...)
	if err := m.Validate(); err != nil {
		return nil, fmt.Errorf("matter: %w", err)
	}
	return m, nil
}

// overlay fills what a table names, by the names of the matter file. Those it
// does not know are refused: an example that says nothing proves nothing.
func overlay(values map[string]any, into any) error {
	if len(values) == 0 {
		return nil
	}
	data, err := json.Marshal(values)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(data, into); err != nil {
		return err
	}
	if key := unknownKey(reflect.ValueOf(into)); key != "" {
		return fmt.Errorf("unknown key %s", key)
	}
	return nil
}

// unknownKey finds a key that was kept because nobody knows it.
func unknownKey(v reflect.Value) string {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			return unknownKey(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			if key := unknownKey(v.Index(i)); key != "" {
				return key
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if !v.Field(i).CanInterface() {
				continue
			}
			if extra, ok := v.Field(i).Interface().(app.Extra); ok {
				for _, key := range slices.Sorted(maps.Keys(extra)) {
					return key
				}
			} else if key := unknownKey(v.Field(i)); key != "" {
				return key
			}
		}
	}
	return ""
}

func measuresOf(rule *rule, e packs.Example) []app.Measure {
	switch {
	case len(e.Measures) > 0:
		return e.Measures
	case len(rule.Measures) > 0:
		return rule.Measures[:1]
	}
	return []app.Measure{app.General}
}

// exampleDocument is one section, or those under "## Heading" lines that the
// kind knows; a heading it does not know begins another assessment.
func (c *Checker) exampleDocument(e packs.Example) app.Document {
	d := app.Document{ID: "example", Kind: e.Kind, Level: app.Committee}
	if d.Kind == "" {
		d.Kind = "opinion"
	}
	k, ok := c.packs.Kind(d.Kind)
	if ok {
		d.Level = k.Level
	}
	role := e.Role
	if role == "" {
		role = "assessment"
	}
	s := app.Section{Role: role}
	flush := func() {
		if s.Text = strings.TrimSpace(s.Text); s.Text != "" || s.Heading != "" {
			d.Sections = append(d.Sections, s)
		}
	}
	for text := range strings.Lines(e.Text) {
		heading, ok := strings.CutPrefix(strings.TrimSpace(text), "## ")
		if !ok {
			s.Text += text
			continue
		}
		flush()
		s = app.Section{Role: "assessment", Heading: heading}
		if k != nil {
			if role, ok := headingRole(headingsOf(c.packs, k), linesOf("## " + heading)[0], true); ok {
				s.Role = role
			}
		}
	}
	flush()
	return d
}

// set changes facts by the names that conditions use.
func (f *Facts) set(values map[string]any) error {
	if len(values) == 0 {
		return nil
	}
	data, err := json.Marshal(values)
	if err != nil {
		return err
	}
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	return dec.Decode(f)
}

func only(r *rule) []*rule { return []*rule{r} }
