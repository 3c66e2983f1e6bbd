package letter

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html/atom"

	"yttra/app"
	"yttra/app/reading"
)

// para gives the paragraph that is written in, or begins a plain one.
func (h *page) para(s state) *para {
	if h.cur == nil {
		h.made++
		h.cur = &para{kind: cmp.Or(s.kind, reading.Paragraph), place: s.place, quote: s.quote}
		if h.apart {
			h.cur.gap, h.apart = true, false
		}
	}
	return h.cur
}

// end ends it. One in which nothing is seen, but a space that holds it open, is an empty
// line.
func (h *page) end() {
	p := h.cur
	h.cur, h.space = nil, false
	switch {
	case p == nil:
	case p.blank():
		h.apart = h.apart || p.gap || len(p.runs) > 0
	default:
		p.trim()
		p.mark = tidyMark(p.mark)
		*h.sink() = append(*h.sink(), p)
	}
}

// sink is where paragraphs are put: the page, or the cell that is open.
func (h *page) sink() *[]*para {
	if n := len(h.tables); n > 0 && h.tables[n-1].inCell {
		t := h.tables[n-1]
		return &t.cells[len(t.cells)-1]
	}
	if n := len(h.tables); n > 0 {
		return &h.tables[n-1].done
	}
	return &h.paras
}

// lineEnd is <br>: the paragraph goes on on a new line; two of them leave one empty.
func (h *page) lineEnd() {
	if h.cur == nil || h.cur.blank() {
		h.end()
		h.apart = true
		return
	}
	kind, level := h.cur.kind, h.cur.level
	h.end()
	p := h.para(h.state())
	p.kind, p.level = kind, level
}

func (h *page) text(text string) {
	s := h.state()
	if s.gone {
		h.hidden = h.hidden || s.unseen && strings.ContainsFunc(text, unicode.IsLetter)
		return
	}
	if s.pre {
		first := true
		for line := range strings.SplitSeq(strings.ReplaceAll(text, "\r\n", "\n"), "\n") {
			if !first {
				h.lineEnd()
			}
			first = false
			if h.words(line, s); h.full() {
				return
			}
		}
		return
	}
	h.words(text, s)
}

// words adds to the paragraph, in which space in a row is one and none stands first.
func (h *page) words(text string, s state) {
	var out strings.Builder
	flush := func() {
		switch {
		case out.Len() == 0:
		case s.mark:
			h.para(s).mark += out.String()
		default:
			h.made += h.para(s).add(out.String(), s.change, s.by)
		}
		out.Reset()
	}
	for _, r := range text {
		switch {
		case r == ' ' || r == '\n' || r == '\t' || r == '\r' || r == '\f':
			if s.pre {
				out.WriteRune(r)
				continue
			}
			if !h.space && (h.cur != nil && len(h.cur.runs) > 0 || out.Len() > 0) {
				h.space, h.spaceIn = true, s
			}
			continue
		case r == '\u00ad' || r == '\u200b' || r == '\u2060' || r == '\ufeff': // where a word may be parted, and where not
			continue
		}
		if h.space {
			if flush(); s.mark {
				h.para(s).mark += " "
			} else {
				h.made += h.para(s).add(" ", h.spaceIn.change, h.spaceIn.by)
			}
			h.space = false
		}
		if s.raised {
			r = raised(r)
		}
		out.WriteRune(r)
	}
	flush()
}

// raised gives the figure that stands above the line, as a footnote's mark.
func raised(r rune) rune {
	switch r {
	case '1':
		return '¹'
	case '2':
		return '²'
	case '3':
		return '³'
	case '0', '4', '5', '6', '7', '8', '9':
		return '⁰' + r - '0'
	}
	return r
}

// note counts what is in a page and not in its text.
func (h *page) note(tag atom.Atom, a attributes) {
	switch tag {
	case atom.Script:
		h.scripts++
	case atom.Svg:
		h.images++
	case atom.Iframe, atom.Object, atom.Audio, atom.Video:
		h.objects = append(h.objects, a["src"]+a["data"])
	}
}

func (h *page) tell(s *script, cut bool) {
	if h.scripts > 0 {
		s.remark(app.Remark{Code: app.RemarkActive, N: h.scripts, What: "script"})
	}
	if h.images > 0 {
		s.remark(app.Remark{Code: app.RemarkPictures, N: h.images})
	}
	if h.hidden {
		s.remark(app.Remark{Code: app.RemarkHidden})
	}
	if cut {
		s.remark(app.Remark{Code: app.RemarkAround})
	}
	if h.full() {
		s.remark(app.Remark{Code: app.RemarkCutOff})
	}
	for _, o := range h.objects[:min(len(h.objects), 20)] {
		s.remark(app.Remark{Code: app.RemarkEmbedded, What: short(o)})
	}
}

// mainPart leaves out what stands around the main part of a page, where the page says
// which that is and there is something in it.
func mainPart(all []*para) (out []*para, cut bool) {
	for _, within := range []place{inMain, inArticle} {
		part := slices.DeleteFunc(slices.Clone(all), func(p *para) bool { return p.place&within == 0 || p.place&inChrome != 0 })
		if len(part) > 0 {
			return part, len(part) < len(all)
		}
	}
	return all, false
}
