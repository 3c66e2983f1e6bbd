package check

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"yttra/app"
	"yttra/app/language"
)

// pointLine is a point of a proposal, or a paper in a list, on its line.
type pointLine struct {
	place    app.Place
	text     string // without its mark
	numbered bool
	marked   bool
}

// linesIn gives the lines of a section that are items of a list or begin with
// one of the words, which are folded and end in a space. A line that goes on from
// the one before, in small letters or after a mark, is a part of it.
func (r *run) linesIn(section int, begins []string) []pointLine {
	var out []pointLine
	text := r.sections[section].text
	open := false // the last point may go on
	for at := 0; at < len(text); {
		line, _, _ := strings.Cut(text[at:], "\n")
		body := strings.TrimSpace(line)
		start := at + strings.Index(line, body)
		at += len(line) + 1
		mark := language.ItemMark(body)
		x := pointLine{place: app.Place{Section: section, Span: app.Span{Start: start, End: start + len(body)}}, text: strings.TrimSpace(body[mark:]),
			marked: mark > 0, numbered: mark > 0 && body[0] >= '0' && body[0] <= '9'}
		first, _ := utf8.DecodeRuneInString(body)
		switch {
		case body == "":
			open = false
		case open && mark == 0 && (out[len(out)-1].marked || !unicode.IsUpper(first)) && !beginsWith(body, nonempty(begins)):
			out[len(out)-1].text += " " + body
		case x.marked || beginsWith(x.text, begins):
			out = append(out, x)
			open = true
		default:
			open = false
		}
	}
	return out
}

// nonempty leaves out the beginning that every line has.
func nonempty(begins []string) []string {
	return slices.DeleteFunc(slices.Clone(begins), func(b string) bool { return b == "" })
}

func beginsWith(text string, begins []string) bool {
	fold := language.Fold(text[:min(len(text), 40)])
	return slices.ContainsFunc(begins, func(b string) bool { return strings.HasPrefix(fold, b) })
}

// findUnnumbered speaks when a proposal has several points and none has a number.
// The phrases are words that a point may begin with.
func findUnnumbered(r *run, l *look) []found {
	for i, s := range r.sections {
		if s.role != app.RoleProposal {
			continue
		}
		points := r.linesIn(i, l.begins())
		if len(points) > 1 && !slices.ContainsFunc(points, func(p pointLine) bool { return p.numbered }) {
			return []found{{place: points[0].place, words: []string{"{n}", strconv.Itoa(len(points))}}}
		}
	}
	return nil
}

// findPointsBeginning speaks of the first point that begins with a phrase.
func findPointsBeginning(r *run, l *look) []found {
	for i, s := range r.sections {
		if s.role != app.RoleProposal {
			continue
		}
		for _, p := range r.linesIn(i, l.begins()) {
			if beginsWith(p.text, l.begins()) {
				return []found{{place: p.place}}
			}
		}
	}
	return nil
}

// begins are the look's phrases as a line may begin with them.
func (l *look) begins() []string {
	out := make([]string, len(l.texts))
	for i, t := range l.texts {
		out[i] = language.Fold(t) + " "
	}
	return out
}

// findManyMeasures speaks of a point that decides two things, joined by och or
// samt. The phrases are verbs of deciding.
func findManyMeasures(r *run, l *look) []found {
	joins := r.packs.Decisions.Speech.Joins
	var out []found
	for _, group := range bySentence(r.spots(l, l.phrases)) {
		t := r.sections[group[0].section].parts[group[0].part].text
		for n, h := range group {
			if n == 0 || h.First == group[0].First || h.Phrase == group[0].Phrase {
				continue
			}
			if near := t.Words[max(h.First-2, group[0].First):h.First]; slices.ContainsFunc(near, func(w language.Word) bool { return slices.Contains(joins, w.Fold) }) {
				out = append(out, found{place: r.placeOf(h.sentence())})
				break
			}
		}
	}
	return out
}

// findUndated speaks of the papers in a list that have no date.
func findUndated(r *run, l *look) []found {
	for i, s := range r.sections {
		if s.role != "documents" {
			continue
		}
		papers := r.papersListed(i)
		var undated []pointLine
		for _, p := range papers {
			if !hasDay(p.text) {
				undated = append(undated, p)
			}
		}
		if len(undated) > 0 {
			return []found{{place: undated[0].place, words: []string{"{n}", strconv.Itoa(len(undated)), "{count}", strconv.Itoa(len(papers))}}}
		}
	}
	return nil
}

// papersListed gives the papers of a list: its items, or its lines when it has
// none.
func (r *run) papersListed(section int) []pointLine {
	items := r.linesIn(section, nil)
	if len(items) > 0 {
		return items
	}
	return r.linesIn(section, []string{""})
}

// hasDay tells whether a line has a day, a month or figures that can be one:
// 190805, 2026-03-12, mars 2026.
func hasDay(s string) bool {
	t := language.Read(s)
	for _, w := range t.Words {
		digits := len(leadingDigits(w.Fold))
		if digits >= 4 || slices.Contains(monthNames, w.Fold) || digits > 0 && strings.HasPrefix(s[w.Span.End:], "/") {
			return true
		}
	}
	return false
}

// findOwnPaperLater speaks when the list names the own report but not first.
func findOwnPaperLater(r *run, l *look) []found {
	for i, s := range r.sections {
		if s.role != "documents" {
			continue
		}
		for n, p := range r.papersListed(i) {
			fold := language.Fold(p.text)
			own := slices.ContainsFunc(l.texts, func(t string) bool { return strings.Contains(fold, language.Fold(strings.TrimSuffix(t, "*"))) })
			if own && n > 0 {
				return []found{{place: p.place}}
			}
			if own {
				break
			}
		}
	}
	return nil
}
