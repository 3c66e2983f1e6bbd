package transfer

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"yttra/app/archive"
	"yttra/app/compare"
	"yttra/screens/parts"
)

// longestShown is how much of a paragraph is shown of each side, in bytes: nobody reads
// more to choose.
const longestShown = 6000

// sides draws what a part says here, and what it says in the archive.
func (b *beside) sides(p archive.Part) (left, right []fyne.CanvasObject) {
	switch {
	case p.Document < 0:
		left, right = b.facts(b.diff.Facts)
	case p.Section >= 0:
		left, right = b.section(b.diff.Documents[p.Document].Sections[p.Section])
	case p.Op == compare.Changed:
		left, right = b.facts(b.diff.Documents[p.Document].Facts)
	default:
		for _, s := range b.diff.Documents[p.Document].Sections {
			l, r := b.section(s)
			h := parts.NewLabel(heading(s, b.v.h.Words()), parts.TextSecond, parts.Ink, parts.Bold)
			if p.Op == compare.Added {
				right = append(append(right, h), r...)
			} else {
				left = append(append(left, h), l...)
			}
		}
	}
	none := b.v.h.Words().T("transfer.not_there")
	if len(left) == 0 {
		left = append(left, note(none))
	}
	if len(right) == 0 {
		right = append(right, note(none))
	}
	return left, right
}

func (b *beside) facts(all []compare.Fact) (left, right []fyne.CanvasObject) {
	for _, f := range all {
		label, edits := b.v.o.Fact(f)
		l, r := halvesOf(edits)
		left = append(left, b.fact(label, l))
		right = append(right, b.fact(label, r))
	}
	return left, right
}

func (b *beside) fact(label string, edits []compare.Edit) fyne.CanvasObject {
	said := b.v.o.Text(edits)
	if len(edits) == 0 {
		said = note(b.v.h.Words().T("word.none"))
	}
	return parts.Column(1, parts.NewLabel(label, parts.TextHint, parts.Muted, parts.Regular), said)
}

// section draws the paragraphs of a section on the sides where they are. One that only
// one side has stands alone there; what is alike stands on both.
func (b *beside) section(s compare.Section) (left, right []fyne.CanvasObject) {
	if compare.Changes(s.Heading) > 0 {
		l, r := halvesOf(s.Heading)
		left, right = append(left, b.v.o.Text(l)), append(right, b.v.o.Text(r))
	}
	for _, p := range s.Paragraphs {
		edits := p.Edits
		switch p.Op {
		case compare.Added:
			edits = []compare.Edit{{Op: compare.Added, New: p.New}}
		case compare.Removed:
			edits = []compare.Edit{{Op: compare.Removed, Old: p.Old}}
		case compare.Same:
			edits = []compare.Edit{{Op: compare.Same, Old: p.Old, New: p.New}}
		}
		l, r := halvesOf(edits)
		if p.Op != compare.Added {
			left = append(left, b.v.o.Text(l))
		}
		if p.Op != compare.Removed {
			right = append(right, b.v.o.Text(r))
		}
	}
	return left, right
}

// halvesOf gives of edits what stands here and what stands there.
func halvesOf(edits []compare.Edit) (here, there []compare.Edit) {
	return side(edits, compare.Added), side(edits, compare.Removed)
}

func side(edits []compare.Edit, without compare.Op) []compare.Edit {
	out := slices.DeleteFunc(slices.Clone(edits), func(e compare.Edit) bool { return e.Op == without })
	left := longestShown
	for i := range out {
		out[i].Old, out[i].New = cut(out[i].Old, left), cut(out[i].New, left)
		left -= max(len(out[i].Old), len(out[i].New))
		if left <= 0 {
			return out[:i+1]
		}
	}
	return out
}

func cut(s string, most int) string {
	if len(s) <= most {
		return s
	}
	return strings.ToValidUTF8(s[:max(0, most)], "") + " …"
}
