package draft

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"yttra/app"
)

// Edits of a section's text that concern whole units. Each gives the new text and
// where the caret stands in it.

// splice puts others in the place of the units from..to, each with its mark, and
// gives where each begins. What parted the first and the last from their
// neighbours is kept when it still parts them.
func splice(text string, units []unit, from, to int, with ...string) (string, []int) {
	start, end := units[from].span.Start, units[to].span.End
	var b strings.Builder
	var at []int
	before, last := "", plainUnit
	if from > 0 {
		prev := units[from-1]
		last = prev.kind
		before = text[prev.span.End:start]
		b.WriteString(text[:prev.span.End])
	}
	begun := from > 0
	add := func(s, was string, kept bool) {
		kind := kindOf(s)
		if begun {
			b.WriteString(between(was, kept, last, kind))
		}
		begun, last = true, kind
		at = append(at, b.Len())
		b.WriteString(s)
	}
	for i, s := range with {
		add(s, before, i == 0 && from > 0)
	}
	if to+1 < len(units) {
		next := units[to+1]
		was := text[end:next.span.Start]
		if len(with) == 0 && len(before) > len(was) {
			was = before
		}
		if begun {
			b.WriteString(between(was, true, last, next.kind))
		}
		b.WriteString(text[next.span.Start:])
	}
	return b.String(), at
}

// between is what parts two units: what stood there, when that still does it.
func between(was string, kept bool, a, b unitKind) string {
	switch {
	case kept && (was == "" || strings.Count(was, "\n") >= 2):
		return was
	case a.item() && b.item(), kept && a == headUnit:
		return "\n"
	}
	return gap
}

func kindOf(s string) unitKind {
	line, _, _ := strings.Cut(s, "\n")
	if itemPrefix(line) != "" && strings.HasSuffix(itemPrefix(line), " ") {
		return bulletUnit
	}
	return unitsOf(s)[0].kind
}

// mark is what makes a unit what it is.
func (u unit) mark(text string) string { return text[u.span.Start:u.text.Start] }

// enter is the Enter key over a span of unit i. In a list it makes a new item, on
// an empty item it ends the list or goes a level out; elsewhere it splits. What
// comes after a heading or a quotation is a paragraph.
func enter(text string, units []unit, i int, s app.Span) (string, int) {
	u := units[i]
	mark := u.mark(text)
	a := strings.TrimRight(strings.TrimSuffix(text[u.text.Start:s.Start], "\n"), " ")
	b := strings.TrimLeft(strings.TrimPrefix(text[s.End:u.text.End], "\n"), " ")
	next := ""
	switch {
	case u.kind.item() && a+b == "" && u.level > 0:
		return indent(text, units, i, -1)
	case u.kind.item() && a+b == "":
		out, at := splice(text, units, i, i, "")
		return out, at[0]
	case u.kind.item():
		next = nextPrefix(mark)
	case u.kind == quoteUnit && b != "":
		next = mark
	case u.kind == headUnit && a == "":
		mark, next = "", mark
	}
	out, at := splice(text, units, i, i, mark+a, next+b)
	return renumber(out, at[1]), at[1] + len(next)
}

// renumber counts on from the item at an offset, through the items of its level
// that follow.
func renumber(text string, at int) string {
	units := unitsOf(text)
	i := unitAt(units, at)
	u := units[i]
	if u.kind != numberUnit {
		return text
	}
	mark, grown := u.mark(text), 0
	for _, next := range units[i+1:] {
		if !next.kind.item() || next.level < u.level {
			break
		}
		if next.level > u.level {
			continue
		}
		if next.kind != numberUnit {
			break
		}
		mark = nextPrefix(mark)
		span := app.Span{Start: next.span.Start + grown, End: next.text.Start + grown}
		grown += len(mark) - (span.End - span.Start)
		text, _ = change(text, span, mark)
	}
	return text
}

// unmark makes a plain paragraph of a unit.
func unmark(text string, units []unit, i int) (string, int) {
	u := units[i]
	out, at := splice(text, units, i, i, text[u.text.Start:u.text.End])
	return out, at[0]
}

// joinBefore is Backspace at the start of unit i: a mark goes first; a paragraph
// runs together with the unit before. ok is false when there is nothing to join.
func joinBefore(text string, units []unit, i int) (string, int, bool) {
	u := units[i]
	switch {
	case u.kind.item() && u.level > 0:
		out, at := indent(text, units, i, -1)
		return out, at, true
	case u.kind.item(), u.kind == headUnit, u.kind == quoteUnit:
		out, at := unmark(text, units, i)
		return out, at, true
	case u.kind != plainUnit || i == 0:
		return text, u.text.Start, false
	case u.cont:
		at := clusterBefore(text[:u.text.Start], u.text.Start)
		out, _ := change(text, app.Span{Start: at, End: u.text.Start}, "")
		return out, at, true
	}
	prev := units[i-1]
	if prev.kind == tableUnit || prev.kind == noteUnit {
		at := prev.spotAt(prev.span.End).End
		if !u.text.Empty() {
			return text, at, false
		}
		out, _ := splice(text, units, i, i)
		return out, at, true
	}
	return joined(text, units, i-1)
}

// joinAfter is Delete at the end of unit i: the next one runs together with it.
func joinAfter(text string, units []unit, i int) (string, int, bool) {
	u := units[i]
	if i+1 >= len(units) || u.kind == tableUnit || u.kind == noteUnit {
		return text, u.text.End, false
	}
	next := units[i+1]
	switch {
	case u.kind == plainUnit && u.text.Empty():
		out, _ := splice(text, units, i, i)
		after := unitsOf(out)
		n := after[min(i, len(after)-1)]
		return out, n.spots()[0].Start, true
	case next.kind == tableUnit || next.kind == noteUnit:
		return text, u.text.End, false
	case next.cont:
		out, _ := change(text, app.Span{Start: next.text.Start, End: clusterAfter(text, next.text.Start)}, "")
		return out, u.text.End, true
	}
	return joined(text, units, i)
}

// joined runs a unit together with the next one, which loses its mark. Words keep
// a space between them.
func joined(text string, units []unit, i int) (string, int, bool) {
	a, b := units[i], units[i+1]
	with := ""
	if !a.text.Empty() && !b.text.Empty() && !endsInSpace(text[:a.text.End]) {
		with = " "
	}
	out, at := change(text, app.Span{Start: a.text.End, End: b.text.Start}, with)
	return out, at, true
}

func endsInSpace(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsSpace(r)
}

// indent moves an item a level in or out. Further in than one step under the item
// before it cannot stand; out of the outermost level it becomes a paragraph.
func indent(text string, units []unit, i, by int) (string, int) {
	u := units[i]
	if !u.kind.item() {
		return text, u.text.Start
	}
	level := u.level + by
	if level < 0 {
		return unmark(text, units, i)
	}
	mark, ok := markAt(text, units, i, level)
	if !ok || level >= maxLevels {
		return text, u.text.Start
	}
	out, at := change(text, app.Span{Start: u.span.Start, End: u.text.Start}, mark)
	out = renumber(out, u.span.Start)
	for j := i - 1; j >= 0 && units[j].kind.item() && units[j].level >= u.level; j-- {
		if units[j].level == u.level { // the list it left counts on without it
			return renumber(out, units[j].span.Start), at
		}
	}
	return out, at
}

const maxLevels = 4 // of lists in lists; the paper knows no more

// markAt is the mark an item gets at a level: it goes on with the list that
// stands there, or begins one under the item before it.
func markAt(text string, units []unit, i, level int) (string, bool) {
	own := strings.TrimLeft(units[i].mark(text), " ")
	for j := i - 1; j >= 0 && units[j].kind.item(); j-- {
		prev := units[j]
		mark := prev.mark(text)
		switch {
		case prev.level == level:
			return nextPrefix(mark), true
		case prev.level == level-1:
			if units[i].kind == numberUnit {
				own = "1" + own[len(own)-2:]
			}
			return strings.Repeat(" ", len(mark)) + own, true
		}
	}
	return own, level == 0
}
