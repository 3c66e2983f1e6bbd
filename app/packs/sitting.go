package packs

import (
	"slices"
	"strconv"
	"strings"

	"yttra/app"
)

// Sitting is how minutes name those who have a task at a meeting, as it stands
// after a name, and the words that tell that a matter is put off.
type Sitting struct {
	Chair     string   `toml:"chair"`
	Vice      string   `toml:"vice"` // before the chair's word: somebody else
	Secretary string   `toml:"secretary"`
	Adjuster  string   `toml:"adjuster"`
	Postpones []string `toml:"postpones"` // "återremitteras", "bordläggs"
	Proceeds  []string `toml:"proceeds"`  // in the same sentence: it is not put off after all

	Votes map[app.Cast][2]string `toml:"votes"` // one of them, and several: "ja-röst", "ja-röster"
}

// IsChair tells whether a title is that of whoever leads the meeting.
func (s Sitting) IsChair(title string) bool {
	return s.Presides(title) && (s.Vice == "" || !strings.Contains(strings.ToLower(title), s.Vice))
}

// Presides tells whether a title is that of a chair or a vice chair.
func (s Sitting) Presides(title string) bool {
	return s.Chair != "" && strings.HasSuffix(strings.ToLower(strings.TrimSpace(title)), s.Chair)
}

// Signs gives those who sign minutes: secretary, chair and counter-signatories,
// each once. The chair is the one of those deciding who is called so, else the
// first; the secretary one of the others, else the officer.
func (s Sitting) Signs(m app.Meeting, officers []app.Person) []app.Person {
	var out []app.Person
	add := func(name, title string) {
		if name = strings.TrimSpace(name); name != "" {
			out = append(out, app.Person{Name: name, Title: upperFirst(title)})
		}
	}
	secretary := slices.IndexFunc(m.Others, func(row string) bool {
		_, title := Seat(row)
		return s.Secretary != "" && strings.HasSuffix(strings.ToLower(title), s.Secretary)
	})
	if secretary >= 0 {
		name, _ := Seat(m.Others[secretary])
		add(name, s.Secretary)
	} else if len(officers) > 0 {
		add(officers[0].Name, s.Secretary)
	}
	if len(m.Deciding) > 0 {
		chair := max(0, slices.IndexFunc(m.Deciding, func(row string) bool { _, title := Seat(row); return s.IsChair(title) }))
		name, _ := Seat(m.Deciding[chair])
		add(name, s.Chair)
	}
	for _, row := range m.Adjusters {
		name, _ := Seat(row)
		add(name, s.Adjuster)
	}
	return out
}

// Seat parts a row of those present, "Karin Påhittad (A), ordförande", into name
// and what follows it.
func Seat(row string) (name, title string) {
	name, title, _ = strings.Cut(row, ",")
	return strings.TrimSpace(name), strings.TrimSpace(title)
}

// tally is how many voted so, in words: "3 ja-röster"; empty when nobody voted.
func (s Sitting) tally(m *app.Meeting, c app.Cast) string {
	if m == nil || len(m.Votes) == 0 {
		return ""
	}
	n, form := m.Count(c), 1
	if n == 1 {
		form = 0
	}
	return strings.TrimSpace(strconv.Itoa(n) + " " + s.Votes[c][form])
}

// postponed tells whether minutes say that the matter is referred back or tabled.
func (p *Packs) postponed(d *app.Document) bool {
	k, ok := p.Kind(d.Kind)
	i := d.Section(app.RoleProposal)
	if !ok || !k.Records || i < 0 {
		return false
	}
	s := p.Decisions.Sitting
	for _, sentence := range strings.FieldsFunc(strings.ToLower(d.Sections[i].Text), func(r rune) bool { return r == '.' || r == '\n' }) {
		says := func(w string) bool { return strings.Contains(sentence, w) }
		if slices.ContainsFunc(s.Postpones, says) && !slices.ContainsFunc(s.Proceeds, says) {
			return true
		}
	}
	return false
}

// sitting is what is known of a meeting of the body before it is held.
func (p *Packs) sitting(m *app.Matter, body app.Body, pr app.Profile) *app.Meeting {
	s := p.Decisions.Sitting
	out := &app.Meeting{Date: m.Meeting}
	for _, person := range body.Signatories {
		row := strings.Trim(person.Name+", "+lowerFirst(person.Title), ", ")
		switch {
		case s.IsChair(person.Title):
			out.Deciding = append([]string{row}, out.Deciding...)
		case s.Presides(person.Title):
			out.Deciding = append(out.Deciding, row)
		default:
			out.Others = append(out.Others, row)
		}
	}
	if pr.Officer.Name != "" {
		out.Others = append(out.Others, pr.Officer.Name+", "+s.Secretary)
	}
	return out
}
