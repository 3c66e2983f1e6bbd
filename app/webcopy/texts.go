package webcopy

import (
	"maps"
	"slices"

	"yttra/app"
	"yttra/app/markup"
	"yttra/app/privacy"
)

// Part is a part of the paper that is no section of its own.
type Part string

const (
	Sections Part = "" // the text itself
	Title    Part = "title"
	Head     Part = "head"      // addressee, references, those who handle it
	Claims   Part = "claims"    // of the motion
	Answers  Part = "referrals" // what other bodies have said
	Meeting  Part = "meeting"
	People   Part = "people" // those who sign and attest
	Annexes  Part = "annexes"
	Costs    Part = "costs"
	Criteria Part = "criteria" // what was said of them
	Foot     Part = "foot"     // what the profile puts on every paper
)

// Place is where in the paper something stands.
type Place struct {
	Part    Part
	Section int // of the document, when Part is Sections; else -1
}

// text is one text that reaches the paper.
type text struct {
	at       *string
	place    Place
	markup   bool   // it is the small Markdown of app/markup
	official bool   // those who act for a body stand here, with their addresses
	back     func() // puts it back where it has no place of its own; nil: it has
	reading  markup.Reading
	parts    []app.Span // its paragraphs, in the reading
}

// walker gathers texts.
type walker struct {
	out   []text
	place Place
}

func (w *walker) add(official bool, texts ...*string) {
	for _, s := range texts {
		if *s != "" {
			w.out = append(w.out, text{at: s, place: w.place, official: official})
		}
	}
}

func (w *walker) each(official bool, list []string) {
	for i := range list {
		w.add(official, &list[i])
	}
}

func (w *walker) to(p Part) { w.place = Place{Part: p, Section: -1} }

// textsOf gives every text of a copy that reaches the paper or its file, roughly
// in the order they stand there.
func textsOf(c *Copy) []text {
	w, m, d := &walker{}, c.Matter, c.Document
	w.to(Title)
	w.add(false, &d.Title, &m.Title)
	w.to(Head)
	w.add(true, &d.Body, &d.Department, &d.To, &d.CaseRef, &d.YourRef)
	w.each(true, m.References)
	w.people(d.Officers)
	for i := range m.Movers {
		w.add(true, &m.Movers[i].Name)
	}
	for i := range d.Sections {
		s := &d.Sections[i]
		w.place = Place{Section: i}
		w.add(false, &s.Heading)
		if s.Text != "" {
			w.out = append(w.out, text{at: &s.Text, place: w.place, markup: true, official: privacy.Official(s.Role, s.Text)})
		}
	}
	w.to(Claims)
	for i := range m.Claims {
		w.add(false, &m.Claims[i].Text, &m.Claims[i].Reason)
	}
	w.to(Answers)
	for i := range m.Referrals {
		w.referral(&m.Referrals[i])
	}
	w.to(Meeting)
	w.meeting(d.Meeting)
	w.to(People)
	for i := range d.Attested {
		w.add(true, &d.Attested[i].Name, &d.Attested[i].Title)
	}
	w.people(d.Signatories)
	w.to(Annexes)
	for i := range d.Annexes {
		w.add(false, &d.Annexes[i].Title, &d.Annexes[i].Name)
	}
	w.to(Costs)
	w.estimate(&m.Estimate)
	w.to(Criteria)
	w.criteria(m)
	w.to(Foot)
	w.profile(&c.Profile)
	return w.out
}

func (w *walker) people(list []app.Person) {
	for i := range list {
		w.add(true, &list[i].Name, &list[i].Title)
	}
}

func (w *walker) referral(r *app.Referral) {
	w.add(true, &r.Body, &r.Reference, &r.Item)
	if r.Summary != "" {
		w.out = append(w.out, text{at: &r.Summary, place: w.place, markup: true})
	}
	w.add(false, &r.Dissent)
}

func (w *walker) meeting(m *app.Meeting) {
	if m == nil {
		return
	}
	w.add(true, &m.Time, &m.Place, &m.Item, &m.Items)
	for _, list := range [][]string{m.Deciding, m.Others, m.Adjusters} {
		w.each(true, list)
	}
	for i := range m.Votes {
		w.add(true, &m.Votes[i].Name)
	}
	if m.Notice != nil {
		w.add(true, &m.Notice.Kept, &m.Notice.By)
	}
}

// estimate gathers names and notes.
func (w *walker) estimate(e *app.Estimate) {
	w.add(false, &e.Name, &e.UnitName, &e.Financing)
	w.lines(e.Lines)
	for i := range e.Alternatives {
		w.add(false, &e.Alternatives[i].Name)
		w.lines(e.Alternatives[i].Lines)
	}
	for i := range e.Spent {
		w.add(false, &e.Spent[i].What)
		w.unread(e.Spent[i].Unread)
	}
	for i := range e.Funding {
		w.add(false, &e.Funding[i].Who, &e.Funding[i].Budget)
		w.unread(e.Funding[i].Unread)
	}
	for _, sums := range [][]app.PurchaseSum{e.Purchase.Options, e.Purchase.Similar} {
		for i := range sums {
			w.add(false, &sums[i].What)
			w.unread(sums[i].Unread)
		}
	}
}

func (w *walker) lines(list []app.CostLine) {
	for i := range list {
		w.add(false, &list[i].What)
		w.unread(list[i].Unread)
	}
}

// unread gathers what was written in fields and cannot be read. A line is summed
// or not by it, so it is masked and never taken away.
func (w *walker) unread(fields map[string]string) {
	for _, name := range slices.Sorted(maps.Keys(fields)) {
		value := fields[name]
		w.out = append(w.out, text{at: &value, place: w.place, back: func() { fields[name] = value }})
	}
}

func (w *walker) criteria(m *app.Matter) {
	for i := range m.Placements {
		w.add(false, &m.Placements[i].Name, &m.Placements[i].Reason)
		w.add(true, &m.Placements[i].By)
	}
	for i := range m.Answers {
		w.add(false, &m.Answers[i].Sentence, &m.Answers[i].Words, &m.Answers[i].Reason)
		w.add(true, &m.Answers[i].By)
	}
}

func (w *walker) profile(p *app.Profile) {
	w.add(true, &p.Municipality, &p.Department, &p.LogoText, &p.Look.Digital)
	w.each(true, p.Foot)
	for i := range p.Bodies {
		w.add(true, &p.Bodies[i].Name)
		w.people(p.Bodies[i].Signatories)
	}
}

// ownProfile gives a profile whose texts may be changed.
func ownProfile(p app.Profile) app.Profile {
	p.Foot, p.Bodies = slices.Clone(p.Foot), slices.Clone(p.Bodies)
	for i := range p.Bodies {
		p.Bodies[i].Signatories = slices.Clone(p.Bodies[i].Signatories)
	}
	return p
}
