package word

import (
	"net/url"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"yttra/reports/layout"
)

func itoa(n int) string { return strconv.Itoa(n) }

// runs writes stretches of text; neighbours that lead to the same place are one link.
func (w *writer) runs(runs []layout.Run) {
	for i := 0; i < len(runs); {
		link := address(runs[i].Link)
		if link == "" {
			w.run(runs[i], false)
			i++
			continue
		}
		id := w.rels.add(office+"hyperlink", link, true)
		w.p.el("w:hyperlink", func() {
			for to := runs[i].Link; i < len(runs) && runs[i].Link == to; i++ {
				w.run(runs[i], true)
			}
		}, "r:id", id, "w:history", "1")
	}
}

// run writes text and the mark of its note. Text that is read from right to left
// is a run of its own, so that Word sets it so.
func (w *writer) run(r layout.Run, linked bool) {
	for text := clean(r.Text); text != ""; {
		n, back := direction(text)
		w.p.el("w:r", func() {
			if linked || r.Bold || r.Italic || back {
				w.p.el("w:rPr", func() { w.style(r, linked, back) })
			}
			w.say(text[:n])
		})
		text = text[n:]
	}
	if r.Note != nil {
		w.mark(r.Note)
	}
}

// style writes the properties of a run, in the order the schema has them.
func (w *writer) style(r layout.Run, linked, back bool) {
	p := w.p
	if linked {
		p.val("w:rStyle", "Hyperlink")
	}
	if r.Bold {
		p.leaf("w:b")
		p.leaf("w:bCs")
	}
	if r.Italic {
		p.leaf("w:i")
		p.leaf("w:iCs")
	}
	if linked {
		p.leaf("w:noProof") // an address is not spelt
	}
	if back {
		p.leaf("w:rtl")
		p.leaf("w:lang", "w:bidi", "ar-SA")
	}
}

// say writes the text of a run; breaks, soft hyphens and hyphens that no line ends
// at are elements.
func (w *writer) say(s string) {
	for s != "" {
		i := strings.IndexAny(s, "\n\t\u00ad\u2011")
		if i < 0 {
			i = len(s)
		}
		if i > 0 {
			w.p.saying("w:t", s[:i], "xml:space", "preserve")
		}
		if s = s[i:]; s == "" {
			return
		}
		switch {
		case s[0] == '\n':
			w.p.leaf("w:br")
		case s[0] == '\t':
			w.p.leaf("w:tab")
		case strings.HasPrefix(s, "\u00ad"):
			w.p.leaf("w:softHyphen")
		default:
			w.p.leaf("w:noBreakHyphen")
		}
		_, n := utf8.DecodeRuneInString(s)
		s = s[n:]
	}
}

// direction gives how much of a text from its beginning is read the same way, and
// whether that is from right to left. Spaces and signs go with what stood before.
func direction(s string) (n int, back bool) {
	known := false
	for i, r := range s {
		b := unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko)
		if !b && !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			continue
		}
		if known && b != back || !known && b && i > 0 {
			return i, back
		}
		known, back = true, b
	}
	return len(s), back
}

const longestAddress = 2000 // characters; Word takes a little more

// address gives a link that Word accepts, or nothing: it refuses the whole file for
// an address that is none.
func address(s string) string {
	if s == "" || len(s) > longestAddress || strings.ContainsAny(s, " <>\"{}|\\^`[]") || s != clean(s) {
		return ""
	}
	u, err := url.Parse(s)
	if err != nil {
		return ""
	}
	switch u.Scheme {
	case "http", "https":
		if u.Hostname() == "" {
			return ""
		}
	case "mailto":
		if strings.Count(u.Opaque, "@") != 1 {
			return ""
		}
	default:
		return ""
	}
	for _, r := range s {
		if unicode.IsSpace(r) || unicode.IsControl(r) {
			return ""
		}
	}
	return s
}

// field writes something that Word counts: a page, a table.
func (w *writer) field(code, result string, bold bool) {
	w.p.el("w:fldSimple", func() {
		w.p.el("w:r", func() {
			if bold {
				w.p.el("w:rPr", func() {
					w.p.leaf("w:b")
					w.p.leaf("w:bCs")
				})
			}
			w.p.saying("w:t", result)
		})
	}, "w:instr", " "+code+" ")
}
