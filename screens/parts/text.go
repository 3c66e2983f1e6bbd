package parts

import (
	"sort"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Text sizes, in logical pixels.
const (
	TextHint    = 14 // labels, hints
	TextSecond  = 15 // chips, status, second lines
	TextControl = 16 // controls, lists, findings
	TextPage    = 17 // the page
	TextTitle   = 18 // title of the open thing
	TextSection = 20 // section head, sums
	TextBig     = 26 // the one big sum
)

// Face is one of the six faces of the window: the interface's and the page's.
type Face int

const (
	Regular Face = iota
	Bold         // SemiBold
	Italic
	Serif
	SerifBold
	SerifItalic
)

// Style is the face as Fyne's theme knows it.
func (f Face) Style() fyne.TextStyle {
	switch f {
	case Bold:
		return fyne.TextStyle{Bold: true}
	case Italic:
		return fyne.TextStyle{Italic: true}
	case Serif:
		return fyne.TextStyle{Monospace: true}
	case SerifBold:
		return fyne.TextStyle{Monospace: true, Bold: true}
	case SerifItalic:
		return fyne.TextStyle{Monospace: true, Italic: true}
	}
	return fyne.TextStyle{}
}

// Text is one line, as wide as its words. It neither wraps nor clips.
func Text(s string, size float32, c Token, f Face) *canvas.Text {
	t := canvas.NewText(s, Color(c))
	t.TextSize, t.TextStyle = size, f.Style()
	Write(t, s)
	return t
}

// Measure is how much room a line takes.
func Measure(s string, size float32, f Face) fyne.Size {
	m, _ := fyne.CurrentApp().Driver().RenderedTextSize(s, size, f.Style(), source(s, f.Style()))
	return m
}

// LineHeight is the row pitch of a face at a size.
func LineHeight(size float32, f Face) float32 { return Measure("Åg", size, f).Height }

// Fit shortens a line to a width with "…".
func Fit(s string, width, size float32, f Face) string {
	if Measure(s, size, f).Width <= width {
		return s
	}
	r := []rune(s)
	low, high := 0, len(r)
	for low < high { // the most runes that fit
		mid := (low + high + 1) / 2
		if Measure(strings.TrimRight(string(r[:mid]), " ")+"…", size, f).Width <= width {
			low = mid
		} else {
			high = mid - 1
		}
	}
	return strings.TrimRight(string(r[:low]), " ") + "…"
}

// Wrap breaks text into lines no wider than width, at spaces, greedily; a
// newline always breaks. A word wider than the line stands alone on it.
func Wrap(s string, width, size float32, f Face) []string {
	var lines []string
	for _, part := range strings.Split(s, "\n") {
		words := strings.Split(part, " ")
		for len(words) > 0 {
			n := fill(words, width, size, f)
			lines = append(lines, strings.Join(words[:n], " "))
			words = words[n:]
		}
	}
	return lines
}

// fill is how many words fit on a line, at least one. It measures the line it
// guesses at and mends the guess: measuring is what wrapping costs.
func fill(words []string, width, size float32, f Face) int {
	fits := func(n int) bool { return n <= 1 || Measure(strings.Join(words[:n], " "), size, f).Width <= width }
	n, letters := 0, int(width/(size*meanLetter))
	for n < len(words) && letters > 0 {
		letters -= utf8.RuneCountInString(words[n]) + 1
		n++
	}
	n = max(1, n)
	if fits(n) {
		for n < len(words) && fits(n+1) {
			n++
		}
		return n
	}
	for !fits(n) {
		n--
	}
	return n
}

// meanLetter is how wide a letter of Swedish text is, about, in sizes.
const meanLetter = 0.47

// breakWide breaks what Wrap could not: a word wider than the line, an address on
// the web. Nothing is left out.
func breakWide(lines []string, width, size float32, f Face) []string {
	var out []string
	for _, line := range lines {
		for r := []rune(line); Measure(line, size, f).Width > width && len(r) > 1; r = []rune(line) {
			n := 1 + sort.Search(len(r)-1, func(i int) bool { return Measure(string(r[:i+2]), size, f).Width > width })
			n = min(n, len(r)-1)
			out = append(out, string(r[:n]))
			line = string(r[n:])
		}
		out = append(out, line)
	}
	return out
}

// Label is one line that takes the width it is given and ends in "…" when that
// is too little. Its least width is nothing.
type Label struct {
	widget.BaseWidget
	full string
	text *canvas.Text
	face Face
}

// NewLabel makes a label.
func NewLabel(s string, size float32, c Token, f Face) *Label {
	l := &Label{full: s, text: Text(s, size, c, f), face: f}
	l.ExtendBaseWidget(l)
	return l
}

// Set changes the words and colour.
func (l *Label) Set(s string, c Token) {
	if col := Color(c); l.full != s || l.text.Color != col {
		l.full, l.text.Color = s, col
		l.fit(l.Size().Width)
		l.text.Refresh()
	}
}

// Natural is how wide the whole line is.
func (l *Label) Natural() float32 { return Measure(l.full, l.text.TextSize, l.face).Width + 1 }

func (l *Label) fit(width float32) { Write(l.text, Fit(l.full, width, l.text.TextSize, l.face)) }

// MinSize is the line's height and no width: the layout decides that.
func (l *Label) MinSize() fyne.Size {
	return fyne.NewSize(1, LineHeight(l.text.TextSize, l.face))
}

// CreateRenderer draws the line.
func (l *Label) CreateRenderer() fyne.WidgetRenderer { return &labelRenderer{l} }

type labelRenderer struct{ l *Label }

func (r *labelRenderer) Layout(s fyne.Size) {
	r.l.fit(s.Width)
	r.l.text.Resize(s)
}
func (r *labelRenderer) MinSize() fyne.Size           { return r.l.MinSize() }
func (r *labelRenderer) Refresh()                     { r.l.text.Refresh() }
func (r *labelRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.l.text} }
func (r *labelRenderer) Destroy()                     {}

// Para is a paragraph that wraps at the width it is given. Its height follows
// from its width, so it belongs in a Column, which asks for both in that order.
type Para struct {
	widget.BaseWidget
	text  string
	size  float32
	pitch float32
	color Token
	face  Face
	width float32
	rows  []fyne.CanvasObject
}

// NewPara makes a paragraph; the row pitch is the size times 1.35, rounded.
func NewPara(s string, size float32, c Token, f Face) *Para {
	p := &Para{text: s, size: size, pitch: round(size * 1.35), color: c, face: f}
	p.ExtendBaseWidget(p)
	return p
}

// unlaid is the width a paragraph counts on before it has been given one.
const unlaid = 360

func (p *Para) wrap(width float32) {
	if width == p.width {
		return
	}
	p.width, p.rows = width, nil
	for i, line := range breakWide(Wrap(p.text, width, p.size, p.face), width, p.size, p.face) {
		t := Text(line, p.size, p.color, p.face)
		t.Move(fyne.NewPos(0, float32(i)*p.pitch))
		t.Resize(t.MinSize())
		p.rows = append(p.rows, t)
	}
}

// MinSize is the height at the width it has now.
func (p *Para) MinSize() fyne.Size {
	if p.width == 0 {
		p.wrap(unlaid)
	}
	return fyne.NewSize(1, p.pitch*float32(len(p.rows)))
}

// Resize wraps anew when the width changed.
func (p *Para) Resize(s fyne.Size) {
	old := p.width
	if s.Width > 0 {
		p.wrap(s.Width)
	}
	p.BaseWidget.Resize(s)
	if old != p.width {
		p.Refresh()
	}
}

// CreateRenderer draws the rows.
func (p *Para) CreateRenderer() fyne.WidgetRenderer {
	p.MinSize()
	return &paraRenderer{p}
}

type paraRenderer struct{ p *Para }

func (r *paraRenderer) Layout(fyne.Size)             {}
func (r *paraRenderer) MinSize() fyne.Size           { return r.p.MinSize() }
func (r *paraRenderer) Refresh()                     {}
func (r *paraRenderer) Objects() []fyne.CanvasObject { return r.p.rows }
func (r *paraRenderer) Destroy()                     {}
