package reports

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"yttra/app"
	"yttra/reports/layout"
)

// look is the profile's look, as the layout takes it.
func (m *maker) look() layout.Look {
	l := m.in.Profile.Look
	out := layout.Look{Sans: l.Sans, Large: l.Large, Abreast: l.Abreast}
	if ink, err := l.Ink(); err == nil && ink != ([3]uint8{}) {
		out.Ink = layout.Coloured(ink[0], ink[1], ink[2])
	}
	return out
}

// lineNumbers is the step of a reading copy's line numbers: the municipality's, when
// it has one.
func (m *maker) lineNumbers() int {
	if m.in.LineNumbers > 0 && m.in.Profile.Look.Number > 0 {
		return m.in.Profile.Look.Number
	}
	return m.in.LineNumbers
}

// Remarks are what a profile asks for that the paper cannot have, each a Problem with
// its code. The paper is made all the same, without it.
func Remarks(p app.Profile) []error {
	var out []error
	if _, err := p.Look.Ink(); err != nil {
		out = append(out, err)
	}
	usual, err := readLabels()
	if err != nil {
		return append(out, err)
	}
	if len(p.Logo) > 0 {
		if _, err := readPicture(first(p.LogoText, fill(usual.Logo, "name", p.Municipality)), p.Logo, logoWide, logoHigh); err != nil {
			out = append(out, err)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(p.Look.Labels)) {
		if s := p.Look.Labels[name]; says(s) && !usual.bears(name, s) {
			out = append(out, &app.Problem{Code: app.CodeLabel, What: s, Where: name})
		}
	}
	return out
}

// Labels are the words printed on every paper that a municipality may have its own
// for, by name.
func Labels() (map[string]string, error) {
	l, err := readLabels()
	if err != nil {
		return nil, err
	}
	return l.table(), nil
}

// own lays the municipality's own words over the house's. What does not fit is left
// aside; Remarks tells of it.
func (l labels) own(words map[string]string) labels {
	if len(words) == 0 {
		return l
	}
	chosen := map[string]string{}
	for name, s := range words {
		if says(s) && l.bears(name, s) {
			chosen[name] = strings.TrimSpace(s)
		}
	}
	out := l
	b, err := json.Marshal(chosen)
	if err == nil {
		err = json.Unmarshal(b, &out)
	}
	if err != nil { // what came from labels goes back into them
		return l
	}
	return out
}

// bears reports whether a word may stand for the one of that name: there is one, and
// what is filled in has its place in it.
func (l labels) bears(name, s string) bool {
	usual, ok := l.table()[name]
	if !ok {
		return false
	}
	for _, hole := range []string{"{n}", "{of}", "{name}", "{text}"} {
		if strings.Contains(usual, hole) != strings.Contains(s, hole) {
			return false
		}
	}
	return !strings.Contains(s, "\n")
}

// table is the labels by their names.
func (l labels) table() map[string]string {
	all, out := map[string]any{}, map[string]string{}
	b, err := json.Marshal(l)
	if err == nil {
		err = json.Unmarshal(b, &all)
	}
	if err != nil {
		return nil
	}
	for name, v := range all {
		if s, ok := v.(string); ok {
			out[name] = s
		}
	}
	return out
}
