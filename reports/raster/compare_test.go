package raster_test

import (
	"fmt"
	"html"
	"image"
	"math"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"yttra/reports/fonts"
	"yttra/reports/layout"
)

const (
	mostApart   = 0.5  // mm: a line's start on the screen and in the file
	mostField   = 0.18 // of the ink there can be in a field of 2 mm
	mostShape   = 0.35 // of a shape's own ink
	mostThin    = 0.65 // of a thin line's own ink
	fieldSide   = 2.0  // mm
	mmPerPoint  = 25.4 / 72
	mmPerInch   = 25.4
	pixelsPerMM = dots / mmPerInch
)

// deviation is how far screen and file are from each other, at most.
type deviation struct {
	pages, lines, shapes int
	words, ink           float64 // mm
	field                float64 // of the ink there can be
}

func (d deviation) and(o deviation) deviation {
	return deviation{d.pages + o.pages, d.lines + o.lines, d.shapes + o.shapes, max(d.words, o.words), max(d.ink, o.ink), max(d.field, o.field)}
}

// word is a word that pdftotext finds, in mm: where it begins, and the box it gives
// the whole height of the typeface.
type word struct {
	x, top, bottom float64
	text           string
}

var wordLine = regexp.MustCompile(`<word xMin="([0-9.-]+)" yMin="([0-9.-]+)" xMax="[0-9.-]+" yMax="([0-9.-]+)">(.*)</word>`)

// wordsOf gives the words of a file, page by page.
func wordsOf(t testing.TB, file string) [][]word {
	t.Helper()
	out, err := exec.Command("pdftotext", "-bbox-layout", file, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	var pages [][]word
	for line := range strings.Lines(string(out)) {
		if strings.Contains(line, "<page ") {
			pages = append(pages, nil)
		}
		if m := wordLine.FindStringSubmatch(line); m != nil {
			mm := func(s string) float64 { v, _ := strconv.ParseFloat(s, 64); return v * mmPerPoint }
			pages[len(pages)-1] = append(pages[len(pages)-1], word{mm(m[1]), mm(m[2]), mm(m[3]), html.UnescapeString(m[4])})
		}
	}
	return pages
}

// compare holds a page on the screen against the same page of the file, and says what
// is not alike.
func compare(shown, file *plane, page layout.Page, words []word) (d deviation, faults []string) {
	d.pages = 1
	if math.Abs(float64(shown.w-file.w)) > 1 || math.Abs(float64(shown.h-file.h)) > 1 {
		return d, []string{fmt.Sprintf("the page is %d × %d on the screen and %d × %d in the file", shown.w, shown.h, file.w, file.h)}
	}
	for _, it := range starts(page) {
		d.lines++
		off, found := wordOff(it, words)
		inked := inkOff(it, shown, file)
		switch d.words, d.ink = max(d.words, off), max(d.ink, inked); {
		case !found:
			faults = append(faults, fmt.Sprintf("%q at %.1f, %.1f is not in the file's text", it.S, it.X, it.Y))
		case off > mostApart:
			faults = append(faults, fmt.Sprintf("%q at %.1f, %.1f is %.2f mm off in the file's text", it.S, it.X, it.Y, off))
		case inked > mostApart:
			faults = append(faults, fmt.Sprintf("the ink of %q at %.1f, %.1f is %.2f mm off", it.S, it.X, it.Y, inked))
		}
	}
	for _, it := range page.Items {
		if it.Kind == layout.Text || it.Artifact == layout.WatermarkArtifact {
			continue
		}
		d.shapes++
		if off := shapeOff(it, shown, file); off > mostShape && !(thin(it) && off < mostThin) {
			faults = append(faults, fmt.Sprintf("the ink of %s differs by %.0f %%", described(it), 100*off))
		}
	}
	most, at := fields(shown, file)
	if d.field = most; most > mostField {
		faults = append(faults, fmt.Sprintf("around %.0f, %.0f mm there is %.0f %% more or less ink", at[0], at[1], 100*most))
	}
	return d, faults
}

func described(it layout.Item) string {
	return fmt.Sprintf("the item of kind %d at %.1f, %.1f – %.1f, %.1f", it.Kind, it.X, it.Y, it.X2, it.Y2)
}

// starts gives the items that a line begins with: those with nothing close before
// them on their baseline.
func starts(page layout.Page) []layout.Item {
	faces := fonts.New()
	var out []layout.Item
	for _, it := range page.Items {
		if it.Kind != layout.Text || it.Turn != 0 || strings.TrimSpace(it.S) == "" {
			continue
		}
		first := true
		for _, o := range page.Items {
			if o.Kind == layout.Text && o.Turn == 0 && math.Abs(o.Y-it.Y) < 2 && o.X < it.X && o.X+faces.Width(o.Face, o.S, o.Size) > it.X-0.8 {
				first = false
				break
			}
		}
		if first {
			spaces := len(it.S) - len(strings.TrimLeft(it.S, " "))
			it.X += faces.Width(it.Face, it.S[:spaces], it.Size)
			out = append(out, it)
		}
	}
	return out
}

// wordOff is how far the nearest word of the file that begins alike is from where a
// line begins.
func wordOff(it layout.Item, words []word) (off float64, found bool) {
	up, down := reaches(it.Face)
	said := strings.Fields(strings.ReplaceAll(it.S, "\u00ad", ""))[0]
	off = math.Inf(1)
	for _, w := range words {
		if !strings.HasPrefix(w.text, firstRunes(strings.TrimRight(said, "-"), 3)) {
			continue
		}
		base := w.top + (w.bottom-w.top)*up/(up+down)
		if one := math.Hypot(w.x-it.X, base-it.Y); one < off {
			off, found = one, true
		}
	}
	return off, found
}

func firstRunes(s string, n int) string {
	r := []rune(s)
	return string(r[:min(n, len(r))])
}

var reach = map[layout.Face][2]float64{}

// reaches is how high and how deep a typeface says it goes.
func reaches(f layout.Face) (up, down float64) {
	if r, ok := reach[f]; ok {
		return r[0], r[1]
	}
	font1, err := sfnt.Parse(fonts.Shared(f))
	if err != nil {
		return 1, 0.3
	}
	var buf sfnt.Buffer
	m, err := font1.Metrics(&buf, fixed.I(1000), font.HintingNone)
	if err != nil {
		return 1, 0.3
	}
	reach[f] = [2]float64{float64(m.Ascent), float64(m.Descent)}
	return reach[f][0], reach[f][1]
}

// inkOff is how far apart the first dark pixels of a line are, from the left and from
// above, in mm.
func inkOff(it layout.Item, shown, file *plane) float64 {
	size := it.Size * mmPerPoint
	in := rect(it.X-0.6, it.Y-0.8*size, it.X+6, it.Y+0.05*size)
	ax, ay := shown.firstDark(in)
	bx, by := file.firstDark(in)
	return max(math.Abs(float64(ax-bx)), math.Abs(float64(ay-by))) / pixelsPerMM
}

func rect(x, y, x2, y2 float64) image.Rectangle {
	px := func(v float64) int { return int(math.Round(v * pixelsPerMM)) }
	return image.Rect(px(x), px(y), px(x2), px(y2))
}

// shapeOff is how much the ink about a shape differs, against what it has itself.
func shapeOff(it layout.Item, shown, file *plane) float64 {
	x, y, x2, y2 := min(it.X, it.X2), min(it.Y, it.Y2), max(it.X, it.X2), max(it.Y, it.Y2)
	switch it.Kind {
	case layout.Disc:
		x, y, x2, y2 = it.X-it.X2, it.Y-it.X2, it.X+it.X2, it.Y+it.X2
	case layout.Polygon:
		x, y, x2, y2 = math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
		for _, p := range it.Points {
			x, y, x2, y2 = min(x, p[0]), min(y, p[1]), max(x2, p[0]), max(y2, p[1])
		}
	}
	in := rect(x-0.3, y-0.3, x2+0.3, y2+0.3)
	a, b := shown.total(in), file.total(in)
	off := 0.0
	for i := range a {
		off = max(off, math.Abs(a[i]-b[i])/max(4, a[i], b[i])) // a few grey pixels say nothing
	}
	return off
}

// thin reports whether a line is so thin that it matters that poppler makes it some
// whole pixels wide.
func thin(it layout.Item) bool {
	return it.Kind == layout.Rule && it.Weight*mmPerPoint*pixelsPerMM < 2.5
}

// fields compares the ink in squares all over the page, and gives the most that one
// differs, and where.
func fields(shown, file *plane) (most float64, at [2]float64) {
	side := int(math.Round(fieldSide * pixelsPerMM))
	for y := 0; y < file.h; y += side {
		for x := 0; x < file.w; x += side {
			in := image.Rect(x, y, x+side, y+side)
			a, b := shown.total(in), file.total(in)
			for i := range a {
				if off := math.Abs(a[i]-b[i]) / float64(side*side); off > most {
					most, at = off, [2]float64{float64(x) / pixelsPerMM, float64(y) / pixelsPerMM}
				}
			}
		}
	}
	return most, at
}
