package office

import (
	"strconv"
	"strings"

	"yttra/app/reading"
)

// openStyle is a style as far as it says what a paragraph is.
type openStyle struct {
	name, parent  string // as shown
	list          *string
	master        string
	before, after *int
	tight         *bool
	hidden        *bool
	lines         bool // of a cell: borders
	outline       int  // from 1
}

// openStyles are the styles of one part, by family and name.
type openStyles struct {
	styles map[string]*openStyle
	lists  map[string]*openListStyle
	head   *openListStyle // of headings
}

const mostStyles = 50_000

func (f *openFile) readStyles(s *scanner, to *openStyles) {
	if to.styles == nil {
		to.styles, to.lists = map[string]*openStyle{}, map[string]*openListStyle{}
	}
	s.each(func(e elem) {
		switch e.name {
		case "style:style", "style:default-style":
			if len(to.styles) < mostStyles {
				to.styles[e.get("family")+" "+e.get("name")] = readOpenStyle(s, e)
			}
		case "text:list-style":
			if len(to.lists) < mostStyles {
				to.lists[e.get("name")] = readListStyle(s)
			}
		case "text:outline-style":
			to.head = readListStyle(s)
		}
	}, nil)
}

func readOpenStyle(s *scanner, e elem) *openStyle {
	st := &openStyle{name: e.get("display-name"), parent: e.get("parent-style-name"), master: e.get("master-page-name"), outline: or(number(e.get("default-outline-level")), 0)}
	if st.name == "" {
		st.name = strings.ReplaceAll(e.get("name"), "_20_", " ")
	}
	if e.has("list-style-name") {
		name := e.get("list-style-name")
		st.list = &name
	}
	s.each(func(e elem) {
		switch e.name {
		case "style:paragraph-properties":
			st.before, st.after = length(e.get("margin-top")), length(e.get("margin-bottom"))
			if all := length(e.get("margin")); all != nil {
				st.before, st.after = first(st.before, all), first(st.after, all)
			}
			if e.has("contextual-spacing") {
				v := e.get("contextual-spacing") == "true"
				st.tight = &v
			}
		case "style:text-properties", "style:section-properties":
			if v := e.get("display"); v != "" {
				hidden := v == "none"
				st.hidden = &hidden
			}
		case "style:table-cell-properties":
			for _, side := range []string{"border", "border-left", "border-right"} {
				width, _, _ := strings.Cut(e.get(side), " ")
				n := length(width)
				st.lines = st.lines || width != "" && width != "none" && (n == nil || *n > 0)
			}
		}
	}, nil)
	return st
}

// length reads a length as twentieths of a point; nil when there is none, or a share.
func length(s string) *int {
	for _, u := range []struct {
		unit   string
		points float64
	}{{"cm", 72 / 2.54}, {"mm", 7.2 / 2.54}, {"in", 72}, {"pt", 1}, {"pc", 12}, {"px", 0.75}} {
		if digits, ok := strings.CutSuffix(s, u.unit); ok {
			v, err := strconv.ParseFloat(digits, 64)
			if err != nil || !(v > -10_000 && v < 10_000) {
				return nil
			}
			n := int(v * u.points * 20)
			return &n
		}
	}
	return nil
}

// style gives a style by family and name, and follows what it is based on until stop
// says so.
func (f *openFile) style(family, name string, stop func(*openStyle) bool) {
	for range mostBased {
		st := f.own.styles[family+" "+name]
		if st == nil {
			st = f.common.styles[family+" "+name]
		}
		if st == nil {
			if name == "" {
				return
			}
			st = &openStyle{}
		}
		if stop(st) || name == "" {
			return
		}
		name = st.parent // in the end the default, which has no name
	}
}

func (f *openFile) hides(family, name string) bool {
	hidden := false
	f.style(family, name, func(st *openStyle) bool {
		if st.hidden != nil {
			hidden = *st.hidden
		}
		return st.hidden != nil
	})
	return hidden
}

// describe says what kind of paragraph one of a style is, where its element does not.
func (f *openFile) describe(p *para, name string) {
	var before, after *int
	var tight *bool
	p.style = name
	f.style("paragraph", name, func(st *openStyle) bool {
		before, after, tight = first(before, st.before), first(after, st.after), first(tight, st.tight)
		if p.kind == reading.Paragraph {
			if o := headingName(strings.ToLower(st.name)); o != nil {
				p.kind, p.level = reading.Heading, *o+1
			}
		}
		return false
	})
	p.before, p.after, p.tight = or(before, 0), or(after, 0), tight != nil && *tight
}

// listOf gives the list style that a paragraph style names.
func (f *openFile) listOf(name string) string {
	out := ""
	f.style("paragraph", name, func(st *openStyle) bool {
		if st.list != nil {
			out = *st.list
		}
		return st.list != nil
	})
	return out
}
