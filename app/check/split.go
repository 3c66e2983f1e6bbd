package check

import (
	"slices"
	"strings"

	"yttra/app"
	"yttra/app/language"
	"yttra/app/packs"
	"yttra/app/reading"
)

// SplitPaper makes a document of a paper in plain text or Markdown: its kind by
// the words that mark it, or the one given, and its sections by their headings.
// Every section's Text is a substring of the text; offsets tells where each
// begins. What stands before the first heading and the first running text is a
// section with the role head. A heading that is not known begins a section of the
// role it stands in, or, below the motion's content, of the body's own words.
// Running text without any heading is taken for the body's own. A text with
// neither a mark nor a heading of any kind, as an article, has the kind "".
func SplitPaper(p *packs.Packs, text string, kind string) (doc app.Document, offsets []int) {
	return splitPaper(p, text, kind, nil)
}

// SplitText does the same with what was read of a file that says itself what its
// headings are.
func SplitText(p *packs.Packs, t reading.Text, kind string) (doc app.Document, offsets []int) {
	levels := map[int]int{}
	for _, b := range t.Blocks {
		if b.Kind == reading.Heading {
			levels[b.Span.Start] = max(1, b.Level)
		}
	}
	return splitPaper(p, t.Body(), kind, levels)
}

// splitPaper knows by levels, from the byte where each begins, which lines are headings.
func splitPaper(p *packs.Packs, text, kind string, levels map[int]int) (doc app.Document, offsets []int) {
	k, sure := kindOfPaper(p, text, kind)
	if k == nil {
		return app.Document{Sections: []app.Section{{Role: roleHead, Text: text}}}, []int{0}
	}
	doc = app.Document{Kind: k.ID, Level: k.Level}
	begin, role, heading, depth := 0, roleHead, "", 0
	add := func(end int) {
		from, to := trimmed(text, begin, end)
		if heading == "" && from == to {
			return
		}
		doc.Sections = append(doc.Sections, app.Section{Role: role, Heading: heading, Text: text[from:to]})
		offsets = append(offsets, from)
	}
	hs := headingsOf(p, k)
	lines, headed, loose := linesOf(text), false, -1
	for i := range lines {
		if n, ok := levels[lines[i].start]; ok {
			lines[i].told, lines[i].depth = true, max(lines[i].depth, n)
		}
	}
	for i, l := range lines {
		next, known := headingRole(hs, l, headed)
		if !known && !headed && role == roleHead && l.first && proseFrom(lines, i, minProse) {
			add(l.start)
			begin, role, loose = l.start, "background", len(doc.Sections)
			continue
		}
		listed := next == app.RoleMotion && slices.Contains(listRoles, role) // the motion among the papers of a list
		if !known && role == roleHead || (!known || listed) && !headsProse(lines, i) {
			continue
		}
		if !known {
			next = roleUnder(role, depth, l)
		}
		add(l.start)
		if known || next != role {
			depth = l.depth
		}
		begin, role, heading, headed = l.end, next, l.text, headed || known
	}
	add(len(text))
	if !headed && loose >= 0 {
		for i := range doc.Sections[loose:] {
			doc.Sections[loose+i].Role = app.RoleAssessment
		}
	}
	if !sure && !headed {
		doc.Kind = ""
	}
	doc.Date = ownDate(lines)
	return doc, offsets
}

// ownDate is the day on a short line near the top of a paper that is no sentence,
// "Datum 2026-03-12"; running text tells of other days. Empty when there is none.
func ownDate(lines []line) app.Date {
	const longest = 60
	for _, l := range lines {
		if l.start > headBytes {
			break
		}
		if len(l.text) > longest || strings.HasSuffix(l.text, ".") {
			continue
		}
		if ds := language.Dates(l.text); len(ds) > 0 {
			return ds[0].Date
		}
	}
	return ""
}

// headBytes is how far into a paper its own date is looked for.
const headBytes = 600

func trimmed(s string, from, to int) (int, int) {
	part := s[from:to]
	from += len(part) - len(strings.TrimLeft(part, " \t\r\n\f\ufeff"))
	if from >= to {
		return to, to
	}
	return from, from + len(strings.TrimRight(s[from:to], " \t\r\n\f"))
}

// A kind's own name stands within the first lines of a paper; one that papers of
// other kinds have as a heading, a reservation, above anything else.
const (
	nameLines = 40
	topLines  = 8
)

// headsOthers tells whether the name of a kind is a heading in papers of other
// kinds.
func headsOthers(p *packs.Packs, k *packs.Kind) bool {
	name := language.Fold(k.SV.Name)
	is := func(h string) bool { return strings.Trim(language.Fold(h), "*") == name }
	return slices.ContainsFunc(p.Headings, func(h packs.Heading) bool { return slices.ContainsFunc(h.Like, is) }) ||
		slices.ContainsFunc(p.Kinds, func(o *packs.Kind) bool {
			return o.ID != k.ID && slices.ContainsFunc(o.Sections, func(s packs.KindSection) bool {
				return is(s.SV.Heading) || slices.ContainsFunc(s.Also, is)
			})
		})
}

// kindOfPaper chooses the kind whose own name stands on a line near the top and
// whose marks stand in the text, unless a phrase there bars the kind; nil when there
// are no kinds.
func kindOfPaper(p *packs.Packs, text, id string) (kind *packs.Kind, sure bool) {
	if k, ok := p.Kind(id); ok {
		return k, true
	}
	fold := language.Fold(text)
	var best *packs.Kind
	most := -1
	for _, k := range p.Kinds {
		if slices.ContainsFunc(k.Barred, func(m string) bool { return strings.Contains(fold, language.Fold(m)) }) {
			continue
		}
		score, named := 0, nameLines
		if headsOthers(p, k) {
			named = topLines
		}
		for _, m := range k.Marks {
			if strings.Contains(fold, language.Fold(m)) {
				score++
			}
		}
		for i, l := range linesOf(text[:min(len(text), 3000)]) {
			if i < named && language.Fold(l.text) == language.Fold(k.SV.Name) {
				score += 3
				break
			}
		}
		if score > most || score == most && k.ID == "opinion" {
			best, most = k, score
		}
	}
	return best, most > 0
}
