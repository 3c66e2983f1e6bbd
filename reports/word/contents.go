package word

import (
	"strconv"
	"strings"

	"yttra/reports/layout"
)

// entry is a line of the table of contents.
type entry struct {
	title string
	level int // of the heading: 1 to 3
	page  int // on our own pages; Word counts its own when the table is updated
	name  string
}

// listed gives the entries of the table of contents, by the block they are for; nil
// when our own pages have no such table. The pages are placed to know.
func (w *writer) listed() map[int]*entry {
	if w.doc.Words.Contents == "" {
		return nil
	}
	set := layout.Flow(copied(w.doc), w.m)
	if set.Root == nil || !has(set.Root, "TOC") {
		return nil
	}
	type mark struct {
		title string
		page  int
	}
	var marks []mark
	for i, p := range set.Pages {
		for _, b := range p.Bookmarks {
			marks = append(marks, mark{bare(b.Title), i + 1})
		}
	}
	out, titled := map[int]*entry{}, false
	for i, b := range w.doc.Blocks {
		level := levelOf(b.Role)
		if level == 0 || empty(b) {
			continue
		}
		if !titled && level == 1 {
			titled = true
			continue
		}
		e := &entry{title: strings.TrimSpace(b.Label + " " + plain(b.Runs)), level: level, name: "_Toc" + strconv.Itoa(1000+i)}
		for k, m := range marks {
			if m.title == bare(e.title) {
				e.page, marks = m.page, marks[k+1:]
				break
			}
		}
		out[i] = e
	}
	if len(out) > contentsMost {
		for i, e := range out {
			if e.level == 3 {
				delete(out, i)
			}
		}
	}
	return out
}

const contentsMost = 40 // entries; with more, headings of the third level are left out

// copied gives the document with blocks of its own, which placing it may change.
func copied(d layout.Doc) layout.Doc {
	d.Blocks = append([]layout.Block(nil), d.Blocks...)
	return d
}

func has(e *layout.Elem, role string) bool {
	if e.Role == role {
		return true
	}
	for _, k := range e.Kids {
		if has(k, role) {
			return true
		}
	}
	return false
}

// bare is a title without what no reader sees.
func bare(s string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(s, "\u00ad", "")), " ")
}

// levelOf is the level of a block's heading; 0: it is none.
func levelOf(r layout.Role) int {
	switch r {
	case layout.Title, layout.ItemTitle, layout.Annex:
		return 1
	case layout.Heading:
		return 2
	case layout.Subheading:
		return 3
	}
	return 0
}

// contents writes the table of contents as a field, with what it says until Word
// counts anew.
func (w *writer) contents() {
	var entries []*entry
	deep := 2
	for i := range w.doc.Blocks {
		if e := w.entries[i]; e != nil {
			entries = append(entries, e)
			deep = max(deep, e.level)
		}
	}
	p := w.p
	p.el("w:sdt", func() {
		p.el("w:sdtPr", func() {
			p.el("w:docPartObj", func() {
				p.val("w:docPartGallery", "Table of Contents")
				p.leaf("w:docPartUnique")
			})
		})
		p.el("w:sdtContent", func() {
			w.para("TOCHeading", props{}, func() { w.runs(layout.Plain(w.doc.Words.Contents)) })
			for i, e := range entries {
				w.para("TOC"+strconv.Itoa(e.level), props{}, func() {
					if i == 0 {
						w.fieldMark("begin")
						p.el("w:r", func() { p.saying("w:instrText", ` TOC \o "1-`+strconv.Itoa(deep)+`" \h \z `, "xml:space", "preserve") })
						w.fieldMark("separate")
					}
					w.contentsLine(e)
					if i == len(entries)-1 {
						w.fieldMark("end")
					}
				})
			}
		})
	})
}

// contentsLine writes an entry: its words, and its page after the leader, as a link.
func (w *writer) contentsLine(e *entry) {
	p := w.p
	p.el("w:hyperlink", func() {
		w.runs(layout.Plain(e.title))
		p.el("w:r", func() { p.leaf("w:tab") })
		w.fieldMark("begin")
		p.el("w:r", func() { p.saying("w:instrText", " PAGEREF "+e.name+` \h `, "xml:space", "preserve") })
		w.fieldMark("separate")
		if e.page > 0 {
			w.runs(layout.Plain(strconv.Itoa(e.page)))
		}
		w.fieldMark("end")
	}, "w:anchor", e.name, "w:history", "1")
}

// fieldMark writes where a field of several runs begins, parts or ends.
func (w *writer) fieldMark(kind string) {
	w.p.el("w:r", func() { w.p.leaf("w:fldChar", "w:fldCharType", kind) })
}
