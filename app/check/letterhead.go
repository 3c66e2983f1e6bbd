package check

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"yttra/app"
	"yttra/app/language"
)

// formLine is a line of a form: "Sammanträdesdatum: 2026-03-24". The value may
// stand on the line below.
type formLine struct {
	section int
	span    app.Span // of the label
	value   string
}

// formRoles are the sections that hold such lines; formBytes is how far into one
// they are looked for.
var formRoles = []string{roleHead, "signatures", "item", "notice", "attest"}

const formBytes = 8000

// labels finds the lines that begin with one of the labels, which are folded.
func (r *run) labels(wanted []string) []formLine {
	var out []formLine
	for i, s := range r.sections {
		if !slices.Contains(formRoles, s.role) {
			continue
		}
		text := s.text[:min(len(s.text), formBytes)]
		for at := 0; at < len(text); {
			line, rest, _ := strings.Cut(text[at:], "\n")
			if label, value, ok := cutLabel(line, wanted); ok {
				if value == "" {
					value = valueBelow(rest)
				}
				start := at + strings.Index(line, label)
				out = append(out, formLine{i, app.Span{Start: start, End: start + len(label)}, value})
			}
			at += len(line) + 1
		}
	}
	return out
}

// cutLabel takes a label from the beginning of a line: what follows it is a
// colon, a tab, wide space or the line's end, or at once a day.
func cutLabel(line string, wanted []string) (label, value string, ok bool) {
	trimmed := strings.TrimSpace(line)
	fold := language.Fold(trimmed)
	for _, w := range wanted {
		if !strings.HasPrefix(fold, w) || len(fold) != len(trimmed) {
			continue
		}
		rest := trimmed[len(w):]
		value = strings.Trim(rest, " \t:\u00a0")
		if rest == "" || strings.HasPrefix(strings.TrimLeft(rest, " \u00a0"), ":") || strings.HasPrefix(rest, "\t") || strings.HasPrefix(rest, "  ") ||
			strings.HasPrefix(rest, " ") && value != "" && (unicode.IsDigit(rune(value[0])) || strings.HasPrefix(value, "§")) {
			return trimmed[:len(w)], value, true
		}
	}
	return "", "", false
}

// valueBelow gives the next line when it is a value and not another label.
func valueBelow(rest string) string {
	line, _, _ := strings.Cut(rest, "\n")
	value := strings.TrimSpace(line)
	if strings.ContainsAny(value, "\t:") || !strings.ContainsAny(value, "0123456789") {
		return ""
	}
	return value
}

// findEmptyLabels speaks of a label of the form that has no value.
func findEmptyLabels(r *run, l *look) []found {
	if !r.within(l.needs).empty() {
		return nil
	}
	for _, x := range r.labels(l.texts) {
		if x.value == "" {
			return []found{{place: app.Place{Section: x.section, Span: x.span}, words: []string{"{words}", r.quote(app.Place{Section: x.section, Span: x.span})}}}
		}
	}
	return nil
}

// findLabelDays speaks when the day of one label is more than max days after the
// day of another, or fewer than that when max is negative, or before it.
func findLabelDays(r *run, l *look) []found {
	begin, _, ok := r.labelDay(l.labels)
	if !ok {
		return nil
	}
	end, at, ok := r.labelDay(l.texts)
	if !ok {
		return nil
	}
	days := begin.DaysTo(end)
	if withinDays(days, l.max) {
		return nil
	}
	return []found{{place: at, words: []string{"{from}", string(begin), "{to}", string(end), "{n}", strconv.Itoa(days)}}}
}

// labelDay gives the one day that stands by any of the labels.
func (r *run) labelDay(wanted []string) (day app.Date, at app.Place, ok bool) {
	for _, x := range r.labels(wanted) {
		ds := daysIn(language.Read(x.value))
		if len(ds) == 1 && ds[0].date != "" {
			return ds[0].date, app.Place{Section: x.section, Span: x.span}, true
		}
	}
	return "", whole, false
}

// findWrongItem speaks when the minutes say which paragraphs they hold and the
// one that follows is none of them.
func findWrongItem(r *run, l *look) []found {
	i := r.doc.Section("item")
	if i < 0 {
		return nil
	}
	item := numbersOf(r.doc.Sections[i].Heading)
	for _, x := range r.labels(l.texts) {
		held := numbersOf(x.value)
		if len(item) == 0 || len(held) == 0 || slices.Contains(held, item[0]) {
			continue
		}
		return []found{{place: app.Place{Section: x.section, Span: x.span}, words: []string{"{here}", x.value, "{there}", r.doc.Sections[i].Heading}}}
	}
	return nil
}

// numbersOf reads "§§ 450–460, 463" up to the first word; at most a thousand.
func numbersOf(s string) []int {
	var out []int
	t := language.Read(s)
	for i, w := range t.Words {
		if w.Fold == "§" {
			continue
		}
		a, b, interval := strings.Cut(w.Fold, "-")
		n, err := strconv.Atoi(a)
		if err != nil {
			break
		}
		from := n
		if m, err := strconv.Atoi(b); interval && err == nil {
			n = m
		} else if k := len(out); k > 0 && strings.ContainsAny(t.Source[t.Words[i-1].Span.End:w.Span.Start], "–-") {
			from = out[k-1] + 1
		}
		for ; from <= n && len(out) < 1000; from++ {
			out = append(out, from)
		}
	}
	return out
}

// labelsReference tells whether a word says that a reference follows, in
// whatever form the municipality has: "Dnr 1.5.3-214/2026".
func labelsReference(word string) bool {
	return slices.ContainsFunc([]string{"dnr", "diarien", "ärendenum", "ärendenr", "ärendebeteckning"}, func(p string) bool { return strings.HasPrefix(word, p) })
}

// findNoReference speaks when nothing tells which matter the paper belongs to.
func findNoReference(r *run, _ *look) []found {
	if len(r.knownReferences()) > 0 || !r.facts.Imported && r.matter.ID == "" {
		return nil
	}
	for _, s := range r.sections {
		for _, p := range s.parts {
			if slices.Contains(formRoles, s.role) && (len(p.references) > 0 || slices.ContainsFunc(p.text.Words, func(w language.Word) bool { return labelsReference(w.Fold) })) {
				return nil
			}
		}
	}
	at := whole
	if i := r.doc.Section(roleHead); i >= 0 {
		at.Section = i
	}
	return []found{{place: at}}
}
