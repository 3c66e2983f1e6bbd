package office

import (
	"strconv"
	"strings"
)

// wordStyle is a style as far as it says what a paragraph is.
type wordStyle struct {
	name    string
	basedOn string
	props   wordProps
	vanish  *bool
	lines   *bool // of a table: drawn lines between its cells
}

// wordProps are the properties of a paragraph, of its own or of a style. nil: not said.
type wordProps struct {
	style         string
	outline       *int // 0 to 8: heading 1 to 9; 9: running text
	list, level   *int // numId and ilvl
	before, after *int
	tight         *bool
}

type wordStyles struct {
	byID     map[string]*wordStyle
	base     wordProps // what holds without a style
	standard string    // of paragraphs that name none
}

// mostBased bounds how long a row of styles based on each other is followed.
const mostBased = 40

func (f *wordFile) readStyles(s *scanner) {
	f.styles.byID = map[string]*wordStyle{}
	s.each(func(elem) {
		s.each(func(e elem) {
			switch e.name {
			case "w:docDefaults":
				s.each(func(e elem) {
					if e.name == "w:pPrDefault" {
						s.each(func(e elem) { f.styles.base = readProps(s, nil) }, nil)
					}
				}, nil)
			case "w:style":
				f.readStyle(s, e)
			}
		}, nil)
	}, nil)
}

func (f *wordFile) readStyle(s *scanner, e elem) {
	st := &wordStyle{}
	id := e.get("styleId")
	if e.get("type") == "paragraph" && on(e.get("default")) && e.has("default") {
		f.styles.standard = id
	}
	s.each(func(e elem) {
		switch e.name {
		case "w:name":
			st.name = strings.ToLower(e.get("val"))
		case "w:basedOn":
			st.basedOn = e.get("val")
		case "w:pPr":
			st.props = readProps(s, nil)
		case "w:rPr":
			s.each(func(e elem) {
				if e.name == "w:vanish" {
					v := on(e.get("val"))
					st.vanish = &v
				}
			}, nil)
		case "w:tblPr":
			s.each(func(e elem) {
				if e.name == "w:tblBorders" {
					v := readBorders(s)
					st.lines = &v
				}
			}, nil)
		}
	}, nil)
	if len(f.styles.byID) < 10_000 {
		f.styles.byID[id] = st
	}
}

// readProps reads the properties of a paragraph. other gets what is not among them.
func readProps(s *scanner, other func(elem)) wordProps {
	var p wordProps
	s.each(func(e elem) {
		switch e.name {
		case "w:pStyle":
			p.style = e.get("val")
		case "w:outlineLvl":
			p.outline = number(e.get("val"))
		case "w:contextualSpacing":
			v := on(e.get("val"))
			p.tight = &v
		case "w:spacing":
			p.before, p.after = space(e, "before"), space(e, "after")
		case "w:numPr":
			s.each(func(e elem) {
				switch e.name {
				case "w:numId":
					p.list = number(e.get("val"))
				case "w:ilvl":
					p.level = number(e.get("val"))
				}
			}, nil)
		default:
			if other != nil {
				other(e)
			}
		}
	}, nil)
	return p
}

// space reads the space on one side of a paragraph.
func space(e elem, side string) *int {
	if v := e.get(side + "Autospacing"); v != "" && on(v) {
		n := 280
		return &n
	}
	return number(e.get(side))
}

// readBorders tells whether borders part cells from each other.
func readBorders(s *scanner) (lines bool) {
	s.each(func(e elem) {
		switch e.name {
		case "w:insideH", "w:insideV", "w:left", "w:right", "w:start", "w:end":
			lines = lines || e.get("val") != "nil" && e.get("val") != "none"
		}
	}, nil)
	return lines
}

// on reads a switch, which is on when it does not say that it is off.
func on(v string) bool { return v != "0" && v != "false" && v != "off" }

// number reads a whole number; nil when there is none. What is absurd is cut.
func number(s string) *int {
	f, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
	if err != nil || f != f {
		return nil
	}
	n := int(max(-1_000_000, min(1_000_000, f)))
	return &n
}

func or(p *int, otherwise int) int {
	if p == nil {
		return otherwise
	}
	return *p
}

// chain calls for a style and those that it is based on, until stop says so.
func (st *wordStyles) chain(id string, stop func(id string, s *wordStyle) bool) {
	for range mostBased {
		s := st.byID[id]
		if s == nil || stop(id, s) {
			return
		}
		id = s.basedOn
	}
}

// resolve adds to the properties of a paragraph what its style says.
func (st *wordStyles) resolve(p wordProps) wordProps {
	if p.style == "" || st.byID[p.style] == nil {
		p.style = st.standard
	}
	fill := func(q wordProps) {
		p.outline, p.tight = first(p.outline, q.outline), first(p.tight, q.tight)
		p.before, p.after = first(p.before, q.before), first(p.after, q.after)
	}
	st.chain(p.style, func(id string, s *wordStyle) bool {
		fill(s.props)
		if p.outline == nil {
			p.outline = headingName(s.name)
		}
		return false
	})
	fill(st.base)
	return p
}

func first[T any](a, b *T) *T {
	if a != nil {
		return a
	}
	return b
}

// headingName gives the outline level of a style that is called what headings are, in
// the languages that Word is used in here: "heading 1", "Rubrik 1".
func headingName(name string) *int {
	level := 0
	switch name {
	case "title", "titel", "heading", "rubrik":
		return &level
	case "subtitle", "underrubrik":
		level = 1
		return &level
	}
	for _, word := range []string{"heading", "rubrik", "überschrift", "otsikko", "overskrift"} {
		rest, ok := strings.CutPrefix(name, word)
		rest = strings.TrimSpace(rest)
		if ok && len(rest) == 1 && rest[0] >= '1' && rest[0] <= '9' {
			level = int(rest[0] - '1')
			return &level
		}
	}
	return nil
}

// hidden tells whether a style hides its words.
func (st *wordStyles) hidden(id string) bool {
	out := false
	st.chain(id, func(_ string, s *wordStyle) bool {
		if s.vanish != nil {
			out = *s.vanish
		}
		return s.vanish != nil
	})
	return out
}

// lines tells whether a table style draws lines between cells.
func (st *wordStyles) lines(id string) bool {
	out := false
	st.chain(id, func(_ string, s *wordStyle) bool {
		if s.lines != nil {
			out = *s.lines
		}
		return s.lines != nil
	})
	return out
}
