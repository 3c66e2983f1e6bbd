package office

import (
	"regexp"
	"strings"

	"yttra/app"
	"yttra/app/reading"
)

// apart is the space between two paragraphs that makes them stand apart on the page, in
// twentieths of a point.
const apart = 80

// writer puts a paper in reading order.
type writer struct {
	d     *paper
	b     *reading.Builder
	kind  reading.BlockKind // of all that is written; empty: its own
	notes []int             // those whose marks were written, in order
	last  *para             // the paragraph before
	gap   bool              // an empty line is to stand before the next
	space string            // that is written if a word follows
	bare  bool              // no word stands in the line yet
	hole  bool              // words were taken away here

	changes []*app.Remark
	open    *app.Remark // the one that may go on
}

// text writes the whole paper.
func (d *paper) text(f app.Format) reading.Text {
	w := &writer{d: d, b: reading.NewBuilder(f)}
	w.furniture(d.head)
	w.blocks(d.body)
	w.gap = true
	w.footnotes()
	w.furniture(telling(d.foot))
	w.tellChanges()
	d.remarks(w.b)
	return w.b.Text()
}

func (w *writer) furniture(bs []block) {
	w.kind = reading.Furniture
	w.gap = true
	w.blocks(withoutPages(bs))
	w.kind, w.gap, w.last = "", true, nil
}

// footnotes come after the text, in the order of their marks.
func (w *writer) footnotes() {
	w.kind = reading.Footnote
	for i := 0; i < len(w.notes); i++ { // a note may have notes
		n := w.d.notes[w.notes[i]]
		for j, b := range n.blocks {
			if b.para != nil && j == 0 {
				p := *b.para
				p.label = n.mark
				w.para(&p)
				continue
			}
			w.blocks([]block{b})
		}
	}
	w.kind, w.gap = "", true
}

func (w *writer) blocks(bs []block) {
	for i := 0; i < len(bs); i++ {
		if n := w.signatures(bs[i:]); n > 0 {
			i += n - 1
			continue
		}
		switch b := bs[i]; {
		case b.para != nil:
			w.para(b.para)
		case b.table != nil:
			w.gap = true
			w.table(b.table)
			w.gap, w.last = true, nil
		}
	}
}

// para writes a paragraph, and after it the text boxes that are fastened to it.
func (w *writer) para(p *para) {
	w.gap = w.gap || p.gap
	if p.empty() {
		w.gap = w.gap || len(p.runs) == 0
		w.lost(p.runs)
	} else {
		w.begin(p)
		w.runs(p.runs)
	}
	if len(p.boxes) > 0 {
		w.gap, w.last = true, nil
		w.blocks(p.boxes)
		w.gap, w.last = true, nil
	}
}

// begin begins the line of a paragraph, with an empty one before it where they stand
// apart.
func (w *writer) begin(p *para) {
	if w.gap || w.last != nil && standApart(w.last, p) {
		w.b.Gap()
	}
	w.gap, w.last = false, p
	w.start(p.kind, p.level)
	if p.label != "" {
		w.b.Write(p.label + " ")
	}
}

func (w *writer) start(k reading.BlockKind, level int) {
	if w.kind != "" {
		k, level = w.kind, 0
	}
	w.b.Begin(k, level)
	w.space, w.bare, w.hole = "", true, false
}

func standApart(a, b *para) bool {
	if a.kind == reading.Heading && b.kind != reading.Heading || b.kind == reading.Heading && a.kind != reading.Heading {
		return true
	}
	space := max(a.after, b.before)
	if a.style == b.style {
		space = 0
		if !a.tight {
			space = a.after
		}
		if !b.tight {
			space = max(space, b.before)
		}
	}
	return space >= apart
}

// runs writes words, without the space at the ends of lines.
func (w *writer) runs(rs []run) {
	for _, r := range rs {
		switch {
		case r.out != nil:
			w.gone(r)
		case r.kind == newLine:
			w.b.Break()
			w.space, w.bare = "", true
		case r.kind == noteMark:
			w.notes = append(w.notes, r.note)
			w.put(w.d.notes[r.note].mark, r.in)
		case r.kind == words:
			w.words(r)
		}
	}
}

func (w *writer) words(r run) {
	text := strings.TrimLeft(r.text, spaces)
	if (!w.hole || w.space == "") && len(w.space) < mostSpaces { // what was taken away between two spaces leaves one
		w.space += r.text[:len(r.text)-len(text)]
	}
	w.hole = false
	if text == "" {
		return
	}
	after := text[len(strings.TrimRight(text, spaces)):]
	text = strings.TrimSuffix(text, after)
	if w.bare {
		w.space = ""
		text = strings.TrimRight(markAlone(text+after), spaces)
	}
	w.put(text, r.in)
	w.space = after
}

// spaces stand at the ends of lines without being seen.
const spaces = " \t\u00a0\u2002\u2003\u2009\r\n"

// markTyped is a list mark that was typed by hand, with the tab after it.
var markTyped = regexp.MustCompile(`^(\(?(\d{1,3}|[a-zåäö]|[ivx]{1,4})[.):]\)?|[-–—•·*o»])[ \t]*\t[ \t]*`)

// markAlone puts a space for the tab after such a mark.
func markAlone(s string) string {
	if m := markTyped.FindStringSubmatch(s); m != nil {
		return m[1] + " " + s[len(m[0]):]
	}
	return s
}

// put writes words, after the space that is due before them.
func (w *writer) put(s string, in *change) {
	w.b.Write(w.space)
	span := w.b.Write(s)
	w.space, w.bare = "", false
	if in == nil {
		w.open = nil
		return
	}
	w.change(app.Remark{Code: app.RemarkInserted, Start: span.Start, End: span.End, By: in.by})
}

// lost remarks on words that are marked as taken away.
func (w *writer) lost(rs []run) {
	for _, r := range rs {
		if r.out != nil {
			w.gone(r)
		}
	}
	if w.open != nil && w.open.Code == app.RemarkDeleted {
		w.open.What += " " // another paragraph may follow
	}
}

func (w *writer) gone(r run) {
	text := r.text
	if r.kind != words {
		text = " "
	}
	w.hole = true
	if text != "" {
		w.change(app.Remark{Code: app.RemarkDeleted, Start: w.b.At(), End: w.b.At(), What: text, By: r.out.by})
	}
}

// What is told of the changes in a file, at most.
const (
	mostTold    = 2000 // bytes of what was taken away
	mostChanges = 1000
)

// change remarks on a change, or lengthens the remark before it: programs cut one
// change into many.
func (w *writer) change(r app.Remark) {
	if was := w.open; was != nil && was.By == r.By && was.Code == r.Code {
		if r.Code == app.RemarkInserted {
			was.End = r.End
		}
		if len(was.What)+len(r.What) <= mostTold {
			was.What += r.What
		}
		return
	}
	if len(w.changes) == mostChanges {
		return
	}
	if len(r.What) > mostTold {
		r.What = strings.ToValidUTF8(r.What[:mostTold], "") + "…"
	}
	w.changes = append(w.changes, &r)
	w.open = &r
}

func (w *writer) tellChanges() {
	for _, r := range w.changes {
		if r.What = strings.Join(strings.Fields(r.What), " "); r.What != "" || r.Code == app.RemarkInserted {
			w.b.Remark(*r)
		}
	}
}
