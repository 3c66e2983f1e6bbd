package draft

import (
	"strconv"
	"strings"

	"yttra/app"
)

// set puts a new text in a section and the caret in it. Letters typed in quick
// succession are one step to undo; whole is a step by itself.
func (m *Model) set(section int, text string, at int, whole bool) {
	if m.state.Document() == nil {
		return
	}
	if text == m.text(section) {
		m.Place(Caret{section, at})
		return
	}
	name := "type:" + strconv.Itoa(section)
	if whole {
		name = ""
	}
	m.caret, m.inText, m.look, m.own = Caret{section, settle(text, at)}, true, -1, true
	m.desk.Edit(name, func(matter *app.Matter) { matter.Documents[m.state.Doc].Sections[section].Text = text })
	m.own = false
}

// Typed takes the text of the caret's block as it has become, and the caret's
// place in it.
func (m *Model) Typed(block string, at int) {
	section, _, s := m.Block()
	text, _ := change(m.text(section), s, block)
	m.set(section, text, s.Start+at, false)
}

// Enter splits the caret's block over a span in it, or goes on with a list.
func (m *Model) Enter(sel app.Span) {
	section, _, s := m.Block()
	text, at := enter(m.text(section), shift(sel, s.Start))
	m.set(section, text, at, true)
}

// Paste puts text from elsewhere in the place of a span of the caret's block.
func (m *Model) Paste(sel app.Span, clip string) {
	section, _, s := m.Block()
	text, at := paste(m.text(section), shift(sel, s.Start), clip)
	m.set(section, text, at, true)
}

// JoinBefore runs the caret's block together with the one before it in the
// section; ok is false when there is none.
func (m *Model) JoinBefore() bool {
	section, _, s := m.Block()
	text, at, ok := joinBefore(m.text(section), s)
	if ok {
		m.set(section, text, at, true)
	}
	return ok
}

// JoinAfter runs the caret's block together with the one after it.
func (m *Model) JoinAfter() bool {
	section, _, s := m.Block()
	text, at, ok := joinAfter(m.text(section), s)
	if ok {
		m.set(section, text, at, true)
	}
	return ok
}

// Emphasize turns emphasis on or off over a span of the caret's block, or over
// the word at the caret when the span is empty.
func (m *Model) Emphasize(mark string, sel app.Span) {
	section, _, s := m.Block()
	text, words := emphasize(m.text(section), shift(sel, s.Start), mark)
	m.set(section, text, words.End, true)
}

// InsertText puts a text as a block of its own: where the caret is when that is
// an empty block of the section, else after the caret's block, else last. The
// caret goes to the first [bracket] in it.
func (m *Model) InsertText(section int, words string) {
	if m.state.Document() == nil || section < 0 || section >= len(m.state.Document().Sections) {
		return
	}
	text := m.text(section)
	blocks := blocksOf(text)
	n := len(blocks) - 1
	if m.inText && m.caret.Section == section {
		n = blockAt(blocks, m.caret.At)
	}
	b := blocks[n]
	if strings.TrimSpace(text[b.Start:b.End]) != "" {
		b.Start = b.End
		words = gap + words
	}
	out, end := change(text, b, words)
	start := end - len(strings.TrimPrefix(words, gap))
	if i := strings.IndexByte(out[start:end], '['); i >= 0 {
		end = start + i
	}
	m.set(section, out, end, true)
}

// RemoveBlocks takes blocks from..to (counted in the section) out of a section.
func (m *Model) RemoveBlocks(section, from, to int) {
	text := m.text(section)
	blocks := blocksOf(text)
	if from < 0 || to >= len(blocks) || from > to {
		return
	}
	s := app.Span{Start: blocks[from].Start, End: blocks[to].End}
	switch {
	case to+1 < len(blocks):
		s.End = blocks[to+1].Start
	case from > 0:
		s.Start = blocks[from-1].End
	}
	out, at := change(text, s, "")
	m.set(section, out, at, true)
}

// Fold hides or shows the guidance of a section's role, and remembers it.
func (m *Model) Fold(role string, fold bool) { m.folded[role] = fold }

func shift(s app.Span, by int) app.Span { return app.Span{Start: s.Start + by, End: s.End + by} }
