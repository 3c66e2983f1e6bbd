package office

import (
	"strconv"
	"strings"
)

// Lists of OpenDocument (part 3, 19.880 and 16.30): a text:list has a style of ten
// levels; its numbers begin anew unless it says that it goes on from another.

const openLevels = 10

type openLevel struct {
	bullet         string // the mark of an item without number
	format         string // "1", "a", "A", "i", "I"; empty: no number
	prefix, suffix string
	template       string // "%1%.%2%" in newer files, instead of both
	display, start int
}

type openListStyle struct{ levels [openLevels + 1]openLevel } // from 1

func readListStyle(s *scanner) *openListStyle {
	l := &openListStyle{}
	s.each(func(e elem) {
		at := or(number(e.get("level")), 0)
		if at < 1 || at > openLevels {
			return
		}
		v := openLevel{format: e.get("num-format"), prefix: e.get("num-prefix"), suffix: e.get("num-suffix"),
			template: e.get("num-list-format"), display: or(number(e.get("display-levels")), 1), start: or(number(e.get("start-value")), 1)}
		switch e.name {
		case "text:list-level-style-bullet":
			font := ""
			s.each(func(p elem) {
				if p.name == "style:text-properties" {
					font = p.get("font-name") + p.get("font-family")
				}
			}, nil)
			v = openLevel{bullet: bullet(e.get("bullet-char"), strings.Trim(font, "'"))}
		case "text:list-level-style-image":
			v = openLevel{bullet: "•"}
		}
		l.levels[at] = v
	}, nil)
	return l
}

// counter counts the items of a list, level by level.
type counter struct {
	counts [openLevels + 1]int
	begun  [openLevels + 1]bool
}

// next moves on to the next item of a level, or to the number that it says itself.
func (c *counter) next(l *openListStyle, level int, own *int) {
	switch {
	case own != nil:
		c.counts[level] = *own
	case !c.begun[level]:
		c.counts[level] = l.levels[level].start
	default:
		c.counts[level]++
	}
	c.begun[level] = true
	for i := level + 1; i <= openLevels; i++ {
		c.begun[i] = false
	}
}

// label writes the number or mark of the item that was counted last.
func (c *counter) label(l *openListStyle, level int) string {
	v := l.levels[level]
	if v.bullet != "" {
		return v.bullet
	}
	if v.format == "" {
		return strings.TrimSpace(v.prefix + v.suffix)
	}
	number := func(i int) string {
		n := c.counts[i]
		if !c.begun[i] {
			n = l.levels[i].start
		}
		return openCounted(n, l.levels[i].format)
	}
	if v.template != "" {
		out := v.template
		for i := 1; i <= level; i++ {
			out = strings.ReplaceAll(out, "%"+strconv.Itoa(i)+"%", number(i))
		}
		return strings.TrimSpace(out)
	}
	var parts []string
	for i := max(1, level-v.display+1); i <= level; i++ {
		if s := number(i); s != "" {
			parts = append(parts, s)
		}
	}
	return strings.TrimSpace(v.prefix + strings.Join(parts, ".") + v.suffix)
}

func openCounted(n int, format string) string {
	word := map[string]string{"": "none", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "01": "decimalZero"}[format]
	return counted(n, word)
}

// openLists are the lists of the file, for those that go on.
type openLists struct {
	byID    map[string]*counter
	byStyle map[string]*counter
	heads   counter
}

// openList is a list that is open.
type openList struct {
	style  string
	count  *counter
	level  int
	fresh  bool // its item has no paragraph yet
	marked bool // its item has a number or mark
	header bool // its item has no number
	start  *int // of its item
}

func (f *openFile) listStyle(name string) *openListStyle {
	if l := f.own.lists[name]; l != nil {
		return l
	}
	return f.common.lists[name]
}

// counterOf gives the counter of a list that begins outside every other.
func (f *openFile) counterOf(e elem) *counter {
	style, id := e.get("style-name"), e.get("id")
	c := f.lists.byID[e.get("continue-list")]
	if c == nil && e.get("continue-numbering") == "true" {
		c = f.lists.byStyle[style]
	}
	if c == nil {
		c = &counter{}
	}
	if f.lists.byID == nil {
		f.lists.byID, f.lists.byStyle = map[string]*counter{}, map[string]*counter{}
	}
	if id != "" && len(f.lists.byID) < mostStyles {
		f.lists.byID[id] = c
	}
	if len(f.lists.byStyle) < mostStyles {
		f.lists.byStyle[style] = c
	}
	return c
}
