package pdf

import (
	"fmt"
	"strings"

	"yttra/reports/layout"
	"yttra/reports/tagging"
)

// marker opens and closes marked-content sequences around what is drawn, and
// grows the structure tree as it goes.
type marker struct {
	write func(string) // into the page's content
	nodes map[*layout.Elem]*tagging.Node
	inner map[*layout.Elem]*tagging.Node // the Link inside a Reference or Lbl
	leads map[*layout.Elem]bool          // the elements that links belong to
	said  map[*layout.Elem]string        // what is drawn in those elements
	pages []tagging.Page

	open string       // the mark that is open; empty: none
	in   *layout.Elem // its element; nil: an artifact
}

func newMarker(set layout.Set, write func(string)) *marker {
	m := &marker{write: write, nodes: map[*layout.Elem]*tagging.Node{}, inner: map[*layout.Elem]*tagging.Node{},
		leads: map[*layout.Elem]bool{}, said: map[*layout.Elem]string{}}
	for _, p := range set.Pages {
		for _, l := range p.Links {
			if l.Elem != nil {
				m.leads[l.Elem] = true
			}
		}
	}
	m.grow(set.Root)
	return m
}

func (m *marker) turnPage() { m.pages = append(m.pages, tagging.Page{}) }

func (m *marker) page() *tagging.Page { return &m.pages[len(m.pages)-1] }

// grow makes the node of e and of everything that already stands below it.
func (m *marker) grow(e *layout.Elem) *tagging.Node {
	if n := m.nodes[e]; n != nil {
		return n // an element twice in the tree: tagging finds its marks owned twice
	}
	n := &tagging.Node{Role: e.Role, Alt: e.Alt, ID: e.ID, Scope: e.Scope, List: e.List, Summary: e.Summary,
		BBox: box(e.BBox), InLine: e.Inline}
	m.nodes[e] = n
	for _, k := range e.Kids {
		n.Kids = append(n.Kids, m.grow(k))
	}
	if m.leads[e] && e.Role != "Link" { // a link must lie in a Link (ISO 14289-1, 7.18.5)
		m.inner[e] = &tagging.Node{Role: "Link"}
		n.Kids = append(n.Kids, m.inner[e])
	}
	return n
}

// box turns a figure's rectangle into points; nil when it has none.
func box(b [4]float64) *tagging.Box {
	if b == ([4]float64{}) {
		return nil
	}
	return &tagging.Box{points(b[0]), fromBottom(b[3]), points(b[2]), fromBottom(b[1])}
}

// holder is the node that gets what is drawn in e. An inline element takes its
// place among its parent's kids now, when it is first drawn.
func (m *marker) holder(e *layout.Elem) (*tagging.Node, error) {
	if m.nodes[e] == nil {
		if !e.Inline || e.Parent == nil {
			return nil, fmt.Errorf("the element %s is not in the structure tree", e.Role)
		}
		parent, err := m.holder(e.Parent)
		if err != nil {
			return nil, err
		}
		parent.Kids = append(parent.Kids, m.grow(e))
	}
	if n := m.inner[e]; n != nil {
		return n, nil
	}
	return m.nodes[e], nil
}

// enter opens the mark that the item belongs in, unless it is open already.
func (m *marker) enter(it layout.Item) error {
	if it.Elem == nil {
		m.artifact(it.Artifact)
		return nil
	}
	if m.leads[it.Elem] {
		m.said[it.Elem] += it.S
	}
	if m.open != "" && m.in == it.Elem {
		return nil
	}
	n, err := m.holder(it.Elem)
	if err != nil {
		return err
	}
	m.leave()
	p := m.page()
	n.Kids = append(n.Kids, tagging.Mark{Page: len(m.pages) - 1, MCID: p.Marks})
	m.open, m.in = fmt.Sprintf("/%s <</MCID %d>> BDC", n.Role, p.Marks), it.Elem
	m.write(m.open)
	p.Marks++
	return nil
}

// artifacts are the property lists of ISO 32000-1, 14.8.2.2.
var artifacts = map[layout.ArtifactKind]string{
	layout.LayoutArtifact:    "/Artifact <</Type /Layout>> BDC",
	layout.HeaderArtifact:    "/Artifact <</Type /Pagination /Subtype /Header>> BDC",
	layout.WatermarkArtifact: "/Artifact <</Type /Pagination /Subtype /Watermark>> BDC",
}

func (m *marker) artifact(k layout.ArtifactKind) {
	mark := artifacts[k]
	if mark == "" {
		mark = artifacts[layout.LayoutArtifact]
	}
	if m.open == mark {
		return
	}
	m.leave()
	m.open = mark
	m.write(mark)
}

// leave closes the open mark.
func (m *marker) leave() {
	if m.open != "" {
		m.write("EMC")
	}
	m.open, m.in = "", nil
}

// link gives the page a link and its element the knowledge of it.
func (m *marker) link(l layout.Link) error {
	if l.Elem == nil {
		return fmt.Errorf("a link without an element: %s", l.URL)
	}
	n, err := m.holder(l.Elem)
	if err != nil {
		return err
	}
	contents := l.Contents
	if contents == "" {
		contents = strings.TrimSpace(m.said[l.Elem])
	}
	p := m.page()
	n.Kids = append(n.Kids, tagging.Object{Page: len(m.pages) - 1, Link: len(p.Links)})
	p.Links = append(p.Links, tagging.Link{
		Rect: [4]float64{points(l.X), fromBottom(max(l.Y, l.Y2)), points(l.X2), fromBottom(min(l.Y, l.Y2))},
		URL:  l.URL, ToPage: l.ToPage - 1, ToY: fromBottom(l.ToY), Contents: contents,
	})
	return nil
}
