package layout

import "math"

// The page in mm. A4 is 54 lines of 5.5 mm; columns step 23 mm from 25, the old
// Swedish typing grid.
const (
	edgeLeft  = 25.0 // logo, margin labels, line numbers
	textLeft  = 48.0
	secondCol = 94.0 // of the foot
	midCol    = 117.0
	rightCol  = 140.0
	edgeRight = 180.0
	measure   = edgeRight - textLeft

	line = 5.5
	half = line / 2

	pageTop    = 30.25 // of the first line on following pages
	pageBottom = 269.5 // of the last line
	headBase   = 16.5  // baseline of the first line of the head
	ruleTop    = 30.25 // below the letterhead

	markLeft   = 43.5 // bar at decisions
	markWidth  = 0.7
	numberEdge = 44.0 // right edge of line numbers

	baseline = 0.73 // of the lead, from the top of the line

	mmPerPoint = 25.4 / 72
)

// style is a family at a size. Lead is mm, size points.
type style struct {
	serif, bold bool
	size, lead  float64
}

var (
	titleStyle   = style{serif: true, bold: true, size: 17, lead: 7.7}
	annexStyle   = style{serif: true, bold: true, size: 15, lead: 6.875}
	headStyle    = style{bold: true, size: 12, lead: line}
	subheadStyle = style{bold: true, size: 10, lead: line}
	textStyle    = style{serif: true, size: 10.5, lead: line}
	quoteStyle   = style{serif: true, size: 10, lead: 5}
	noteStyle    = style{size: 8.5, lead: 4.125}
	captionStyle = style{size: 9.5, lead: 4.6}
	cellStyle    = style{size: 9.5, lead: 4.4}
	cellSum      = style{bold: true, size: 9.5, lead: 4.4}
	cellHead     = style{bold: true, size: 9, lead: 4.4}
	nameStyle    = style{serif: true, size: 10.5, lead: 4.6}
	smallStyle   = style{size: 9, lead: 4.4}

	orgStyle     = style{bold: true, size: 12, lead: line}
	bodyStyle    = style{size: 10, lead: line}
	labelStyle   = style{size: 8, lead: 4.5}
	valueStyle   = style{size: 9.5, lead: 4.5}
	footStyle    = style{size: 8, lead: 3.9}
	runningBold  = style{bold: true, size: 8.5, lead: line}
	runningStyle = style{size: 8.5, lead: line}
	annexLabel   = style{bold: true, size: 10, lead: line}
	countStyle   = style{size: 7.5, lead: line}
	draftStyle   = style{bold: true, size: 40}
)

// face picks the file for a run; there is no bold italic, so bold wins.
func (s style) face(bold, italic bool) Face {
	bold = bold || s.bold
	switch {
	case s.serif && bold:
		return SerifBold
	case s.serif && italic:
		return SerifItalic
	case s.serif:
		return Serif
	case bold:
		return SansBold
	case italic:
		return SansItalic
	}
	return Sans
}

// onGrid gives the next half line at or below y; a quarter of a mm too far is
// forgiven.
func onGrid(y float64) float64 { return math.Ceil((y-0.25)/half) * half }
