package office

import (
	"strconv"
	"strings"
)

// Lists as numbering.xml has them (ISO 29500-1, 17.9): a paragraph names a num, which
// names an abstractNum of nine levels and may change some. Numbers go on through all
// paragraphs of the same abstractNum; a num that changes a start begins anew once.

const levels = 9

type wordLevel struct {
	start   int
	format  string
	text    string // "%1.%2."
	font    string
	picture bool
	style   string // paragraphs of this style stand here
	restart *int   // the level, from 1, that makes this one begin anew; 0: none
	legal   bool   // all numbers as 1, 2, 3
	hidden  bool
}

type wordAbstract struct {
	levels [levels]wordLevel
	link   string // a numbering style that has the levels
	counts [levels]int
	begun  [levels]bool
}

type wordNum struct {
	abstract *wordAbstract
	levels   [levels]*wordLevel // changed
	starts   [levels]*int
	used     bool
}

type wordLists struct{ nums map[int]*wordNum }

func (f *wordFile) readLists(s *scanner) {
	f.lists.nums = map[int]*wordNum{}
	abstracts := map[string]*wordAbstract{}
	s.each(func(elem) {
		s.each(func(e elem) {
			switch e.name {
			case "w:abstractNum":
				if len(abstracts) < 10_000 {
					abstracts[e.get("abstractNumId")] = f.readAbstract(s)
				}
			case "w:num":
				if id := number(e.get("numId")); id != nil && len(f.lists.nums) < 100_000 {
					f.lists.nums[*id] = f.readNum(s, abstracts)
				}
			}
		}, nil)
	}, nil)
	f.followLinks()
}

func (f *wordFile) readAbstract(s *scanner) *wordAbstract {
	a := &wordAbstract{}
	for i := range a.levels {
		a.levels[i] = wordLevel{start: 1, format: "decimal"}
	}
	s.each(func(e elem) {
		switch e.name {
		case "w:lvl":
			if n := number(e.get("ilvl")); n != nil && *n >= 0 && *n < levels {
				a.levels[*n] = readLevel(s)
			}
		case "w:numStyleLink":
			a.link = e.get("val")
		}
	}, nil)
	return a
}

func readLevel(s *scanner) wordLevel {
	l := wordLevel{format: "decimal"}
	var in func(e elem)
	in = func(e elem) {
		switch e.name {
		case "w:start":
			l.start = or(number(e.get("val")), 0)
		case "w:numFmt":
			l.format = e.get("val")
		case "w:lvlText":
			l.text = e.get("val")
		case "w:lvlPicBulletId":
			l.picture = true
		case "w:pStyle":
			l.style = e.get("val")
		case "w:lvlRestart":
			l.restart = number(e.get("val"))
		case "w:isLgl":
			l.legal = on(e.get("val"))
		case "w:rPr":
			s.each(func(e elem) {
				switch e.name {
				case "w:rFonts":
					l.font = e.get("ascii")
				case "w:vanish":
					l.hidden = on(e.get("val"))
				}
			}, nil)
		case "mc:AlternateContent", "mc:Fallback": // a format that older programs do not know
			s.each(in, nil)
		}
	}
	s.each(in, nil)
	return l
}

func (f *wordFile) readNum(s *scanner, abstracts map[string]*wordAbstract) *wordNum {
	n := &wordNum{}
	s.each(func(e elem) {
		switch e.name {
		case "w:abstractNumId":
			n.abstract = abstracts[e.get("val")]
		case "w:lvlOverride":
			at := or(number(e.get("ilvl")), -1)
			if at < 0 || at >= levels {
				return
			}
			s.each(func(e elem) {
				switch e.name {
				case "w:startOverride":
					n.starts[at] = number(e.get("val"))
				case "w:lvl":
					l := readLevel(s)
					n.levels[at] = &l
				}
			}, nil)
		}
	}, nil)
	return n
}

// followLinks gives an abstractNum that only names a numbering style the one that the
// style's own num has.
func (f *wordFile) followLinks() {
	for _, n := range f.lists.nums {
		for range 5 {
			if n.abstract == nil || n.abstract.link == "" {
				break
			}
			st := f.styles.byID[n.abstract.link]
			if st == nil || st.props.list == nil {
				break
			}
			other := f.lists.nums[*st.props.list]
			if other == nil || other.abstract == n.abstract {
				break
			}
			n.abstract = other.abstract
		}
	}
}

// listOf gives the num and level of a paragraph, by itself or by its style.
func (f *wordFile) listOf(p wordProps) (n *wordNum, level int) {
	id, at, style := p.list, p.level, ""
	f.styles.chain(p.style, func(name string, s *wordStyle) bool {
		if id == nil && s.props.list != nil {
			id, style = s.props.list, name
		}
		if at == nil {
			at = s.props.level
		}
		return id != nil && at != nil
	})
	if id == nil || *id == 0 {
		return nil, 0
	}
	n = f.lists.nums[*id]
	if n == nil || n.abstract == nil {
		return nil, 0
	}
	if style != "" { // a style stands at the level that names it
		for i := range n.abstract.levels {
			if n.abstract.levels[i].style == p.style || n.abstract.levels[i].style == style && at == nil {
				return n, i
			}
		}
	}
	return n, max(0, min(levels-1, or(at, 0)))
}

// label counts a paragraph of a list and gives its number or mark.
func (n *wordNum) label(level int) string {
	n.count(level)
	l := n.level(level)
	switch {
	case l.hidden:
		return ""
	case l.picture:
		return "•"
	case l.format == "bullet":
		return bullet(l.text, l.font)
	}
	return n.write(l)
}

func (n *wordNum) level(i int) *wordLevel {
	if n.levels[i] != nil {
		return n.levels[i]
	}
	return &n.abstract.levels[i]
}

// count moves the numbers on to the next paragraph of a level.
func (n *wordNum) count(level int) {
	a := n.abstract
	if !n.used {
		n.used = true
		for i, at := range n.starts {
			if at != nil {
				a.counts[i], a.begun[i] = *at-1, true
				for j := i + 1; j < levels; j++ {
					a.begun[j] = false
				}
			}
		}
	}
	for i := 0; i <= level; i++ {
		if !a.begun[i] {
			a.counts[i], a.begun[i] = n.startOf(i), true
			if i == level {
				a.counts[i]--
			}
		}
	}
	a.counts[level]++
	for i := level + 1; i < levels; i++ {
		if r := n.level(i).restart; r == nil || *r > level {
			a.begun[i] = false
		}
	}
}

func (n *wordNum) startOf(i int) int {
	if n.starts[i] != nil {
		return *n.starts[i]
	}
	return n.level(i).start
}

// write puts the numbers of the levels into a level's text.
func (n *wordNum) write(l *wordLevel) string {
	var b strings.Builder
	for i := 0; i < len(l.text) && b.Len() < 200; i++ {
		c := l.text[i]
		if c != '%' || i+1 == len(l.text) || l.text[i+1] < '1' || l.text[i+1] > '9' {
			b.WriteByte(c)
			continue
		}
		i++
		at := int(l.text[i] - '1')
		format := n.level(at).format
		if l.legal && format != "none" {
			format = "decimal"
		}
		b.WriteString(n.counted(at, format))
	}
	return strings.TrimSpace(b.String())
}

func (n *wordNum) counted(at int, format string) string {
	k := n.abstract.counts[at]
	if !n.abstract.begun[at] {
		k = n.startOf(at)
	}
	if zeros, ok := strings.CutSuffix(format, "1"); ok && strings.Trim(zeros, "0") == "" && zeros != "" { // "001"
		s := strconv.Itoa(k)
		return strings.Repeat("0", max(0, len(format)-len(s))) + s
	}
	return counted(k, format)
}
