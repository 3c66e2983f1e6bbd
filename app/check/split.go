package check

import (
	"strings"
	"unicode/utf8"

	"yttra/app"
	"yttra/app/language"
	"yttra/app/packs"
)

// SplitPaper makes a document of a paper in plain text or Markdown: its kind by
// the words that mark it, or the one given, and its sections by their headings.
// Every section's Text is a substring of the text; offsets tells where each
// begins. What stands before the first heading is a section with the role head,
// and a heading that the kind does not know stays in the text of its section.
func SplitPaper(p *packs.Packs, text string, kind string) (doc app.Document, offsets []int) {
	k := kindOfPaper(p, text, kind)
	if k == nil {
		return app.Document{Sections: []app.Section{{Role: roleHead, Text: text}}}, []int{0}
	}
	doc = app.Document{Kind: k.ID, Level: k.Level}
	begin, role, heading := 0, roleHead, ""
	add := func(end int) {
		from, to := trimmed(text, begin, end)
		if role == roleHead && from == to {
			return
		}
		doc.Sections = append(doc.Sections, app.Section{Role: role, Heading: heading, Text: text[from:to]})
		offsets = append(offsets, from)
	}
	headed := false
	for _, l := range linesOf(text) {
		next, ok := headingRole(k, l, headed)
		if !ok {
			continue
		}
		add(l.start)
		begin, role, heading, headed = l.end, next, l.text, true
	}
	add(len(text))
	if ds := language.Dates(text[:min(len(text), headBytes)]); len(ds) > 0 {
		doc.Date = ds[0].Date
	}
	return doc, offsets
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

// kindOfPaper chooses the kind whose own name stands on a line near the top and
// whose marks stand in the text; nil when there are no kinds.
func kindOfPaper(p *packs.Packs, text, id string) *packs.Kind {
	if k, ok := p.Kind(id); ok {
		return k
	}
	fold := language.Fold(text)
	var best *packs.Kind
	most := -1
	for _, k := range p.Kinds {
		score := 0
		for _, m := range k.Marks {
			if strings.Contains(fold, language.Fold(m)) {
				score++
			}
		}
		for i, l := range linesOf(text[:min(len(text), 3000)]) {
			if i < 40 && language.Fold(l.text) == language.Fold(k.SV.Name) {
				score += 3
				break
			}
		}
		if score > most || score == most && k.ID == "opinion" {
			best, most = k, score
		}
	}
	return best
}

// line is a line of a text without its mark of heading.
type line struct {
	start, end int    // bytes of the whole line, its end without the line end
	text       string // trimmed, without # and a last colon
	marked     bool   // it began with #
	alone      bool   // an empty line, or the text's edge, on both sides
}

func linesOf(text string) []line {
	var out []line
	blank := true // the line before is empty
	for start := 0; start < len(text); {
		end, next := len(text), len(text)
		if i := strings.IndexByte(text[start:], '\n'); i >= 0 {
			end, next = start+i, start+i+1
		}
		raw := strings.Trim(text[start:end], " \t\r\f\ufeff")
		if raw != "" {
			body := strings.TrimLeft(raw, "#")
			after, _, _ := strings.Cut(text[next:], "\n")
			out = append(out, line{start, end, strings.TrimSuffix(strings.TrimSpace(body), ":"),
				len(body) < len(raw), blank && strings.TrimSpace(after) == ""})
		}
		blank = raw == ""
		start = next
	}
	return out
}

// maxHeading is how long a heading may be that is known by a part of it.
const maxHeading = 90

// headingRole tells which section of the kind a line is the heading of. A line
// with the kind's own name, before any heading, belongs to the letterhead.
func headingRole(k *packs.Kind, l line, headed bool) (role string, ok bool) {
	fold := language.Fold(l.text)
	if !headed && !l.marked && fold == language.Fold(k.SV.Name) {
		return "", false
	}
	for _, s := range k.Sections {
		if s.Level == 0 && !l.marked {
			continue // an opening line has no heading on paper
		}
		for _, h := range append([]string{s.SV.Heading}, s.Also...) {
			if likeHeading(language.Fold(h), fold, l) {
				return s.Role, true
			}
		}
	}
	return "", false
}

// likeHeading compares a line with a heading as a kind writes it: "*" at its
// beginning or end stands for anything, on a short line that stands alone.
func likeHeading(heading, fold string, l line) bool {
	open := l.marked || l.alone && utf8.RuneCountInString(fold) <= maxHeading && !strings.HasSuffix(fold, ".")
	if rest, ok := strings.CutPrefix(heading, "*"); ok {
		return open && strings.HasSuffix(fold, rest)
	}
	if rest, ok := strings.CutSuffix(heading, "*"); ok {
		long := strings.HasPrefix(heading, "§") && l.alone // a heading of minutes tells the whole matter
		return (open || long) && strings.HasPrefix(fold, rest)
	}
	return fold == heading
}
