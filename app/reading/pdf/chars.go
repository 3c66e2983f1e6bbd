package pdf

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// char is a glyph that is read. Its box is of the letter's own line: from the
// baseline up and down by its size, whatever its font says.
type char struct {
	text         string
	x0, x1       float32
	base, size   float32
	bold, italic bool
	hyphen       bool // a word is broken after it
	space        bool // the file has a space between it and the letter before
	made         bool // PDFium takes it for the first of a word
	raised       bool // stands higher than its line, and is smaller
}

// lettersOf picks what is read from a sheet: what can be seen, and on a page that a
// machine has read, what it read. What is drawn twice for the sake of weight is one
// letter; a letter and the dots over it are one. askew holds what is written in
// another direction than the page.
func lettersOf(s Sheet) (upright, askew []char) {
	turn := mainAngle(s)
	made := false
	var out [2][]char
	for _, g := range s.Glyphs {
		if g.Unseen || !isFinite(g) {
			continue
		}
		if g.Made {
			made = true
			continue
		}
		l := char{text: plain(g.Text), size: max(g.Size, 1), bold: g.Bold, italic: g.Italic, hyphen: g.Hyphen, made: made}
		l.x0, l.x1, l.base = turned(g, s, turn)
		made = false
		if l.text == "" { // a space, as a letter of its own until words are made
			if strings.TrimSpace(g.Text) != "" {
				continue
			}
			l.text = " "
		}
		i := 0
		if d := abs(g.Angle - turn); d > 5 && d < 355 {
			i = 1
			l.x0, l.x1, l.base = turned(g, s, quarter(g.Angle))
		}
		out[i] = append(out[i], l)
	}
	return accented(straightened(once(out[0]))), accented(once(out[1]))
}

// isFinite tells whether a letter has a place.
func isFinite(g Glyph) bool {
	for _, v := range []float32{g.X, g.Y, g.W, g.H, g.Base, g.Size} {
		if f := float64(v); math.IsNaN(f) || math.IsInf(f, 0) || math.Abs(f) > 1e5 {
			return false
		}
	}
	return true
}

// mainAngle is the direction that most of a page is written in, in quarters of a turn.
func mainAngle(s Sheet) float32 {
	var count [4]int
	for _, g := range s.Glyphs {
		if !g.Made && !g.Unseen {
			count[int(math.Round(float64(g.Angle)/90)+4)%4]++
		}
	}
	best := 0
	for i, n := range count {
		if n > count[best] {
			best = i
		}
	}
	return quarter(float32(best) * 90)
}

func quarter(angle float32) float32 {
	q := float32(math.Round(float64(angle)/90) * 90)
	if q > 180 {
		q -= 360
	}
	if q <= -180 {
		q += 360
	}
	return q
}

// turned gives a letter's place as one sees it who turns the page so that it is upright.
func turned(g Glyph, s Sheet, turn float32) (x0, x1, base float32) {
	switch turn {
	case 90: // reads downwards
		return g.Y, g.Y + g.H, s.Width - g.X - g.W*0.25
	case -90:
		return s.Height - g.Y - g.H, s.Height - g.Y, g.X + g.W*0.75
	case 180:
		return s.Width - g.X - g.W, s.Width - g.X, s.Height - g.Base
	}
	return g.X, g.X + g.W, g.Base
}

// plain gives the letters of a glyph without control characters, ligatures taken apart.
func plain(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r >= '\ufb00' && r <= '\ufb06':
			b.WriteString(norm.NFKC.String(string(r)))
		case r == '\u00ad': // stands where a word is broken, or is seen
			b.WriteRune('-')
		case r == '\u200b', r == '\u200c', r == '\u200d', r == '\u2060', r == '\ufeff', r == '\u200e', r == '\u200f', unicode.IsControl(r):
		case r == '\u00a0' || unicode.Is(unicode.Zs, r):
			b.WriteByte(' ')
		default:
			b.WriteRune(r)
		}
	}
	return strings.TrimSpace(b.String())
}

// once drops letters that are drawn again on their own place, as programs do that have
// no bold font.
func once(ls []char) []char {
	type place struct {
		text    string
		x, base int32
	}
	seen := map[place][]float32{}
	kept := ls[:0]
	var before char
	for _, l := range ls {
		again := false
		if l.text == before.text && l.x0 == before.x0 && l.x1 == before.x1 && strings.Contains("ft", l.text) { // of a ligature: "ff", "tt"
			kept = append(kept, l)
			before = char{}
			continue
		}
		before = l
		at := place{l.text, int32(math.Floor(float64(l.x0 / 4))), int32(math.Floor(float64(l.base / 4)))}
		near := min(0.15*l.size, 0.4*max(l.x1-l.x0, 0.1*l.size))
		for dx := int32(-1); dx <= 1 && !again; dx++ {
			for dy := int32(-1); dy <= 1 && !again; dy++ {
				for _, x := range seen[place{l.text, at.x + dx, at.base + dy}] {
					again = again || abs(x-l.x0) <= near
				}
			}
		}
		if again {
			continue
		}
		seen[at] = append(seen[at], l.x0)
		kept = append(kept, l)
	}
	return kept
}

// straightened turns back a page that was scanned askew, so that lines are level.
func straightened(ls []char) []char {
	var slopes []float32
	from := 0
	for i := 1; i <= len(ls); i++ {
		if i < len(ls) && ls[i].x0 > ls[i-1].x0 && abs(ls[i].base-ls[i-1].base) < 0.3*ls[i].size {
			continue
		}
		if dx := ls[i-1].x0 - ls[from].x0; dx > 150 {
			slopes = append(slopes, (ls[i-1].base-ls[from].base)/dx)
		}
		from = i
	}
	if len(slopes) < 3 {
		return ls
	}
	slices.Sort(slopes)
	slope := slopes[len(slopes)/2]
	if abs(slope) < 0.002 || abs(slope) > 0.1 {
		return ls
	}
	for i := range ls {
		ls[i].base -= slope * ls[i].x0
	}
	return ls
}

// marks are the dots, rings and accents that some fonts draw apart from their letter.
var marks = map[string]string{"¨": "\u0308", "˚": "\u030a", "´": "\u0301", "`": "\u0300", "ˆ": "\u0302", "˜": "\u0303",
	"\u0308": "\u0308", "\u030a": "\u030a", "\u0301": "\u0301", "\u0300": "\u0300", "\u0302": "\u0302", "\u0303": "\u0303"}

// accented joins letters with the dots and rings that stand over them, and gives them
// from left to right.
func accented(ls []char) []char {
	slices.SortStableFunc(ls, func(a, b char) int { return cmp.Compare(a.x0, b.x0) })
	var over []char
	kept := ls[:0]
	for _, l := range ls {
		if _, ok := marks[l.text]; ok {
			over = append(over, l)
			continue
		}
		kept = append(kept, l)
	}
	var alone []char
	for _, m := range over {
		if !placed(kept, m) {
			alone = append(alone, m)
		}
	}
	if len(alone) > 0 {
		kept = append(kept, alone...)
		slices.SortStableFunc(kept, func(a, b char) int { return cmp.Compare(a.x0, b.x0) })
	}
	return kept
}

// placed joins a mark with the letter that it stands over most of, when there is one
// letter for both.
func placed(ls []char, m char) bool {
	i, _ := slices.BinarySearchFunc(ls, m.x0-m.size, func(l char, x float32) int { return cmp.Compare(l.x0, x) })
	best, most := -1, float32(0)
	for n := 0; i < len(ls) && ls[i].x0 < m.x1+0.1*m.size && n < 400; i, n = i+1, n+1 {
		l := ls[i]
		if abs(l.base-m.base) > 0.5*m.size || utf8.RuneCountInString(l.text) != 1 {
			continue
		}
		mid := (m.x0 + m.x1) / 2
		share := min(mid-l.x0, l.x1-mid) + 0.1*m.size
		if share > most && utf8.RuneCountInString(norm.NFC.String(l.text+marks[m.text])) == 1 {
			best, most = i, share
		}
	}
	if best < 0 {
		return false
	}
	ls[best].text = norm.NFC.String(ls[best].text + marks[m.text])
	return true
}
