package pdf

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"yttra/app"
	"yttra/app/reading"
)

// page makes a sheet of lines set in one size, each at a place.
type page struct{ s Sheet }

func newPage() *page { return &page{Sheet{Width: 595, Height: 842}} }

// widths are rough, as of a text font.
func advance(r rune, size float32) float32 {
	switch {
	case strings.ContainsRune("iljtf.,:;'|()", r):
		return 0.3 * size
	case strings.ContainsRune("mwMW", r):
		return 0.85 * size
	case r == ' ':
		return 0.27 * size
	}
	return 0.53 * size
}

// write puts text at a place, with its spaces as the file's own; it gives where it ends.
func (p *page) write(x, base, size float32, text string) float32 {
	for _, r := range text {
		w := advance(r, size)
		p.s.Glyphs = append(p.s.Glyphs, Glyph{Text: string(r), X: x, Y: base - 0.8*size, W: w, H: size, Base: base, Size: size})
		x += w
	}
	return x
}

// words puts each word where it belongs, without any space.
func (p *page) words(x, base, size float32, text string) {
	for _, w := range strings.Fields(text) {
		x = p.write(x, base, size, w) + 0.27*size
	}
}

// each changes every letter.
func (p *page) each(change func(*Glyph)) *page {
	for i := range p.s.Glyphs {
		change(&p.s.Glyphs[i])
	}
	return p
}

func (p *page) read() reading.Text { return compose([]Sheet{p.s}, nil) }

func same(t *testing.T, got reading.Text, want string) {
	t.Helper()
	if strings.TrimSpace(got.String) != want {
		t.Errorf("got:\n%s\nwant:\n%s", got.String, want)
	}
}

const sentence = "Vi yrkar att kommunen bygger en gångväg längs ån"

func TestSpacesAreFound(t *testing.T) {
	p := newPage()
	p.words(70, 100, 11, sentence)
	same(t, p.read(), sentence)
}

func TestLettersInAnyOrder(t *testing.T) {
	p := newPage()
	p.write(70, 100, 11, sentence)
	slices.Reverse(p.s.Glyphs)
	same(t, p.read(), sentence)
	p = newPage()
	p.words(70, 100, 11, sentence)
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(p.s.Glyphs), func(i, j int) { p.s.Glyphs[i], p.s.Glyphs[j] = p.s.Glyphs[j], p.s.Glyphs[i] })
	same(t, p.read(), sentence)
}

func TestFakeBoldIsReadOnce(t *testing.T) {
	p := newPage()
	p.write(70, 100, 11, sentence)
	p.write(70.3, 100, 11, sentence)
	p.write(70.3, 100.2, 11, sentence)
	same(t, p.read(), sentence)
}

func TestWideHeading(t *testing.T) {
	p := newPage()
	p.write(70, 100, 16, "M O T I O N   O M   T R Ä D")
	p.write(70, 140, 11, sentence)
	same(t, p.read(), "MOTION OM TRÄD\n\n"+sentence)
	p = newPage()
	x := float32(70)
	for _, r := range "MOTION" { // set wide, with no spaces
		x = p.write(x, 100, 16, string(r)) + 8
	}
	same(t, p.read(), "MOTION")
}

func TestLigaturesAndDots(t *testing.T) {
	p := newPage()
	x := p.write(70, 100, 11, "o")
	x = p.write(x, 100, 11, "ﬃ")
	x = p.write(x, 100, 11, "ciell h")
	p.write(x+1, 100, 11, "¨")
	x = p.write(x, 100, 11, "a")
	x = p.write(x, 100, 11, "r o")
	p.write(x-5, 100, 11, "\u0308")
	same(t, p.read(), "officiell här ö")
}

func TestRaisedMarks(t *testing.T) {
	p := newPage()
	x := p.write(70, 100, 11, "Enligt årsredovisningen")
	x = p.write(x, 96, 6.5, "12")
	p.write(x, 100, 11, " växer kön.")
	same(t, p.read(), "Enligt årsredovisningen¹² växer kön.")
}

func TestSymbolBullets(t *testing.T) {
	p := newPage()
	p.write(70, 100, 11, "Vi yrkar")
	p.write(88, 115, 11, "\uf0b7")
	p.write(106, 115, 11, "att kommunen bygger en bro över ån")
	p.write(88, 130, 11, "\uf0b7")
	p.write(106, 130, 11, "att bron blir bred")
	text := p.read()
	same(t, text, "Vi yrkar\n• att kommunen bygger en bro över ån\n• att bron blir bred")
	if len(text.Blocks) != 3 || text.Blocks[1].Kind != reading.Item || text.Blocks[2].Kind != reading.Item {
		t.Errorf("%+v", text.Blocks)
	}
}

func TestHangingAtt(t *testing.T) {
	p := newPage()
	p.write(70, 100, 11, "Vi yrkar")
	for i, s := range []string{"kommunen bygger en bro över ån vid kvarnen och", "att den blir bred nog för cyklar", "kostnaden tas ur budgeten"} {
		base := 115 + 14*float32(i)
		if i != 1 {
			p.write(70, base, 11, "att")
		}
		p.write(106, base, 11, s)
	}
	same(t, p.read(), "Vi yrkar\natt kommunen bygger en bro över ån vid kvarnen och att den blir bred nog för cyklar\natt kostnaden tas ur budgeten")
}

func TestSignaturesSideBySide(t *testing.T) {
	p := newPage()
	prose(p, 70, 100, 455, 12)
	for i, row := range [][2]string{{"Rut Kål", "Bengt Bönström"}, {"Miljöpartiet", "Centerpartiet"}, {"Gruppledare", "Ledamot"}} {
		base := 320 + 14*float32(i)
		p.write(70, base, 11, row[0])
		p.write(320, base, 11, row[1])
	}
	got := p.read().String
	if !strings.HasSuffix(got, "Rut Kål\nMiljöpartiet\nGruppledare\n\nBengt Bönström\nCenterpartiet\nLedamot\n") {
		t.Errorf("%s", got)
	}
}

// prose writes lines as wide as a column, and gives their words.
func prose(p *page, x, base, width float32, lines int) (said []string) {
	list := strings.Fields("kommunen behöver fler bostäder för unga och äldre eftersom kön växer varje år i hela staden där många väntar")
	n := int(x)
	for range lines {
		at := x
		for {
			w := list[n%len(list)]
			var wide float32
			for _, r := range w {
				wide += advance(r, 11)
			}
			if at+wide > x+width {
				break
			}
			at = p.write(at, base, 11, w+" ")
			said = append(said, w)
			n++
		}
		base += 14
	}
	return said
}

func TestColumnsOneAfterTheOther(t *testing.T) {
	for shift := float32(0); shift < 14; shift += 3.5 {
		p := newPage()
		p.write(70, 80, 16, "Motion om bostäder")
		left := prose(p, 70, 120, 215, 20)
		right := prose(p, 310, 120+shift, 215, 20-int(shift))
		got := strings.Join(strings.Fields(p.read().String), " ")
		if want := "Motion om bostäder " + strings.Join(append(left, right...), " "); got != want {
			t.Errorf("shift %v:\n%s\nwant:\n%s", shift, got, want)
		}
	}
}

func TestSidebar(t *testing.T) {
	p := newPage()
	for i, s := range []string{"Vänsterpartiet", "Storgatan 1", "999 99 Exempelstad", "Datum", "2026-03-01"} {
		p.write(40, 100+11*float32(i), 8, s)
	}
	said := prose(p, 170, 100, 370, 18)
	got := strings.Join(strings.Fields(p.read().String), " ")
	if want := "Vänsterpartiet Storgatan 1 999 99 Exempelstad Datum 2026-03-01 " + strings.Join(said, " "); got != want {
		t.Errorf("%s\nwant:\n%s", got, want)
	}
}

func TestHeadsFeetAndNumbers(t *testing.T) {
	var pages []Sheet
	var said []string
	for i := range 3 {
		p := newPage()
		p.write(70, 40, 8, "Centerpartiet i Exempelstad")
		p.write(480, 40, 8, fmt.Sprintf("Sida %d (3)", i+1))
		said = append(said, prose(p, 70+float32(i), 100, 455, 40)...)
		p.write(70, 800, 8, "www.centerpartiet.example  info@c.example")
		pages = append(pages, p.s)
	}
	text := compose(pages, nil)
	var body, aside []string
	for _, b := range text.Blocks {
		s := text.String[b.Span.Start:b.Span.End]
		if b.Kind == reading.Furniture {
			aside = append(aside, s)
			continue
		}
		body = append(body, strings.Fields(s)...)
	}
	if strings.Join(body, " ") != strings.Join(said, " ") {
		t.Errorf("%s", text.String)
	}
	if want := []string{"Centerpartiet i Exempelstad", "www.centerpartiet.example info@c.example"}; !slices.Equal(aside, want) {
		t.Errorf("%q", aside)
	}
}

func TestFootOfOnlyPage(t *testing.T) {
	p := newPage()
	prose(p, 70, 100, 455, 10)
	p.write(70, 300, 11, "Anna Berg (S)")
	p.write(70, 790, 8, "Socialdemokraterna Exempelstad")
	p.write(70, 800, 8, "Box 12, 999 99 Exempelstad, info@s.example")
	text := p.read()
	last := text.Blocks[len(text.Blocks)-1]
	if n := len(text.Blocks); n < 3 || last.Kind != reading.Furniture || text.Blocks[n-2].Kind != reading.Furniture || text.Blocks[n-3].Kind == reading.Furniture {
		t.Errorf("%+v", text.Blocks)
	}
}

func TestFootnotesComeLast(t *testing.T) {
	p := newPage()
	x := p.write(70, 100, 11, "Kön växer.")
	p.write(x, 96, 6.5, "1")
	p.write(70, 130, 11, "Anna Berg (S)")
	p.s.Rules = []reading.Box{{X: 70, Y: 750, W: 140, H: 0.5}}
	p.write(70, 758, 5.5, "1")
	p.write(74, 762, 9, "Årsredovisningen, sidan 12.")
	text := p.read()
	same(t, text, "Kön växer.¹\n\nAnna Berg (S)\n\n¹ Årsredovisningen, sidan 12.")
	if b := text.Blocks[len(text.Blocks)-1]; b.Kind != reading.Footnote {
		t.Errorf("%+v", b)
	}
}

func TestTableRows(t *testing.T) {
	p := newPage()
	prose(p, 70, 100, 455, 6)
	for i, row := range [][3]string{{"År", "Elever", "Kostnad"}, {"2024", "120", "35 000"}, {"2025", "140", "41 500"}} {
		for k, c := range row {
			p.write(70+150*float32(k), 220+16*float32(i), 11, c)
		}
	}
	got := p.read().String
	if !strings.HasSuffix(got, "År\tElever\tKostnad\n2024\t120\t35 000\n2025\t140\t41 500\n") {
		t.Errorf("%s", got)
	}
}

func TestTurnedPage(t *testing.T) {
	p := newPage()
	p.write(70, 100, 11, sentence)
	p.each(func(g *Glyph) { // as on a page that is read from its right side
		*g = Glyph{Text: g.Text, X: 595 - g.Y - g.H, Y: g.X, W: g.H, H: g.W, Size: g.Size, Base: g.X, Angle: 90}
	})
	same(t, p.read(), sentence)
}

func TestStampAskewStandsApart(t *testing.T) {
	p := newPage()
	p.write(70, 100, 11, sentence)
	n := len(p.s.Glyphs)
	p.write(300, 110, 20, "UTKAST")
	for i := n; i < len(p.s.Glyphs); i++ {
		p.s.Glyphs[i].Angle = -45
	}
	text := p.read()
	if !strings.HasPrefix(text.String, sentence+"\n") || text.Blocks[0].Kind != reading.Paragraph || text.Blocks[len(text.Blocks)-1].Kind != reading.Furniture {
		t.Errorf("%s %+v", text.String, text.Blocks)
	}
}

func TestUnseenIsLeftOut(t *testing.T) {
	p := newPage()
	p.write(70, 100, 11, sentence)
	n := len(p.s.Glyphs)
	p.write(70, 130, 11, "Hemligt")
	for i := n; i < len(p.s.Glyphs); i++ {
		p.s.Glyphs[i].Unseen = true
	}
	same(t, p.read(), sentence)
}

func TestScanAskew(t *testing.T) {
	p := newPage()
	said := prose(p, 70, 100, 455, 20)
	p.each(func(g *Glyph) { g.Base += 0.012 * g.X; g.Y += 0.012 * g.X })
	if got := strings.Join(strings.Fields(p.read().String), " "); got != strings.Join(said, " ") {
		t.Errorf("%s", got)
	}
}

// Every line's box is where its letters are.
func TestPlaces(t *testing.T) {
	p := newPage()
	prose(p, 70, 100, 455, 3)
	text := p.read()
	i := strings.Index(text.String, "kön")
	on := text.On(app.Span{Start: i, End: i + len("kön")})
	if len(on) != 1 || on[0].Page != 0 || on[0].Box.X < 70 || on[0].Box.W > 40 || on[0].Box.Y < 85 || on[0].Box.Y > 130 {
		t.Errorf("%+v", on)
	}
}

func TestNothing(t *testing.T) {
	for _, pages := range [][]Sheet{nil, {{}}, {{Width: 595, Height: 842}, {Width: -1}}} {
		if text := compose(pages, nil); !text.Blank() || len(text.Pages) != len(pages) {
			t.Errorf("%+v", text)
		}
	}
}

// Work grows with the page and hardly faster, also on pages made to take long.
func TestBigPages(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for name, at := range map[string]func(i int) (x, base, size float32){
		"one spot":      func(int) (float32, float32, float32) { return 100, 100, 10 },
		"one line":      func(i int) (float32, float32, float32) { return float32(i) * 6, 100, 10 },
		"one column":    func(i int) (float32, float32, float32) { return 100, float32(i) * 12, 10 },
		"anywhere":      func(int) (float32, float32, float32) { return r.Float32() * 595, r.Float32() * 842, 10 },
		"a raster":      func(i int) (float32, float32, float32) { return float32(i%300) * 20, float32(i/300) * 12, 10 },
		"wide stripes":  func(i int) (float32, float32, float32) { return float32(i%2) * 300, float32(i/2) * 12, 10 },
		"narrow stripe": func(i int) (float32, float32, float32) { return float32(i%2) * 11.9, float32(i/2) * 12, 10 },
		"all sizes": func(i int) (float32, float32, float32) {
			return r.Float32() * 595, r.Float32() * 842, 1 + r.Float32()*200
		},
		"stairs": func(i int) (float32, float32, float32) { return float32(i%1000) * 8, float32(i) * 0.9, 10 },
	} {
		t.Run(name, func(t *testing.T) {
			p := newPage()
			for i := range 100_000 {
				x, base, size := at(i)
				p.s.Glyphs = append(p.s.Glyphs, Glyph{Text: string(rune('a' + i%26)), X: x, Y: base - size, W: size / 2, H: size, Base: base, Size: size})
			}
			start := time.Now()
			text := p.read()
			d := time.Since(start)
			t.Logf("%v, %d bytes", d.Round(time.Millisecond), len(text.String))
			if d > 20*time.Second { // far above what a busy machine needs; what grows with the square takes minutes
				t.Errorf("took %v", d)
			}
		})
	}
}

// lettersIn counts the letters of a text.
func lettersIn(s string) map[rune]int {
	count := map[rune]int{}
	for _, r := range s {
		if unicode.IsLetter(r) {
			count[r]++
		}
	}
	return count
}

// No letter that can be seen is lost or doubled, wherever it stands.
func FuzzCompose(f *testing.F) {
	f.Add(uint64(1), uint16(40), byte(0))
	f.Add(uint64(2), uint16(400), byte(1))
	f.Add(uint64(3), uint16(1500), byte(2))
	f.Add(uint64(4), uint16(900), byte(3))
	f.Add(uint64(5), uint16(300), byte(4))
	f.Fuzz(func(t *testing.T, seed uint64, n uint16, kind byte) {
		s, want := made(seed, int(n%3000), kind)
		text := compose([]Sheet{s}, nil)
		got := lettersIn(text.String)
		for r, k := range want {
			if got[r] != k {
				t.Fatalf("%q: %d times, want %d\n%s", r, got[r], k, text.String)
			}
		}
		at := 0
		for _, l := range text.Lines {
			if l.Span.Start < at || l.Span.End > len(text.String) || l.Page != 0 {
				t.Fatalf("%+v", l)
			}
			at = l.Span.End
		}
	})
}

// made makes a sheet by chance and counts its letters: words on lines of several
// columns and sizes, or letters anywhere.
func made(seed uint64, n int, kind byte) (Sheet, map[rune]int) {
	r := rand.New(rand.NewPCG(seed, 7))
	p := newPage()
	want := map[rune]int{}
	letters := []rune("abdeghjkmnopqrsuvxyzåäöABDE")
	for i := 0; i < n; {
		size := []float32{8, 10, 11, 11, 11, 16}[r.IntN(6)]
		x, base := 20+r.Float32()*500, 20+r.Float32()*800
		switch kind % 4 {
		case 0: // on lines
			base = 20 + 14*float32(r.IntN(56))
		case 1: // in columns
			x, base, size = 40+180*float32(r.IntN(3)), 20+13*float32(r.IntN(60)), 11
		case 2:
			p.s.Rules = append(p.s.Rules, reading.Box{X: x, Y: base, W: r.Float32() * 300, H: r.Float32() * 3})
		}
		for range 1 + r.IntN(30) {
			c := letters[r.IntN(len(letters))]
			p.s.Glyphs = append(p.s.Glyphs, Glyph{Text: string(c), X: x, Y: base - size, W: 0.5 * size, H: size, Base: base, Size: size})
			x += 0.5*size + float32(r.IntN(8)/7)*0.4*size
			i++
		}
	}
	for _, c := range once(charsAlone(p.s)) {
		for _, r := range c.text {
			want[r]++
		}
	}
	return p.s, want
}

// charsAlone are the letters of a sheet as they stand, before what is drawn twice is dropped.
func charsAlone(s Sheet) []char {
	var out []char
	for _, g := range s.Glyphs {
		out = append(out, char{text: g.Text, x0: g.X, x1: g.X + g.W, base: g.Base, size: g.Size})
	}
	return out
}

func TestSpaceInsideALigature(t *testing.T) {
	p := newPage()
	x := p.write(70, 100, 11, "ett ")
	y := p.write(x, 100, 11, "ﬁ")
	p.write(x+2, 100, 11, " ")
	p.write(y, 100, 11, "lter till")
	same(t, p.read(), "ett filter till")
}
