package reports

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"yttra/reports/fonts"
	"yttra/reports/layout"
)

// Build makes the placed pages of a paper with faces of its own. It fails with
// CodeGlyph when the paper's fonts lack a character, and says which they all are and where,
// and with CodeNoDocument without a matter or a document.
func Build(in Input) (layout.Set, error) { return BuildWith(in, fonts.New()) }

// BuildWith is Build with a measurer to use again. The measurer is not for
// concurrent use.
func BuildWith(in Input, faces layout.Measurer) (layout.Set, error) {
	doc, m, err := ready(in, faces, nil)
	if err != nil {
		return layout.Set{}, err
	}
	set := layout.Flow(doc, faces)
	m.tie(&set)
	return set, nil
}

// ready makes a paper's blocks in their normal form, of which every character can be
// drawn.
func ready(in Input, faces layout.Measurer, kept *kept) (layout.Doc, *maker, error) {
	m, err := newMaker(in, faces, kept)
	if err != nil {
		return layout.Doc{}, nil, fmt.Errorf("make paper: %w", err)
	}
	doc := m.paper()
	c := &checker{faces: faces, text: serif, kept: kept}
	if doc.Look.Sans {
		c.text = sans
	}
	c.doc(&doc, m)
	if len(c.missing) > 0 {
		return layout.Doc{}, nil, fmt.Errorf("make paper: %w", c.missing.problem())
	}
	return doc, m, nil
}

// checker brings text to its normal form and looks for every character that cannot be
// drawn; without faces it looks for none.
type checker struct {
	faces layout.Measurer
	text  []layout.Face // of running text
	where string
	kept  *kept // nil: nothing is

	missing MissingError
}

// families of faces; the faces of a family are checked together, since a run may
// be bold or italic.
var (
	sans  = []layout.Face{layout.Sans, layout.SansBold, layout.SansItalic}
	serif = []layout.Face{layout.Serif, layout.SerifBold, layout.SerifItalic}
)

func (c *checker) doc(d *layout.Doc, m *maker) {
	c.where = m.l.Head
	for _, s := range []*string{&d.Head.Name, &d.Head.Body, &d.Head.Kind, &d.Head.Draft, &d.Head.Number} {
		c.line(s, sans)
	}
	d.Head.LogoAlt = normal(d.Head.LogoAlt)
	c.fields(d.Head.Fields)
	for i := range d.Blocks {
		c.where = m.places[i]
		c.block(&d.Blocks[i])
	}
	c.where = m.l.Foot
	for i := range d.Foot {
		c.all(d.Foot[i], sans)
	}
	for _, s := range []*string{&d.Meta.Title, &d.Meta.Author, &d.Meta.Subject, &d.Meta.Reference} {
		*s = strings.ReplaceAll(normal(*s), "\u00ad", "")
	}
}

func (c *checker) all(lines []string, family []layout.Face) {
	for i := range lines {
		c.line(&lines[i], family)
	}
}

// fields looks at labelled fields; what is wrong is told by the label.
func (c *checker) fields(fields []layout.Field) {
	where := c.where
	for i := range fields {
		c.where = fields[i].Label
		c.all(fields[i].Lines, sans)
	}
	c.where = where
}

func (c *checker) block(b *layout.Block) {
	family := c.text
	switch b.Role {
	case layout.Heading, layout.Subheading, layout.DigitalNote, layout.CaseNumber:
		family = sans
	}
	c.runs(b.Runs, family)
	for _, item := range b.List.Items {
		for i := range item {
			c.block(&item[i])
		}
	}
	c.table(&b.Table)
	c.figure(&b.Figure)
	c.line(&b.Label, c.text)
	c.fields(b.Fields)
	c.line(&b.Notice.Heading, sans)
	c.line(&b.Notice.Text, sans)
	c.fields(b.Notice.Fields)
	for i := range b.Signed {
		c.line(&b.Signed[i].Name, c.text)
		c.line(&b.Signed[i].Title, sans)
	}
}

func (c *checker) table(t *layout.Table) {
	c.line(&t.Label, sans)
	c.runs(t.Caption, sans)
	for i := range t.Columns {
		c.runs(t.Columns[i].Head, sans)
	}
	for _, r := range t.Rows {
		for _, cell := range r.Cells {
			c.runs(cell, sans)
		}
	}
	c.runs(t.Note, sans)
}

func (c *checker) figure(f *layout.Figure) {
	c.runs(f.Caption, sans)
	for i := range f.Items {
		if f.Items[i].Kind == layout.Text {
			c.line(&f.Items[i].S, sans)
		}
	}
	f.Alt = strings.ReplaceAll(normal(f.Alt), "\u00ad", "")
}

func (c *checker) runs(rs []layout.Run, family []layout.Face) {
	for i := range rs {
		c.line(&rs[i].Text, family)
		if rs[i].Note != nil {
			c.runs(rs[i].Note.Runs, sans)
		}
	}
}

func (c *checker) line(s *string, family []layout.Face) {
	if kept, ok := c.kept.line(family, *s); ok {
		*s = kept
		return
	}
	was := *s
	*s = normal(was)
	if c.faces == nil {
		return
	}
	if lacking := c.lacking(*s, family); len(lacking) > 0 {
		for _, at := range lacking {
			c.missing = append(c.missing, Missing{Chars: (*s)[at[0]:at[1]], Where: strings.TrimLeft(c.where+": ", ": ") + around(*s, at[0], at[1])})
		}
		return
	}
	c.kept.keep(family, *s, *s)
	if was != *s {
		c.kept.keep(family, was, *s)
	}
}

// drawn reports whether a character can be put on paper: the layout draws boxes
// as shapes and a no-break hyphen as a hyphen.
func (c *checker) drawn(r rune, family []layout.Face) bool {
	switch r {
	case '\n', '☐', '☑', '☒', '\u2011', '\u00ad':
		return true
	}
	for _, f := range family {
		if r > 0xffff || r == unicode.ReplacementChar || !c.faces.Has(f, r) {
			return false
		}
	}
	return true
}

// normal is the text as Unicode composes it (NFC), without characters that have
// no ink of their own: controls, marks of direction, joiners, variants.
func normal(s string) string {
	s = norm.NFC.String(strings.ToValidUTF8(s, "\uFFFD"))
	return strings.Map(func(r rune) rune {
		switch {
		case r >= ' ' && r <= '~' || r == '\n' || r == '\u00ad':
			return r
		case r == '\t':
			return ' '
		case r == '\u2028' || r == '\u2029':
			return '\n'
		case unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r >= 0xfe00 && r <= 0xfe0f:
			return -1
		}
		return r
	}, s)
}
