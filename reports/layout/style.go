package layout

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

	line = 5.5 // in the usual look
	half = line / 2

	pageTop    = 30.25 // of the first line on following pages
	pageBottom = 269.5 // of the last line
	headBase   = 16.5  // baseline of the first line of the head
	ruleTop    = 30.25 // below the letterhead

	markLeft   = 43.5 // bar at decisions
	markWidth  = 0.7
	numberEdge = 44.0 // right edge of line numbers

	baseline  = 0.73 // of the lead, from the top of the line
	noteInset = 5.5  // of a footnote's text

	mmPerPoint = 25.4 / 72
)

// style is a family at a size. Lead is mm, size points.
type style struct {
	serif, bold bool
	size, lead  float64
}

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
