package assess

import (
	"slices"
	"strings"

	"yttra/app"
	"yttra/app/check"
	"yttra/app/packs"
	"yttra/i18n"
)

// What applies follows from the screening: at most ten questions that the program
// answers beforehand from the text, and the clerk confirms. What has been
// confirmed is the clerk's word; when the text later says otherwise that is told,
// and nothing is changed.

// screening is the questions with the answers on their way.
type screening struct {
	questions []packs.Question
	sightings []check.Sighting
	draft     map[string]bool // nil: the questions are folded
	later     bool            // folded without being confirmed
}

// Ask is a question of the screening, ready to draw.
type Ask struct {
	Question string
	Answers  []AskAnswer // one: it is a yes or no; several: a choice of them
	Because  string      // the sentence that made the program think so; empty: none
	From     string      // where it stands
	New      bool        // the text says otherwise than when it was confirmed
}

// AskAnswer is one answer to a question.
type AskAnswer struct{ Name, Label string }

// takeScreening reads the text again, and opens the questions for a matter whose
// answers nobody has confirmed.
func (m *Model) takeScreening(old *app.Matter) {
	now := m.state.Matter
	if now == nil || old == nil || now.ID != old.ID {
		m.screen = screening{}
	}
	if now == nil {
		return
	}
	if now != old {
		m.screen.questions, m.screen.sightings = m.desk.Packs().Questions(), m.desk.Sightings()
	}
	switch {
	case m.Confirmed() == nil && !m.screen.later && m.screen.draft == nil && len(m.screen.questions) > 0:
		m.OpenScreening()
	case m.screen.draft != nil && old != nil && !sameWord(now, old): // by another hand, as by undo
		m.OpenScreening()
	}
}

// sameWord tells whether two states of a matter hold the same answers.
func sameWord(a, b *app.Matter) bool {
	return slices.Equal(a.Measures, b.Measures) && slices.Equal(a.Affected, b.Affected) && a.Purchase == b.Purchase &&
		(a.Screening == nil) == (b.Screening == nil) && (a.Screening == nil || slices.Equal(a.Screening.Topics, b.Screening.Topics))
}

// Confirmed is the clerk's confirmation; nil when there is none.
func (m *Model) Confirmed() *app.Screening {
	if m.state.Matter == nil {
		return nil
	}
	return m.state.Matter.Screening
}

// Screening reports whether the questions are open.
func (m *Model) Screening() bool { return m.screen.draft != nil }

// OpenScreening opens the questions: with the clerk's own answers when there are
// such, else with what the matter and its text say.
func (m *Model) OpenScreening() {
	if m.state.Matter == nil {
		return
	}
	m.screen.draft = map[string]bool{}
	for _, q := range m.screen.questions {
		for _, a := range q.Answers {
			m.screen.draft[a] = m.state.Matter.Says(a) || m.Confirmed() == nil && m.sighting(a) != nil
		}
	}
}

// CloseScreening folds the questions and forgets what was not confirmed.
func (m *Model) CloseScreening() { m.screen.draft, m.screen.later = nil, true }

// Drafted is the answer as it stands in the open questions.
func (m *Model) Drafted(answer string) bool { return m.screen.draft[answer] }

// Answering answers, until it is confirmed only here.
func (m *Model) Answering(answer string, yes bool) {
	if m.screen.draft != nil {
		m.screen.draft[answer] = yes
	}
}

// Confirm keeps the answers as the clerk's word and folds the questions.
func (m *Model) Confirm() {
	if m.screen.draft == nil {
		return
	}
	m.desk.Confirm(m.screen.draft)
	m.CloseScreening()
	m.Take(m.desk.State())
}

// draftKey writes the answers on their way, in the order they are asked.
func (m *Model) draftKey() string {
	var out []string
	for _, q := range m.screen.questions {
		for _, a := range q.Answers {
			if m.screen.draft[a] {
				out = append(out, a)
			}
		}
	}
	return strings.Join(out, " ")
}

func (m *Model) sighting(answer string) *check.Sighting {
	i := slices.IndexFunc(m.screen.sightings, func(s check.Sighting) bool { return s.Answer == answer })
	if i < 0 {
		return nil
	}
	return &m.screen.sightings[i]
}

// Asks are the questions of the screening.
func (m *Model) Asks() []Ask {
	var out []Ask
	for _, q := range m.screen.questions {
		a := Ask{Question: q.SV}
		if m.words.Lang() == "en" {
			a.Question = q.EN
		}
		for _, name := range q.Answers {
			a.Answers = append(a.Answers, AskAnswer{name, m.answerLabel(name)})
			a.New = a.New || m.differs(name)
			if s := m.sighting(name); s != nil && a.Because == "" {
				a.Because, a.From = s.Sentence, m.from(s)
			}
		}
		out = append(out, a)
	}
	return out
}

// from says where a sentence stands.
func (m *Model) from(s *check.Sighting) string {
	switch {
	case s.Place.Section >= 0:
		return m.section(s.Place.Section)
	case s.Sentence == strings.Join(strings.Fields(m.state.Matter.Title), " "):
		return m.words.T("assess.from_title")
	}
	return m.words.T("assess.from_motion")
}

// answerLabel names an answer: Kamerabevakning, Anställda.
func (m *Model) answerLabel(name string) string {
	for _, prefix := range []string{"measure.", "group.", "assess.answer."} {
		if m.words.Has(prefix + name) {
			return m.words.T(prefix + name)
		}
	}
	return name
}

// differs tells whether the text has come to say otherwise of an answer since it
// was confirmed, and otherwise than the clerk.
func (m *Model) differs(name string) bool {
	s := m.Confirmed()
	if s == nil {
		return false
	}
	found := m.sighting(name) != nil
	return found != slices.Contains(s.Found, name) && found != m.state.Matter.Says(name)
}

// Differs says what the text has come to say since the screening was confirmed;
// empty when it says the same.
func (m *Model) Differs() string {
	var come, gone []string
	for _, q := range m.screen.questions {
		for _, a := range q.Answers {
			switch {
			case !m.differs(a):
			case m.sighting(a) != nil:
				come = append(come, m.answerLabel(a))
			default:
				gone = append(gone, m.answerLabel(a))
			}
		}
	}
	var out []string
	if len(come) > 0 {
		out = append(out, m.words.T("assess.text_now", i18n.Vars{"What": strings.Join(come, ", ")}))
	}
	if len(gone) > 0 {
		out = append(out, m.words.T("assess.text_no_longer", i18n.Vars{"What": strings.Join(gone, ", ")}))
	}
	return strings.Join(out, " ")
}

// Applies says in one line what decides which questions are asked.
func (m *Model) Applies() string {
	if m.state.Matter == nil {
		return m.words.T("assess.no_measure")
	}
	var measures, groups, rest []string
	for _, k := range app.Measures {
		if m.state.Matter.Has(k) {
			measures = append(measures, m.answerLabel(string(k)))
		}
	}
	for _, g := range app.Groups {
		if m.state.Matter.Touches(g) {
			groups = append(groups, m.answerLabel(string(g)))
		}
	}
	for _, a := range []string{app.AnswerPurchase, app.TopicPilot} {
		if m.state.Matter.Says(a) {
			rest = append(rest, m.answerLabel(a))
		}
	}
	if len(measures) == 0 {
		measures = []string{m.words.T("assess.no_measure")}
	}
	out := []string{strings.Join(measures, ", ")}
	if len(groups) > 0 {
		out = append(out, strings.Join(groups, ", "))
	}
	return strings.Join(append(out, rest...), " · ")
}
