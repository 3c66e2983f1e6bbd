package screens

import (
	"slices"
	"strings"

	"yttra/app"
	"yttra/app/incoming"
	"yttra/app/intake"
)

// form is what a matter says of itself, as a person writes it: one text for each
// field. It comes from a motion that was read, from a matter, or from nothing.
type form struct {
	Title      string
	References string // separated by commas
	Received   string // ISO day, or empty
	Movers     string // one on each line: Namn (P)
	Claims     []string
	Measures   []app.Measure
	Affected   []app.Group
	Purchase   bool
	Stage      app.Stage
	Holder     string // who has it now
	Kind       string // of the first document; empty for a matter that has some
	Motion     *app.Source

	Found map[string]found // by field; empty without a motion
	Days  []foundDay
}

// found is the words of the motion a field was taken from.
type found struct {
	Before, Words, After string
	Doubt                intake.Doubt
}

// foundDay is a day in the motion that could be the day it came in.
type foundDay struct {
	Day  string
	Role intake.DateRole
}

// Names of fields in form.Found and in faults. A claim is "claim" and its index.
const (
	fieldTitle    = "title"
	fieldRefs     = "references"
	fieldReceived = "received"
	fieldMovers   = "movers"
	fieldClaims   = "claims"
)

// formOfPaper is the form of a paper that was read.
func formOfPaper(paper *incoming.Paper, today app.Date) form {
	p, t := paper.Proposal, paper.Text
	f := formOf(paper.Matter(today))
	f.Kind = "opinion"
	f.Found = map[string]found{
		fieldTitle:    foundIn(t.String, p.Subject),
		fieldReceived: foundIn(t.String, p.Received),
		fieldRefs:     foundAll(t.String, p.References),
		fieldMovers:   foundAll(t.String, moverFields(t.String, p.Movers)),
	}
	if p.Subject.Span.Empty() {
		f.Found[fieldTitle] = foundIn(t.String, p.Title)
	}
	for i, c := range p.Claims {
		f.Found[claimField(i)] = foundIn(t.String, c)
	}
	if len(p.Claims) == 0 {
		f.Found[fieldClaims] = found{Doubt: intake.NotFound}
	}
	for _, d := range p.Dates {
		day := foundDay{d.Value, d.Role}
		if d.Value != "" && !slices.Contains(f.Days, day) && len(f.Days) < 6 {
			f.Days = append(f.Days, day)
		}
	}
	return f
}

func claimField(i int) string { return fieldClaims + string(rune('0'+i%10)) + string(rune('0'+i/10)) }

// moverFields are the words about each mover: name and party, with the brackets
// the party stands in.
func moverFields(text string, ms []intake.Mover) []intake.Field {
	var out []intake.Field
	for _, m := range ms {
		f := m.Name
		if !m.Party.Span.Empty() && m.Party.Span.End > f.Span.End {
			f.Span.End = m.Party.Span.End
		}
		if end := f.Span.End; end < len(text) && text[end] == ')' && strings.Contains(text[f.Span.Start:end], "(") {
			f.Span.End++
		}
		out = append(out, f)
	}
	return out
}

// around is how many bytes of the motion are shown on either side.
const around = 48

func foundIn(text string, f intake.Field) found {
	s := f.Span
	if s.Empty() || s.End > len(text) {
		return found{Doubt: f.Doubt}
	}
	from, to := min(s.Start, wordStart(text, s.Start-around)), max(s.End, wordEnd(text, s.End+around))
	out := found{Before: squash(text[from:s.Start]), Words: strings.TrimSpace(squash(text[s.Start:s.End])), After: squash(text[s.End:to]), Doubt: f.Doubt}
	if from > 0 {
		out.Before = "…" + out.Before
	}
	if to < len(text) {
		out.After += " …"
	}
	return out
}

// squash makes every run of white space one space.
func squash(s string) string {
	out := strings.Join(strings.Fields(s), " ")
	if strings.TrimLeft(s, " \n\t") != s {
		out = " " + out
	}
	if out != " " && strings.TrimRight(s, " \n\t") != s {
		out += " "
	}
	return out
}

// foundAll shows the words of several fields after one another.
func foundAll(text string, fs []intake.Field) found {
	if len(fs) == 0 {
		return found{Doubt: intake.NotFound}
	}
	var words []string
	doubt := intake.NoDoubt
	for _, f := range fs {
		if in := foundIn(text, f); in.Words != "" {
			words = append(words, in.Words)
		}
		if doubt == intake.NoDoubt {
			doubt = f.Doubt
		}
	}
	return found{Words: strings.Join(words, " · "), Doubt: doubt}
}

func wordStart(text string, i int) int {
	if i <= 0 {
		return 0
	}
	if n := strings.IndexAny(text[i:], " \n"); n >= 0 {
		return i + n
	}
	return i
}

func wordEnd(text string, i int) int {
	if i >= len(text) {
		return len(text)
	}
	if n := strings.LastIndexAny(text[:i], " \n"); n >= 0 {
		return n
	}
	return i
}

// formOf is the form of a matter.
func formOf(m *app.Matter) form {
	f := form{Title: m.Title, References: strings.Join(m.References, ", "), Received: string(m.Received),
		Measures: slices.Clone(m.Measures), Affected: slices.Clone(m.Affected), Purchase: m.Purchase, Motion: m.Motion, Stage: m.Stage, Holder: m.Holder}
	var movers []string
	for _, v := range m.Movers {
		s := v.Name
		if v.Party != "" {
			s += " (" + v.Party + ")"
		}
		movers = append(movers, s)
	}
	f.Movers = strings.Join(movers, "\n")
	for _, c := range m.Claims {
		f.Claims = append(f.Claims, c.Text)
	}
	return f
}

// faults names the fields that cannot be taken as they are, by the key of the
// sentence that says why.
func (f form) faults() map[string]string {
	out := map[string]string{}
	if strings.TrimSpace(f.Title) == "" {
		out[fieldTitle] = "form.fault_title"
	}
	if d := strings.TrimSpace(f.Received); d != "" && !app.Date(d).Valid() {
		out[fieldReceived] = "form.fault_day"
	}
	return out
}

// into writes the form into a matter. A claim that is only reworded keeps what
// was decided about it.
func (f form) into(m *app.Matter) {
	m.Title = strings.TrimSpace(f.Title)
	m.Received = app.Date(strings.TrimSpace(f.Received))
	m.References = split(f.References, ",\n")
	m.Measures, m.Affected, m.Purchase = slices.Clone(f.Measures), slices.Clone(f.Affected), f.Purchase
	m.Motion, m.Stage, m.Holder = f.Motion, f.Stage, strings.TrimSpace(f.Holder)
	before := m.Movers
	m.Movers = nil
	for _, line := range split(f.Movers, "\n") {
		v := moverOf(line)
		if i := slices.IndexFunc(before, func(o app.Mover) bool { return o.Name == v.Name }); i >= 0 {
			v.Extra = before[i].Extra
		}
		m.Movers = append(m.Movers, v)
	}
	var claims []app.Claim
	for i, s := range f.Claims {
		c := app.Claim{}
		if i < len(m.Claims) {
			c = m.Claims[i]
		}
		if c.Text = strings.Join(strings.Fields(s), " "); c.Text != "" {
			claims = append(claims, c)
		}
	}
	m.Claims = claims
}

// moverOf reads "Namn Namnsson (P)" and "Namn Namnsson, P".
func moverOf(line string) app.Mover {
	if i := strings.LastIndexByte(line, '('); i >= 0 && strings.HasSuffix(line, ")") {
		return app.Mover{Name: strings.TrimSpace(line[:i]), Party: strings.TrimSpace(line[i+1 : len(line)-1])}
	}
	if name, party, ok := strings.Cut(line, ","); ok {
		return app.Mover{Name: strings.TrimSpace(name), Party: strings.TrimSpace(party)}
	}
	return app.Mover{Name: line}
}

func split(s, seps string) []string {
	var out []string
	for _, p := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(seps, r) }) {
		if p = strings.TrimSpace(p); p != "" {
			out = append(out, p)
		}
	}
	return out
}

// dropEmpty leaves out claims that say nothing, like the "att" a new one begins
// with.
func (f *form) dropEmpty() {
	for i, c := range f.Claims {
		if c = strings.TrimSpace(c); c == "att" {
			f.Claims[i] = ""
		}
	}
}
