package parttest

import (
	"fmt"
	"image"
	"image/color"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"yttra/screens/parts"
)

// HoldPairs reads every text, shape, bar and frame that can be seen in a window,
// finds what it lies on, and fails for a pair that is not in the table and for a
// colour that is no token.
func HoldPairs(t testing.TB, w fyne.Window) {
	t.Helper()
	if _, ours := fyne.CurrentApp().Settings().Theme().(parts.Theme); !ours {
		return // the window's app has ended: another one was opened after it
	}
	root := w.Canvas().Overlays().Top()
	if root == nil {
		root = w.Content()
	}
	for _, s := range Unlisted(root, w.Canvas().Size()) {
		t.Errorf("%s (see parttest/pairs.go)", s)
	}
}

// Unlisted are the pairs of a tree that are not in the table, each once.
func Unlisted(root fyne.CanvasObject, size fyne.Size) []string {
	whole := area{0, 0, size.Width, size.Height}
	e := &eye{inks: names(inks), grounds: names(grounds), told: map[string]bool{}}
	e.painted = append(e.painted, painted{whole, colour(parts.Color(parts.Fog))}) // the window itself
	e.look(root, fyne.Position{}, whole)
	return e.faults
}

// Tokens by what they are used as: some share a colour.
var (
	inks = []parts.Token{parts.Ink, parts.Muted, parts.Accent, parts.OnAccent, parts.Stop, parts.Serious, parts.Note, parts.OK, parts.Waive,
		parts.Edge, parts.Line, parts.OnPaper}
	grounds = []parts.Token{parts.Page, parts.Panel, parts.Fog, parts.Rail, parts.Bench, parts.Soft, parts.Hover, parts.Marked, parts.Line,
		parts.StopSoft, parts.SeriousSoft, parts.NoteSoft, parts.OKSoft, parts.WaiveSoft, parts.Accent, parts.Ink, parts.Paper,
		parts.Stop, parts.Serious, parts.Note, parts.OK, parts.Waive, parts.Edge, parts.Muted}
)

func names(tokens []parts.Token) map[color.NRGBA]parts.Token {
	out := map[color.NRGBA]parts.Token{}
	for _, t := range tokens {
		if c := colour(parts.Color(t)); out[c] == "" {
			out[c] = t
		}
	}
	return out
}

func colour(c color.Color) color.NRGBA {
	if c == nil {
		return color.NRGBA{}
	}
	n, _ := color.NRGBAModel.Convert(c).(color.NRGBA)
	return n
}

// area is a rectangle of the window: left, top, right, bottom.
type area [4]float32

func (a area) has(x, y float32) bool { return x >= a[0] && x < a[2] && y >= a[1] && y < a[3] }

func (a area) cut(b area) area {
	return area{max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3])}
}

// eye remembers what has been painted, in the order of painting.
type eye struct {
	inks, grounds map[color.NRGBA]parts.Token
	painted       []painted
	told          map[string]bool
	faults        []string
}

type painted struct {
	area
	c color.NRGBA
}

func (e *eye) under(x, y float32) (color.NRGBA, bool) {
	for i := len(e.painted) - 1; i >= 0; i-- {
		if e.painted[i].has(x, y) {
			return e.painted[i].c, true
		}
	}
	return color.NRGBA{}, false
}

func (e *eye) look(o fyne.CanvasObject, at fyne.Position, clip area) {
	if o == nil || !o.Visible() {
		return
	}
	at = at.Add(o.Position())
	own := area{at.X, at.Y, at.X + o.Size().Width, at.Y + o.Size().Height}
	switch o := o.(type) {
	case *canvas.Rectangle:
		e.rectangle(o, own, clip)
	case *canvas.Text:
		width := min(o.MinSize().Width, max(o.Size().Width, 1))
		if x, y := at.X+width/2, (own[1]+own[3])/2; strings.TrimSpace(o.Text) != "" && clip.has(x, y) {
			e.fault(e.meet(colour(o.Color), x, y, true, o.Text))
		}
	case *canvas.Image:
		if x, y := (own[0]+own[2])/2, (own[1]+own[3])/2; clip.has(x, y) {
			e.icon(o, x, y)
		}
	case *fyne.Container:
		for _, k := range o.Objects {
			e.look(k, at, clip)
		}
	case *container.Scroll:
		for _, k := range test.WidgetRenderer(o).Objects() {
			e.look(k, at, clip.cut(own))
		}
	case fyne.Widget:
		for _, k := range test.WidgetRenderer(o).Objects() {
			e.look(k, at, clip)
		}
	}
}

// thin is how narrow a filled rectangle is when it is a bar and not a ground.
const thin = 6

func (e *eye) rectangle(r *canvas.Rectangle, own, clip area) {
	seen := own.cut(clip)
	if seen[2] <= seen[0] || seen[3] <= seen[1] {
		return
	}
	x, y := (seen[0]+seen[2])/2, (seen[1]+seen[3])/2
	if c := colour(r.StrokeColor); r.StrokeWidth > 0 && c.A == 0xFF {
		e.frame(c, own, x, y, "a frame")
	}
	c := colour(r.FillColor)
	if c.A != 0xFF {
		return
	}
	if own[2]-own[0] <= thin || own[3]-own[1] <= thin {
		if e.inks[c] != parts.OnAccent { // which is white: a gap, no bar
			e.frame(c, own, x, y, "a bar")
		}
		return
	}
	e.painted = append(e.painted, painted{seen, c})
}

// frame holds a border or a bar against what is around it; one side where it can
// be told from its ground is enough, since another may stand along it.
func (e *eye) frame(c color.NRGBA, own area, x, y float32, what string) {
	worst := ""
	for _, at := range [][2]float32{{own[0] - 1, y}, {own[2] + 1, y}, {x, own[1] - 1}, {x, own[3] + 1}} {
		if _, painted := e.under(at[0], at[1]); !painted {
			continue // outside the window
		}
		fault := e.meet(c, at[0], at[1], false, what)
		if fault == "" {
			return
		}
		worst = fault
	}
	e.fault(worst)
}

// meet holds an ink against what lies under it, and says what is wrong.
func (e *eye) meet(c color.NRGBA, x, y float32, text bool, what string) string {
	ground, ok := e.under(x, y)
	if !ok || c.A != 0xFF {
		return ""
	}
	on, known := e.inks[c]
	behind, seen := e.grounds[ground]
	switch {
	case on == parts.Line:
	case !seen, !known && (text || e.grounds[c] == ""):
		return fmt.Sprintf("%q is drawn in %v on %v: no token", what, c, ground)
	case known && !Listed(on, behind, text):
		return fmt.Sprintf("%q is drawn in %s on %s, which is not listed", what, on, behind)
	}
	return ""
}

func (e *eye) fault(s string) {
	if s != "" && !e.told[s] {
		e.told[s] = true
		e.faults = append(e.faults, s)
	}
}

// icon reads an icon's colour, and that of the mark cut out of a filled shape,
// which must be the ground's.
func (e *eye) icon(i *canvas.Image, x, y float32) {
	img, ok := i.Image.(*image.NRGBA)
	ground, painted := e.under(x, y)
	if !ok || !painted || i.Size().Width > 48 {
		return
	}
	counts := map[color.NRGBA]int{}
	for p := 0; p+3 < len(img.Pix); p += 4 {
		if img.Pix[p+3] == 0xFF {
			counts[color.NRGBA{img.Pix[p], img.Pix[p+1], img.Pix[p+2], 0xFF}]++
		}
	}
	var ink color.NRGBA
	for c, n := range counts {
		if n > counts[ink] && e.inks[c] != "" {
			ink = c
		}
	}
	if counts[ink] == 0 {
		return
	}
	e.fault(e.meet(ink, x, y, false, "an icon"))
	for c, n := range counts {
		if g := e.grounds[c]; n > 8 && c != ink && c != ground && g != "" {
			e.fault(fmt.Sprintf("a %s shape on %s lets %s shine through", e.inks[ink], e.grounds[ground], g))
		}
	}
}
