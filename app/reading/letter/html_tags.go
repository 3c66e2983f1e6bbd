package letter

import (
	"strings"

	"golang.org/x/net/html/atom"

	"yttra/app/reading"
)

// block tells whether a tag begins a paragraph of its own.
func block(t atom.Atom) bool {
	switch t {
	case atom.P, atom.Div, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Ul, atom.Ol, atom.Menu, atom.Li, atom.Dl, atom.Dt, atom.Dd,
		atom.Table, atom.Caption, atom.Blockquote, atom.Pre, atom.Article, atom.Section, atom.Main, atom.Header, atom.Footer, atom.Nav, atom.Aside,
		atom.Address, atom.Figure, atom.Figcaption, atom.Fieldset, atom.Legend, atom.Form, atom.Details, atom.Summary, atom.Center, atom.Hr, atom.Body, atom.Xmp, atom.Listing:
		return true
	}
	return false
}

// apart tells whether it stands apart from what is before and after it.
func apart(t atom.Atom) bool {
	switch t {
	case atom.P, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Ul, atom.Ol, atom.Menu, atom.Dl, atom.Table, atom.Blockquote, atom.Pre, atom.Figure, atom.Hr, atom.Article, atom.Section:
		return true
	}
	return false
}

func heading(t atom.Atom) int {
	switch t {
	case atom.H1:
		return 1
	case atom.H2:
		return 2
	case atom.H3:
		return 3
	case atom.H4:
		return 4
	case atom.H5:
		return 5
	case atom.H6:
		return 6
	}
	return 0
}

// inside gives what holds inside a tag.
func (h *page) inside(tag atom.Atom, a attributes) state {
	s := h.state()
	s.tight = tight(a)
	switch tag {
	case atom.Script, atom.Style, atom.Template, atom.Head, atom.Title, atom.Noscript, atom.Noframes, atom.Noembed, atom.Select, atom.Datalist, atom.Button, atom.Textarea,
		atom.Svg, atom.Math, atom.Iframe, atom.Object, atom.Audio, atom.Video, atom.Canvas, atom.Rp:
		s.gone = true
	case atom.Pre, atom.Xmp, atom.Listing, atom.Plaintext:
		s.pre = true
	case atom.Sup:
		s.raised = true
	case atom.Del:
		s.change, s.by = deleted, a["cite"]
	case atom.Ins:
		s.change, s.by = inserted, a["cite"]
	case atom.A:
		s.raised = s.raised || strings.HasPrefix(a["class"], "sdfootnote") || strings.HasPrefix(a["class"], "sdendnote")
	case atom.Blockquote:
		if a["type"] == "cite" || strings.Contains(a["class"], "quote") {
			s.quote = min(s.quote+1, 9)
		}
	case atom.Main:
		s.place |= inMain
	case atom.Article:
		s.place |= inArticle
	case atom.Nav:
		s.place |= inChrome
	case atom.Header, atom.Footer, atom.Aside:
		if s.place&(inMain|inArticle) == 0 {
			s.place |= inChrome
		}
	case atom.Body: // a head that was not closed
		s.gone = false
	}
	if k := apartKind(a); k != "" {
		s.kind = k
	}
	switch strings.ToLower(a["role"]) {
	case "main":
		s.place |= inMain
	case "navigation", "banner", "contentinfo", "search":
		s.place |= inChrome
	}
	if _, hidden := a["hidden"]; !s.gone && (hidden || a.style("display:none", "visibility:hidden", "mso-hide:all")) {
		s.gone, s.unseen = true, true
	}
	switch {
	case a.style("white-space:pre"):
		s.pre = true
	case a.style("mso-list:ignore"):
		s.mark = true
	}
	return s
}

// apartKind tells what stands apart from the text as word processors and publishers write
// it: notes, and what was the head and foot of printed pages.
func apartKind(a attributes) reading.BlockKind {
	switch {
	case strings.HasPrefix(a["id"], "sdfootnote"), strings.HasPrefix(a["id"], "sdendnote"), strings.HasPrefix(a["role"], "doc-footnote"), strings.HasPrefix(a["role"], "doc-endnote"),
		a.style("mso-element:footnote", "mso-element:endnote"):
		return reading.Footnote
	case a["title"] == "header", a["title"] == "footer":
		return reading.Furniture
	}
	return ""
}

// begin begins what a tag makes: a paragraph, a list, a table.
func (h *page) begin(tag atom.Atom, a attributes, s state) {
	switch tag {
	case atom.Table:
		h.beginTable()
		return
	case atom.Tr:
		h.beginRow()
		return
	case atom.Td, atom.Th:
		h.beginCell()
		return
	}
	if !block(tag) {
		return
	}
	if h.cur == nil || h.cur.mark == "" || len(h.cur.runs) > 0 { // else the paragraph of a list's item stands beside its mark
		h.end()
		h.apart = h.apart || apart(tag) && !s.tight && (len(h.lists) == 0 || tag == atom.Table || tag == atom.Pre)
		h.cur = nil
	}
	switch tag {
	case atom.Ul, atom.Menu, atom.Ol:
		h.beginList(tag, a)
	case atom.Li:
		h.beginItem(a)
	case atom.P:
		if level, ok := wordList(a); ok {
			h.para(s).kind, h.cur.level = reading.Item, level
		}
	default:
		if n := heading(tag); n > 0 {
			h.para(s).kind, h.cur.level = reading.Heading, n
		}
	}
}

// finish ends it.
func (h *page) finish(tag atom.Atom, s state) {
	switch tag {
	case atom.Table:
		h.endTable()
	case atom.Tr:
		h.endRow()
	case atom.Td, atom.Th:
		h.endCell()
	case atom.Ul, atom.Ol, atom.Menu:
		h.end()
		h.endList()
		h.apart = h.apart || len(h.lists) == 0
	case atom.A:
		h.space, h.spaceIn = h.space || s.raised && s.kind == reading.Footnote, s
	default:
		if !block(tag) {
			return
		}
		h.end()
		h.apart = h.apart || apart(tag) && len(h.lists) == 0 && !s.tight
	}
}

func (h *page) void(tag atom.Atom, a attributes) {
	switch tag {
	case atom.Br:
		h.lineEnd()
	case atom.Hr:
		h.end()
		h.apart = true
	case atom.Img:
		if w, t := a["width"], a["height"]; w != "0" && w != "1" && t != "0" && t != "1" { // those count who reads
			h.images++
		}
	case atom.Embed:
		h.objects = append(h.objects, a["src"])
	}
}

// tight tells a paragraph without space after it, as Word and Outlook write each line of
// a letter.
func tight(a attributes) bool {
	if strings.HasPrefix(a["class"], "Mso") {
		return true
	}
	for _, rule := range []string{"margin-bottom:", "margin:"} {
		if v, ok := a.rule(rule); ok {
			return points(v) < 4
		}
	}
	return false
}

// wordList knows an item of a list as Word writes it: a paragraph of a class or style.
func wordList(a attributes) (level int, ok bool) {
	style := strings.ToLower(a["style"])
	if !strings.HasPrefix(a["class"], "MsoListParagraph") && !strings.Contains(style, "mso-list:") {
		return 0, false
	}
	level = 1
	if i := strings.Index(style, "level"); i >= 0 && i+5 < len(style) && style[i+5] >= '1' && style[i+5] <= '9' {
		level = int(style[i+5] - '0')
	}
	return level, true
}
