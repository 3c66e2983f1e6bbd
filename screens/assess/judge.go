package assess

import (
	"slices"
	"strings"

	"yttra/app"
	"yttra/app/packs"
	"yttra/i18n"
)

// Answer is what the clerk has said of the chosen criterion in this document;
// ok is false when nothing, or when the sentence it was tied to is gone.
func (m *Model) Answer() (a app.Answer, ok bool) {
	c, chosen := m.Chosen()
	if !chosen || c.Stale {
		return a, false
	}
	return m.latest(c.ID)
}

func (m *Model) latest(id string) (a app.Answer, ok bool) {
	for _, b := range m.state.Matter.Answers {
		if m.here(b, id) {
			a, ok = b, true
		}
	}
	return a, ok
}

// here: the answer is about the criterion in the open document.
func (m *Model) here(a app.Answer, id string) bool {
	return a.Criterion == id && (a.Document == "" || a.Document == m.state.Document().ID)
}

// CanMeet reports whether the chosen criterion can be called met: there must be
// a sentence to point at, or something in the estimate.
func (m *Model) CanMeet() bool {
	c, ok := m.Chosen()
	return ok && len(c.Evidence)+len(c.Reckoned) > 0
}

// Judge records what the clerk says of the chosen criterion, tied to the chosen
// sentence, or to what the estimate says, so that it falls when that is edited away. What was said
// before is replaced: it is one step to undo. A waiver needs a reason.
func (m *Model) Judge(s app.CriterionState, reason string) bool {
	c, ok := m.Chosen()
	reason = strings.TrimSpace(reason)
	if !ok || s == app.Met && !m.CanMeet() || s == app.Waived && reason == "" {
		return false
	}
	a := app.Answer{Criterion: c.ID, State: s, Reason: reason}
	switch {
	case len(c.Evidence) > 0:
		a.Sentence = c.Evidence[m.said].Text
	case len(c.Reckoned) > 0:
		a.Sentence = c.Reckoned[0].Text
	}
	if old, ok := m.Answer(); ok && old.State == s && old.Reason == reason && old.Sentence == a.Sentence {
		return true
	}
	m.desk.Answer(a)
	m.Take(m.desk.State())
	return true
}

// TakeBack takes away what the clerk has said of the chosen criterion.
func (m *Model) TakeBack() {
	c, ok := m.Chosen()
	if !ok {
		return
	}
	if _, said := m.latest(c.ID); said {
		m.desk.Unanswer(app.Answer{Criterion: c.ID})
		m.Take(m.desk.State())
	}
}

// Judged reports whether there is anything to take back.
func (m *Model) Judged() bool {
	c, ok := m.Chosen()
	if !ok {
		return false
	}
	_, said := m.latest(c.ID)
	return said
}

// Said is which sentence of the chosen criterion is chosen.
func (m *Model) Said() int { return m.said }

// Say chooses the sentence a judgement is to be tied to.
func (m *Model) Say(i int) {
	c, ok := m.Chosen()
	if !ok || i < 0 || i >= len(c.Evidence) {
		return
	}
	m.said = i
}

// Place is where the chosen criterion is answered: its chosen sentence, or the
// document as a whole.
func (m *Model) Place() app.Place {
	if c, ok := m.Chosen(); ok && len(c.Evidence) > 0 {
		return c.Evidence[m.said].Place
	}
	return app.Place{Section: -1}
}

// Asked is what the catalogue says of the chosen criterion.
type Asked struct {
	Accept  string // what satisfies it
	Fail    string // what fails it
	Why     string // why the text fails it or misses it now; empty when it does neither
	Wording string
	Laws    []Law
}

// Law is what a criterion rests on, and how sure that is.
type Law struct {
	Text    string
	Checked app.Date // when it was read against the source; empty: it must be checked
}

// Asked gives the catalogue's words in the language of the window; the wording
// is Swedish, as the paper is.
func (m *Model) Asked() Asked {
	c, ok := m.Chosen()
	r := m.rule(c.ID)
	if !ok || r == nil {
		return Asked{}
	}
	w := r.SV
	if m.words.Lang() == "en" {
		w = r.EN
	}
	a := Asked{Accept: w.Accept, Fail: w.Fail, Wording: r.SV.Wording, Laws: m.laws(r)}
	for _, f := range m.state.Findings {
		if f.ID == c.ID && f.Waived == "" {
			a.Why = strings.Join(strings.Fields(strings.Replace(f.Why, c.Lacks, "", 1)), " ") // it is told beside
		}
	}
	return a
}

func (m *Model) laws(r *packs.Rule) []Law {
	var out []Law
	for _, s := range r.Sources {
		l := Law{Text: s.SV}
		if m.words.Lang() == "en" && s.EN != "" {
			l.Text = s.EN
		}
		if s.Sure == app.Verified {
			l.Checked = s.Checked
		}
		out = append(out, l)
	}
	return out
}

// Weight says how much the chosen criterion weighs, and which kinds of measure in
// the matter make it weigh more than it otherwise would: Stoppande för biometri.
func (m *Model) Weight() string {
	c, _ := m.Chosen()
	word := m.words.T("severity." + string(c.Severity))
	r := m.rule(c.ID)
	if r == nil || r.Severity == c.Severity || m.state.Matter == nil {
		return word
	}
	var kinds []string
	for _, k := range app.Measures {
		if m.state.Matter.Has(k) && slices.ContainsFunc(r.SeverityWhen, func(w packs.SeverityWhen) bool {
			return w.Severity == c.Severity && strings.Contains(w.When, "measure."+string(k))
		}) {
			kinds = append(kinds, m.words.T("assess.kind."+string(k)))
		}
	}
	if len(kinds) == 0 {
		return word
	}
	return m.words.T("assess.weight", i18n.Vars{"Severity": word, "Kinds": strings.Join(kinds, ", ")})
}
