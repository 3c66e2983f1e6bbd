package desk

import (
	"reflect"
	"slices"
	"strings"

	"yttra/app"
	"yttra/app/cost"
	"yttra/app/economy"
	"yttra/app/figures"
	"yttra/app/markup"
)

// What keeps the bound figures of the open matter true. Papers that are final are
// never touched.

// Figures are the amounts of the open matter's estimate that a text can be bound
// to.
func (d *Desk) Figures() *figures.Set {
	if d.matter == nil || d.matter != d.state.Matter {
		return d.figuresOf(app.Estimate{})
	}
	return figures.From(d.matter.Estimate, d.state.Compared, d.limits())
}

func (d *Desk) figuresOf(e app.Estimate) *figures.Set {
	return figures.Of(e, d.limits(), d.today())
}

// DraftEconomy drafts what the open matter costs, for its section about economy;
// empty when the estimate has no lines.
func (d *Desk) DraftEconomy() string {
	if d.matter == nil {
		return ""
	}
	return economy.Draft(d.parts.Packs, d.matter, d.Figures())
}

// bound tells whether a draft of a matter has a bound figure.
func bound(m *app.Matter) bool {
	return slices.ContainsFunc(m.Documents, func(doc app.Document) bool {
		return doc.Status != app.Final && slices.ContainsFunc(doc.Sections, func(s app.Section) bool { return strings.Contains(s.Text, "]("+markup.Scheme) })
	})
}

// keepBound makes the bound figures of a matter's drafts what they are in its
// estimate, after an edit: all of them when the estimate is another, else those
// that came in with the edit. Words in a figure that the edit itself has changed
// are the person's own: the figure is bound no longer.
func (d *Desk) keepBound(old, next *app.Matter) {
	if !bound(next) {
		return
	}
	same := reflect.DeepEqual(old.Estimate, next.Estimate)
	var set *figures.Set
	for i := range next.Documents {
		doc := &next.Documents[i]
		if doc.Status == app.Final {
			continue
		}
		at := old.Document(doc.ID)
		reopened := at >= 0 && old.Documents[at].Status == app.Final
		for j := range doc.Sections {
			s := &doc.Sections[j]
			was, stood := "", false
			if at >= 0 {
				was, stood = textBefore(&old.Documents[at], s, j)
			}
			if same && !reopened && (stood || !rebound(was, s.Text)) {
				continue
			}
			if set == nil {
				set = d.figuresOf(next.Estimate)
			}
			text := s.Text
			if stood {
				text = figures.Follow(old.Estimate, next.Estimate).Apply(text)
			} else {
				text = set.Loosen(was, text)
			}
			fill(set, next, doc, s, text)
		}
	}
}

// fill sets a section's text with its figures as they are in a set. What the clerk
// has said of a sentence follows the figures in it.
func fill(set *figures.Set, m *app.Matter, doc *app.Document, s *app.Section, text string) {
	filled, _ := set.Fill(text)
	if filled != text {
		followAnswers(m, doc.ID, text, filled)
	}
	s.Text = filled
}

// textBefore is what a section said before an edit; stood tells that it says the
// same now.
func textBefore(doc *app.Document, s *app.Section, at int) (was string, stood bool) {
	if at < len(doc.Sections) && doc.Sections[at].Role == s.Role && doc.Sections[at].Heading == s.Heading {
		return doc.Sections[at].Text, doc.Sections[at].Text == s.Text
	}
	for _, o := range doc.Sections {
		if o.Text == s.Text {
			return o.Text, true
		}
		if o.Role == s.Role && o.Heading == s.Heading {
			was = o.Text
		}
	}
	return was, false
}

// rebound tells whether a text has other bound figures, or others words in them,
// than it had.
func rebound(was, text string) bool {
	a, b := markup.Fields(was), markup.Fields(text)
	return !slices.EqualFunc(a, b, func(a, b markup.Field) bool {
		return a.Name == b.Name && was[a.Words.Start:a.Words.End] == text[b.Words.Start:b.Words.End]
	})
}

// followAnswers lets what has been said of a sentence in a document hold when only
// the figures in it are others.
func followAnswers(m *app.Matter, doc, old, filled string) {
	a, b := markup.Fields(old), markup.Fields(filled)
	var pairs []string
	for i := range a {
		was, is := squeeze(old[a[i].Words.Start:a[i].Words.End]), squeeze(filled[b[i].Words.Start:b[i].Words.End])
		if was != is {
			pairs = append(pairs, was, is)
		}
	}
	swap, now := strings.NewReplacer(pairs...), squeeze(markup.Read(filled).Text)
	for i := range m.Answers {
		x := &m.Answers[i]
		if x.Document != doc || x.Sentence == "" {
			continue
		}
		said := swap.Replace(squeeze(x.Sentence))
		if said != squeeze(x.Sentence) && strings.Contains(now, said) && !strings.Contains(now, squeeze(x.Sentence)) {
			x.Sentence, x.Words = said, swap.Replace(squeeze(x.Words))
		}
	}
}

// freshened is a matter that comes from elsewhere with its bound figures true; the
// same one when they were.
func (d *Desk) freshened(m *app.Matter) *app.Matter {
	if !bound(m) {
		return m
	}
	set, next, changed := d.figuresOf(m.Estimate), m.Clone(), false
	for i := range next.Documents {
		doc := &next.Documents[i]
		for j := range doc.Sections {
			if doc.Status != app.Final {
				was := doc.Sections[j].Text
				fill(set, next, doc, &doc.Sections[j], was)
				changed = changed || doc.Sections[j].Text != was
			}
		}
	}
	if !changed {
		return m
	}
	return next
}

// bringBack makes the figures of a section that comes from an older version those
// of the present estimate.
func (d *Desk) bringBack(old app.Estimate, m *app.Matter, s *app.Section) {
	s.Text, _ = d.figuresOf(m.Estimate).Fill(figures.Follow(old, m.Estimate).Apply(s.Text))
}

// BrokenFigure is a bound figure of the open document that has no amount.
type BrokenFigure struct {
	Place app.Place // all of the field
	Words string
	figures.Broken
}

// broken finds the figures of a document that have no amount.
func broken(ways cost.Comparison, limits []app.Threshold, m *app.Matter, doc *app.Document) []BrokenFigure {
	var out []BrokenFigure
	set := figures.From(m.Estimate, ways, limits)
	for i, s := range doc.Sections {
		if !strings.Contains(s.Text, "]("+markup.Scheme) {
			continue
		}
		_, bad := set.Fill(s.Text)
		for _, b := range bad {
			out = append(out, BrokenFigure{app.Place{Section: i, Span: app.Span(b.Field.Span)}, s.Text[b.Field.Words.Start:b.Field.Words.End], b})
		}
	}
	return out
}
