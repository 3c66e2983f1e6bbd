package draft

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"yttra/app"
)

// The person's hand in the text: every key and order that changes it.

// cutText is a text and its units, kept so that it is cut once.
type cutText struct {
	text  string
	units []unit
}

// maxCuts is how many texts are remembered: more than a paper has sections.
const maxCuts = 48

// units cuts a section's text into units.
func (m *Model) units(text string) []unit {
	for i := len(m.cuts) - 1; i >= 0; i-- {
		if m.cuts[i].text == text {
			return m.cuts[i].units
		}
	}
	if len(m.cuts) >= maxCuts {
		m.cuts = append(m.cuts[:0], m.cuts[maxCuts/2:]...)
	}
	units := unitsOf(text)
	m.cuts = append(m.cuts, cutText{text, units})
	return units
}

func (m *Model) settle(text string, at int) int { return settle(text, m.units(text), at) }

// typing is the step to undo that letters go into: a word, or a run of deletions.
type typing struct {
	number int
	at     Caret // where the last letter left the caret
	erased bool
	space  bool // the last letter was a space
}

// set puts a new text in a section and the caret in it. step names the step to
// undo; empty: one by itself.
func (m *Model) set(section int, text string, at int, step string) {
	if m.state.Document() == nil {
		return
	}
	if text == m.text(section) {
		m.Place(Caret{section, at})
		return
	}
	m.caret, m.inText, m.look, m.own = Caret{section, m.settle(text, at)}, true, -1, true
	m.desk.Edit(step, func(matter *app.Matter) { matter.Documents[m.state.Doc].Sections[section].Text = text })
	m.own = false
	if step == "" {
		m.run.number++
	}
}

// Typed takes the caret's spot as it has become, and the caret's place in it. The
// letters of a word are one step to undo.
func (m *Model) Typed(words string, at int) {
	section, n, s := m.Block()
	text := m.text(section)
	if m.units(text)[n].kind == tableUnit {
		at = len(cellText(words[:at]))
		words = cellText(words)
	}
	m.step(len(words) < s.End-s.Start, words[:at])
	out, _ := change(text, s, words)
	m.set(section, out, s.Start+at, "type:"+strconv.Itoa(m.run.number))
	m.run.at = m.caret
}

// step begins a new step to undo at the space before a word, where the hand turns
// from writing to erasing, and where the caret has been moved.
func (m *Model) step(erased bool, before string) {
	last, _ := utf8.DecodeLastRuneInString(before)
	space := unicode.IsSpace(last)
	if erased != m.run.erased || m.run.at != m.caret || !erased && space && !m.run.space {
		m.run.number++
	}
	m.run.erased, m.run.space = erased, space
}

// Enter splits the caret's unit over a span in its spot, or goes on with a list.
// In a table it goes down the column, in a footnote back to its mark.
func (m *Model) Enter(sel app.Span) {
	section, n, s := m.Block()
	text := m.text(section)
	units := m.units(text)
	switch units[n].kind {
	case tableUnit:
		m.enterCell(text, units, n)
		return
	case noteUnit:
		if at := strings.Index(text, "[^"+units[n].sign+"]"); at >= 0 && at < units[n].span.Start {
			m.Place(Caret{section, at + len("[^]") + len(units[n].sign)})
		}
		return
	}
	sel = shift(sel, s.Start)
	if f, ok := figureAt(text, sel.Start); ok && sel.Empty() && f.Span.Start < sel.Start { // never in the middle of a figure
		sel = app.Span{Start: f.Span.End, End: f.Span.End}
	}
	out, at := enter(text, units, n, sel)
	m.set(section, out, at, "")
}

// Paste puts text from elsewhere in the place of a span of the caret's spot.
func (m *Model) Paste(sel app.Span, clip string) {
	section, n, s := m.Block()
	text := m.text(section)
	var out string
	var at int
	switch u := m.units(text)[n]; u.kind {
	case tableUnit:
		out, at = change(text, shift(sel, s.Start), cellText(oneLine(clip)))
	case noteUnit:
		out, at = change(text, shift(sel, s.Start), oneLine(clip))
	default:
		out, at = paste(text, shift(sel, s.Start), clip)
	}
	m.set(section, out, at, "")
}

// JoinBefore is Backspace at the start of the caret's spot.
func (m *Model) JoinBefore() bool {
	section, n, s := m.Block()
	text := m.text(section)
	units := m.units(text)
	if u := units[n]; u.kind == tableUnit && s.Start > u.spots()[0].Start || u.kind == noteUnit && !u.text.Empty() {
		return m.Before()
	} else if u.kind == noteUnit {
		out, at := m.dropNote(text, units, n)
		m.set(section, out, at, "")
		return true
	}
	out, at, ok := joinBefore(text, units, n)
	m.set(section, out, at, "")
	return ok
}

// dropNote takes away an empty footnote and its first mark.
func (m *Model) dropNote(text string, units []unit, n int) (string, int) {
	label := units[n].sign
	if at := strings.Index(text, "[^"+label+"]"); at >= 0 && at < units[n].span.Start {
		return removeNote(text, at, label)
	}
	return withoutUnit(text, units, n)
}

// withoutUnit takes a unit away; the caret goes to the end of the one before.
func withoutUnit(text string, units []unit, n int) (string, int) {
	at := 0
	if n > 0 {
		at = units[n-1].text.End
	}
	out, _ := splice(text, units, n, n)
	return out, at
}

// JoinAfter is Delete at the end of the caret's spot.
func (m *Model) JoinAfter() bool {
	section, n, s := m.Block()
	text := m.text(section)
	units := m.units(text)
	if units[n].kind == tableUnit {
		return false
	}
	out, at, ok := joinAfter(text, units, n)
	if ok {
		m.set(section, out, max(at, s.Start), "")
	}
	return ok
}

// Emphasize turns emphasis on or off over a span of the caret's spot, or over the
// word at the caret when the span is empty.
func (m *Model) Emphasize(mark string, sel app.Span) {
	section, _, s := m.Block()
	text := m.text(section)
	text, words := emphasize(text, wholeFigures(text, shift(sel, s.Start)), mark)
	m.set(section, text, words.End, "")
}

// Restyle makes list items, a sub-heading or a quotation of units from..to, or
// plain paragraphs of them when they are that already.
func (m *Model) Restyle(section, from, to int, s Style) {
	text := m.text(section)
	units := m.units(text)
	if from < 0 || to >= len(units) || from > to {
		return
	}
	at := m.caret.At
	if m.caret.Section != section {
		at = units[from].text.Start
	}
	out, at := restyle(text, units, from, to, s, at)
	m.set(section, out, at, "")
}

// Indent moves the caret's item a level in (1) or out (-1); false: it is no item.
func (m *Model) Indent(by int) bool {
	section, n, s := m.Block()
	text := m.text(section)
	units := m.units(text)
	if !units[n].kind.item() {
		return false
	}
	into := m.caret.At - s.Start
	out, at := indent(text, units, n, by)
	m.set(section, out, at+into, "")
	return true
}

// AddNote begins a footnote at an offset of the caret's spot.
func (m *Model) AddNote(at int) {
	section, n, s := m.Block()
	text := m.text(section)
	if m.units(text)[n].kind == noteUnit {
		return
	}
	out, at := insertNote(text, s.Start+at)
	m.set(section, out, at, "")
}

// EraseNote takes the footnote away whose mark ends at an offset of the caret's
// spot; false: there is none.
func (m *Model) EraseNote(at int) bool {
	section, _, s := m.Block()
	text := m.text(section)
	start, label, ok := noteBefore(text, s.Start+at)
	if !ok || start < s.Start {
		return false
	}
	out, at := removeNote(text, start, label)
	m.set(section, out, at, "")
	return true
}

// InsertText puts a text as a unit of its own: where the caret is when that is an
// empty paragraph of the section, else after the caret's unit, else last, above
// the footnotes. The caret goes to the first [bracket] in it, or to its end.
func (m *Model) InsertText(section int, words string) {
	text := m.text(section)
	if m.state.Document() == nil || section < 0 || section >= len(m.state.Document().Sections) {
		return
	}
	out, start := m.withUnit(section, text, words)
	at := start + len(words)
	if i := strings.IndexByte(words, '['); i >= 0 && !strings.HasPrefix(words[i:], "[^") {
		at = start + i
	}
	m.set(section, out, at, "")
}

// withUnit gives a section's text with a unit more, and where it begins.
func (m *Model) withUnit(section int, text, words string) (string, int) {
	units := m.units(text)
	n := len(units) - 1
	if m.inText && m.caret.Section == section {
		n = unitAt(units, m.caret.At)
	}
	for n > 0 && units[n].kind == noteUnit {
		n--
	}
	u := units[n]
	if u.kind == plainUnit && strings.TrimSpace(text[u.span.Start:u.span.End]) == "" {
		out, at := splice(text, units, n, n, words)
		return out, at[0]
	}
	if u.kind == noteUnit {
		out, at := splice(text, units, n, n, words, text[u.span.Start:u.span.End])
		return out, at[0]
	}
	out, at := splice(text, units, n, n, text[u.span.Start:u.span.End], words)
	return out, at[1]
}

func shift(s app.Span, by int) app.Span { return app.Span{Start: s.Start + by, End: s.End + by} }
