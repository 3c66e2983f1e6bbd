package reports

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"yttra/app"
	"yttra/app/language"
	"yttra/app/markup"
	"yttra/reports/layout"
)

// Columns of the protocol's tables in mm; the last takes the rest of 155.
const (
	protocolFirst  = 47.0
	protocolSecond = 27.0
)

// protocol adds how the document answers the criteria: the counts first, then
// every criterion in words with a shape beside, what still stands against the
// document, and what decided which criteria apply.
func (m *maker) protocol() {
	w := m.control
	m.place = w.Kind
	m.add(layout.Block{Runs: layout.Plain(m.protocolLead())})
	m.criteriaTables()
	m.findingTables()
	m.screened()
}

// heading adds a heading of the second level.
func (m *maker) heading(s string) {
	m.place = s
	m.add(layout.Block{Role: layout.Heading, Runs: layout.Plain(s)})
}

// protocolTitle names the paper that was checked.
func (m *maker) protocolTitle() string {
	return fill(m.control.Title, "paper", lowerFirst(first(m.in.Title, m.d.Title, m.in.Matter.Title, m.in.Kind.SV.Name)))
}

// protocolLead says what the protocol is, when it was made, and counts the states.
func (m *maker) protocolLead() string {
	w := m.control
	made := fill(w.MadeUndated, "rules", m.in.Rules)
	if on := m.in.Control.On; on.Valid() {
		made = say(w.Made, "{day}", m.day(on), "{rules}", m.in.Rules)
	}
	out := []string{w.What}
	if says(m.in.Rules) {
		out = append(out, made)
	}
	return strings.Join(append(out, m.counts()), " ")
}

// shownStates are the states in the order they are counted.
var shownStates = []app.CriterionState{app.Met, app.Indicated, app.NotAddressed, app.Failed, app.Waived}

func (m *maker) counts() string {
	w, by, all := m.control, map[app.CriterionState]int{}, len(m.in.Control.Criteria)
	for _, c := range m.in.Control.Criteria {
		by[c.State]++
	}
	var states []string
	for _, s := range shownStates {
		switch n := by[s]; {
		case n == 1:
			states = append(states, fill(w.CountsOne[s], "n", inWords(n)))
		case n > 1:
			states = append(states, fill(w.CountsMany[s], "n", inWords(n)))
		}
	}
	switch all {
	case 0:
		return w.None
	case 1:
		return fill(w.One, "states", inList(states, w.And))
	}
	return upperFirst(say(w.Many, "{n}", inWords(all), "{states}", inList(states, w.And)))
}

// criteriaTables has a table for each area, wide, with every criterion.
func (m *maker) criteriaTables() {
	w, tables := m.control, 0
	for _, area := range []struct {
		cost    bool
		caption string
	}{{false, w.Proportionality}, {true, w.Cost}} {
		t := layout.Table{Caption: layout.Plain(area.caption), Summary: area.caption, Wide: true, Columns: []layout.TableColumn{
			{Head: layout.Plain(w.Criterion), Width: protocolFirst}, {Head: layout.Plain(w.State), Width: protocolSecond}, {Head: layout.Plain(w.Evidence)}}}
		for _, c := range m.in.Control.Criteria {
			if c.Cost == area.cost {
				t.Rows = append(t.Rows, layout.TableRow{Cells: [][]layout.Run{layout.Plain(c.Title), m.stateCell(c.State), layout.Plain(m.evidence(c))}})
			}
		}
		if len(t.Rows) == 0 {
			continue
		}
		if tables++; tables == 1 {
			m.heading(w.Criteria)
		}
		m.add(layout.Block{Role: layout.TableBlock, Table: t})
	}
	if tables > 0 {
		m.add(layout.Block{Role: layout.DigitalNote, Runs: layout.Plain(w.Key)})
	}
}

// shapes of the states.
var shapes = map[app.CriterionState]layout.Shape{app.Met: layout.FullDisc, app.Indicated: layout.HalfDisc,
	app.NotAddressed: layout.Ring, app.Failed: layout.Cross, app.Waived: layout.Diamond}

// stateCell is the state in words, with its shape before them.
func (m *maker) stateCell(s app.CriterionState) []layout.Run {
	return []layout.Run{{Shape: shapes[s], Text: first(m.control.States[s], string(s))}}
}

// evidence says what a criterion's state rests on.
func (m *maker) evidence(c app.CriterionResult) string {
	w := m.control
	var out []string
	if c.Stale && says(c.Was) {
		out = append(out, fill(w.Stale, "sentence", quoted(c.Was)))
	}
	switch {
	case c.State == app.Waived && c.Said:
		out = append(out, sentence(first(c.Reason, w.NoReason)))
	case len(c.Evidence) > 0:
		out = append(out, m.cited(c.Evidence)...)
		if c.Said && says(c.Reason) {
			out = append(out, sentence(c.Reason))
		}
	case says(c.Reason):
		out = append(out, sentence(c.Reason))
	case len(c.Reckoned) == 0:
		out = append(out, w.Nothing, c.Lacks)
	}
	for i, r := range c.Reckoned {
		if i < mostCited && says(r.Text) {
			out = append(out, tied(fill(w.Reckoned, "text", sentence(r.Text))))
		}
	}
	if c.Said {
		out = append(out, m.noted(m.answer(c.ID)))
	}
	return joined(" ", out...)
}

// mostCited is how many sentences are cited of one criterion.
const mostCited = 2

// cited gives the first sentences with their places, and counts the rest.
func (m *maker) cited(all []app.Evidence) []string {
	var out []string
	for i, e := range all {
		if i == mostCited {
			break
		}
		out = append(out, m.at(quoted(e.Text), e.Place)+".")
	}
	switch more := len(all) - len(out); {
	case more == 1:
		out = append(out, m.control.MoreOne)
	case more > 1:
		out = append(out, upperFirst(fill(m.control.More, "n", inWords(more))))
	}
	return out
}

// answer is what somebody last said of a criterion or finding in this document.
func (m *maker) answer(id string) app.Answer {
	for i := len(m.in.Matter.Answers) - 1; i >= 0; i-- {
		if a := m.in.Matter.Answers[i]; a.Criterion == id && (a.Document == "" || a.Document == m.d.ID) {
			return a
		}
	}
	return app.Answer{}
}

// noted says who wrote an answer down, and when.
func (m *maker) noted(a app.Answer) string {
	w := m.control
	switch {
	case says(a.By) && a.On != "":
		return say(w.Noted, "{by}", a.By, "{on}", string(a.On))
	case says(a.By):
		return fill(w.NotedBy, "by", a.By)
	case a.On != "":
		return fill(w.NotedOn, "on", string(a.On))
	}
	return ""
}

// at puts the place of some words after them.
func (m *maker) at(words string, p app.Place) string {
	w := m.control
	if p.Section < 0 || p.Section >= len(m.d.Sections) {
		return words
	}
	s := m.d.Sections[p.Section]
	section := first(s.Heading, m.l.Title)
	if n := sentenceAt(s.Text, p.Span.Start); n > 0 && !p.Span.Empty() {
		return say(w.Place, "{section}", section, "{n}", strconv.Itoa(n), "{sentence}", words)
	}
	return say(w.PlaceSection, "{section}", section, "{sentence}", words)
}

// sentenceAt counts the sentences of a section up to the one at a byte.
func sentenceAt(text string, at int) int {
	n := 0
	for _, p := range language.Paragraphs(text) {
		if p.Kind == language.Heading || p.Span.Start > at {
			continue
		}
		for _, s := range language.Read(text[p.Span.Start:p.Span.End]).Sentences {
			if p.Span.Start+s.Span.Start <= at {
				n++
			}
		}
	}
	return n
}

// longestQuote is how many letters of a sentence are cited.
const longestQuote = 320

// quoted sets words within quotation marks, on one line, without its full stop.
func quoted(s string) string {
	s = strings.TrimRight(unmarked(s), ".")
	if r := []rune(s); len(r) > longestQuote {
		s = strings.TrimRightFunc(string(r[:longestQuote]), func(r rune) bool { return !unicode.IsSpace(r) }) + "…"
	}
	return "”" + s + "”"
}

var (
	noteMark  = regexp.MustCompile(`\[\^[^\]\s]*\]`)
	thousands = regexp.MustCompile(`(\d) (\d{3})\b`)
)

// unmarked is a sentence as it is printed: without marks of emphasis and footnotes.
func unmarked(s string) string {
	s = noteMark.ReplaceAllString(flat(s), "")
	blocks := markup.Parse(s)
	if len(blocks) != 1 || blocks[0].Kind != markup.Paragraph {
		return s
	}
	return markupText(blocks[0].Runs)
}

// tied holds the digits of an amount together.
func tied(s string) string {
	for range 2 { // neighbours share a digit
		s = thousands.ReplaceAllString(s, "$1\u00a0$2")
	}
	return s
}

// sentence ends a text with a full stop, once.
func sentence(s string) string {
	if s = flat(s); s == "" || strings.ContainsAny(s[len(s)-1:], ".!?") || strings.HasSuffix(s, "…") {
		return s
	}
	return s + "."
}

// inWords is a small number in words, as kriterium and påpekande want it.
func inWords(n int) string { return first(language.Cardinal(n), strconv.Itoa(n)) }

// say puts values in their places, all at once: what stands in a value is text.
func say(s string, pairs ...string) string { return strings.NewReplacer(pairs...).Replace(s) }

// inList writes "a, b och c".
func inList(all []string, and string) string {
	if n := len(all); n > 1 {
		return strings.Join(all[:n-1], ", ") + " " + and + " " + all[n-1]
	}
	return strings.Join(all, "")
}

// lowerFirst lets a title stand inside another; a short form stays.
func lowerFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if next, _ := utf8.DecodeRuneInString(s[n:]); n == 0 || unicode.IsUpper(next) {
		return s
	}
	return string(unicode.ToLower(r)) + s[n:]
}
