package office

import (
	"slices"
	"strings"

	"yttra/app"
	"yttra/app/reading"
)

// paper is what a file says, before it is put in reading order.
type paper struct {
	head, foot []block // of the first page
	body       []block
	notes      []note

	comments, pictures, letters int
	hidden, cut, locked         bool
	active, embedded            []string
	pieces                      int // of text, rows and cells: bounded
}

// mostPieces bounds what is kept of a file in memory: each is some 200 bytes.
const mostPieces = 400_000

// block is a paragraph or a table.
type block struct {
	para  *para
	table *table
}

type para struct {
	kind          reading.BlockKind
	level         int
	label         string // list number or mark
	runs          []run
	boxes         []block // text boxes that are fastened here
	before, after int     // the space around it, in twentieths of a point
	style         string
	tight         bool // no space to its neighbours of the same style
	gap           bool // an empty paragraph stands before it
	joins         bool // it is the first letter of the next
}

// run is words of one kind. In and out say whose change they are.
type run struct {
	kind    runKind
	text    string
	note    int // its place in paper.notes
	in, out *change
}

type runKind byte

const (
	words    runKind = iota
	newLine          // a line break of the file's own
	noteMark         // of a footnote or endnote
	pageMark         // a page number: never shown, and what stands around it goes with it
)

// change is a tracked change that nobody has accepted yet.
type change struct{ by string }

type note struct {
	mark   string
	blocks []block
}

type table struct {
	rows  []row
	lines bool // its cells stand between drawn lines
}

type row struct {
	cells   []cell
	in, out *change
}

type cell struct {
	column int // from 1
	blocks []block
}

// empty tells that nothing of the paragraph is seen.
func (p *para) empty() bool {
	for _, r := range p.runs {
		if r.kind == noteMark && r.out == nil || r.kind == words && r.out == nil && strings.TrimSpace(r.text) != "" {
			return false
		}
	}
	return true
}

// add adds a run, joined with the last when both are alike.
func (p *para) add(r run) {
	if n := len(p.runs); n > 0 && r.kind == words {
		if l := &p.runs[n-1]; l.kind == words && l.in == r.in && l.out == r.out && len(l.text) < 1<<12 {
			l.text += r.text
			return
		}
	}
	p.runs = append(p.runs, r)
}

// piece counts something that is kept, and tells whether there is room.
func (d *paper) piece() bool {
	d.pieces++
	return d.pieces <= mostPieces
}

// runs remarks on something that would be run.
func (d *paper) runs(what string) {
	if len(d.active) < 20 {
		d.active = addOnce(d.active, what)
	}
}

func (d *paper) embed(what string) {
	if len(d.embedded) < 20 {
		d.embedded = addOnce(d.embedded, what)
	}
}

func addOnce(list []string, s string) []string {
	if slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}

// remarks are what a person must know of the file as a whole.
func (d *paper) remarks(b *reading.Builder) {
	count := func(c app.RemarkCode, n int) {
		if n > 0 {
			b.Remark(app.Remark{Code: c, N: n})
		}
	}
	count(app.RemarkComments, d.comments)
	if d.hidden {
		b.Remark(app.Remark{Code: app.RemarkHidden})
	}
	count(app.RemarkPictures, d.pictures)
	count(app.RemarkLetters, d.letters)
	for _, s := range d.active {
		b.Remark(app.Remark{Code: app.RemarkActive, What: s})
	}
	for _, s := range d.embedded {
		b.Remark(app.Remark{Code: app.RemarkEmbedded, What: s})
	}
	if d.locked {
		b.Remark(app.Remark{Code: app.RemarkLocked})
	}
	if d.cut {
		b.Remark(app.Remark{Code: app.RemarkCutOff})
	}
}

// told gives the paper in reading order. It fails with CodeScanned when there is nothing
// but pictures.
func (d *paper) told(f app.Format) (reading.Text, error) {
	t := d.text(f)
	if t.Blank() && d.pictures > 0 {
		return reading.Text{}, &app.Problem{Code: app.CodeScanned}
	}
	return t, nil
}
