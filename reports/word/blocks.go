package word

import (
	"slices"
	"strings"

	"yttra/reports/layout"
)

// props are what a paragraph has besides its style.
type props struct {
	keep, newPage bool
	num, depth    int     // of its list; num 0: none
	left, hang    float64 // mm, when placed
	placed        bool
	after         float64 // mm, when spaced
	spaced        bool
	right         bool // set to the right
	bare          bool // no numbers of lines beside it
}

// para writes a paragraph. In a place of its own its indent is said; what stands
// below a table has the room that the table wants.
func (w *writer) para(style string, o props, inside func()) {
	p := w.p
	p.el("w:p", func() {
		p.el("w:pPr", func() {
			p.val("w:pStyle", style)
			if o.keep || w.glued {
				p.leaf("w:keepNext")
			}
			if o.newPage {
				p.leaf("w:pageBreakBefore")
			}
			if o.num > 0 {
				p.el("w:numPr", func() {
					p.val("w:ilvl", itoa(o.depth))
					p.val("w:numId", itoa(o.num))
				})
			}
			if o.bare && w.doc.LineNumbers > 0 {
				p.leaf("w:suppressLineNumbers")
			}
			var space []string
			if w.gap > 0 && (w.gap > above(style) || w.tight) {
				space = append(space, "w:before", twips(w.gap))
			}
			if o.spaced {
				space = append(space, "w:after", twips(o.after))
			}
			if len(space) > 0 {
				p.leaf("w:spacing", space...)
			}
			if o.placed {
				p.leaf("w:ind", "w:left", twips(o.left), "w:hanging", twips(o.hang))
			}
			if o.right {
				p.val("w:jc", "right")
			}
		})
		if w.target == nil {
			inside()
			return
		}
		w.bookmark(w.target.name, inside)
	})
	w.gap, w.tight, w.ended, w.begun = 0, false, false, true
}

// above is the room above a style's paragraphs, in mm.
func above(id string) float64 {
	i := slices.IndexFunc(styleTable, func(s style) bool { return s.id == id })
	return styleTable[max(i, 0)].before
}

// underHeading is the room between a heading and the sub-heading just below it, in mm.
const underHeading = 2.75

// block writes one block of the text.
func (w *writer) block(b layout.Block) {
	if empty(b) {
		return
	}
	defer func() { w.last = b.Role }()
	text := func(style string, o props) { w.para(style, o, func() { w.runs(b.Runs) }) }
	switch b.Role {
	case layout.Title:
		text("Title", props{})
	case layout.Heading:
		text("Heading2", props{})
	case layout.Subheading:
		w.tight = w.last == layout.Heading
		if w.tight {
			w.gap = underHeading
		}
		text("Heading3", props{})
	case layout.Annex:
		w.annex(b)
	case layout.Quotation:
		text("Quote", props{})
	case layout.LeadIn:
		text("DecisionLead", props{})
	case layout.DigitalNote:
		text("DigitalNote", props{})
	case layout.ListBlock, layout.Decisions:
		w.list(b)
	case layout.TableBlock:
		w.table(b.Table)
	case layout.FigureBlock:
		w.figure(b.Figure)
	case layout.Signatures:
		w.signatures(b.Signed)
	case layout.HeadTable:
		w.headTable(b.Fields)
	case layout.ItemTitle:
		w.itemTitle(b)
	case layout.CaseNumber:
		text("CaseNumber", props{})
	case layout.NoticeBox:
		w.notice(b.Notice)
	default:
		text("BodyText", props{})
	}
}

// annex writes the title of an annex on a new page, its number in the margin.
func (w *writer) annex(b layout.Block) {
	if b.Label == "" {
		w.para("Heading1", props{newPage: true}, func() { w.runs(b.Runs) })
		return
	}
	w.para("Heading1", props{newPage: true, placed: true, hang: margin}, func() {
		w.p.el("w:r", func() {
			w.p.el("w:rPr", func() { w.p.val("w:rStyle", "AnnexLabel") })
			w.say(b.Label)
			w.p.leaf("w:tab")
		})
		w.runs(b.Runs)
	})
}

// spacer writes a paragraph that takes no room, between two tables or after the last.
func (w *writer) spacer() {
	w.para("Spacer", props{bare: true}, func() {})
}

// apart keeps two tables from becoming one.
func (w *writer) apart() {
	if w.ended {
		w.spacer()
	}
}

// empty tells whether there is nothing to write of a block.
func empty(b layout.Block) bool {
	switch b.Role {
	case layout.ListBlock, layout.Decisions:
		return len(b.List.Items) == 0
	case layout.TableBlock:
		return len(b.Table.Columns) == 0
	case layout.FigureBlock:
		return len(b.Figure.Items) == 0
	case layout.Signatures:
		return len(b.Signed) == 0
	case layout.HeadTable:
		return !slices.ContainsFunc(b.Fields, func(f layout.Field) bool { return len(f.Lines) > 0 })
	case layout.NoticeBox:
		return strings.TrimSpace(b.Notice.Heading) == ""
	}
	return nothing(b.Runs)
}

// nothing tells whether runs have neither words nor notes.
func nothing(runs []layout.Run) bool {
	for _, r := range runs {
		if r.Note != nil || strings.TrimSpace(clean(r.Text)) != "" {
			return false
		}
	}
	return true
}
