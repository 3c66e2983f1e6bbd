package letter

import (
	"strings"

	"yttra/app/reading"
)

// say does what a control word says.
func (r *rich) say(word string, n int, has bool) {
	starred := r.star
	r.star = false
	if word == "bin" { // so many bytes that are no RTF
		r.at = min(len(r.data), r.at+max(0, n))
		return
	}
	if word == "u" {
		r.flushLetters()
		r.unicode(n)
		r.skip = r.now.uc
		return
	}
	if r.skip > 0 { // a word may stand for a letter too
		if _, letter := signs[word]; letter {
			r.skip--
			return
		}
	}
	r.flush()
	if r.destination(word, starred) {
		return
	}
	if c, ok := signs[word]; ok {
		r.put(c)
		return
	}
	if r.now.kind == nothing {
		return
	}
	on := !has || n != 0
	switch word {
	case "ansicpg":
		r.page = codePage(n, r.page)
	case "mac":
		r.page = codePage(10000, r.page)
	case "pc":
		r.page = codePage(437, r.page)
	case "pca":
		r.page = codePage(850, r.page)
	case "uc":
		r.now.uc = min(max(0, n), 16)
	case "f":
		r.now.font, r.number = n, n
	case "fcharset":
		if r.now.kind == fontTable && len(r.fonts) < 10000 {
			r.fonts[r.number] = fontCharset(n, r.page)
		}
	case "plain":
		r.now.chars = chars{font: r.now.font}
	case "v":
		r.now.hidden = on
	case "super", "up":
		r.now.raised = on
	case "nosupersub":
		r.now.raised = false
	case "deleted":
		r.now.deleted = on
	case "revised":
		r.now.revised = on
	case "revauth":
		r.now.by = n
	case "revauthdel":
		r.now.cut = n
	default:
		r.sayOfLines(word, n)
	}
}

// sayOfLines does what a word says of paragraphs and tables.
func (r *rich) sayOfLines(word string, n int) {
	if r.now.kind == styleSheet {
		switch word {
		case "s":
			r.number = n
		case "outlinelevel":
			r.style.outline = n + 1
		}
		return
	}
	if r.now.kind != plainText {
		return
	}
	f := r.now.flow
	switch word {
	case "pard":
		r.now.lines = lines{}
	case "s":
		r.now.style = n
	case "outlinelevel":
		r.now.outline = n + 1
	case "ilvl":
		r.now.list = min(max(0, n), 9) + 1
	case "intbl":
		r.now.inTable, r.now.depth = true, max(1, r.now.depth)
	case "itap":
		r.now.inTable, r.now.depth = n > 0, n
	case "sb":
		r.now.before = n
	case "sa":
		r.now.after = n
	case "par", "sect", "page", "column":
		r.endLine()
	case "line", "softline", "lbr":
		kind, level := reading.Paragraph, 0
		if f.cur != nil {
			kind, level = f.cur.kind, f.cur.level
		}
		f.end(r.now.lines)
		f.para().kind, f.cur.level = kind, level
	case "cell", "nestcell":
		f.endCell(r.now.lines, word == "nestcell")
	case "row", "nestrow":
		f.endRow(word == "nestrow")
	case "chftn":
		r.noteMark()
	}
}

// signs are words that stand for a letter.
var signs = map[string]rune{
	"tab": '\t', "emdash": '—', "endash": '–', "bullet": '•', "lquote": '‘', "rquote": '’', "ldblquote": '“', "rdblquote": '”',
	"emspace": '\u2003', "enspace": '\u2002', "qmspace": '\u2005',
}

// unread are the destinations without words of the paper.
var unread = set("colortbl info themedata colorschememapping datastore latentstyles listtable listoverridetable rsidtbl generator xmlnstbl",
	"filetbl nonshppict objdata shprslt nonesttables xe tc tcn rxe bkmkstart bkmkend template private panose falt pgdsctbl",
	"ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn docvar mmathpr pgptbl protusertbl userprops listname do pn pntxta pntxtb")

func set(words ...string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(strings.Join(words, " ")) {
		out[w] = true
	}
	return out
}

// destination begins what the text of a group is, where a word says it. A destination
// that nobody knows is passed over when the file says so with a star.
func (r *rich) destination(word string, starred bool) bool {
	g := &r.now
	if g.kind == nothing {
		return true
	}
	switch word {
	case "fonttbl":
		g.kind = fontTable
	case "stylesheet":
		g.kind = styleSheet
	case "revtbl":
		g.kind = authorTable
	case "fldinst":
		g.kind, r.field = instruction, nil
	case "fldrslt":
		if r.pageNumber() {
			g.kind = nothing
		}
	case "pict":
		g.kind = nothing
		r.pictures++
	case "annotation":
		g.kind = nothing
		r.comments++
	case "object":
		r.objects = append(r.objects, "")
	case "objclass":
		g.kind = className
	case "header", "headerl", "headerr":
		r.into(r.head)
	case "headerf":
		r.into(r.first)
	case "footer", "footerl", "footerr", "footerf":
		r.into(r.foot)
	case "footnote":
		r.beginNote()
	case "listtext", "pntext":
		g.kind = mark
	case "shpinst", "upr", "background":
		g.kind = silent
	case "shptxt": // in a box of its own
		g.kind, g.flow, g.chars, g.lines = plainText, &flow{}, chars{}, lines{}
	case "ud":
		g.kind = plainText
	case "shppict", "nesttableprops", "shp", "field", "result", "rtf":
	default:
		if !unread[word] && !starred {
			return false
		}
		g.kind = nothing
	}
	return true
}

// into leads the text of a group to a part of the pages. The second of a kind is that of
// another section: the first is enough where they say the same.
func (r *rich) into(f *flow) {
	if len(f.paras) > 0 || r.now.flow != r.body {
		r.now.kind = nothing
		return
	}
	r.now.flow, r.now.chars, r.now.lines = f, chars{}, lines{}
}
