package word

import "fmt"

// Large print against the usual: sizes, and lines.
const (
	largeSize = 13 / 10.5
	largeLead = 6.875 / 5.5
	largeHead = 13.0 / 12 // the words beside the page number have no more room
)

// grow is how much larger a style's letters are than usual.
func (w *writer) grow(s style) float64 {
	switch {
	case !w.doc.Look.Large:
		return 1
	case s.id == "Organisation":
		return largeHead
	}
	return largeSize
}

// lead is how far apart a style's lines are, in mm.
func (w *writer) lead(s style) float64 {
	if w.doc.Look.Large {
		return s.lead * largeLead
	}
	return s.lead
}

// sans reports whether running text has no serifs.
func (w *writer) sans() bool { return w.doc.Look.Sans }

// ink is the colour of the page's rules and bars, as the file writes it.
func (w *writer) ink() string {
	r, g, b, ok := w.doc.Look.Ink.RGB()
	if !ok || r == 0 && g == 0 && b == 0 {
		return "auto"
	}
	return fmt.Sprintf("%02X%02X%02X", r, g, b)
}

// abreast is how many sign side by side: as the municipality has decided, else two,
// or three when they are three.
func (w *writer) abreast(people int) int {
	switch n := w.doc.Look.Abreast; {
	case n > 0:
		return min(n, 3)
	case people == 3:
		return 3
	}
	return 2
}
