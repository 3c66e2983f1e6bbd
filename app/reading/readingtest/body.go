package readingtest

import (
	"strings"
	"unicode"
)

// para writes one paragraph.
func (w *writer) para(p para, i int) {
	listed := p.mark != "" && w.l.Lists
	if !listed {
		w.to(0, "")
	}
	if w.l.Typed && p.gap && i > 0 {
		w.f(`<text:p text:style-name="Line"/>`)
	}
	switch {
	case listed:
		w.to(p.level, styleOf(p.mark))
		start := ""
		if n := strings.Trim(p.mark, "(.):"); n != "" && n[0] >= '0' && n[0] <= '9' {
			start = ` text:start-value="` + n + `"`
		}
		w.f(`<text:list-item%s><text:p text:style-name="Body">%s</text:p>`, start, w.words(p.text))
	case p.cells != nil && w.l.Tables:
		w.row(p.cells)
	case p.cells != nil:
		w.f(`<text:p text:style-name="Line">`)
		for j, c := range p.cells {
			if j > 0 {
				w.f(`<text:tab/>`)
			}
			w.f(`%s`, w.words(strings.TrimSpace(c)))
		}
		w.f(`</text:p>`)
	case p.heading > 0 && !w.l.Typed:
		w.f(`<text:h text:style-name="H%d" text:outline-level="%d">%s</text:h>`, p.heading, p.heading, w.words(p.text))
	default:
		style := "Body"
		if w.l.Typed {
			style = "Line"
		}
		if p.page {
			style = "Page"
		}
		text := w.words(p.text)
		if p.mark != "" {
			text = xmlText(p.mark) + " " + text
		}
		w.f(`<text:p text:style-name="%s">%s%s</text:p>`, style, text, w.note(p.note))
	}
}

func (w *writer) row(cells []string) {
	w.f(`<table:table><table:table-column table:number-columns-repeated="%d"/><table:table-row>`, len(cells))
	for _, c := range cells {
		w.f(`<table:table-cell><text:p text:style-name="Line">%s</text:p></table:table-cell>`, w.words(strings.TrimSpace(c)))
	}
	w.f(`</table:table-row></table:table>`)
}

func (w *writer) note(s string) string {
	if s == "" {
		return ""
	}
	w.notes++
	n := string(rune('0' + w.notes%10))
	return `<text:note text:id="n` + n + `" text:note-class="footnote"><text:note-citation>` + n + `</text:note-citation><text:note-body><text:p text:style-name="Footnote">` + w.words(s) + `</text:p></text:note-body></text:note>`
}

// to opens and closes lists until the level of one of a style is open; an item of
// that level is closed where one was open.
func (w *writer) to(level int, style string) {
	for len(w.open) > level || len(w.open) > 0 && len(w.open) == level && w.open[level-1] != style {
		w.f(`</text:list-item></text:list>`)
		w.open = w.open[:len(w.open)-1]
	}
	if len(w.open) == level && level > 0 {
		w.f(`</text:list-item>`)
	}
	for len(w.open) < level {
		if len(w.open) > 0 || level == 1 {
			w.f(`<text:list text:style-name="%s">`, style)
		}
		w.open = append(w.open, style)
		if len(w.open) < level { // a second level without a first
			w.f(`<text:list-item>`)
		}
	}
}

// words writes text, with soft hyphens where words may break.
func (w *writer) words(s string) string {
	if !w.l.Hyphens {
		return xmlText(s)
	}
	var b strings.Builder
	for i, part := range strings.Split(s, " ") {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(broken(part))
	}
	return xmlText(b.String())
}

// broken puts soft hyphens into a long word: before the last consonant of a row of
// them, as Swedish breaks.
func broken(s string) string {
	rs := []rune(s)
	if len(rs) < 8 {
		return s
	}
	for _, r := range rs {
		if !unicode.IsLetter(r) && !strings.ContainsRune(".,;:)", r) || unicode.IsUpper(r) && r != rs[0] {
			return s
		}
	}
	vowel := func(i int) bool { return strings.ContainsRune("aeiouyåäöé", unicode.ToLower(rs[i])) }
	var b strings.Builder
	for i, r := range rs {
		if i > 2 && i < len(rs)-3 && !vowel(i) && vowel(i+1) && unicode.IsLetter(rs[i+1]) && (vowel(i-1) || vowel(i-2)) {
			b.WriteRune('\u00ad')
		}
		b.WriteRune(r)
	}
	return b.String()
}
