package pdf

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/jung-kurt/gofpdf"

	"yttra/reports/fonts"
	"yttra/reports/layout"
	"yttra/reports/tagging"
)

// pen draws items. It keeps what gofpdf keeps for the whole file but PDF keeps
// for each page: after turnPage and after a turned item everything is set anew,
// else a page number can come out white.
type pen struct {
	gofpdf *gofpdf.Fpdf
	faces  *fonts.Faces
	kerns  [][][]int16 // page → text → character
	used   map[layout.Face]*letters
	state  state
}

// state is what the page's graphics state holds.
type state struct {
	face         layout.Face
	size         float64
	stroke, fill layout.Ink
	weight       float64
	dash         []float64
}

func newPen(faces *fonts.Faces) *pen {
	g := gofpdf.New("P", "mm", "A4", "")
	g.SetAutoPageBreak(false, 0)
	g.SetMargins(0, 0, 0)
	g.SetCompression(false) // pages are packed when they are finished
	g.SetCatalogSort(true)
	return &pen{gofpdf: g, faces: faces, used: map[layout.Face]*letters{}}
}

// take makes gofpdf know a face, by its name only, when it is first drawn with: the
// file itself goes in when the drawing is finished, cut to what was used. gofpdf
// would go through all its 65,536 codes several times.
func (p *pen) take(face layout.Face) {
	if p.used[face] == nil {
		p.used[face] = &letters{}
		p.gofpdf.AddFontFromReader(family(face), "", strings.NewReader(fmt.Sprintf(`{"Tp": "Core", "Name": %q}`, family(face))))
	}
}

// letters tells which codes are used.
type letters [1 << 16]bool

func (l *letters) sorted() []rune {
	var all []rune
	for r, used := range l {
		if used {
			all = append(all, rune(r))
		}
	}
	return all
}

// fonts are the faces that were drawn with and the letters used of each.
func (p *pen) fonts() []tagging.Font {
	var all []tagging.Font
	for _, face := range slices.Sorted(maps.Keys(p.used)) {
		font := tagging.Font{Base: family(face), File: fonts.Shared(face)}
		for _, r := range p.used[face].sorted() {
			glyph, width := p.faces.Glyph(face, r)
			font.Letters = append(font.Letters, tagging.Letter{Code: uint16(r), Glyph: glyph, Width: width})
		}
		all = append(all, font)
	}
	return all
}

// family names a face to gofpdf, in lower case as gofpdf demands.
func family(f layout.Face) string { return fmt.Sprintf("face%d", int(f)) }

func (p *pen) turnPage() {
	p.gofpdf.AddPage()
	p.kerns = append(p.kerns, [][]int16{})
	p.reset()
}

// reset writes the whole graphics state.
func (p *pen) reset() {
	p.state = state{face: -1, stroke: layout.Black, fill: layout.Black}
	p.gofpdf.SetTextColor(0, 0, 0)
	p.gofpdf.SetDrawColor(0, 0, 0)
	p.gofpdf.SetFillColor(0, 0, 0)
	p.gofpdf.SetDashPattern(nil, 0)
}

func (p *pen) draw(it layout.Item) error {
	if err := finite(it); err != nil {
		return err
	}
	if it.Turn == 0 {
		return p.ink(it)
	}
	p.gofpdf.TransformBegin()
	p.gofpdf.TransformRotate(it.Turn, it.X, it.Y)
	err := p.ink(it)
	p.gofpdf.TransformEnd()
	p.reset()
	return err
}

func (p *pen) ink(it layout.Item) error {
	switch it.Kind {
	case layout.Text:
		p.text(it)
	case layout.Picture:
		return p.picture(it)
	case layout.Rule:
		p.shape(it)
		p.gofpdf.Line(it.X, it.Y, it.X2, it.Y2)
	case layout.Box, layout.Disc, layout.Polygon:
		p.closed(it)
	default:
		return fmt.Errorf("no way to draw an item of kind %d", it.Kind)
	}
	return nil
}

func (p *pen) text(it layout.Item) {
	if it.S == "" {
		return
	}
	p.take(it.Face)
	if p.state.face != it.Face || p.state.size != it.Size {
		p.gofpdf.SetFont(family(it.Face), "", it.Size)
		p.state.face, p.state.size = it.Face, it.Size
	}
	p.gofpdf.Text(it.X, it.Y, p.codes(it))
	last := len(p.kerns) - 1
	p.kerns[last] = append(p.kerns[last], small(p.faces.Kerns(it.Face, it.S)))
}

// codes are a text's UTF-16 units, whose letters are used from now on.
func (p *pen) codes(it layout.Item) string {
	used, out := p.used[it.Face], make([]byte, 0, 2*len(it.S))
	for _, r := range it.S {
		used[uint16(r)] = true // no other has a code: checkText
		out = append(out, byte(r>>8), byte(r))
	}
	return string(out)
}

func (p *pen) closed(it layout.Item) {
	style := ""
	if it.Fill != layout.NoInk {
		style = "F"
	}
	if it.Weight > 0 {
		style += "D"
	}
	if style == "" {
		return
	}
	if it.Fill == layout.Hatched {
		p.hatched(it)
		return
	}
	p.shape(it)
	switch it.Kind {
	case layout.Box:
		p.gofpdf.Rect(min(it.X, it.X2), min(it.Y, it.Y2), math.Abs(it.X2-it.X), math.Abs(it.Y2-it.Y), style)
	case layout.Disc:
		p.gofpdf.Circle(it.X, it.Y, it.X2, style)
	case layout.Polygon:
		var corners []gofpdf.PointType
		for _, c := range it.Points {
			corners = append(corners, gofpdf.PointType{X: c[0], Y: c[1]})
		}
		p.gofpdf.Polygon(corners, style)
	}
}

// hatched draws the ground, the lines, and the outline over their ends.
func (p *pen) hatched(it layout.Item) {
	ground, edge := it, it
	ground.Fill, ground.Weight = layout.White, 0
	edge.Fill = layout.NoInk
	p.closed(ground)
	for _, l := range it.Hatching() {
		p.shape(l)
		p.gofpdf.Line(l.X, l.Y, l.X2, l.Y2)
	}
	p.closed(edge)
}

// shape sets outline, fill and dashes.
func (p *pen) shape(it layout.Item) {
	stroke := it.Stroke
	if stroke == layout.NoInk {
		stroke = layout.Black
	}
	if p.state.stroke != stroke {
		p.gofpdf.SetDrawColor(sRGB(stroke))
		p.state.stroke = stroke
	}
	if it.Fill != layout.NoInk && p.state.fill != it.Fill {
		p.gofpdf.SetFillColor(sRGB(it.Fill))
		p.state.fill = it.Fill
	}
	if p.state.weight != it.Weight && it.Weight > 0 {
		p.gofpdf.SetLineWidth(it.Weight / ptPerMM)
		p.state.weight = it.Weight
	}
	if !slices.Equal(p.state.dash, it.Dash) {
		p.gofpdf.SetDashPattern(it.Dash, 0)
		p.state.dash = it.Dash
	}
}

// sRGB is an ink as the pen takes it; what has no colour is black.
func sRGB(i layout.Ink) (r, g, b int) {
	red, green, blue, _ := i.RGB()
	return int(red), int(green), int(blue)
}

func (p *pen) picture(it layout.Item) error {
	b, err := opaque(it.PNG)
	if err != nil {
		return fmt.Errorf("picture: %w", err)
	}
	key := fmt.Sprintf("%x", sha256.Sum256(b))
	png := gofpdf.ImageOptions{ImageType: "PNG"}
	p.gofpdf.RegisterImageOptionsReader(key, png, bytes.NewReader(b))
	p.gofpdf.ImageOptions(key, it.X, it.Y, it.X2-it.X, it.Y2-it.Y, false, png, 0, "")
	return nil
}

// small keeps the kerning of a text, thousandths of its size, in little room: a long
// paper has millions of characters.
func small(kerns []int) []int16 {
	out := make([]int16, len(kerns))
	for i, k := range kerns {
		out[i] = int16(max(math.MinInt16, min(k, math.MaxInt16)))
	}
	return out
}
