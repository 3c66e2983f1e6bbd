package letter

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"

	"yttra/app"
	"yttra/app/reading"
)

// letter takes a byte of text.
func (r *rich) letter(c byte) {
	r.star = false
	if r.skip > 0 {
		r.skip--
		return
	}
	if r.now.kind == nothing || r.now.kind == silent {
		return
	}
	e := r.page
	if f, ok := r.fonts[r.now.font]; ok && r.now.kind != fontTable {
		e = f
	}
	if e != r.rawIn {
		r.flushLetters()
	}
	r.raw, r.rawIn = append(r.raw, c), e
	if len(r.raw) > 1<<16 {
		r.flushLetters()
	}
}

// flush writes what waits to be written.
func (r *rich) flush() {
	r.flushLetters()
	r.high = 0
}

func (r *rich) flushLetters() {
	if len(r.raw) == 0 {
		return
	}
	raw := r.raw
	r.raw = r.raw[:0]
	if r.rawIn == symbols {
		for _, c := range raw {
			r.put(0xf000 + rune(c))
		}
		return
	}
	out, err := r.rawIn.NewDecoder().Bytes(raw)
	if err != nil {
		out = bytes.ToValidUTF8(raw, nil)
	}
	r.write(string(out))
}

// unicode takes a letter by its number, which is negative above 32767.
func (r *rich) unicode(n int) {
	c := rune(n)
	if c < 0 {
		c += 1 << 16
	}
	switch {
	case r.high != 0:
		if both := utf16.DecodeRune(r.high, c); both != unicode.ReplacementChar {
			c = both
		}
		r.high = 0
	case utf16.IsSurrogate(c):
		r.high = c
		return
	}
	if c > 0 && c <= unicode.MaxRune && !utf16.IsSurrogate(c) {
		r.put(c)
	}
}

func (r *rich) put(c rune) { r.write(string(c)) }

// write adds words to what the group is.
func (r *rich) write(s string) {
	g := &r.now
	switch g.kind {
	case nothing, silent:
		return
	case fontTable, styleSheet, authorTable, className:
		if len(r.name) < 1<<10 {
			r.name = append(r.name, s...)
		}
		if strings.HasSuffix(s, ";") {
			r.entry()
		}
		return
	case instruction:
		if len(r.field) < 1<<10 {
			r.field = append(r.field, s...)
		}
		return
	case mark:
		if strings.TrimFunc(s, unseen) == "" && (r.now.flow.cur == nil || r.now.flow.cur.mark == "") {
			return // of a heading that has no number
		}
		p := r.para()
		if len(p.mark) < 64 {
			p.mark += s
		}
		if p.kind != reading.Heading {
			p.kind, p.level = reading.Item, max(1, p.level)
		}
		return
	}
	if g.hidden {
		r.hidden = r.hidden || strings.ContainsFunc(s, unicode.IsLetter)
		return
	}
	c, by := unchanged, ""
	switch {
	case g.deleted:
		c, by = deleted, r.author(g.cut)
	case g.revised:
		c, by = inserted, r.author(g.by)
	}
	s = strings.Map(func(c rune) rune {
		switch {
		case c == 0xf0b7 || c == 0xf0a7 || c == 0xf02d: // what fonts of pictures draw before an item
			return '•'
		case c >= 0xf000 && c <= 0xf8ff || c == '\u00ad' || c == '\u200b':
			return -1
		case g.raised:
			return raised(c)
		}
		return c
	}, s)
	r.made += r.para().add(s, c, by)
}

// para gives the paragraph that is written in.
func (r *rich) para() *para {
	f := r.now.flow
	if f.cur == nil {
		r.made++
	}
	p := f.para()
	if p.kind != reading.Heading && len(p.runs) == 0 { // its number stands before it is known what it is
		if level := max(r.now.outline, r.styles[r.now.style].outline); level > 0 && level < 10 {
			p.kind, p.level = reading.Heading, level
		}
	}
	return p
}

func (r *rich) endLine() { r.now.flow.end(r.now.lines) }

func (r *rich) author(n int) string {
	if n > 0 && n < len(r.authors) { // the first is for whom nobody knows
		return r.authors[n]
	}
	return ""
}

// entry ends the name of a font, style, author or object.
func (r *rich) entry() {
	name := strings.TrimSuffix(strings.TrimSpace(string(r.name)), ";")
	r.name = r.name[:0]
	switch r.now.kind {
	case styleSheet:
		if s := headingStyle.FindStringSubmatch(strings.ToLower(name)); s != nil && r.style.outline == 0 {
			r.style.outline, _ = strconv.Atoi(s[1])
		}
		if r.style.outline > 0 && len(r.styles) < 10000 {
			r.styles[r.number] = r.style
		}
		r.style, r.number = style{}, 0
	case authorTable:
		if len(r.authors) < 1000 {
			r.authors = append(r.authors, name)
		}
	case className:
		if n := len(r.objects); n > 0 {
			r.objects[n-1] = name
		}
	}
}

var headingStyle = regexp.MustCompile(`^(?:heading|rubrik) ([1-9])$`)

// pageNumber tells whether the field that was read last is the number of a page.
func (r *rich) pageNumber() bool {
	word, _, _ := strings.Cut(strings.ToUpper(strings.TrimSpace(string(r.field))), " ")
	r.field = nil
	return word == "PAGE" || word == "NUMPAGES" || word == "SECTIONPAGES"
}

// text puts everything in the order it is read.
func (r *rich) text() reading.Text {
	s := &script{Builder: reading.NewBuilder(app.RTF)}
	head := r.first
	if len(head.paras) == 0 {
		head = r.head
	}
	s.all(head.paras, reading.Furniture)
	s.all(r.body.paras, "")
	s.all(r.notes, reading.Footnote)
	s.all(r.foot.paras, reading.Furniture)
	if r.pictures > 0 {
		s.remark(app.Remark{Code: app.RemarkPictures, N: r.pictures})
	}
	if r.comments > 0 {
		s.remark(app.Remark{Code: app.RemarkComments, N: r.comments})
	}
	if r.hidden {
		s.remark(app.Remark{Code: app.RemarkHidden})
	}
	for _, o := range r.objects[:min(len(r.objects), 20)] {
		s.remark(app.Remark{Code: app.RemarkEmbedded, What: short(o)})
	}
	if !r.ended {
		s.remark(app.Remark{Code: app.RemarkCutOff})
	}
	return s.Text()
}

// all writes paragraphs that stand together, and apart from the rest.
func (s *script) all(ps []*para, kind reading.BlockKind) {
	if len(ps) == 0 {
		return
	}
	s.Gap()
	for _, p := range ps {
		if kind != "" {
			p.kind, p.level = kind, 0
		}
		s.write(p)
	}
}
